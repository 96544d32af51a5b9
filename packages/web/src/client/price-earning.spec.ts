import { cartTotals, commissionFor, halfUp, marginOf, type CommissionBasis } from '@onbehalf/core';
import { describe, expect, it } from 'vitest';
import { commissionAt, marginAt, type EarningTerms } from './price-earning.ts';

const terms: EarningTerms = { quantity: 3n, tax: 1900n, taxIncluded: true, coupon: 0n, basis: 'total-excluding-tax', rate: 500n, catalogue: 11_900n, cost: 6000n };

/** What the server will say. */
function served(unitMinor: bigint, { quantity, tax, taxIncluded, coupon, basis, rate, catalogue }: EarningTerms): bigint {
  const pieces = Number(quantity);
  const totals = cartTotals({
    lines: [{ key: 'one', unitMinor, catalogueUnitMinor: catalogue, quantity: pieces, taxBasisPoints: tax }],
    pricesIncludeTax: taxIncluded, discount: coupon === 0n ? null : { percentBasisPoints: coupon }, shipping: { minor: 0n, taxBasisPoints: 0n }, rounding: halfUp, taxRounding: 'line',
  });
  const [line] = totals.lines;
  const sold = { rateBasisPoints: rate ?? 0n, netMinor: line?.net ?? 0n, grossMinor: line?.gross ?? 0n, catalogueUnitMinor: catalogue, unitMinor, quantity: pieces };
  return commissionFor({ basis: basis as CommissionBasis, lines: [sold] }).minor;
}

describe('What a line earns while its price is typed', () => {
  it.each([
    ['total-excluding-tax', true, 0n], ['total-excluding-tax', false, 0n], ['total-including-tax', true, 1000n],
    ['total-including-tax', false, 0n], ['product-discount', true, 0n], ['total-excluding-tax', true, 1000n],
  ] as const)('is the commission that the server reckons, to the cent: %s, tax included %s, coupon %s', (basis, taxIncluded, coupon) => {
    for (const minor of [0n, 1n, 4999n, 8000n, 11_900n, 15_000n]) {
      const at = { ...terms, basis, taxIncluded, coupon };
      const [typed, order] = [commissionAt(minor, at) ?? 0n, served(minor, at)];
      expect(typed - order <= 1n && order - typed <= 1n).toBe(true);
    }
  });

  it.each([true, false])('is the margin that the server reckons, tax included %s', (pricesIncludeTax) => {
    const line = { catalogueMinor: 11_900n, costMinor: 6000n, taxBasisPoints: 1900n, pricesIncludeTax };
    for (const minor of [0n, 5000n, 8333n, 11_900n]) expect(marginAt(minor, { ...terms, taxIncluded: pricesIncludeTax })).toEqual(marginOf(minor, line));
  });

  it('is nothing where the actor may see neither', () => {
    expect(marginAt(8000n, { ...terms, cost: null })).toBeNull();
    expect(commissionAt(8000n, { ...terms, rate: null })).toBeNull();
  });
});
