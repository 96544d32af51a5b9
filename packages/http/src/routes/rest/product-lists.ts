import { categories, categoryPage, searchProducts, type ListedCard, type ProductList } from '@onbehalf/shop';
import { z } from 'zod';
import { json } from '../../answer.ts';
import type { Deps } from '../../deps.ts';
import { buyerOf, priceTerms, type InStore } from '../../present/names.ts';
import { imageJson } from '../../present/gallery.ts';
import { storeAsked } from '../../present/store-asked.ts';
import { readList, REST_CATEGORIES, REST_LIST_INPUT, type AskedList } from '../../read-list.ts';
import { route, type Outcome, type Route } from '../../route.ts';
import { storeOrigin } from '../../sites.ts';
import { IMAGE, PRICED, pricedJson } from './products.ts';

const SLUG = z.string().regex(/^[a-z0-9-]{1,120}$/);

const CHOICE = z.object({ code: z.string(), label: z.string(), count: z.number().meta({ description: 'Products that choosing it would show.' }), chosen: z.boolean() });

const LIST = z
  .object({
    items: z.array(z.object({
      sku: z.string(), name: z.string(), summary: z.string(), kind: z.enum(['simple', 'configurable', 'virtual', 'downloadable']), ...PRICED,
      image: IMAGE.nullable().meta({ description: 'The main one of its own pictures; null where a drawing stands for it.' }),
      priceFrom: z.boolean().meta({ description: 'True: the versions that fit differ in price, and this is the lowest.' }),
      variants: z.array(z.object({ sku: z.string().meta({ description: 'What a line of the cart takes.' }), ...PRICED })).meta({ description: 'The versions that have all that was asked for; empty for a product without options.' }),
    })),
    total: z.number(), page: z.number(), pages: z.number(),
    more: z.boolean().meta({ description: 'True: there are more than a list holds, and these are the first or the best of them.' }),
    inStock: z.number().meta({ description: 'Products of the list that are in stock.' }),
    facets: z.array(z.object({ code: z.string(), label: z.string(), values: z.array(CHOICE) })),
  })
  .meta({ id: 'ProductList' });

const FOUND = LIST.extend({
  categories: z.array(CHOICE),
  nearest: z.boolean().meta({ description: 'True: no product has every word as it was typed; these resemble it, or have most of it.' }),
  meant: z.string().nullable().meta({ description: 'What was probably meant, where a word is unknown.' }),
}).meta({ id: 'FoundProducts' });

const NO_STORE = { refused: [{ code: 'invalid-input' as const, field: 'store' }] };

/** The storefront's lists: the same filters and ends, at the prices of whoever asks; without a token those of a guest. */
export const productListRestRoutes: Route[] = [
  route({
    method: 'GET', area: 'rest', path: '/V1/categories', handle: 'catalog_category_index', access: 'public', inContext: 'view', summary: 'The categories of a store view, in its language',
    input: z.object({ store: REST_LIST_INPUT.store }), output: z.object({ items: z.array(z.object({ slug: z.string(), name: z.string(), description: z.string() })) }),
    run: async ({ deps, request, unit, input }) => {
      const here = storeAsked(deps, request, input.store);
      if (here === null) return NO_STORE;
      const found = await categories(unit, here.store);
      return { answer: json({ items: found.map(({ slug, name, description }) => ({ slug, name, description })) }) };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/categories/:slug/products', handle: 'catalog_category_view', access: 'public', inContext: 'view', summary: 'A page of a category’s products with its filters and their counts, 24 to a page',
    input: z.object({ slug: SLUG, ...REST_LIST_INPUT }), output: LIST,
    run: async ({ deps, request, unit, input }) => {
      const here = storeAsked(deps, request, input.store);
      if (here === null) return NO_STORE;
      const asked = askedOf(here, { ...input, c: undefined });
      if (asked.refusals.length > 0) return { refused: asked.refusals };
      const found = await categoryPage(unit, { ...questionOf(here, asked), slug: input.slug });
      return found.ok ? answerOf(deps, here, { list: found.value }) : { refused: [found.error] };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/products', handle: 'catalogsearch_result_index', access: 'public', inContext: 'view', summary: 'A page of what a search finds, typing errors forgiven, with its filters and their counts, 24 to a page',
    input: z.object({ q: z.string().max(200).default('').meta({ description: 'Words, or a SKU; nothing finds nothing.' }), c: REST_CATEGORIES, ...REST_LIST_INPUT }), output: FOUND,
    run: async ({ deps, request, unit, input }) => {
      const here = storeAsked(deps, request, input.store);
      if (here === null) return NO_STORE;
      const asked = askedOf(here, input);
      if (asked.refusals.length > 0) return { refused: asked.refusals };
      const found = await searchProducts(unit, { ...questionOf(here, asked), text: input.q });
      const { categories: places, nearest, meant } = found;
      return answerOf(deps, here, { list: found, more: { categories: places, nearest, meant } });
    },
  }),
];

const askedOf = ({ store }: InStore, input: Parameters<typeof readList>[0]): AskedList => readList(input, { currency: store.currency, locale: 'api' });

const questionOf = (here: InStore, { filters, sort, page }: AskedList) => ({ store: here.store, customer: buyerOf(here.caller), ...priceTerms(here), filters, sort, page: page ?? 1 });

function answerOf({ config }: Deps, { store }: InStore, { list, more = {} }: { list: ProductList; more?: object }): Outcome {
  const at = { currency: store.currency, origin: storeOrigin(config, store) };
  const { total, page, pages, cut, inStock, facets } = list;
  if (page > pages) return { refused: [{ code: 'page-not-there', facts: { pages } }] };
  return { answer: json({ items: list.products.map((card) => itemJson(card, at)), total, page, pages, more: cut, inStock, facets, ...more }) };
}

function itemJson(card: ListedCard, { currency, origin }: { currency: string; origin: string }): z.infer<typeof LIST>['items'][number] {
  const { sku, name, summary, kind, isFrom } = card;
  return { sku, name, summary, kind, ...pricedJson(card, currency), image: imageJson(origin, { picture: card.image, alt: name }), priceFrom: isFrom, variants: (card.variants ?? []).map((variant) => ({ sku: variant.sku, ...pricedJson(variant, currency) })) };
}
