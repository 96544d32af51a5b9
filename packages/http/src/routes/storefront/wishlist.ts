import { addToWishlist, removeFromWishlist, wishlistOf } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import { buyerOf, inStore, ownerOf, priceTerms } from '../../present/names.ts';
import { productCard } from '../../present/products.ts';
import { route, type Route } from '../../route.ts';

const SKU = z.object({ sku: z.string().max(64) });

export const wishlistRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/wishlist', handle: 'wishlist_index_index', access: 'customer', inContext: 'view', input: z.object({}),
    run: async ({ request, unit }) => {
      const here = inStore(request);
      const customer = buyerOf(request.caller);
      const products = customer === null ? [] : await wishlistOf(unit, { store: here.store, customer, ...priceTerms(request) });
      const canChange = request.caller.kind === 'customer' || (request.caller.kind === 'context' && request.caller.session.mode !== 'view');
      return { answer: page('storefront/wishlist', { products: products.map((card) => productCard(card, here)), canChange }) };
    },
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
    method: 'POST', area: 'storefront', path: '/account/wishlist/remove', handle: 'wishlist_index_remove', access: 'customer', inContext: 'shop',
    audit: { group: 'wishlist', action: 'remove' }, input: SKU,
    run: async ({ request, unit, input }) => {
      const { customerId, store } = ownerOf(request);
      await removeFromWishlist(unit, { customerId, sku: input.sku });
      return { answer: redirect(`${store.base}/account/wishlist`), entry: { object: { type: 'product', id: input.sku } }, flash: { tone: 'good', code: 'wishlist-removed' } };
    },
  }),
];
