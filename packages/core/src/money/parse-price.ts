import { err, ok, type Result } from '../kernel/result.ts';
import type { Locale } from '../locale.ts';
import type { PriceTextRefusal } from '../refusals/codes.ts';
import { exponentOf, type CurrencyCode } from './currencies.ts';
import { MAX_MINOR } from './money.ts';

type Separator = '.' | ',';

// ASCII digits only, no grouping, no exponent, no plus, no leading zeros (security.md M01–M13).
const SHAPES: Readonly<Record<Separator, RegExp>> = {
  '.': /^(?<sign>-?)(?<whole>0|[1-9][0-9]*)(?:\.(?<fraction>[0-9]+))?$/,
  ',': /^(?<sign>-?)(?<whole>0|[1-9][0-9]*)(?:,(?<fraction>[0-9]+))?$/,
};

const SEPARATORS: Readonly<Record<Locale, Separator>> = { en: '.', de: ',', es: ',' };

// No currency needs more digits before the separator; longer texts are never turned into a number.
const MOST_WHOLE_DIGITS = MAX_MINOR.toString().length;

/**
 * A price as the API takes it: a string of ASCII digits with at most one dot, into minor units (C2).
 * Built from the text and never by way of a float; a JSON number is refused, since its precision is already gone.
 */
export const parsePrice = (text: unknown, currency: CurrencyCode): Result<bigint, PriceTextRefusal> =>
  parseSeparated(text, currency, '.');

/** A price as a person types it: the decimal separator of the store's locale and no other, spaces around it allowed. */
export const parsePriceForLocale = (
  text: unknown,
  currency: CurrencyCode,
  locale: Locale,
): Result<bigint, PriceTextRefusal> =>
  parseSeparated(typeof text === 'string' ? withoutOuterSpaces(text) : text, currency, SEPARATORS[locale]);

function parseSeparated(text: unknown, currency: CurrencyCode, separator: Separator): Result<bigint, PriceTextRefusal> {
  if (text === undefined || text === null || text === '') return err('price-missing');
  if (typeof text !== 'string') return err('price-not-a-number');
  if (text.trim() === '') return err('price-missing');
  const parts = SHAPES[separator].exec(text)?.groups;
  return parts === undefined ? err('price-not-a-number') : toMinor(parts, exponentOf(currency));
}

function toMinor(parts: Readonly<Record<string, string | undefined>>, exponent: number): Result<bigint, PriceTextRefusal> {
  const { sign = '', whole = '', fraction = '' } = parts;
  if (sign === '-') return err('price-negative');
  if (fraction.length > exponent) return err('price-too-precise');
  if (whole.length > MOST_WHOLE_DIGITS) return err('price-too-large');
  const minor = BigInt(whole + fraction.padEnd(exponent, '0'));
  return minor > MAX_MINOR ? err('price-too-large') : ok(minor);
}

function withoutOuterSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return text.slice(start, end);
}
