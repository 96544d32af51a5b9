import type { Unit } from '@onbehalf/assist/ports';
import { decidePriceRow, err, ok, type CurrencyCode, type Period, type PriceRowTerms, type PriceSource, type Refusal, type Result, type TypedPriceRow } from '@onbehalf/core';

/** What a price is for. It never changes: a price for something else is another price. */
export interface PriceKey {
  source: PriceSource;
  websiteId: number;
  productId: string | null;
  categoryId: string | null;
  customerGroupId: string | null;
  priceListId: string | null;
  customerId: string | null;
}

interface OtherRow {
  id: string;
  minQuantity: number;
  validFrom: Date | null;
  validTo: Date | null;
}

const SAME_KEY = `website_id = $1 and source = $2 and product_id is not distinct from $3::bigint and category_id is not distinct from $4::bigint
  and customer_group_id is not distinct from $5::bigint and price_list_id is not distinct from $6::bigint and customer_id is not distinct from $7::bigint`;

const keyParams = ({ websiteId, source, productId, categoryId, customerGroupId, priceListId, customerId }: PriceKey): unknown[] =>
  [websiteId, source, productId, categoryId, customerGroupId, priceListId, customerId];

/** Two administrators who give the same price at once queue up here, so that only one of them finds it free. */
async function othersOf(unit: Unit, key: PriceKey, exceptId: string | null): Promise<(Period & { id: string; minQuantity: number })[]> {
  await unit.query('select pg_advisory_xact_lock(13, hashtext($1))', [keyParams(key).join('/')]);
  const rows = await unit.query<OtherRow>(
    `select id::text as id, min_quantity as "minQuantity", valid_from as "validFrom", valid_to as "validTo" from price where ${SAME_KEY} and id is distinct from $8::bigint`,
    [...keyParams(key), exceptId],
  );
  return rows.map(({ id, minQuantity, validFrom, validTo }) => ({ id, minQuantity, validFrom: validFrom?.getTime() ?? null, validTo: validTo?.getTime() ?? null }));
}

export interface PriceToKeep {
  key: PriceKey;
  currency: CurrencyCode;
  typed: TypedPriceRow;
}

const timeOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
const storedTerms = ({ minQuantity, minor, percentOff, validFrom, validTo }: PriceRowTerms): unknown[] => [minQuantity, minor, percentOff, timeOf(validFrom), timeOf(validTo)];

/** As {@link addPrice}; a price of the very same quantity and days gets the new amount instead, so that a file can be read in again. */
export async function putPrice(unit: Unit, price: PriceToKeep): Promise<Result<{ id: string; terms: PriceRowTerms }, Refusal[]>> {
  const others = await othersOf(unit, price.key, null);
  const wanted = decidePriceRow(price.typed, { source: price.key.source, currency: price.currency, others: [] });
  if (!wanted.ok) return err(wanted.error);
  const { minQuantity, validFrom, validTo } = wanted.value;
  const same = others.find((other) => other.minQuantity === minQuantity && other.validFrom === validFrom && other.validTo === validTo);
  if (same === undefined) return addPrice(unit, price);
  const changed = await changePriceRow(unit, same.id, price);
  return changed.ok ? ok({ id: same.id, terms: changed.value }) : changed;
}

/** Gives a new price, or every reason why not. */
export async function addPrice(unit: Unit, { key, currency, typed }: PriceToKeep): Promise<Result<{ id: string; terms: PriceRowTerms }, Refusal[]>> {
  const decided = decidePriceRow(typed, { source: key.source, currency, others: await othersOf(unit, key, null) });
  if (!decided.ok) return err(decided.error);
  const [row] = await unit.query<{ id: string }>(
    `insert into price (website_id, source, product_id, category_id, customer_group_id, price_list_id, customer_id, min_quantity, amount, percent_off_basis_points, valid_from, valid_to)
     values ($1, $2, $3::bigint, $4::bigint, $5::bigint, $6::bigint, $7::bigint, $8, $9, $10, $11, $12) returning id::text as id`,
    [...keyParams(key), ...storedTerms(decided.value)],
  );
  if (row === undefined) throw new Error('A price was not stored');
  return ok({ id: row.id, terms: decided.value });
}

/** Changes amount, quantity or dates of a price. Refuses with 'not-found' where it is gone meanwhile. */
export async function changePriceRow(unit: Unit, id: string, { key, currency, typed }: PriceToKeep): Promise<Result<PriceRowTerms, Refusal[]>> {
  const decided = decidePriceRow(typed, { source: key.source, currency, others: await othersOf(unit, key, id) });
  if (!decided.ok) return err(decided.error);
  const changed = await unit.query(
    'update price set min_quantity = $2, amount = $3, percent_off_basis_points = $4, valid_from = $5, valid_to = $6 where id = $1::bigint returning id',
    [id, ...storedTerms(decided.value)],
  );
  return changed.length === 0 ? err([{ code: 'not-found' }]) : ok(decided.value);
}

/** Deletes a price. The base price for one piece stays as long as the product is sold on the website. */
export async function deletePriceRow(unit: Unit, id: string): Promise<Result<null, Refusal>> {
  const [kept] = await unit.query(
    `select 1 from price r join product_website w on w.product_id = r.product_id and w.website_id = r.website_id
      where r.id = $1::bigint and r.source = 'base' and not exists (
        select 1 from price o where o.product_id = r.product_id and o.website_id = r.website_id and o.source = 'base' and o.min_quantity = 1 and o.id <> r.id)
        and (exists (select 1 from price o where o.product_id = r.product_id and o.website_id = r.website_id and o.source = 'base' and o.id <> r.id)
             or not exists (select 1 from price o join product v on v.parent_id = o.product_id where v.id = r.product_id and o.website_id = r.website_id and o.source = 'base' and o.min_quantity = 1))`,
    [id],
  );
  if (kept !== undefined) return err({ code: 'base-price-needed' });
  const gone = await unit.query('delete from price where id = $1::bigint returning id', [id]);
  return gone.length === 0 ? err({ code: 'not-found' }) : ok(null);
}
