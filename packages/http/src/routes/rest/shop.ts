import { parsePrice, PAYMENT_STATES, type Refusal } from '@onbehalf/core';
import { addLine, applyCoupon, changeQuantity, orderByNumber, ordersOf, removeCoupon, removeLine, withdrawRequest } from '@onbehalf/shop';
import type { Unit } from '@onbehalf/assist';
import { z } from 'zod';
import { json, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inLocale } from '../../frame.ts';
import { pricedCart } from '../../present/cart.ts';
import { pricedCheckout } from '../../present/checkout.ts';
import { inStore, ownerOf } from '../../present/names.ts';
import { paymentChoices } from '../../present/payment-choices.ts';
import { cartJson, moneyJson, orderJson, totalsJson } from '../../present/rest.ts';
import { route, type Refused, type Route } from '../../route.ts';
import { placeOrderFor } from '../../use-cases/place-order.ts';
import { askLead } from '../../use-cases/ask-lead.ts';
import { resetPrice, setPrice, type SetPriceCommand } from '../../use-cases/set-price.ts';
import { ADDRESS, CART, CHECKOUT, ORDER, PLACED } from './schemas.ts';

const ID = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const VERSION = z.coerce.number().int().min(0).max(999_999_999);
export const PIECES = z.number().int();
const LINE = z.object({ id: ID, version: VERSION });
export const PRICE = z.unknown().meta({ type: 'string', maxLength: 20, description: 'A decimal string with a dot, for example "80.00". Numbers are refused: they lose digits.' });

/** Cart and checkout of whoever the token stands for: the same checks, limits and entries as in the browser (P12, I09). */
export const shopRestRoutes: Route[] = [
  route({
    method: 'GET', area: 'rest', path: '/V1/carts/mine', handle: 'checkout_cart_index', access: 'customer', inContext: 'view', summary: 'The open cart', input: z.object({}), output: CART,
    run: async ({ deps, request, unit }) => ({ answer: await theCart(deps, request, unit) }),
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/carts/mine/items', handle: 'checkout_cart_add', access: 'customer', inContext: 'shop', summary: 'Add pieces of a product',
    audit: { group: 'cart', action: 'add-line' }, input: z.object({ sku: z.string().max(64), quantity: PIECES }), output: CART,
    run: async ({ deps, request, unit, input }) => {
      const added = await addLine(unit, ownerOf(request), { ...input, now: request.now, newId: deps.random.uuid });
      if (!added.ok) return refusedAt({ type: 'product', id: input.sku }, [added.error]);
      const { lineId, quantity } = added.value;
      return { answer: await theCart(deps, request, unit, 201), entry: { object: { type: 'cart-line', id: lineId }, detail: { sku: input.sku, added: input.quantity, quantity } } };
    },
  }),
  route({
    method: 'PUT', area: 'rest', path: '/V1/carts/mine/items/:id', handle: 'checkout_cart_updatepost', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop', summary: 'Set the pieces of a line',
    audit: { group: 'cart', action: 'change-quantity' }, input: LINE.extend({ quantity: PIECES }), output: CART,
    run: async ({ deps, request, unit, input }) => {
      const changed = await changeQuantity(unit, ownerOf(request), { lineId: input.id, version: input.version, quantity: input.quantity, now: request.now });
      if (!changed.ok) return refusedAt({ type: 'cart-line', id: input.id }, [changed.error]);
      const { sku, before } = changed.value;
      return { answer: await theCart(deps, request, unit), entry: { object: { type: 'cart-line', id: input.id }, detail: { sku, before, after: input.quantity } } };
    },
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/carts/mine/items/:id', handle: 'checkout_cart_delete', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop', summary: 'Take a line out; version as a query parameter',
    audit: { group: 'cart', action: 'remove-line' }, input: LINE, output: CART,
    run: async ({ deps, request, unit, input }) => {
      const removed = await removeLine(unit, ownerOf(request), { lineId: input.id, version: input.version, now: request.now });
      if (!removed.ok) return refusedAt({ type: 'cart-line', id: input.id }, [removed.error]);
      const { sku, before } = removed.value;
      return { answer: await theCart(deps, request, unit), entry: { object: { type: 'cart-line', id: input.id }, detail: { sku, before } } };
    },
  }),
  route({
    method: 'PUT', area: 'rest', path: '/V1/carts/mine/items/:id/price', handle: 'staff_cart_price', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop', summary: 'Edit the price of a line: a price or a percentage off, with its reason, or the key of an alternative',
    audit: { group: 'cart', action: 'set-price' }, ownTransaction: true, input: LINE.extend({ price: PRICE.optional(), alternative: z.string().max(80).optional(), percent: z.union([z.string().max(20), z.number()]).optional().meta({ description: 'Percent off the original price, for example "10".' }), reason: z.string().trim().max(200).default('') }), output: CART,
    run: async ({ deps, request, unit, input }) => {
      const price: SetPriceCommand['price'] = input.percent !== undefined ? { percentOff: input.percent, locale: 'api' } : input.alternative !== undefined ? { alternativeKey: input.alternative } : { text: input.price, locale: 'api' };
      const set = await setPrice(unit, request, { lineId: input.id, version: input.version, price, reason: input.reason }, askLead(deps, request));
      if (!set.ok) return refusedAt({ type: 'cart-line', id: input.id }, set.error.refusals);
      return { recorded: true, answer: await theCart(deps, request, unit) };
    },
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/carts/mine/items/:id/price', handle: 'staff_cart_price_reset', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop', summary: 'Go back to the price the shop would charge',
    audit: { group: 'cart', action: 'reset-price' }, ownTransaction: true, input: LINE, output: CART,
    run: async ({ deps, request, unit, input }) => {
      const reset = await resetPrice(unit, request, { lineId: input.id, version: input.version });
      if (!reset.ok) return refusedAt({ type: 'cart-line', id: input.id }, reset.error.refusals);
      return { recorded: true, answer: await theCart(deps, request, unit) };
    },
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/carts/mine/items/:id/price-request', handle: 'checkout_cart_price_withdraw', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop', summary: 'Take back the question about a price that waits; version as a query parameter',
    audit: { group: 'cart', action: 'withdraw-price' }, input: LINE, output: CART,
    run: async ({ deps, request, unit, input }) => {
      const withdrawn = await withdrawRequest(unit, ownerOf(request), { lineId: input.id, version: input.version, now: request.now });
      if (!withdrawn.ok) return refusedAt({ type: 'cart-line', id: input.id }, [withdrawn.error]);
      return { answer: await theCart(deps, request, unit), entry: { object: { type: 'cart-line', id: input.id }, detail: { sku: withdrawn.value.sku } } };
    },
  }),
  route({
    method: 'PUT', area: 'rest', path: '/V1/carts/mine/coupon', handle: 'checkout_cart_couponpost', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop', summary: 'Put a coupon on the cart',
    audit: { group: 'cart', action: 'apply-coupon' }, input: z.object({ version: VERSION, code: z.string().max(40) }), output: CART,
    run: async ({ deps, request, unit, input }) => {
      const applied = await applyCoupon(unit, ownerOf(request), { ...input, now: request.now });
      return applied.ok ? { answer: await theCart(deps, request, unit), entry: { detail: { coupon: input.code.toUpperCase() } } } : { refused: [applied.error] };
    },
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/carts/mine/coupon', handle: 'checkout_cart_couponremove', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop', summary: 'Take the coupon off; version as a query parameter',
    audit: { group: 'cart', action: 'remove-coupon' }, input: z.object({ version: VERSION }), output: CART,
    run: async ({ deps, request, unit, input }) => {
      const removed = await removeCoupon(unit, ownerOf(request), { ...input, now: request.now });
      return removed.ok ? { answer: await theCart(deps, request, unit), entry: {} } : { refused: [removed.error] };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/checkout', handle: 'checkout_index_index', access: 'customer', inContext: 'shop', summary: 'What can be chosen, and the totals with that shipping method',
    input: z.object({ shippingMethod: z.string().max(30).default(''), addressId: z.string().max(20).default('') }), output: CHECKOUT,
    run: async ({ deps, request, unit, input }) => ({ answer: json(await checkoutJson(deps, unit, request, input), { view: { type: 'customer', id: ownerOf(request).customerId } }) }),
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/orders', handle: 'checkout_onepage_saveorder', formOf: 'checkout_index_index', access: 'customer', inContext: 'shop',
    summary: 'Place the order of the open cart; the header Idempotency-Key makes a retry safe', audit: { group: 'order', action: 'place' }, auditFor: 'everybody',
    input: z.object({
      version: VERSION, expectedTotal: PRICE, shippingMethod: z.string().max(30).default('none'), paymentMethod: z.string().max(30),
      addressId: z.string().max(20).optional(), address: ADDRESS.optional(), billingAddressId: z.string().max(20).optional(), purchaseOrderNumber: z.string().max(100).default(''), comment: z.string().max(5000).default(''),
    }),
    output: PLACED,
    run: async ({ deps, request, unit, input }) => {
      const { idempotencyKey } = request;
      if (idempotencyKey === null || !/^[\x21-\x7e]{8,64}$/.test(idempotencyKey)) return { refused: [{ code: 'invalid-input', field: 'Idempotency-Key' }] };
      const total = parsePrice(input.expectedTotal, inStore(request).store.currency);
      if (!total.ok) return { refused: [{ code: 'invalid-input', field: 'expectedTotal' }] };
      const placed = await placeOrderFor(unit, { deps, arrived: request }, {
        cartVersion: input.version, checkoutKey: idempotencyKey, expectedTotalMinor: total.value, shippingMethod: input.shippingMethod, paymentMethod: input.paymentMethod,
        shippingAddress: input.address ?? (input.addressId === undefined ? null : { id: input.addressId }),
        billingAddress: input.billingAddressId === undefined ? null : { id: input.billingAddressId },
        purchaseOrderNumber: input.purchaseOrderNumber, customerComment: input.comment,
      });
      if (!placed.ok) return { refused: placed.error };
      const { number, already } = placed.value;
      const order = await orderByNumber(unit, number, visibility(request));
      if (!order.ok) throw new Error('An order just placed has no row');
      return { recorded: true, answer: json({ ...orderJson(order.value, request), already }, { status: already ? 200 : 201 }) };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/orders', handle: 'sales_order_history', access: 'customer', inContext: 'view', summary: 'The customer’s orders, newest first',
    input: z.object({ cursor: z.string().max(200).optional() }), output: z.object({ items: z.array(z.object({ number: z.string(), placedAt: z.string(), status: z.string(), payment: z.enum(PAYMENT_STATES).nullable(), total: z.unknown() })), next: z.string().nullable() }),
    run: async ({ request, unit, input }) => {
      const { store } = inStore(request);
      const found = await ordersOf(unit, { customerId: ownerOf(request).customerId, storeWebsiteId: store.websiteId, limit: 50, before: input.cursor ?? null });
      return { answer: json({ items: found.orders.map((one) => ({ number: one.number, placedAt: one.placedAt.toISOString(), status: one.status, payment: one.payment, total: moneyJson(one.totalMinor, one.currency) })), next: found.next }, { view: { type: 'order', id: 'list' } }) };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/orders/:number', handle: 'sales_order_view', access: 'customer', inContext: 'view', summary: 'One order', input: z.object({ number: z.string().regex(/^[0-9]{1,18}$/) }), output: ORDER,
    run: async ({ request, unit, input }) => {
      const found = await orderByNumber(unit, input.number, visibility(request));
      if (!found.ok || found.value.customer.id !== ownerOf(request).customerId) return { refused: [{ code: 'order-not-found' }] };
      return { answer: json(orderJson(found.value, request), { view: { type: 'order', id: input.number } }) };
    },
  }),
];

function refusedAt(object: { type: string; id: string }, refused: Refusal[]): Refused {
  return { refused, object };
}

export async function theCart(deps: Deps, request: Arrived, unit: Unit, status = 200): Promise<Answer> {
  return json(cartJson(deps, request, await pricedCart(unit, request)), { status });
}

// An actor in a context reads the order as staff; whose order it is, is checked beside it.
function visibility(request: Arrived): 'all' | { customerId: string } {
  return request.caller.kind === 'context' ? 'all' : { customerId: ownerOf(request).customerId };
}

async function checkoutJson(deps: Deps, unit: Unit, request: Arrived, wanted: { shippingMethod: string; addressId: string }): Promise<z.infer<typeof CHECKOUT>> {
  const { store, locale } = inStore(request);
  const view = await pricedCheckout(unit, request, { addressId: wanted.addressId, newCountry: null, shippingMethod: wanted.shippingMethod });
  const { cart, addresses, priced } = view;
  return {
    version: cart.version,
    totals: totalsJson(priced.totals),
    needsShipping: priced.needsShipping,
    shippingMethod: priced.shipping?.code ?? null,
    addresses,
    shippingMethods: priced.shippingOffers.map((one) => ({ code: one.code, name: inLocale(one.name, locale), price: moneyJson(one.minor, store.currency) })),
    paymentMethods: paymentChoices(deps, request, view).map(({ method, payableBy, refusal }) => ({ code: method.code, name: inLocale(method.name, locale), payableBy, refused: refusal?.code ?? null })),
  };
}
