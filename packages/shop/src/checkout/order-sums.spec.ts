import { applyInvoice, commissionFor, decideInvoice, halfUp, openToInvoice, priceWithoutTax, sumOf, toDecimal, parsePrice, type CommissionBasis, type PriceRow, type SoldOrder } from '@onbehalf/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditedPrice, Store } from '@onbehalf/assist/ports';
import { priceCart } from '../cart/price-cart.ts';
import type { CartConcession, ShopCart, ShopCartLine } from '../cart/cart-sql.ts';
import { shelfPrice } from '../cart/reverse-charge.ts';
import { decideOrder, type OrderDraft } from './decide-order.ts';
import type { OrderRequest } from './order-request.ts';
import type { ShippingMethod } from './shipping-methods.ts';

const NOW = new Date('2026-03-02T10:00:00.000Z');
const ADDRESS = { name: 'Anna', company: '', street: 'Yard 1', postcode: '1', city: 'Town', region: '', country: 'DE', phone: '' };
const SESSION = { actorId: '1', actorName: 'Sam', approverName: null, sessionLive: true, sessionEndedAt: null };
const text = (word: string) => ({ en: word, de: word, es: word });

const edited = (minor: bigint): EditedPrice => ({ minor, quantity: 99_999, source: 'manual', label: '', catalogueMinor: minor, reason: 'volume', ...SESSION });

// Small amounts are where rounding shows; large ones where sums could overflow.
const amount = fc.oneof(fc.bigInt(0n, 40n), fc.bigInt(0n, 10n ** 9n));
const further: fc.Arbitrary<Omit<PriceRow, 'id'>> = fc.record({ source: fc.constantFrom('special', 'group', 'category', 'price-list', 'customer', 'matrix', 'base'), minQuantity: fc.constantFrom(1, 2, 10), minor: amount, listId: fc.constantFrom('1', '2') });
const prices = fc.tuple(amount, fc.array(further, { maxLength: 5 })).map(([base, rows]): PriceRow[] => [{ id: 'base', source: 'base', minQuantity: 1, minor: base }, ...rows.map((row, index) => ({ ...row, id: `r${index}` }))]);

const anyLine = fc.record({
  prices, quantity: fc.integer({ min: 1, max: 30 }), taxBasisPoints: fc.constantFrom(0, 700, 1000, 1900), homeTaxBasisPoints: fc.constantFrom(null, 0, 700, 1900), commissionBasisPoints: fc.constantFrom(null, 0, 750),
  kind: fc.constantFrom('simple', 'virtual', 'downloadable'), edited: fc.option(amount.map(edited), { nil: null }),
}).map((line): ShopCartLine => ({ ...line, id: '', productId: '', sku: '', slug: '', name: '', image: '', stock: null, costMinor: null, categoryId: '1', request: null, onSale: true }));

const anyDiscount = fc.option(fc.record({ percentBasisPoints: fc.option(fc.integer({ min: 1, max: 10_000 })), minor: amount }), { nil: null })
  .map((drawn): CartConcession | null => drawn && { kind: 'discount', percentBasisPoints: drawn.percentBasisPoints, minor: drawn.percentBasisPoints === null ? drawn.minor : null, reason: 'loyalty', limitBasisPoints: null, ...SESSION });

const anyCompany = fc.option(fc.record({ vatNumber: fc.constantFrom('ATU13585627', 'DE136695976'), isChecked: fc.boolean() }), { nil: null });

const anyMethod = fc.record({ minor: amount, taxBasisPoints: fc.constantFrom(0, 700, 1900), homeTaxBasisPoints: fc.constantFrom(null, 700, 2100), freeFrom: fc.option(amount, { nil: null }) })
  .map(({ minor, ...more }): ShippingMethod => ({ ...more, code: 'standard', name: text('Standard'), note: text(''), isPickup: false, basis: 'value', most: null, countries: [], rates: [{ country: '', from: 0n, minor }] }));

const anyCart = fc.record({ lines: fc.array(anyLine, { minLength: 1, maxLength: 7 }), coupon: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: null }), discount: anyDiscount, method: anyMethod, isFreeShipping: fc.boolean(), companyVat: anyCompany })
  .map(({ lines, coupon, discount, method, isFreeShipping, companyVat }): ShopCart => ({
    id: 'c', version: 1, lines: lines.map((line, index) => ({ ...line, id: String(index), productId: String(index), sku: `SKU-${index}` })), coupon: coupon === null ? null : { code: 'X', percentBasisPoints: coupon }, couponOver: null,
    shippingMethods: [method], goesTo: 'AT', weightGrams: 0n, taxCountry: 'AT', taxCountryFrom: 'address', companyVat, changedIn: null, offers: [], discount, replacementOf: null,
    freeShipping: isFreeShipping ? { kind: 'free-shipping', percentBasisPoints: null, minor: null, reason: 'loyalty', limitBasisPoints: null, ...SESSION } : null,
  }));

const BASES: readonly CommissionBasis[] = ['total-excluding-tax', 'total-including-tax', 'product-discount'];
const anyTerms = fc.record({ currency: fc.constantFrom('JPY', 'USD', 'KWD'), pricesIncludeTax: fc.boolean(), taxRounding: fc.constantFrom('line', 'total'), rule: fc.constantFrom('specific', 'lowest'), reverse: fc.boolean(), basis: fc.constantFrom(...BASES), rate: fc.integer({ min: 0, max: 10_000 }) });
type Terms = typeof anyTerms extends fc.Arbitrary<infer T> ? T : never;

function questionOf(cart: ShopCart, { currency, pricesIncludeTax, taxRounding, rule, reverse }: Terms) {
  const store: Store = { id: 1, code: 's', websiteId: 1, websiteName: 'W', name: 'S', base: '', locale: 'en', currency, pricesIncludeTax, country: 'DE', timeZone: 'UTC', active: true };
  return { cart, store, rule, now: NOW, shipping: 'standard', overrideValidForSeconds: 0, taxRounding, minMarginBasisPoints: null, reverseCharge: { policy: reverse ? 'checked' : 'no', sellerVatNumber: 'DE123456788' } } as const;
}

/** The order that a checkout page of this cart makes; null where it is too large for one. */
function orderOf(cart: ShopCart, terms: Terms): OrderDraft | null {
  const { store, ...question } = questionOf(cart, terms);
  const { totals } = priceCart({ ...question, store });
  const request: OrderRequest = {
    ...question, owner: { customerId: '1', customerGroupId: '1', store, assistSessionId: null, cartKind: 'customer' }, cartVersion: 1, checkoutKey: 'k', expectedTotalMinor: totals.total, shippingAddress: { id: '1' },
    shippingMethod: 'standard', paymentMethod: 'on-account', paymentMethods: ['on-account'], paymentDays: 30, purchaseOrderNumber: '', customerComment: '', channel: 'self', attribution: null, ownerStaff: null, comments: [],
    commission: { basis: terms.basis, rateBasisPoints: terms.rate, compute: (lines) => commissionFor({ basis: terms.basis, lines }).minor },
  };
  const decided = decideOrder({ cart, customer: { name: 'Anna', company: '', email: 'a@b.c', active: true }, chosenAddress: ADDRESS, defaultAddress: ADDRESS, chosenBilling: null, defaultBilling: ADDRESS, paymentDays: null, credit: null, madeBefore: false }, request);
  return decided.ok ? decided.value : null;
}

function soldAs({ lines, totals }: OrderDraft): SoldOrder {
  return {
    status: 'new', currency: totals.currency, pricesIncludeTax: totals.pricesIncludeTax, shippingMinor: totals.shipping, taxMinor: totals.tax, lines, shippingInvoiced: false, shippingRefundedMinor: 0n,
    invoicedMinor: 0n, refundedMinor: 0n,
  };
}

describe('G3: what a cart comes to at checkout, for any tax mode, discount, tier and currency', () => {
  test('is the sum of its parts, none of them negative, each one that its currency can write', () =>
    fc.assert(fc.property(anyCart, anyTerms, (cart, terms) => {
      const { lines, totals } = priceCart(questionOf(cart, terms));
      const { subtotal, discount, staffDiscount, shipping, tax, taxes, total, pricesIncludeTax, currency } = totals;
      expect(subtotal - discount + shipping + (pricesIncludeTax ? 0n : tax)).toBe(total);
      expect(subtotal).toBe(sumOf(lines.map(({ totalMinor }) => totalMinor)));
      expect(sumOf(lines.map((line) => line.totals.tax)) <= tax).toBe(true);
      expect(sumOf(taxes.map((part) => part.tax))).toBe(tax);
      expect(sumOf(taxes.map((part) => part.gross))).toBe(total);
      const goods = sumOf(lines.map(({ totalMinor }) => totalMinor));
      const afterCoupon = goods - halfUp(goods * BigInt(cart.coupon?.percentBasisPoints ?? 0), 10_000n);
      const asked = cart.discount === null ? 0n : (cart.discount.minor ?? (afterCoupon * BigInt(cart.discount.percentBasisPoints ?? 0)) / 10_000n);
      expect(staffDiscount).toBe(asked < afterCoupon ? asked : afterCoupon);
      if (pricesIncludeTax) expect(discount).toBe(goods - afterCoupon + staffDiscount);
      const amounts = [subtotal, discount, staffDiscount, discount - staffDiscount, shipping, tax, total, ...lines.flatMap((line) => [line.unitMinor, line.totals.net, line.totals.tax, line.totals.gross, line.totals.discount])];
      expect(amounts.every((minor) => minor >= 0n)).toBe(true);
      const owes = cart.companyVat?.vatNumber === 'ATU13585627' && cart.companyVat.isChecked && terms.reverse;
      expect(totals.reverseCharge).toEqual(owes ? { sellerVatNumber: 'DE123456788', buyerVatNumber: 'ATU13585627' } : null);
      if (owes) expect([tax, pricesIncludeTax, subtotal - discount + shipping]).toEqual([0n, false, total]);
      for (const minor of amounts.filter((one) => one <= 10n ** 12n)) expect(parsePrice(toDecimal(minor, currency), currency)).toEqual({ ok: true, value: minor });
    })));

  test('under reverse charge has the store’s own tax off each shelf price, and an edited price of it stays one', () =>
    fc.assert(fc.property(anyCart, anyTerms, (drawn, terms) => {
      const cart = { ...drawn, companyVat: { vatNumber: 'ATU13585627', isChecked: true } };
      const question = questionOf(cart, { ...terms, reverse: true });
      const shelf = priceCart(questionOf(cart, { ...terms, reverse: false }));
      for (const [at, priced] of priceCart(question).lines.entries()) {
        const rate = BigInt(cart.lines[at]?.homeTaxBasisPoints ?? cart.lines[at]?.taxBasisPoints ?? 0);
        const gross = shelf.lines[at]?.unitMinor ?? 0n;
        expect(priced.unitMinor).toBe(terms.pricesIncludeTax ? priceWithoutTax(gross, rate) : gross);
        const kept = shelfPrice(priced.line, priced.unitMinor);
        expect(terms.pricesIncludeTax ? priceWithoutTax(kept, rate) : kept).toBe(priced.unitMinor);
      }
    })));

  test('never hangs on the order in which prices are stored', () =>
    fc.assert(fc.property(anyCart, anyTerms, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (cart, terms, keys) => {
      const shuffle = (rows: readonly PriceRow[]) => rows.map((row, index) => ({ row, key: keys[index] ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ row }) => row);
      const shuffled = { ...cart, lines: cart.lines.map((line) => ({ ...line, prices: shuffle(line.prices) })) };
      expect(priceCart(questionOf(shuffled, terms)).totals).toEqual(priceCart(questionOf(cart, terms)).totals);
    })));

  test('is what the order comes to, and invoices over any parts of it come to the same', () => {
    let orders = 0;
    fc.assert(fc.property(anyCart, anyTerms, fc.infiniteStream(fc.nat(9)), (cart, terms, drawn) => {
      const draft = orderOf(cart, terms);
      if (draft === null) return;
      orders += 1;
      expect(draft.totals).toEqual(priceCart(questionOf(cart, terms)).totals);
      let order = soldAs(draft);
      const drafts = [];
      for (let round = 0; round < 4; round += 1) {
        const isLast = round === 3;
        const pieces = new Map(order.lines.map((line) => [line.position, isLast ? openToInvoice(line) : Math.min(openToInvoice(line), Number(drawn.next().value))]));
        const decided = decideInvoice(order, { pieces, withShipping: isLast });
        if (!decided.ok) continue;
        drafts.push(decided.value);
        order = applyInvoice(order, decided.value);
      }
      const { totals } = draft;
      expect(sumOf(drafts.map(({ total }) => total))).toBe(totals.total);
      expect(sumOf(drafts.map(({ tax }) => tax))).toBe(totals.tax);
      expect(sumOf(drafts.map(({ shipping }) => shipping))).toBe(totals.shipping);
      expect(drafts.every(({ total, tax }) => total >= 0n && tax >= 0n)).toBe(true);
    }));
    expect(orders).toBeGreaterThan(90);
  });

  test('M23: the commission is the rate on the goods and no more: shipping, its tax and its free giving change nothing', () =>
    fc.assert(fc.property(anyCart, anyTerms, amount, (cart, terms, shipping) => {
      const draft = orderOf(cart, terms);
      const dearer = orderOf({ ...cart, freeShipping: null, shippingMethods: cart.shippingMethods.map((method) => ({ ...method, freeFrom: null, taxBasisPoints: 2500, rates: [{ country: '', from: 0n, minor: shipping }] })) }, terms);
      if (draft === null || dearer === null || terms.taxRounding === 'total') return;
      expect(dearer.commissionMinor).toBe(draft.commissionMinor);
      const most = (bases: readonly bigint[]): bigint => halfUp(sumOf(bases.map((base, index) => base * BigInt(draft.lines[index]?.commissionBasisPoints ?? 0))), 10_000n);
      const bound = terms.basis === 'total-excluding-tax' ? most(draft.lines.map(({ netMinor }) => netMinor)) : terms.basis === 'total-including-tax' ? most(draft.lines.map(({ grossMinor }) => grossMinor)) : null;
      const commission = draft.commissionMinor ?? -1n;
      expect(commission >= 0n).toBe(true);
      // A group of lines of one rate is rounded on its own: at most half a minor unit for each.
      if (bound !== null) expect(commission - bound <= BigInt(draft.lines.length) && bound - commission <= BigInt(draft.lines.length)).toBe(true);
    })));
});
