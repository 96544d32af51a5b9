import type { Unit } from '@onbehalf/assist/ports';
import { CATEGORIES, type Category } from './categories.ts';
import { CARD_COLUMNS, LISTED_HERE, SOLD_HERE, toCards, viewParams, type CatalogView, type ProductCard, type ProductRow } from './product-card.ts';

const BY_SKU = `
select ${CARD_COLUMNS}
  from ${SOLD_HERE}
 where p.sku = any ($5::text[])
 order by array_position($5::text[], p.sku)`;

const FEATURED = `
select ${CARD_COLUMNS}
  from ${LISTED_HERE} join category c on c.id = p.category_id
 where p.stock is null or p.stock > 0
 order by row_number() over (partition by p.category_id order by p.position, p.id), c.position, p.id
 limit $5`;

/** The products with these SKUs that are sold here, in the order asked for; the others are left out (D7). */
export async function productsBySku(unit: Unit, question: CatalogView & { skus: readonly string[] }): Promise<ProductCard[]> {
  const rows = await unit.named<ProductRow>('shop-by-sku', BY_SKU, [...viewParams(question), [...question.skus]]);
  return toCards(rows, question);
}

const HOME = `
select (select coalesce(jsonb_agg(to_jsonb(category)), '[]'::jsonb) from (${CATEGORIES}) category) as categories,
       (select coalesce(jsonb_agg(to_jsonb(card)), '[]'::jsonb) from (${FEATURED}) card) as featured`;

/** What the store's home page shows, in one statement: the categories, and of each the first product, then the second. */
export async function homePage(unit: Unit, question: CatalogView & { limit: number }): Promise<{ categories: Category[]; featured: ProductCard[] }> {
  const [row] = await unit.named<{ categories: Category[]; featured: ProductRow[] }>('shop-home', HOME, [...viewParams(question), question.limit]);
  return { categories: row?.categories ?? [], featured: toCards(row?.featured ?? [], question) };
}
