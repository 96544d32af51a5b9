import { WHOLE_BASIS_POINTS } from '../money/rounding.ts';
import type { Refusal } from '../refusals/refusal.ts';

/** What the floor is counted from. */
export interface MarginLine {
  readonly catalogueMinor: bigint;
  readonly costMinor: bigint | null;
  readonly taxBasisPoints: bigint;
  readonly pricesIncludeTax: boolean;
}

/**
 * Against a typed price below cost plus the lowest margin, counted without tax (C5). The refusal names no amount: the
 * cost is for those who may see it. The shop's own price is never too low, so raising it isn't either.
 */
export function marginRefusals(minor: bigint, line: MarginLine, minMarginBasisPoints: bigint | null): Refusal[] {
  if (minMarginBasisPoints === null || line.costMinor === null || minor >= line.catalogueMinor) return [];
  return minor >= lowestPrice(line, line.costMinor, minMarginBasisPoints) ? [] : [{ code: 'price-below-margin', field: 'price' }];
}

/** The lowest price of one piece that keeps the margin, as the store shows prices; null where there is no floor. */
export function marginFloor(line: MarginLine, minMarginBasisPoints: bigint | null): bigint | null {
  return minMarginBasisPoints === null || line.costMinor === null ? null : lowestPrice(line, line.costMinor, minMarginBasisPoints);
}

/** What one piece earns over its cost, without tax, and that in basis points of the cost; null without a cost. */
export function marginOf(minor: bigint, line: MarginLine): { minor: bigint; basisPoints: bigint | null } | null {
  if (line.costMinor === null) return null;
  const net = line.pricesIncludeTax ? (minor * WHOLE_BASIS_POINTS) / (WHOLE_BASIS_POINTS + line.taxBasisPoints) : minor;
  const margin = net - line.costMinor;
  return { minor: margin, basisPoints: line.costMinor === 0n ? null : (margin * WHOLE_BASIS_POINTS) / line.costMinor };
}

// Rounded up: the next minor unit below would already earn too little.
function lowestPrice({ taxBasisPoints, pricesIncludeTax }: MarginLine, costMinor: bigint, margin: bigint): bigint {
  const tax = pricesIncludeTax ? WHOLE_BASIS_POINTS + taxBasisPoints : WHOLE_BASIS_POINTS;
  const whole = WHOLE_BASIS_POINTS * WHOLE_BASIS_POINTS;
  return (costMinor * (WHOLE_BASIS_POINTS + margin) * tax + whole - 1n) / whole;
}
