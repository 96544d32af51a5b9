import { err, ok, sumOf, taxParts, type Refusal, type Result, type TaxPart } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import type { AddressFields } from '../accounts/address.ts';
import { PAYMENT_JSON, toOrderPayment, type PaymentJson } from '../payments/order-payments.ts';
import { COMMISSION_BALANCE, toBalance } from '../sales/hold-order.ts';
import type { Order, OrderComment, OrderCommission, OrderLine, VisibleTo } from './order.ts';

interface LineJson extends Omit<OrderLine, 'unitMinor' | 'catalogueMinor' | 'netMinor' | 'taxMinor' | 'discountMinor' | 'grossMinor'> {
  unitMinor: string;
  catalogueMinor: string;
  netMinor: string;
  taxMinor: string;
  discountMinor: string;
  grossMinor: string;
}

type Plain = Pick<Order, 'id' | 'number' | 'placedAt' | 'status' | 'storeId' | 'storeName' | 'timeZone' | 'websiteId' | 'shippingMethod' | 'shippingName'
  | 'paymentMethod' | 'paymentDays' | 'dueOn' | 'purchaseOrderNumber' | 'customerComment' | 'customer' | 'channel' | 'placedBy' | 'assisted' | 'owner' | 'replacementOf' | 'replacedBy'>;

interface OrderRow extends Plain {
  currency: string;
  sellerVatNumber: string | null;
  buyerVatNumber: string;
  pricesIncludeTax: boolean;
  couponCode: string | null;
  staffDiscount: string;
  staffDiscountReason: string | null;
  freeShippingReason: string | null;
  subtotal: string;
  discount: string;
  shipping: string;
  tax: string;
  total: string;
  shippingTaxBasisPoints: number | null;
  shippingAddress: AddressFields;
  billingAddress: AddressFields;
  commission: string | null;
  commissionBasis: OrderCommission['basis'] | null;
  commissionBalance: Parameters<typeof toBalance>[0];
  invoicedTotal: string;
  refundedTotal: string;
  payment: PaymentJson | null;
  lines: LineJson[];
  comments: (Omit<OrderComment, 'at'> & { at: string })[];
}

const LINES = `(
  select coalesce(jsonb_agg(jsonb_build_object(
           'position', l.position, 'productId', l.product_id::text, 'sku', l.sku, 'name', l.name, 'image', l.image, 'options', l.options,
           'kind', l.product_kind, 'quantity', l.quantity, 'unitMinor', l.unit_minor::text,
           'catalogueMinor', l.catalogue_minor::text, 'overrideSource', l.override_source,
           'overrideLabel', l.override_label, 'overrideReason', l.override_reason, 'overrideActorName', l.override_actor_name,
           'overrideApproverName', l.override_approver_name, 'taxBasisPoints', l.tax_basis_points, 'netMinor', l.net::text,
           'taxMinor', l.tax::text, 'discountMinor', l.discount::text, 'grossMinor', l.gross::text,
           'commissionBasisPoints', l.commission_basis_points, 'invoiced', l.invoiced, 'shipped', l.shipped, 'refunded', l.refunded)
         order by l.position), '[]'::jsonb)
    from purchase_line l where l.purchase_id = p.id)`;

// Orders from before it was kept have the name that the method has now.
const SHIPPING_NAME = `
       coalesce(p.shipping_name, (select m.name from shipping_method m where m.website_id = p.website_id and m.code = p.shipping_method),
         jsonb_build_object('en', p.shipping_method, 'de', p.shipping_method, 'es', p.shipping_method))`;

// What is invoiced is due by its invoice, which is never earlier than what the checkout promised.
const DUE_ON = `to_char(case when p.status = 'cancelled' then null when p.invoiced_total = 0 then p.due_on else (
         select min(d.due_on) from sales_document d where d.purchase_id = p.id and d.kind = 'invoice' and d.paid_at is null) end, 'YYYY-MM-DD')`;

const COLUMNS = `
       p.id::text as id, p.number, p.placed_at as "placedAt", p.status, p.store_id::int as "storeId", s.name as "storeName", s.time_zone as "timeZone",
       p.website_id::int as "websiteId", p.currency::text as currency, p.seller_vat_number as "sellerVatNumber", p.customer_vat_number as "buyerVatNumber", p.prices_include_tax as "pricesIncludeTax",
       p.staff_discount::text as "staffDiscount", p.staff_discount_reason as "staffDiscountReason",
       p.free_shipping_reason as "freeShippingReason",
       (select e.number from purchase e where e.id = p.replacement_of) as "replacementOf",
       (select coalesce(jsonb_agg(e.number order by e.id), '[]'::jsonb) from purchase e where e.replacement_of = p.id) as "replacedBy",
       p.coupon_code as "couponCode", p.subtotal::text as subtotal, p.discount::text as discount,
       p.shipping::text as shipping, p.tax::text as tax, p.total::text as total, p.shipping_tax_basis_points as "shippingTaxBasisPoints",
       p.shipping_address as "shippingAddress", p.billing_address as "billingAddress",
       p.shipping_method as "shippingMethod", ${SHIPPING_NAME} as "shippingName", p.payment_method as "paymentMethod",
       p.payment_days::int as "paymentDays", ${DUE_ON} as "dueOn", p.purchase_order_number as "purchaseOrderNumber", p.customer_comment as "customerComment",
       jsonb_build_object('id', p.customer_id::text, 'name', p.customer_name, 'company', p.customer_company,
         'email', p.customer_email, 'externalId', c.external_id) as customer,
       p.channel, p.actor_name as "placedBy",
       case when p.actor_id is not null then jsonb_build_object('actorId', p.actor_id::text, 'actorName', p.actor_name,
         'groupId', p.staff_group_id::text, 'groupName', p.staff_group_name, 'assistSessionId', p.assist_session_id::text,
         'reason', p.reason, 'reference', p.reference) end as assisted,
       case when p.owner_staff_id is not null
         then jsonb_build_object('id', p.owner_staff_id::text, 'name', p.owner_staff_name) end as owner,
       p.commission::text as commission, p.commission_basis as "commissionBasis",
       ${COMMISSION_BALANCE} as "commissionBalance",
       p.invoiced_total::text as "invoicedTotal", p.refunded_total::text as "refundedTotal", ${PAYMENT_JSON} as payment, ${LINES} as lines,
       (select coalesce(jsonb_agg(jsonb_build_object('at', m.at, 'visibility', m.visibility, 'text', m.text, 'by', m.actor_name) order by m.id), '[]'::jsonb)
          from purchase_comment m where m.purchase_id = p.id) as comments`;

const FROM = 'from purchase p join store s on s.id = p.store_id join customer c on c.id = p.customer_id';

// One text for every kind of reader; what doesn't apply is null.
const BY_NUMBER = `
select ${COLUMNS} ${FROM}
 where p.number = $1 and ($2::bigint is null or p.customer_id = $2::bigint or p.company_id = $4::bigint) and ($3::bigint[] is null or p.owner_staff_id = any ($3::bigint[]))`;

const BY_CHECKOUT = `
select ${COLUMNS}, encode(p.request_digest, 'hex') as "requestDigest" ${FROM}
 where p.customer_id = $1::bigint and p.checkout_key = $2`;

/** The order with everything that was frozen on it, in one statement. Refuses with 'order-not-found', also where it is another's. */
export async function orderByNumber(unit: Unit, number: string, visibleTo: VisibleTo): Promise<Result<Order, Refusal>> {
  const customerId = visibleTo !== 'all' && 'customerId' in visibleTo ? visibleTo.customerId : null;
  const companyId = visibleTo !== 'all' && 'customerId' in visibleTo ? (visibleTo.companyId ?? null) : null;
  const owners = visibleTo !== 'all' && 'ownerStaffId' in visibleTo ? [visibleTo.ownerStaffId].flat() : null;
  const [row] = await unit.named<OrderRow>('shop-order', BY_NUMBER, [number, customerId, owners, companyId]);
  if (row === undefined) return err({ code: 'order-not-found' });
  return ok(customerId === null ? toOrder(row) : forCustomer(toOrder(row)));
}

/** The order that a checkout has already made, with the digest of what was asked for; null where it hasn't made one. */
export async function orderByCheckout(
  unit: Unit,
  { customerId, checkoutKey }: { customerId: string; checkoutKey: string },
): Promise<{ order: Order; requestDigest: string | null } | null> {
  const [row] = await unit.query<OrderRow & { requestDigest: string | null }>(BY_CHECKOUT, [customerId, checkoutKey]);
  if (row === undefined) return null;
  const { requestDigest, ...order } = row;
  return { order: toOrder(order), requestDigest };
}

/** Commission, reasons and private comments are the shop's own (D1). */
const forCustomer = (order: Order): Order => ({
  ...order,
  assisted: null,
  owner: null,
  commission: null,
  payment: order.payment === null ? null : { ...order.payment, provider: null, reference: null },
  comments: order.comments.filter((comment) => comment.visibility === 'public').map((comment) => ({ ...comment, by: null })),
});

function toOrder(row: OrderRow): Order {
  const { currency, sellerVatNumber, buyerVatNumber, pricesIncludeTax, couponCode, staffDiscount, staffDiscountReason, freeShippingReason, subtotal, discount, shipping, shippingTaxBasisPoints: _rate, tax, total, invoicedTotal, refundedTotal, commission, commissionBasis, commissionBalance, payment: _payment, ...plain } = row;
  const lines = row.lines.map(toLine);
  return {
    ...plain,
    totals: {
      currency, pricesIncludeTax, couponCode, staffDiscount: BigInt(staffDiscount), staffDiscountReason, freeShippingReason,
      subtotal: BigInt(subtotal), discount: BigInt(discount), shipping: BigInt(shipping), tax: BigInt(tax), total: BigInt(total), taxes: orderTaxes(row, lines),
      reverseCharge: sellerVatNumber === null ? null : { sellerVatNumber, buyerVatNumber },
    },
    lines,
    commission: commission === null || commissionBasis === null
      ? null
      : { minor: BigInt(commission), basis: commissionBasis, rateBasisPoints: oneRate(lines), balance: toBalance(commissionBalance) },
    comments: row.comments.map((comment) => ({ ...comment, at: new Date(comment.at) })),
    invoicedMinor: BigInt(invoicedTotal),
    refundedMinor: BigInt(refundedTotal),
    payment: toOrderPayment(row.payment),
  };
}

/** By rate, as they were frozen: the lines', and what is left of the whole for shipping. */
function orderTaxes({ tax, shipping, pricesIncludeTax, shippingTaxBasisPoints }: OrderRow, lines: readonly OrderLine[]): TaxPart[] {
  const goods = lines.map((line): TaxPart => ({ taxBasisPoints: BigInt(line.taxBasisPoints), net: line.netMinor, tax: line.taxMinor, gross: line.grossMinor }));
  const minor = BigInt(shipping);
  const shippingTax = BigInt(tax) - sumOf(lines.map((line) => line.taxMinor));
  const net = pricesIncludeTax ? minor - shippingTax : minor;
  const rate = shippingTaxBasisPoints ?? Math.max(0, ...lines.map((line) => line.taxBasisPoints));
  return taxParts([...goods, { taxBasisPoints: BigInt(rate), net, tax: shippingTax, gross: net + shippingTax }]);
}

function oneRate(lines: readonly OrderLine[]): number | null {
  const rates = new Set(lines.map((line) => line.commissionBasisPoints ?? 0));
  const [rate = 0] = rates;
  return rates.size > 1 ? null : rate;
}

const toLine = (line: LineJson): OrderLine => ({
  ...line,
  unitMinor: BigInt(line.unitMinor),
  catalogueMinor: BigInt(line.catalogueMinor),
  netMinor: BigInt(line.netMinor),
  taxMinor: BigInt(line.taxMinor),
  discountMinor: BigInt(line.discountMinor),
  grossMinor: BigInt(line.grossMinor),
});
