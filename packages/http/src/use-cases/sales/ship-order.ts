import { applyShipment, decideShipment, type DocumentDraft, type Pieces } from '@onbehalf/core';
import { recordDocument } from '@onbehalf/shop';
import { actedOn, earn, refusedWith, withOrder, type OrderAct, type OrderOutcome } from './act-on-order.ts';

export interface ShipmentCommand {
  pieces: Pieces;
  /** The carrier's number; may be empty. */
  tracking: string;
}

const MOST_TRACKING = 100;
const NO_AMOUNTS = { row: 0n, discount: 0n, net: 0n, tax: 0n, gross: 0n };
const NO_TOTALS = { subtotal: 0n, discount: 0n, shipping: 0n, tax: 0n, adjustmentRefund: 0n, adjustmentFee: 0n, total: 0n };

/** F3: a parcel with a part of the goods or all that are left. */
export async function shipOrder(act: OrderAct, { pieces, tracking }: ShipmentCommand): Promise<OrderOutcome> {
  const { unit, request, actor } = act;
  const text = tracking.trim();
  if (text.length > MOST_TRACKING || /\p{Cc}/u.test(text)) return refusedWith({ code: 'invalid-input', field: 'tracking', facts: { most: MOST_TRACKING } });
  return withOrder(act, async (held) => {
    const decided = decideShipment(held.sold, { pieces });
    if (!decided.ok) return decided;
    const after = applyShipment(held.sold, decided.value);
    const lines = decided.value.map((one) => ({ position: one.line.position, pieces: one.pieces, ...NO_AMOUNTS }));
    const draft: DocumentDraft = { lines, ...NO_TOTALS };
    const { id, number } = await recordDocument(unit, { held, kind: 'shipment', draft, after, author: actor, now: request.now, tracking: text });
    await earn(act, { held, after, documentId: id });
    return actedOn(held, { document: number, after, detail: { pieces: lines.reduce((sum, line) => sum + line.pieces, 0), tracking: text } });
  });
}
