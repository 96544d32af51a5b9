import type { Unit } from '@onbehalf/assist';
import { checkoutView, type CheckoutPlace, type CheckoutView, type PricedCart } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { priceAgain } from './cart.ts';
import { ownerOf } from './names.ts';

/** The checkout with its sums for what is chosen so far; where the way of sending isn't offered, with the first that is. */
export async function pricedCheckout(unit: Unit, arrived: Arrived, place: CheckoutPlace): Promise<CheckoutView & { priced: PricedCart }> {
  const view = await checkoutView(unit, ownerOf(arrived), place);
  const asked = priceAgain(view.cart, arrived, place.shippingMethod);
  const [first] = asked.shippingOffers;
  if (asked.shipping !== null || first === undefined) return { ...view, priced: asked };
  // What is picked up is taxed where the store is: that the statement must know.
  if (first.isPickup) return pricedCheckout(unit, arrived, { ...place, shippingMethod: first.code });
  return { ...view, priced: priceAgain(view.cart, arrived, first.code) };
}
