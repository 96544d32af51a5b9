import type { Money } from '@onbehalf/core';
import type { PricedCart } from '@onbehalf/shop';
import { money } from './names.ts';

/** What sending this cart costs at least where it would go, before anybody has said how (G3). Null where nothing is sent, or staff gave it free. */
export function shippingFrom({ totals: { currency, freeShippingReason }, shippingOffers }: PricedCart): Money | null {
  if (freeShippingReason !== null) return null;
  const [first, ...others] = shippingOffers.filter(({ isPickup }) => !isPickup).map(({ minor }) => minor);
  return first === undefined ? null : money(others.reduce((least, minor) => (minor < least ? minor : least), first), currency);
}
