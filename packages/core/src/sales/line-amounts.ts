import { halfUp } from '../money/rounding.ts';
import { sumOf } from '../money/money.ts';
import type { SoldLine, SoldOrder } from './sold-order.ts';

/** A part of a line, minor units. `net + tax = gross`; `row` is unit price × pieces, before the discount. */
export interface PartAmounts {
  readonly row: bigint;
  readonly discount: bigint;
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}

/**
 * What `pieces` of a line come to after `before` of them have stood on earlier documents (F3). It is the difference of two
 * sums that are rounded from the line itself, so that whatever the split, the parts add up to the line to the minor unit.
 */
export function partOfLine(line: SoldLine, pricesIncludeTax: boolean, { before, pieces }: { before: number; pieces: number }): PartAmounts {
  const from = upTo(line, pricesIncludeTax, before);
  const to = upTo(line, pricesIncludeTax, before + pieces);
  return { row: to.row - from.row, discount: to.discount - from.discount, net: to.net - from.net, tax: to.tax - from.tax, gross: to.gross - from.gross };
}

/** The first pieces of a line together. Tax follows the money, so that no part owes more tax than it costs. */
function upTo(line: SoldLine, pricesIncludeTax: boolean, pieces: number): PartAmounts {
  const row = line.unitMinor * BigInt(pieces);
  const discount = halfUp(line.discountMinor * BigInt(pieces), BigInt(line.quantity));
  const paid = row - discount;
  const tax = shareOfWhole(line.taxMinor, paid, pricesIncludeTax ? line.grossMinor : line.netMinor);
  return pricesIncludeTax ? { row, discount, net: paid - tax, tax, gross: paid } : { row, discount, net: paid, tax, gross: paid + tax };
}

/** The tax on a part of the shipping, after `before` of it has stood on earlier documents. */
export function taxOnShipping(order: SoldOrder, { before, minor }: { before: bigint; minor: bigint }): bigint {
  const whole = order.taxMinor - sumOf(order.lines.map((line) => line.taxMinor));
  return shareOfWhole(whole, before + minor, order.shippingMinor) - shareOfWhole(whole, before, order.shippingMinor);
}

const shareOfWhole = (amount: bigint, part: bigint, whole: bigint): bigint => (whole === 0n ? 0n : halfUp(amount * part, whole));
