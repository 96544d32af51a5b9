import type { Refusal } from '../refusals/refusal.ts';
import type { SoldOrder } from './sold-order.ts';

/** Why an order can't be cancelled: what is invoiced is refunded, what is shipped is gone. Null where it can. */
export function cancelRefusal(order: SoldOrder): Refusal | null {
  if (order.status === 'cancelled') return { code: 'order-cancelled' };
  const begun = order.shippingInvoiced || order.lines.some((line) => line.invoiced > 0 || line.shipped > 0);
  return begun ? { code: 'order-not-cancellable' } : null;
}
