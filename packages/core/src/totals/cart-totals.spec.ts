import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrice } from '../money/parse-price.ts';
import { sumOf, toDecimal } from '../money/money.ts';
import { halfEven, halfUp } from '../money/rounding.ts';
import { cartTotals, type CartTotalsQuestion } from './cart-totals.ts';
import { MAX_QUANTITY, parseQuantity } from './quantity.ts';

const cart = (change: Partial<CartTotalsQuestion> = {}) =>
  cartTotals({
    lines: [
      { key: 'a', unitMinor: 9500n, catalogueUnitMinor: 10_000n, quantity: 2, taxBasisPoints: 1900n },
      { key: 'b', unitMinor: 999n, catalogueUnitMinor: 999n, quantity: 1, taxBasisPoints: 700n },
    ],
    pricesIncludeTax: false,
    discount: null,
    shipping: { minor: 500n, taxBasisPoints: 1900n },
    rounding: halfUp,
    ...change,
  });

describe('cart totals', () => {
  it('put tax on top of prices without it', () =>
    expect(cart()).toEqual({
      lines: [
        { key: 'a', net: 19_000n, tax: 3610n, gross: 22_610n, discount: 0n, catalogue: 20_000n },
        { key: 'b', net: 999n, tax: 70n, gross: 1069n, discount: 0n, catalogue: 999n },
      ],
      subtotal: 19_999n,
      subtotalInclTax: 23_679n,
      discount: 0n,
      discountInclTax: 0n,
      conceded: 0n,
      shipping: 500n,
      shippingInclTax: 595n,
      tax: 3775n,
      total: 24_274n,
    }));

  it('take tax out of prices with it: the total is what the shelf said', () => {
    const totals = cart({ pricesIncludeTax: true });
    expect(totals.lines[0]).toEqual({ key: 'a', net: 15_966n, tax: 3034n, gross: 19_000n, discount: 0n, catalogue: 20_000n });
    expect(totals).toMatchObject({ subtotalInclTax: 19_999n, shippingInclTax: 500n, shipping: 420n, total: 20_499n });
  });

  it('tax what is left after the discount, and never discount shipping', () => {
    const totals = cart({ discount: { percentBasisPoints: 1000n } });
    expect(totals.discount).toBe(2000n);
    expect(totals.lines.map(({ discount }) => discount)).toEqual([1900n, 100n]);
    expect(totals.lines[0]).toMatchObject({ net: 17_100n, tax: 3249n });
    expect(totals.shipping).toBe(500n);
  });

  it('stop a discount at zero', () => {
    const free = cart({ discount: { minor: 99_999n } });
    expect(free).toMatchObject({ discount: 19_999n, total: 595n, tax: 95n });
    expect(cart({ discount: { percentBasisPoints: 20_000n } }).total).toBe(595n);
  });

  it('round as they are told', () => {
    const half = { lines: [{ key: 'a', unitMinor: 50n, catalogueUnitMinor: 50n, quantity: 1, taxBasisPoints: 100n }], shipping: { minor: 0n, taxBasisPoints: 0n } };
    expect(cart({ ...half, rounding: halfUp }).tax).toBe(1n);
    expect(cart({ ...half, rounding: halfEven }).tax).toBe(0n);
  });

  it('of an empty cart are shipping alone', () => expect(cart({ lines: [], discount: { minor: 5n } })).toMatchObject({ subtotal: 0n, discount: 0n, total: 595n }));

  it('fail aloud on a negative price or discount: whoever asks has parsed them', () => {
    expect(() => cart({ discount: { minor: -1n } })).toThrow(RangeError);
    expect(() => cart({ lines: [{ key: 'a', unitMinor: -1n, catalogueUnitMinor: 0n, quantity: 1, taxBasisPoints: 0n }] })).toThrow(RangeError);
  });

  const anyLine = fc.record({
    key: fc.string(),
    unitMinor: fc.bigInt(0n, 10n ** 12n),
    catalogueUnitMinor: fc.bigInt(0n, 10n ** 12n),
    quantity: fc.integer({ min: 1, max: MAX_QUANTITY }),
    taxBasisPoints: fc.bigInt(0n, 3000n),
  });
  const anyCart = fc.record({
    lines: fc.array(anyLine, { maxLength: 8 }),
    pricesIncludeTax: fc.boolean(),
    discount: fc.oneof(
      fc.constant(null),
      fc.record({ percentBasisPoints: fc.bigInt(0n, 12_000n) }),
      fc.record({ minor: fc.bigInt(0n, 10n ** 13n) }),
    ),
    shipping: fc.record({ minor: fc.bigInt(0n, 10n ** 6n), taxBasisPoints: fc.bigInt(0n, 3000n) }),
    rounding: fc.constantFrom(halfUp, halfEven),
  });

  it('add up: every part is there once, none is negative', () =>
    fc.assert(fc.property(anyCart, (question) => {
      const totals = cartTotals(question);
      const { lines, subtotal, subtotalInclTax, discount, discountInclTax, shipping, shippingInclTax, tax, total } = totals;
      expect(subtotal - discount + shipping + tax).toBe(total);
      expect(subtotalInclTax - discountInclTax + shippingInclTax).toBe(total);
      expect(sumOf(lines.map(({ gross }) => gross)) + shippingInclTax).toBe(total);
      expect(sumOf(lines.map((line) => line.tax)) + shippingInclTax - shipping).toBe(tax);
      expect(sumOf(lines.map((line) => line.discount))).toBe(question.pricesIncludeTax ? discountInclTax : discount);
      for (const line of lines) expect(line.net + line.tax).toBe(line.gross);
      const amounts = [subtotal, discount, discountInclTax, shipping, tax, total, ...lines.flatMap((line) => [line.net, line.tax, line.gross, line.discount])];
      expect(amounts.every((amount) => amount >= 0n)).toBe(true);
    })));

  it.each(['JPY', 'USD', 'KWD'])('in %s have no part that the currency can’t write', (currency) =>
    fc.assert(fc.property(anyCart, (question) => {
      const { total, tax } = cartTotals({ ...question, lines: question.lines.map((line) => ({ ...line, unitMinor: line.unitMinor % 10_000n, quantity: 1 })) });
      for (const minor of [total, tax]) expect(parsePrice(toDecimal(minor, currency), currency)).toEqual({ ok: true, value: minor });
    })));
});

describe('a quantity', () => {
  it.each([[1, 1], ['1', 1], ['99999', MAX_QUANTITY], [12, 12]])('%j is %d pieces', (input, pieces) =>
    expect(parseQuantity(input)).toEqual({ ok: true, value: pieces }));

  it.each([0, -1, 1.5, Number.POSITIVE_INFINITY, 100_000, Number.NaN, '', '0', '01', '1.0', '1e3', '１', ' 1', null, undefined, true, [1]])('%j is none', (input) =>
    expect(parseQuantity(input)).toEqual({ ok: false, error: 'quantity-invalid' }));
});
