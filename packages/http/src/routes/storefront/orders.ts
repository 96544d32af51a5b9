import type { DocumentKind, Refusal } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist';
import { documentByNumber, documentsOf, membershipOf, orderByNumber, ordersOf, type Order, type OrderPage } from '@onbehalf/shop';
import type { OrdersProps } from '@onbehalf/web';
import { z } from 'zod';
import { page } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import { documentRow, documentView, type DocumentPlace } from '../../present/documents.ts';
import { inStore, money, ownerOf } from '../../present/names.ts';
import { orderView } from '../../present/order.ts';
import { pdfAnswer, type PrintedKind } from '../../pdf/pdf-answer.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { seesCompanyOrders } from './company.ts';
import { giverOf } from '../../use-cases/giver.ts';

const PAGE = 20;
const NUMBER = z.string().regex(/^[0-9]{1,18}$/);
const DOCUMENT = z.object({ order: NUMBER, number: NUMBER });

export const orderRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/orders', handle: 'sales_order_history', access: 'customer', inContext: 'view', input: z.object({ after: z.string().max(200).optional(), q: z.string().trim().max(100).catch('') }),
    run: async ({ request, unit, input }) => {
      const { store } = inStore(request);
      const found = await ordersOf(unit, { customerId: ownerOf(request).customerId, storeWebsiteId: store.websiteId, limit: PAGE, before: input.after ?? null, query: input.q });
      const seesBoth = (await visibleOrders(unit, request)).companyId !== null;
      return { answer: page('storefront/orders', ordersProps(found, request, { ...input, scope: 'own', seesBoth }), { view: { type: 'order', id: 'list' } }) };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/orders/:number', handle: 'sales_order_view', access: 'customer', inContext: 'view', input: z.object({ number: z.string().regex(/^[0-9]{1,18}$/) }),
    run: (context) => showOrder(context, context.input.number, []),
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/orders/:order/invoices/:number', handle: 'sales_order_invoice', access: 'customer', inContext: 'view', input: DOCUMENT,
    run: (context) => documentPage(context, 'invoice'),
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/orders/:order/shipments/:number', handle: 'sales_order_shipment', access: 'customer', inContext: 'view', input: DOCUMENT,
    run: (context) => documentPage(context, 'shipment'),
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/orders/:order/credit-memos/:number', handle: 'sales_order_creditmemo', access: 'customer', inContext: 'view', input: DOCUMENT,
    run: (context) => documentPage(context, 'credit-memo'),
  }),
  route({
    // A file can't be masked: view mode reads the page (B17).
    method: 'GET', area: 'storefront', path: '/account/orders/:order/invoices/:number/pdf', handle: 'sales_order_printinvoice', access: 'customer', inContext: 'shop', input: DOCUMENT,
    audit: { group: 'order', action: 'view' }, auditFor: 'everybody', run: (context) => ownPdf(context, 'invoice'),
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/orders/:order/credit-memos/:number/pdf', handle: 'sales_order_printcreditmemo', access: 'customer', inContext: 'shop', input: DOCUMENT,
    audit: { group: 'order', action: 'view' }, auditFor: 'everybody', run: (context) => ownPdf(context, 'credit-memo'),
  }),
];

/** One order of the customer's own, with what can be done from it (D7). */
export async function showOrder({ deps, request, unit }: Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>, number: string, refusals: readonly Refusal[]): Promise<Outcome> {
  const found = await orderByNumber(unit, number, await visibleOrders(unit, request));
  if (!found.ok) return { refused: [found.error] };
  const { caller } = request;
  // What a colleague ordered is looked at: cart and order stay each person's own (G2).
  const mayShop = found.value.customer.id === ownerOf(request).customerId && (caller.kind === 'customer' || (caller.kind === 'context' && caller.session.mode !== 'view'));
  const documents = (await documentsOf(unit, number)).map((document) => documentRow(document, placeIn(request)));
  const props = { order: orderView(deps, request, found.value, 'customer'), documents, canReorder: mayShop, canReplace: mayShop && giverOf(request).ok, payHref: isPayable(request, found.value) ? `${inStore(request).store.base}/account/orders/${number}/pay` : null, problems: problemsOf(deps, refusals, request) };
  return { answer: page('storefront/order', props, { status: refusals.length > 0 ? 422 : 200, view: { type: 'order', id: number } }) };
}

// The customer himself, for himself: a colleague has the link's mail, and staff pay for nobody (D8).
const isPayable = (request: Arrived, order: Order): boolean =>
  request.caller.kind === 'customer' && order.customer.id === ownerOf(request).customerId && order.payment?.state === 'awaiting';

/** One page of a list of orders, the customer's own or the company's. */
export function ordersProps(found: OrderPage, request: Arrived, { after, q, scope, seesBoth }: { after?: string | undefined; q: string; scope: 'own' | 'company'; seesBoth: boolean }): OrdersProps {
  const { base } = inStore(request).store;
  const lists = { own: `${base}/account/orders`, company: `${base}/account/company/orders` };
  const list = lists[scope];
  const search = q === '' ? '' : `q=${encodeURIComponent(q)}`;
  return {
    query: q,
    scope,
    otherHref: seesBoth ? lists[scope === 'own' ? 'company' : 'own'] : null,
    orders: found.orders.map((one) => ({
      number: one.number, href: `${lists.own}/${one.number}`, placedAt: one.placedAt, pieces: one.pieces,
      total: money(one.totalMinor, one.currency), status: one.status, payment: one.payment, placedBy: one.placedBy, ...(scope === 'company' ? { buyer: one.customerName } : {}),
    })),
    paging: {
      previous: after === undefined ? null : search === '' ? list : `${list}?${search}`,
      next: found.next === null ? null : `${list}?${search === '' ? '' : `${search}&`}after=${encodeURIComponent(found.next)}`,
    },
  };
}

/** The file of an invoice or a refund of the customer's own order; whoever tries another's is told of none, and that is on record. */
export async function ownPdf(context: RouteContext<z.infer<typeof DOCUMENT>>, kind: PrintedKind): Promise<Outcome> {
  const { unit, request, input } = context;
  const own = await orderByNumber(unit, input.order, await visibleOrders(unit, request));
  if (!own.ok) return { refused: [{ code: 'document-not-found' }], object: { type: kind, id: input.number } };
  return pdfAnswer(context, { kind, number: input.number, orderNumber: input.order });
}

/** A customer's own orders, and his company's where he may see them; in an assist session the subject's own alone (B10). */
async function visibleOrders(unit: Unit, request: Arrived): Promise<{ customerId: string; companyId: string | null }> {
  const { customerId } = ownerOf(request);
  const found = request.caller.kind === 'customer' ? await membershipOf(unit, customerId) : null;
  return { customerId, companyId: found !== null && seesCompanyOrders(found) ? found.company.id : null };
}

// A file can't be masked: in view mode nobody is offered one (B17).
const placeIn = (request: Arrived): DocumentPlace => ({ admin: false, now: request.now, base: inStore(request).store.base, mayPrint: request.caller.kind !== 'context' || request.caller.session.mode !== 'view' });

/** An invoice, a shipment or a refund of the customer's own order, and of no other (F3). */
async function documentPage({ deps, request, unit, input }: RouteContext<z.infer<typeof DOCUMENT>>, kind: DocumentKind): Promise<Outcome> {
  const found = await orderByNumber(unit, input.order, await visibleOrders(unit, request));
  if (!found.ok) return { refused: [found.error] };
  const document = await documentByNumber(unit, { kind, number: input.number, customerId: null });
  if (document === null || document.orderNumber !== input.order) return { refused: [{ code: 'document-not-found' }] };
  const order = found.value;
  return { answer: page('storefront/document', { document: documentView(document, { order, place: placeIn(request) }), order: orderView(deps, request, order, 'customer') }, { view: { type: 'order', id: input.order } }) };
}
