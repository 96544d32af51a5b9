import type { Unit } from '@onbehalf/assist/ports';
import type { ListQuestion, ProductList } from './list-question.ts';
import { listParams, listSql, nameOf, POOL_PARAM, shapeOf, type Shape } from './list-sql.ts';
import { LISTED_HERE } from './product-card.ts';
import { toList, type ListRow } from './to-list.ts';

/** As many as are weighed at once; with more, the page says so. */
export const MOST_FOUND = 480;
const MOST_TYPED = 100;
const MOST_WORDS = 8;
/** Longer words that hold what was typed, and words that resemble it. */
const [MOST_AROUND, MOST_ALIKE] = [40, 6];

export interface FoundProducts extends ProductList {
  /** No product has every word as it was typed: these resemble it, or have most of it. */
  nearest: boolean;
  /** What was probably meant, where a word is unknown here: "cordless drill". */
  meant: string | null;
}

const [TYPED, TYPED_CATEGORIES] = [`$${POOL_PARAM}::text`, `$${POOL_PARAM + 1}::text[]`];

/**
 * Every word must be there: a word that begins with it (or with it less its plural), a longer one that holds it, or, where
 * the shop has neither, one that resembles it. The words of names and categories are few, so the hard work is done on
 * them, and products are found by whole words.
 */
// Written so that each condition is looked up in the index: a count and an order ask for all there is, and two halves of an
// "or" are two look-ups. The thresholds are set before a scan that hangs on them begins.
const WORDS = `
typed as materialized (select fold_words(${TYPED}) as text, regexp_replace(lower(${TYPED}), '[^a-z0-9]', '', 'g') as key),
word as materialized (
  select w.word, w.n, case when length(w.word) >= 5 then regexp_replace(w.word, '(es|en|s|n|e)$', '') else w.word end as stem
    from typed cross join regexp_split_to_table(typed.text, ' +') with ordinality w (word, n)
   where w.word <> '' and w.n <= ${MOST_WORDS}),
around as (select w.n, a.word from word w cross join lateral (select s.word from search_word s where s.word like '%' || w.stem || '%' order by s.word limit ${MOST_AROUND}) a where length(w.stem) >= 4),
known as (select w.n from word w where w.word !~ '^[a-z]{3,40}$' or (select count(*) from search_word s where s.word like w.stem || '%') > 0 or exists (select from around a where a.n = w.n)),
resembling as (
  select w.n, a.word, a.shown, a.likeness, max(a.likeness) over (partition by w.n) as most
    from word w cross join lateral (
      select s.word, s.shown, greatest(similarity(s.word, w.word), word_similarity(w.word, s.word) - 0.1, s.least) as likeness from (
         select x.word, x.shown, 0 as least from search_word x where x.word % w.word and (select set_config('pg_trgm.similarity_threshold', '0.25', true)) is not null
         union
         select x.word, x.shown, 0 from search_word x where w.word <% x.word and (select set_config('pg_trgm.word_similarity_threshold', '0.42', true)) is not null
         union
         -- Two letters the wrong way round leave a short word hardly a sequence of three in common.
         select x.word, x.shown, 0.9 from generate_series(1, length(w.word) - 1) i
           join search_word x on x.word = overlay(w.word placing reverse(substr(w.word, i, 2)) from i for 2)) s
       order by likeness desc, abs(length(s.word) - length(w.word)), s.word limit ${MOST_ALIKE}) a
   where w.n not in (select n from known)),
alike as (select * from resembling where likeness >= 0.8 * most),
part as (
  select w.n, w.word, quote_literal(w.word) || case when length(w.word) > 1 then ':*' else '' end as begins,
         concat_ws(' | ', quote_literal(w.stem) || case when length(w.stem) > 1 then ':*' else '' end,
           (select string_agg(quote_literal(a.word), ' | ') from around a where a.n = w.n),
           (select string_agg(quote_literal(a.word), ' | ') from alike a where a.n = w.n)) as finds,
         (select a.shown from alike a where a.n = w.n order by a.likeness desc, abs(length(a.word) - length(w.word)), a.word limit 1) as meant
    from word w),
asked as materialized (
  select string_agg(begins, ' | ')::tsquery as begins, string_agg('(' || finds || ')', ' & ')::tsquery as all_words, string_agg('(' || finds || ')', ' | ')::tsquery as any_word,
         case when count(meant) > 0 then string_agg(coalesce(meant, word), ' ' order by n) end as meant
    from part),
-- Whoever types a whole SKU means that product and no other; a variant's shows its parent.
exact as materialized (select coalesce(p.parent_id, p.id) as id from product p, typed where typed.key <> '' and p.sku_key = typed.key limit 10),
begun as materialized (
  select b.id from (
    select p.sku_key, coalesce(p.parent_id, p.id) as id from product p
     where (select length(key) >= 2 from typed) and p.sku_key ~>=~ (select key from typed) and not exists (select from exact)
     order by p.sku_key using ~<~ limit ${MOST_FOUND + 1}) b
   where starts_with(b.sku_key, (select key from typed))),
full_match as materialized (select p.id from product p where p.search_words @@ (select all_words from asked) and p.parent_id is null and not exists (select from exact) limit ${MOST_FOUND + 1}),
part_match as materialized (
  select p.id from product p where p.search_words @@ (select any_word from asked) and p.parent_id is null
     and not exists (select from exact) and not exists (select from begun) and not exists (select from full_match) limit ${MOST_FOUND + 1}),
found as materialized (
  select id, max(place) as place from (
    select id, 3 as place from exact union all select id, 2 from begun union all select id, 1 from full_match union all select id, 0 from part_match) f group by id)`;

const searchSql = (shape: Shape): string => {
  const { wanted, ctes, columns } = listSql(shape, { categories: TYPED_CATEGORIES, withCategories: true });
  return `
with ${wanted},${WORDS},
pool as materialized (
  select p.id, p.category_id, p.kind, p.position, p.stock, p.facet_values,
         f.place * 1000 + coalesce(ts_rank(p.search_words, a.begins) * 100, 0) + coalesce(ts_rank(p.search_words, a.any_word), 0) as rank
    from found f join ${LISTED_HERE.replace('product p join', 'product p on p.id = f.id join')} cross join asked a
   order by rank desc, p.position, p.id limit ${MOST_FOUND}),
${ctes}
select (select count(*) > ${MOST_FOUND} from found) as cut, ${columns},
       asked.meant, asked.meant is not null and not exists (select from exact) and not exists (select from begun) or exists (select from part_match) as nearest
  from asked`;
};

type FoundRow = ListRow & Pick<FoundProducts, 'nearest' | 'meant'>;

/** Products by name, category or SKU, the SKU first; forgives a typing error (G1). Empty text finds nothing. */
export async function searchProducts(unit: Unit, question: ListQuestion & { text: string }): Promise<FoundProducts> {
  const shape = shapeOf(question);
  const params = [...listParams(question), question.text.trim().slice(0, MOST_TYPED), [...question.filters.categories]];
  const [row] = await unit.named<FoundRow>(`shop-search-${nameOf(shape)}`, searchSql(shape), params);
  if (row === undefined) throw new Error('A search gives one row');
  const { nearest, meant, ...list } = row;
  return { ...toList(list, question), nearest: nearest && list.total > 0, meant: list.total > 0 ? meant : null };
}

/** A text that LIKE takes by its letters. */
export const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
