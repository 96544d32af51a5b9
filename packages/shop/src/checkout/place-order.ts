import { creditRefusal, err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { orderByCheckout } from '../orders/order-by-number.ts';
import { creditOf } from './company-credit.ts';
import { decideOrder, type OrderDraft } from './decide-order.ts';
import { loadCheckout, type Checkout } from './load-checkout.ts';
import type { OrderRequest, PlacedOrder } from './order-request.ts';
import { recordOrder } from './record-order.ts';
import { requestDigest } from './request-digest.ts';

/**
 * Makes the order of the open cart, in a transaction of the caller's: load and lock, decide, record; two round trips.
 * The same checkout key again gives the order already made (D9). Refuses with 'cart-empty', 'cart-placed' (facts:
 * number), 'cart-changed', 'coupon-over', 'price-changed' (facts: before, total, currency), 'out-of-stock' per line,
 * 'product-not-sold-here', 'address-missing', 'address-invalid', 'country-not-delivered', 'shipping-method-unknown',
 * 'payment-method-unknown', 'purchase-order-missing', 'credit-limit' (facts: limit, left, currency), 'customer-login-blocked', 'invalid-input' and 'idempotency-key-reused'.
 * A refusal leaves nothing behind.
 */
export async function placeOrder(unit: Unit, request: OrderRequest): Promise<Result<PlacedOrder, Refusal[]>> {
  const digest = requestDigest(request);
  const checkout = await loadCheckout(unit, request);
  if (checkout.madeBefore || checkout.cart.id === null || checkout.cart.version !== request.cartVersion) {
    // A twin request may have ordered this cart while we waited for its lock: then the statement's view is older than the order.
    return (await placedBefore(unit, request, digest)) ?? err([await whyOver(unit, request, checkout)]);
  }
  const decided = decideOrder(checkout, request);
  if (!decided.ok) return decided;
  const recorded = await recordOrder(unit, { request, draft: decided.value, checkout, digest });
  if (recorded === null) return (await placedBefore(unit, request, digest)) ?? err([await whyNotRecorded(unit, request, decided.value)]);
  const { totals, lines } = decided.value;
  return ok({ ...recorded, totals, lines, already: false });
}

/** Another buyer of the company has ordered since this one was let in, and the limit holds only one of them. */
async function whyNotRecorded(unit: Unit, { owner }: OrderRequest, { totals }: OrderDraft): Promise<Refusal> {
  const credit = await creditOf(unit, owner.customerId);
  return creditRefusal(credit, { totalMinor: totals.total, currency: owner.store.currency }) ?? { code: 'cart-changed' };
}

const PLACED = `
select p.number from purchase p join cart k on k.id = p.cart_id
 where p.customer_id = $1::bigint and k.store_id = $2::smallint and k.kind = $3 and k.version = $4::int + 1 order by p.placed_at desc, p.id desc limit 1`;

/** The cart that was looked at is not the open one: it was ordered by another hand, or from another tab (C7), or it has changed. */
async function whyOver(unit: Unit, { owner, cartVersion }: OrderRequest, { cart }: Checkout): Promise<Refusal> {
  if (cart.id !== null) return { code: 'cart-changed' };
  const [placed] = await unit.named<{ number: string }>('shop-placed-meanwhile', PLACED, [owner.customerId, owner.store.id, owner.cartKind, cartVersion]);
  return placed === undefined ? { code: 'cart-empty' } : { code: 'cart-placed', facts: { number: placed.number } };
}

async function placedBefore(unit: Unit, { owner, checkoutKey }: OrderRequest, digest: string): Promise<Result<PlacedOrder, Refusal[]> | null> {
  const found = await orderByCheckout(unit, { customerId: owner.customerId, checkoutKey });
  if (found === null) return null;
  if (found.requestDigest !== digest) return err([{ code: 'idempotency-key-reused' }]);
  const { id: orderId, number, totals, lines } = found.order;
  return ok({ orderId, number, totals, lines, already: true });
}
