import type { Store, Unit } from '@onbehalf/assist';
import { err, ok, periodRefusals, type CanonicalValue, type Refusal, type Result } from '@onbehalf/core';
import { addMember, addPriceList, changePriceList, customerOf, type ListedPriceList } from '@onbehalf/shop';
import { daysOf, periodOf } from '../present/periods.ts';
import { websiteOf } from '../present/websites.ts';
import { readCsv } from '../read-csv.ts';
import type { BadRow, ImportRefused } from './import-prices.ts';

export interface TypedPriceList {
  website: string;
  name: string;
  from: string;
  to: string;
  active: string;
}

export interface PriceListSaved {
  id: string;
  name: string;
  detail: { [name: string]: CanonicalValue };
}

const LONGEST_NAME = 80;

/** A new list (was null), or changed terms of one; every reason against it at its field. */
export async function savePriceList(unit: Unit, stores: readonly Store[], was: ListedPriceList | null, typed: TypedPriceList): Promise<Result<PriceListSaved, Refusal[]>> {
  const website = websiteOf(stores, was?.websiteId ?? typed.website);
  const name = typed.name.trim();
  const period = periodOf(typed, website?.timeZone ?? 'UTC', was);
  const refusals: Refusal[] = [
    ...(website === null ? [{ code: 'invalid-input', field: 'website' } as const] : []),
    ...(name === '' || name.length > LONGEST_NAME ? [{ code: 'name-missing', field: 'name' } as const] : []),
    ...(period.ok ? periodRefusals(period.value) : period.error),
  ];
  if (website === null || !period.ok || refusals.length > 0) return err(refusals);
  const { validFrom, validTo } = period.value;
  const terms = { name, validFrom: timeOf(validFrom), validTo: timeOf(validTo), active: typed.active === '1' };
  const id = was === null ? await addPriceList(unit, website.id, terms) : (await changePriceList(unit, was.id, terms)) ? was.id : null;
  if (id === null) return err([{ code: 'name-taken', field: 'name' }]);
  const text = (one: Omit<ListedPriceList, 'id' | 'websiteId' | 'customers' | 'prices'>): string => termsText(one, website.timeZone);
  return ok({ id, name, detail: { name, website: website.id, ...(was === null ? {} : { before: text(was) }), after: text(terms) } });
}

const timeOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

function termsText({ name, validFrom, validTo, active }: { name: string; validFrom: Date | null; validTo: Date | null; active: boolean }, timeZone: string): string {
  const { from, to } = daysOf({ validFrom, validTo }, timeZone);
  return [name, active ? 'active' : 'inactive', from === '' && to === '' ? '' : `${from}/${to}`].filter((part) => part !== '').join(', ');
}

/** Puts a customer of the list's website on the list. */
export async function assignToList(unit: Unit, list: ListedPriceList, typed: string): Promise<Result<string, Refusal>> {
  const customer = await customerOf(unit, list.websiteId, typed);
  if (customer === null) return err({ code: 'customer-unknown', field: 'customer' });
  return (await addMember(unit, list.id, customer.id)) ? ok(customer.id) : err({ code: 'already-in-list', field: 'customer' });
}

/** Puts every customer of a file on the list, or none; who has it already keeps it. */
export async function importMembers(unit: Unit, list: ListedPriceList, csv: string): Promise<Result<{ rows: number }, ImportRefused>> {
  const rows = readCsv(csv, { required: ['customer'] });
  if (!rows.ok) return err({ refusals: [rows.error], bad: [] });
  const bad: BadRow[] = [];
  for (const { line, cells } of rows.value) {
    const assigned = await assignToList(unit, list, cells.customer);
    if (!assigned.ok && assigned.error.code !== 'already-in-list') bad.push({ line, refusals: [assigned.error] });
  }
  return bad.length > 0 ? err({ refusals: [{ code: 'csv-rows-refused', field: 'csv', facts: { bad: bad.length } }], bad }) : ok({ rows: rows.value.length });
}
