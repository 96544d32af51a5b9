import { exponentOf, type CurrencyCode } from '../money/currencies.ts';
import { MAX_MINOR, toDecimal } from '../money/money.ts';
import type { PriceTextRefusal } from './codes.ts';
import type { Refusal } from './refusal.ts';

/** Why a typed amount isn't one, at its field, with the facts its sentence quotes (C2). */
export function priceTextRefusal(code: PriceTextRefusal, currency: CurrencyCode, field: string): Refusal {
  if (code === 'price-too-precise') return { code, field, facts: { currency, decimals: exponentOf(currency) } };
  if (code === 'price-too-large') return { code, field, facts: { currency, most: toDecimal(MAX_MINOR, currency) } };
  return { code, field };
}
