import { sumOf } from '../money/money.ts';
import { halfUp, shareOf } from '../money/rounding.ts';

/** What a commission is reckoned from (D3). */
export type CommissionBasis = 'total-excluding-tax' | 'total-including-tax' | 'product-discount';

/** One sold line, in minor units, after discounts. Shipping is no line and earns nothing. */
export interface CommissionLine {
  readonly rateBasisPoints: bigint;
  /** Without tax, after discounts. */
  readonly netMinor: bigint;
  /** With tax, after discounts. */
  readonly grossMinor: bigint;
  /** One piece before anybody's edit. */
  readonly catalogueUnitMinor: bigint;
  /** One piece as sold. */
  readonly unitMinor: bigint;
  readonly quantity: number;
}

/** All lines of one rate. */
export interface CommissionGroup {
  readonly rateBasisPoints: bigint;
  readonly baseMinor: bigint;
  readonly minor: bigint;
}

/** To be frozen on the order as it is: amount, basis and rates. */
export interface Commission {
  readonly basis: CommissionBasis;
  readonly minor: bigint;
  readonly groups: readonly CommissionGroup[];
}

const BASE: Readonly<Record<CommissionBasis, (line: CommissionLine) => bigint>> = {
  'total-excluding-tax': (line) => line.netMinor,
  'total-including-tax': (line) => line.grossMinor,
  'product-discount': (line) => discountGiven(line) * BigInt(line.quantity),
};

/**
 * The commission on an order (D3): 500.00 at 5 % is 25.00. Half up to the minor unit, once on the sum of each rate's
 * lines: rounding line by line would let an order's commission hang on how it is cut into lines.
 */
export function commissionFor(order: { readonly basis: CommissionBasis; readonly lines: readonly CommissionLine[] }): Commission {
  const byRate = Map.groupBy(order.lines, (line) => line.rateBasisPoints);
  const groups = [...byRate].map(([rateBasisPoints, lines]) => {
    const baseMinor = sumOf(lines.map(BASE[order.basis]));
    return { rateBasisPoints, baseMinor, minor: shareOf(baseMinor, rateBasisPoints, halfUp) };
  });
  return { basis: order.basis, minor: sumOf(groups.map((group) => group.minor)), groups };
}

/** The rates on record for a line; absent or null where nobody has set one. Zero is a rate. */
export interface CommissionRates {
  readonly product?: bigint | null;
  readonly category?: bigint | null;
  readonly actor?: bigint | null;
  readonly group?: bigint | null;
  readonly default: bigint;
}

/** A line's rate in basis points: product, else category, else actor, else group, else default (D3). */
export const commissionRateOf = (rates: CommissionRates): bigint =>
  rates.product ?? rates.category ?? rates.actor ?? rates.group ?? rates.default;

// A price that was raised gives no discount, and takes none from other lines.
const discountGiven = ({ catalogueUnitMinor, unitMinor }: CommissionLine): bigint =>
  catalogueUnitMinor > unitMinor ? catalogueUnitMinor - unitMinor : 0n;
