import { err, ok, type Result } from '../kernel/result.ts';
import type { Locale } from '../locale.ts';
import type { CurrencyCode } from '../money/currencies.ts';
import { parsePrice, parsePriceForLocale } from '../money/parse-price.ts';
import { parsePercent } from '../money/percent.ts';
import { priceTextRefusal } from '../refusals/price-text-refusal.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { parseQuantity } from '../totals/quantity.ts';
import type { PriceSource } from './price-row.ts';

/** A span of time: from the first moment, up to but not including the last; null is open. Epoch ms. */
export interface Period {
  readonly validFrom: number | null;
  readonly validTo: number | null;
}

/** A price as an administrator types it: an amount, or percent off the base price. */
export interface TypedPriceRow extends Period {
  readonly amount: string;
  readonly percentOff: string;
  readonly minQuantity: string;
  readonly locale: Locale | 'api';
}

export interface PriceRowFacts {
  readonly source: PriceSource;
  readonly currency: CurrencyCode;
  /** The other rows of the same source for the same product, customer, group, category or list. */
  readonly others: readonly (Period & { readonly minQuantity: number })[];
}

/** What is stored: exactly one of amount and percent. */
export interface PriceRowTerms extends Period {
  readonly minor: bigint | null;
  readonly percentOff: bigint | null;
  readonly minQuantity: number;
}

/** Whether such a price may stand, or every reason against it, each at its field (G4). */
export function decidePriceRow(typed: TypedPriceRow, facts: PriceRowFacts): Result<PriceRowTerms, Refusal[]> {
  const value = valueOf(typed, facts);
  const quantity = parseQuantity(typed.minQuantity.trim());
  const { validFrom, validTo } = typed;
  const refusals: Refusal[] = [
    ...(value.ok ? [] : [value.error]),
    ...(quantity.ok ? [] : [{ code: quantity.error, field: 'quantity' }]),
    ...periodRefusals(typed),
  ];
  if (!value.ok || !quantity.ok || refusals.length > 0) return err(refusals);
  const minQuantity = quantity.value;
  const twice = facts.others.some((other) => other.minQuantity === minQuantity && overlap(other, typed));
  return twice ? err([{ code: 'price-duplicate', field: 'quantity' }]) : ok({ ...value.value, minQuantity, validFrom, validTo });
}

/** A period that ends before it begins holds no moment. */
export const periodRefusals = ({ validFrom, validTo }: Period): Refusal[] =>
  validFrom !== null && validTo !== null && validTo <= validFrom ? [{ code: 'dates-reversed', field: 'to' }] : [];

type Value = Pick<PriceRowTerms, 'minor' | 'percentOff'>;

function valueOf({ amount, percentOff, locale }: TypedPriceRow, { source, currency }: PriceRowFacts): Result<Value, Refusal> {
  const hasPercent = percentOff.trim() !== '';
  if (hasPercent && amount.trim() !== '') return err({ code: 'price-or-percent', field: 'percent' });
  // A percentage goes by the base price, which therefore is an amount.
  if (hasPercent && source !== 'base') return percentValue(percentOff, locale);
  const minor = locale === 'api' ? parsePrice(amount, currency) : parsePriceForLocale(amount, currency, locale);
  return minor.ok ? ok({ minor: minor.value, percentOff: null }) : err(priceTextRefusal(minor.error, currency, 'amount'));
}

function percentValue(text: string, locale: Locale | 'api'): Result<Value, Refusal> {
  const basisPoints = parsePercent(text, locale);
  return basisPoints === undefined || basisPoints === 0n ? err({ code: 'percent-invalid', field: 'percent' }) : ok({ minor: null, percentOff: basisPoints });
}

const overlap = (a: Period, b: Period): boolean =>
  (a.validFrom ?? -Infinity) < (b.validTo ?? Infinity) && (b.validFrom ?? -Infinity) < (a.validTo ?? Infinity);
