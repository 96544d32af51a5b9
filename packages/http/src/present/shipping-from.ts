import type { Money } from '@onbehalf/core';
import { shippingMethods } from '@onbehalf/shop';
import type { PricedOpenCart } from './cart.ts';
import { money } from './names.ts';

/** What sending this cart costs at least, before anybody has said how and where (G3). Null where nothing is sent, or staff gave it free. */
export function shippingFrom({ cart, priced }: PricedOpenCart): Money | null {
  const { currency, freeShippingReason } = priced.totals;
  if (!priced.needsShipping || freeShippingReason !== null) return null;
  const goodsMinor = priced.lines.reduce((sum, line) => sum + line.totalMinor, 0n);
  const sent = shippingMethods({ lines: cart.lines, currency, goodsMinor }).filter(({ code }) => code !== 'pickup');
  const [first, ...others] = sent.map(({ minor }) => minor);
  return first === undefined ? null : money(others.reduce((least, minor) => (minor < least ? minor : least), first), currency);
}
