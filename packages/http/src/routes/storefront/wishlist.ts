import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { addToWishlist, removeFromWishlist, wishlistOf } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { leftOutNote } from '../../present/left-out.ts';
import { buyerOf, inStore, ownerOf, priceTerms } from '../../present/names.ts';
import { productCard } from '../../present/products.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type FlashNote, type Route } from '../../route.ts';
import { movedDetail, wishlistToCart } from '../../use-cases/wishlist-to-cart.ts';

const SKU = z.object({ sku: z.string().max(64) });

export const wishlistRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/wishlist', handle: 'wishlist_index_index', access: 'customer', inContext: 'view', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: await show({ deps, request, unit }, []) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/wishlist', handle: 'wishlist_index_add', access: 'customer', inContext: 'shop',
    audit: { group: 'wishlist', action: 'add' }, input: SKU,
    run: async ({ deps, request, unit, input }) => {
      const { customerId, store } = ownerOf(request);
      const added = await addToWishlist(unit, { customerId, websiteId: store.websiteId, sku: input.sku, now: deps.clock.now() });
      if (!added.ok) return { refused: [added.error] };
      return { answer: redirect(`${store.base}/account/wishlist`), entry: { object: { type: 'product', id: input.sku } }, flash: { tone: 'good', code: 'wishlist-added' } };
    },
  }),
  route({
    // One piece of a product, or without `sku` of each that can be bought.
    method: 'POST', area: 'storefront', path: '/account/wishlist/cart', handle: 'wishlist_index_cart', access: 'customer', inContext: 'shop',
    audit: { group: 'wishlist', action: 'to-cart' }, input: z.object({ sku: z.string().max(64).optional() }),
    run: async ({ deps, request, unit, input }) => {
      const done = await wishlistToCart(unit, request, { skus: input.sku === undefined ? null : [input.sku], newId: deps.random.uuid });
      if (!done.ok) return { refused: done.error, show: (fresh) => show({ deps, request, unit: fresh }, done.error) };
      const { moved, left } = done.value;
      const flash: FlashNote = left.length === 0
        ? { tone: 'good', code: 'wishlist-moved', facts: { count: moved.length } }
        : { tone: 'warn', code: 'wishlist-moved-in-part', facts: { count: moved.length, left: leftOutNote(deps, request.locale, left) } };
      // Who moves one goes on with the others; who moves them all wants to see the cart.
      return { answer: redirect(`${inStore(request).store.base}/${input.sku === undefined ? 'cart' : 'account/wishlist'}`), entry: { detail: movedDetail(done.value) }, flash };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/wishlist/remove', handle: 'wishlist_index_remove', access: 'customer', inContext: 'shop',
    audit: { group: 'wishlist', action: 'remove' }, input: SKU,
    run: async ({ request, unit, input }) => {
      const { customerId, store } = ownerOf(request);
      await removeFromWishlist(unit, { customerId, sku: input.sku });
      return { answer: redirect(`${store.base}/account/wishlist`), entry: { object: { type: 'product', id: input.sku } }, flash: { tone: 'good', code: 'wishlist-removed' } };
    },
  }),
];

async function show({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, refusals: readonly Refusal[]): Promise<Answer> {
  const here = inStore(request);
  const customer = buyerOf(request.caller);
  const products = customer === null ? [] : await wishlistOf(unit, { store: here.store, customer, ...priceTerms(request) });
  const canChange = request.caller.kind === 'customer' || (request.caller.kind === 'context' && request.caller.session.mode !== 'view');
  return page('storefront/wishlist', { products: products.map((card) => productCard(card, here)), canChange, problems: problemsOf(deps, refusals, request) }, { status: refusals.length > 0 ? statusOf(refusals) : 200 });
}
