import { peopleOf, record, subjectsMeant, type Unit } from '@onbehalf/assist';
import { parseQuantity, RESOURCE, type PriceSource, type Refusal } from '@onbehalf/core';
import { bookedPrice, customerOf, deletePriceRow, explainPrice, priceBook, productIdOf, type BookedPrice } from '@onbehalf/shop';
import type { AdminPricesProps, PriceExplained } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inLocale } from '../../frame.ts';
import { addressOf, cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { adminPriceRow, whyRows } from '../../present/admin-prices.ts';
import { importState, NO_IMPORT } from '../../present/import-state.ts';
import { money } from '../../present/names.ts';
import { priceCsv } from '../../present/price-csv.ts';
import { priceForm, typedOf } from '../../present/price-form.ts';
import { websiteOf, websitesOf } from '../../present/websites.ts';
import { route, type Outcome, type Route } from '../../route.ts';
import { dryRun } from '../../use-cases/dry-run.ts';
import { importPrices } from '../../use-cases/import-prices.ts';
import { bookedText, createPrice, detailOf, updatePrice, type TypedPrice } from '../../use-cases/save-price.ts';

const PAGE = 50;
const SOURCES = ['base', 'special', 'group', 'category', 'price-list', 'customer', 'matrix'] as const satisfies readonly PriceSource[];
const ID = z.string().regex(/^[1-9][0-9]{0,17}$/).catch('');
const TEXT = z.string().trim().max(254).catch('');
const FILTERS = z.object({
  source: z.enum(['', ...SOURCES]).catch(''), product: TEXT, customer: TEXT, website: z.string().max(5).catch(''),
  quantity: z.string().trim().max(9).catch(''), after: z.string().max(900).catch(''),
});
const PRICE = {
  website: TEXT, product: TEXT, customer: TEXT, group: TEXT, category: TEXT, list: TEXT,
  amount: z.string().max(60).catch(''), percent: z.string().max(60).catch(''), quantity: z.string().max(20).catch('1'), from: TEXT, to: TEXT,
};
const SOURCE = z.enum(SOURCES).catch('customer');
const FILE = z.object({ csv: z.string().max(2_000_000).catch(''), website: TEXT });
const common = { area: 'admin', access: { resource: RESOURCE.prices }, inContext: 'outside' } as const;

/** Catalog › Prices: every price there is, whatever its source (G4, F3). */
export const priceRoutes: Route[] = [
  route({ ...common, method: 'GET', path: '/admin/prices', handle: 'adminhtml_price_index', input: FILTERS, run: ({ deps, request, unit, input }) => listed({ deps, request, unit }, input) }),
  route({
    ...common, method: 'GET', path: '/admin/prices/new', handle: 'adminhtml_price_new', input: z.object({ ...PRICE, source: SOURCE }),
    run: async ({ deps, request, unit, input }) => ({ answer: await priceForm({ deps, request, unit }, { price: null, typed: input, refusals: [] }) }),
  }),
  route({
    ...common, method: 'POST', path: '/admin/prices', handle: 'adminhtml_price_create', audit: { group: 'catalog', action: 'create' }, input: z.object({ ...PRICE, source: SOURCE }),
    run: async ({ deps, request, unit, input }) => {
      const created = await createPrice(unit, { stores: deps.stores, locale: request.locale }, input);
      if (!created.ok) return refusedForm({ deps, request }, { price: null, typed: input, refusals: created.error });
      const { id, detail, websiteId } = created.value;
      return { answer: redirect(backTo(input, websiteId)), entry: { object: { type: 'price', id }, detail }, flash: { tone: 'good', code: 'price-saved' } };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/prices/import/check', handle: 'adminhtml_price_checkimport', audit: { group: 'catalog', action: 'create' }, ownTransaction: true, input: FILE,
    run: async ({ deps, request, unit, input }) => {
      const outcome = await dryRun(deps.db, (dry) => importPrices(dry, deps.stores, { ...input, list: null }));
      return { recorded: true, ...(await listed({ deps, request, unit }, NO_FILTERS, { state: importState(deps, request, input.csv, outcome), website: input.website })) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/prices/import', handle: 'adminhtml_price_import', audit: { group: 'catalog', action: 'create' }, input: FILE,
    run: async ({ deps, request, unit, input }) => {
      const outcome = await importPrices(unit, deps.stores, { ...input, list: null });
      const object = { type: 'prices', id: 'import' };
      if (outcome.ok) return { answer: redirect('/admin/prices'), entry: { object, detail: { website: input.website, rows: outcome.value.rows } }, flash: { tone: 'good', code: 'prices-imported', facts: { count: outcome.value.rows } } };
      return { refused: outcome.error.refusals, object, show: async (fresh) => (await listed({ deps, request, unit: fresh }, NO_FILTERS, { state: importState(deps, request, input.csv, outcome), website: input.website })).answer };
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/prices/customers.csv', handle: 'adminhtml_price_export', input: FILTERS,
    run: async ({ deps, request, unit, input }) => {
      const customerIds = input.customer === '' ? undefined : await subjectsMeant(unit, input.customer);
      const filters = { websiteId: websiteOf(deps.stores, input.website)?.id ?? null, product: input.product, ...(customerIds === undefined ? {} : { customerIds }) };
      await deps.db.transaction((writing) => record(writing, { people: peopleOf(request.caller), origin: request.origin, now: request.now }, { group: 'report', action: 'export', object: { type: 'prices', id: 'customers' } }));
      return { answer: priceCsv(deps, request, 'customer-prices', [{ ...filters, source: 'customer' }, { ...filters, source: 'matrix' }]) };
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/prices/:id', handle: 'adminhtml_price_edit', input: z.object({ id: ID }),
    run: async ({ deps, request, unit, input }) => {
      const price = await found(unit, input.id);
      return price === null ? { refused: [{ code: 'not-found' }] } : { answer: await priceForm({ deps, request, unit }, { price, typed: typedOf(deps, request, price), refusals: [] }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/prices/:id', handle: 'adminhtml_price_save', audit: { group: 'catalog', action: 'update' }, input: z.object({ ...PRICE, id: ID }),
    run: async ({ deps, request, unit, input }) => {
      const price = await found(unit, input.id);
      if (price === null) return { refused: [{ code: 'not-found' }] };
      const typed = { ...typedOf(deps, request, price), amount: input.amount, percent: input.percent, quantity: input.quantity, from: input.from, to: input.to };
      const updated = await updatePrice(unit, { stores: deps.stores, locale: request.locale }, price, typed);
      if (!updated.ok) return refusedForm({ deps, request }, { price, typed, refusals: updated.error });
      return { answer: redirect(backTo(typed, price.websiteId)), entry: { object: { type: 'price', id: price.id }, detail: updated.value.detail }, flash: { tone: 'good', code: 'price-saved' } };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/prices/:id/delete', handle: 'adminhtml_price_delete', audit: { group: 'catalog', action: 'delete' }, input: z.object({ id: ID }),
    run: async ({ deps, request, unit, input }) => {
      const price = await found(unit, input.id);
      if (price === null) return { refused: [{ code: 'not-found' }] };
      const typed = typedOf(deps, request, price);
      const deleted = await deletePriceRow(unit, price.id);
      if (!deleted.ok) return refusedForm({ deps, request }, { price, typed, refusals: [deleted.error] });
      const website = websiteOf(deps.stores, price.websiteId);
      const detail = { ...detailOf(price), ...(website === null ? {} : { before: bookedText(price, website) }) };
      return { answer: redirect(backTo(typed, price.websiteId)), entry: { object: { type: 'price', id: price.id }, detail }, flash: { tone: 'good', code: 'price-deleted' } };
    },
  }),
];

const found = async (unit: Unit, id: string): Promise<BookedPrice | null> => (id === '' ? null : bookedPrice(unit, id));

function refusedForm(context: { deps: Deps; request: Arrived }, form: { price: BookedPrice | null; typed: TypedPrice; refusals: Refusal[] }): Outcome {
  return { refused: form.refusals, ...(form.price === null ? {} : { object: { type: 'price', id: form.price.id } }), show: (unit) => priceForm({ ...context, unit }, form) };
}

/** Where a saved price is seen: in its list, else among the prices of its product or source. */
function backTo({ source, product, customer, list }: TypedPrice, websiteId: number): string {
  if (source === 'price-list') return `/admin/price-lists/${list}`;
  return addressOf('/admin/prices', source === 'category' ? { source } : { product: product.toUpperCase(), customer, website: String(websiteId) });
}

interface Context {
  deps: Deps;
  request: Arrived;
  unit: Unit;
}

const NO_FILTERS: z.infer<typeof FILTERS> = { source: '', product: '', customer: '', website: '', quantity: '', after: '' };

async function listed(context: Context, input: z.infer<typeof FILTERS>, imported = { state: NO_IMPORT, website: '' }): Promise<{ answer: Answer }> {
  const { deps, request, unit } = context;
  const { after, ...filters } = input;
  const customerIds = input.customer === '' ? undefined : await subjectsMeant(unit, input.customer);
  const website = websiteOf(deps.stores, input.website);
  const prices = await priceBook(
    unit,
    { source: input.source === '' ? null : input.source, websiteId: website?.id ?? null, product: input.product, ...(customerIds === undefined ? {} : { customerIds }) },
    { after: /^[1-9][0-9]{0,17}$/.test(cursorOf(after) ?? '') ? cursorOf(after) : null, limit: PAGE + 1 },
  );
  const shown = prices.slice(0, PAGE);
  const next = prices.length > PAGE ? (shown.at(-1)?.id ?? null) : null;
  const { locale } = request;
  const props: AdminPricesProps = {
    rows: shown.map((price) => adminPriceRow(deps, request, price)),
    filters,
    sources: SOURCES.map((source) => ({ value: source, label: deps.web.message(`price.${source}`, locale) })),
    websites: websitesOf(deps.stores).map(({ id, name }) => ({ value: String(id), label: name })),
    add: SOURCES.map((source) => ({ label: deps.web.message(`price.${source}`, locale), href: addressOf('/admin/prices/new', { source, product: input.product, customer: input.customer, website: input.website }) })),
    explained: await explained(context, input),
    importing: imported.state,
    importWebsite: imported.website,
    csvHref: addressOf('/admin/prices/customers.csv', { product: input.product, customer: input.customer, website: input.website }),
    paging: keysetPaging({ path: '/admin/prices', query: filters, trail: after, next }),
  };
  const status = imported.state.problems.length > 0 ? 422 : 200;
  return { answer: page('admin/prices', props, shown.some((price) => price.customer !== null) ? { status, view: { type: 'prices', id: input.customer === '' ? 'all' : (customerIds?.[0] ?? 'none') } } : { status }) };
}

/** "What would this customer pay": as soon as the filters name one product (C9). */
async function explained({ deps, request, unit }: Context, input: z.infer<typeof FILTERS>): Promise<PriceExplained | null> {
  const productId = input.product === '' ? null : await productIdOf(unit, input.product);
  if (productId === null) return null;
  const candidates = websitesOf(deps.stores).filter(({ id }) => input.website === '' || String(id) === input.website);
  for (const website of candidates) {
    const customer = input.customer === '' ? null : await customerOf(unit, website.id, input.customer);
    if (input.customer !== '' && customer === null) continue;
    const quantity = parseQuantity(input.quantity);
    const pieces = quantity.ok ? quantity.value : 1;
    const rule = request.settings.get('pricing/rule', { websiteId: website.id });
    const buyer = customer === null ? null : { customerId: customer.id, customerGroupId: customer.groupId };
    const answer = await explainPrice(unit, { productId, websiteId: website.id, buyer, quantity: pieces, rule, now: request.now });
    const [product] = await unit.query<{ sku: string; name: Record<string, string> }>('select sku, name from product where id = $1::bigint', [productId]);
    return {
      sku: product?.sku ?? '', productName: inLocale(product?.name ?? {}, request.locale), customerName: customer?.name ?? null, website: website.name, quantity: pieces, rule,
      amount: answer === null ? null : money(answer.winner.minor, website.currency),
      rows: answer === null ? [] : whyRows(deps, request.locale, answer, website.currency),
    };
  }
  return null;
}
