import { RESOURCE } from '@onbehalf/core';
import { z } from 'zod';
import { pdfAnswer, type PrintedKind } from '../../pdf/pdf-answer.ts';
import { route, type Route } from '../../route.ts';
import { ownPdf } from '../storefront/orders.ts';

const NUMBER = z.string().regex(/^[0-9]{1,18}$/);

const own = (kind: PrintedKind, { path, handle, summary }: Record<'path' | 'handle' | 'summary', string>): Route => route({
  method: 'GET', area: 'rest', path, handle, summary, access: 'customer', inContext: 'shop', input: z.object({ order: NUMBER, number: NUMBER }),
  audit: { group: 'order', action: 'view' }, auditFor: 'everybody', run: (context) => ownPdf(context, kind),
});

const anybodys = (kind: PrintedKind, { path, handle, summary }: Record<'path' | 'handle' | 'summary', string>): Route => route({
  method: 'GET', area: 'rest', path, handle, summary, access: { resource: RESOURCE.orders }, inContext: 'never', input: z.object({ number: NUMBER }),
  run: (context) => pdfAnswer(context, { kind, number: context.input.number, orderNumber: null }),
});

/** Invoices and credit memos as files (G3), by the handles of their pages. */
export const pdfRestRoutes: Route[] = [
  own('invoice', { path: '/V1/orders/:order/invoices/:number/pdf', handle: 'sales_order_printinvoice', summary: 'An invoice of the customer’s own order, as PDF' }),
  own('credit-memo', { path: '/V1/orders/:order/credit-memos/:number/pdf', handle: 'sales_order_printcreditmemo', summary: 'A credit memo of the customer’s own order, as PDF' }),
  anybodys('invoice', { path: '/V1/sales/invoices/:number/pdf', handle: 'adminhtml_invoice_print', summary: 'An invoice as PDF' }),
  anybodys('credit-memo', { path: '/V1/sales/credit-memos/:number/pdf', handle: 'adminhtml_creditmemo_print', summary: 'A credit memo as PDF' }),
];
