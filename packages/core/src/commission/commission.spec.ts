import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commissionFor, commissionRateOf, type CommissionBasis, type CommissionLine } from './commission.ts';

const line = (change: Partial<CommissionLine> = {}): CommissionLine => ({
  rateBasisPoints: 500n, netMinor: 50_000n, grossMinor: 59_500n, catalogueUnitMinor: 30_000n, unitMinor: 25_000n, quantity: 2, ...change,
});
const minor = (basis: CommissionBasis, ...lines: CommissionLine[]) => commissionFor({ basis, lines }).minor;

describe('commission', () => {
  it('on 500.00 at 5 % is 25.00', () => expect(minor('total-excluding-tax', line())).toBe(2500n));

  it('goes by the basis: without tax, with tax, or the discount given', () => {
    expect(minor('total-including-tax', line())).toBe(2975n);
    expect(minor('product-discount', line())).toBe(500n);
  });

  it('counts a raised price as no discount, and sets it off against none', () =>
    expect(minor('product-discount', line(), line({ unitMinor: 90_000n }))).toBe(500n));

  it('rounds half up, once per rate, so that cutting an order into lines changes nothing', () => {
    const small = line({ netMinor: 10n });
    expect(minor('total-excluding-tax', small)).toBe(1n);
    expect(minor('total-excluding-tax', line({ netMinor: 9n }))).toBe(0n);
    expect(minor('total-excluding-tax', small, small, small)).toBe(2n);
  });

  it('shows each rate with what it was reckoned from', () =>
    expect(commissionFor({ basis: 'total-excluding-tax', lines: [line(), line({ rateBasisPoints: 1000n, netMinor: 1000n }), line()] })).toEqual({
      basis: 'total-excluding-tax',
      minor: 5100n,
      groups: [
        { rateBasisPoints: 500n, baseMinor: 100_000n, minor: 5000n },
        { rateBasisPoints: 1000n, baseMinor: 1000n, minor: 100n },
      ],
    }));

  it('of nothing is nothing', () => expect(minor('total-including-tax')).toBe(0n));

  it('never exceeds the basis, and splitting a line changes nothing', () =>
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10_000n), (a, b, rateBasisPoints) => {
      const whole = minor('total-excluding-tax', line({ netMinor: a + b, rateBasisPoints }));
      expect(whole <= a + b).toBe(true);
      expect(minor('total-excluding-tax', line({ netMinor: a, rateBasisPoints }), line({ netMinor: b, rateBasisPoints }))).toBe(whole);
    })));
});

describe('the rate of a line', () => {
  const all = { product: 1n, category: 2n, actor: 3n, group: 4n, default: 5n };

  it('is the product’s, else the category’s, else the actor’s, else the group’s, else the default', () => {
    const { product: _product, ...noProduct } = all;
    const { category: _category, ...noCategory } = noProduct;
    const { actor: _actor, ...noActor } = noCategory;
    expect([all, noProduct, noCategory, noActor, { default: 5n }].map(commissionRateOf)).toEqual([1n, 2n, 3n, 4n, 5n]);
    expect(commissionRateOf({ ...all, product: null })).toBe(2n);
  });

  it('may be zero: that is a rate, not a gap', () => expect(commissionRateOf({ ...all, product: 0n })).toBe(0n));
});
