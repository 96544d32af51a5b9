import { cancelRefusal, reverseCommission } from '@onbehalf/core';
import { addCommissionLines, addOrderComment, cancelPayment, markCancelled, restock } from '@onbehalf/shop';
import { actedOn, refusedWith, withOrder, type OrderAct, type OrderOutcome } from './act-on-order.ts';

/** F3, D4: the stock goes back, and the commission with it. */
export function cancelOrder(act: OrderAct): Promise<OrderOutcome> {
  const { unit, request } = act;
  return withOrder(act, async (held) => {
    const refusal = cancelRefusal(held.sold);
    if (refusal !== null) return refusedWith(refusal);
    await markCancelled(unit, held.id);
    await cancelPayment(unit, held.id);
    await restock(unit, held.id, held.sold.lines.map(({ position, quantity }) => ({ position, pieces: quantity })));
    if (held.owner !== null) {
      const entries = reverseCommission(held.commission, { part: 1n, whole: 1n });
      await addCommissionLines(unit, { orderId: held.id, staff: held.owner, entries, now: request.now });
    }
    return actedOn(held, { document: null, after: { ...held.sold, status: 'cancelled' }, detail: {} });
  });
}

const MOST_COMMENT = 2000;

/** A note on the order, for the shop alone or for the customer too. The record says that there is one, not what it says. */
export function commentOrder(act: OrderAct, { text, visibility }: { text: string; visibility: 'private' | 'public' }): Promise<OrderOutcome> {
  const { unit, request, actor } = act;
  const written = text.trim();
  return withOrder(act, async (held) => {
    if (written === '') return refusedWith({ code: 'comment-missing', field: 'text' });
    if (written.length > MOST_COMMENT || /\p{Cc}/u.test(written.replaceAll(/[\n\r\t]/g, ' '))) return refusedWith({ code: 'invalid-input', field: 'text', facts: { most: MOST_COMMENT } });
    await addOrderComment(unit, { orderId: held.id, visibility, text: written, author: actor, now: request.now });
    return actedOn(held, { document: null, after: held.sold, detail: { visibility } });
  });
}
