import { sumOf } from '../money/money.ts';
import { shareOf, WHOLE_BASIS_POINTS, type Rounding } from '../money/rounding.ts';
import type { CartDiscount } from '../totals/cart-totals.ts';

/** Why something may be free of charge (C10): the last four of C5's reasons. */
export const FREE_ITEM_REASONS = ['sample', 'replacement', 'promotional item', 'warranty'] as const;

export type FreeItemReason = (typeof FREE_ITEM_REASONS)[number];

export const isFreeItemReason = (input: unknown): input is FreeItemReason => FREE_ITEM_REASONS.some((reason) => reason === input);

/** A line as far as it matters for what staff gave away in the cart. */
export interface ConcededLine {
  /** One piece without anybody's edit, minor units. */
  readonly catalogueMinor: bigint;
  /** One piece as sold. */
  readonly unitMinor: bigint;
  readonly quantity: number;
  /** What the shop itself offers (C4) binds no actor's limit; what an actor typed or gave free of charge does. */
  readonly by: 'nobody' | 'shop' | 'actor';
  /** The lowest price of one piece that keeps the shop's margin over its cost; null where there is none (C5). */
  readonly floorMinor: bigint | null;
}

/** Rounded down: 20 % is never a minor unit more than 20 %. */
const roundDown: Rounding = (numerator, denominator) => numerator / denominator;

/** What the goods would cost without the actor, and how much of that the lines let go. A raised price makes up for nothing. */
export function concededOn(lines: readonly ConcededLine[]): { worth: bigint; conceded: bigint } {
  const worth = lines.map(({ by, catalogueMinor, unitMinor, quantity }) => (by === 'shop' ? unitMinor : catalogueMinor) * BigInt(quantity));
  const conceded = lines.map(({ by, catalogueMinor, unitMinor, quantity }) =>
    by === 'actor' && unitMinor < catalogueMinor ? (catalogueMinor - unitMinor) * BigInt(quantity) : 0n);
  return { worth: sumOf(worth), conceded: sumOf(conceded) };
}

/** The most that an actor may give off a cart as a whole: edited prices, free items and the cart's discount together. */
export const mostConceded = (lines: readonly ConcededLine[], limit: bigint): bigint => {
  const capped = limit > WHOLE_BASIS_POINTS ? WHOLE_BASIS_POINTS : limit;
  return shareOf(concededOn(lines).worth, capped, roundDown);
};

/** Whether what the lines let go stays within the limit; null is no limit. */
export const isWithinLimit = (lines: readonly ConcededLine[], limit: bigint | null): boolean =>
  limit === null || concededOn(lines).conceded <= mostConceded(lines, limit);

/**
 * What a discount on the whole cart leaves above the floor by cost and margin, all goods together (C5): good margin on one
 * line makes up for another. What is sold at its floor or below it already, by the shop or by approval, has nothing left to
 * give; nor has a free item, whose cost is what its reason stands for; and what has no cost has no floor.
 */
export function roomAboveFloor(lines: readonly ConcededLine[], goodsMinor: bigint): bigint {
  const floors = lines.map(({ unitMinor, floorMinor, quantity }) => (floorMinor === null ? 0n : floorMinor < unitMinor ? floorMinor : unitMinor) * BigInt(quantity));
  const room = goodsMinor - sumOf(floors);
  return room < 0n ? 0n : room;
}

export interface CartDiscountQuestion {
  readonly discount: CartDiscount;
  readonly lines: readonly ConcededLine[];
  /** What the goods cost once a coupon is off. */
  readonly goodsMinor: bigint;
  /** The limit of whoever gave it; null is none. */
  readonly limit: bigint | null;
}

/** What was asked for, in minor units of these goods. */
export const discountAsked = (discount: CartDiscount, goodsMinor: bigint): bigint =>
  'minor' in discount ? discount.minor : shareOf(goodsMinor, discount.percentBasisPoints, roundDown);

/**
 * The whole-cart discount in minor units as it counts now: what was asked for, never more than the goods cost, and never
 * more than the actor's limit leaves beside edited prices and free items, nor than the floor leaves, however the cart has
 * changed since (C5, C10).
 */
export function cartDiscountNow({ discount, lines, goodsMinor, limit }: CartDiscountQuestion): { asked: bigint; minor: bigint } {
  const asked = discountAsked(discount, goodsMinor);
  const left = limit === null ? goodsMinor : mostConceded(lines, limit) - concededOn(lines).conceded;
  const room = roomAboveFloor(lines, goodsMinor);
  const most = left < room ? left : room;
  const minor = asked < most ? asked : most;
  return { asked, minor: minor < 0n ? 0n : minor };
}
