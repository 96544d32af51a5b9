import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfUp } from '../money/rounding.ts';
import { lessPercent, parsePercent } from '../money/percent.ts';
import { sumOf } from '../money/money.ts';
import { cartTotals } from '../totals/cart-totals.ts';
import { cartDiscountNow, concededOn, isWithinLimit, mostConceded, roomAboveFloor, type ConcededLine } from './concession.ts';
import { concessionReasons, concessionRefusals, parseCartDiscount, parseFreeItemReason } from './decide-concession.ts';

const settings = { enabled: true, reasons: ['loyalty', 'price match'] };
const plain: ConcededLine = { catalogueMinor: 10_000n, unitMinor: 10_000n, quantity: 1, by: 'nobody', floorMinor: null };
const sample: ConcededLine = { catalogueMinor: 1000n, unitMinor: 0n, quantity: 1, by: 'actor', floorMinor: null };
const limited = { canEditItemPrice: true, maxDiscountBasisPoints: 2000n };

const typed = (change: object) => parseCartDiscount({ percent: '', amount: '', locale: 'en', currency: 'USD', reason: 'loyalty', ...change }, settings);
const judged = (lines: ConcededLine[], discount: Parameters<typeof concessionRefusals>[0]['discount'], actor: { canEditItemPrice: boolean; maxDiscountBasisPoints: bigint | null } = limited) =>
  concessionRefusals({ lines, discount, goodsMinor: sumOf(lines.map((line) => line.unitMinor * BigInt(line.quantity))), currency: 'USD', actor, field: 'percent' });

describe('C10: a discount on the whole cart, as typed', () => {
  it('is a percentage or an amount, read in the locale of the store', () => {
    expect(typed({ percent: '7.5' })).toEqual({ ok: true, value: { discount: { percentBasisPoints: 750n }, reason: 'loyalty' } });
    expect(typed({ percent: '7,5 %', locale: 'de' })).toMatchObject({ ok: true, value: { discount: { percentBasisPoints: 750n } } });
    expect(typed({ amount: '12,50', locale: 'es' })).toMatchObject({ ok: true, value: { discount: { minor: 1250n } } });
  });

  it.each([
    [{}, 'discount-missing'], [{ percent: '5', amount: '5' }, 'discount-missing'], [{ amount: '0' }, 'discount-missing'],
    [{ percent: '0' }, 'percent-invalid'], [{ percent: '-5' }, 'percent-invalid'], [{ percent: '101' }, 'percent-invalid'],
    [{ percent: '7.5', locale: 'de' }, 'percent-invalid'], [{ percent: '1e1' }, 'percent-invalid'], [{ percent: '１０' }, 'percent-invalid'],
    [{ amount: '-5' }, 'price-negative'], [{ amount: '5.005' }, 'price-too-precise'],
    [{ percent: '5', reason: '' }, 'concession-reason-unknown'], [{ percent: '5', reason: 'because' }, 'concession-reason-unknown'],
  ])('%j is refused as %s', (change, code) => {
    const result = typed(change);
    expect(result.ok ? [] : result.error.map((one) => one.code)).toEqual([code]);
  });

  it('takes only the reasons of free items for a free item', () => {
    for (const reason of ['sample', 'replacement', 'promotional item', 'warranty']) expect(parseFreeItemReason(reason).ok).toBe(true);
    expect(parseFreeItemReason('loyalty')).toEqual({ ok: false, error: { code: 'concession-reason-unknown', field: 'reason' } });
  });
});

describe('C10: what an actor may give off a cart as a whole', () => {
  it('needs the right to edit prices, and prices to be edited in this store', () => {
    expect(concessionReasons(limited, settings)).toEqual([]);
    expect(concessionReasons({ ...limited, canEditItemPrice: false }, { ...settings, enabled: false }).map(({ code }) => code)).toEqual(['price-edit-disabled', 'actor-may-not-edit-price']);
  });

  it('goes up to the limit to the last minor unit, and not beyond it', () => {
    expect(judged([plain], { percentBasisPoints: 2000n })).toEqual([]);
    expect(judged([plain], { minor: 2000n })).toEqual([]);
    expect(judged([plain], { minor: 2001n })).toEqual([{ code: 'concession-above-limit', field: 'percent', facts: { currency: 'USD', limit: '20', most: '20.00' } }]);
  });

  it('counts edited prices, free items and the discount together', () => {
    const edited: ConcededLine = { ...plain, unitMinor: 9000n, by: 'actor' };
    expect(judged([edited], { minor: 1000n })).toEqual([]);
    expect(judged([edited], { minor: 1001n })[0]?.code).toBe('concession-above-limit');
    expect(judged([plain, sample], { minor: 1200n })).toEqual([]);
    expect(judged([plain, sample], { minor: 1201n })[0]?.code).toBe('concession-above-limit');
    expect(judged([sample], null)[0]?.code).toBe('concession-above-limit');
  });

  it('is not bound by a price that the shop itself offers, and no raised price makes up for another', () => {
    expect(judged([{ ...plain, unitMinor: 5000n, by: 'shop' }], { minor: 1000n })).toEqual([]);
    expect(judged([{ ...plain, unitMinor: 5000n, by: 'shop' }], { minor: 1001n })[0]?.code).toBe('concession-above-limit');
    expect(concededOn([{ ...plain, unitMinor: 90_000n, by: 'actor' }, sample])).toEqual({ worth: 11_000n, conceded: 1000n });
  });

  it('is never more than the goods cost, also without a limit', () =>
    expect(judged([plain], { minor: 10_001n }, { canEditItemPrice: true, maxDiscountBasisPoints: null })).toEqual([
      { code: 'discount-above-goods', field: 'percent', facts: { currency: 'USD', most: '100.00' } },
    ]));
});

describe('C5, C10: the floor by cost and margin holds for the cart as a whole', () => {
  const drill: ConcededLine = { ...plain, floorMinor: 8000n };
  const unlimited = { canEditItemPrice: true, maxDiscountBasisPoints: null };

  it('C10: a discount goes down to the floor to the last minor unit, and the refusal names no amount', () => {
    expect(judged([drill], { minor: 2000n }, unlimited)).toEqual([]);
    expect(judged([drill], { minor: 2001n }, unlimited)).toEqual([{ code: 'concession-below-margin', field: 'percent' }]);
    expect(judged([drill], { percentBasisPoints: 2100n }, unlimited)).toEqual([{ code: 'concession-below-margin', field: 'percent' }]);
  });

  it('C10: good margin on one line makes up for another; what has no cost has no floor', () => {
    expect(roomAboveFloor([drill, { ...drill, floorMinor: 1000n }], 20_000n)).toBe(11_000n);
    expect(roomAboveFloor([plain], 10_000n)).toBe(10_000n);
  });

  it('C10: an edited price, a coupon and the discount come off the same room; what is below its floor already gives nothing more', () => {
    expect(judged([{ ...drill, unitMinor: 9000n, by: 'actor' }], { minor: 1001n }, unlimited).map(({ code }) => code)).toEqual(['concession-below-margin']);
    expect(roomAboveFloor([drill], 9000n)).toBe(1000n);
    expect(roomAboveFloor([{ ...drill, unitMinor: 7000n, by: 'actor' }, plain], 17_000n)).toBe(10_000n);
    expect(roomAboveFloor([{ ...sample, floorMinor: 900n }, drill], 10_000n)).toBe(2000n);
  });

  it('C10: a discount given before counts for less once the cart has less room, and both limits are named at once', () => {
    expect(cartDiscountNow({ discount: { minor: 2500n }, lines: [drill], goodsMinor: 10_000n, limit: null })).toEqual({ asked: 2500n, minor: 2000n });
    expect(judged([{ ...drill, floorMinor: 9000n }], { minor: 2500n }).map(({ code }) => code)).toEqual(['concession-above-limit', 'concession-below-margin']);
  });
});

describe('C10: a percentage off a line', () => {
  it('is rounded up to the minor unit, so that it is never more than it says', () => {
    expect(lessPercent(9500n, 1000n)).toBe(8550n);
    expect(lessPercent(101n, 2000n)).toBe(81n);
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10_000n), (minor, off) => {
      const left = lessPercent(minor, off);
      expect((minor - left) * 10_000n <= minor * off && left >= 0n && left <= minor).toBe(true);
    }));
  });

  it('is read with the separator of the locale and no other', () => {
    expect(parsePercent('12.5', 'en')).toBe(1250n);
    expect(parsePercent('12,5', 'en')).toBeUndefined();
    expect(parsePercent('12,5', 'es')).toBe(1250n);
    expect(parsePercent('12.5', 'es')).toBeUndefined();
  });
});

const anyLine: fc.Arbitrary<ConcededLine> = fc.record({
  catalogueMinor: fc.bigInt(0n, 10n ** 9n), unitMinor: fc.bigInt(0n, 10n ** 9n), quantity: fc.integer({ min: 1, max: 999 }), by: fc.constantFrom('nobody', 'shop', 'actor'), floorMinor: fc.oneof(fc.constant(null), fc.bigInt(0n, 10n ** 9n)),
}).map((line) => (line.by === 'nobody' ? { ...line, unitMinor: line.catalogueMinor } : line));
const anyDiscount = fc.oneof(fc.record({ percentBasisPoints: fc.bigInt(1n, 10_000n) }), fc.record({ minor: fc.bigInt(1n, 10n ** 12n) }));

describe('C10: totals with everything that may be given', () => {
  const anyCart = fc.record({
    lines: fc.array(anyLine, { maxLength: 8 }), discount: anyDiscount, couponBasisPoints: fc.bigInt(0n, 10_000n), limit: fc.oneof(fc.constant(null), fc.bigInt(0n, 10_000n)),
    pricesIncludeTax: fc.boolean(), tax: fc.bigInt(0n, 3000n), shipping: fc.bigInt(0n, 10n ** 6n), isFreeShipping: fc.boolean(), taxRounding: fc.constantFrom('line', 'total'),
  });

  it('add up in either tax mode, none is negative, and the actor’s limit holds for the combination', () =>
    fc.assert(fc.property(anyCart, ({ lines, discount, couponBasisPoints, limit, pricesIncludeTax, tax, shipping, isFreeShipping, taxRounding }) => {
      const goods = sumOf(lines.map(({ unitMinor, quantity }) => unitMinor * BigInt(quantity)));
      const coupon = halfUp(goods * couponBasisPoints, 10_000n);
      const { asked, minor } = cartDiscountNow({ discount, lines, goodsMinor: goods - coupon, limit });
      expect(minor >= 0n && minor <= asked && minor <= goods - coupon).toBe(true);
      const { conceded } = concededOn(lines);
      expect(minor <= roomAboveFloor(lines, goods - coupon)).toBe(true);
      if (limit !== null && isWithinLimit(lines, limit)) expect(conceded + minor <= mostConceded(lines, limit)).toBe(true);
      if (limit !== null && !isWithinLimit(lines, limit)) expect(minor).toBe(0n);

      const totals = cartTotals({
        lines: lines.map((line, index) => ({ key: String(index), unitMinor: line.unitMinor, catalogueUnitMinor: line.catalogueMinor, quantity: line.quantity, taxBasisPoints: tax })),
        pricesIncludeTax, discount: { percentBasisPoints: couponBasisPoints }, concession: minor, rounding: halfUp, taxRounding,
        shipping: { minor: isFreeShipping ? 0n : shipping, taxBasisPoints: tax },
      });
      expect(totals.conceded).toBe(minor);
      expect(pricesIncludeTax ? totals.discountInclTax : totals.discount).toBe(coupon + minor);
      expect(totals.subtotal - totals.discount + totals.shipping + totals.tax).toBe(totals.total);
      expect(totals.subtotalInclTax - totals.discountInclTax + totals.shippingInclTax).toBe(totals.total);
      expect(sumOf(totals.lines.map(({ gross }) => gross)) + totals.shippingInclTax).toBe(totals.total);
      expect([totals.total, totals.tax, totals.shipping, ...totals.lines.flatMap(({ net, tax: lineTax, gross }) => [net, lineTax, gross])].every((amount) => amount >= 0n)).toBe(true);
      if (isFreeShipping) expect(totals.shippingInclTax).toBe(0n);
    })));
});
