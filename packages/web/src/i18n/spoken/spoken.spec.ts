import fc from 'fast-check';
import { LOCALES } from '@onbehalf/core';
import { describe, expect, it } from 'vitest';
import { amountInWords, digitsInBlocks, numberInWords } from './spoken.ts';

describe('D7: an amount as it is read out', () => {
  it.each([
    ['en', 'USD', 29_250n, 'two hundred ninety-two dollars and fifty cents'], ['en', 'USD', 101n, 'one dollar and one cent'], ['en', 'EUR', 0n, 'zero euros'],
    ['en', 'USD', 123_456_789n, 'one million two hundred thirty-four thousand five hundred sixty-seven dollars and eighty-nine cents'],
    ['de', 'EUR', 29_250n, 'zweihundertzweiundneunzig Euro und fünfzig Cent'], ['de', 'EUR', 101n, 'ein Euro und ein Cent'], ['de', 'USD', 2_100_000n, 'einundzwanzigtausend Dollar'],
    ['de', 'EUR', 200_010_100n, 'zwei Millionen einhundertein Euro'], ['de', 'EUR', 100_000_000n, 'eine Million Euro'],
    ['es', 'EUR', 29_250n, 'doscientos noventa y dos euros con cincuenta céntimos'], ['es', 'USD', 101n, 'un dólar con un centavo'], ['es', 'EUR', 2121n, 'veintiún euros con veintiún céntimos'],
    ['es', 'EUR', 2_100_000n, 'veintiún mil euros'], ['es', 'EUR', 100_000_000n, 'un millón de euros'], ['es', 'EUR', 10_000n, 'cien euros'], ['es', 'EUR', 10_100n, 'ciento un euros'],
    ['es', 'EUR', 100_100n, 'mil un euros'], ['es', 'EUR', 100_010_000n, 'un millón cien euros'],
  ] as const)('in %s, %s %d is “%s”', (locale, currency, minor, words) => expect(amountInWords({ minor, currency }, locale)).toBe(words));

  it('is silent where a currency has no words: the figures stand beside it', () => {
    expect(amountInWords({ minor: 5n, currency: 'JPY' }, 'en')).toBeNull();
    expect(amountInWords({ minor: 500n, currency: 'CHF' }, 'de')).toBeNull();
  });

  it.each(LOCALES)('in %s says no two numbers alike, and never nothing', (locale) => {
    const said = new Set(Array.from({ length: 20_000 }, (_, value) => numberInWords(BigInt(value), locale)));
    expect(said.size).toBe(20_000);
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 12n - 1n), (value) => {
      const words = numberInWords(value, locale);
      expect(words).toMatch(/^\p{L}[\p{L} -]*$/u);
      expect(words).not.toMatch(/undefined| {2}|^ | $/);
    }));
  });
});

describe('D7: an order number as it is read out', () => {
  it('is said digit by digit, in blocks of three', () => {
    expect(digitsInBlocks('100012')).toBe('1 0 0 – 0 1 2');
    expect(digitsInBlocks('1000001')).toBe('1 0 0 – 0 0 0 – 1');
  });
});
