import { describe, expect, it } from 'vitest';
import { difference as differenceOf, typedPrice } from './price-difference.ts';

/** As the page says it: nothing where the text is no price. */
function difference(text: string, original: string, currency: string, language: string): string {
  const price = typedPrice(text, { original, language });
  return price === null ? '' : differenceOf(price.minor, original, currency, language);
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('The difference shown while a price is typed', () => {
  it('is given in money and percent', () => {
    expect(difference('80', '95.00', 'USD', 'en-US')).toBe('−$15.00 (−15.8%)');
    expect(difference('100.00', '95.00', 'USD', 'en-US')).toBe('+$5.00 (+5.3%)');
  });

  it('reads the decimal separator of the language and no other', () => {
    expect(plain(difference('80,50', '95.00', 'EUR', 'de-DE'))).toBe('−14,50 € (−15,3 %)');
    expect(difference('80.50', '95.00', 'EUR', 'de-DE')).toBe('');
  });

  it('follows the decimals of the currency', () => {
    expect(difference('900', '1000', 'JPY', 'en-US')).toBe('−¥100 (−10%)');
    expect(difference('900.5', '1000', 'JPY', 'en-US')).toBe('');
  });

  it.each(['', 'abc', '-5', '1e3', '0x10', '８０', '80.123', '95.00', '1.2.3'])('is silent about %j', (typed) => {
    expect(difference(typed, '95.00', 'USD', 'en-US')).toBe('');
  });

  it('stays exact where a float would not', () => {
    expect(difference('999999999999.98', '999999999999.99', 'USD', 'en-US')).toContain('−$0.01');
  });
});

const off = (text: string, language = 'en-US') => typedPrice(text, { original: '95.00', language })?.minor ?? null;

describe('C10: a percentage while it is typed', () => {
  it('is taken off the price before, rounded up like on the server', () => {
    expect(typedPrice('10 %', { original: '95.00', language: 'en-US' })).toEqual({ minor: 8550n, isPercent: true });
    expect(off('10%')).toBe(8550n);
    expect(off('12,5 %', 'de-DE')).toBe(8313n);
    expect(off('33.33 %')).toBe(6334n);
  });

  it.each(['0 %', '101 %', '-5 %', '12,5 %', '1.234 %', '%', '１０ %'])('is none at %j', (text) => expect(off(text)).toBeNull());
});
