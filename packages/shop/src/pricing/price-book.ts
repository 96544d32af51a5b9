import type { Unit } from '@onbehalf/assist/ports';
import type { PriceSource } from '@onbehalf/core';
import { likeText } from '../catalog/search-products.ts';

/** A price on record as an administrator sees it, with what it is for by name. */
export interface BookedPrice {
  id: string;
  source: PriceSource;
  websiteId: number;
  product: { id: string; sku: string; name: Record<string, string> } | null;
  category: { id: string; name: Record<string, string> } | null;
  group: { id: string; name: Record<string, string> } | null;
  list: { id: string; name: string } | null;
  customer: { id: string; name: string; email: string } | null;
  minQuantity: number;
  minor: bigint | null;
  percentOffBasisPoints: number | null;
  validFrom: Date | null;
  validTo: Date | null;
}

export interface PriceBookFilters {
  source: PriceSource | null;
  websiteId: number | null;
  /** SKU, or part of a name. */
  product: string;
  /** Undefined: of anybody. Empty: of nobody, for an e-mail that nobody has. */
  customerIds?: readonly string[];
  listId?: string;
}

const COLUMNS = `
  r.id::text as id, r.source, r.website_id as "websiteId",
  case when p.id is not null then jsonb_build_object('id', p.id::text, 'sku', p.sku, 'name', full_name(p)) end as product,
  case when c.id is not null then jsonb_build_object('id', c.id::text, 'name', c.name) end as category,
  case when g.id is not null then jsonb_build_object('id', g.id::text, 'name', g.name) end as "group",
  case when l.id is not null then jsonb_build_object('id', l.id::text, 'name', l.name) end as list,
  case when k.id is not null then jsonb_build_object('id', k.id::text, 'name', k.first_name || ' ' || k.last_name, 'email', k.email) end as customer,
  r.min_quantity as "minQuantity", r.amount as minor, r.percent_off_basis_points as "percentOffBasisPoints", r.valid_from as "validFrom", r.valid_to as "validTo"`;

const JOINED = `price r
  left join product p on p.id = r.product_id
  left join category c on c.id = r.category_id
  left join customer_group g on g.id = r.customer_group_id
  left join price_list l on l.id = r.price_list_id
  left join customer k on k.id = r.customer_id`;

/** Words of so many products are on every page anyway: then the book is read from its end, else the products are found first. */
const FEW_PRODUCTS = 2000;

// Each filter stands in the statement only where it is given, so that each finds its index; with all of them there are few.
const given = (filters: PriceBookFilters, after: string | null): [name: string, holds: string][] => [
  ...(filters.source === null ? [] : [['source', 'r.source = $1'] as [string, string]]),
  ...(filters.websiteId === null ? [] : [['website', 'r.website_id = $2'] as [string, string]]),
  ...(filters.customerIds === undefined ? [] : [['customer', 'r.customer_id = any ($5)'] as [string, string]]),
  ...(filters.listId === undefined ? [] : [['list', 'r.price_list_id = $6'] as [string, string]]),
  ...(after === null ? [] : [['after', 'r.id < $7'] as [string, string]]),
];

const TYPES = 'given as (select $1::text, $2::smallint, $3::text, $4::text, $5::bigint[], $6::bigint, $7::bigint)';

const rowsSql = (holds: readonly string[], more = 'true'): string =>
  `select r.id from price r where ${[...holds, more].join(' and ')} order by r.id desc limit $8`;

// A product's prices are also its category's: whoever looks for the SKU wants to see both, and with a product its versions'.
const ofProduct = (holds: readonly string[]): string => `
exact as materialized (select x.id, x.category_id from product x where x.sku = upper($3)),
family as materialized (select id from exact union select v.id from product v where v.parent_id in (select id from exact)),
-- Two letters are no look-up in the index.
few as materialized (select case when exists (select from exact) then true when length($4) >= 5 then (select count(*) <= ${FEW_PRODUCTS} from (select from product p where p.search_text like $4 limit ${FEW_PRODUCTS + 1}) p) else false end as is_few),
named as materialized (select p.id from product p where p.search_text like $4 and not exists (select from exact) and (select is_few from few)),
row as (
  (${rowsSql(holds, 'r.product_id in (select id from family)')})
  union (${rowsSql(holds, 'r.category_id in (select category_id from exact)')})
  union (${rowsSql(holds, 'r.product_id in (select id from named)')})
  union (${rowsSql(holds, `(select not is_few from few) and (select p.search_text like $4 from product p where p.id = r.product_id)`)}))`;

/** Prices on record, newest first; `after` is the id of the last one seen. */
export function priceBook(unit: Unit, filters: PriceBookFilters, { after, limit }: { after: string | null; limit: number }): Promise<BookedPrice[]> {
  const { source, websiteId, product, customerIds, listId } = filters;
  const conditions = given(filters, after);
  const holds = conditions.map(([, sql]) => sql);
  const name = [...conditions.map(([one]) => one), ...(product === '' ? [] : ['product'])].join('-');
  const rows = product === '' ? `row as (${rowsSql(holds)})` : ofProduct(holds);
  return unit.named<BookedPrice>(`price-book-${name}`, `
with ${TYPES}, ${rows}
select ${COLUMNS} from (select id from row order by id desc limit $8) w join ${JOINED.replace('price r', 'price r using (id)')} order by r.id desc`, [
    source, websiteId, product, `%${likeText(product.toLowerCase())}%`, customerIds === undefined ? null : [...customerIds], listId ?? null, after, limit,
  ]);
}

/** One price on record, or null. */
export async function bookedPrice(unit: Unit, id: string): Promise<BookedPrice | null> {
  const [row] = await unit.named<BookedPrice>('booked-price', `select ${COLUMNS} from ${JOINED} where r.id = $1::bigint`, [id]);
  return row ?? null;
}

/** What there is to choose from. */
export interface PriceChoices {
  groups: { id: string; name: Record<string, string> }[];
  categories: { id: string; name: Record<string, string> }[];
  lists: { id: string; name: string; websiteId: number }[];
}

export async function priceChoices(unit: Unit): Promise<PriceChoices> {
  const [row] = await unit.named<PriceChoices>('price-choices', `
    select (select coalesce(jsonb_agg(jsonb_build_object('id', id::text, 'name', name) order by id), '[]') from customer_group) as groups,
           (select coalesce(jsonb_agg(jsonb_build_object('id', id::text, 'name', name) order by position, id), '[]') from category) as categories,
           (select coalesce(jsonb_agg(jsonb_build_object('id', id::text, 'name', name, 'websiteId', website_id) order by name, id), '[]') from price_list) as lists`, []);
  return row ?? { groups: [], categories: [], lists: [] };
}

export async function productIdOf(unit: Unit, sku: string): Promise<string | null> {
  const [row] = await unit.named<{ id: string }>('product-id-of', 'select id::text as id from product where sku = $1 or sku = upper($1) order by sku = $1 desc limit 1', [sku.trim()]);
  return row?.id ?? null;
}

export interface FoundCustomer {
  id: string;
  groupId: string;
  name: string;
}

/** A website's customer by ID or e-mail: websites don't share customers. */
export async function customerOf(unit: Unit, websiteId: number, typed: string): Promise<FoundCustomer | null> {
  const text = typed.trim().toLowerCase();
  const id = /^[1-9][0-9]{0,17}$/.test(text) ? text : null;
  const [row] = await unit.named<FoundCustomer>('customer-of-website', `
    select id::text as id, customer_group_id::text as "groupId", first_name || ' ' || last_name as name from customer
     where website_id = $1 and (($2::bigint is not null and id = $2) or ($2::bigint is null and email = $3))`, [websiteId, id, text]);
  return row ?? null;
}
