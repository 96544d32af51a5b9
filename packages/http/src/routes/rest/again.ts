import { restoreCart } from '@onbehalf/assist';
import { z } from 'zod';
import { json } from '../../answer.ts';
import { pricedCart } from '../../present/cart.ts';
import { quickOrderRefusals } from '../../present/quick-order.ts';
import { cartJson } from '../../present/rest.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route, type RouteContext } from '../../route.ts';
import { addedText, quickOrder } from '../../use-cases/quick-order.ts';
import { reorder, reorderedDetail, type LeftOut } from '../../use-cases/reorder.ts';
import { replaceable, startReplacement } from '../../use-cases/replacement.ts';
import { recordedRestore } from '../../use-cases/restore-cart.ts';
import { movedDetail, wishlistToCart } from '../../use-cases/wishlist-to-cart.ts';
import { CART, FILLED_CART, type LEFT_OUT } from './schemas.ts';
import { PIECES, theCart, VERSION } from './shop.ts';

const NUMBER = z.string().regex(/^[0-9]{1,18}$/);
const SKU = z.string().min(1).max(64);
const ITEM = z.object({ sku: SKU, quantity: PIECES });

/** What fills a cart at once (D7, C8, G2): the use cases of the forms, with every product that stays out named by code. */
export const orderAgainRestRoutes: Route[] = [
  route({
    method: 'POST', area: 'rest', path: '/V1/orders/:number/reorder', handle: 'sales_order_reorder', access: 'customer', inContext: 'shop', summary: 'Order again: the whole order, or `items` of it, into the open cart at today’s prices',
    audit: { group: 'order', action: 'reorder' }, input: z.object({ number: NUMBER, items: z.array(ITEM).max(500).optional() }), output: FILLED_CART,
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const done = await reorder(unit, request, { number: input.number, chosen: input.items === undefined ? null : piecesBySku(input.items), newId: deps.random.uuid });
      const object = { type: 'order', id: input.number };
      if (!done.ok) return { refused: done.error, object };
      return { answer: json({ cart: await cartNow(context), added: done.value.added, leftOut: leftOutJson(context, done.value.leftOut) }, { status: 201 }), entry: { object, detail: reorderedDetail(done.value) } };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/orders/:number/replacement', handle: 'staff_order_replacement', access: 'context', inContext: 'shop', summary: 'What of an order can be replaced free of charge',
    input: z.object({ number: NUMBER }), output: z.object({ items: z.array(z.object({ sku: z.string(), name: z.string(), ordered: z.number(), left: z.number().meta({ description: 'Pieces that no other order has replaced yet.' }) })) }),
    run: async ({ request, unit, input }) => {
      const found = await replaceable(unit, request, input.number);
      if (!found.ok) return { refused: found.error };
      return { answer: json({ items: found.value.products.map(({ sku, name, ordered, left }) => ({ sku, name, ordered, left })) }, { view: { type: 'order', id: input.number } }) };
    },
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/orders/:number/replacement', handle: 'staff_order_replacement', access: 'context', inContext: 'shop', summary: 'Begin a replacement order: faulty goods again, free of charge and with free shipping, in an empty cart',
    audit: { group: 'order', action: 'replace' }, input: z.object({ number: NUMBER, items: z.array(ITEM).max(500) }), output: CART,
    run: async ({ deps, request, unit, input }) => {
      const object = { type: 'order', id: input.number };
      const started = await startReplacement(unit, request, { number: input.number, quantities: piecesBySku(input.items), newId: deps.random.uuid });
      return started.ok ? { answer: await theCart(deps, request, unit, 201), entry: { object, detail: started.value } } : { refused: started.error, object };
    },
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/carts/mine/quick-order', handle: 'checkout_cart_quickorder', access: 'customer', inContext: 'shop', summary: 'Add many products by SKU; what can’t be added is named and the rest is in the cart',
    audit: { group: 'cart', action: 'quick-order' }, input: z.object({ items: z.array(ITEM).min(1).max(200) }), output: FILLED_CART,
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const lines = input.items.map(({ sku, quantity }, at) => ({ line: at + 1, sku, quantity, text: `${sku} ${quantity}` }));
      const done = await quickOrder(unit, request, { lines, newId: deps.random.uuid });
      if (done.added.length === 0) return { refused: quickOrderRefusals(deps, request, done.refused) };
      const leftOut = done.refused.map(({ line, refusal }) => ({ sku: line.sku, why: refusal }));
      return {
        answer: json({ cart: await cartNow(context), added: done.added, leftOut: leftOutJson(context, leftOut) }, { status: 201 }),
        entry: { detail: { count: done.added.length, lines: addedText(done.added), refused: done.refused.length } },
      };
    },
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/carts/mine/restore', handle: 'staff_cart_restore', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop', summary: 'Put the cart back as it was on entry',
    audit: { group: 'cart', action: 'restore' }, input: z.object({ version: VERSION }), output: CART,
    run: async ({ deps, request, unit, input }) => {
      const { caller } = request;
      if (caller.kind !== 'context') return { refused: [{ code: 'not-in-context' }] };
      const restored = await restoreCart(unit, { sessionId: caller.session.id, version: input.version, now: request.now });
      return restored.ok ? { answer: await theCart(deps, request, unit), entry: { detail: recordedRestore(restored.value) } } : { refused: [restored.error] };
    },
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/wishlist/mine/cart', handle: 'wishlist_index_cart', access: 'customer', inContext: 'shop', summary: 'Move the wishlist, or `skus` of it, into the cart: one piece each',
    audit: { group: 'wishlist', action: 'to-cart' }, input: z.object({ skus: z.array(SKU).max(500).optional() }), output: FILLED_CART,
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const done = await wishlistToCart(unit, request, { skus: input.skus ?? null, newId: deps.random.uuid });
      if (!done.ok) return { refused: done.error };
      const added = done.value.moved.map((sku) => ({ sku, quantity: 1 }));
      return { answer: json({ cart: await cartNow(context), added, leftOut: leftOutJson(context, done.value.left) }, { status: 201 }), entry: { detail: movedDetail(done.value) } };
    },
  }),
];

const piecesBySku = (items: readonly { sku: string; quantity: number }[]): Record<string, string> => Object.fromEntries(items.map(({ sku, quantity }) => [sku, String(quantity)]));

async function cartNow({ deps, request, unit }: RouteContext<unknown>): Promise<z.infer<typeof CART>> {
  return cartJson(deps, request, await pricedCart(unit, request));
}

function leftOutJson({ deps, request }: RouteContext<unknown>, leftOut: readonly LeftOut[]): z.infer<typeof LEFT_OUT>[] {
  return leftOut.map(({ sku, why }) => {
    if (why === 'free') return { sku, code: 'free-of-charge', text: deps.web.message('reorder.was-free', request.locale) };
    return { sku, code: why.code, text: problemsOf(deps, [why], request)[0]?.text ?? '' };
  });
}
