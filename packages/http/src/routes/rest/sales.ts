import { DOCUMENT_KINDS, parsePrice, RESOURCE, type DocumentKind, type Refusal } from '@onbehalf/core';
import { allOrders, documentByNumber, documentsOf, loadSoldOrder, NO_ORDER_FILTERS, orderByNumber, type ListedDocument, type Order } from '@onbehalf/shop';
import { z } from 'zod';
import { json } from '../../answer.ts';
import { commissionState } from '../../present/commission-view.ts';
import { moneyJson, orderJson } from '../../present/rest.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import type { OrderOutcome } from '../../use-cases/sales/act-on-order.ts';
import { invoiceOrder } from '../../use-cases/sales/invoice-order.ts';
import { refundOrder } from '../../use-cases/sales/refund-order.ts';
import { shipOrder } from '../../use-cases/sales/ship-order.ts';
import { actOf } from '../admin/order.ts';
import { MONEY, ORDER } from './schemas.ts';

const PAGE = 50;
const NUMBER = z.string().regex(/^[0-9]{1,18}$/);
const PIECES = z.array(z.object({ position: z.number().int().min(1), quantity: z.number().int().min(0) })).max(1000);
const AMOUNT = z.string().max(40).optional().meta({ description: 'A decimal string with a dot.' });
const DOCUMENT = z.object({ kind: z.enum(DOCUMENT_KINDS), number: z.string(), order: z.string(), at: z.string(), pieces: z.number(), total: MONEY.nullable(), paidAt: z.string().nullable(), tracking: z.string() }).meta({ id: 'SalesDocument' });
const SALES_ORDER = ORDER.extend({
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  commissionState: z.enum(['none', 'pending', 'part', 'earned', 'reversed']),
  positions: z.array(z.object({ position: z.number(), sku: z.string(), quantity: z.number(), invoiced: z.number(), shipped: z.number(), refunded: z.number() })),
  documents: z.array(DOCUMENT),
}).meta({ id: 'SalesOrder' });
const common = { area: 'rest', access: { resource: RESOURCE.orders }, inContext: 'never' } as const;

/** Orders of all stores and their documents, for staff with the right to orders (F3, H1). */
export const salesRestRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/V1/sales/orders', handle: 'adminhtml_order_index', summary: 'Orders of all stores, newest first',
    input: z.object({ cursor: z.string().max(30).optional(), staff: NUMBER.optional() }),
    output: z.object({ items: z.array(z.object({ number: z.string(), placedAt: z.string(), status: z.string(), customer: z.string(), staff: z.string().nullable(), total: MONEY })), next: z.string().nullable() }),
    run: async ({ unit, input }) => {
      const found = await allOrders(unit, { filters: NO_ORDER_FILTERS, sort: 'newest', after: input.cursor ?? null, limit: PAGE, staffId: input.staff ?? null, storeId: null });
      const items = found.orders.map((one) => ({ number: one.number, placedAt: one.placedAt.toISOString(), status: one.status, customer: one.customerName, staff: one.ownerStaffName, total: moneyJson(one.totalMinor, one.currency) }));
      return { answer: json({ items, next: found.next }, { view: { type: 'order', id: 'list' } }) };
    },
  }),
  route({
    ...common, method: 'GET', path: '/V1/sales/orders/:number', handle: 'adminhtml_order_view', summary: 'One order with how much of it is invoiced, shipped and refunded', input: z.object({ number: NUMBER }), output: SALES_ORDER,
    run: async (context) => {
      const found = await orderByNumber(context.unit, context.input.number, 'all');
      return found.ok ? { answer: json(await orderOf(context, found.value), { view: { type: 'order', id: context.input.number } }) } : { refused: [found.error] };
    },
  }),
  route({
    ...common, method: 'POST', path: '/V1/sales/orders/:number/invoices', handle: 'adminhtml_order_invoice_save', summary: 'Invoice a part of an order', audit: { group: 'order', action: 'invoice' },
    input: z.object({ number: NUMBER, lines: PIECES, shipping: z.boolean().default(false) }), output: DOCUMENT,
    run: async (context) => made(context, 'invoice', await invoiceOrder(actOf(context), { pieces: piecesOf(context.input.lines), withShipping: context.input.shipping })),
  }),
  route({
    ...common, method: 'POST', path: '/V1/sales/orders/:number/shipments', handle: 'adminhtml_order_shipment_save', summary: 'Ship a part of an order', audit: { group: 'order', action: 'ship' },
    input: z.object({ number: NUMBER, lines: PIECES, tracking: z.string().max(1000).default('') }), output: DOCUMENT,
    run: async (context) => made(context, 'shipment', await shipOrder(actOf(context), { pieces: piecesOf(context.input.lines), tracking: context.input.tracking })),
  }),
  route({
    ...common, method: 'POST', path: '/V1/sales/orders/:number/credit-memos', handle: 'adminhtml_order_creditmemo_save', summary: 'Refund a part of what was invoiced', audit: { group: 'order', action: 'refund' },
    input: z.object({ number: NUMBER, lines: PIECES, shipping: AMOUNT, adjustmentRefund: AMOUNT, adjustmentFee: AMOUNT, restock: z.boolean().default(false) }), output: DOCUMENT,
    run: async (context) => made(context, 'credit-memo', await refund(context)),
  }),
];

type Lines = z.infer<typeof PIECES>;

const piecesOf = (lines: Lines): Map<number, number> => new Map(lines.map(({ position, quantity }) => [position, quantity]));

interface RefundInput {
  number: string;
  lines: Lines;
  shipping?: string | undefined;
  adjustmentRefund?: string | undefined;
  adjustmentFee?: string | undefined;
  restock: boolean;
}

async function refund(context: RouteContext<RefundInput>): Promise<OrderOutcome> {
  const { unit, input } = context;
  const found = await orderByNumber(unit, input.number, 'all');
  if (!found.ok) return { ok: false, error: [found.error] };
  const { currency } = await loadSoldOrder(unit, input.number);
  const refusals: Refusal[] = [];
  const read = (field: 'shipping' | 'adjustmentRefund' | 'adjustmentFee'): bigint => {
    const text = input[field];
    if (text === undefined) return 0n;
    const parsed = parsePrice(text, currency);
    if (!parsed.ok) refusals.push({ code: parsed.error, field });
    return parsed.ok ? parsed.value : 0n;
  };
  const amounts = { shipping: read('shipping'), adjustmentRefund: read('adjustmentRefund'), adjustmentFee: read('adjustmentFee') };
  if (refusals.length > 0) return { ok: false, error: refusals };
  return refundOrder(actOf(context), { pieces: piecesOf(input.lines), ...amounts, restock: input.restock });
}

async function made({ unit, input }: RouteContext<{ number: string }>, kind: DocumentKind, done: OrderOutcome): Promise<Outcome> {
  if (!done.ok) return { refused: done.error, object: { type: 'order', id: input.number } };
  const document = await documentByNumber(unit, { kind, number: done.value.document ?? '', customerId: null });
  if (document === null) throw new Error(`Order ${input.number}: its ${kind} is not there`);
  return { answer: json(documentJson(document), { status: 201 }), entry: done.value.entry };
}

const documentJson = (document: ListedDocument): z.infer<typeof DOCUMENT> => ({
  kind: document.kind, number: document.number, order: document.orderNumber, at: document.at.toISOString(), pieces: document.pieces,
  total: document.kind === 'shipment' ? null : moneyJson(document.totalMinor, document.currency), paidAt: document.paidAt?.toISOString() ?? null, tracking: document.tracking,
});

async function orderOf({ request, unit }: RouteContext<unknown>, order: Order): Promise<z.infer<typeof SALES_ORDER>> {
  return {
    ...orderJson(order, request),
    owner: order.owner,
    commissionState: order.commission === null ? 'none' : commissionState(order.commission.balance),
    positions: order.lines.map(({ position, sku, quantity, invoiced, shipped, refunded }) => ({ position, sku, quantity, invoiced, shipped, refunded })),
    documents: (await documentsOf(unit, order.number)).map(documentJson),
  };
}
