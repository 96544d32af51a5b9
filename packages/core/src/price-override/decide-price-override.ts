import { err, ok, type Result } from '../kernel/result.ts';
import type { Locale } from '../locale.ts';
import { exponentOf, type CurrencyCode } from '../money/currencies.ts';
import { MAX_MINOR, toDecimal } from '../money/money.ts';
import { parsePrice, parsePriceForLocale } from '../money/parse-price.ts';
import type { AlternativePrice } from '../pricing/alternative-prices.ts';
import type { PriceTextRefusal } from '../refusals/codes.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { discountRefusals } from './discount-limit.ts';
import { priceEditReasons, type PriceEditActor, type PriceEditLine, type PriceEditSettings } from './price-edit-reasons.ts';

/** A typed price, in the store's locale or the API's form, or the key of an offered one. */
export type PriceOverrideCommand =
  | { readonly text: unknown; readonly locale: Locale | 'api' }
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
}

/** Everything an edit of a price is judged by. */
export interface PriceOverrideCase {
  readonly command: PriceOverrideCommand;
  readonly line: PriceOverrideLine;
  readonly actor: PriceOverrideActor;
  readonly settings: PriceEditSettings;
}

/** Sets a unit price, or gives every reason against it (C1–C5). What can't be read is never taken for zero. */
export function decidePriceOverride({ command, line, actor, settings }: PriceOverrideCase): Result<PriceOverride, Refusal[]> {
  const asked = 'alternativeKey' in command ? offered(command.alternativeKey, line) : typed(command, line);
  const against = [
    ...priceEditReasons(line, actor, settings),
    ...(asked.ok ? amountRefusals(asked.value, { line, actor, settings }) : [asked.error]),
  ];
  return asked.ok && against.length === 0 ? ok(asked.value) : err(against);
}

const TYPED = 'manual';

function offered(key: string, { alternatives }: PriceOverrideLine): Result<PriceOverride, Refusal> {
  const alternative = alternatives.find((one) => one.key === key);
  if (alternative === undefined) return err({ code: 'alternative-not-offered', field: 'price' });
  return ok({ minor: alternative.minor, source: alternative.key, sourceLabel: alternative.label });
}

type TypedPrice = Extract<PriceOverrideCommand, { readonly text: unknown }>;

function typed({ text, locale }: TypedPrice, { currency }: PriceOverrideLine): Result<PriceOverride, Refusal> {
  const price = locale === 'api' ? parsePrice(text, currency) : parsePriceForLocale(text, currency, locale);
  return price.ok ? ok({ minor: price.value, source: TYPED, sourceLabel: '' }) : err(textRefusal(price.error, currency));
}

// The shop itself offers an alternative, so the actor's own limit doesn't bind it.
function amountRefusals({ minor, source }: PriceOverride, { line, actor, settings }: Omit<PriceOverrideCase, 'command'>): Refusal[] {
  const zero: Refusal[] = minor === 0n && !settings.allowZero ? [{ code: 'price-zero', field: 'price' }] : [];
  return source === TYPED ? [...zero, ...discountRefusals(minor, line, actor)] : zero;
}

function textRefusal(code: PriceTextRefusal, currency: CurrencyCode): Refusal {
  if (code === 'price-too-precise') return { code, field: 'price', facts: { currency, decimals: exponentOf(currency) } };
  if (code === 'price-too-large') return { code, field: 'price', facts: { currency, most: toDecimal(MAX_MINOR, currency) } };
  return { code, field: 'price' };
}
