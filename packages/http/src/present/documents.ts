import { dayOf, daysOverdue, type DocumentKind, type Locale } from '@onbehalf/core';
import { optionsText, type ListedDocument, type Order, type SalesDocument } from '@onbehalf/shop';
import type { DocumentRow, DocumentView, Due } from '@onbehalf/web';
import type { Deps } from '../deps.ts';
import { reverseChargeView, taxesOf } from './cart.ts';
import { imageOf, money } from './names.ts';

/** The last part of a document's address, in admin and in the storefront. */
export const DOCUMENT_PATHS: Readonly<Record<DocumentKind, string>> = { invoice: 'invoices', shipment: 'shipments', 'credit-memo': 'credit-memos' };

/** Where documents and orders are for whoever reads: in admin, or in a store. */
export type DocumentPlace = { now: Date } & ({ admin: true } | { admin: false; base: string; mayPrint: boolean });

/** A day of the calendar in words, the same wherever it is read. */
export const dayText = (deps: Pick<Deps, 'web'>, day: string, locale: Locale): string => deps.web.formats(locale, 'UTC').day(new Date(`${day}T00:00:00Z`));

/** By when, and for how long it hasn't been; what is paid is due no more. */
export const dueView = (dueOn: string | null, { now, timeZone, isBilled }: { now: Date; timeZone: string; isBilled: boolean }): Due | null =>
  dueOn === null ? null : { day: dueOn, daysOver: isBilled ? daysOverdue(dueOn, dayOf(now, timeZone)) : 0 };

export function documentRow(document: ListedDocument, place: DocumentPlace): DocumentRow {
  const { kind, number, at, orderNumber, customerName, pieces, totalMinor, currency, paidAt, dueOn, timeZone, tracking } = document;
  const orderHref = place.admin ? `/admin/orders/${orderNumber}` : `${place.base}/account/orders/${orderNumber}`;
  const path = DOCUMENT_PATHS[kind];
  const href = place.admin ? `/admin/${path}/${number}` : `${orderHref}/${path}/${number}`;
  return {
    kind, number, at, orderNumber, orderHref, customerName, pieces, paidAt, due: paidAt === null ? dueView(dueOn, { now: place.now, timeZone, isBilled: true }) : null, tracking, href,
    pdfHref: kind !== 'shipment' && (place.admin || place.mayPrint) ? `${href}/pdf` : null,
    total: kind === 'shipment' ? null : money(totalMinor, currency),
  };
}

/** One document. What staff wrote about a payment is for administrators. */
export function documentView(document: SalesDocument, { order, place }: { order: Order; place: DocumentPlace }): DocumentView {
  const { currency } = document;
  const amount = (minor: bigint) => money(minor, currency);
  const some = (minor: bigint) => (minor === 0n ? null : amount(minor));
  return {
    ...documentRow(document, place),
    orderedAt: document.orderedAt,
    lines: document.lines.map(({ sku, name, options, image, pieces, unitMinor, subtotalMinor }) => ({ sku, name, options: optionsText(options), image: imageOf(image), pieces, unit: amount(unitMinor), total: amount(subtotalMinor) })),
    totals: document.kind === 'shipment' ? null : {
      subtotal: amount(document.subtotalMinor), discount: some(document.discountMinor), couponCode: null, staffDiscount: null, freeShipping: false,
      shipping: amount(document.shippingMinor), tax: amount(document.taxMinor), taxes: taxesOf(document.taxes, currency), taxFor: null, taxIncluded: order.totals.pricesIncludeTax, reverseCharge: reverseChargeView(order.totals), total: amount(document.totalMinor),
      adjustmentRefund: some(document.adjustmentRefundMinor), adjustmentFee: some(document.adjustmentFeeMinor),
    },
    actorName: place.admin ? document.actorName : null,
    paidBy: place.admin ? document.paidBy : null,
    paymentReference: place.admin ? document.paymentReference : '',
    restocked: place.admin && document.restocked,
  };
}
