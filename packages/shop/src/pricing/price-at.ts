import { winningPrice, type PriceAnswer, type PriceRow, type PriceRule } from '@onbehalf/core';

/** When and by which rule a price is asked for. */
export interface PriceTerms {
  rule: PriceRule;
  now: Date;
}

/** Who a price is for; null is a guest. */
export interface Buyer {
  customerId: string;
  customerGroupId: string;
}

export interface Tier {
  from: number;
  minor: bigint;
}

/** The price for that many pieces, or null where nothing is on sale: a product without a base price must not break a page. */
export function priceAt(rows: readonly PriceRow[], quantity: number, terms: PriceTerms): PriceAnswer | null {
  const now = terms.now.getTime();
  const sold = rows.some((row) => row.source === 'base' && row.minor !== undefined && row.minQuantity <= quantity && isCurrent(row, now));
  return sold ? winningPrice({ rows, quantity, rule: terms.rule, now }) : null;
}

/** The base price for one piece, to strike through where the customer's is lower. */
export const basePriceOf = (rows: readonly PriceRow[], terms: PriceTerms): bigint | null =>
  priceAt(rows.filter((row) => row.source === 'base'), 1, terms)?.winner.minor ?? null;

/** Quantities from which a piece really gets cheaper, lowest first. */
export function tiersOf(rows: readonly PriceRow[], terms: PriceTerms): Tier[] {
  const starts = [...new Set(rows.map((row) => row.minQuantity))].filter((from) => from > 1).toSorted((a, b) => a - b);
  const tiers: Tier[] = [];
  let best = priceAt(rows, 1, terms)?.winner.minor;
  for (const from of starts) {
    const minor = priceAt(rows, from, terms)?.winner.minor;
    if (minor === undefined || best === undefined || minor >= best) continue;
    tiers.push({ from, minor });
    best = minor;
  }
  return tiers;
}

const isCurrent = (row: PriceRow, now: number): boolean =>
  (row.validFrom === undefined || now >= row.validFrom) && (row.validTo === undefined || now < row.validTo);
