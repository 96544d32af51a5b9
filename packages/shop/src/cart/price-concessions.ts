import { cartDiscountNow, halfUp, isOver, isWithinLimit, marginFloor, shareOf, sumOf, type CartDiscount, type ConcededLine } from '@onbehalf/core';
import type { EditedPrice } from '@onbehalf/assist/ports';
import type { CartConcession } from './cart-sql.ts';
import type { ConcessionState, FreeState, PriceCartQuestion, PricedCartLine } from './price-cart.ts';

export type UnitPriced = Omit<PricedCartLine, 'totals'>;

/** Free items whose time is over count nothing. */
export const withoutOver = (lines: readonly UnitPriced[]): UnitPriced[] => lines.map((line) => (line.free === 'over' ? asNothing(line, 'over') : line));

/** Free items as the cart around them carries them: within the limit of whoever gave them, or none of them (C10). */
export function carried(lines: readonly UnitPriced[], question: PriceCartQuestion): UnitPriced[] {
  const limits = limitsOf(lines);
  const { discount } = question.cart;
  const limit = highest([...limits, ...(discount === null || stateOf(discount, question) === 'over' ? [] : [discount.limitBasisPoints])]);
  if (limits.length === 0 || isWithinLimit(lines.map((line) => toConceded(line, question)), limit)) return [...lines];
  return lines.map((line) => (line.free === 'applies' ? asNothing(line, 'not-covered') : line));
}

const asNothing = (line: UnitPriced, free: FreeState): UnitPriced => ({ ...line, unitMinor: 0n, catalogueMinor: 0n, totalMinor: 0n, free });

const limitsOf = (lines: readonly UnitPriced[]): (number | null)[] =>
  lines.filter(({ free }) => free === 'applies').map(({ line }) => line.edited?.limitBasisPoints ?? null);

// Whoever may give most has looked at the cart as it then was: theirs is the limit. Null is none.
const highest = (limits: readonly (number | null)[]): bigint | null => (limits.includes(null) ? null : BigInt(Math.max(0, ...limits.map((limit) => limit ?? 0))));

export const toConceded = ({ line, catalogueMinor, unitMinor, overrideState }: UnitPriced, { store, minMarginBasisPoints }: PriceCartQuestion): ConcededLine => ({
  catalogueMinor,
  unitMinor,
  quantity: line.quantity,
  by: overrideState !== 'applies' || line.edited === null ? 'nobody' : ['manual', 'free'].includes(line.edited.source) ? 'actor' : 'shop',
  floorMinor: marginFloor({ catalogueMinor, costMinor: line.costMinor, taxBasisPoints: BigInt(line.taxBasisPoints), pricesIncludeTax: store.pricesIncludeTax }, minMarginBasisPoints),
});

export interface Given {
  goodsMinor: bigint;
  /** Whole-cart discount as it counts now. */
  discountMinor: bigint;
  discountState: ConcessionState;
}

export function concessionsOf(lines: readonly UnitPriced[], question: PriceCartQuestion): Given {
  const { cart } = question;
  const goods = sumOf(lines.map((line) => line.totalMinor));
  const goodsMinor = goods - (cart.coupon === null ? 0n : shareOf(goods, BigInt(cart.coupon.percentBasisPoints), halfUp));
  const state = stateOf(cart.discount, question);
  if (cart.discount === null || state !== 'applies') return { goodsMinor, discountMinor: 0n, discountState: state };
  const { asked, minor } = cartDiscountNow({ discount: toDiscount(cart.discount), lines: lines.map((line) => toConceded(line, question)), goodsMinor, limit: highest([...limitsOf(lines), cart.discount.limitBasisPoints]) });
  return { goodsMinor, discountMinor: minor, discountState: minor < asked ? 'lowered' : 'applies' };
}

export const toDiscount = ({ percentBasisPoints, minor }: Pick<CartConcession, 'percentBasisPoints' | 'minor'>): CartDiscount =>
  percentBasisPoints === null ? { minor: minor ?? 0n } : { percentBasisPoints: BigInt(percentBasisPoints) };

export function stateOf(given: CartConcession | null, { now, overrideValidForSeconds }: PriceCartQuestion): ConcessionState {
  if (given === null) return 'none';
  return isOver(lifetime(given, overrideValidForSeconds), now.getTime()) ? 'over' : 'applies';
}

/** How long what an actor gave lasts: as long as the assist session, and a while after it (C6). */
export const lifetime = ({ sessionLive, sessionEndedAt }: Pick<EditedPrice, 'sessionLive' | 'sessionEndedAt'>, validForSeconds: number) => ({
  sessionLive,
  validUntil: sessionEndedAt === null ? null : sessionEndedAt.getTime() + validForSeconds * 1000,
});
