import type { Unit } from '@onbehalf/assist/ports';
import { CARD_COLUMNS, LISTED_HERE, toCards, viewParams, type CatalogView, type ProductCard, type ProductRow } from './product-card.ts';

const MOST_FOUND = 60;
const MOST_TYPED = 100;

// pg_trgm's index operator finds nothing below its threshold, and at the default of 0.6 two swapped letters are too many.
// A condition on a subselect alone is checked before its scan starts, so the setting is in force by then.
const SEARCH = `
with found as (
  select coalesce(parent_id, id) as id from product
   where (select set_config('pg_trgm.word_similarity_threshold', '0.42', true)) is not null
     and (search_text %> $5 or search_text like $6)
  union
  select coalesce(parent_id, id) from product where lower(sku) like $7)
select ${CARD_COLUMNS}
  from ${LISTED_HERE} join found on found.id = p.id
 -- Whoever types a whole SKU means that product and no other.
 where p.id = (select coalesce(exact.parent_id, exact.id) from product exact where lower(exact.sku) = $5)
    or not exists (select 1 from product exact where lower(exact.sku) = $5)
 order by lower(p.sku) = $5 desc, lower(p.sku) like $7 desc, p.search_text like $6 desc,
          case when p.search_text not like $6 then word_similarity($5, p.search_text) end desc nulls last, p.position, p.id
 limit ${MOST_FOUND}`;

/** Products by name or SKU, the SKU first; forgives a typing error (G1). Empty text finds nothing. */
export async function searchProducts(unit: Unit, question: CatalogView & { text: string }): Promise<ProductCard[]> {
  const text = question.text.trim().toLowerCase().slice(0, MOST_TYPED);
  if (text === '') return [];
  const params = [...viewParams(question), text, `%${likeText(text)}%`, `${likeText(text)}%`];
  return toCards(await unit.named<ProductRow>('shop-search', SEARCH, params), question);
}

/** A text that LIKE takes by its letters. */
export const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
