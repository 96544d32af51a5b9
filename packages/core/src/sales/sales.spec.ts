import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOf } from '../money/money.ts';
import { halfUp } from '../money/rounding.ts';
import { cartTotals } from '../totals/cart-totals.ts';
import type { TaxRounding } from '../totals/tax-split.ts';
import { applyCreditMemo, applyInvoice, applyShipment } from './apply-document.ts';
import { cancelRefusal } from './cancel-refusal.ts';
import { decideCreditMemo } from './decide-credit-memo.ts';
import { decideInvoice } from './decide-invoice.ts';
import { decideShipment } from './decide-shipment.ts';
import type { DocumentDraft } from './document.ts';
import { orderStatus } from './order-status.ts';
import { isSent, openToInvoice, openToRefund, shippingToRefund, type SoldLine, type SoldOrder } from './sold-order.ts';

interface Bought {
  quantity: number;
  unitMinor: bigint;
  taxBasisPoints: bigint;
  kind: SoldLine['kind'];
}

interface Asked {
  lines: readonly Bought[];
  pricesIncludeTax: boolean;
  discountMinor: bigint;
  shippingMinor: bigint;
  taxRounding?: TaxRounding;
  currency?: string;
}

/** An order as the checkout makes them, with nothing on any document yet. */
function soldOrder({ lines, pricesIncludeTax, discountMinor, shippingMinor, taxRounding = 'line', currency = 'USD' }: Asked): SoldOrder & { totalMinor: bigint } {
  const totals = cartTotals({
    lines: lines.map((line, index) => ({ key: String(index), catalogueUnitMinor: line.unitMinor, ...line })),
    pricesIncludeTax,
    discount: { minor: discountMinor },
    shipping: { minor: shippingMinor, taxBasisPoints: 1900n },
    rounding: halfUp,
    taxRounding,
  });
  return {
    status: 'new', currency, pricesIncludeTax, shippingMinor, taxMinor: totals.tax, totalMinor: totals.total,
    shippingInvoiced: false, shippingRefundedMinor: 0n, invoicedMinor: 0n, refundedMinor: 0n,
    lines: totals.lines.map(({ net, tax, gross, discount }, index): SoldLine => {
      const { quantity = 0, unitMinor = 0n, kind = 'simple' } = lines[index] ?? {};
      return {
        position: index + 1, sku: `SKU-${index}`, kind, quantity, unitMinor, discountMinor: discount, netMinor: net, taxMinor: tax, grossMinor: gross,
        invoiced: 0, shipped: 0, refunded: 0,
      };
    }),
  };
}

const bought: fc.Arbitrary<Bought> = fc.record({
  quantity: fc.integer({ min: 1, max: 40 }),
  unitMinor: fc.bigInt({ min: 0n, max: 20_000n }),
  taxBasisPoints: fc.constantFrom(0n, 700n, 1900n, 825n),
  kind: fc.constantFrom('simple', 'configurable', 'virtual', 'downloadable'),
});

const anyOrder: fc.Arbitrary<SoldOrder & { totalMinor: bigint }> = fc
  .record({
    lines: fc.array(bought, { minLength: 1, maxLength: 5 }),
    pricesIncludeTax: fc.boolean(),
    discountMinor: fc.bigInt({ min: 0n, max: 100_000n }),
    shippingMinor: fc.bigInt({ min: 0n, max: 5000n }),
    taxRounding: fc.constantFrom<TaxRounding>('line', 'total'),
    currency: fc.constantFrom('JPY', 'USD', 'KWD'),
  })
  .map(soldOrder);

const simple = soldOrder({
  lines: [
    { quantity: 3, unitMinor: 3333n, taxBasisPoints: 825n, kind: 'simple' },
    { quantity: 1, unitMinor: 5000n, taxBasisPoints: 0n, kind: 'virtual' },
  ],
  pricesIncludeTax: false, discountMinor: 1000n, shippingMinor: 950n,
});

const all = (order: SoldOrder, openOf: (line: SoldLine) => number) => new Map(order.lines.map((line) => [line.position, openOf(line)]));
const NONE = new Map<number, number>();

const invoiced = applyInvoice;
const refunded = applyCreditMemo;

const shipped = (order: SoldOrder): SoldOrder =>
  applyShipment(order, order.lines.filter(isSent).map((line) => ({ line, pieces: line.quantity })));

function invoice(order: SoldOrder, pieces: ReadonlyMap<number, number>, withShipping = true): DocumentDraft {
  const decided = decideInvoice(order, { pieces, withShipping });
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
}

const TAKEN = fc.infiniteStream(fc.integer({ min: 0, max: 9 }));

/** Some of what is open of each line, as drawn. */
function some(order: SoldOrder, openOf: (line: SoldLine) => number, drawn: Iterator<number>): Map<number, number> {
  return new Map(order.lines.map((line) => [line.position, Math.min(openOf(line), Number(drawn.next().value ?? 0))]));
}

const sums = (drafts: readonly DocumentDraft[]) => ({
  subtotal: sumOf(drafts.map((draft) => draft.subtotal)),
  discount: sumOf(drafts.map((draft) => draft.discount)),
  shipping: sumOf(drafts.map((draft) => draft.shipping)),
  tax: sumOf(drafts.map((draft) => draft.tax)),
  net: sumOf(drafts.flatMap((draft) => draft.lines.map((line) => line.net))),
  gross: sumOf(drafts.flatMap((draft) => draft.lines.map((line) => line.gross))),
  total: sumOf(drafts.map((draft) => draft.total)),
});

const orderSums = (order: SoldOrder & { totalMinor: bigint }) => ({
  subtotal: sumOf(order.lines.map((line) => line.unitMinor * BigInt(line.quantity))),
  discount: sumOf(order.lines.map((line) => line.discountMinor)),
  shipping: order.shippingMinor,
  tax: order.taxMinor,
  net: sumOf(order.lines.map((line) => line.netMinor)),
  gross: sumOf(order.lines.map((line) => line.grossMinor)),
  total: order.totalMinor,
});

/** Invoices a few at a time in parts drawn at random, then whatever is left. */
function invoiceInParts(order: SoldOrder, drawn: Iterator<number>): { drafts: DocumentDraft[]; order: SoldOrder } {
  const drafts: DocumentDraft[] = [];
  let at = order;
  for (let n = 0; n < 4; n += 1) {
    const decided = decideInvoice(at, { pieces: some(at, openToInvoice, drawn), withShipping: n % 2 === 1 });
    if (!decided.ok) continue;
    drafts.push(decided.value);
    at = invoiced(at, decided.value);
  }
  const last = decideInvoice(at, { pieces: all(at, openToInvoice), withShipping: true });
  if (last.ok) {
    drafts.push(last.value);
    at = invoiced(at, last.value);
  }
  return { drafts, order: at };
}

function refundInParts(order: SoldOrder, drawn: Iterator<number>): { drafts: DocumentDraft[]; order: SoldOrder } {
  const drafts: DocumentDraft[] = [];
  let at = order;
  for (let n = 0; n < 5; n += 1) {
    const isLast = n === 4;
    const shipping = isLast ? shippingToRefund(at) : shippingToRefund(at) / 3n;
    const decided = decideCreditMemo(at, { pieces: isLast ? all(at, openToRefund) : some(at, openToRefund, drawn), shipping, adjustmentRefund: 0n, adjustmentFee: 0n });
    if (!decided.ok) continue;
    drafts.push(decided.value);
    at = refunded(at, decided.value);
  }
  return { drafts, order: at };
}

describe('F3: partial documents', () => {
  it('of invoices add up to the order in every amount, whatever the split', () =>
    fc.assert(fc.property(anyOrder, TAKEN, (order, drawn) => {
      const { drafts } = invoiceInParts(order, drawn[Symbol.iterator]());
      expect(sums(drafts)).toEqual(orderSums(order));
    })));

  it('of credit memos give back exactly what was invoiced, whatever the split', () =>
    fc.assert(fc.property(anyOrder, TAKEN, TAKEN, (order, first, second) => {
      const { order: billed } = invoiceInParts(order, first[Symbol.iterator]());
      const { drafts } = refundInParts(billed, second[Symbol.iterator]());
      expect(sums(drafts)).toEqual(orderSums(order));
    })));

  it('never have a negative amount, nor more tax than money', () =>
    fc.assert(fc.property(anyOrder, TAKEN, (order, drawn) => {
      for (const { lines } of invoiceInParts(order, drawn[Symbol.iterator]()).drafts)
        for (const { row, discount, net, tax, gross } of lines) {
          expect([row, discount, net, tax, gross].every((amount) => amount >= 0n)).toBe(true);
          expect(net + tax).toBe(gross);
        }
    })));

  it('carry the shipping once, on the invoice that asks for it', () => {
    const first = invoice(simple, new Map([[1, 1]]));
    expect(first.shipping).toBe(950n);
    expect(invoice(invoiced(simple, first), new Map([[1, 1]])).shipping).toBe(0n);
  });
});

describe('F3: what a document refuses', () => {
  it('more pieces than are open, at the line', () => {
    expect(decideInvoice(simple, { pieces: new Map([[1, 4]]), withShipping: true })).toEqual({ ok: false, error: [{ code: 'quantity-above-open', field: 'quantity-1', facts: { open: 3 } }] });
    expect(decideInvoice(simple, { pieces: new Map([[1, -1]]), withShipping: true }).ok).toBe(false);
    expect(decideInvoice(simple, { pieces: new Map([[1, 0.5]]), withShipping: true }).ok).toBe(false);
    expect(decideInvoice(simple, { pieces: new Map([[9, 1]]), withShipping: true }).ok).toBe(false);
  });

  it('a service in a parcel', () => expect(decideShipment(simple, { pieces: new Map([[2, 1]]) })).toMatchObject({ error: [{ code: 'quantity-above-open' }] }));

  it('nothing at all', () => {
    expect(decideInvoice(simple, { pieces: NONE, withShipping: false })).toMatchObject({ error: [{ code: 'document-empty' }] });
    expect(decideShipment(simple, { pieces: NONE })).toMatchObject({ error: [{ code: 'document-empty' }] });
  });

  it('a refund of what was not invoiced, or of more than the invoices came to', () => {
    const refund = (order: SoldOrder, pieces = NONE, adjustmentRefund = 0n) => decideCreditMemo(order, { pieces, shipping: 0n, adjustmentRefund, adjustmentFee: 0n });
    expect(refund(simple, new Map([[1, 1]]))).toMatchObject({ error: [{ code: 'nothing-to-refund' }] });
    const billed = invoiced(simple, invoice(simple, new Map([[1, 2]]), false));
    expect(refund(billed, new Map([[1, 3]]))).toMatchObject({ error: [{ code: 'quantity-above-open' }] });
    expect(refund(billed, NONE, billed.invoicedMinor).ok).toBe(true);
    expect(refund(billed, NONE, billed.invoicedMinor + 1n)).toMatchObject({ error: [{ code: 'amount-above-open', field: 'adjustmentRefund' }] });
  });

  it('shipping back that was not charged, and a fee above the refund', () => {
    const billed = invoiced(simple, invoice(simple, new Map([[1, 3]])));
    const ask = (shipping: bigint, adjustmentFee: bigint) => decideCreditMemo(billed, { pieces: NONE, shipping, adjustmentRefund: 0n, adjustmentFee });
    expect(ask(951n, 0n)).toMatchObject({ error: [{ code: 'amount-above-open', field: 'shipping' }] });
    expect(ask(950n, 2000n)).toMatchObject({ error: [{ code: 'amount-above-open', field: 'adjustmentFee' }] });
    expect(ask(950n, 950n).ok).toBe(true);
  });

  it('anything on a cancelled order, and to cancel one that has begun', () => {
    const cancelled: SoldOrder = { ...simple, status: 'cancelled' };
    expect(decideInvoice(cancelled, { pieces: NONE, withShipping: true })).toMatchObject({ error: [{ code: 'order-cancelled' }] });
    expect(decideShipment(cancelled, { pieces: NONE })).toMatchObject({ error: [{ code: 'order-cancelled' }] });
    expect(cancelRefusal(simple)).toBeNull();
    expect(cancelRefusal(cancelled)).toEqual({ code: 'order-cancelled' });
    expect(cancelRefusal(shipped(simple))).toEqual({ code: 'order-not-cancellable' });
  });
});

describe('F3: the status', () => {
  it('follows the documents: new, processing, shipped, complete, closed', () => {
    expect(orderStatus(simple)).toBe('new');
    const part = invoiced(simple, invoice(simple, new Map([[1, 1]])));
    expect(part.status).toBe('processing');
    expect(shipped(part).status).toBe('shipped');
    const whole = invoiced(shipped(part), invoice(part, all(part, openToInvoice)));
    expect(whole.status).toBe('complete');
    const refund = decideCreditMemo(whole, { pieces: all(whole, openToRefund), shipping: 950n, adjustmentRefund: 0n, adjustmentFee: 0n });
    expect(refund.ok && refunded(whole, refund.value).status).toBe('closed');
  });

  it('of an order with nothing to send is complete once it is invoiced', () => {
    const service = soldOrder({ lines: [{ quantity: 1, unitMinor: 100n, taxBasisPoints: 0n, kind: 'downloadable' }], pricesIncludeTax: false, discountMinor: 0n, shippingMinor: 0n });
    expect(orderStatus(service)).toBe('new');
    expect(invoiced(service, invoice(service, new Map([[1, 1]]))).status).toBe('complete');
  });
});
