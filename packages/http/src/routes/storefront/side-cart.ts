import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { acceptSideCart, declineSideCart, offeredCarts, sideCart, optionsText } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { priceAgain, taxForOf, totalsOf } from '../../present/cart.ts';
import { imageOf, inStore, money, ownerOf } from '../../present/names.ts';
import { priceTag } from '../../present/price-tag.ts';
import { nameForCustomer } from '../../present/visits.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Refused, type Route } from '../../route.ts';
import { sendToCustomer } from '../../use-cases/side-cart.ts';
import { cartRefused, toCart, VERSION } from './cart.ts';

const ID = z.object({ id: z.uuid() });

/** A cart that staff prepared: sent from inside, answered by the customer alone (C8). */
export const sideCartRoutes: Route[] = [
  route({
    method: 'POST', area: 'storefront', path: '/cart/send', handle: 'staff_cart_send', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop',
    audit: { group: 'cart', action: 'send-side-cart' }, input: z.object({ version: VERSION }),
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const { caller } = request;
      if (caller.kind !== 'context') return { refused: [{ code: 'not-in-context' }] };
      const sent = await sendToCustomer(unit, { deps, request, caller }, input.version);
      if (!sent.ok) return cartRefused(context, { refusals: [sent.error], lineId: null, typed: {} });
      return { recorded: true, answer: toCart(request), flash: { tone: 'good', code: 'side-cart-sent', facts: { customer: caller.subject.name } } };
    },
  }),
  route({
    // The mail's link. Looking at it changes nothing: mail programs open links by themselves.
    method: 'GET', area: 'storefront', path: '/account/side-carts/:id', handle: 'customer_side_cart_view', access: 'customer', inContext: 'never', input: ID,
    run: async ({ deps, request, unit, input }) => ({ answer: await showSideCart({ deps, request, unit }, input.id) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/side-carts/:id/accept', handle: 'customer_side_cart_accept', access: 'customer', inContext: 'never',
    audit: { group: 'cart', action: 'accept-side-cart' }, auditFor: 'everybody', input: ID,
    run: async ({ deps, request, unit, input }) => {
      const accepted = await acceptSideCart(unit, ownerOf(request), { id: input.id, now: request.now, newId: deps.random.uuid });
      if (!accepted.ok) return again({ deps, request }, input.id, [accepted.error]);
      return { answer: toCart(request), entry: { object: { type: 'cart', id: input.id } }, flash: { tone: 'good', code: 'side-cart-accepted' } };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/side-carts/:id/decline', handle: 'customer_side_cart_decline', access: 'customer', inContext: 'never',
    audit: { group: 'cart', action: 'decline-side-cart' }, auditFor: 'everybody', input: ID,
    run: async ({ deps, request, unit, input }) => {
      const declined = await declineSideCart(unit, ownerOf(request), { id: input.id, now: request.now });
      if (!declined.ok) return again({ deps, request }, input.id, [declined.error]);
      return { answer: redirect(`${inStore(request).store.base}/cart`), entry: { object: { type: 'cart', id: input.id } }, flash: { tone: 'good', code: 'side-cart-declined' } };
    },
  }),
];

interface Here {
  deps: Deps;
  request: Arrived;
}

function again(here: Here, id: string, refusals: Refusal[]): Refused {
  return { refused: refusals, object: { type: 'cart', id }, show: (unit) => showSideCart({ ...here, unit }, id, refusals) };
}

async function showSideCart({ deps, request, unit }: Here & { unit: Unit }, id: string, refusals: readonly Refusal[] = [{ code: 'side-cart-over' }]): Promise<Answer> {
  const { store } = inStore(request);
  const owner = ownerOf(request);
  const cart = await sideCart(unit, owner, id);
  const offered = (await offeredCarts(unit, { customerId: owner.customerId, storeId: store.id })).find((one) => one.id === id);
  if (cart === null || offered === undefined) return page('storefront/side-cart', { open: null, problems: problemsOf(deps, refusals, request) }, { status: 410 });
  const priced = priceAgain(cart, request, null);
  const helper = { id: offered.actorId, name: offered.actorName, groupName: offered.groupName };
  return page('storefront/side-cart', {
    open: {
      id,
      by: nameForCustomer(deps, request.settings, { helper, websiteId: store.websiteId }),
      sentAt: offered.offeredAt,
      lines: priced.lines.map(({ line, unitMinor, catalogueMinor, totalMinor, overrideState }) => ({
        sku: line.sku, name: line.name, options: optionsText(line.options ?? []), image: imageOf(line.image), quantity: line.quantity, unit: money(unitMinor, store.currency), total: money(totalMinor, store.currency),
        originalUnit: overrideState === 'applies' ? money(catalogueMinor, store.currency) : null,
        priceTag: overrideState === 'applies' && line.edited !== null && line.edited.source !== 'free' ? priceTag(deps, request.locale, line.edited) : null,
      })),
      totals: { ...totalsOf(priced.totals, taxForOf(cart, request.locale)), ...(priced.needsShipping && priced.totals.freeShippingReason === null ? { shipping: null } : {}) },
    },
    problems: [],
  });
}
