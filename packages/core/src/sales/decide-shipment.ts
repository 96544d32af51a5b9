import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { chooseLines, type ChosenLine, type Pieces } from './pieces.ts';
import { openToShip, type SoldOrder } from './sold-order.ts';

/** Why nothing of an order can be shipped any more; null where something can. */
export function shipmentRefusal(order: SoldOrder): Refusal | null {
  if (order.status === 'cancelled') return { code: 'order-cancelled' };
  if (order.awaitsPayment === true) return { code: 'payment-awaited' };
  return order.lines.some((line) => openToShip(line) > 0) ? null : { code: 'nothing-to-ship' };
}

/** A parcel with a part of the goods, or with all that are left (F3). Services and downloads are in none. */
export function decideShipment(order: SoldOrder, { pieces }: { readonly pieces: Pieces }): Result<readonly ChosenLine[], Refusal[]> {
  const refusal = shipmentRefusal(order);
  if (refusal !== null) return err([refusal]);
  const chosen = chooseLines(order.lines, pieces, openToShip);
  if (!chosen.ok) return chosen;
  return chosen.value.length === 0 ? err([{ code: 'document-empty' }]) : ok(chosen.value);
}
