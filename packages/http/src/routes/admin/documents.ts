import { RESOURCE, type DocumentKind, type Refusal } from '@onbehalf/core';
import { documentByNumber, listDocuments, orderByNumber } from '@onbehalf/shop';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { addDays, isDay, startOfDay } from '../../present/admin-days.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { assistEntry } from '../../present/assist-entry.ts';
import { DOCUMENT_PATHS, documentRow, documentView } from '../../present/documents.ts';
import { pdfAnswer } from '../../pdf/pdf-answer.ts';
import { orderView } from '../../present/order.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { recordPayment } from '../../use-cases/sales/invoice-order.ts';
import { ORDER_NUMBER } from './order.ts';

const PAGE = 50;
const TEXT = z.string().trim().max(100).catch('');
const DAY = z.string().max(10).refine((text) => text === '' || isDay(text)).catch('');
const FILTERS = z.object({ number: TEXT, order: TEXT, customer: TEXT, from: DAY, to: DAY, after: z.string().max(500).catch('') });
const ONE = z.object({ number: ORDER_NUMBER });
const common = { area: 'admin', access: { resource: RESOURCE.orders }, inContext: 'outside' } as const;

/** Invoices, shipments and credit memos of all stores (F3), each with "Login as Customer" on its page (B12). */
export const documentRoutes: Route[] = [
  route({ ...common, method: 'GET', path: '/admin/invoices', handle: 'adminhtml_invoice_index', input: FILTERS, run: (context) => list(context, 'invoice') }),
  route({ ...common, method: 'GET', path: '/admin/invoices/:number', handle: 'adminhtml_invoice_view', input: ONE, run: (context) => view(context, 'invoice') }),
  route({
    ...common, method: 'POST', path: '/admin/invoices/:number/payment', handle: 'adminhtml_invoice_pay', audit: { group: 'order', action: 'invoice' },
    input: z.object({ number: ORDER_NUMBER, reference: z.string().max(1000).catch('') }), run: (context) => pay(context),
  }),
  route({ ...common, method: 'GET', path: '/admin/shipments', handle: 'adminhtml_shipment_index', input: FILTERS, run: (context) => list(context, 'shipment') }),
  route({ ...common, method: 'GET', path: '/admin/shipments/:number', handle: 'adminhtml_shipment_view', input: ONE, run: (context) => view(context, 'shipment') }),
  route({ ...common, method: 'GET', path: '/admin/credit-memos', handle: 'adminhtml_creditmemo_index', input: FILTERS, run: (context) => list(context, 'credit-memo') }),
  route({ ...common, method: 'GET', path: '/admin/credit-memos/:number', handle: 'adminhtml_creditmemo_view', input: ONE, run: (context) => view(context, 'credit-memo') }),
  route({ ...common, method: 'GET', path: '/admin/invoices/:number/pdf', handle: 'adminhtml_invoice_print', input: ONE, run: (context) => pdfAnswer(context, { kind: 'invoice', number: context.input.number, orderNumber: null }) }),
  route({ ...common, method: 'GET', path: '/admin/credit-memos/:number/pdf', handle: 'adminhtml_creditmemo_print', input: ONE, run: (context) => pdfAnswer(context, { kind: 'credit-memo', number: context.input.number, orderNumber: null }) }),
];

async function list({ unit, request, input }: RouteContext<z.infer<typeof FILTERS>>, kind: DocumentKind): Promise<Outcome> {
  const { after, ...filters } = input;
  const { number, order, customer, from, to } = filters;
  const found = await listDocuments(unit, {
    kind, after: cursorOf(after), limit: PAGE,
    filters: {
      number, order, customer,
      from: from === '' ? null : startOfDay(from, request.timeZone),
      to: to === '' ? null : startOfDay(addDays(to, 1), request.timeZone),
    },
  });
  const rows = found.documents.map((document) => documentRow(document, { admin: true, now: request.now }));
  return { answer: page('admin/documents', { kind, rows, filters, paging: keysetPaging({ path: `/admin/${DOCUMENT_PATHS[kind]}`, query: filters, trail: after, next: found.next }) }) };
}

type OneDocument = RouteContext<{ number: string }>;

async function view(context: OneDocument, kind: DocumentKind): Promise<Outcome> {
  const answer = await shown(context, kind, { refusals: [], typed: {} });
  return answer === null ? { refused: [{ code: 'document-not-found' }], object: { type: kind, id: context.input.number } } : { answer };
}

async function shown({ deps, request, unit, input }: OneDocument, kind: DocumentKind, { refusals, typed }: { refusals: readonly Refusal[]; typed: Typed }): Promise<Answer | null> {
  const document = await documentByNumber(unit, { kind, number: input.number, customerId: null });
  const found = document === null ? null : await orderByNumber(unit, document.orderNumber, 'all');
  if (document === null || found === null || !found.ok) return null;
  const order = found.value;
  return page('admin/document', {
    document: documentView(document, { order, place: { admin: true, now: request.now } }),
    order: orderView(deps, request, order, 'staff'),
    entry: await assistEntry({ deps, request, unit }, document.customerId),
    problems: problemsOf(deps, refusals, request),
    typed,
  }, { status: refusals.length > 0 ? statusOf(refusals) : 200, view: { type: 'order', id: order.number } });
}

async function pay(context: RouteContext<{ number: string; reference: string }>): Promise<Outcome> {
  const { unit, request, input } = context;
  const done = await recordPayment({ unit, request, actor: actorOfRequest(request).actor }, { invoice: input.number, reference: input.reference });
  if (done.ok) return { answer: redirect(`/admin/invoices/${input.number}`), entry: done.value.entry, flash: { tone: 'good', code: 'payment-recorded' } };
  const refusals = done.error;
  return {
    refused: refusals,
    object: { type: 'invoice', id: input.number },
    show: async (fresh) => (await shown({ ...context, unit: fresh }, 'invoice', { refusals, typed: { reference: input.reference } })) ?? redirect('/admin/invoices'),
  };
}
