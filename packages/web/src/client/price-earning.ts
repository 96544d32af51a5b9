/** What a line earns at a price: the terms that the page gives, all whole numbers. */
export interface EarningTerms {
  readonly quantity: bigint;
  /** Basis points of the line's tax; prices include it or not. */
  readonly tax: bigint;
  readonly taxIncluded: boolean;
  /** Basis points that the coupon takes off. */
  readonly coupon: bigint;
  readonly basis: string;
  /** The actor's rate in basis points; null: no commission is shown. */
  readonly rate: bigint | null;
  /** Minor units of one piece without anybody's edit. */
  readonly catalogue: bigint;
  /** Minor units of one piece without tax; null where the actor may not see it. */
  readonly cost: bigint | null;
}

const WHOLE = 10_000n;

/** One piece's margin over its cost, without tax, in minor units and in basis points of the cost; null where none is shown. */
export function marginAt(minor: bigint, { tax, taxIncluded, cost }: EarningTerms): { minor: bigint; basisPoints: bigint | null } | null {
  if (cost === null) return null;
  const margin = (taxIncluded ? (minor * WHOLE) / (WHOLE + tax) : minor) - cost;
  return { minor: margin, basisPoints: cost === 0n ? null : (margin * WHOLE) / cost };
}

/** The actor's commission on the line, minor units; the order rounds once over all lines. */
export function commissionAt(minor: bigint, terms: EarningTerms): bigint | null {
  const { rate, basis, quantity, catalogue } = terms;
  if (rate === null) return null;
  if (basis === 'product-discount') return halfUp((catalogue > minor ? catalogue - minor : 0n) * quantity * rate, WHOLE);
  const shown = minor * quantity * (WHOLE - terms.coupon);
  const withTax = basis === 'total-including-tax';
  if (withTax === terms.taxIncluded) return halfUp(shown * rate, WHOLE * WHOLE);
  return withTax ? halfUp(shown * (WHOLE + terms.tax) * rate, WHOLE ** 3n) : halfUp(shown * rate, WHOLE * (WHOLE + terms.tax));
}

const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);
