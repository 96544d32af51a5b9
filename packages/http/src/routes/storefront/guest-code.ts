import { z } from 'zod';
import { route, type Route } from '../../route.ts';
import { showGuestCode, takeOverByCode } from '../../use-cases/guest-code.ts';
import { cartRefused, toCart } from './cart.ts';

/** B21: the guest reads a code out, and staff in a customer's account put that cart into the customer's. */
export const guestCodeRoutes: Route[] = [
  route({
    method: 'POST', area: 'storefront', path: '/cart/code', handle: 'checkout_cart_guestcode', formOf: 'checkout_cart_index', access: 'cart', inContext: 'never',
    audit: { group: 'cart', action: 'show-guest-code' }, input: z.object({}),
    run: async (context) => {
      const shown = await showGuestCode(context.unit, context);
      if (!shown.ok) return cartRefused(context, { refusals: [shown.error], lineId: null, typed: {} });
      return { answer: toCart(context.request), flash: { tone: 'good', code: 'guest-code', facts: shown.value } };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/guest-cart', handle: 'staff_cart_guestcart', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop',
    audit: { group: 'cart', action: 'take-over-guest-cart' }, input: z.object({ code: z.string().max(40) }),
    run: async (context) => {
      const taken = await takeOverByCode(context.unit, context, context.input.code);
      if (!taken.ok) return cartRefused(context, { refusals: [taken.error], lineId: null, typed: { form: 'guest-cart', code: context.input.code } });
      const { cartId, lines, pieces, isLess } = taken.value;
      return {
        answer: toCart(context.request), entry: { object: { type: 'cart', id: cartId }, detail: { lines, pieces } },
        flash: { tone: isLess ? 'warn' : 'good', code: isLess ? 'guest-cart-taken-less' : 'guest-cart-taken', facts: { pieces } },
      };
    },
  }),
];
