import { homePage, productPage } from '@onbehalf/shop';
import type { Problem, Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { productTag } from '../../page-cache/kept-pages.ts';
import { buyerOf, imageOf, inStore, money, priceTerms } from '../../present/names.ts';
import { productCard, whyNotAdd } from '../../present/products.ts';
import { whyProduct } from '../../present/why-price.ts';
import { route, type Outcome, type Route } from '../../route.ts';
import type { Unit } from '@onbehalf/assist';

const FEATURED = 8;

const SLUG = z.string().regex(/^[a-z0-9-]{1,120}$/);

export const catalogueRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/', handle: 'cms_index_index', access: 'public', inContext: 'view', cached: true, input: z.object({}),
    run: async ({ request, unit }) => {
      const here = inStore(request);
      const found = await homePage(unit, { ...viewOf(request), limit: FEATURED });
      return {
        answer: page('storefront/home', {
          categories: found.categories.map((one) => ({ name: one.name, text: one.description, href: `${here.store.base}/c/${one.slug}`, image: imageOf(one.image) })),
          featured: found.featured.map((card) => productCard(card, here)),
        }, shows(found.featured)),
      };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/p/:slug', handle: 'catalog_product_view', access: 'public', inContext: 'view', cached: true,
    input: z.object({ slug: SLUG }),
    run: ({ deps, request, unit, input }) => showProduct({ deps, unit }, request, { slug: input.slug, problems: [], typed: {} }),
  }),
];

const shows = (products: readonly { sku: string }[]) => ({ shows: products.map(({ sku }) => productTag(sku)) });

function viewOf(request: Arrived) {
  return { store: inStore(request).store, customer: buyerOf(request.caller), ...priceTerms(request) };
}

/** The product page, also after a refused "Add to cart" with what was typed. */
export async function showProduct({ deps, unit }: { deps: Deps; unit: Unit }, request: Arrived, { slug, problems, typed }: { slug: string; problems: Problem[]; typed: Typed }): Promise<Outcome> {
  const here = inStore(request);
  const { base, currency } = here.store;
  const found = await productPage(unit, { ...viewOf(request), slug });
  if (!found.ok) return { refused: [found.error] };
  const { product, description, facts, unit: piece, category, onWishlist, related, considered } = found.value;
  const cannot = whyNotAdd(product.stock, here);
  const answer: Answer = page('storefront/product', {
    sku: product.sku, name: product.name, summary: product.summary, description, image: imageOf(product.image), facts, kind: kindOf(product.kind),
    price: money(product.priceMinor, currency),
    listPrice: product.listPriceMinor === null ? null : money(product.listPriceMinor, currency),
    tiers: product.tiers.map((tier) => ({ from: tier.from, price: money(tier.minor, currency) })),
    stock: product.stock, stockCount: product.stockCount, unit: piece,
    breadcrumb: [{ name: category.name, href: `${base}/c/${category.slug}` }],
    canAdd: cannot === null, cannotAddBecause: cannot, onWishlist, problems, typed,
    why: whyProduct(deps, here, considered),
    related: related.map((card) => productCard(card, here)),
  }, { status: problems.length > 0 ? 422 : 200, ...shows([product, ...related]) });
  return { answer };
}

function kindOf(kind: 'simple' | 'configurable' | 'virtual' | 'downloadable'): 'simple' | 'virtual' | 'downloadable' {
  return kind === 'configurable' ? 'simple' : kind;
}
