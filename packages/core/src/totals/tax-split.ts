import { allocate } from '../money/allocate.ts';
import { sumOf } from '../money/money.ts';
import { shareOf, WHOLE_BASIS_POINTS, type Rounding } from '../money/rounding.ts';

/** An amount taken apart: `net + tax = gross`, whatever the rounding. */
export interface TaxSplit {
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}

export interface TaxTerms {
  readonly taxBasisPoints: bigint;
  readonly pricesIncludeTax: boolean;
  readonly rounding: Rounding;
}

/** Where tax is rounded: on each line, or on what all of one rate comes to (Config: `tax/rounding`). */
export type TaxRounding = 'line' | 'total';

/** Minor units, with or without tax as the prices are, and the rate that goes with them. */
export interface Taxable {
  readonly minor: bigint;
  readonly taxBasisPoints: bigint;
}

/** Puts tax on an amount without it, or takes it out of an amount with it; only the tax is rounded. */
export const taxSplit = (amount: bigint, terms: TaxTerms): TaxSplit => splitBy(amount, taxOn(amount, terms), terms);

export interface SplitTerms extends Omit<TaxTerms, 'taxBasisPoints'> {
  readonly taxRounding: TaxRounding;
}

/**
 * Goods and shipping taken apart together. Per total, the tax of a rate is reckoned on everything of that rate, shipping
 * included, as an invoice's tax breakdown is; what isn't shipping's is spread over the goods by largest remainder.
 */
export function taxSplits(goods: readonly Taxable[], shipping: Taxable, terms: SplitTerms): { goods: TaxSplit[]; shipping: TaxSplit } {
  const apart = ({ minor, taxBasisPoints }: Taxable) => taxSplit(minor, { ...terms, taxBasisPoints });
  if (terms.taxRounding === 'line') return { goods: goods.map(apart), shipping: apart(shipping) };
  const taxes = goods.map(() => 0n);
  const byRate = Map.groupBy(goods.map(({ minor, taxBasisPoints }, index) => ({ minor, taxBasisPoints, index })), (one) => one.taxBasisPoints);
  for (const [taxBasisPoints, ofRate] of byRate) {
    const beside = shipping.taxBasisPoints === taxBasisPoints ? shipping.minor : 0n;
    const amounts = ofRate.map(({ minor }) => minor);
    // Shipping's tax doesn't move with the goods: that keeps a discount from ever making anything negative.
    const tax = taxOn(sumOf(amounts) + beside, { ...terms, taxBasisPoints }) - taxOn(beside, { ...terms, taxBasisPoints });
    const shares = allocate(tax, amounts);
    for (const [at, { index }] of ofRate.entries()) taxes[index] = shares[at] ?? 0n;
  }
  return { goods: goods.map(({ minor }, index) => splitBy(minor, taxes[index] ?? 0n, terms)), shipping: apart(shipping) };
}

/** What all of one rate comes to, after discounts and with shipping. */
export interface TaxPart extends TaxSplit {
  readonly taxBasisPoints: bigint;
}

/** One part for each rate that something was sold at, the highest first. */
export function taxParts(splits: readonly TaxPart[]): TaxPart[] {
  const byRate = Map.groupBy(splits.filter(({ gross }) => gross > 0n), ({ taxBasisPoints }) => taxBasisPoints);
  return [...byRate].map(([taxBasisPoints, parts]) => ({ taxBasisPoints, ...sumSplits(parts) })).toSorted((a, b) => Number(b.taxBasisPoints - a.taxBasisPoints));
}

export const sumSplits = (splits: readonly TaxSplit[]): TaxSplit => ({
  net: sumOf(splits.map((split) => split.net)),
  tax: sumOf(splits.map((split) => split.tax)),
  gross: sumOf(splits.map((split) => split.gross)),
});

function taxOn(amount: bigint, { taxBasisPoints, pricesIncludeTax, rounding }: TaxTerms): bigint {
  if (amount < 0n) throw new RangeError('An amount to be taxed is negative');
  return pricesIncludeTax ? rounding(amount * taxBasisPoints, WHOLE_BASIS_POINTS + taxBasisPoints) : shareOf(amount, taxBasisPoints, rounding);
}

const splitBy = (amount: bigint, tax: bigint, { pricesIncludeTax }: Pick<TaxTerms, 'pricesIncludeTax'>): TaxSplit =>
  pricesIncludeTax ? { net: amount - tax, tax, gross: amount } : { net: amount, tax, gross: amount + tax };
