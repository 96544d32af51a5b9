import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { orderByNumber, reorderable, type Reorderable } from '@onbehalf/shop';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { leftOutNote, leftOutText, MOST_NAMED } from '../../present/left-out.ts';
import { imageOf, inStore, ownerOf } from '../../present/names.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Done, type Outcome, type Refused, type Route } from '../../route.ts';
import { reorder, reorderedDetail, type LeftOut } from '../../use-cases/reorder.ts';
import { replaceable, startReplacement } from '../../use-cases/replacement.ts';
import { showOrder } from './orders.ts';

const NUMBER = z.string().regex(/^[0-9]{1,18}$/);

/** From an order into a cart: the same again, or instead of what was faulty (D7). */
export const orderAgainRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/orders/:number/reorder', handle: 'sales_order_reorder', access: 'customer', inContext: 'shop', input: z.object({ number: NUMBER }),
    run: ({ deps, request, unit, input }) => showReorder({ deps, request, unit }, { number: input.number, refusals: [], typed: {}, leftOut: [] }),
  }),
  route({
    // The whole order, or with fields "quantity:SKU-1001" what was chosen of it.
    method: 'POST', area: 'storefront', path: '/account/orders/:number/reorder', handle: 'sales_order_reorder', access: 'customer', inContext: 'shop',
    audit: { group: 'order', action: 'reorder' }, input: z.looseObject({ number: NUMBER, chosen: z.string().max(1).optional() }),
    run: async ({ deps, request, unit, input }) => {
      const { number, chosen: isChosen, ...fields } = input;
      const chosen = isChosen === undefined ? null : quantitiesIn(fields);
      const done = await reorder(unit, request, { number, chosen, newId: deps.random.uuid });
      if (!done.ok) return { refused: done.error, object: { type: 'order', id: number }, ...again(done.error, (fresh) => showAgain({ deps, request, unit: fresh }, { number, refusals: done.error, typed: chosen })) };
      const entry = { object: { type: 'order', id: number }, detail: reorderedDetail(done.value) };
      const { leftOut } = done.value;
      // More than a note can name stands on the page itself: each of them by name.
      if (leftOut.length > MOST_NAMED) return { ...(await shownIn(showReorder({ deps, request, unit }, { number, refusals: [], typed: {}, leftOut }))), entry };
      return {
        answer: redirect(`${inStore(request).store.base}/cart`), entry,
        flash: leftOut.length === 0
          ? { tone: 'good', code: 'reordered', facts: { number } }
          : { tone: 'warn', code: 'reordered-in-part', facts: { number, left: leftOutNote(deps, request.locale, leftOut) } },
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

interface Where {
  deps: Deps;
  request: Arrived;
  unit: Unit;
}

/** The page that was sent: the order, or the choice from it. */
const showAgain = (where: Where, { typed, ...shown }: { number: string; refusals: readonly Refusal[]; typed: Typed | null }): Promise<Outcome> =>
  typed === null ? showOrder(where, shown.number, shown.refusals) : showReorder(where, { ...shown, typed, leftOut: [] });

async function showReorder({ deps, request, unit }: Where, { number, refusals, typed, leftOut }: { number: string; refusals: readonly Refusal[]; typed: Typed; leftOut: readonly LeftOut[] }): Promise<Outcome> {
  const lines = await reorderable(unit, ownerOf(request), number);
  if (lines.length === 0) {
    const found = await orderByNumber(unit, number, { customerId: ownerOf(request).customerId });
    return { refused: [found.ok ? { code: 'nothing-to-reorder' } : found.error] };
  }
  const props = {
    number, problems: problemsOf(deps, refusals, request), typed,
    lines: lines.map(({ image, sold, stock, ...line }) => ({ ...line, image: imageOf(image), stock, state: stateOf({ sold, stock, ordered: line.ordered }) })),
    leftOut: leftOut.map((one) => leftOutText(deps, request.locale, one)),
  };
  return { answer: page('storefront/reorder', props, { status: refusals.length > 0 ? 422 : 200, view: { type: 'order', id: number } }) };
}

function stateOf({ sold, stock, ordered }: Pick<Reorderable, 'sold' | 'stock' | 'ordered'>): 'open' | 'short' | 'out' | 'gone' {
  if (!sold) return 'gone';
  if (stock === 0) return 'out';
  return stock !== null && stock < ordered ? 'short' : 'open';
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
  return refusals.some(({ code }) => NO_PAGE.has(code)) ? {} : { show: async (unit) => (await shownIn(shown(unit))).answer };
}

async function shownIn(shown: Promise<Outcome>): Promise<Done> {
  const outcome = await shown;
  if ('refused' in outcome) throw new Error('The page of a form is refused');
  return outcome;
}
