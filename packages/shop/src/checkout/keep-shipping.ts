import type { LocalText, ShippingTerms } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { toShippingMethods, type ShippingRow } from './shipping-methods.ts';

/** A shipping method as an administrator keeps it. */
export interface KeptShippingMethod extends ShippingTerms {
  id: string;
  websiteId: number;
  code: string;
  position: number;
  active: boolean;
  name: LocalText;
  note: LocalText;
  taxClass: string;
}

type Kept = Pick<KeptShippingMethod, 'id' | 'websiteId' | 'position' | 'active' | 'taxClass'>;

const METHODS = `
select m.id::text as id, m.website_id::int as "websiteId", m.position, m.active, m.tax_class as "taxClass",
       jsonb_build_object('code', m.code, 'name', m.name, 'note', m.note, 'isPickup', m.is_pickup, 'basis', m.basis, 'freeFrom', m.free_from::text,
         'most', m.most::text, 'countries', m.countries, 'taxBasisPoints', 0, 'rates', (
           select coalesce(jsonb_agg(jsonb_build_object('country', r.country, 'from', r.from_step::text, 'minor', r.amount::text) order by r.country, r.from_step), '[]'::jsonb)
             from shipping_rate r where r.method_id = m.id)) as terms
  from shipping_method m`;

const toKept = ({ terms, ...kept }: Kept & { terms: ShippingRow[number] }): KeptShippingMethod[] =>
  toShippingMethods([terms]).map(({ taxBasisPoints: _rate, ...method }) => ({ ...kept, ...method }));

/** Every method of every website, in the order customers see them. */
export async function keptShippingMethods(unit: Unit): Promise<KeptShippingMethod[]> {
  const rows = await unit.named<Kept & { terms: ShippingRow[number] }>('shipping-methods', `${METHODS} order by m.website_id, m.position, m.id`, []);
  return rows.flatMap(toKept);
}

/** One, held until the transaction ends where it is to be changed. */
export async function keptShippingMethod(unit: Unit, id: string, { forChange }: { forChange: boolean }): Promise<KeptShippingMethod | null> {
  const rows = await unit.query<Kept & { terms: ShippingRow[number] }>(`${METHODS} where m.id = $1::int${forChange ? ' for no key update of m' : ''}`, [id]);
  return rows.flatMap(toKept)[0] ?? null;
}

const termsOf = ({ position, active, name, note, isPickup, taxClass, basis, freeFrom, most, countries }: Omit<KeptShippingMethod, 'id' | 'websiteId' | 'code'>): unknown[] =>
  [position, active, name, note, isPickup, taxClass, basis, freeFrom, most, countries];

const RATES = 'insert into shipping_rate (method_id, country, from_step, amount) select $1::int, r.country, r."from", r.minor from jsonb_to_recordset($2::jsonb) as r (country text, "from" bigint, minor bigint)';

const ratesJson = (method: Pick<KeptShippingMethod, 'rates'>): string => JSON.stringify(method.rates.map(({ country, from, minor }) => ({ country, from: String(from), minor: String(minor) })));

/** Its id; null where the website has the code already. */
export async function addShippingMethod(unit: Unit, method: Omit<KeptShippingMethod, 'id'>): Promise<string | null> {
  const [row] = await unit.query<{ id: string }>(
    `insert into shipping_method (website_id, code, position, active, name, note, is_pickup, tax_class, basis, free_from, most, countries)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (website_id, code) do nothing returning id::text`, [method.websiteId, method.code, ...termsOf(method)]);
  if (row === undefined) return null;
  await unit.query(RATES, [row.id, ratesJson(method)]);
  return row.id;
}

export async function changeShippingMethod(unit: Unit, method: KeptShippingMethod): Promise<void> {
  await unit.query(
    `update shipping_method set position = $2, active = $3, name = $4, note = $5, is_pickup = $6, tax_class = $7, basis = $8, free_from = $9, most = $10, countries = $11
      where id = $1::int`, [method.id, ...termsOf(method)]);
  await unit.query('delete from shipping_rate where method_id = $1::int', [method.id]);
  await unit.query(RATES, [method.id, ratesJson(method)]);
}
