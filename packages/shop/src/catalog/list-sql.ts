import type { Locale } from '@onbehalf/core';
import { soldUnitsSql, unitPricesSql } from '../pricing/unit-prices-sql.ts';
import { PER_PAGE, type ListQuestion, type ProductSort } from './list-question.ts';
import { localTextSql } from './local-text.ts';
import { CARD_COLUMNS, viewParams } from './product-card.ts';

/** Facets that a list may be filtered by at a time; each has its place in the statement. */
export const MOST_FACETS = 8;
/** Values that a facet shows. */
const MOST_VALUES = 30;

/** What decides the shape of the statement; there are few, so each stays prepared. */
export interface Shape {
  sort: ProductSort;
  /** Whether a price sorts or filters: only then is every product priced. */
  priced: boolean;
  facets: number;
  locale: Locale;
  inCategories: boolean;
}

export function shapeOf({ filters, sort, store }: Pick<ListQuestion, 'filters' | 'sort' | 'store'>): Shape {
  const priced = sort === 'price-up' || sort === 'price-down' || filters.fromMinor !== null || filters.toMinor !== null;
  return { sort, priced, facets: facetsOf(filters.values).length, locale: store.locale, inCategories: filters.categories.length > 0 };
}

export const nameOf = ({ sort, priced, facets, locale, inCategories }: Shape): string =>
  `${sort}-${priced ? 'priced' : 'plain'}-${facets}${inCategories ? '-in' : ''}${sort === 'name' ? `-${locale}` : ''}`;

/** The facets that codes are of, each once. */
export const facetsOf = (values: readonly string[]): string[] => [...new Set(values.map((code) => code.split(':', 1)[0] ?? ''))].slice(0, MOST_FACETS);

/** $1 to $12 of every list. */
export const listParams = (question: ListQuestion): unknown[] => {
  const { filters, page, now, rule } = question;
  return [
    ...viewParams(question), new Date(now.getTime() + 1), rule, filters.inStockOnly, filters.fromMinor, filters.toMinor, (page - 1) * PER_PAGE,
    [...filters.values], facetsOf(filters.values),
  ];
};

/** The first parameter of a pool's own. */
export const POOL_PARAM = 13;

const SCOPE = { units: 'unit', website: '$1::smallint', customer: '$3::bigint', group: '$4::bigint', next: '$5::timestamptz', rule: '$6::text' };

interface Condition {
  /** What a version that misses only this one still counts for. */
  facet: string;
  holds: string;
}

function conditions({ facets, priced, inCategories }: Shape): Condition[] {
  return [
    { facet: `'stock'`, holds: 'not $7::boolean or l.in_stock' },
    ...(priced ? [{ facet: `'price'`, holds: 'l.minor >= coalesce($8::bigint, 0) and ($9::bigint is null or l.minor <= $9)' }] : []),
    ...(inCategories ? [{ facet: `'category'`, holds: 'l.category_id = any (w.categories)' }] : []),
    // A value that nobody knows filters nothing.
    ...Array.from({ length: facets }, (_, at) => ({ facet: `($12::text[])[${at + 1}]`, holds: `w.f${at + 1} = '{}' or l.facet_values && w.f${at + 1}` })),
  ];
}

/** CTE `wanted`: ids of the facet values that are asked for, by facet. */
const wantedSql = ({ facets, inCategories }: Shape, categories: string): string => `
-- Not every shape asks for all of them, and each needs a type.
given as (select $2::text, $3::bigint, $4::bigint, $5::timestamptz, $6::text, $8::bigint, $9::bigint, $11::text[], $12::text[], ${categories}),
wanted as materialized (select ${[
  ...Array.from({ length: facets }, (_, at) => `coalesce((select array_agg(id) from facet_value where facet = ($12::text[])[${at + 1}] and code = any ($11::text[])), '{}') as f${at + 1}`),
  ...(inCategories ? [`coalesce((select array_agg(id) from category where slug = any (${categories})), '{}') as categories`] : []),
  'true as asked',
].join(',\n       ')})`;

const ORDERS: Record<ProductSort, string> = { best: '', name: '', 'price-up': 'm.minor', 'price-down': 'm.minor desc', newest: 'm.id desc' };

const orderOf = ({ sort, locale }: Shape): string =>
  [sort === 'name' ? `${localTextSql('p.name', '$2::text')} collate natural_${locale}` : ORDERS[sort], 'm.rank desc', 'm.position', 'm.id'].filter((one) => one !== '').join(', ');

/**
 * SQL from a CTE `pool (id, category_id, kind, position, stock, facet_values, rank)` on, with `wanted` before it: what of the pool is
 * for sale, what of that the filters leave, what further ones would leave, and one page of cards. Columns of {@link ListRow}.
 * What is filtered is what can be bought: a product with options is shown as long as one of its versions has all that is
 * asked for, and costs what those versions do. What misses one filter alone still counts for the values beside the chosen one.
 */
export function listSql(shape: Shape, { categories = `'{}'::text[]`, withCategories = false }: { categories?: string; withCategories?: boolean } = {}): { wanted: string; ctes: string; columns: string } {
  const all = conditions(shape);
  const first = all.map(({ facet, holds }) => `when not (${holds}) then ${facet}`).join(' ');
  const ctes = `unit as materialized (
  select id as listed, id as product_id, null::bigint as parent_id, category_id, stock, facet_values, position, rank from pool where kind <> 'configurable'
  union all
  select l.id, v.id, l.id, v.category_id, v.stock, v.facet_values, l.position, l.rank
    from pool l join product v on v.parent_id = l.id and v.active join product_website vw on vw.product_id = v.id and vw.website_id = $1::smallint
   where l.kind = 'configurable'),
${shape.priced ? unitPricesSql(SCOPE) : soldUnitsSql(SCOPE)},
listed as materialized (
  select l.listed as id, l.product_id, l.parent_id, l.category_id, l.facet_values, l.position, l.rank, l.minor, l.in_stock,
         ${all.map(({ holds }) => `(not (${holds}))::integer`).join(' + ')} as missed, case ${first} end as missing
    from (select u.*, o.minor, u.stock is distinct from 0 as in_stock from unit u join unit_price o using (product_id)) l cross join wanted w),
match as materialized (
  select id, position, rank, coalesce(min(minor) filter (where in_stock), min(minor)) as minor, array_agg(product_id) filter (where parent_id is not null) as fitting
    from listed where missed = 0 group by id, position, rank),
near as (select id, parent_id, facet_values, category_id, in_stock, missing from listed where missed <= 1),
${TALLY},
facet as (
  select f.facet, f.code, f.label, f.value, coalesce(t.n, 0) as n, f.code = any ($11::text[]) as chosen,
         count(*) over one as values, max(coalesce(t.n, 0)) over one as most, sum(coalesce(t.n, 0)) over one as covered,
         bool_or(f.code = any ($11::text[])) over one as is_asked, row_number() over (partition by f.facet order by f.code = any ($11::text[]) desc, t.n desc nulls last, f.code) as place
    from facet_value f left join tally t using (id)
   where t.id is not null or f.code = any ($11::text[]) window one as (partition by f.facet)),
page as (
  select m.id, m.fitting, row_number() over (order by ${orderOf(shape)}) as place from match m${shape.sort === 'name' ? ' join product p using (id)' : ''}
   order by place limit ${PER_PAGE} offset $10::bigint)`;
  const columns = `
       (select count(*) from match)::integer as total, (select count(distinct id) from near where in_stock and coalesce(missing = 'stock', true))::integer as "inStock",
       (select coalesce(jsonb_agg(to_jsonb(card)), '[]') from (select ${CARD_COLUMNS}, g.fitting::text[] as fitting, ${shape.facets > 0 ? CHOSEN : 'null::jsonb'} as chosen
          from page g join product p using (id) order by g.place) card) as products,
       -- Worth choosing by: shared by some and not by all, or few; what was chosen stays.
       (select coalesce(jsonb_agg(jsonb_build_object('facet', facet, 'code', code, 'label', label, 'value', value, 'n', n, 'chosen', chosen, 'covered', covered)), '[]')
          from facet where is_asked or (place <= ${MOST_VALUES} and most >= 2 and (values <= ${MOST_VALUES} or covered >= 3 * values) and not (values = 1 and most = (select count(*) from match)))) as facets,
       ${withCategories ? CATEGORY_COUNTS(categories) : `'[]'::jsonb`} as categories`;
  return { wanted: wantedSql(shape, categories), ctes, columns };
}

// A product counts once for a value, however many of its versions have it.
const TALLY = `tally as (
  select id, sum(n)::integer as n from (
    select f.id, t.n
      from (select v.id, n.missing, count(*) as n from near n cross join unnest(n.facet_values) v (id) where n.parent_id is null group by v.id, n.missing) t join facet_value f using (id)
     where t.missing is null or t.missing = f.facet
    union all
    select f.id, count(distinct n.id)
      from near n cross join unnest(n.facet_values) v (id) join facet_value f on f.id = v.id
     where n.parent_id is not null and (n.missing is null or n.missing = f.facet) group by f.id) t
   group by id)`;

// What all versions have in common that fit: the product's page opens with it.
const CHOSEN = `
       (select jsonb_object_agg(one.option_id, one.value_id) from (
          select vv.option_id, min(vv.value_id)::text as value_id from variant_value vv where vv.variant_id = any (g.fitting) group by vv.option_id having min(vv.value_id) = max(vv.value_id)) one)`;

const CATEGORY_COUNTS = (chosen: string): string => `
       (select coalesce(jsonb_agg(jsonb_build_object('code', c.slug, 'label', ${localTextSql('c.name', '$2::text')}, 'count', t.n, 'chosen', c.slug = any (${chosen})) order by t.n desc, c.position), '[]')
          from (select category_id, count(distinct id) as n from near where missing is null or missing = 'category' group by category_id order by n desc, category_id limit ${MOST_VALUES}) t
          join category c on c.id = t.category_id)`;
