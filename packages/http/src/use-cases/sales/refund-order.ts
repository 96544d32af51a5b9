import { applyCreditMemo, decideCreditMemo, type CreditMemoCommand } from '@onbehalf/core';
import { askForRefund, paidAttemptOf, recordDocument, restock } from '@onbehalf/shop';
import type { Deps } from '../../deps.ts';
import { actedOn, takeBack, withOrder, type OrderAct, type OrderOutcome } from './act-on-order.ts';

/** F3: a credit memo over what was invoiced; the goods go back on the shelf where that is asked for, and what was paid by a link goes back the same way (D8). */
export function refundOrder(act: OrderAct & { deps: Deps }, command: CreditMemoCommand & { restock: boolean }): Promise<OrderOutcome> {
  const { unit, request, actor, deps } = act;
  return withOrder(act, async (held) => {
    const decided = decideCreditMemo(held.sold, command);
    if (!decided.ok) return decided;
    const draft = decided.value;
    const after = applyCreditMemo(held.sold, draft);
    const restocked = command.restock && draft.lines.length > 0;
    const { id, number } = await recordDocument(unit, { held, kind: 'credit-memo', draft, after, author: actor, now: request.now, restocked });
    if (restocked) await restock(unit, held.id, draft.lines);
    const attemptId = draft.total === 0n ? null : await paidAttemptOf(unit, held.id);
    if (attemptId !== null) await askForRefund(unit, { id: deps.random.uuid(), attemptId, documentId: id, amountMinor: draft.total, now: request.now });
    await takeBack(act, { held, after, documentId: id });
    const pieces = draft.lines.reduce((sum, line) => sum + line.pieces, 0);
    return actedOn(held, { document: number, after, detail: { pieces, total: draft.total, currency: held.sold.currency, restocked, ...(attemptId === null ? {} : { toProvider: true }) } });
  });
}
