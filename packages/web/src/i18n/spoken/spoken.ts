import { exponentOf, type Locale, type Money } from '@onbehalf/core';
import { spokenDe } from './de.ts';
import { spokenEn } from './en.ts';
import { spokenEs } from './es.ts';

/** How a language says whole numbers and amounts. Numbers go up to 10^12, more than any total. */
export interface Spoken {
  number: (value: bigint) => string;
  /** An amount of a currency that has words in this language, else null. */
  amount: (currency: string, parts: { whole: bigint; cents: bigint }) => string | null;
}

const LANGUAGES: Readonly<Record<Locale, Spoken>> = { en: spokenEn, de: spokenDe, es: spokenEs };

/** A whole number in words, for reading out. */
export const numberInWords = (value: bigint, locale: Locale): string => LANGUAGES[locale].number(value);

/** "two hundred ninety-two dollars and fifty cents"; null where the currency has no words in this language (D7). */
export function amountInWords({ minor, currency }: Money, locale: Locale): string | null {
  if (minor < 0n || exponentOf(currency) !== 2) return null;
  return LANGUAGES[locale].amount(currency, { whole: minor / 100n, cents: minor % 100n });
}

/** A number digit by digit in blocks of three, as one reads it into a telephone: "1 0 0 – 0 1 2". */
export const digitsInBlocks = (digits: string): string =>
  (digits.match(/.{1,3}/g) ?? []).map((block) => block.split('').join(' ')).join(' – ');
