import { halfUp, type Rounding } from '../money/rounding.ts';
import { PRECEDENCE, type PricedRow, type PriceOutcome, type PriceRow } from './price-row.ts';
import { byAmount, byListing, reachedTier, tierGroupOf, timingOf, withAmounts, type AmountRow } from './priced-rows.ts';

/** `specific`: the most specific source decides. `lowest`: the customer gets the lowest of all sources. */
export type PriceRule = 'specific' | 'lowest';

export interface PriceQuestion {
  readonly rows: readonly PriceRow[];
  readonly quantity: number;
  readonly rule: PriceRule;
  /** Epoch ms. */
  readonly now: number;
  /** How a percentage off becomes minor units; half up where nothing else is asked for. */
  readonly rounding?: Rounding;
}

export interface PriceAnswer {
  readonly winner: PricedRow;
  /** Every row, the winner included, most specific first: what "Why this price?" shows (C9). */
  readonly considered: readonly PricedRow[];
}

/**
 * The price that applies (G4): within a source the highest tier reached, then matrix > customer > price list >
 * category > group > the lower of base and special. Among several price lists the lowest applies. The order of the
 * rows never matters. Throws a RangeError when nothing applies: whatever is sold has a base price from one piece on.
 */
export function winningPrice({ rows, quantity, rule, now, rounding = halfUp }: PriceQuestion): PriceAnswer {
  const priced = withAmounts(rows, now, rounding);
  const chosen = choose(applying(priced, quantity, now), rule);
  if (chosen === undefined) throw new RangeError('No price applies');
  const outcomes = priced.map((row) => ({ ...row, outcome: outcomeOf(row, chosen, quantity, now) }));
  return { winner: { ...chosen, outcome: 'won' }, considered: outcomes.toSorted(byListing) };
}

function applying(priced: readonly AmountRow[], quantity: number, now: number): AmountRow[] {
  const current = priced.filter((row) => timingOf(row, now) === 'current');
  const tiers = Map.groupBy(current, tierGroupOf);
  return [...tiers.values()].flatMap((rows) => reachedTier(rows, quantity) ?? []);
}

function choose(candidates: readonly AmountRow[], rule: PriceRule): AmountRow | undefined {
  const top = Math.max(...candidates.map((row) => PRECEDENCE[row.source]));
  const eligible = rule === 'lowest' ? candidates : candidates.filter((row) => PRECEDENCE[row.source] === top);
  return eligible.toSorted(byAmount)[0];
}

function outcomeOf(row: AmountRow, chosen: AmountRow, quantity: number, now: number): PriceOutcome {
  if (row === chosen) return 'won';
  const timing = timingOf(row, now);
  if (timing !== 'current') return timing;
  return row.minQuantity > quantity ? 'quantity-too-small' : 'lost';
}
