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

/** Puts tax on an amount without it, or takes it out of an amount with it; only the tax is rounded. */
export function taxSplit(amount: bigint, { taxBasisPoints, pricesIncludeTax, rounding }: TaxTerms): TaxSplit {
  if (amount < 0n) throw new RangeError('An amount to be taxed is negative');
  if (!pricesIncludeTax) {
    const tax = shareOf(amount, taxBasisPoints, rounding);
    return { net: amount, tax, gross: amount + tax };
  }
  const tax = rounding(amount * taxBasisPoints, WHOLE_BASIS_POINTS + taxBasisPoints);
  return { net: amount - tax, tax, gross: amount };
}

export const sumSplits = (splits: readonly TaxSplit[]): TaxSplit => ({
  net: sumOf(splits.map((split) => split.net)),
  tax: sumOf(splits.map((split) => split.tax)),
  gross: sumOf(splits.map((split) => split.gross)),
});
