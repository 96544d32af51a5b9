import { err, ok, type Result } from '../kernel/result.ts';
import { toDecimal } from '../money/money.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { draftDocument, type DocumentDraft } from './document.ts';
import { taxOnShipping } from './line-amounts.ts';
import { chooseLines, type Pieces } from './pieces.ts';
import { openToRefund, shippingToRefund, type SoldOrder } from './sold-order.ts';

export interface CreditMemoCommand {
  readonly pieces: Pieces;
  /** With or without tax as the prices are. */
  readonly shipping: bigint;
  /** Given on top, and kept back. */
  readonly adjustmentRefund: bigint;
  readonly adjustmentFee: bigint;
}

/** Why nothing can be refunded; null where something can. */
export const creditMemoRefusal = (order: SoldOrder): Refusal | null =>
  order.refundedMinor < order.invoicedMinor || order.lines.some((line) => openToRefund(line) > 0) ? null : { code: 'nothing-to-refund' };

/** A refund of what was invoiced, a part of it or all (F3); together never more than the invoices came to. */
export function decideCreditMemo(order: SoldOrder, command: CreditMemoCommand): Result<DocumentDraft, Refusal[]> {
  const refusal = creditMemoRefusal(order);
  if (refusal !== null) return err([refusal]);
  const chosen = chooseLines(order.lines, command.pieces, openToRefund);
  const tooMuch = command.shipping > shippingToRefund(order) ? [aboveOpen(order, 'shipping', shippingToRefund(order))] : [];
  if (!chosen.ok) return err([...chosen.error, ...tooMuch]);
  if (tooMuch.length > 0) return err(tooMuch);
  const draft = draftDocument({
    pricesIncludeTax: order.pricesIncludeTax,
    chosen: chosen.value,
    before: ({ line }) => line.refunded,
    shipping: command.shipping,
    shippingTax: taxOnShipping(order, { before: order.shippingRefundedMinor, minor: command.shipping }),
    adjustmentRefund: command.adjustmentRefund,
    adjustmentFee: command.adjustmentFee,
  });
  return withinInvoices(order, draft);
}

function withinInvoices(order: SoldOrder, draft: DocumentDraft): Result<DocumentDraft, Refusal[]> {
  const { adjustmentRefund, adjustmentFee, total } = draft;
  if (draft.lines.length === 0 && draft.shipping === 0n && adjustmentRefund === 0n) return err([{ code: 'document-empty' }]);
  const unadjusted = total - adjustmentRefund + adjustmentFee;
  if (total < 0n) return err([aboveOpen(order, 'adjustmentFee', unadjusted + adjustmentRefund)]);
  const left = order.invoicedMinor - order.refundedMinor;
  if (total > left) return err([aboveOpen(order, 'adjustmentRefund', atLeastNone(left - unadjusted + adjustmentFee))]);
  return ok(draft);
}

const atLeastNone = (minor: bigint): bigint => (minor < 0n ? 0n : minor);

const aboveOpen = ({ currency }: SoldOrder, field: string, most: bigint): Refusal => ({
  code: 'amount-above-open', field, facts: { currency, most: toDecimal(most, currency) },
});
