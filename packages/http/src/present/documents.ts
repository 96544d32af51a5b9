import type { DocumentKind } from '@onbehalf/core';
import { optionsText, type ListedDocument, type Order, type SalesDocument } from '@onbehalf/shop';
import type { DocumentRow, DocumentView } from '@onbehalf/web';
import { reverseChargeView, taxesOf } from './cart.ts';
import { imageOf, money } from './names.ts';

/** The last part of a document's address, in admin and in the storefront. */
export const DOCUMENT_PATHS: Readonly<Record<DocumentKind, string>> = { invoice: 'invoices', shipment: 'shipments', 'credit-memo': 'credit-memos' };

/** Where documents and orders are for whoever reads: in admin, or in a store. */
export type DocumentPlace = { admin: true } | { admin: false; base: string; mayPrint: boolean };

export function documentRow(document: ListedDocument, place: DocumentPlace): DocumentRow {
  const { kind, number, at, orderNumber, customerName, pieces, totalMinor, currency, paidAt, tracking } = document;
  const orderHref = place.admin ? `/admin/orders/${orderNumber}` : `${place.base}/account/orders/${orderNumber}`;
  const path = DOCUMENT_PATHS[kind];
  const href = place.admin ? `/admin/${path}/${number}` : `${orderHref}/${path}/${number}`;
  return {
    kind, number, at, orderNumber, orderHref, customerName, pieces, paidAt, tracking, href,
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
