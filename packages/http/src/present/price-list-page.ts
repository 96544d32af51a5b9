import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { membersOf, priceBook, type ListedPriceList } from '@onbehalf/shop';
import type { AdminPriceListProps, ImportState, PriceListRow } from '@onbehalf/web';
import { page, type Answer } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import { cursorOf, keysetPaging } from './admin-paging.ts';
import { adminPriceRow } from './admin-prices.ts';
import { NO_IMPORT } from './import-state.ts';
import { daysOf } from './periods.ts';
import { websiteOf, websitesOf } from './websites.ts';

const PAGE = 50;
export const LIST_SECTIONS = ['general', 'prices', 'customers'] as const;
export type ListSection = (typeof LIST_SECTIONS)[number];

export function priceListRow({ stores }: Deps, { now }: Arrived, list: ListedPriceList): PriceListRow {
  const website = websiteOf(stores, list.websiteId);
  const { validFrom, validTo } = list;
  return {
    id: list.id, href: `/admin/price-lists/${list.id}`, name: list.name, website: website?.name ?? '', active: list.active, customers: list.customers, prices: list.prices,
    firstDay: validFrom, lastDay: validTo === null ? null : new Date(validTo.getTime() - 1), timeZone: website?.timeZone ?? 'UTC',
    state: validFrom !== null && now < validFrom ? 'not-yet' : validTo !== null && now >= validTo ? 'over' : 'current',
  };
}

export interface PriceListShown {
  list: ListedPriceList | null;
  section: ListSection;
  after?: string;
  typed?: { [name: string]: string };
  refusals?: readonly Refusal[];
  importing?: ImportState;
}

/** One price list with its sections; null is a new one. */
export async function priceListPage({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { list, section, after = '', typed = {}, refusals = [], importing = NO_IMPORT }: PriceListShown): Promise<Answer> {
  const { locale } = request;
  const website = list === null ? null : websiteOf(deps.stores, list.websiteId);
  const base: Pick<AdminPriceListProps, 'list' | 'section' | 'sections' | 'websites' | 'problems' | 'importing'> = {
    list: list === null ? null : priceListRow(deps, request, list),
    section,
    sections: list === null ? [] : LIST_SECTIONS.map((one) => ({ label: deps.web.message(`priceLists.section.${one}`, locale), href: hrefOf(list, one), current: one === section })),
    websites: websitesOf(deps.stores).map(({ id, name, currency }) => ({ value: String(id), label: `${name} (${currency})` })),
    problems: problemsOf(deps, refusals, request),
    importing,
  };
  const days = list === null ? { from: '', to: '' } : daysOf(list, website?.timeZone ?? 'UTC');
  const general = list === null ? { active: '1' } : { website: String(list.websiteId), name: list.name, active: list.active ? '1' : '', ...days };
  return page('admin/price-list', { ...base, typed: { ...general, ...typed }, ...(await rowsOf({ deps, request, unit }, { list, section, after })) }, {
    status: refusals.length > 0 || importing.problems.length > 0 ? 422 : 200,
    ...(list !== null && section === 'customers' ? { view: { type: 'price-list', id: list.id } } : {}),
  });
}

const hrefOf = (list: ListedPriceList, section: ListSection): string => `/admin/price-lists/${list.id}${section === 'general' ? '' : `?section=${section}`}`;

type Rows = Pick<AdminPriceListProps, 'customers' | 'prices' | 'paging'>;

async function rowsOf({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { list, section, after }: { list: ListedPriceList | null; section: ListSection; after: string }): Promise<Rows> {
  const cursor = /^[1-9][0-9]{0,17}$/.test(cursorOf(after) ?? '') ? cursorOf(after) : null;
  const paged = (rows: readonly { id: string }[]) => keysetPaging({ path: `/admin/price-lists/${list?.id ?? ''}`, query: { section }, trail: after, next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null });
  if (list !== null && section === 'customers') {
    const members = await membersOf(unit, list.id, { after: cursor, limit: PAGE + 1 });
    return { customers: members.slice(0, PAGE), prices: [], paging: paged(members) };
  }
  if (list === null || section === 'general') return { customers: [], prices: [], paging: { previous: null, next: null } };
  const prices = await priceBook(unit, { source: 'price-list', websiteId: null, product: '', listId: list.id }, { after: cursor, limit: PAGE + 1 });
  return { customers: [], prices: prices.slice(0, PAGE).map((price) => adminPriceRow(deps, request, price)), paging: paged(prices) };
}
