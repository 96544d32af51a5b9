import { RESOURCE, type Refusal, type Result } from '@onbehalf/core';
import { keptProduct, keptProducts, priceChoices, type KeptProduct } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import { inLocale } from '../../frame.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { PRODUCT_SECTIONS, productPageOf, productRow, type ProductSection } from '../../present/product-page.ts';
import { websitesOf } from '../../present/websites.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { saveOptions } from '../../use-cases/save-options.ts';
import { saveProduct, saveStock, saveWebsites, type Form, type Saved } from '../../use-cases/save-product.ts';
import { addVariants, saveVariants } from '../../use-cases/save-variants.ts';

const PAGE = 50;
export const ID = z.string().regex(/^[1-9][0-9]{0,17}$/).catch('');
const KIND = z.enum(['simple', 'configurable', 'virtual', 'downloadable']).catch('simple');
const FILTERS = z.object({
  q: z.string().trim().max(100).catch(''), category: ID, kind: z.enum(['', 'simple', 'configurable', 'virtual', 'downloadable']).catch(''),
  active: z.enum(['', '1', '0']).catch(''), website: z.string().max(5).catch(''), after: z.string().max(2000).catch(''),
});
const common = { area: 'admin', access: { resource: RESOURCE.products }, inContext: 'outside' } as const;
const changes = { group: 'catalog', action: 'update' } as const;

type Loose = { id: string; [name: string]: unknown };

/** Catalog › Products (F3): what is sold, where, at which cost, and how much of it there is. */
export const productRoutes: Route[] = [
  route({ ...common, method: 'GET', path: '/admin/products', handle: 'adminhtml_product_index', input: FILTERS, run: (context) => listed(context) }),
  route({
    ...common, method: 'GET', path: '/admin/products/new', handle: 'adminhtml_product_new', input: z.object({ kind: KIND }),
    run: async (context) => ({ answer: await productPageOf(context, { product: null, kind: context.input.kind, section: 'general' }) }),
  }),
  route({
    ...common, method: 'POST', path: '/admin/products', handle: 'adminhtml_product_create', audit: { group: 'catalog', action: 'create' }, input: z.looseObject({ kind: KIND }),
    run: async ({ deps, request, unit, input }) => {
      const form = formOf(input);
      const saved = await saveProduct(unit, null, { kind: input.kind, form });
      if (!saved.ok) return { refused: saved.error, show: (fresh) => productPageOf({ deps, request, unit: fresh }, { product: null, kind: input.kind, section: 'general', typed: form, refusals: saved.error }) };
      const { id, name, detail } = saved.value;
      return { answer: redirect(`/admin/products/${id}?section=${input.kind === 'configurable' ? 'options' : 'websites'}`), entry: { object: { type: 'product', id }, detail }, flash: { tone: 'good', code: 'product-saved', facts: { sku: name } } };
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/products/:id', handle: 'adminhtml_product_edit', input: z.object({ id: ID, section: z.enum(PRODUCT_SECTIONS).catch('general') }),
    run: async (context) => {
      const version = await versionOf(context);
      if (version !== null) return { answer: redirect(`/admin/products/${version}?section=options`) };
      return withProduct(context, async (product) => ({ answer: await productPageOf(context, { product, kind: product.kind, section: context.input.section }) }));
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/products/:id', handle: 'adminhtml_product_save', audit: changes, input: z.looseObject({ id: ID }),
    run: (context) => save(context, 'general', (product, form) => saveProduct(context.unit, product, { kind: product.kind, form })),
  }),
  route({
    ...common, method: 'POST', path: '/admin/products/:id/stock', handle: 'adminhtml_product_stock', audit: changes, input: z.looseObject({ id: ID }),
    run: (context) => save(context, 'stock', (product, form) => saveStock(context.unit, product, form)),
  }),
  route({
    ...common, method: 'POST', path: '/admin/products/:id/options', handle: 'adminhtml_product_options', audit: changes, input: z.looseObject({ id: ID }),
    run: (context) => save(context, 'options', (product, form) => saveOptions(context.unit, product, form)),
  }),
  route({
    ...common, method: 'POST', path: '/admin/products/:id/versions', handle: 'adminhtml_product_versions', audit: changes, input: z.looseObject({ id: ID }),
    run: (context) => save(context, 'options', (product, form) => saveVariants(context.unit, { stores: context.deps.stores, locale: context.request.locale }, product, form)),
  }),
  route({
    ...common, method: 'POST', path: '/admin/products/:id/versions/add', handle: 'adminhtml_product_versions_add', audit: changes, input: z.looseObject({ id: ID }),
    run: (context) => save(context, 'options', (product, form) => addVariants(context.unit, product, form)),
  }),
  route({
    ...common, method: 'POST', path: '/admin/products/:id/websites', handle: 'adminhtml_product_websites', audit: changes, input: z.looseObject({ id: ID }),
    run: (context) => save(context, 'websites', (product, form) => saveWebsites(context.unit, { stores: context.deps.stores, locale: context.request.locale }, product, form)),
  }),
];

/** What a form sent, as text. */
export function formOf(input: Readonly<Record<string, unknown>>): Form {
  return Object.fromEntries(Object.entries(input).flatMap(([name, value]) => (typeof value === 'string' && value.length <= 10_000 ? [[name, value]] : [])));
}

/** Also refused for a version, which is kept under its product. */
export async function withProduct<Input extends { id: string }>({ unit, input }: RouteContext<Input>, run: (product: KeptProduct) => Promise<Outcome>): Promise<Outcome> {
  const product = input.id === '' ? null : await keptProduct(unit, input.id);
  return product === null || product.parentId !== null ? { refused: [{ code: 'not-found' }] } : run(product);
}

/** The product that an id is a version of; null for any other id. */
async function versionOf({ unit, input }: RouteContext<{ id: string }>): Promise<string | null> {
  return input.id === '' ? null : ((await keptProduct(unit, input.id))?.parentId ?? null);
}

function save(context: RouteContext<Loose>, section: ProductSection, write: (product: KeptProduct, form: Form) => Promise<Result<Saved, Refusal[]>>): Promise<Outcome> {
  return withProduct(context, async (product) => {
    const { deps, request, input } = context;
    const form = formOf(input);
    const done = await write(product, form);
    const object = { type: 'product', id: product.id };
    if (!done.ok) {
      const refusals = done.error;
      // A stock that moved is shown as it is now, so that saving again starts from there.
      const moved = refusals.find(({ code }) => code === 'stock-changed')?.facts?.['stock'];
      const typed = moved === undefined ? form : { ...form, [stockMoved(refusals)]: moved === '–' ? '' : String(moved) };
      return { refused: refusals, object, show: (fresh) => productPageOf({ deps, request, unit: fresh }, { product, kind: product.kind, section, typed, refusals }) };
    }
    const { name, detail } = done.value;
    return { answer: redirect(`/admin/products/${product.id}${section === 'general' ? '' : `?section=${section}`}`), entry: { object, detail }, flash: { tone: 'good', code: 'product-saved', facts: { sku: name } } };
  });
}

/** The hidden field that says which stock was looked at: of the product, or of one of its versions. */
const stockMoved = (refusals: readonly Refusal[]): string => (refusals.find(({ code }) => code === 'stock-changed')?.field ?? 'stock').replace(/stock$/, 'was');

async function listed({ deps, request, unit, input }: RouteContext<z.infer<typeof FILTERS>>): Promise<Outcome> {
  const { after, ...filters } = input;
  const products = await keptProducts(unit, {
    text: input.q, categoryId: input.category === '' ? null : input.category, kind: input.kind === '' ? null : input.kind,
    active: input.active === '' ? null : input.active === '1', websiteId: /^[1-9][0-9]{0,3}$/.test(input.website) ? Number(input.website) : null,
  }, { after: cursorOf(after), limit: PAGE + 1 });
  const shown = products.slice(0, PAGE);
  const next = products.length > PAGE ? (shown.at(-1)?.sku ?? null) : null;
  const { categories } = await priceChoices(unit);
  return {
    answer: page('admin/products', {
      rows: shown.map((product) => productRow(request, product)),
      filters,
      categories: categories.map(({ id, name }) => ({ value: id, label: inLocale(name, request.locale) })),
      websites: websitesOf(deps.stores).map(({ id, name }) => ({ value: String(id), label: name })),
      paging: keysetPaging({ path: '/admin/products', query: filters, trail: after, next }),
    }),
  };
}
