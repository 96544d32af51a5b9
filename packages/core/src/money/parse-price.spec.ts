import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCY_CODES, exponentOf, isCurrencyCode } from './currencies.ts';
import { MAX_MINOR, toDecimal } from './money.ts';
import { parsePrice, parsePriceForLocale } from './parse-price.ts';

const refused = (error: string) => ({ ok: false, error });
const price = (value: bigint) => ({ ok: true, value });

describe('a price from the API', () => {
  it.each([
    ['0', 'USD', 0n],
    ['95', 'USD', 9500n],
    ['95.5', 'USD', 9550n],
    ['95.50', 'USD', 9550n],
    ['0.05', 'USD', 5n],
    ['1.005', 'KWD', 1005n],
    ['1500', 'JPY', 1500n],
    ['1.2345', 'CLF', 12_345n],
  ])('%s %s is %d minor units', (text, currency, minor) => expect(parsePrice(text, currency)).toEqual(price(minor)));

  it.each(['', ' ', '\u00a0', undefined, null])('%j is missing, never zero', (text) =>
    expect(parsePrice(text, 'USD')).toEqual(refused('price-missing')));

  it.each([0, 5, -0, 12.5, Number.NaN, true, false, [5], [], {}])('%j is no text, so no price', (input) =>
    expect(parsePrice(input, 'USD')).toEqual(refused('price-not-a-number')));

  it.each([
    'abc', 'NaN', 'Infinity', '-Infinity', '1e3', '1e309', '0x10', '0b11', '1_000', '１２', '٣', '1,50', '1.234,56', "1'234.50",
    '1 000', ' 1', '1 ', '1\n', '\n1', '+1', '.5', '5.', '01', '00', '1.2.3', '-', '-abc', '−1', '1\u0000', '$1', '1-',
  ])('%j is not a number', (text) => expect(parsePrice(text, 'USD')).toEqual(refused('price-not-a-number')));

  it.each(['-1', '-0', '-0.00', '-0.004', '-1.234'])('%s is negative', (text) =>
    expect(parsePrice(text, 'USD')).toEqual(refused('price-negative')));

  it.each([
    ['1.234', 'USD'],
    ['0.004', 'USD'],
    ['1.500', 'USD'],
    ['12.345', 'EUR'],
    ['1.5', 'JPY'],
    ['1.0', 'JPY'],
    ['1.2345', 'KWD'],
  ])('%s has more decimals than %s', (text, currency) =>
    expect(parsePrice(text, currency)).toEqual(refused('price-too-precise')));

  it('takes 10^12 minor units and not one more', () => {
    expect(parsePrice('10000000000.00', 'USD')).toEqual(price(MAX_MINOR));
    expect(parsePrice('10000000000.01', 'USD')).toEqual(refused('price-too-large'));
    expect(parsePrice('1000000000000', 'JPY')).toEqual(price(MAX_MINOR));
    expect(parsePrice('1000000000001', 'JPY')).toEqual(refused('price-too-large'));
    expect(parsePrice('9'.repeat(100_000), 'USD')).toEqual(refused('price-too-large'));
  });

  it('reads back what it wrote, in every currency', () =>
    fc.assert(fc.property(fc.bigInt(0n, MAX_MINOR), fc.constantFrom(...CURRENCY_CODES), (minor, currency) => {
      expect(parsePrice(toDecimal(minor, currency), currency)).toEqual(price(minor));
    })));

  it('gives an amount within bounds or a reason, for any text', () =>
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-+eE xX_ ')) }), (text) => {
      const parsed = parsePrice(text, 'USD');
      const isPrice = /^[0-9]+(\.[0-9]{1,2})?$/.test(text);
      expect(!parsed.ok || (isPrice && parsed.value >= 0n && parsed.value <= MAX_MINOR)).toBe(true);
    })));
});

describe('a price as a person types it', () => {
  it.each([
    ['1.50', 'en'],
    ['1,50', 'de'],
    ['1,50', 'es'],
    ['  1,50 ', 'de'],
  ] as const)('%j is one and a half in %s', (text, locale) =>
    expect(parsePriceForLocale(text, 'EUR', locale)).toEqual(price(150n)));

  it.each([
    ['1,50', 'en'],
    ['1.50', 'de'],
    ['1.50', 'es'],
    ['1,234.50', 'en'],
    ['1.234,50', 'de'],
    ['1 234,50', 'es'],
    ['\u00a01,50', 'de'],
    ['1,50\t', 'de'],
  ] as const)('%j is no price in %s: one separator, no groups, only spaces trimmed', (text, locale) =>
    expect(parsePriceForLocale(text, 'EUR', locale)).toEqual(refused('price-not-a-number')));

  it.each(['', '   '])('%j is missing', (text) => expect(parsePriceForLocale(text, 'EUR', 'de')).toEqual(refused('price-missing')));

  it('refuses a JSON number here too', () =>
    expect(parsePriceForLocale(1.5, 'EUR', 'en')).toEqual(refused('price-not-a-number')));
});

describe('currencies', () => {
  it.each([['JPY', 0], ['ISK', 0], ['UGX', 0], ['USD', 2], ['EUR', 2], ['HUF', 2], ['IDR', 2], ['MRU', 2], ['KWD', 3], ['TND', 3], ['CLF', 4]])(
    '%s has %d decimals by ISO 4217',
    (currency, exponent) => expect(exponentOf(currency)).toBe(exponent),
  );

  it('knows each code once, as three capitals', () => {
    expect(new Set(CURRENCY_CODES).size).toBe(CURRENCY_CODES.length);
    expect(CURRENCY_CODES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(CURRENCY_CODES.length).toBeGreaterThan(160);
  });

  it.each(['usd', 'XXX', 'XAU', 'HRK', ''])('sets no price in %j', (code) => {
    expect(isCurrencyCode(code)).toBe(false);
    expect(() => exponentOf(code)).toThrow(RangeError);
  });
});
