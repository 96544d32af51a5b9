import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { usualProducts, optionsText } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { imageOf, inStore, ownerOf } from '../../present/names.ts';
import { quickOrderRefusals } from '../../present/quick-order.ts';
import { problemsOf } from '../../problems.ts';
import { readQuickOrder } from '../../read-quick-order.ts';
import { route, type Route } from '../../route.ts';
import { addedText, quickOrder } from '../../use-cases/quick-order.ts';

const USUAL = 8;

/** A list of SKUs into the cart: for customers, and for whoever takes an order on the telephone (D7). */
export const quickOrderRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/quick-order', handle: 'checkout_cart_quickorder', access: 'customer', inContext: 'shop', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: await show({ deps, request, unit }, { lines: '', refusals: [], added: [] }) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/quick-order', handle: 'checkout_cart_quickorder', access: 'customer', inContext: 'shop',
    audit: { group: 'cart', action: 'quick-order' }, input: z.object({ lines: z.string().max(20_000).catch('') }),
    run: async ({ deps, request, unit, input }) => {
      const refused = (lines: string, refusals: Refusal[]) => ({ refused: refusals, show: (fresh: Unit) => show({ deps, request, unit: fresh }, { lines, refusals, added: [] }) });
      const read = readQuickOrder(input.lines);
      if (!read.ok) return refused(input.lines, [read.error]);
      const done = await quickOrder(unit, request, { lines: read.value, newId: deps.random.uuid });
      const refusals = quickOrderRefusals(deps, request, done.refused);
      if (done.added.length === 0) return refused(input.lines, refusals);
      const entry = { detail: { count: done.added.length, lines: addedText(done.added), refused: done.refused.length } };
      const lines = done.refused.map(({ line }) => line.text).join('\n');
      if (refusals.length > 0) return { answer: await show({ deps, request, unit }, { lines, refusals, added: done.added }), entry };
      return { answer: redirect(`${inStore(request).store.base}/cart`), entry, flash: { tone: 'good', code: 'quick-order-added', facts: { count: done.added.length } } };
    },
  }),
];

interface Shown {
  lines: string;
  refusals: readonly Refusal[];
  added: { sku: string; quantity: number }[];
}

async function show({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { lines, refusals, added }: Shown): Promise<Answer> {
  const { base } = inStore(request).store;
  const usual = await usualProducts(unit, ownerOf(request), { now: request.now, limit: USUAL });
  const status = refusals.length > 0 && added.length === 0 ? 422 : 200;
  return page('storefront/quick-order', {
    typed: { lines },
    problems: problemsOf(deps, refusals, request),
    added,
    usual: usual.map(({ sku, slug, name, options, image, orders, lastQuantity }) => ({ sku, name, options: optionsText(options), image: imageOf(image), href: `${base}/p/${slug}`, orders, quantity: lastQuantity })),
  }, { status, view: { type: 'order', id: 'usual' } });
}
