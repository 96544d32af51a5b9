import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { imageOf, inStore } from '../../present/names.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Refused, type Route } from '../../route.ts';
import { reorder, type Reordered } from '../../use-cases/reorder.ts';
import { replaceable, startReplacement } from '../../use-cases/replacement.ts';
import { showOrder } from './orders.ts';

const NUMBER = z.string().regex(/^[0-9]{1,18}$/);
const MOST_NAMED = 10;

/** From an order into a cart: the same again, or instead of what was faulty (D7). */
export const orderAgainRoutes: Route[] = [
  route({
    method: 'POST', area: 'storefront', path: '/account/orders/:number/reorder', handle: 'sales_order_reorder', access: 'customer', inContext: 'shop',
    audit: { group: 'order', action: 'reorder' }, input: z.object({ number: NUMBER }),
    run: async ({ deps, request, unit, input }) => {
      const done = await reorder(unit, request, { number: input.number, newId: deps.random.uuid });
      if (!done.ok) return { refused: done.error, object: { type: 'order', id: input.number }, ...again(done.error, (fresh) => showOrder({ deps, request, unit: fresh }, input.number, done.error)) };
      const { added, leftOut } = done.value;
      return {
        answer: redirect(`${inStore(request).store.base}/cart`),
        entry: { object: { type: 'order', id: input.number }, detail: { count: added.length, leftOut: leftOut.map(({ sku }) => sku).join(', ').slice(0, 1000) } },
        flash: leftOut.length === 0
          ? { tone: 'good', code: 'reordered', facts: { number: input.number } }
          : { tone: 'warn', code: 'reordered-in-part', facts: { number: input.number, left: leftOutText(deps, request, leftOut) } },
      };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/orders/:number/replacement', handle: 'staff_order_replacement', access: 'context', inContext: 'shop', input: z.object({ number: NUMBER }),
    run: ({ deps, request, unit, input }) => showReplacement({ deps, request, unit }, { number: input.number, refusals: [], typed: {} }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/orders/:number/replacement', handle: 'staff_order_replacement', access: 'context', inContext: 'shop',
    audit: { group: 'order', action: 'replace' }, input: z.looseObject({ number: NUMBER }),
    run: async ({ deps, request, unit, input }) => {
      const { number, ...fields } = input;
      const typed = quantitiesIn(fields);
      const started = await startReplacement(unit, request, { number, quantities: typed, newId: deps.random.uuid });
      if (!started.ok) return { refused: started.error, object: { type: 'order', id: number }, ...again(started.error, (fresh) => showReplacement({ deps, request, unit: fresh }, { number, refusals: started.error, typed })) };
      return {
        answer: redirect(`${inStore(request).store.base}/cart`),
        entry: { object: { type: 'order', id: number }, detail: started.value },
        flash: { tone: 'good', code: 'replacement-started', facts: { number } },
      };
    },
  }),
];

/** Fields "quantity:SKU-1001", by SKU. */
function quantitiesIn(fields: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(fields).flatMap(([name, value]) => (name.startsWith('quantity:') && typeof value === 'string' ? [[name.slice(9), value.slice(0, 10)] as const] : []));
  return Object.fromEntries(entries);
}

function leftOutText(deps: Deps, { locale }: Arrived, leftOut: Reordered['leftOut']): string {
  const named = leftOut.slice(0, MOST_NAMED).map(({ sku, why }) => {
    const text = why === 'free' ? deps.web.message('reorder.was-free', locale) : deps.web.refusalSentence(why, locale).text;
    return `${sku} (${text.replace(/\.$/, '')})`;
  });
  return named.join('; ') + (leftOut.length > MOST_NAMED ? ` + ${leftOut.length - MOST_NAMED}` : '');
}

async function showReplacement({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, shown: { number: string; refusals: readonly Refusal[]; typed: Typed }): Promise<Outcome> {
  const { number, refusals, typed } = shown;
  const found = await replaceable(unit, request, number);
  if (!found.ok) return { refused: found.error };
  const products = found.value.products.map(({ image, ...product }) => ({ ...product, image: imageOf(image) }));
  return {
    answer: page('storefront/replacement', { number, products, problems: problemsOf(deps, refusals, request), typed }, { status: refusals.length > 0 ? 422 : 200, view: { type: 'order', id: number } }),
  };
}

// Against these the page itself is refused, and there is nothing to show again.
const NO_PAGE: ReadonlySet<string> = new Set(['order-not-found', 'not-in-context', 'price-edit-disabled', 'actor-may-not-edit-price']);

/** The page of a refused form again, where there is one. */
function again(refusals: readonly Refusal[], shown: (unit: Unit) => Promise<Outcome>): Pick<Refused, 'show'> {
  if (refusals.some(({ code }) => NO_PAGE.has(code))) return {};
  return {
    show: async (unit) => {
      const outcome = await shown(unit);
      if ('refused' in outcome) throw new Error('The page of a refused form is refused');
      return outcome.answer;
    },
  };
}
