import type { DocumentDraft } from './document.ts';
import { orderStatus } from './order-status.ts';
import type { ChosenLine } from './pieces.ts';
import type { SoldLine, SoldOrder } from './sold-order.ts';

/** The order as it stands with one document more, and the status that follows. */
export function applyInvoice(order: SoldOrder, { lines, shipping, total }: DocumentDraft): SoldOrder {
  return standing({
    ...order,
    lines: order.lines.map((line) => ({ ...line, invoiced: line.invoiced + piecesIn(lines, line) })),
    shippingInvoiced: order.shippingInvoiced || shipping > 0n,
    invoicedMinor: order.invoicedMinor + total,
  });
}

export function applyShipment(order: SoldOrder, chosen: readonly ChosenLine[]): SoldOrder {
  const lines = chosen.map(({ line, pieces }) => ({ position: line.position, pieces }));
  return standing({ ...order, lines: order.lines.map((line) => ({ ...line, shipped: line.shipped + piecesIn(lines, line) })) });
}

export function applyCreditMemo(order: SoldOrder, { lines, shipping, total }: DocumentDraft): SoldOrder {
  return standing({
    ...order,
    lines: order.lines.map((line) => ({ ...line, refunded: line.refunded + piecesIn(lines, line) })),
    shippingRefundedMinor: order.shippingRefundedMinor + shipping,
    refundedMinor: order.refundedMinor + total,
  });
}

const piecesIn = (lines: readonly { position: number; pieces: number }[], { position }: SoldLine): number =>
  lines.find((line) => line.position === position)?.pieces ?? 0;

const standing = (order: SoldOrder): SoldOrder => ({ ...order, status: orderStatus(order) });
