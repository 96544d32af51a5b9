import { shareOf, WHOLE_BASIS_POINTS, type Rounding } from '../money/rounding.ts';
import { PRECEDENCE, type PricedRow, type PriceRow } from './price-row.ts';

/** A row with its amount, before anybody has won. */
export type AmountRow = PriceRow & { readonly minor: bigint };

type Timing = 'current' | 'not-yet' | 'over';

/** Whether a row's dates include this moment: from the first, up to but not including the last. */
export function timingOf(row: PriceRow, now: number): Timing {
  if (row.validFrom !== undefined && now < row.validFrom) return 'not-yet';
  return row.validTo !== undefined && now >= row.validTo ? 'over' : 'current';
}

/** Gives every row its amount. Throws a RangeError where a percentage has no base price to go by: a catalogue fault. */
export function withAmounts(rows: readonly PriceRow[], now: number, rounding: Rounding): AmountRow[] {
  const base = basePrice(rows, now);
  return rows.map((row) => ({ ...row, minor: row.minor ?? reduced(row, base, rounding) }));
}

function basePrice(rows: readonly PriceRow[], now: number): bigint | undefined {
  return rows
    .filter((row): row is AmountRow => row.source === 'base' && row.minor !== undefined && timingOf(row, now) === 'current')
    .toSorted((a, b) => a.minQuantity - b.minQuantity || byAmount(a, b))[0]?.minor;
}

function reduced(row: PriceRow, base: bigint | undefined, rounding: Rounding): bigint {
  if (base === undefined || row.percentOff === undefined) throw new RangeError(`Price row ${row.id} has no amount`);
  const rest = WHOLE_BASIS_POINTS - row.percentOff;
  return rest < 0n ? 0n : shareOf(base, rest, rounding);
}

/** Which rows are tiers of one another: a source's rows, and for price lists the rows of each list. */
export const tierGroupOf = (row: PriceRow): string =>
  row.source === 'price-list' ? `price-list:${row.listId ?? row.label ?? row.id}` : row.source;

/** Of rows that are tiers of one another: the highest tier reached, and there the lowest amount. */
export const reachedTier = (rows: readonly AmountRow[], quantity: number): AmountRow | undefined =>
  rows.filter((row) => row.minQuantity <= quantity).toSorted((a, b) => b.minQuantity - a.minQuantity || byAmount(a, b))[0];

/** Lowest amount first; equal amounts by the more specific source, then by id, so that input order never decides. */
export const byAmount = (a: AmountRow, b: AmountRow): number =>
  compare(a.minor, b.minor) || bySpecificity(a, b) || compare(a.id, b.id);

/** The more specific source first. */
export const bySpecificity = (a: PriceRow, b: PriceRow): number =>
  PRECEDENCE[b.source] - PRECEDENCE[a.source] || compare(a.source, b.source);

/** The order in which "Why this price?" lists its rows: most specific first, then by tier, amount and id. */
export const byListing = (a: PricedRow, b: PricedRow): number =>
  bySpecificity(a, b) || a.minQuantity - b.minQuantity || byAmount(a, b);

const compare = <T extends bigint | string>(a: T, b: T): number => (a === b ? 0 : a < b ? -1 : 1);
