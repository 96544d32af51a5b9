import type { Unit } from '@onbehalf/assist/ports';
import { likeText } from './search-products.ts';
import type { ProductKind } from './product-card.ts';

export type Texts = Readonly<Record<'en' | 'de' | 'es', string>>;

/** A product as an administrator keeps it. */
export interface KeptProduct {
  id: string;
  sku: string;
  slug: string;
  kind: ProductKind;
  active: boolean;
  categoryId: string;
  categoryName: Texts;
  /** The drawing that stands for it as long as it has no picture of its own. */
  image: string;
  /** What is shown of it now. */
  shownImage: string;
  name: Texts;
  summary: Texts;
  description: Texts;
  taxClass: string;
  weightGrams: number;
  /** Of a product with options: of its versions together. */
  stock: number | null;
  /** Of a version: its product. */
  parentId: string | null;
}

export interface ProductFilters {
  text: string;
  categoryId: string | null;
  kind: string | null;
  active: boolean | null;
  websiteId: number | null;
}

const COLUMNS = `p.id::text as id, p.sku, p.slug, p.kind, p.active, p.category_id::text as "categoryId", c.name as "categoryName", coalesce(p.drawing, p.image) as image, p.image as "shownImage", p.name, p.summary,
  p.description, p.tax_class as "taxClass", p.weight_grams as "weightGrams", p.parent_id::text as "parentId",
  case when p.kind = 'configurable' and p.parent_id is null then (select sum(v.stock)::integer from product v where v.parent_id = p.id) else p.stock end as stock`;

/** A word of so many products is soon met from any SKU on: then the list is walked, else what has it is looked up. */
const FEW_FOUND = 2000;

// Each filter stands in the statement only where it is given, so that each finds its index.
const given = ({ categoryId, kind, active, websiteId }: ProductFilters, after: string | null): [name: string, holds: string][] => [
  ...(categoryId === null ? [] : [['category', 'p.category_id = $4'] as [string, string]]),
  ...(kind === null ? [] : [['kind', 'p.kind = $5'] as [string, string]]),
  ...(active === null ? [] : [active ? (['active', 'p.active'] as [string, string]) : (['inactive', 'not p.active'] as [string, string])]),
  ...(websiteId === null ? [] : [['website', 'exists (select from product_website w where w.product_id = p.id and w.website_id = $6)'] as [string, string]]),
  ...(after === null ? [] : [['after', 'p.sku > $7'] as [string, string]]),
];

const TYPES = 'given as (select $1::text, $2::text, $3::text, $4::bigint, $5::text, $6::smallint, $7::text)';

const rowsSql = (holds: readonly string[], from = 'product p'): string => `select p.id, p.sku from ${from} where ${['p.parent_id is null', ...holds].join(' and ')} order by p.sku limit $8`;

// By a part of name, SKU or category, or by how the SKU of a version begins.
const found = (holds: readonly string[]): string => `
-- Two letters are no look-up in the index.
few as materialized (select case when length($2) >= 5 then (select count(*) <= ${FEW_FOUND} from (select from product p where p.search_text like $2 limit ${FEW_FOUND + 1}) p) else false end as is_few),
hit as materialized (
  select p.id from product p where p.search_text like $2 and p.parent_id is null and (select is_few from few)
  union select p.id from product p where p.sku_key ~>=~ $3 and p.sku_key ~<~ ($3 || '{') and lower(p.sku) like $1 and p.parent_id is null and (select is_few from few)
  union select v.parent_id from product v where v.parent_id is not null and v.sku_key ~>=~ $3 and v.sku_key ~<~ ($3 || '{') and v.search_text like $1 and (select is_few from few)),
row as (
  (${rowsSql(holds, 'hit h join product p using (id)')})
  union (${rowsSql([...holds, '(select not is_few from few)', '(p.search_text like $2 or lower(p.sku) like $1 or exists (select from product v where v.parent_id = p.id and v.search_text like $1))'])}))`;

/** Products by SKU, also those that aren't for sale; `after` is the last SKU seen. */
export function keptProducts(unit: Unit, filters: ProductFilters, { after, limit }: { after: string | null; limit: number }): Promise<KeptProduct[]> {
  const typed = filters.text.trim().toLowerCase();
  const conditions = given(filters, after);
  const holds = conditions.map(([, sql]) => sql);
  const name = [...conditions.map(([one]) => one), ...(typed === '' ? [] : ['text'])].join('-');
  return unit.named<KeptProduct>(`kept-products-${name}`, `
with ${TYPES}, ${typed === '' ? `row as (${rowsSql(holds)})` : found(holds)}
select ${COLUMNS} from (select id from row order by sku limit $8) w join product p using (id) join category c on c.id = p.category_id order by p.sku`, [
    `${likeText(typed)}%`, `%${likeText(typed)}%`, typed.replaceAll(/[^a-z0-9]/g, ''), filters.categoryId, filters.kind, filters.websiteId, after, limit,
  ]);
}

export async function keptProduct(unit: Unit, id: string): Promise<KeptProduct | null> {
  const [row] = await unit.named<KeptProduct>('kept-product', `select ${COLUMNS} from product p join category c on c.id = p.category_id where p.id = $1::bigint`, [id]);
  return row ?? null;
}

/** What a general form writes. */
export type ProductTerms = Omit<KeptProduct, 'id' | 'stock' | 'shownImage' | 'categoryName' | 'kind' | 'parentId'>;

const SEARCH_TEXT = (name: string, sku: string, category: string): string =>
  `(select lower(concat_ws(' ', ${name}->>'en', ${name}->>'de', ${name}->>'es', ${sku}, c.name->>'en', c.name->>'de', c.name->>'es')) from category c where c.id = ${category})`;

const paramsOf = ({ sku, slug, active, categoryId, image, name, summary, description, taxClass, weightGrams }: ProductTerms): unknown[] =>
  [sku, slug, active, categoryId, image, JSON.stringify(name), JSON.stringify(summary), JSON.stringify(description), taxClass, weightGrams];

/** Which of SKU and address another product has already. */
export async function takenBy(unit: Unit, { sku, slug }: { sku: string; slug: string }, exceptId: string | null): Promise<('sku' | 'slug')[]> {
  const rows = await unit.query<{ sku: string; slug: string }>('select sku, slug from product where (sku = $1 or slug = $2) and id is distinct from $3::bigint', [sku, slug, exceptId]);
  return [...(rows.some((row) => row.sku === sku) ? (['sku'] as const) : []), ...(rows.some((row) => row.slug === slug) ? (['slug'] as const) : [])];
}

/** The new product's id; null where another took SKU or address at the same moment. It is sold nowhere yet. */
export async function addProduct(unit: Unit, kind: ProductKind, terms: ProductTerms): Promise<string | null> {
  const [row] = await unit.query<{ id: string }>(
    `insert into product (sku, slug, active, category_id, image, name, summary, description, tax_class, weight_grams, kind, stock, unit, search_text)
     select $1::text, $2, $3, $4::bigint, $5, $6::jsonb, $7::jsonb, $8::jsonb, $9, $10, $11::text, case when $11::text = 'simple' then 0 end,
            '{"en":"piece","de":"Stück","es":"unidad"}', ${SEARCH_TEXT('$6::jsonb', '$1::text', '$4::bigint')}
     on conflict do nothing returning id::text as id`,
    [...paramsOf(terms), kind],
  );
  return row?.id ?? null;
}

export async function changeProduct(unit: Unit, id: string, terms: ProductTerms): Promise<void> {
  await unit.query(
    `update product set sku = $1::text, slug = $2, active = $3, category_id = $4::bigint, name = $6::jsonb, summary = $7::jsonb, description = $8::jsonb,
       image = case when is_picture(image) then image else $5 end, drawing = case when is_picture(image) then $5 end, tax_class = $9, weight_grams = $10, search_text = ${SEARCH_TEXT('$6::jsonb', '$1::text', '$4::bigint')} where id = $11::bigint`,
    [...paramsOf(terms), id],
  );
}

/** Writes the stock where it still is what the administrator saw; otherwise gives what it is now. Orders take from it meanwhile. */
export async function setStock(unit: Unit, id: string, { was, stock }: { was: number | null; stock: number | null }): Promise<{ done: true } | { done: false; now: number | null }> {
  const changed = await unit.query('update product set stock = $3 where id = $1::bigint and stock is not distinct from $2::integer returning id', [id, was, stock]);
  if (changed.length > 0) return { done: true };
  const [row] = await unit.query<{ stock: number | null }>('select stock from product where id = $1::bigint', [id]);
  return { done: false, now: row?.stock ?? null };
}

export interface SoldOn {
  websiteId: number;
  cost: bigint | null;
  /** The base price for one piece without days; null where there is none. */
  baseMinor: bigint | null;
  sold: boolean;
}

/** Where a product is sold, with cost and base price, for every website. */
export const soldOn = (unit: Unit, id: string): Promise<SoldOn[]> =>
  unit.named<SoldOn>('sold-on', `
    select w.id::integer as "websiteId", pw.cost, pw.product_id is not null as sold,
      (select r.amount from price r where r.product_id = $1::bigint and r.website_id = w.id and r.source = 'base' and r.min_quantity = 1 and r.valid_from is null and r.valid_to is null order by r.id limit 1) as "baseMinor"
      from website w left join product_website pw on pw.website_id = w.id and pw.product_id = $1::bigint order by w.id`, [id]);

/** Sells a product on a website at a cost and a base price. */
export async function sellOn(unit: Unit, id: string, { websiteId, cost, baseMinor }: { websiteId: number; cost: bigint | null; baseMinor: bigint }): Promise<void> {
  await unit.query(
    'insert into product_website (product_id, website_id, cost) values ($1::bigint, $2, $3) on conflict (product_id, website_id) do update set cost = excluded.cost', [id, websiteId, cost]);
  const changed = await unit.query(
    `update price set amount = $3, percent_off_basis_points = null where product_id = $1::bigint and website_id = $2 and source = 'base' and min_quantity = 1 and valid_from is null and valid_to is null returning id`,
    [id, websiteId, baseMinor],
  );
  if (changed.length === 0) await unit.query(`insert into price (website_id, source, product_id, min_quantity, amount) values ($2, 'base', $1::bigint, 1, $3)`, [id, websiteId, baseMinor]);
}

/** Takes a product off a website; its prices stay for when it comes back. */
export async function sellNoMoreOn(unit: Unit, id: string, websiteId: number): Promise<void> {
  await unit.query('delete from product_website where product_id = $1::bigint and website_id = $2', [id, websiteId]);
}

/** What the general form offers: tax classes there are rates for, and the pictures that are shipped. */
export async function productChoices(unit: Unit): Promise<{ taxClasses: string[]; images: string[] }> {
  const [row] = await unit.named<{ taxClasses: string[]; images: string[] }>('product-choices', `
    select (select coalesce(jsonb_agg(distinct tax_class), '[]') from tax_rate) as "taxClasses",
           (select coalesce(jsonb_agg(image order by image), '[]') from (select image from product union select drawing from product where drawing is not null union select image from category) shipped
             where not is_picture(image)) as images`, []);
  return row ?? { taxClasses: [], images: [] };
}
