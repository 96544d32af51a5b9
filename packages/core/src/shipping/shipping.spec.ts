import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideShippingTerms } from './decide-shipping-method.ts';
import { shippingPrice, type Parcel, type ShippingTerms } from './shipping-price.ts';

const method = (more: Partial<ShippingTerms> = {}): ShippingTerms => ({
  isPickup: false, basis: 'value', freeFrom: null, most: null, countries: [], rates: [{ country: '', from: 0n, minor: 690n }, { country: '', from: 5000n, minor: 490n }, { country: 'CH', from: 0n, minor: 1990n }], ...more,
});
const parcel = (more: Partial<Parcel> = {}): Parcel => ({ country: 'DE', goodsMinor: 4999n, weightGrams: 700n, ...more });
const codes = (terms: ShippingTerms) => {
  const decided = decideShippingTerms(terms);
  return decided.ok ? [] : decided.error.map(({ code, field }) => [code, field]);
};

describe('G3: what sending costs', () => {
  it('goes by the highest step reached', () => {
    expect(shippingPrice(method(), parcel())).toBe(690n);
    expect(shippingPrice(method(), parcel({ goodsMinor: 5000n }))).toBe(490n);
  });

  it('goes by weight where the method counts that', () => {
    const byWeight = method({ basis: 'weight', rates: [{ country: '', from: 0n, minor: 500n }, { country: '', from: 1000n, minor: 900n }] });
    expect(shippingPrice(byWeight, parcel({ weightGrams: 999n }))).toBe(500n);
    expect(shippingPrice(byWeight, parcel({ weightGrams: 1000n }))).toBe(900n);
  });

  it('goes by a country’s own rates alone, and by the others’ where it has none', () => {
    expect(shippingPrice(method(), parcel({ country: 'CH', goodsMinor: 9999n }))).toBe(1990n);
    expect(shippingPrice(method({ rates: [{ country: 'CH', from: 0n, minor: 1n }] }), parcel())).toBeNull();
  });

  it('is nothing from a sum of goods on, also where steps go by weight', () => {
    expect(shippingPrice(method({ freeFrom: 5000n }), parcel({ goodsMinor: 5000n }))).toBe(0n);
    expect(shippingPrice(method({ freeFrom: 5000n, basis: 'weight' }), parcel({ goodsMinor: 5000n }))).toBe(0n);
    expect(shippingPrice(method({ freeFrom: 5000n }), parcel())).toBe(690n);
  });

  it('isn’t offered beyond the countries, above the most, nor below the first step', () => {
    expect(shippingPrice(method({ countries: ['AT'] }), parcel())).toBeNull();
    expect(shippingPrice(method({ most: 4998n }), parcel())).toBeNull();
    expect(shippingPrice(method({ most: 4999n }), parcel())).toBe(690n);
    expect(shippingPrice(method({ rates: [{ country: '', from: 5000n, minor: 1n }] }), parcel())).toBeNull();
  });

  it('is nothing at the counter, whatever the country', () => expect(shippingPrice(method({ isPickup: true, countries: ['AT'], rates: [] }), parcel())).toBe(0n));

  const anyTerms = fc.record({
    isPickup: fc.boolean(), basis: fc.constantFrom('value', 'weight'), freeFrom: fc.option(fc.bigInt(0n, 10_000n)), most: fc.option(fc.bigInt(0n, 10_000n)),
    countries: fc.subarray(['DE', 'AT', 'JP']),
    rates: fc.uniqueArray(fc.record({ country: fc.constantFrom('', 'DE', 'JP'), from: fc.bigInt(0n, 9000n), minor: fc.bigInt(0n, 5000n) }), { selector: ({ country, from }) => `${country} ${from}`, maxLength: 8 }),
  });
  const anyParcel = fc.record({ country: fc.constantFrom('DE', 'AT', 'JP', 'KW'), goodsMinor: fc.bigInt(0n, 12_000n), weightGrams: fc.bigInt(0n, 12_000n) });

  it('never hangs on the order of the rates, is never negative, and is always one of them or nothing', () =>
    fc.assert(fc.property(anyTerms, anyParcel, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (terms, sent, keys) => {
      const shuffled = terms.rates.map((rate, index) => ({ rate, key: keys[index] ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ rate }) => rate);
      const price = shippingPrice(terms, sent);
      expect(shippingPrice({ ...terms, rates: shuffled }, sent)).toBe(price);
      if (price !== null) expect([0n, ...terms.rates.map(({ minor }) => minor)]).toContain(price);
    })));
});

describe('G3: what an administrator may keep', () => {
  it('is refused without a rate, with a step twice, and for a country that isn’t one', () => {
    expect(codes(method())).toEqual([]);
    expect(codes(method({ rates: [] }))).toEqual([['shipping-rates-missing', 'rate-0-price']]);
    expect(codes(method({ isPickup: true, rates: [] }))).toEqual([]);
    expect(codes(method({ rates: [{ country: 'DE', from: 0n, minor: 1n }, { country: 'DE', from: 0n, minor: 2n }] }))).toEqual([['shipping-rate-twice', 'rate-1-from']]);
    expect(codes(method({ countries: ['XX'], rates: [{ country: 'ZZ', from: 0n, minor: 1n }] }))).toEqual([['country-unknown', 'countries'], ['country-unknown', 'rate-0-country']]);
  });
});
