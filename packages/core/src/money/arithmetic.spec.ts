import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.ts';
import { sumOf, toDecimal } from './money.ts';
import { parseBasisPoints, percentText } from './percent.ts';
import { halfEven, halfUp, shareOf } from './rounding.ts';

describe('rounding', () => {
  it.each([[5n, 2n, 3n], [4n, 3n, 1n], [-5n, 2n, -3n], [-4n, 3n, -1n], [1n, 2n, 1n], [0n, 7n, 0n], [49n, 100n, 0n], [50n, 100n, 1n]])(
    'half up: %d/%d is %d',
    (numerator, denominator, rounded) => expect(halfUp(numerator, denominator)).toBe(rounded),
  );

  it.each([[5n, 2n, 2n], [7n, 2n, 4n], [-5n, 2n, -2n], [5n, 3n, 2n], [1n, 2n, 0n], [51n, 100n, 1n]])(
    'half even: %d/%d is %d',
    (numerator, denominator, rounded) => expect(halfEven(numerator, denominator)).toBe(rounded),
  );

  it('is never more than half a unit off, either way, and a reversal mirrors it', () =>
    fc.assert(fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), fc.constantFrom(halfUp, halfEven), (numerator, denominator, rounding) => {
      const off = 2n * (rounding(numerator, denominator) * denominator - numerator);
      expect(off <= denominator && off >= -denominator).toBe(true);
      expect(rounding(-numerator, denominator)).toBe(-rounding(numerator, denominator));
    })));

  it('takes a share in basis points', () => {
    expect(shareOf(50_000n, 500n, halfUp)).toBe(2500n);
    expect(shareOf(1n, 5000n, halfUp)).toBe(1n);
    expect(shareOf(1n, 5000n, halfEven)).toBe(0n);
  });
});

describe('allocation', () => {
  it('gives what is left over to the largest remainders, the first of equals first', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(10n, [1n, 2n, 4n])).toEqual([1n, 3n, 6n]);
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  it('shares equally where all weights are zero', () => expect(allocate(5n, [0n, 0n])).toEqual([3n, 2n]));

  it('adds up to the whole, no part more than a unit off its due', () =>
    fc.assert(fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.array(fc.bigInt(0n, 10n ** 14n), { minLength: 1 }), (total, weights) => {
      const parts = allocate(total, weights);
      const whole = sumOf(weights);
      expect(sumOf(parts)).toBe(total);
      for (const [index, part] of parts.entries()) {
        const off = part * whole - total * (weights[index] ?? 0n);
        if (whole > 0n) expect(off < whole && off > -whole).toBe(true);
      }
    })));

  it('gives nothing to a weight of zero beside others', () =>
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 12n), fc.array(fc.bigInt(1n, 1000n), { minLength: 1 }), (total, weights) => {
      expect(allocate(total, [0n, ...weights])[0]).toBe(0n);
    })));

  it('refuses a negative weight, and an amount that nobody takes', () => {
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(allocate(0n, [])).toEqual([]);
  });
});

describe('decimal text', () => {
  it.each([[5n, 'USD', '0.05'], [0n, 'USD', '0.00'], [12_345n, 'USD', '123.45'], [-5n, 'USD', '-0.05'], [1500n, 'JPY', '1500'], [1n, 'KWD', '0.001'], [-12_345n, 'JPY', '-12345']])(
    '%d minor %s is %s',
    (minor, currency, text) => expect(toDecimal(minor, currency)).toBe(text),
  );
});

describe('percent', () => {
  it.each([['7.5', 750n], ['0', 0n], ['100', 10_000n], ['0.05', 5n], [5, 500n], [750n, 750n]])('%s is %s basis points', (input, points) =>
    expect(parseBasisPoints(input)).toBe(points));

  it.each(['', '-1', '100.01', '1.234', '1e1', '07', '7,5', ' 7', null, Number.NaN, 10_001n, -1n])('%s is no percentage', (input) =>
    expect(parseBasisPoints(input)).toBeUndefined());

  it('is written without needless zeros', () => {
    expect(percentText(750n)).toBe('7.5');
    expect(percentText(500n)).toBe('5');
    expect(percentText(5n)).toBe('0.05');
  });
});
