import { err, ok, type Locale, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { CATEGORY_COLUMNS, type Category } from './categories.ts';
import { CARD_COLUMNS, toCards, viewParams, type CatalogView, type ProductCard, type ProductRow } from './product-card.ts';

export type ProductSort = 'position' | 'name' | 'price-up' | 'price-down';

export interface CategoryQuestion extends CatalogView {
  slug: string;
  sort: ProductSort;
  inStockOnly: boolean;
}

export interface CategoryPage {
  category: Category;
  products: ProductCard[];
}

/** One JSON per product, so that a category without products is still found. */
const CATEGORY_PAGE = `
select ${CATEGORY_COLUMNS},
       (select coalesce(jsonb_agg(to_jsonb(card) order by card.position, card.id::bigint), '[]'::jsonb)
          from (select ${CARD_COLUMNS}, p.position
                  from product p join product_website pw on pw.product_id = p.id and pw.website_id = $1::smallint
                 where p.category_id = c.id and p.active and p.parent_id is null
                   and (not $6::boolean or p.stock is null or p.stock > 0)) card) as products
  from category c
 where c.slug = $5`;

/** A category with its products and the prices of whoever looks, in one statement. Refuses with 'not-found'. */
export async function categoryPage(unit: Unit, question: CategoryQuestion): Promise<Result<CategoryPage, Refusal>> {
  const params = [...viewParams(question), question.slug, question.inStockOnly];
  const [row] = await unit.named<Category & { products: ProductRow[] }>('shop-category', CATEGORY_PAGE, params);
  if (row === undefined) return err({ code: 'not-found' });
  const { products, ...category } = row;
  return ok({ category, products: toCards(products, question).toSorted(orderBy(question.sort, question.store.locale)) });
}

type Order = (a: ProductCard, b: ProductCard) => number;

/** Sorting is stable, so 'position' keeps the shop's order. By price means by the price of whoever looks. */
function orderBy(sort: ProductSort, locale: Locale): Order {
  const collator = new Intl.Collator(locale, { numeric: true });
  const orders: Record<ProductSort, Order> = {
    position: () => 0,
    name: (a, b) => collator.compare(a.name, b.name),
    'price-up': (a, b) => Number(a.priceMinor - b.priceMinor),
    'price-down': (a, b) => Number(b.priceMinor - a.priceMinor),
  };
  return orders[sort];
}
