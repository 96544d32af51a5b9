import { parsePriceForLocale, RESOURCE, type CurrencyCode, type DocumentKind, type Locale, type Pieces, type Refusal, type Result } from '@onbehalf/core';
import { loadSoldOrder, orderByNumber } from '@onbehalf/shop';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { documentFormProps } from '../../present/document-form.ts';
import { DOCUMENT_PATHS } from '../../present/documents.ts';
import { statusOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import type { OrderOutcome } from '../../use-cases/sales/act-on-order.ts';
import { invoiceOrder } from '../../use-cases/sales/invoice-order.ts';
import { refundOrder } from '../../use-cases/sales/refund-order.ts';
import { shipOrder } from '../../use-cases/sales/ship-order.ts';
import { actOf, ORDER_NUMBER } from './order.ts';

const common = { area: 'admin', access: { resource: RESOURCE.orders }, inContext: 'outside' } as const;
const NUMBER = z.object({ number: ORDER_NUMBER });
const FORM = z.looseObject({ number: ORDER_NUMBER });
type Sent = z.infer<typeof FORM>;

/** Invoice, shipment and credit memo of an order: the page that asks, and the POST that makes it (F3). */
export const orderDocumentRoutes: Route[] = [
  route({ ...common, method: 'GET', path: '/admin/orders/:number/invoice', handle: 'adminhtml_order_invoice_new', input: NUMBER, run: (context) => ask(context, 'invoice') }),
  route({
    ...common, method: 'POST', path: '/admin/orders/:number/invoice', handle: 'adminhtml_order_invoice_save', audit: { group: 'order', action: 'invoice' }, input: FORM,
    run: async (context) => {
      const done = await invoiceOrder(actOf(context), { pieces: piecesIn(context.input), withShipping: context.input['withShipping'] === '1' });
      return answerOf(context, 'invoice', done);
    },
  }),
  route({ ...common, method: 'GET', path: '/admin/orders/:number/shipment', handle: 'adminhtml_order_shipment_new', input: NUMBER, run: (context) => ask(context, 'shipment') }),
  route({
    ...common, method: 'POST', path: '/admin/orders/:number/shipment', handle: 'adminhtml_order_shipment_save', audit: { group: 'order', action: 'ship' }, input: FORM,
    run: async (context) => answerOf(context, 'shipment', await shipOrder(actOf(context), { pieces: piecesIn(context.input), tracking: textIn(context.input, 'tracking') })),
  }),
  route({ ...common, method: 'GET', path: '/admin/orders/:number/credit-memo', handle: 'adminhtml_order_creditmemo_new', input: NUMBER, run: (context) => ask(context, 'credit-memo') }),
  route({
    ...common, method: 'POST', path: '/admin/orders/:number/credit-memo', handle: 'adminhtml_order_creditmemo_save', audit: { group: 'order', action: 'refund' }, input: FORM,
    run: async (context) => answerOf(context, 'credit-memo', await refund(context)),
  }),
];

async function refund(context: RouteContext<Sent>): Promise<OrderOutcome> {
  const { input, request, unit } = context;
  const found = await orderByNumber(unit, input.number, 'all');
  if (!found.ok) return { ok: false, error: [found.error] };
  const { currency } = (await loadSoldOrder(unit, input.number));
  const read = (field: string) => amountIn(input, field, { currency, locale: request.locale });
  const [shipping, adjustmentRefund, adjustmentFee] = [read('shipping'), read('adjustmentRefund'), read('adjustmentFee')];
  if (!shipping.ok || !adjustmentRefund.ok || !adjustmentFee.ok) return { ok: false, error: [shipping, adjustmentRefund, adjustmentFee].flatMap((one) => (one.ok ? [] : [one.error])) };
  const amounts = { shipping: shipping.value, adjustmentRefund: adjustmentRefund.value, adjustmentFee: adjustmentFee.value };
  return refundOrder(actOf(context), { pieces: piecesIn(input), ...amounts, restock: input['restock'] === '1' });
}

const QUANTITY = /^quantity-([1-9][0-9]{0,5})$/;

/** Pieces as they were typed, by position; what is no number of pieces is refused by whoever decides. */
function piecesIn(input: Sent): Pieces {
  return new Map(Object.keys(input).flatMap((name): [number, number][] => {
    const position = QUANTITY.exec(name)?.[1];
    if (position === undefined) return [];
    const text = textIn(input, name).trim();
    return [[Number(position), /^[0-9]{0,6}$/.test(text) ? Number(text) : Number.NaN]];
  }));
}

function textIn(input: Sent, name: string): string {
  const value = input[name];
  return typeof value === 'string' ? value : '';
}

/** Empty is nothing. */
function amountIn(input: Sent, field: string, { currency, locale }: { currency: CurrencyCode; locale: Locale }): Result<bigint, Refusal> {
  const text = textIn(input, field);
  if (text.trim() === '') return { ok: true, value: 0n };
  const parsed = parsePriceForLocale(text, currency, locale);
  return parsed.ok ? parsed : { ok: false, error: { code: parsed.error, field } };
}

async function ask(context: RouteContext<{ number: string }>, kind: DocumentKind): Promise<Outcome> {
  const shown = await form(context, kind, null, []);
  return shown ?? { refused: [{ code: 'order-not-found' }], object: { type: 'order', id: context.input.number } };
}

async function form({ deps, request, unit, input }: RouteContext<{ number: string }>, kind: DocumentKind, typed: Typed | null, refusals: readonly Refusal[]): Promise<{ answer: Answer } | null> {
  const found = await orderByNumber(unit, input.number, 'all');
  if (!found.ok) return null;
  const props = documentFormProps(deps, request, { kind, order: found.value, sold: await loadSoldOrder(unit, input.number), typed, refusals });
  return { answer: page('admin/document-form', props, { status: refusals.length > 0 ? statusOf(refusals) : 200, view: { type: 'order', id: input.number } }) };
}

function answerOf(context: RouteContext<Sent>, kind: DocumentKind, done: OrderOutcome): Outcome {
  const { input } = context;
  if (done.ok) {
    const number = done.value.document ?? '';
    return { answer: redirect(`/admin/${DOCUMENT_PATHS[kind]}/${number}`), entry: done.value.entry, flash: { tone: 'good', code: `${kind}-made`, facts: { number } } };
  }
  const typed = Object.fromEntries(Object.keys(input).map((name) => [name, textIn(input, name)]));
  const refusals = done.error;
  return {
    refused: refusals,
    object: { type: 'order', id: input.number },
    show: async (unit) => (await form({ ...context, unit }, kind, typed, refusals))?.answer ?? redirect('/admin/orders'),
  };
}
