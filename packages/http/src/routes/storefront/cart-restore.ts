import { restoreCart } from '@onbehalf/assist';
import { z } from 'zod';
import { route, type Route } from '../../route.ts';
import { recordedRestore, restoredNote } from '../../use-cases/restore-cart.ts';
import { cartRefused, toCart, VERSION } from './cart.ts';

/** C8: the cart put back as it was on entry, from inside. */
export const cartRestoreRoutes: Route[] = [
  route({
    method: 'POST', area: 'storefront', path: '/cart/restore', handle: 'staff_cart_restore', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop',
    audit: { group: 'cart', action: 'restore' }, input: z.object({ version: VERSION }),
    run: async (context) => {
      const { request, unit, input } = context;
      const { caller } = request;
      if (caller.kind !== 'context') return { refused: [{ code: 'not-in-context' }] };
      const restored = await restoreCart(unit, { sessionId: caller.session.id, version: input.version, now: request.now });
      if (!restored.ok) return cartRefused(context, { refusals: [restored.error], lineId: null, typed: {} });
      return { answer: toCart(request), entry: { detail: recordedRestore(restored.value) }, flash: restoredNote(restored.value) };
    },
  }),
];
