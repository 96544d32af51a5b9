import { err, ok } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { CATEGORY_COLUMNS, type Category } from './categories.ts';
import type { ListQuestion, ListResult } from './list-question.ts';
import { listParams, listSql, nameOf, POOL_PARAM, shapeOf, type Shape } from './list-sql.ts';
import { LISTED_HERE } from './product-card.ts';
import { toList, type ListRow } from './to-list.ts';

/** As many as are weighed at once. Of a larger category these are its first; what is filtered away makes room. */
export const MOST_IN_CATEGORY = 5000;

const categoryPageSql = (shape: Shape): string => {
  const { wanted, ctes, columns } = listSql(shape);
  const chosen = Array.from({ length: shape.facets }, (_, at) => `and (w.f${at + 1} = '{}' or p.facet_values && w.f${at + 1})`).join(' ');
  return `
with ${wanted},
asked as (select ${CATEGORY_COLUMNS}, c.id as category_id from category c where c.slug = $${POOL_PARAM}),
large as materialized (
  select count(*) > ${MOST_IN_CATEGORY} as is_large from (select from product p where p.category_id = (select category_id from asked) and p.active and p.parent_id is null limit ${MOST_IN_CATEGORY + 1}) one),
pool as materialized (
  select p.id, p.category_id, p.kind, p.position, p.stock, p.facet_values, 0 as rank
    from ${LISTED_HERE} cross join wanted w cross join large
   where p.category_id = (select category_id from asked) and (not large.is_large or (true ${chosen}))
   order by p.position, p.id limit ${MOST_IN_CATEGORY}),
${ctes}
select id, code, slug, image, name, description, (select count(*) = ${MOST_IN_CATEGORY} from pool) as cut, ${columns}
  from asked`;
};

/** A page of a category with the prices of whoever looks, in one statement. Refuses with 'not-found'. */
export async function categoryPage(unit: Unit, question: ListQuestion & { slug: string }): Promise<ListResult<{ category: Category }>> {
  const shape = shapeOf({ ...question, filters: { ...question.filters, categories: [] } });
  const [row] = await unit.named<Category & ListRow>(`shop-category-${nameOf(shape)}`, categoryPageSql(shape), [...listParams(question), question.slug]);
  if (row === undefined) return err({ code: 'not-found' });
  const { id, code, slug, image, name, description, ...list } = row;
  return ok({ category: { id, code, slug, image, name, description }, ...toList(list, question) });
}
