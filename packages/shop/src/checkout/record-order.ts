import type { Unit } from '@onbehalf/assist/ports';
import { owedSql } from './company-credit.ts';
import type { OrderDraft } from './decide-order.ts';
import type { Checkout } from './load-checkout.ts';
import type { OrderRequest } from './order-request.ts';

interface Recording {
  request: OrderRequest;
  draft: OrderDraft;
  checkout: Checkout;
  digest: string;
}

// What the company owes is looked at here: the statement begins after its row was held, and so sees every order before this one (G2).
// Everything hangs on the order's own row: where its checkout key is taken, nothing else happens either.
const RECORD = `
with asked as (
  select * from jsonb_to_record($1::jsonb) as o (
    cart_id uuid, checkout_key text, request_digest text, customer_id bigint, website_id smallint, store_id smallint,
    placed_at timestamptz, currency text, seller_vat_number text, customer_vat_number text, prices_include_tax boolean, subtotal bigint, discount bigint, coupon_code text,
    shipping bigint, tax bigint, total bigint, shipping_tax_basis_points integer, shipping_name jsonb, shipping_method text, payment_method text, payment_days smallint, due_on date, credit_limit bigint, purchase_order_number text,
    customer_comment text, shipping_address jsonb, billing_address jsonb, customer_name text, customer_company text,
    customer_email text, channel text, staff_discount bigint, staff_discount_reason text, free_shipping_reason text,
    replacement_of bigint, actor_id bigint, actor_name text, staff_group_id bigint, staff_group_name text,
    assist_session_id uuid, reason text, reference text, owner_staff_id bigint, owner_staff_name text,
    commission_basis text, commission_basis_points integer, commission bigint)),
placed as (
  insert into purchase (number, cart_id, checkout_key, request_digest, customer_id, website_id, store_id, placed_at,
      currency, seller_vat_number, customer_vat_number, prices_include_tax, subtotal, discount, coupon_code, shipping, tax, total, shipping_tax_basis_points, shipping_name, shipping_method, payment_method, payment_days, due_on,
      purchase_order_number, customer_comment, shipping_address, billing_address, customer_name, customer_company,
      customer_email, channel, staff_discount, staff_discount_reason, free_shipping_reason, replacement_of, actor_id, actor_name, staff_group_id, staff_group_name, assist_session_id, reason,
      reference, owner_staff_id, owner_staff_name, commission_basis, commission_basis_points, commission)
  select nextval('order_number')::text, a.cart_id, a.checkout_key, decode(a.request_digest, 'hex'), a.customer_id,
      a.website_id, a.store_id, a.placed_at, a.currency, a.seller_vat_number, a.customer_vat_number, a.prices_include_tax, a.subtotal, a.discount, a.coupon_code,
      a.shipping, a.tax, a.total, a.shipping_tax_basis_points, a.shipping_name, a.shipping_method, a.payment_method, a.payment_days, a.due_on, a.purchase_order_number, a.customer_comment,
      a.shipping_address, a.billing_address, a.customer_name, a.customer_company, a.customer_email, a.channel,
      a.staff_discount, a.staff_discount_reason, a.free_shipping_reason, a.replacement_of, a.actor_id,
      a.actor_name, a.staff_group_id, a.staff_group_name, a.assist_session_id, a.reason, a.reference, a.owner_staff_id,
      a.owner_staff_name, a.commission_basis, a.commission_basis_points, a.commission
    from asked a
   where a.credit_limit is null or a.total + ${owedSql('(select b.company_id from customer b where b.id = a.customer_id)')} <= a.credit_limit
      on conflict (customer_id, checkout_key) do nothing
  returning id, number),
sold as (
  select * from jsonb_to_recordset($2::jsonb) as l (
    "position" integer, "productId" bigint, sku text, name text, image text, options jsonb, kind text, quantity integer,
    "unitMinor" bigint, "catalogueMinor" bigint, "overrideSource" text, "overrideLabel" text,
    "overrideReason" text, "overrideActorName" text, "overrideApproverName" text, "taxBasisPoints" integer,
    "netMinor" bigint, "taxMinor" bigint, "discountMinor" bigint, "grossMinor" bigint, "commissionBasisPoints" integer)),
lines as (
  insert into purchase_line (purchase_id, position, product_id, sku, name, image, options, product_kind, quantity, unit_minor,
      catalogue_minor, override_source, override_label, override_reason, override_actor_name, override_approver_name, tax_basis_points, net, tax, discount, gross,
      commission_basis_points)
  select o.id, l."position", l."productId", l.sku, l.name, l.image, l.options, l.kind, l.quantity, l."unitMinor",
      l."catalogueMinor", l."overrideSource", l."overrideLabel", l."overrideReason", l."overrideActorName", l."overrideApproverName", l."taxBasisPoints", l."netMinor", l."taxMinor",
      l."discountMinor", l."grossMinor", l."commissionBasisPoints"
    from placed o, sold l),
ledger as (
  insert into commission_line (purchase_id, staff_id, staff_name, at, kind, state, amount)
  select o.id, a.owner_staff_id, a.owner_staff_name, a.placed_at, 'placed', 'pending', a.commission
    from placed o, asked a where a.owner_staff_id is not null and a.commission > 0),
taken as (
  update product p set stock = p.stock - q.pieces
    from placed o, (select l."productId", sum(l.quantity)::int as pieces from sold l group by l."productId") q
   where p.id = q."productId" and p.stock >= q.pieces
  returning p.id),
remarks as (
  insert into purchase_comment (purchase_id, at, visibility, text)
  select o.id, a.placed_at, m.visibility, m.text
    from placed o, asked a, jsonb_to_recordset($3::jsonb) as m (visibility text, text text)),
closed as (
  update cart c set status = 'ordered', version = c.version + 1, changed_at = a.placed_at
    from placed o, asked a where c.id = a.cart_id),
remembered as (
  update customer c set last_order_at = a.placed_at from placed o, asked a where c.id = a.customer_id)
select o.id::text as "orderId", o.number, (select count(*)::int from taken) as taken from placed o`;

/**
 * Writes the order, takes the stock, closes the cart: one statement. Null where the checkout key has meanwhile been
 * used, or the company has come to owe too much, and then nothing is written. Throws if the stock isn't there although it was locked.
 */
export async function recordOrder(unit: Unit, recording: Recording): Promise<{ orderId: string; number: string } | null> {
  const { draft, checkout, request } = recording;
  const params = [json(purchaseOf(recording)), json(draft.lines), json(request.comments)];
  const [row] = await unit.named<{ orderId: string; number: string; taken: number }>('shop-record-order', RECORD, params);
  if (row === undefined) return null;
  const { taken, ...order } = row;
  const stocked = new Set(checkout.cart.lines.filter((line) => line.stock !== null).map((line) => line.productId)).size;
  if (taken !== stocked) throw new Error(`Order ${order.number}: stock of ${stocked} products was locked, of ${taken} taken`);
  return order;
}

/** bigint as text: JSON numbers end at 2^53. */
const json = (value: object): string => JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? String(member) : member));

const purchaseOf = (recording: Recording) => ({
  ...requestColumns(recording),
  ...amountColumns(recording.draft),
  ...helperColumns(recording.request),
});

function requestColumns({ request, checkout, draft, digest }: Recording) {
  const { owner } = request;
  return {
    cart_id: checkout.cart.id,
    checkout_key: request.checkoutKey,
    request_digest: digest,
    customer_id: owner.customerId,
    website_id: owner.store.websiteId,
    store_id: owner.store.id,
    placed_at: request.now,
    channel: request.channel,
    customer_name: checkout.customer.name,
    customer_company: checkout.customer.company,
    customer_email: checkout.customer.email,
    shipping_method: draft.shipping.code,
    payment_method: draft.paymentMethod,
    payment_days: draft.terms?.days ?? null,
    due_on: draft.terms?.dueOn ?? null,
    credit_limit: draft.terms === null ? null : (checkout.credit?.limitMinor ?? null),
    purchase_order_number: draft.purchaseOrderNumber,
    customer_comment: draft.customerComment,
    shipping_address: draft.shippingAddress,
    billing_address: draft.billingAddress,
  };
}

const amountColumns = ({ totals, shipping, commissionMinor, replacementOf }: OrderDraft) => ({
  shipping_tax_basis_points: shipping.taxBasisPoints,
  shipping_name: shipping.name,
  staff_discount: totals.staffDiscount,
  staff_discount_reason: totals.staffDiscountReason,
  free_shipping_reason: totals.freeShippingReason,
  replacement_of: replacementOf,
  currency: totals.currency,
  prices_include_tax: totals.pricesIncludeTax,
  seller_vat_number: totals.reverseCharge?.sellerVatNumber ?? null,
  // Filled in from the account where nobody says: on any other order it decides nothing.
  customer_vat_number: totals.reverseCharge?.buyerVatNumber ?? '',
  subtotal: totals.subtotal,
  discount: totals.discount,
  coupon_code: totals.couponCode,
  shipping: totals.shipping,
  tax: totals.tax,
  total: totals.total,
  commission: commissionMinor,
});

const helperColumns = ({ attribution, ownerStaff, commission }: OrderRequest) => ({
  actor_id: attribution?.actorId ?? null,
  actor_name: attribution?.actorName ?? null,
  staff_group_id: attribution?.groupId ?? null,
  staff_group_name: attribution?.groupName ?? null,
  assist_session_id: attribution?.assistSessionId ?? null,
  reason: attribution?.reason ?? '',
  reference: attribution?.reference ?? '',
  owner_staff_id: ownerStaff?.id ?? null,
  owner_staff_name: ownerStaff?.name ?? null,
  commission_basis: commission?.basis ?? null,
  commission_basis_points: commission?.rateBasisPoints ?? null,
});
