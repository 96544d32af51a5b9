import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrice } from '../money/parse-price.ts';
import { sumOf, toDecimal } from '../money/money.ts';
import { halfEven, halfUp } from '../money/rounding.ts';
import { cartTotals, type CartTotalsQuestion } from './cart-totals.ts';
import { MAX_QUANTITY, parseQuantity } from './quantity.ts';
import type { TaxRounding } from './tax-split.ts';

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
    taxRounding: 'line',
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
      taxes: [
        { taxBasisPoints: 1900n, net: 19_500n, tax: 3705n, gross: 23_205n },
        { taxBasisPoints: 700n, net: 999n, tax: 70n, gross: 1069n },
      ],
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
    taxBasisPoints: fc.oneof(fc.bigInt(0n, 10_000n), fc.constantFrom(700n, 1900n)),
  });
  const anyCart = fc.record({
    lines: fc.array(anyLine, { maxLength: 8 }),
    pricesIncludeTax: fc.boolean(),
    discount: fc.oneof(
      fc.constant(null),
      fc.record({ percentBasisPoints: fc.bigInt(0n, 12_000n) }),
      fc.record({ minor: fc.bigInt(0n, 10n ** 13n) }),
    ),
    shipping: fc.record({ minor: fc.bigInt(0n, 10n ** 6n), taxBasisPoints: fc.oneof(fc.bigInt(0n, 10_000n), fc.constantFrom(700n, 1900n)) }),
    rounding: fc.constantFrom(halfUp, halfEven),
    concession: fc.bigInt(0n, 10n ** 13n),
    taxRounding: fc.constantFrom('line', 'total'),
  });

  it('add up: every part is there once, none is negative', () =>
    fc.assert(fc.property(anyCart, (question) => {
      const totals = cartTotals(question);
      const { lines, subtotal, subtotalInclTax, discount, discountInclTax, shipping, shippingInclTax, tax, taxes, total } = totals;
      expect(subtotal - discount + shipping + tax).toBe(total);
      expect(subtotalInclTax - discountInclTax + shippingInclTax).toBe(total);
      expect(sumOf(lines.map(({ gross }) => gross)) + shippingInclTax).toBe(total);
      expect(sumOf(lines.map((line) => line.tax)) + shippingInclTax - shipping).toBe(tax);
      expect(sumOf(lines.map((line) => line.discount))).toBe(question.pricesIncludeTax ? discountInclTax : discount);
      for (const line of lines) expect(line.net + line.tax).toBe(line.gross);
      expect(sumOf(taxes.map((part) => part.tax))).toBe(tax);
      expect(sumOf(taxes.map((part) => part.net)) + tax).toBe(total);
      const amounts = [totals.conceded, subtotal, subtotalInclTax, discount, discountInclTax, shipping, tax, total, ...lines.flatMap((line) => [line.net, line.tax, line.gross, line.discount])];
      expect(amounts.every((amount) => amount >= 0n)).toBe(true);
    })));

  // Small amounts are where rounding shows; the exact tax of a rate is reckoned here in another way than there.
  const smallCart = fc.record({
    lines: fc.array(fc.record({ unitMinor: fc.bigInt(0n, 50n), quantity: fc.integer({ min: 1, max: 3 }), taxBasisPoints: fc.constantFrom(0n, 700n, 1900n) }), { maxLength: 12 }),
    pricesIncludeTax: fc.boolean(), discount: fc.bigInt(0n, 60n), shipping: fc.bigInt(0n, 30n),
  });
  const small = ({ lines, discount, shipping, ...rest }: (typeof smallCart) extends fc.Arbitrary<infer Cart> ? Cart : never, taxRounding: TaxRounding) =>
    cart({ ...rest, taxRounding, discount: { minor: discount }, shipping: { minor: shipping, taxBasisPoints: 1900n }, lines: lines.map((line, index) => ({ ...line, key: String(index), catalogueUnitMinor: line.unitMinor })) });

  it('G3: rounded per total, each rate’s tax is the nearest to the exact tax on all of that rate', () =>
    fc.assert(fc.property(smallCart, (asked) => {
      for (const { taxBasisPoints, net, tax, gross } of small(asked, 'total').taxes) {
        const [known, whole] = asked.pricesIncludeTax ? [gross, 10_000n + taxBasisPoints] : [net, 10_000n];
        const twiceOff = 2n * (tax * whole - known * taxBasisPoints);
        expect(twiceOff <= whole && twiceOff > -whole).toBe(true);
      }
    })));

  it('G3: rounded per total, no line is a whole minor unit away from its own exact share', () =>
    fc.assert(fc.property(smallCart, (asked) => {
      const totals = small(asked, 'total');
      for (const [index, line] of totals.lines.entries()) {
        const rate = asked.lines[index]?.taxBasisPoints ?? 0n;
        const [known, whole] = asked.pricesIncludeTax ? [line.gross, 10_000n + rate] : [line.net, 10_000n];
        const off = line.tax * whole - known * rate;
        // The rate's own rounding (a half), shipping's (a half) and the spreading (less than one).
        expect((off < 0n ? -off : off) < 2n * whole).toBe(true);
      }
    })));

  it('G3: rounded per line or per total, a customer pays the same where prices include tax', () =>
    fc.assert(fc.property(smallCart, (asked) => {
      const [line, total] = [small(asked, 'line'), small(asked, 'total')];
      if (asked.pricesIncludeTax) expect(line.total).toBe(total.total);
      expect(line.discount + line.discountInclTax === 0n).toBe(total.discount + total.discountInclTax === 0n);
    })));

  it('G3: the two ways differ: three times 0.03 at 19 % is 0.03 of tax by line and 0.02 by total', () => {
    const thrice = { lines: ['a', 'b', 'c'].map((key) => ({ key, unitMinor: 3n, catalogueUnitMinor: 3n, quantity: 1, taxBasisPoints: 1900n })), shipping: { minor: 0n, taxBasisPoints: 0n } };
    expect(cart(thrice).tax).toBe(3n);
    expect(cart({ ...thrice, taxRounding: 'total' }).tax).toBe(2n);
    expect(cart({ ...thrice, taxRounding: 'total' }).lines.map(({ tax }) => tax)).toEqual([1n, 1n, 0n]);
  });

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
