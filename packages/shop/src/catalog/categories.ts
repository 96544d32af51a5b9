import type { Store, Unit } from '@onbehalf/assist/ports';
import { localTextSql } from './local-text.ts';

export interface Category {
  id: string;
  code: string;
  slug: string;
  name: string;
  description: string;
  image: string;
}

/** Columns of a {@link Category} as `c`, with the locale as $2. */
export const CATEGORY_COLUMNS = `
       c.id::text as id, c.code, c.slug, c.image, ${localTextSql('c.name', '$2::text')} as name,
       ${localTextSql('c.description', '$2::text')} as description`;

/** With the website as $1 and the locale as $2. */
export const CATEGORIES = `
select ${CATEGORY_COLUMNS}
  from (select * from category order by position, id offset 0) c
 -- One product of each is enough to know; asked for as a list, all products would be read.
 cross join lateral (
   select 1 from product p join product_website pw on pw.product_id = p.id and pw.website_id = $1::smallint
    where p.category_id = c.id and p.active order by p.position, p.id limit 1) kept
 order by c.position, c.id`;

/** The categories that have something for sale in this store, in the shop's order. */
export const categories = (unit: Unit, store: Store): Promise<Category[]> =>
  unit.named<Category>('shop-categories', CATEGORIES, [store.websiteId, store.locale]);
