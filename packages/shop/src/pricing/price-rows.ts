import type { PriceRow, PriceSource } from '@onbehalf/core';

/** One price as the statement brings it along in its JSON. */
export interface PriceJson {
  id: string;
  source: PriceSource;
  list: string | null;
  label: string | null;
  from: number;
  minor: string | null;
  off: number | null;
  validFrom: number | null;
  validTo: number | null;
}

/** SQL expressions for the product's row and for whoever looks; customer and group are null for a guest. */
export interface PriceScope {
  product: string;
  website: string;
  customer: string;
  group: string;
}

const epochMs = (timestamp: string): string => `floor(extract(epoch from ${timestamp}) * 1000)::bigint`;

/**
 * SQL: whether the parent's price row `r` is the variant's too. It is, except where the variant has rows of its own of that
 * source and key (group, list, customer): then those, with their tiers, stand instead, whatever their dates (G1). Rows of
 * other customers are left out first: a product may have thousands, and each would be looked up.
 */
export const handedDownSql = (variant: string, customer: string): string => `(r.customer_id is null or r.customer_id = ${customer}) and not exists (
             select from price own
              where own.product_id = ${variant} and own.website_id = r.website_id and own.source = r.source
                and own.customer_group_id is not distinct from r.customer_group_id and own.price_list_id is not distinct from r.price_list_id
                and own.customer_id is not distinct from r.customer_id)`;

/** A category's rows reach a variant as they reach any product. */
const ofProduct = (product: string, customer: string): string => `(r.product_id = ${product}.id or r.category_id = ${product}.category_id
       or (r.product_id = ${product}.parent_id and ${handedDownSql(`${product}.id`, customer)}))`;

/**
 * SQL: whether price row `r`, with its list as `pl`, may apply to whoever looks (G4). The only place that narrows `price`
 * to a customer: a row of somebody else's never leaves the database. A guest gets base and special prices and nothing else.
 */
export const appliesSql = ({ website, customer, group }: Omit<PriceScope, 'product'>): string => `case r.source
           when 'base' then true
           when 'special' then true
           when 'group' then r.customer_group_id = ${group}
           when 'category' then ${customer} is not null and coalesce(r.customer_group_id, ${group}) = ${group}
           when 'customer' then r.customer_id = ${customer}
           when 'matrix' then r.customer_id = ${customer}
           when 'price-list' then pl.active and pl.website_id = ${website} and exists (
             select from customer_price_list m where m.customer_id = ${customer} and m.price_list_id = pl.id)
         end`;

/** Every price row that could apply to one customer and product, as a JSON list. Dates are left to core, a price list's dates are merged into its rows'. */
export const priceRowsSql = ({ product, ...scope }: PriceScope): string => `(
  select coalesce(jsonb_agg(jsonb_build_object(
           'id', r.id::text, 'source', r.source, 'list', r.price_list_id::text, 'label', pl.name,
           'from', r.min_quantity, 'minor', r.amount::text, 'off', r.percent_off_basis_points,
           'validFrom', ${epochMs('greatest(r.valid_from, pl.valid_from)')},
           'validTo', ${epochMs('least(r.valid_to, pl.valid_to)')})), '[]'::jsonb)
    from price r left join price_list pl on pl.id = r.price_list_id
   where r.website_id = ${scope.website}
     and ${ofProduct(product, scope.customer)}
     and ${appliesSql(scope)})`;

/** The rows in core's shape. */
export const toPriceRows = (prices: readonly PriceJson[]): PriceRow[] => prices.map(toPriceRow);

function toPriceRow(json: PriceJson): PriceRow {
  return {
    id: json.id,
    source: json.source,
    minQuantity: json.from,
    ...(json.label === null ? {} : { label: json.label }),
    ...(json.list === null ? {} : { listId: json.list }),
    ...(json.minor === null ? {} : { minor: BigInt(json.minor) }),
    ...(json.off === null ? {} : { percentOff: BigInt(json.off) }),
    ...(json.validFrom === null ? {} : { validFrom: json.validFrom }),
    ...(json.validTo === null ? {} : { validTo: json.validTo }),
  };
}
