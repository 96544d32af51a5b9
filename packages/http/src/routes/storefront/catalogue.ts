import { homePage, productPage } from '@onbehalf/shop';
import type { Problem, Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { tagsOf } from '../../page-cache/kept-pages.ts';
import { buyerOf, imageOf, inStore, money, priceTerms } from '../../present/names.ts';
import { galleryOf } from '../../present/gallery.ts';
import { productCard, whyNotAdd } from '../../present/products.ts';
import { whyProduct } from '../../present/why-price.ts';
import { choiceIn } from '../../read-choice.ts';
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
    input: z.looseObject({ slug: SLUG, quantity: z.string().max(20).optional().catch(undefined) }),
    run: ({ deps, request, unit, input }) => {
      const { slug, quantity } = input;
      return showProduct({ deps, unit }, request, { slug, chosen: choiceIn(input), problems: [], typed: quantity === undefined ? {} : { quantity } });
    },
  }),
];

const shows = (products: Parameters<typeof tagsOf>[0]) => ({ shows: tagsOf(products) });

function viewOf(request: Arrived) {
  return { store: inStore(request).store, customer: buyerOf(request.caller), ...priceTerms(request) };
}

interface ShownProduct {
  slug: string;
  /** Value ids by option id. */
  chosen?: ReadonlyMap<string, string>;
  problems: Problem[];
  typed: Typed;
}

/** The product page, also after a refused "Add to cart" with what was typed. */
export async function showProduct({ deps, unit }: { deps: Deps; unit: Unit }, request: Arrived, { slug, chosen, problems, typed }: ShownProduct): Promise<Outcome> {
  const here = inStore(request);
  const { base, currency } = here.store;
  const found = await productPage(unit, { ...viewOf(request), slug, ...(chosen === undefined ? {} : { chosen }) });
  if (!found.ok) return { refused: [found.error] };
  const { product, options, choice, description, facts, unit: piece, category, onWishlist, related, considered } = found.value;
  const variant = choice?.variant ?? null;
  const shown = variant ?? product;
  // With options the choice may still change in the form: what it comes to is looked at once it is sent.
  const cannot = whyNotAdd(product.stock, here);
  const answer: Answer = page('storefront/product', {
    sku: shown.sku, href: `${base}/p/${product.slug}`, name: product.name, summary: product.summary, description, image: imageOf(shown.image), gallery: galleryOf(found.value, shown.image), facts, kind: kindOf(product.kind),
    price: money(shown.priceMinor, currency),
    listPrice: shown.listPriceMinor === null ? null : money(shown.listPriceMinor, currency),
    tiers: shown.tiers.map((tier) => ({ from: tier.from, price: money(tier.minor, currency) })),
    stock: shown.stock, stockCount: shown.stockCount, unit: piece,
    options, isFrom: product.isFrom, choice: choice === null || variant !== null ? 'made' : choice.missing.length > 0 ? 'open' : 'none',
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
