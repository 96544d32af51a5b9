import { err, ok, type Result } from '../kernel/result.ts';
import type { Locale } from '../locale.ts';
import { exponentOf, type CurrencyCode } from '../money/currencies.ts';
import { MAX_MINOR, toDecimal } from '../money/money.ts';
import { parsePrice, parsePriceForLocale } from '../money/parse-price.ts';
import { parsePercent, percentText } from '../money/percent.ts';
import type { Refusal } from '../refusals/refusal.ts';
import type { CartDiscount } from '../totals/cart-totals.ts';
import { concededOn, discountAsked, isFreeItemReason, mostConceded, roomAboveFloor, type ConcededLine, type FreeItemReason } from './concession.ts';

export interface ConcessionActor {
  /** "Can Edit Item Price" and the role's resource, both. */
  readonly canEditItemPrice: boolean;
  /** Largest discount; null is no limit. */
  readonly maxDiscountBasisPoints: bigint | null;
}

export interface ConcessionSettings {
  /** `assist/price_edit/enabled`. */
  readonly enabled: boolean;
  /** `assist/price_edit/reasons`. */
  readonly reasons: readonly string[];
}

/** Every reason why an actor can give nothing away at all: the same as for editing a price (C1). */
export function concessionReasons(actor: ConcessionActor, settings: ConcessionSettings): Refusal[] {
  const reasons: Refusal[] = [];
  if (!settings.enabled) reasons.push({ code: 'price-edit-disabled' });
  if (!actor.canEditItemPrice) reasons.push({ code: 'actor-may-not-edit-price' });
  return reasons;
}

export interface DiscountCommand {
  /** As typed; exactly one of the two. */
  readonly percent: unknown;
  readonly amount: unknown;
  readonly locale: Locale | 'api';
  readonly currency: CurrencyCode;
  readonly reason: unknown;
}

const isMissing = (input: unknown): boolean => input === undefined || input === null || input === '';

/** A whole-cart discount as typed (C10), or every reason against it. What the cart allows is for {@link concessionRefusals}. */
export function parseCartDiscount(command: DiscountCommand, settings: ConcessionSettings): Result<{ discount: CartDiscount; reason: string }, Refusal[]> {
  const { percent, amount, reason } = command;
  const discount = isMissing(percent) === isMissing(amount)
    ? err<Refusal>({ code: 'discount-missing', field: 'percent' })
    : isMissing(amount) ? percentDiscount(percent, command.locale) : amountDiscount(command);
  const listed = settings.reasons.find((one) => one === reason);
  const refusals = [...(discount.ok ? [] : [discount.error]), ...(listed === undefined ? [unknownReason('reason')] : [])];
  return discount.ok && listed !== undefined ? ok({ discount: discount.value, reason: listed }) : err(refusals);
}

function percentDiscount(percent: unknown, locale: Locale | 'api'): Result<CartDiscount, Refusal> {
  const basisPoints = parsePercent(percent, locale);
  return basisPoints === undefined || basisPoints === 0n ? err({ code: 'percent-invalid', field: 'percent' }) : ok({ percentBasisPoints: basisPoints });
}

function amountDiscount({ amount, locale, currency }: DiscountCommand): Result<CartDiscount, Refusal> {
  const parsed = locale === 'api' ? parsePrice(amount, currency) : parsePriceForLocale(amount, currency, locale);
  if (parsed.ok) return parsed.value === 0n ? err({ code: 'discount-missing', field: 'amount' }) : ok({ minor: parsed.value });
  const { error: code } = parsed;
  if (code === 'price-too-precise') return err({ code, field: 'amount', facts: { currency, decimals: exponentOf(currency) } });
  if (code === 'price-too-large') return err({ code, field: 'amount', facts: { currency, most: toDecimal(MAX_MINOR, currency) } });
  return err({ code, field: 'amount' });
}

/** The reason of a free item: sample, replacement, promotional item or warranty, and no other. */
export const parseFreeItemReason = (reason: unknown): Result<FreeItemReason, Refusal> =>
  isFreeItemReason(reason) ? ok(reason) : err(unknownReason('reason'));

const unknownReason = (field: string): Refusal => ({ code: 'concession-reason-unknown', field });

export interface ConcessionCase {
  /** The cart with what is to be given in it. */
  readonly lines: readonly ConcededLine[];
  /** The whole-cart discount that stands or is asked for. */
  readonly discount: CartDiscount | null;
  readonly goodsMinor: bigint;
  readonly currency: CurrencyCode;
  readonly actor: ConcessionActor;
  readonly field: string;
}

/**
 * Against more than this actor may give off the cart as a whole: edited prices, free items and the cart's discount
 * together, and against a discount that leaves less than the lowest margin on the goods; that refusal names no amount, for
 * the cost is not for everybody. Free items stand outside "Allow 0 Price" (C2), which is about a price typed as 0, but not
 * outside the limit.
 */
export function concessionRefusals({ lines, discount, goodsMinor, currency, actor, field }: ConcessionCase): Refusal[] {
  const asked = discount === null ? 0n : discountAsked(discount, goodsMinor);
  if (asked > goodsMinor) return [{ code: 'discount-above-goods', field, facts: { currency, most: toDecimal(goodsMinor, currency) } }];
  return [...limitRefusals({ lines, currency, actor, field }, asked), ...(asked > roomAboveFloor(lines, goodsMinor) ? [{ code: 'concession-below-margin', field } as const] : [])];
}

function limitRefusals({ lines, currency, actor, field }: Pick<ConcessionCase, 'lines' | 'currency' | 'actor' | 'field'>, asked: bigint): Refusal[] {
  const limit = actor.maxDiscountBasisPoints;
  if (limit === null) return [];
  const most = mostConceded(lines, limit);
  if (concededOn(lines).conceded + asked <= most) return [];
  return [{ code: 'concession-above-limit', field, facts: { currency, limit: percentText(limit), most: toDecimal(most, currency) } }];
}
