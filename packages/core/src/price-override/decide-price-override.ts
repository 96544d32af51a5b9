import { err, ok, type Result } from '../kernel/result.ts';
import type { Locale } from '../locale.ts';
import { exponentOf, type CurrencyCode } from '../money/currencies.ts';
import { MAX_MINOR, toDecimal } from '../money/money.ts';
import { parsePrice, parsePriceForLocale } from '../money/parse-price.ts';
import { lessPercent, parsePercent } from '../money/percent.ts';
import type { AlternativePrice } from '../pricing/alternative-prices.ts';
import type { PriceTextRefusal } from '../refusals/codes.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { discountRefusals } from './discount-limit.ts';
import { marginRefusals } from './margin-floor.ts';
import { priceEditReasons, type PriceEditActor, type PriceEditLine, type PriceEditSettings } from './price-edit-reasons.ts';

/** A typed price or a percentage off (C10), in the store's locale or the API's form, or the key of an offered price. */
export type PriceOverrideCommand =
  | { readonly text: unknown; readonly locale: Locale | 'api' }
  | { readonly percentOff: unknown; readonly locale: Locale | 'api' }
  | { readonly alternativeKey: string };

export interface PriceOverrideLine extends PriceEditLine {
  readonly quantity: number;
  readonly currency: CurrencyCode;
  /** The prices offered to this customer for this product (C4); empty where they aren't shown. */
  readonly alternatives: readonly AlternativePrice[];
  /** Minor units, what the line costs now. */
  readonly currentMinor: bigint;
  /** Minor units, what it costs without anybody's edit. */
  readonly catalogueMinor: bigint;
  /** What one piece costs the shop, without tax; null where nobody has said (C5). */
  readonly costMinor: bigint | null;
  readonly taxBasisPoints: bigint;
  readonly pricesIncludeTax: boolean;
}

export interface PriceOverrideActor extends PriceEditActor {
  /** Largest discount off the catalogue price; null is no limit (C5). */
  readonly maxDiscountBasisPoints: bigint | null;
}

/** A unit price to set on a line. */
export interface PriceOverride {
  readonly minor: bigint;
  /** `manual`, or the key of the alternative that was chosen. */
  readonly source: string;
  /** What the record calls it: the alternative's label; empty for a typed price. */
  readonly sourceLabel: string;
  /** One of the store's reasons; empty where none was given (C5). */
  readonly reason: string;
  /** The limits it is beyond, where a second person may lift them; empty: it holds at once (C5). */
  readonly needsApproval: readonly Refusal[];
}

/** A price before it is judged. */
type AskedPrice = Pick<PriceOverride, 'minor' | 'source' | 'sourceLabel'>;

/** Everything an edit of a price is judged by. */
export interface PriceOverrideCase {
  readonly command: PriceOverrideCommand;
  /** As chosen; empty is none. */
  readonly reason: string;
  readonly line: PriceOverrideLine;
  readonly actor: PriceOverrideActor;
  readonly settings: PriceEditSettings;
}

/** Sets a unit price, or gives every reason against it (C1–C5). What can't be read is never taken for zero. */
export function decidePriceOverride({ command, reason, line, actor, settings }: PriceOverrideCase): Result<PriceOverride, Refusal[]> {
  const asked = askedPrice(command, line);
  const limits = asked.ok ? limitRefusals(asked.value, { line, actor, settings }) : [];
  const mayAsk = settings.approval === 'ask-lead';
  const against = [
    ...priceEditReasons(line, actor, settings),
    ...(asked.ok ? zeroRefusals(asked.value, settings) : [asked.error]),
    ...(mayAsk ? [] : limits),
    ...reasonRefusals(reason, { isTyped: !('alternativeKey' in command), settings }),
  ];
  return asked.ok && against.length === 0 ? ok({ ...asked.value, reason, needsApproval: limits }) : err(against.map((one) => atField(one, command)));
}

// A percentage has a field of its own, and what is wrong with it is said there.
const atField = (refusal: Refusal, command: PriceOverrideCommand): Refusal =>
  'percentOff' in command && refusal.field === 'price' ? { ...refusal, field: 'percent' } : refusal;

const TYPED = 'manual';

function offered(key: string, { alternatives }: PriceOverrideLine): Result<AskedPrice, Refusal> {
  const alternative = alternatives.find((one) => one.key === key);
  if (alternative === undefined) return err({ code: 'alternative-not-offered', field: 'price' });
  return ok({ minor: alternative.minor, source: alternative.key, sourceLabel: alternative.label });
}

function askedPrice(command: PriceOverrideCommand, line: PriceOverrideLine): Result<AskedPrice, Refusal> {
  if ('alternativeKey' in command) return offered(command.alternativeKey, line);
  if ('percentOff' in command) return lessThanBefore(command.percentOff, { ...command, field: 'percent' }, line);
  const { text, locale } = command;
  // Who types "10 %" where a price is asked for means ten percent off; the API has a field of its own for it.
  if (locale !== 'api' && typeof text === 'string' && text.trimEnd().endsWith('%')) return lessThanBefore(text, { locale, field: 'price' }, line);
  const price = locale === 'api' ? parsePrice(text, line.currency) : parsePriceForLocale(text, line.currency, locale);
  return price.ok ? ok(typed(price.value)) : err(textRefusal(price.error, line.currency));
}

/** A percentage off the price without anybody's edit; the price it comes to is from there on a typed one like any other. */
function lessThanBefore(percent: unknown, { locale, field }: { locale: Locale | 'api'; field: string }, { catalogueMinor }: PriceOverrideLine): Result<AskedPrice, Refusal> {
  const basisPoints = parsePercent(percent, locale);
  if (basisPoints === undefined || basisPoints === 0n) return err({ code: 'percent-invalid', field });
  return ok(typed(lessPercent(catalogueMinor, basisPoints)));
}

const typed = (minor: bigint): AskedPrice => ({ minor, source: TYPED, sourceLabel: '' });

const zeroRefusals = ({ minor }: AskedPrice, { allowZero }: PriceEditSettings): Refusal[] =>
  minor === 0n && !allowZero ? [{ code: 'price-zero', field: 'price' }] : [];

// The shop itself offers an alternative, so neither the actor's own limit nor the floor binds it.
function limitRefusals({ minor, source }: AskedPrice, { line, actor, settings }: Pick<PriceOverrideCase, 'line' | 'actor' | 'settings'>): Refusal[] {
  if (source !== TYPED) return [];
  return [...discountRefusals(minor, line, actor), ...marginRefusals(minor, line, settings.minMarginBasisPoints)];
}

// An offered price has its name for a reason; a typed one may need to be given one.
function reasonRefusals(reason: string, { isTyped, settings }: { isTyped: boolean; settings: PriceEditSettings }): Refusal[] {
  if (reason === '') return isTyped && settings.reasonRequired ? [{ code: 'price-reason-required', field: 'reason' }] : [];
  return settings.reasons.includes(reason) ? [] : [{ code: 'price-reason-unknown', field: 'reason' }];
}

function textRefusal(code: PriceTextRefusal, currency: CurrencyCode): Refusal {
  if (code === 'price-too-precise') return { code, field: 'price', facts: { currency, decimals: exponentOf(currency) } };
  if (code === 'price-too-large') return { code, field: 'price', facts: { currency, most: toDecimal(MAX_MINOR, currency) } };
  return { code, field: 'price' };
}
