import { toDecimal } from '../money/money.ts';
import { lessPercent, percentText } from '../money/percent.ts';
import { WHOLE_BASIS_POINTS } from '../money/rounding.ts';
import type { Refusal } from '../refusals/refusal.ts';
import type { PriceOverrideActor, PriceOverrideLine } from './decide-price-override.ts';

/** Against a typed price below what the actor may give off the catalogue price (C5). Exact: nothing is rounded away. */
export function discountRefusals(minor: bigint, line: PriceOverrideLine, actor: PriceOverrideActor): Refusal[] {
  const limit = actor.maxDiscountBasisPoints;
  if (limit === null || minor >= lowestAllowed(line.catalogueMinor, limit)) return [];
  const facts = {
    currency: line.currency,
    limit: percentText(limit),
    lowest: toDecimal(lowestAllowed(line.catalogueMinor, limit), line.currency),
  };
  return [{ code: 'discount-above-limit', field: 'price', facts }];
}

/** The lowest price that an actor may give by himself. Rounded up: the next minor unit below would already be more off than allowed. */
export const lowestAllowed = (catalogueMinor: bigint, limit: bigint): bigint => lessPercent(catalogueMinor, limit > WHOLE_BASIS_POINTS ? WHOLE_BASIS_POINTS : limit);
