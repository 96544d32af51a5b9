import type { CartLine, Store, Unit } from '@onbehalf/assist';
import { commissionFor, halfUp, NO_REVERSE_CHARGE, settingsReader, shareOf } from '@onbehalf/core';
import { keptShippingMethods, priceCart, type AddressFields, type Attribution, type KeptShippingMethod, type OrderRequest, type ShippingMethod } from '@onbehalf/shop';
import { localTextSql } from '@onbehalf/shop/catalog/local-text';
import type { ShopCart } from '@onbehalf/shop/cart/cart-sql';
import { decideOrder, type OrderDraft } from '@onbehalf/shop/checkout/decide-order';
import { priceRowsSql, toPriceRows, type PriceJson } from '@onbehalf/shop/pricing/price-rows';
import { orderComments } from '../../demo/content/comments.ts';
import type { PlannedOrder } from '../../demo/content/orders.ts';
import { createRandom, type Random } from '../../demo/content/random.ts';
import { addressFields, type SeededCustomer } from './customers.ts';
import { idAt, type Visit } from './visits.ts';

/** A past order before its amounts are known. */
export interface PastOrder {
  key: number;
  plan: PlannedOrder;
  customer: SeededCustomer;
  store: Store;
  visit: Visit | null;
  /** Milliseconds from then to now. */
  untilNow: number;
}

/** A past order as the shop would have made it then. */
export interface DraftedOrder {
  past: PastOrder;
  request: OrderRequest;
  draft: OrderDraft;
  /** The cart it was made of; its line ids are in the record. */
  cart: ShopCart;
}

/** Amounts, addresses and commission of past orders, by the very functions that make orders now. */
export async function draftOrders(unit: Unit, orders: readonly PastOrder[], seed = 6_007): Promise<DraftedOrder[]> {
  const random = createRandom(seed);
  const lines = Map.groupBy(await loadLines(unit, orders), ({ key }) => key);
  const methods = await keptShippingMethods(unit);
  return orders.map((past) => draftOrder(past, { ...cartOf(past, lines.get(past.key) ?? [], random), shippingMethods: methodsFor(past, methods, lines.get(past.key)) }, random));
}

interface LineRow extends Omit<CartLine, 'id' | 'prices' | 'edited' | 'stock' | 'onSale'> {
  key: number;
  prices: PriceJson[];
}

const LINES = `
select w.key, p.id::text as "productId", p.sku, p.slug, ${localTextSql('p.name', 'w.locale')} as name, p.image, p.kind, w.quantity,
       coalesce((select t.basis_points from tax_rate t where t.tax_class = p.tax_class and t.country = w.country), 0) as "taxBasisPoints",
       p.category_id::text as "categoryId",
       ${priceRowsSql({ product: 'p', website: 'w.website_id', customer: 'w.customer_id', group: 'w.group_id' })} as prices
  from jsonb_to_recordset($1::jsonb) as w (key integer, line integer, sku text, quantity integer, customer_id bigint, group_id bigint,
         website_id smallint, locale text, country text)
  join product p on p.sku = w.sku
 order by w.key, w.line`;

function loadLines(unit: Unit, orders: readonly PastOrder[]): Promise<LineRow[]> {
  const wanted = orders.flatMap(({ key, plan, customer, store }) => plan.lines.map(({ sku, quantity }, line) => ({
    key, line, sku, quantity,
    customer_id: customer.id, group_id: customer.subject.groupId, website_id: store.websiteId, locale: store.locale,
    country: customer.content.addresses[0].country,
  })));
  return unit.query<LineRow>(LINES, [JSON.stringify(wanted)]);
}

/** As the checkout reads them: the website's, at the rate that goods have where they go. */
const methodsFor = ({ store }: PastOrder, methods: readonly KeptShippingMethod[], [line]: readonly LineRow[] = []): ShippingMethod[] =>
  methods.filter(({ websiteId }) => websiteId === store.websiteId).map((method) => ({ ...method, taxBasisPoints: line?.taxBasisPoints ?? 0 }));

function cartOf(past: PastOrder, rows: readonly LineRow[], random: Random): ShopCart {
  const { plan, visit } = past;
  const begun = visit?.startedAt ?? plan.placedAt;
  // Stock is what is left today: it says nothing about the past.
  const lines = rows.map(({ key: _key, prices, ...row }): CartLine => ({
    ...row, id: idAt(begun, random), prices: toPriceRows(prices), edited: null, stock: null, onSale: true,
  }));
  const coupon = visit === null && random.chance(0.08) ? { code: 'WELCOME10', percentBasisPoints: 1000 } : null;
  return {
    id: null, version: 1, lines, coupon, shippingMethods: [], weightGrams: 0n, goesTo: past.customer.content.addresses[0].country, taxCountry: past.customer.content.addresses[0].country, taxCountryFrom: 'address', companyVat: null,
    discount: null, freeShipping: null, replacementOf: null, changedIn: null, offers: [], couponOver: null,
  };
}

function draftOrder(past: PastOrder, bare: ShopCart, random: Random): DraftedOrder {
  const unpriced = requestOf(past, random);
  const cart = withEdits(past, bare, unpriced);
  const priced = priceCart({ ...unpriced, cart, store: past.store, shipping: unpriced.shippingMethod });
  const request = { ...unpriced, expectedTotalMinor: priced.totals.total };
  const address = addressOf(past);
  const { name, company, email } = past.customer.subject;
  const decided = decideOrder({ cart, customer: { name, company, email, active: true }, chosenAddress: address, defaultAddress: address, chosenBilling: null, defaultBilling: address, paymentDays: null, credit: null, madeBefore: false }, request);
  if (!decided.ok) throw new Error(`Past order ${past.key} can't be: ${decided.error.map(({ code }) => code).join(', ')}`);
  return { past, request, draft: decided.value, cart };
}

const addressOf = ({ customer }: PastOrder): AddressFields => addressFields(customer.content, customer.content.addresses[0]);

/** Prices that staff gave: a percentage off what the line would have cost (C2). */
function withEdits({ plan, visit }: PastOrder, cart: ShopCart, request: OrderRequest): ShopCart {
  if (visit === null) return cart;
  const { lines } = priceCart({ ...request, cart, store: request.owner.store, shipping: null });
  return {
    ...cart,
    lines: lines.map(({ line, catalogueMinor }): CartLine => {
      const percent = plan.lines.find(({ sku }) => sku === line.sku)?.discountPercent;
      if (percent === undefined) return line;
      const minor = shareOf(catalogueMinor, BigInt(100 - percent) * 100n, halfUp);
      const by = { actorId: visit.actor.id, actorName: visit.actor.name, approverName: null, sessionLive: true, sessionEndedAt: null };
      return { ...line, edited: { minor, quantity: line.quantity, source: 'manual', label: '', reason: 'volume', catalogueMinor, ...by } };
    }),
  };
}

const SHIPPING = ['standard', 'standard', 'standard', 'express', 'pickup'] as const;
const PAYMENT = ['on-account', 'on-account', 'on-account', 'purchase-order', 'bank-transfer'] as const;

function requestOf({ key, plan, customer, store, visit }: PastOrder, random: Random): OrderRequest {
  const paymentMethod = random.pick(PAYMENT);
  return {
    owner: { customerId: customer.id, customerGroupId: customer.subject.groupId, store, assistSessionId: null, cartKind: 'customer' },
    cartVersion: 1,
    checkoutKey: `demo-${key}`,
    expectedTotalMinor: 0n,
    shippingAddress: { id: 'the default one' },
    shippingMethod: random.pick(SHIPPING),
    paymentMethod,
    paymentMethods: PAYMENT,
    purchaseOrderNumber: paymentMethod === 'purchase-order' ? `PO-${random.between(10_000, 99_999)}` : '',
    customerComment: plan.comment === undefined ? '' : (orderComments[plan.comment]?.[store.locale] ?? ''),
    now: plan.placedAt,
    channel: visit === null ? 'self' : 'assisted',
    attribution: visit === null ? null : attributionOf(visit),
    ownerStaff: visit === null ? null : { id: visit.actor.id, name: visit.actor.name },
    commission: visit === null ? null : commissionOf(visit, store),
    comments: commentsOf(plan, visit, customer),
    rule: 'specific',
    overrideValidForSeconds: 0,
    taxRounding: 'line',
    minMarginBasisPoints: null, reverseCharge: NO_REVERSE_CHARGE, paymentDays: 30,
  };
}

const attributionOf = ({ id, actor, reason, reference }: Visit): Attribution => ({
  actorId: actor.id, actorName: actor.name, groupId: actor.groupId, groupName: actor.groupName, assistSessionId: id, reason, reference,
});

function commissionOf({ actor }: Visit, { id: storeId, websiteId }: Store): NonNullable<OrderRequest['commission']> {
  const basis = settingsReader([]).get('commission/basis', { storeId, websiteId });
  return { basis, rateBasisPoints: actor.commissionBasisPoints ?? 0, compute: (lines) => commissionFor({ basis, lines }).minor };
}

function commentsOf({ reason }: PlannedOrder, visit: Visit | null, { subject }: SeededCustomer): OrderRequest['comments'] {
  if (visit === null) return [];
  const { actor } = visit;
  const placed = PLACED[actor.language](actor.name, subject.name);
  const priced = reason === undefined ? [] : [PRICED[actor.language](reason)];
  return [placed, ...priced].map((text) => ({ visibility: 'private', text }));
}

/** As the member of staff wrote it down, in the language of the account. */
const PLACED = {
  en: (actor: string, customer: string) => `Order placed by ${actor} on behalf of ${customer}.`,
  de: (actor: string, customer: string) => `Aufgegeben von ${actor} im Auftrag von ${customer}.`,
  es: (actor: string, customer: string) => `Realizado por ${actor} en nombre de ${customer}.`,
} as const;

const PRICED = {
  en: (reason: string) => `Prices were edited: ${reason}.`,
  de: (reason: string) => `Preise wurden geändert: ${reason}.`,
  es: (reason: string) => `Se modificaron precios: ${reason}.`,
} as const;
