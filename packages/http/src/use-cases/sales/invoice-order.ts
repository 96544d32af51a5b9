import { applyInvoice, decideInvoice, type InvoiceCommand } from '@onbehalf/core';
import { documentByNumber, holdOrder, markPaid, recordDocument } from '@onbehalf/shop';
import { actedOn, earn, refusedWith, withOrder, type OrderAct, type OrderOutcome } from './act-on-order.ts';

/** F3: an invoice over a part of the order or all that is left. One over nothing is paid as it is made. */
export function invoiceOrder(act: OrderAct, command: InvoiceCommand): Promise<OrderOutcome> {
  const { unit, request, actor } = act;
  return withOrder(act, async (held) => {
    const decided = decideInvoice(held.sold, command);
    if (!decided.ok) return decided;
    const draft = decided.value;
    const after = applyInvoice(held.sold, draft);
    const { id, number } = await recordDocument(unit, { held, kind: 'invoice', draft, after, author: actor, now: request.now });
    const paid = draft.total === 0n ? withPaid(held.paid, draft.lines) : held.paid;
    await earn(act, { held, after, documentId: id, paid });
    const pieces = draft.lines.reduce((sum, line) => sum + line.pieces, 0);
    return actedOn(held, { document: number, after, detail: { pieces, total: draft.total, currency: held.sold.currency } });
  });
}

export interface PaymentCommand {
  invoice: string;
  /** What the bank statement said; may be empty. */
  reference: string;
}

const MOST_REFERENCE = 100;

/** "Record payment": the money for an invoice has come (D4). */
export async function recordPayment(act: Omit<OrderAct, 'number'>, { invoice, reference }: PaymentCommand): Promise<OrderOutcome> {
  const { unit, request, actor } = act;
  const found = await documentByNumber(unit, { kind: 'invoice', number: invoice, customerId: null });
  if (found === null) return refusedWith({ code: 'document-not-found' });
  if (reference.length > MOST_REFERENCE || /\p{Cc}/u.test(reference)) return refusedWith({ code: 'invalid-input', field: 'reference', facts: { most: MOST_REFERENCE } });
  return withOrder({ ...act, number: found.orderNumber }, async (held) => {
    const isNew = await markPaid(unit, { invoiceId: found.id, at: request.now, by: actor.name, reference: reference.trim() });
    if (!isNew) return refusedWith({ code: 'invoice-already-paid' });
    const again = await holdOrder(unit, held.number);
    if (!again.ok) return refusedWith(again.error);
    await earn({ unit, request }, { held, after: held.sold, documentId: found.id, paid: again.value.paid });
    return actedOn(held, { document: invoice, after: held.sold, detail: { paid: true, total: found.totalMinor, currency: held.sold.currency } });
  });
}

function withPaid(paid: ReadonlyMap<number, number>, lines: readonly { position: number; pieces: number }[]): Map<number, number> {
  const sums = new Map(paid);
  for (const { position, pieces } of lines) sums.set(position, (sums.get(position) ?? 0) + pieces);
  return sums;
}
