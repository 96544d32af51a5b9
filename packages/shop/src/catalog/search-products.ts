import type { Unit } from '@onbehalf/assist/ports';
import type { ListQuestion, ProductList } from './list-question.ts';
import { listParams, listSql, nameOf, POOL_PARAM, shapeOf, type Shape } from './list-sql.ts';
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

/** What begins with a typed word: as whole words where they are known, else as a beginning. */
const beginning = (mark: string): string => `case when s.words is null or s.words = '{}' then quote_literal('${mark}' || w.stem) || case when length(w.stem) > 1 then ':*' else '' end
             else (select string_agg(quote_literal('${mark}' || b), ' | ') from unnest(s.words) b) end`;

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
-- Every word that begins so, where they are few: whole words are found much faster than beginnings. Null: a number, or too many.
start as (
  select w.n, w.stem, case when w.stem ~ '^[0-9]' or cardinality(b.words) > ${MOST_AROUND} then null else b.words end as words
    from word w cross join lateral (
      select array(select s.word from search_word s where s.word ~>=~ w.stem and s.word ~<~ (w.stem || chr(1114111)) limit ${MOST_AROUND + 1})
          || array(select s.word from search_lexeme s where s.word ~>=~ w.stem and s.word ~<~ (w.stem || chr(1114111)) limit ${MOST_AROUND + 1}) as words) b),
known as (select w.n from word w join start s using (n) where w.word !~ '^[a-z]{3,40}$' or s.words is null or cardinality(s.words) > 0 or exists (select from around a where a.n = w.n)),
resembling as (
  select w.n, a.word, a.shown, a.likeness, max(a.likeness) over (partition by w.n) as most
    from word w cross join lateral (
      select s.word, s.shown, greatest(similarity(s.word, w.word), word_similarity(w.word, s.word) - 0.1, s.least) as likeness from (
         select x.word, x.shown, 0 as least from search_word x where x.word % w.word and (select set_config('pg_trgm.similarity_threshold', '0.25', true)) is not null
         union
         select x.word, x.shown, 0 from search_word x where w.word <% x.word and (select set_config('pg_trgm.word_similarity_threshold', '0.42', true)) is not null
         union
         -- Two letters the wrong way round leave a short word hardly a sequence of three in common.
         select x.word, x.shown, 0.9 from search_word x
          where x.word = any (array(select overlay(w.word placing reverse(substr(w.word, i, 2)) from i for 2) from generate_series(1, length(w.word) - 1) i))) s
       order by likeness desc, abs(length(s.word) - length(w.word)), s.word limit ${MOST_ALIKE}) a
   where w.n not in (select n from known)),
alike as (select * from resembling where likeness >= 0.8 * most),
part as (
  select w.n, w.word, quote_literal(w.word) || case when length(w.word) > 1 then ':*' else '' end as begins,
         concat_ws(' | ', ${beginning('')},
           (select string_agg(quote_literal(a.word), ' | ') from around a where a.n = w.n and not starts_with(a.word, w.stem)),
           (select string_agg(quote_literal(a.word), ' | ') from alike a where a.n = w.n)) as finds,
         -- A word as it was typed weighs more than one that begins so.
         concat_ws(' | ', quote_literal(w.stem) || case when length(w.stem) > 1 then ':*' else '' end,
           (select string_agg(quote_literal(a.word), ' | ') from around a where a.n = w.n), (select string_agg(quote_literal(a.word), ' | ') from alike a where a.n = w.n)) as weighs,
         concat_ws(' | ', ${beginning('=')}, (select string_agg(quote_literal('=' || a.word), ' | ') from alike a where a.n = w.n)) as names,
         (select a.shown from alike a where a.n = w.n order by a.likeness desc, abs(length(a.word) - length(w.word)), a.word limit 1) as meant
    from word w join start s using (n)),
asked as materialized (
  select string_agg(begins, ' | ')::tsquery as begins, string_agg('(' || finds || ')', ' & ')::tsquery as all_words, string_agg('(' || finds || ')', ' | ')::tsquery as any_word, string_agg('(' || weighs || ')', ' | ')::tsquery as weighs,
         string_agg('(' || names || ')', ' & ')::tsquery as in_name,
         (select string_agg('(' || o.others || ')', ' | ')::tsquery from (select string_agg('(' || b.finds || ')', ' & ') as others from part w join part b on b.n <> w.n group by w.n) o) as most_words,
         case when count(meant) > 0 then string_agg(coalesce(meant, word), ' ' order by n) end as meant
    from part),
-- Whoever types a whole SKU means that product and no other; a variant's shows its parent.
exact as materialized (select coalesce(p.parent_id, p.id) as id from product p, typed where typed.key <> '' and p.sku_key = typed.key limit 10),
-- A key is letters and digits: "{" comes after all of them.
begun as materialized (
  select distinct coalesce(p.parent_id, p.id) as id from (
    select p.id, p.parent_id from product p
     where (select length(key) >= 2 from typed) and p.sku_key ~>=~ (select key from typed) and p.sku_key ~<~ (select key || '{' from typed) and not exists (select from exact)
     order by p.sku_key using ~<~ limit ${MOST_FOUND + 1}) p)`;

const RANK = 'coalesce(ts_rank(p.search_words, a.begins) * 100, 0) + coalesce(ts_rank(p.search_words, a.weighs), 0)';

/** Rows of a pool, none that isn't shown here. The website is looked up for each product that is found: joined, a planner would read all there are. */
const hits = (place: string, from: string): string => `
  select p.id, p.category_id, p.kind, p.position, p.stock, p.facet_values, ${place} * 1000 + ${RANK} as rank
    from ${from} cross join asked a
   where p.active and p.parent_id is null and (select true from product_website pw where pw.product_id = p.id and pw.website_id = $1::smallint)`;

/** As many as a list holds and one, so that it can say there are more. */
const some = (place: number, words: string, further: string): string =>
  `(${hits(String(place), 'product p')} and p.search_words @@ (select ${words} from asked) and ${further} limit ${MOST_FOUND + 1})`;

/**
 * CTE `found`. Products with all words in their name go before those that have them elsewhere, and those that lack one word
 * before those that lack more: the index knows, so of more than a list holds it holds the best. Where there are more, what
 * is chosen makes room for those behind; where not, the others tell what else could be chosen.
 */
function foundSql({ facets, inCategories }: Shape): string {
  const chosen = [
    ...(inCategories ? ['p.category_id = any ((select categories from wanted)::bigint[])'] : []),
    ...Array.from({ length: facets }, (_, at) => `((select f${at + 1} = '{}' from wanted) or p.facet_values && (select f${at + 1} from wanted))`),
  ].join(' and ');
  const narrow = (count: string): string => (chosen === '' ? 'true' : `((select n <= ${MOST_FOUND} from ${count}) or ${chosen})`);
  const [noSku, noFull] = ['not exists (select from exact)', 'not exists (select from by_sku) and (select n = 0 from full_count)'];
  return `
by_sku as materialized (${hits('case when exists (select from exact) then 3 else 2 end', '(select id from exact union select id from begun) f join product p using (id)')}),
${chosen === '' ? '' : `full_count as materialized (select count(*) as n from ${some(1, 'all_words', noSku)} one),
part_count as materialized (select count(*) as n from ${some(0, 'any_word', noFull)} one),`}
named as materialized ${some(1, 'in_name', `${noSku} and ${narrow('full_count')}`)},
elsewhere as materialized ${some(1, 'all_words', `not p.search_words @@ (select in_name from asked) and (select count(*) from named) <= ${MOST_FOUND} and ${noSku} and ${narrow('full_count')}`)},
${chosen === '' ? 'full_count as materialized (select (select count(*) from named) + (select count(*) from elsewhere) as n),' : ''}
lacking_one as materialized ${some(0, 'most_words', `${noFull} and ${narrow('part_count')}`)},
lacking_more as materialized ${some(0, 'any_word', `not coalesce(p.search_words @@ (select most_words from asked), false) and (select count(*) from lacking_one) <= ${MOST_FOUND} and ${noFull} and ${narrow('part_count')}`)},
found as materialized (
  select * from by_sku union all
  select * from (select * from named union all select * from elsewhere union all select * from lacking_one union all select * from lacking_more) f where id not in (select id from by_sku))`;
}

const searchSql = (shape: Shape): string => {
  const { wanted, ctes, columns } = listSql(shape, { categories: TYPED_CATEGORIES, withCategories: true });
  return `
with ${wanted},${WORDS},${foundSql(shape)},
pool as materialized (select * from found order by rank desc, position, id limit ${MOST_FOUND}),
${ctes}
select (select count(*) > ${MOST_FOUND} from found) as cut, ${columns},
       asked.meant, asked.meant is not null and not exists (select from by_sku) or exists (select from lacking_one) or exists (select from lacking_more) as nearest
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
