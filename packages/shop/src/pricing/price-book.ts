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

// A product's prices are also its category's: whoever looks for the SKU wants to see both.
const BOOK = `
select ${COLUMNS} from ${JOINED}
 where ($1::text is null or r.source = $1) and ($2::smallint is null or r.website_id = $2)
   and ($3 = '' or p.sku = upper($3) or p.parent_id = (select x.id from product x where x.sku = upper($3)) or r.category_id in (select x.category_id from product x where x.sku = upper($3))
        or (p.search_text like $4 and not exists (select 1 from product x where x.sku = upper($3))))
   and ($5::bigint[] is null or r.customer_id = any ($5)) and ($6::bigint is null or r.price_list_id = $6)
   and ($7::bigint is null or r.id < $7)
 order by r.id desc limit $8`;

/** Prices on record, newest first; `after` is the id of the last one seen. */
export function priceBook(unit: Unit, filters: PriceBookFilters, { after, limit }: { after: string | null; limit: number }): Promise<BookedPrice[]> {
  const { source, websiteId, product, customerIds, listId } = filters;
  return unit.named<BookedPrice>('price-book', BOOK, [
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
