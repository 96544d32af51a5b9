import type { CompanyVatNumber, PriceRow } from '@onbehalf/core';
import type { Cart, CartLine, EditedPrice, PriceRequest } from '@onbehalf/assist/ports';
import { localTextSql } from '../catalog/local-text.ts';
import { optionsSql } from '../catalog/option-text.ts';
import { keyOf, type CartHolder, type HolderSql } from './holder.ts';
import { shippingSql, toShippingMethods, type ShippingMethod, type ShippingRow } from '../checkout/shipping-methods.ts';
import { priceRowsSql, toPriceRows, type PriceJson } from '../pricing/price-rows.ts';
import { homeTaxSql, taxSql } from './tax-sql.ts';

/** A cart with what only this shop's totals need: whose tax applies, and what sending it costs. */
export interface ShopCart extends Cart {
  lines: ShopCartLine[];
  /** Of the website. */
  shippingMethods: ShippingMethod[];
  /** Where the goods go, or would go. */
  goesTo: string;
  weightGrams: bigint;
  /** Whose rates apply: where the goods go, or the store's own country while nobody knows that. */
  taxCountry: string;
  /** 'pickup': handed over at the counter, whatever address there is. */
  taxCountryFrom: TaxCountryFrom;
  /** Of the company that the customer buys for; null where he buys for none, or it has no number (G2). */
  companyVat: CompanyVatNumber | null;
  /** The assist session of the last change; null: the customer's own (C8). */
  changedIn: string | null;
  offers: CartOffer[];
  /** A coupon on the cart that has run out or was withdrawn since it was put there. */
  couponOver: string | null;
  /** What staff gave off the cart as a whole (C10); whether it still counts is for whoever prices the cart. */
  discount: CartConcession | null;
  freeShipping: CartConcession | null;
  /** The order that this cart replaces faulty goods of (D7). */
  replacementOf: { id: string; number: string } | null;
}

export type TaxCountryFrom = 'address' | 'pickup' | 'store';

export interface ShopCartLine extends CartLine {
  /** At home, of a company's cart that goes elsewhere: what its shelf prices have in them. Null where nobody needs to know. */
  homeTaxBasisPoints?: number | null;
  /** What it costs on the shelf, where the line itself is without tax (G3). */
  shelf?: { taxBasisPoints: bigint; prices: readonly PriceRow[] };
}

/** A side cart that waits, and who sent it. */
export interface CartOffer {
  id: string;
  actorId: string;
  actorName: string;
  groupName: string;
  pieces: number;
}

export interface CartConcession {
  kind: 'discount' | 'free-shipping';
  percentBasisPoints: number | null;
  minor: bigint | null;
  reason: string;
  limitBasisPoints: number | null;
  actorName: string;
  sessionLive: boolean;
  sessionEndedAt: Date | null;
}

interface ConcessionJson extends Omit<CartConcession, 'minor' | 'sessionEndedAt'> {
  minor: string | null;
  sessionEndedAt: number | null;
}

interface LineJson extends Omit<ShopCartLine, 'prices' | 'edited' | 'request' | 'costMinor' | 'shelf'> {
  request: RequestJson | null;
  costMinor: string | null;
  prices: PriceJson[];
  edited: EditedJson | null;
}

interface EditedJson extends Omit<EditedPrice, 'minor' | 'catalogueMinor' | 'sessionEndedAt'> {
  minor: string;
  catalogueMinor: string;
  sessionEndedAt: number | null;
}

interface RequestJson extends Omit<PriceRequest, 'minor' | 'sessionEndedAt'> {
  minor: string;
  sessionEndedAt: number | null;
}

export interface CartRow {
  cartId: string | null;
  version: number | null;
  changedIn: string | null;
  couponCode: string | null;
  couponPercent: number | null;
  couponOver: string | null;
  shippingMethods: ShippingRow;
  goesTo: string;
  weightGrams: string;
  taxCountry: string;
  taxCountryFrom: TaxCountryFrom;
  companyVat: CompanyVatNumber | null;
  lines: LineJson[];
  offers: CartOffer[];
  concessions: ConcessionJson[];
  replacementOf: { id: string; number: string } | null;
}

/** $1 to $8 of every statement made with {@link cartColumns}. */
export const cartParams = (holder: CartHolder): unknown[] => {
  const { customerGroupId, store, cartKind } = holder;
  return [keyOf(holder), store.id, customerGroupId, store.websiteId, store.locale, store.currency, store.country, cartKind];
};

/** The holder's open cart and nobody else's: every statement that touches a cart goes through this. */
export const openCartSql = ({ column, key }: Pick<HolderSql, 'column' | 'key'>): string => `
select c.id, c.version, c.coupon_code, c.replacement_of, c.changed_in from cart c
 where c.${column} = ${key} and c.store_id = $2::smallint and c.status = 'open' and c.kind = $8`;

/** A customer's. */
export const OPEN_CART = openCartSql({ column: 'customer_id', key: '$1::bigint' });

/** A session `s` past its hard limit is over, marked or not. */
const SESSION = `
    'sessionLive', s.ended_at is null and s.hard_limit_at > now(),
    'sessionEndedAt', floor(extract(epoch from coalesce(s.ended_at, case when s.hard_limit_at <= now() then s.hard_limit_at end)) * 1000)::bigint`;

const CONCESSIONS = `(
  select coalesce(jsonb_agg(jsonb_build_object(
           'kind', k.kind, 'percentBasisPoints', k.percent_basis_points, 'minor', k.amount_minor::text, 'reason', k.reason,
           'limitBasisPoints', k.limit_basis_points, 'actorName', s.actor_name, ${SESSION})), '[]'::jsonb)
    from cart_concession k join assist_session s on s.id = k.session_id
   where k.cart_id = oc.id and k.currency = $6::text)`;

// Looked at only where a line has a request at all.
const REQUEST = `
  case when l.price_approval_id is not null then (
    select jsonb_build_object('status', a.status, 'minor', a.minor::text, 'quantity', a.quantity, 'reason', a.reason,
             'actorName', s.actor_name, 'deciderName', d.first_name || ' ' || d.last_name, 'comment', a.comment, ${SESSION})
      from price_approval a join assist_session s on s.id = a.assist_session_id left join staff d on d.id = a.decided_by
     where a.id = l.price_approval_id and a.currency = $6::text) end`;

// An edited price in another currency than the store's is none (C6).
const EDITED = `
  case when l.override_currency = $6::text then jsonb_build_object(
    'minor', l.override_minor::text, 'quantity', l.override_quantity, 'source', l.override_source,
    'label', coalesce(l.override_label, ''), 'catalogueMinor', l.override_catalogue_minor::text,
    'reason', l.override_reason, 'actorId', l.override_actor_id::text, 'actorName', s.actor_name, 'limitBasisPoints', l.override_limit_basis_points,
    'approverName', case when l.override_source = 'manual' then (
      select d.first_name || ' ' || d.last_name from price_approval a join staff d on d.id = a.decided_by
       where a.decided_at = l.override_at and a.line_id = l.id and a.status = 'approved') end, ${SESSION})
  end`;

/** What one piece of the product `p` costs the shop: a variant's own cost, else its parent's. */
export const costSql = (website: string): string => `
  (select w.cost::text from product_website w
    where w.product_id in (p.id, p.parent_id) and w.website_id = ${website} and w.cost is not null
    order by w.product_id = p.id desc limit 1)`;

const pricesSql = (isGuest: boolean): string => priceRowsSql({ product: 'p', website: '$4::smallint', customer: isGuest ? 'null::bigint' : '$1::bigint', group: '$3::bigint' });

/** Where the stock is read from: SQL. */
interface CartColumns {
  stock: string;
  /** What $1 is: left out, a customer. */
  isGuest?: boolean;
}

/** The lines of the cart `oc`. */
const linesSql = ({ stock, isGuest = false }: CartColumns): string => `(
  select coalesce(jsonb_agg(jsonb_build_object(
           'id', l.id::text, 'productId', p.id::text, 'sku', p.sku, 'slug', p.slug,
           'name', ${localTextSql('p.name', '$5::text')}, 'image', p.image, 'kind', p.kind, 'options', ${optionsSql('p', '$5::text')}, 'quantity', l.quantity,
           'stock', ${stock}, 'taxBasisPoints', ${taxSql('p.tax_class')}, 'homeTaxBasisPoints', ${homeTaxSql('p.tax_class')}, 'categoryId', p.category_id::text,
           'costMinor', ${costSql('$4::smallint')},
           'commissionBasisPoints', coalesce(p.commission_basis_points, (select m.commission_basis_points from product m where m.id = p.parent_id), (select g.commission_basis_points from category g where g.id = p.category_id)),
           'prices', ${pricesSql(isGuest)}, 'edited', ${EDITED}, 'request', ${REQUEST},
           'onSale', exists (select from product_for_sale f where f.product_id = p.id and f.website_id = $4::smallint)
         ) order by l.position, l.id), '[]'::jsonb)
    from cart_line l
    join product p on p.id = l.product_id
    left join assist_session s on s.id = l.override_session_id
   where l.cart_id = oc.id)`;

// Looked at with the customer's own cart: what staff prepared and waits for an answer (C8).
const OFFERS = `
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'actorId', s.actor_id::text, 'actorName', s.actor_name, 'groupName', g.name,
           'pieces', (select coalesce(sum(l.quantity), 0) from cart_line l where l.cart_id = o.id)) order by o.offered_at desc), '[]'::jsonb)
    from cart o join assist_session s on s.id = o.offered_in join staff_group g on g.id = s.staff_group_id
   where o.customer_id = $1::bigint and o.store_id = $2::smallint and o.status = 'offered'`;

const WEIGHT = `
  (select coalesce(sum(coalesce(p.weight_grams, 0)::bigint * l.quantity), 0)::text from cart_line l join product p on p.id = l.product_id where l.cart_id = oc.id)`;

/** Columns of a {@link CartRow}, from `oc` (the open cart), `tc` (whose tax applies) and `cp` (its coupon). */
export const cartColumns = (columns: CartColumns): string => `
  oc.id::text as "cartId", oc.version, oc.changed_in as "changedIn", cp.code as "couponCode", cp.percent_basis_points as "couponPercent",
  case when cp.code is null then oc.coupon_code end as "couponOver",
  ${shippingSql(taxSql, homeTaxSql)} as "shippingMethods", ${WEIGHT} as "weightGrams",
  (select tc.goes from tc) as "goesTo", (select tc.country from tc) as "taxCountry", (select tc."from" from tc) as "taxCountryFrom", (select tc.vat from tc) as "companyVat",
  ${linesSql(columns)} as lines, ${CONCESSIONS} as concessions,
  ${columns.isGuest === true ? `'[]'::jsonb` : `case when $8 = 'customer' then (${OFFERS}) else '[]'::jsonb end`} as offers,
  (select jsonb_build_object('id', e.id::text, 'number', e.number) from purchase e where e.id = oc.replacement_of) as "replacementOf"`;

/** A coupon that counts now on the website $4. */
export const COUPON_JOIN = `
  left join coupon cp on cp.code = oc.coupon_code and cp.active and coalesce(cp.website_id, $4::smallint) = $4::smallint
   and coalesce(cp.valid_from <= now(), true) and coalesce(cp.valid_to > now(), true)`;

/** The row in the port's shape. */
export function toCart(row: CartRow): ShopCart {
  const coupon = row.couponCode === null || row.couponPercent === null
    ? null
    : { code: row.couponCode, percentBasisPoints: row.couponPercent };
  const concession = (kind: CartConcession['kind']): CartConcession | null => row.concessions.filter((one) => one.kind === kind).map(toConcession)[0] ?? null;
  return {
    id: row.cartId,
    version: row.version ?? 0,
    changedIn: row.changedIn,
    offers: row.offers,
    lines: row.lines.map(toLine),
    coupon,
    couponOver: row.couponOver,
    shippingMethods: toShippingMethods(row.shippingMethods),
    goesTo: row.goesTo,
    weightGrams: BigInt(row.weightGrams),
    taxCountry: row.taxCountry,
    taxCountryFrom: row.taxCountryFrom,
    companyVat: row.companyVat,
    discount: concession('discount'),
    freeShipping: concession('free-shipping'),
    replacementOf: row.replacementOf,
  };
}

const toConcession = ({ minor, sessionEndedAt, ...concession }: ConcessionJson): CartConcession => ({
  ...concession,
  minor: minor === null ? null : BigInt(minor),
  sessionEndedAt: sessionEndedAt === null ? null : new Date(sessionEndedAt),
});

const toLine = ({ prices, edited, request, costMinor, ...line }: LineJson): ShopCartLine => ({
  ...line,
  costMinor: costMinor === null ? null : BigInt(costMinor),
  prices: toPriceRows(prices),
  edited: edited && toEdited(edited),
  request: request && { ...request, minor: BigInt(request.minor), sessionEndedAt: request.sessionEndedAt === null ? null : new Date(request.sessionEndedAt) },
});

const toEdited = (edited: EditedJson): EditedPrice => ({
  ...edited,
  minor: BigInt(edited.minor),
  catalogueMinor: BigInt(edited.catalogueMinor),
  sessionEndedAt: edited.sessionEndedAt === null ? null : new Date(edited.sessionEndedAt),
});
