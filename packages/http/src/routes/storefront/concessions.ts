import type { Refusal, Result } from '@onbehalf/core';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { giveDiscount, giveFreeItem, giveFreeShipping, takeBack, type Recorded } from '../../use-cases/concessions.ts';
import { cartRefused, PIECES, toCart, VERSION } from './cart.ts';

const REASON = z.string().max(200).catch('');
const TYPED_NUMBER = z.string().max(64).catch('');

/** What staff give off the cart as a whole, and taking it back (C10). */
export const concessionRoutes: Route[] = [
  route({
    method: 'POST', area: 'storefront', path: '/cart/discount', handle: 'staff_cart_discount', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop',
    audit: { group: 'cart', action: 'give-discount' }, input: z.object({ version: VERSION, percent: TYPED_NUMBER, amount: TYPED_NUMBER, reason: REASON }),
    run: async (context) => {
      const { request, unit, input } = context;
      const { percent, amount, reason } = input;
      return outcome(context, 'discount-given', { form: 'discount', percent, amount, reason }, await giveDiscount(unit, request, { ...input, percent: percent.trim(), amount: amount.trim(), locale: request.locale }));
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/discount/remove', handle: 'staff_cart_discount_remove', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop',
    audit: { group: 'cart', action: 'take-back-discount' }, auditFor: 'everybody', input: z.object({ version: VERSION }),
    run: async (context) => outcome(context, 'discount-taken-back', {}, await takeBack(context.unit, context.request, { kind: 'discount', version: context.input.version })),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/free-shipping', handle: 'staff_cart_free_shipping', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop',
    audit: { group: 'cart', action: 'give-free-shipping' }, input: z.object({ version: VERSION, reason: REASON }),
    run: async (context) => outcome(context, 'free-shipping-given', { form: 'free-shipping', reason: context.input.reason }, await giveFreeShipping(context.unit, context.request, context.input)),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/free-shipping/remove', handle: 'staff_cart_free_shipping_remove', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop',
    audit: { group: 'cart', action: 'take-back-free-shipping' }, auditFor: 'everybody', input: z.object({ version: VERSION }),
    run: async (context) => outcome(context, 'free-shipping-taken-back', {}, await takeBack(context.unit, context.request, { kind: 'free-shipping', version: context.input.version })),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/free-items', handle: 'staff_cart_free_item', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop',
    audit: { group: 'cart', action: 'add-free-item' }, input: z.object({ sku: z.string().trim().max(64), quantity: PIECES, reason: REASON }),
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const given = await giveFreeItem(unit, request, { asked: input, newId: deps.random.uuid });
      const typed = { form: 'free-item', sku: input.sku, quantity: Number.isNaN(input.quantity) ? '' : String(input.quantity), reason: input.reason };
      if (!given.ok) return cartRefused(context, { refusals: given.error, lineId: null, typed });
      const { lineId, detail } = given.value;
      return { answer: toCart(request), entry: { object: { type: 'cart-line', id: lineId }, detail }, flash: { tone: 'good', code: 'free-item-added', facts: { sku: input.sku } } };
    },
  }),
];

function outcome(context: Pick<RouteContext<unknown>, 'deps' | 'request'>, code: string, typed: Typed, given: Result<Recorded, Refusal[]>): Outcome {
  if (!given.ok) return cartRefused(context, { refusals: given.error, lineId: null, typed });
  return { answer: toCart(context.request), entry: { detail: given.value }, flash: { tone: 'good', code } };
}
