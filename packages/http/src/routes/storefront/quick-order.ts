import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import type { QuickOrderProps } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { pricedCart } from '../../present/cart.ts';
import { inStore, money } from '../../present/names.ts';
import { quickOrderRefusals } from '../../present/quick-order.ts';
import { usualFor } from '../../present/usual.ts';
import { problemsOf } from '../../problems.ts';
import { readQuickOrder } from '../../read-quick-order.ts';
import { route, type Route } from '../../route.ts';
import { addedText, quickOrder } from '../../use-cases/quick-order.ts';

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

/** What went in, by name and at this customer's price: the list is read back on the telephone. */
async function addedAs(unit: Unit, request: Arrived, added: Shown['added']): Promise<QuickOrderProps['added']> {
  if (added.length === 0) return [];
  const { lines, totals } = (await pricedCart(unit, request)).priced;
  return added.map(({ sku, quantity }) => {
    const line = lines.find((one) => one.line.sku === sku && one.free === null);
    return { sku, quantity, name: line?.line.name ?? '', price: money(line?.unitMinor ?? 0n, totals.currency) };
  });
}

interface Shown {
  lines: string;
  refusals: readonly Refusal[];
  added: { sku: string; quantity: number }[];
}

async function show({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { lines, refusals, added }: Shown): Promise<Answer> {
  const status = refusals.length > 0 && added.length === 0 ? 422 : 200;
  return page('storefront/quick-order', {
    typed: { lines },
    problems: problemsOf(deps, refusals, request),
    added: await addedAs(unit, request, added),
    usual: await usualFor(unit, request),
  }, { status, view: { type: 'order', id: 'usual' } });
}
