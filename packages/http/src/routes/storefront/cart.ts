import { addLine, applyCoupon, changeQuantity, chosenSku, hasGuestCart, removeCoupon, removeLine, slugOfSku, withdrawRequest } from '@onbehalf/shop';
import type { Refusal } from '@onbehalf/core';
import type { Typed } from '@onbehalf/web';
import type { Unit } from '@onbehalf/assist';
import { z } from 'zod';
import { json, page, redirect, type Answer, type CookieChange } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { cartProps, pricedCart, type CartRefused } from '../../present/cart.ts';
import { decisionNews } from '../../present/cart-notices.ts';
import { holderOf, inStore, ownerOf } from '../../present/names.ts';
import { usualFor } from '../../present/usual.ts';
import { network } from '../../login-limits.ts';
import { SeenLately } from '../../seen-lately.ts';
import { cartToFill, renewed } from '../../use-cases/guest-cart.ts';
import { problemsOf } from '../../problems.ts';
import { choiceIn } from '../../read-choice.ts';
import { route, type Outcome, type Refused, type Route, type RouteContext } from '../../route.ts';
import { askLead } from '../../use-cases/ask-lead.ts';
import { resetPrice, setPrice } from '../../use-cases/set-price.ts';
import { showProduct } from './catalogue.ts';

const UUID = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const VERSION = z.string().regex(/^[0-9]{1,9}$/).transform(Number);
/** Text as typed; what isn't a count of pieces becomes one the shop refuses, never a guess. */
export const PIECES = z.string().max(20).transform((text) => (/^\s*[0-9]{1,6}\s*$/.test(text) ? Number(text) : Number.NaN));
const LINE = z.object({ id: UUID, version: VERSION });
const REASON = z.string().trim().max(200).default('');

export const cartRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/cart', handle: 'checkout_cart_index', access: 'public', inContext: 'view', input: z.object({}),
    run: async (context) => ({ answer: await showCart(context.deps, context.request, context.unit) }),
  }),
  route({
    // C5: the page asks it by itself while a price waits, so that customer and actor see the decision as it comes.
    method: 'GET', area: 'storefront', path: '/cart/waiting', handle: 'checkout_cart_waiting', formOf: 'checkout_cart_index', access: 'customer', inContext: 'view', countsAsUse: false, input: z.object({}),
    run: async ({ deps, request, unit }) => {
      const { priced } = await pricedCart(unit, request);
      return { answer: json({ lines: priced.lines.map((one) => ({ id: one.line.id, waiting: one.waiting !== null, text: decisionNews(deps, request, one) })) }) };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/lines', handle: 'checkout_cart_add', access: 'public', inContext: 'shop',
    audit: { group: 'cart', action: 'add-line' }, input: z.looseObject({ sku: z.string().max(64), quantity: PIECES, slug: z.string().max(120).optional() }),
    run: async ({ deps, request, unit, input }) => {
      const chosen = choiceIn(input);
      const no = (refusal: Refusal): Refused => ({
        refused: [refusal], object: { type: 'product', id: input.sku }, evenNobody: refusal.code === 'too-many-carts' && isFirstLately(request),
        show: (fresh) => showProductAgain(deps, request, fresh, { sku: input.sku, chosen, refusals: [refusal] }),
      });
      const found = await chosenSku(unit, { store: inStore(request).store, sku: input.sku, valueIds: [...chosen.values()] });
      if (!found.ok) return no(found.error);
      const sku = found.value;
      const cart = await cartToFill(unit, { deps, request });
      if (!cart.ok) return no(cart.error);
      const { holder, cookies, flashFor } = cart.value;
      const added = await addLine(unit, holder, { sku, quantity: input.quantity, now: request.now, newId: deps.random.uuid });
      if (!added.ok) return no(added.error);
      const { lineId, quantity } = added.value;
      return {
        answer: redirect(`${inStore(request).store.base}/cart`, cookies.length === 0 ? {} : { cookies }), flashFor,
        entry: { object: { type: 'cart-line', id: lineId }, detail: { sku, added: input.quantity, quantity } },
        flash: { tone: 'good', code: 'added-to-cart', facts: { sku } },
      };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/lines/:id', handle: 'checkout_cart_updatepost', formOf: 'checkout_cart_index', access: 'cart', inContext: 'shop',
    audit: { group: 'cart', action: 'change-quantity' }, input: LINE.extend({ quantity: PIECES }),
    run: async ({ deps, request, unit, input }) => {
      const changed = await changeQuantity(unit, holderOf(request), { lineId: input.id, version: input.version, quantity: input.quantity, now: request.now });
      if (!changed.ok) return cartRefused({ deps, request }, { refusals: [changed.error], lineId: input.id, typed: {} });
      const { sku, before } = changed.value;
      return { answer: toCart(request), entry: { object: { type: 'cart-line', id: input.id }, detail: { sku, before, after: input.quantity } } };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/lines/:id/remove', handle: 'checkout_cart_delete', formOf: 'checkout_cart_index', access: 'cart', inContext: 'shop',
    audit: { group: 'cart', action: 'remove-line' }, input: LINE,
    run: async ({ deps, request, unit, input }) => {
      const removed = await removeLine(unit, holderOf(request), { lineId: input.id, version: input.version, now: request.now });
      if (!removed.ok) return cartRefused({ deps, request }, { refusals: [removed.error], lineId: input.id, typed: {} });
      const { sku, before } = removed.value;
      return {
        answer: toCart(request),
        entry: { object: { type: 'cart-line', id: input.id }, detail: { sku, before } },
        flash: { tone: 'good', code: 'line-removed', facts: { sku } },
      };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/lines/:id/price', handle: 'staff_cart_price', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop',
    audit: { group: 'cart', action: 'set-price' }, ownTransaction: true, input: LINE.extend({ price: z.string().max(64).optional(), alternative: z.string().max(80).optional(), reason: REASON }),
    run: async ({ deps, request, unit, input }) => {
      const { alternative, price = '', reason } = input;
      const { locale } = request;
      const command = alternative !== undefined && alternative !== '' ? { alternativeKey: alternative } : { text: price, locale };
      const set = await setPrice(unit, request, { lineId: input.id, version: input.version, price: command, reason }, askLead(deps, request));
      if (!set.ok) return cartRefused({ deps, request }, { refusals: set.error.refusals, lineId: input.id, typed: { price, reason } });
      return { answer: toLine(request, input.id), recorded: true, flash: { tone: set.value.waiting ? 'warn' : 'good', code: set.value.waiting ? 'price-asked' : 'price-set', facts: { sku: set.value.sku } } };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/lines/:id/price/reset', handle: 'staff_cart_price_reset', formOf: 'checkout_cart_index', access: 'context', inContext: 'shop',
    audit: { group: 'cart', action: 'reset-price' }, ownTransaction: true, input: LINE,
    run: async ({ deps, request, unit, input }) => {
      const reset = await resetPrice(unit, request, { lineId: input.id, version: input.version });
      if (!reset.ok) return cartRefused({ deps, request }, { refusals: reset.error.refusals, lineId: input.id, typed: {} });
      return { answer: toLine(request, input.id), recorded: true, flash: { tone: 'good', code: 'price-reset' } };
    },
  }),
  route({
    // C5: the normal price instead of one that waits: the actor takes his question back, or the customer won't wait.
    method: 'POST', area: 'storefront', path: '/cart/lines/:id/price/withdraw', handle: 'checkout_cart_price_withdraw', formOf: 'checkout_cart_index', access: 'customer', inContext: 'shop',
    audit: { group: 'cart', action: 'withdraw-price' }, input: LINE,
    run: async ({ deps, request, unit, input }) => {
      const withdrawn = await withdrawRequest(unit, ownerOf(request), { lineId: input.id, version: input.version, now: request.now });
      if (!withdrawn.ok) return cartRefused({ deps, request }, { refusals: [withdrawn.error], lineId: input.id, typed: {} });
      return { answer: toCart(request), entry: { object: { type: 'cart-line', id: input.id }, detail: { sku: withdrawn.value.sku } }, flash: { tone: 'good', code: 'price-withdrawn' } };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/coupon', handle: 'checkout_cart_couponpost', formOf: 'checkout_cart_index', access: 'cart', inContext: 'shop',
    audit: { group: 'cart', action: 'apply-coupon' }, input: z.object({ version: VERSION, code: z.string().trim().max(40) }),
    run: async ({ deps, request, unit, input }) => {
      const applied = await applyCoupon(unit, holderOf(request), { version: input.version, code: input.code, now: request.now });
      if (!applied.ok) return cartRefused({ deps, request }, { refusals: [applied.error], lineId: null, typed: { code: input.code } });
      return { answer: toCart(request), entry: { detail: { coupon: input.code.toUpperCase() } }, flash: { tone: 'good', code: 'coupon-applied', facts: { code: input.code.toUpperCase() } } };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/cart/coupon/remove', handle: 'checkout_cart_couponremove', formOf: 'checkout_cart_index', access: 'cart', inContext: 'shop',
    audit: { group: 'cart', action: 'remove-coupon' }, input: z.object({ version: VERSION }),
    run: async ({ deps, request, unit, input }) => {
      const removed = await removeCoupon(unit, holderOf(request), { version: input.version, now: request.now });
      return removed.ok ? { answer: toCart(request), entry: {} } : cartRefused({ deps, request }, { refusals: [removed.error], lineId: null, typed: {} });
    },
  }),
];

export function toCart(request: Arrived): Answer {
  return redirect(`${inStore(request).store.base}/cart`, request.guestCart === null ? {} : { cookies: renewed(request) });
}

const FIVE_MINUTES = 300_000;
const lately = new SeenLately();

// Who floods the shop with carts is on record, and can't flood the record.
function isFirstLately({ now, peer }: Arrived): boolean {
  const bucket = Math.floor(now.getTime() / FIVE_MINUTES);
  if (lately.has(bucket, network(peer))) return false;
  lately.add(bucket, network(peer));
  return true;
}

/** Where one was: without script too the page begins at the line, and the next Tab is its own. */
const toLine = (request: Arrived, lineId: string): Answer => redirect(`${inStore(request).store.base}/cart#line-${lineId}`);

async function showCart(deps: Deps, request: Arrived, unit: Unit, refused?: CartRefused): Promise<Answer> {
  const { caller } = request;
  const usual = caller.kind === 'context' && caller.session.mode !== 'view' ? await usualFor(unit, request) : [];
  const found = await pricedCart(unit, request);
  return page('storefront/cart', cartProps(deps, request, found, { usual, ...(refused === undefined ? {} : { refused }) }), {
    ...(refused === undefined ? {} : { status: 422 }),
    ...(usual.length === 0 ? {} : { view: { type: 'order', id: 'usual' } }),
    ...(found.cart.id === null ? { cookies: await withoutCart(unit, request) } : {}),
  });
}

// A cookie that names no cart any more would keep its bearer from the page cache for nothing.
async function withoutCart(unit: Unit, { guestCart }: Arrived): Promise<CookieChange[]> {
  return guestCart === null || (await hasGuestCart(unit, guestCart.hash)) ? [] : [{ name: 'cart', value: null }];
}

/** The cart again, with what was typed and what is wrong with it, at the line it concerns. */
export function cartRefused({ deps, request }: Pick<RouteContext<unknown>, 'deps' | 'request'>, refused: { refusals: Refusal[]; lineId: string | null; typed: Typed }): Refused {
  return {
    refused: refused.refusals,
    ...(refused.lineId === null ? {} : { object: { type: 'cart-line', id: refused.lineId } }),
    show: (unit) => showCart(deps, request, unit, refused),
  };
}

async function showProductAgain(deps: Deps, request: Arrived, unit: Unit, { sku, chosen, refusals }: { sku: string; chosen: ReadonlyMap<string, string>; refusals: Refusal[] }): Promise<Answer> {
  const slug = await slugOfSku(unit, sku);
  const shown: Outcome = slug === null ? { refused: refusals } : await showProduct({ deps, unit }, request, { slug, chosen, problems: problemsOf(deps, refusals, request), typed: {} });
  if (!('refused' in shown)) return shown.answer;
  return page('storefront/cart', cartProps(deps, request, await pricedCart(unit, request), { refused: { refusals, lineId: null, typed: {} } }), { status: 422 });
}
