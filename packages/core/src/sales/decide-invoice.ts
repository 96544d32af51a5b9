import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { draftDocument, type DocumentDraft } from './document.ts';
import { taxOnShipping } from './line-amounts.ts';
import { chooseLines, type Pieces } from './pieces.ts';
import { isShippingOpen, openToInvoice, type SoldOrder } from './sold-order.ts';

export interface InvoiceCommand {
  readonly pieces: Pieces;
  /** The whole of the shipping goes on one invoice. */
  readonly withShipping: boolean;
}

/** Why no invoice can be made of an order any more; null where one can. */
export function invoiceRefusal(order: SoldOrder): Refusal | null {
  if (order.status === 'cancelled') return { code: 'order-cancelled' };
  if (order.awaitsPayment === true) return { code: 'payment-awaited' };
  return order.lines.some((line) => openToInvoice(line) > 0) || isShippingOpen(order) ? null : { code: 'nothing-to-invoice' };
}

/** An invoice over a part of the order, or over all that is left (F3). Refuses with everything that stands against it. */
export function decideInvoice(order: SoldOrder, { pieces, withShipping }: InvoiceCommand): Result<DocumentDraft, Refusal[]> {
  const refusal = invoiceRefusal(order);
  if (refusal !== null) return err([refusal]);
  const chosen = chooseLines(order.lines, pieces, openToInvoice);
  if (!chosen.ok) return chosen;
  const shipping = withShipping && isShippingOpen(order) ? order.shippingMinor : 0n;
  if (chosen.value.length === 0 && shipping === 0n) return err([{ code: 'document-empty' }]);
  return ok(draftDocument({
    pricesIncludeTax: order.pricesIncludeTax,
    chosen: chosen.value,
    before: ({ line }) => line.invoiced,
    shipping,
    shippingTax: taxOnShipping(order, { before: 0n, minor: shipping }),
  }));
}
