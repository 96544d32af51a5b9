import { peopleOf, record } from '@onbehalf/assist';
import { RESOURCE, type CanonicalValue } from '@onbehalf/core';
import { membersOf, priceListById, priceLists, removeMember, type ListedPriceList } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import { csvAnswer } from '../../present/csv-answer.ts';
import { importState } from '../../present/import-state.ts';
import { priceCsv } from '../../present/price-csv.ts';
import { LIST_SECTIONS, priceListPage, priceListRow, type ListSection } from '../../present/price-list-page.ts';
import { route, type Done, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { dryRun } from '../../use-cases/dry-run.ts';
import { importPrices } from '../../use-cases/import-prices.ts';
import { assignToList, importMembers, savePriceList, type TypedPriceList } from '../../use-cases/save-price-list.ts';

const ID = z.string().regex(/^[1-9][0-9]{0,17}$/).catch('');
const TEXT = z.string().max(254).catch('');
const TERMS = { website: TEXT, name: z.string().max(200).catch(''), from: TEXT, to: TEXT, active: TEXT };
const CSV = z.object({ id: ID, csv: z.string().max(2_000_000).catch('') });
const BATCH = 500;
const common = { area: 'admin', access: { resource: RESOURCE.prices }, inContext: 'outside' } as const;
const changes = { group: 'catalog', action: 'update' } as const;

type Ctx<Input> = RouteContext<Input>;

/** Catalog › Price lists: a name, days, customers and prices; the name is what the clerk chooses by (C4, G4). */
export const priceListRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/price-lists', handle: 'adminhtml_pricelist_index', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: page('admin/price-lists', { rows: (await priceLists(unit)).map((list) => priceListRow(deps, request, list)) }) }),
  }),
  route({
    ...common, method: 'GET', path: '/admin/price-lists/new', handle: 'adminhtml_pricelist_new', input: z.object({}),
    run: async (context) => ({ answer: await priceListPage(context, { list: null, section: 'general' }) }),
  }),
  route({ ...common, method: 'POST', path: '/admin/price-lists', handle: 'adminhtml_pricelist_create', audit: { group: 'catalog', action: 'create' }, input: z.object(TERMS), run: (context) => save(context, null, context.input) }),
  route({
    ...common, method: 'GET', path: '/admin/price-lists/:id', handle: 'adminhtml_pricelist_edit', input: z.object({ id: ID, section: z.enum(LIST_SECTIONS).catch('general'), after: z.string().max(900).catch('') }),
    run: (context) => withList(context, async (list) => ({ answer: await priceListPage(context, { list, section: context.input.section, after: context.input.after }) })),
  }),
  route({ ...common, method: 'POST', path: '/admin/price-lists/:id', handle: 'adminhtml_pricelist_save', audit: changes, input: z.object({ ...TERMS, id: ID }), run: (context) => withList(context, (list) => save(context, list, context.input)) }),
  route({
    ...common, method: 'POST', path: '/admin/price-lists/:id/customers', handle: 'adminhtml_pricelist_assign', audit: changes, input: z.object({ id: ID, customer: TEXT }),
    run: (context) => withList(context, async (list) => {
      const { deps, request, unit, input } = context;
      const assigned = await assignToList(unit, list, input.customer);
      if (!assigned.ok) {
        const refusals = [assigned.error];
        return { refused: refusals, object: objectOf(list), show: (fresh) => priceListPage({ deps, request, unit: fresh }, { list, section: 'customers', typed: { customer: input.customer }, refusals }) };
      }
      return changed(list, 'customers', { customers: assigned.value, change: 'assigned' });
    }),
  }),
  route({
    ...common, method: 'POST', path: '/admin/price-lists/:id/customers/remove', handle: 'adminhtml_pricelist_unassign', audit: changes, input: z.object({ id: ID, customer: ID }),
    run: (context) => withList(context, async (list) => {
      const removed = context.input.customer !== '' && (await removeMember(context.unit, list.id, context.input.customer));
      return removed ? changed(list, 'customers', { customers: context.input.customer, change: 'removed' }) : { refused: [{ code: 'not-found' }], object: objectOf(list) };
    }),
  }),
  ...importRoutes('customers', 'members', ({ unit }, list, csv) => importMembers(unit, list, csv)),
  ...importRoutes('prices', 'prices', ({ deps, unit }, list, csv) => importPrices(unit, deps.stores, { csv, website: String(list.websiteId), list: list.id })),
  route({
    ...common, method: 'GET', path: '/admin/price-lists/:id/prices.csv', handle: 'adminhtml_pricelist_exportprices', input: z.object({ id: ID }),
    run: (context) => withList(context, async (list) => {
      await exported(context, list);
      return { answer: priceCsv(context.deps, context.request, list.name, [{ source: 'price-list', websiteId: null, product: '', listId: list.id }]) };
    }),
  }),
  route({
    ...common, method: 'GET', path: '/admin/price-lists/:id/customers.csv', handle: 'adminhtml_pricelist_exportcustomers', input: z.object({ id: ID }),
    run: (context) => withList(context, async (list) => {
      await exported(context, list);
      return { answer: csvAnswer(context.deps, context.request, { name: `${list.name}-customers`, columns: ['customer', 'email', 'name', 'company'], batches: (unit) => memberRows(unit, list.id) }) };
    }),
  }),
];

const objectOf = (list: ListedPriceList) => ({ type: 'price-list', id: list.id });

async function withList<Input extends { id: string }>({ unit, input }: Ctx<Input>, run: (list: ListedPriceList) => Promise<Outcome>): Promise<Outcome> {
  const list = input.id === '' ? null : await priceListById(unit, input.id);
  return list === null ? { refused: [{ code: 'not-found' }] } : run(list);
}

function changed(list: ListedPriceList, section: ListSection, detail: { [name: string]: CanonicalValue }): Done {
  return { answer: redirect(`/admin/price-lists/${list.id}?section=${section}`), entry: { object: objectOf(list), detail: { name: list.name, ...detail } }, flash: { tone: 'good', code: 'price-list-saved', facts: { name: list.name } } };
}

async function save({ deps, request, unit }: Ctx<unknown>, list: ListedPriceList | null, typed: TypedPriceList): Promise<Outcome> {
  const saved = await savePriceList(unit, deps.stores, list, typed);
  if (!saved.ok) {
    const refusals = saved.error;
    const { website, name, from, to, active } = typed;
    return { refused: refusals, ...(list === null ? {} : { object: objectOf(list) }), show: (fresh) => priceListPage({ deps, request, unit: fresh }, { list, section: 'general', typed: { website, name, from, to, active }, refusals }) };
  }
  const { id, name, detail } = saved.value;
  return { answer: redirect(`/admin/price-lists/${id}${list === null ? '?section=prices' : ''}`), entry: { object: { type: 'price-list', id }, detail }, flash: { tone: 'good', code: 'price-list-saved', facts: { name } } };
}

type Import = (context: Ctx<unknown>, list: ListedPriceList, csv: string) => ReturnType<typeof importPrices>;

/** First what would happen, then it happening: both by the same code. */
function importRoutes(section: ListSection, handle: string, run: Import): Route[] {
  const path = `/admin/price-lists/:id/${section}/import`;
  return [
    route({
      ...common, method: 'POST', path: `${path}/check`, handle: `adminhtml_pricelist_check${handle}`, audit: changes, ownTransaction: true, input: CSV,
      run: (context) => withList(context, async (list) => {
        const { deps, request, input } = context;
        const outcome = await dryRun(deps.db, (unit) => run({ ...context, unit }, list, input.csv));
        return { recorded: true, answer: await priceListPage(context, { list, section, importing: importState(deps, request, input.csv, outcome) }) };
      }),
    }),
    route({
      ...common, method: 'POST', path, handle: `adminhtml_pricelist_import${handle}`, audit: changes, input: CSV,
      run: (context) => withList(context, async (list) => {
        const { deps, request, input } = context;
        const outcome = await run(context, list, input.csv);
        if (outcome.ok) return changed(list, section, { change: `imported ${section}`, rows: outcome.value.rows });
        return { refused: outcome.error.refusals, object: objectOf(list), show: (unit) => priceListPage({ deps, request, unit }, { list, section, importing: importState(deps, request, input.csv, outcome) }) };
      }),
    }),
  ];
}

async function exported({ deps, request }: Ctx<unknown>, list: ListedPriceList): Promise<void> {
  await deps.db.transaction((unit) => record(unit, { people: peopleOf(request.caller), origin: request.origin, now: request.now }, { group: 'report', action: 'export', object: objectOf(list), detail: { name: list.name } }));
}

async function* memberRows(unit: Parameters<typeof membersOf>[0], listId: string): AsyncGenerator<string[][]> {
  let after: string | null = null;
  do {
    const members: Awaited<ReturnType<typeof membersOf>> = await membersOf(unit, listId, { after, limit: BATCH });
    yield members.map(({ id, email, name, company }) => [id, email, name, company]);
    after = members.length === BATCH ? (members.at(-1)?.id ?? null) : null;
  } while (after !== null);
}
