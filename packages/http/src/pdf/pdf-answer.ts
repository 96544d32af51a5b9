import { Readable } from 'node:stream';
import { documentByNumber, orderByNumber } from '@onbehalf/shop';
import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import type { Answer } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { documentPdf } from './document-pdf.ts';

/** A document that is a file too: a shipment is the parcel's own paper. */
export type PrintedKind = 'invoice' | 'credit-memo';

export interface AskedDocument {
  kind: PrintedKind;
  number: string;
  /** The order it has to belong to, where the address names one. */
  orderNumber: string | null;
}

/**
 * The file of a document, whose order the caller has shown to be the reader's own. The order is read whole whoever asks: what stands
 * on the paper is the same for the shop and the customer.
 */
export async function pdfAnswer({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { kind, number, orderNumber }: AskedDocument): Promise<{ answer: Answer } | { refused: Refusal[]; object: { type: string; id: string } }> {
  const object = { type: kind, id: number };
  const document = await documentByNumber(unit, { kind, number, customerId: null });
  if (document === null || (orderNumber !== null && document.orderNumber !== orderNumber)) return { refused: [{ code: 'document-not-found' }], object };
  const found = await orderByNumber(unit, document.orderNumber, 'all');
  const store = deps.stores.find(({ id }) => id === document.storeId);
  if (!found.ok || store === undefined) return { refused: [{ code: 'document-not-found' }], object };
  const file = await documentPdf(deps, request.settings, { document, order: found.value, store });
  return { answer: { kind: 'stream', type: 'application/pdf', fileName: `${kind}-${number}.pdf`, body: Readable.from([file]), view: { type: 'order', id: document.orderNumber } } };
}
