import { PRECEDENCE } from '@onbehalf/core';
import { appliesSql, handedDownSql, type PriceScope } from './price-rows.ts';

export interface UnitPriceScope extends Omit<PriceScope, 'product'> {
  /** A CTE with product_id, parent_id (of a variant, else null) and category_id. */
  units: string;
  /** A millisecond after the moment that is asked for: core reckons in whole ones. */
  next: string;
  /** 'specific' or 'lowest'. */
  rule: string;
}

const isCurrent = (next: string): string => `coalesce(greatest(r.valid_from, pl.valid_from) < ${next}, true) and coalesce(least(r.valid_to, pl.valid_to) >= ${next}, true)`;

const RANKS = Object.entries(PRECEDENCE).map(([source, rank]) => `when '${source}' then ${rank}`).join(' ');

/**
 * SQL: the CTE `unit_price (product_id, minor)`, the price for one piece of every product that is for sale, for whoever
 * looks. Core's `winningPrice` says what it must give, and a spec holds the two against each other: from one piece on
 * there are no tiers, so the most specific source decides, or the lowest; a percentage goes by the base price, half up.
 */
export const unitPricesSql = ({ units, next, rule, ...scope }: UnitPriceScope): string => `
offer as (
  select u.product_id, r.source, r.amount, r.percent_off_basis_points as off
    from ${units} u join price r on r.product_id = u.product_id and r.website_id = ${scope.website} left join price_list pl on pl.id = r.price_list_id
   where r.min_quantity = 1 and ${isCurrent(next)} and ${appliesSql(scope)}
  union all
  select u.product_id, r.source, r.amount, r.percent_off_basis_points
    from ${units} u join price r on r.product_id = u.parent_id and r.website_id = ${scope.website} left join price_list pl on pl.id = r.price_list_id
   where r.min_quantity = 1 and ${isCurrent(next)} and ${handedDownSql('u.product_id', scope.customer)} and ${appliesSql(scope)}
  union all
  select u.product_id, r.source, r.amount, r.percent_off_basis_points
    from ${units} u join price r on r.category_id = u.category_id and r.website_id = ${scope.website} left join price_list pl on pl.id = r.price_list_id
   where r.min_quantity = 1 and ${isCurrent(next)} and ${appliesSql(scope)}),
amount as (
  select product_id, case ${rule} when 'specific' then case source ${RANKS} end else 0 end as rank, coalesce(amount, (base * (10000 - off) + 5000) / 10000) as minor
    from (select o.*, min(amount) filter (where source = 'base') over (partition by product_id) as base from offer o) o
   where base is not null),
unit_price as (select product_id, (array_agg(minor order by rank desc, minor))[1] as minor from amount group by product_id)`;

const hasBase = (product: string, { website, next }: Pick<UnitPriceScope, 'next' | 'website'>, further = ''): string => `
   (select true from price r where r.product_id = ${product} and r.website_id = ${website} and r.source = 'base' and r.min_quantity = 1 and r.amount is not null
       and coalesce(r.valid_from < ${next}, true) and coalesce(r.valid_to >= ${next}, true)${further} limit 1)`;

/** SQL: the CTE `unit_price` without the price: which products are for sale, for lists that no price sorts or filters. Each product is one look-up in the index. */
export const soldUnitsSql = ({ units, next, website }: Pick<UnitPriceScope, 'units' | 'next' | 'website'>): string => `
unit_price as (
  select u.product_id, null::bigint as minor from ${units} u
   where ${hasBase('u.product_id', { website, next })}
      or u.parent_id is not null and ${hasBase('u.parent_id', { website, next }, ` and ${handedDownSql('u.product_id', 'null::bigint')}`)})`;
