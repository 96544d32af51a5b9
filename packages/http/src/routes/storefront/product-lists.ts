import { categories, categoryPage, searchProducts, type ProductList } from '@onbehalf/shop';
import { z } from 'zod';
import { page, type Answer } from '../../answer.ts';
import type { Deps } from '../../deps.ts';
import { tagsOf } from '../../page-cache/kept-pages.ts';
import { buyerOf, inStore, priceTerms, type InStore } from '../../present/names.ts';
import { productListView } from '../../present/product-list.ts';
import { problemPage } from '../../problems.ts';
import { LIST_INPUT, readList, type AskedList } from '../../read-list.ts';
import { route, type Outcome, type Refused, type Route } from '../../route.ts';

const SLUG = z.string().regex(/^[a-z0-9-]{1,120}$/);

export const productListRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/c', handle: 'catalog_category_index', access: 'public', inContext: 'view', cached: true, input: z.object({}),
    run: async ({ request, unit }) => {
      const { store } = inStore(request);
      const found = await categories(unit, store);
      return { answer: page('storefront/categories', { categories: found.map(({ name, slug }) => ({ name, href: `${store.base}/c/${slug}` })) }) };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/c/:slug', handle: 'catalog_category_view', access: 'public', inContext: 'view', cached: true,
    input: z.object({ slug: SLUG, ...LIST_INPUT }),
    run: async ({ deps, request, unit, input }) => {
      const here = inStore(request);
      const asked = readList(input, here.store);
      const path = `${here.store.base}/c/${input.slug}`;
      const found = await categoryPage(unit, { ...questionOf(here, asked), slug: input.slug });
      if (!found.ok) return { refused: [found.error] };
      const { category } = found.value;
      return answerOf(deps, { here, path, query: '', asked, list: found.value }, (list, more) => page('storefront/category', { name: category.name, text: category.description, list }, more));
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/search', handle: 'catalogsearch_result_index', access: 'public', inContext: 'view', cached: true,
    input: z.object({ q: z.string().max(200).catch(''), ...LIST_INPUT }),
    run: async ({ deps, request, unit, input }) => {
      const here = inStore(request);
      const asked = readList(input, here.store);
      const found = await searchProducts(unit, { ...questionOf(here, asked), text: input.q });
      const { nearest, meant } = found;
      return answerOf(deps, { here, path: `${here.store.base}/search`, query: input.q, asked, list: found }, (list, more) => page('storefront/search', { query: input.q, nearest, meant, list }, more));
    },
  }),
];

const questionOf = (here: InStore, { filters, sort, page: number }: AskedList) =>
  ({ store: here.store, customer: buyerOf(here.caller), ...priceTerms(here), filters, sort, page: number ?? 1 });

type Listed = Parameters<typeof productListView>[1];

function answerOf(deps: Deps, listed: Listed, show: (list: ReturnType<typeof productListView>, more: { status?: number; shows: string[] }) => Answer): Outcome {
  const { asked, list, here } = listed;
  if (asked.page === null || asked.page > list.pages) return beyondTheEnd(deps, here, { list, first: productListView(deps, listed).firstHref });
  return { answer: show(productListView(deps, listed), { ...(asked.refusals.length > 0 ? { status: 422 } : {}), shows: tagsOf(list.products) }) };
}

/** The address of a page that isn't there, or is no more: with the way to the first one. */
function beyondTheEnd(deps: Deps, here: InStore, { list, first }: { list: ProductList; first: string }): Refused {
  const refused: Refused['refused'] = [{ code: 'page-not-there', facts: { pages: list.pages } }];
  return { refused, show: () => Promise.resolve(problemPage(deps, refused, here, [{ label: deps.web.message('list.firstPage', here.locale), href: first }])) };
}
