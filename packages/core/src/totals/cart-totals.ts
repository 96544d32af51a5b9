import { allocate } from '../money/allocate.ts';
import { sumOf } from '../money/money.ts';
import { shareOf, type Rounding } from '../money/rounding.ts';
import { sumSplits, taxParts, taxSplits, type Taxable, type TaxPart, type TaxRounding, type TaxSplit } from './tax-split.ts';

export interface CartLine {
  readonly key: string;
  /** Minor units for one piece, as sold. */
  readonly unitMinor: bigint;
  /** Minor units for one piece before anybody's edit; what "you save" goes by. */
  readonly catalogueUnitMinor: bigint;
  readonly quantity: number;
  readonly taxBasisPoints: bigint;
}

export type CartDiscount = { readonly percentBasisPoints: bigint } | { readonly minor: bigint };

export interface CartTotalsQuestion {
  readonly lines: readonly CartLine[];
  /** Whether every amount that goes in (prices, discount, shipping) includes tax. */
  readonly pricesIncludeTax: boolean;
  /** Off the goods, not off shipping. More than the goods cost takes them to zero and no further. */
  readonly discount: CartDiscount | null;
  /** Minor units that staff give off the cart beside it (C10), with or without tax as the prices are; off what the discount leaves. */
  readonly concession?: bigint;
  readonly shipping: Taxable;
  readonly rounding: Rounding;
  readonly taxRounding: TaxRounding;
}

/** One line after its share of the discount. `net + tax = gross`. */
export interface LineTotals {
  readonly key: string;
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
  /** The line's share of the discount, with or without tax as the prices are. */
  readonly discount: bigint;
  /** Catalogue price × quantity, with or without tax as the prices are. */
  readonly catalogue: bigint;
}

/**
 * Sums in minor units, none negative:
 * `subtotal − discount + shipping + tax = total` and
 * `subtotalInclTax − discountInclTax + shippingInclTax = total`.
 */
export interface CartTotals {
  readonly lines: readonly LineTotals[];
  /** Goods before discount, without tax. */
  readonly subtotal: bigint;
  readonly subtotalInclTax: bigint;
  readonly discount: bigint;
  readonly discountInclTax: bigint;
  /** The part of the discount that is a concession, with or without tax as the prices are. */
  readonly conceded: bigint;
  readonly shipping: bigint;
  readonly shippingInclTax: bigint;
  /** Of goods after discount and of shipping. */
  readonly tax: bigint;
  /** The same by rate: the parts add up to `tax`, and with their net amounts to `total`. */
  readonly taxes: readonly TaxPart[];
  readonly total: bigint;
}

/** Totals of a cart (G3). The discount is spread by largest remainder, to the last minor unit; so is tax that is rounded per total. */
export function cartTotals(question: CartTotalsQuestion): CartTotals {
  const { lines, shipping } = question;
  const amounts = lines.map((line) => line.unitMinor * BigInt(line.quantity));
  const goods = sumOf(amounts);
  const discount = discountOn(goods, question);
  const conceded = concessionOn(goods - discount, question);
  const shares = allocate(discount + conceded, amounts);
  const taxables = lines.map(({ taxBasisPoints }, index) => ({ taxBasisPoints, minor: amounts[index] ?? 0n }));
  const before = taxSplits(taxables, shipping, question);
  const after = taxSplits(taxables.map((one, index) => ({ ...one, minor: one.minor - (shares[index] ?? 0n) })), shipping, question);
  const parts = [...lines.map((line, index) => ({ taxBasisPoints: line.taxBasisPoints, ...(after.goods[index] ?? NOTHING) })), { taxBasisPoints: shipping.taxBasisPoints, ...after.shipping }];
  return {
    lines: lines.map((line, index) => ({
      key: line.key, ...(after.goods[index] ?? NOTHING), discount: shares[index] ?? 0n, catalogue: line.catalogueUnitMinor * BigInt(line.quantity),
    })),
    conceded,
    taxes: taxParts(parts),
    ...sums(before.goods, after.goods, after.shipping),
  };
}

const NOTHING: TaxSplit = { net: 0n, tax: 0n, gross: 0n };

function discountOn(goods: bigint, { discount, rounding }: CartTotalsQuestion): bigint {
  if (discount === null) return 0n;
  const asked = 'minor' in discount ? discount.minor : shareOf(goods, discount.percentBasisPoints, rounding);
  if (asked < 0n) throw new RangeError('A discount is negative');
  return asked > goods ? goods : asked;
}

function concessionOn(left: bigint, { concession = 0n }: CartTotalsQuestion): bigint {
  if (concession < 0n) throw new RangeError('A concession is negative');
  return concession > left ? left : concession;
}

function sums(before: readonly TaxSplit[], after: readonly TaxSplit[], shipping: TaxSplit): Omit<CartTotals, 'lines' | 'conceded' | 'taxes'> {
  const [goods, sold] = [sumSplits(before), sumSplits(after)];
  return {
    subtotal: goods.net,
    subtotalInclTax: goods.gross,
    discount: goods.net - sold.net,
    discountInclTax: goods.gross - sold.gross,
    shipping: shipping.net,
    shippingInclTax: shipping.gross,
    tax: sold.tax + shipping.tax,
    total: sold.gross + shipping.gross,
  };
}
