import { isSent, isShippingOpen, openToInvoice, openToShip, shippingToRefund, type OrderStatus, type SoldOrder } from './sold-order.ts';

/** Where an order stands by what is on its documents: cancelled stays cancelled, everything else follows (F3). */
export function orderStatus(order: SoldOrder): OrderStatus {
  if (order.status === 'cancelled') return 'cancelled';
  const { lines } = order;
  const invoiced = lines.every((line) => openToInvoice(line) === 0) && !isShippingOpen(order);
  const shipped = lines.every((line) => openToShip(line) === 0);
  if (invoiced && isGivenBack(order)) return 'closed';
  if (invoiced && shipped) return 'complete';
  if (shipped && lines.some((line) => isSent(line) && line.shipped > 0)) return 'shipped';
  const begun = order.shippingInvoiced || lines.some((line) => line.invoiced > 0 || line.shipped > 0);
  return begun ? 'processing' : 'new';
}

const isGivenBack = (order: SoldOrder): boolean =>
  order.lines.length > 0 && order.lines.every((line) => line.refunded === line.quantity) && shippingToRefund(order) === 0n;
