import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { orderByCheckout } from '../orders/order-by-number.ts';
import { decideOrder } from './decide-order.ts';
import { loadCheckout } from './load-checkout.ts';
import type { OrderRequest, PlacedOrder } from './order-request.ts';
import { recordOrder } from './record-order.ts';
import { requestDigest } from './request-digest.ts';

/**
 * Makes the order of the open cart, in a transaction of the caller's: load and lock, decide, record; two round trips.
 * The same checkout key again gives the order already made (D9). Refuses with 'cart-empty', 'cart-changed',
 * 'price-changed' (facts: total, currency), 'out-of-stock' per line, 'product-not-sold-here', 'address-missing',
 * 'address-invalid', 'shipping-method-unknown', 'payment-method-unknown', 'invalid-input' and 'idempotency-key-reused'.
 * A refusal leaves nothing behind.
 */
export async function placeOrder(unit: Unit, request: OrderRequest): Promise<Result<PlacedOrder, Refusal[]>> {
  const digest = requestDigest(request);
  const checkout = await loadCheckout(unit, request);
  if (checkout.madeBefore || checkout.cart.id === null || checkout.cart.version !== request.cartVersion) {
    // A twin request may have ordered this cart while we waited for its lock: then the statement's view is older than the order.
    return (await placedBefore(unit, request, digest)) ?? err([{ code: checkout.cart.id === null ? 'cart-empty' : 'cart-changed' }]);
  }
  const decided = decideOrder(checkout, request);
  if (!decided.ok) return decided;
  const recorded = await recordOrder(unit, { request, draft: decided.value, checkout, digest });
  if (recorded === null) return (await placedBefore(unit, request, digest)) ?? err([{ code: 'cart-changed' }]);
  const { totals, lines } = decided.value;
  return ok({ ...recorded, totals, lines, already: false });
}

async function placedBefore(unit: Unit, { owner, checkoutKey }: OrderRequest, digest: string): Promise<Result<PlacedOrder, Refusal[]> | null> {
  const found = await orderByCheckout(unit, { customerId: owner.customerId, checkoutKey });
  if (found === null) return null;
  if (found.requestDigest !== digest) return err([{ code: 'idempotency-key-reused' }]);
  const { id: orderId, number, totals, lines } = found.order;
  return ok({ orderId, number, totals, lines, already: true });
}
