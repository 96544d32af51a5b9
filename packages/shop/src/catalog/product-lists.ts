import type { Unit } from '@onbehalf/assist/ports';
import { CATEGORIES, type Category } from './categories.ts';
import { CARD_COLUMNS, LISTED_HERE, SOLD_HERE, toCards, viewParams, type CatalogView, type ProductCard, type ProductRow } from './product-card.ts';

const BY_SKU = `
select ${CARD_COLUMNS}
  from ${SOLD_HERE}
 where p.sku = any ($5::text[])
 order by array_position($5::text[], p.sku)`;

const anyOf = (condition: string): string => `select 1 from ${LISTED_HERE} where p.category_id = c.id and ${condition} order by p.position, p.id limit 1`;

// A round takes the first of each category, the next the second: no more categories and no more of each than are shown.
const FEATURED = `
select ${CARD_COLUMNS}
  from (select f.id, row_number() over (partition by c.id order by f.position, f.id) as round, c.position, c.id as category_id
          from (select c.id, c.position from (select id, position from category order by position, id offset 0) c cross join lateral (${anyOf('(p.stock is null or p.stock > 0)')}) kept order by c.position, c.id limit $5) c
         cross join lateral (select p.id, p.position from ${LISTED_HERE} where p.category_id = c.id and (p.stock is null or p.stock > 0) order by p.position, p.id limit $5) f) first
  join product p on p.id = first.id
 order by first.round, first.position, first.category_id, p.id
 limit $5`;

/** The products with these SKUs that are sold here, in the order asked for; the others are left out (D7). */
export async function productsBySku(unit: Unit, question: CatalogView & { skus: readonly string[] }): Promise<ProductCard[]> {
  const rows = await unit.named<ProductRow>('shop-by-sku', BY_SKU, [...viewParams(question), [...question.skus]]);
  return toCards(rows, question);
}

/** A page that greets has no room for three hundred; the list of all categories has. */
const MOST_AT_HOME = 12;

const HOME = `
select (select coalesce(jsonb_agg(to_jsonb(category)), '[]'::jsonb) from (${CATEGORIES} limit ${MOST_AT_HOME}) category) as categories,
       (select coalesce(jsonb_agg(to_jsonb(card)), '[]'::jsonb) from (${FEATURED}) card) as featured`;

/** What the store's home page shows, in one statement: the categories, and of each the first product, then the second. */
export async function homePage(unit: Unit, question: CatalogView & { limit: number }): Promise<{ categories: Category[]; featured: ProductCard[] }> {
  const [row] = await unit.named<{ categories: Category[]; featured: ProductRow[] }>('shop-home', HOME, [...viewParams(question), question.limit]);
  return { categories: row?.categories ?? [], featured: toCards(row?.featured ?? [], question) };
}
