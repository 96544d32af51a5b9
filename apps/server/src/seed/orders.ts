import type { Unit } from '@onbehalf/assist';
import type { OrderLine } from '@onbehalf/shop';
import type { SoldLine } from '@onbehalf/core';
import type { ToldOrder } from './documents.ts';
import { insertRows, need } from './insert-rows.ts';
import { storyOf, type OrderStory } from './order-story.ts';
import type { DraftedOrder } from './order-drafts.ts';
import { DAY_MS } from './seed-frame.ts';

/** Order numbers as the shop gives them, in the order of the orders. */
export async function takeNumbers(unit: Unit, count: number): Promise<string[]> {
  const rows = await unit.query<{ number: string }>(`select nextval('order_number')::text as number from generate_series(1, $1::integer)`, [count]);
  return rows.map(({ number }) => number);
}

const PURCHASE_COLUMNS = `number text, checkout_key text, customer_id bigint, website_id smallint, store_id smallint, placed_at timestamptz, status text,
  currency text, prices_include_tax boolean, subtotal bigint, discount bigint, coupon_code text, shipping bigint, tax bigint, total bigint,
  shipping_method text, shipping_name jsonb, shipping_tax_basis_points integer, payment_method text, payment_days smallint, due_on date, purchase_order_number text, customer_comment text, shipping_address jsonb, billing_address jsonb,
  customer_name text, customer_company text, customer_email text, channel text, actor_id bigint, actor_name text, staff_group_id bigint,
  staff_group_name text, assist_session_id uuid, reason text, reference text, owner_staff_id bigint, owner_staff_name text,
  commission_basis text, commission_basis_points integer, commission bigint, shipping_invoiced boolean, shipping_refunded bigint, invoiced_total bigint, refunded_total bigint`;

const LINE_COLUMNS = `purchase_id bigint, position integer, product_id bigint, sku text, name text, image text, product_kind text, quantity integer,
  unit_minor bigint, catalogue_minor bigint, override_source text, override_label text, tax_basis_points integer, net bigint, tax bigint,
  discount bigint, gross bigint, commission_basis_points integer, invoiced integer, shipped integer, refunded integer`;

export interface NumberedOrder extends DraftedOrder {
  number: string;
}

/** Past orders with what became of them; gives them back with their ids. */
export async function seedOrders(unit: Unit, numbered: readonly NumberedOrder[]): Promise<ToldOrder[]> {
  const orders = numbered.map((order) => ({ ...order, story: storyOf(order) }));
  const made = await insertRows<{ id: string; number: string }>(unit, { into: 'purchase', columns: PURCHASE_COLUMNS, rows: orders.map(purchaseRow) }, 'id::text, number');
  const idOf = new Map(made.map(({ id, number }) => [number, id]));
  const lines = orders.flatMap(({ number, draft, story }) => draft.lines.map((line, index) => ({ purchase_id: idOf.get(number), ...lineRow(line), ...countsOf(story.sold.lines[index]) })));
  await insertRows(unit, { into: 'purchase_line', columns: LINE_COLUMNS, rows: lines });
  const comments = orders.flatMap((order) => commentRows(order).map((row) => ({ purchase_id: idOf.get(order.number), ...row })));
  await insertRows(unit, { into: 'purchase_comment', columns: 'purchase_id bigint, at timestamptz, visibility text, text text', rows: comments });
  return orders.map(({ number, request, story }) => ({ id: need(idOf, number), owner: request.ownerStaff, story }));
}

const countsOf = (line: SoldLine | undefined): object => ({ invoiced: line?.invoiced ?? 0, shipped: line?.shipped ?? 0, refunded: line?.refunded ?? 0 });

function purchaseRow({ number, past, request, draft, story: { sold } }: NumberedOrder & { story: OrderStory }): object {
  const { totals } = draft;
  const { subject } = past.customer;
  return {
    ...helperColumns(request),
    number,
    checkout_key: request.checkoutKey,
    customer_id: past.customer.id,
    website_id: past.store.websiteId,
    store_id: past.store.id,
    placed_at: request.now,
    status: sold.status,
    shipping_invoiced: sold.shippingInvoiced,
    shipping_refunded: sold.shippingRefundedMinor,
    invoiced_total: sold.invoicedMinor,
    refunded_total: sold.refundedMinor,
    currency: totals.currency,
    prices_include_tax: totals.pricesIncludeTax,
    subtotal: totals.subtotal,
    discount: totals.discount,
    coupon_code: totals.couponCode,
    shipping: totals.shipping,
    tax: totals.tax,
    total: totals.total,
    shipping_method: draft.shipping.code,
    shipping_name: draft.shipping.name,
    shipping_tax_basis_points: draft.shipping.taxBasisPoints,
    payment_method: draft.paymentMethod,
    payment_days: draft.terms?.days ?? null,
    due_on: draft.terms?.dueOn ?? null,
    purchase_order_number: draft.purchaseOrderNumber,
    customer_comment: draft.customerComment,
    shipping_address: draft.shippingAddress,
    billing_address: draft.billingAddress,
    customer_name: subject.name,
    customer_company: subject.company,
    customer_email: subject.email,
    commission: draft.commissionMinor,
  };
}

const helperColumns = ({ channel, attribution, ownerStaff, commission }: DraftedOrder['request']): object => ({
  channel,
  actor_id: attribution?.actorId,
  actor_name: attribution?.actorName,
  staff_group_id: attribution?.groupId,
  staff_group_name: attribution?.groupName,
  assist_session_id: attribution?.assistSessionId,
  reason: attribution?.reason ?? '',
  reference: attribution?.reference ?? '',
  owner_staff_id: ownerStaff?.id,
  owner_staff_name: ownerStaff?.name,
  commission_basis: commission?.basis,
  commission_basis_points: commission?.rateBasisPoints,
});

const lineRow = (line: OrderLine): object => ({
  position: line.position,
  product_id: line.productId,
  sku: line.sku,
  name: line.name,
  image: line.image,
  product_kind: line.kind,
  quantity: line.quantity,
  unit_minor: line.unitMinor,
  catalogue_minor: line.catalogueMinor,
  override_source: line.overrideSource,
  override_label: line.overrideLabel,
  tax_basis_points: line.taxBasisPoints,
  net: line.netMinor,
  tax: line.taxMinor,
  discount: line.discountMinor,
  gross: line.grossMinor,
  commission_basis_points: line.commissionBasisPoints,
});

const CANCELLED = {
  en: 'Cancelled at the customer’s request, nothing had been sent.',
  de: 'Auf Wunsch des Kunden storniert, es war noch nichts versandt.',
  es: 'Cancelado a petición del cliente, no se había enviado nada.',
} as const;

function commentRows({ past, request }: NumberedOrder): { at: Date; visibility: string; text: string }[] {
  const written = request.comments.map((comment) => ({ at: request.now, ...comment }));
  if (past.plan.status !== 'cancelled') return written;
  const later = new Date(request.now.getTime() + Math.min(DAY_MS / 6, past.untilNow / 2));
  return [...written, { at: later, visibility: 'public', text: CANCELLED[past.store.locale] }];
}
