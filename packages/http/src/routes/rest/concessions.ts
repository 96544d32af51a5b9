import type { Refusal, Result } from '@onbehalf/core';
import { z } from 'zod';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { giveDiscount, giveFreeItem, giveFreeShipping, takeBack, type Recorded } from '../../use-cases/concessions.ts';
import { takeOverByCode } from '../../use-cases/guest-code.ts';
import { CART } from './schemas.ts';
import { PIECES, PRICE, theCart, VERSION } from './shop.ts';

const REASON = z.string().max(200).default('');

/** What staff give off the cart as a whole (C10): the same rights, limits and entries as in the browser. */
export const concessionRestRoutes: Route[] = [
  route({
    method: 'PUT', area: 'rest', path: '/V1/carts/mine/discount', handle: 'staff_cart_discount', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop', summary: 'A discount on the whole cart: a percentage or an amount, with its reason',
    audit: { group: 'cart', action: 'give-discount' }, input: z.object({ version: VERSION, percent: z.union([z.string().max(20), z.number()]).optional(), amount: PRICE.optional(), reason: REASON }), output: CART,
    run: async (context) => outcome(context, await giveDiscount(context.unit, context.request, { percent: undefined, amount: undefined, ...context.input, locale: 'api' })),
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/carts/mine/discount', handle: 'staff_cart_discount_remove', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop', summary: 'Take the discount back; version as a query parameter',
    audit: { group: 'cart', action: 'take-back-discount' }, auditFor: 'everybody', input: z.object({ version: VERSION }), output: CART,
    run: async (context) => outcome(context, await takeBack(context.unit, context.request, { kind: 'discount', version: context.input.version })),
  }),
  route({
    method: 'PUT', area: 'rest', path: '/V1/carts/mine/free-shipping', handle: 'staff_cart_free_shipping', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop', summary: 'Free shipping, with its reason',
    audit: { group: 'cart', action: 'give-free-shipping' }, input: z.object({ version: VERSION, reason: REASON }), output: CART,
    run: async (context) => outcome(context, await giveFreeShipping(context.unit, context.request, context.input)),
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/carts/mine/free-shipping', handle: 'staff_cart_free_shipping_remove', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop', summary: 'Take free shipping back; version as a query parameter',
    audit: { group: 'cart', action: 'take-back-free-shipping' }, auditFor: 'everybody', input: z.object({ version: VERSION }), output: CART,
    run: async (context) => outcome(context, await takeBack(context.unit, context.request, { kind: 'free-shipping', version: context.input.version })),
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/carts/mine/free-items', handle: 'staff_cart_free_item', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop', summary: 'Add an item free of charge: sample, replacement, promotional item or warranty',
    audit: { group: 'cart', action: 'add-free-item' }, input: z.object({ sku: z.string().max(64), quantity: PIECES, reason: REASON }), output: CART,
    run: async ({ deps, request, unit, input }) => {
      const given = await giveFreeItem(unit, request, { asked: input, newId: deps.random.uuid });
      if (!given.ok) return { refused: given.error, object: { type: 'product', id: input.sku } };
      const { lineId, detail } = given.value;
      return { answer: await theCart(deps, request, unit, 201), entry: { object: { type: 'cart-line', id: lineId }, detail } };
    },
  }),
  route({
    // B21
    method: 'POST', area: 'rest', path: '/V1/carts/mine/guest-cart', handle: 'staff_cart_guestcart', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop', summary: 'Take over what a guest had chosen, by the code the guest reads out',
    audit: { group: 'cart', action: 'take-over-guest-cart' }, input: z.object({ code: z.string().max(40) }), output: CART,
    run: async (context) => {
      const taken = await takeOverByCode(context.unit, context, context.input.code);
      if (!taken.ok) return { refused: [taken.error] };
      const { cartId, lines, pieces } = taken.value;
      return { answer: await theCart(context.deps, context.request, context.unit, 201), entry: { object: { type: 'cart', id: cartId }, detail: { lines, pieces } } };
    },
  }),
];

async function outcome({ deps, request, unit }: RouteContext<unknown>, given: Result<Recorded, Refusal[]>): Promise<Outcome> {
  return given.ok ? { answer: await theCart(deps, request, unit), entry: { detail: given.value } } : { refused: given.error };
}
