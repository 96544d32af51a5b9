import {
  applyCreditMemo, applyInvoice, applyShipment, decideCreditMemo, decideInvoice, decideShipment, earnCommission, earnedProgress, openToInvoice, openToShip,
  refundedProgress, reverseCommission, type CommissionBalance, type CommissionEntry, type DocumentDraft, type DocumentKind, type SoldOrder,
} from '@onbehalf/core';
import type { NumberedOrder } from './orders.ts';
import { DAY_MS } from './seed-frame.ts';

/** A document that a past order got, decided as the shop decides now. */
export interface ToldDocument {
  kind: DocumentKind;
  at: Date;
  draft: DocumentDraft;
  tracking: string;
  paidAt: Date | null;
}

/** A line of the ledger, and which document made it so. */
export interface ToldCommission extends CommissionEntry {
  at: Date;
  document: ToldDocument | null;
}

/** What became of a past order until now, in the order in which it happened. */
export interface OrderStory {
  sold: SoldOrder;
  documents: ToldDocument[];
  ledger: ToldCommission[];
}

/** One in so many complete orders comes back, the first piece of it or all. */
const REFUNDED_EACH = 37;
const NO_AMOUNTS = { row: 0n, discount: 0n, net: 0n, tax: 0n, gross: 0n };
const NO_TOTALS = { subtotal: 0n, discount: 0n, shipping: 0n, tax: 0n, adjustmentRefund: 0n, adjustmentFee: 0n, total: 0n };

/** Invoice, shipment, payment and refund of a past order by its planned status, by the very functions that decide them now. */
export function storyOf(order: NumberedOrder): OrderStory {
  const teller = new Teller(order);
  const { status } = order.past.plan;
  if (status === 'cancelled') teller.cancel();
  const isSentFirst = status === 'shipped' && order.past.key % 2 === 1;
  if (status === 'processing' || status === 'complete' || (status === 'shipped' && !isSentFirst)) teller.invoice();
  if (status === 'shipped' || status === 'complete') teller.ship();
  if (status === 'complete') teller.pay();
  if (status === 'complete' && order.past.key % REFUNDED_EACH === 0) teller.refund(order.past.key % 2 === 0);
  return { sold: teller.sold, documents: teller.documents, ledger: teller.ledger };
}

class Teller {
  sold: SoldOrder;
  readonly documents: ToldDocument[] = [];
  readonly ledger: ToldCommission[] = [];
  readonly #order: NumberedOrder;
  #balance: CommissionBalance = { pending: 0n, earned: 0n, reversed: 0n, everEarned: 0n };

  constructor(order: NumberedOrder) {
    this.#order = order;
    this.sold = soldOf(order);
    const minor = order.draft.commissionMinor ?? 0n;
    if (minor > 0n) this.#write([{ state: 'pending', kind: 'placed', minor }], order.request.now, null);
  }

  cancel(): void {
    this.sold = { ...this.sold, status: 'cancelled' };
    this.#write(reverseCommission(this.#balance, { part: 1n, whole: 1n }), this.#after(DAY_MS / 6), null);
  }

  invoice(): void {
    const decided = decideInvoice(this.sold, { pieces: new Map(this.sold.lines.map((line) => [line.position, openToInvoice(line)])), withShipping: true });
    if (!decided.ok) return;
    this.sold = applyInvoice(this.sold, decided.value);
    this.#add('invoice', decided.value, DAY_MS);
  }

  ship(): void {
    const decided = decideShipment(this.sold, { pieces: new Map(this.sold.lines.map((line) => [line.position, openToShip(line)])) });
    if (!decided.ok) return;
    this.sold = applyShipment(this.sold, decided.value);
    const lines = decided.value.map((one) => ({ position: one.line.position, pieces: one.pieces, ...NO_AMOUNTS }));
    this.#add('shipment', { lines, ...NO_TOTALS }, 2 * DAY_MS, `1Z${this.#order.number}`);
  }

  pay(): void {
    const invoice = this.documents.find(({ kind }) => kind === 'invoice');
    if (invoice === undefined) return;
    invoice.paidAt = this.#after(6 * DAY_MS);
    const paid = new Map(invoice.draft.lines.map((line) => [line.position, line.pieces]));
    this.#write(earnCommission(this.#balance, earnedProgress(this.sold, 'paid', paid)), invoice.paidAt, invoice);
  }

  refund(isWhole: boolean): void {
    const [first] = this.sold.lines;
    const pieces = isWhole ? new Map(this.sold.lines.map((line) => [line.position, line.invoiced])) : new Map([[first?.position ?? 1, 1]]);
    const decided = decideCreditMemo(this.sold, { pieces, shipping: isWhole ? this.sold.shippingMinor : 0n, adjustmentRefund: 0n, adjustmentFee: 0n });
    if (!decided.ok) return;
    this.sold = applyCreditMemo(this.sold, decided.value);
    const memo = this.#add('credit-memo', decided.value, 7 * DAY_MS);
    this.#write(reverseCommission(this.#balance, refundedProgress(this.sold)), memo.at, memo);
  }

  #add(kind: DocumentKind, draft: DocumentDraft, laterMs: number, tracking = ''): ToldDocument {
    const document = { kind, at: this.#after(laterMs), draft, tracking, paidAt: null };
    this.documents.push(document);
    return document;
  }

  #write(entries: readonly CommissionEntry[], at: Date, document: ToldDocument | null): void {
    for (const entry of entries) {
      this.ledger.push({ ...entry, at, document });
      const { state, kind, minor } = entry;
      const { reversed, everEarned } = this.#balance;
      this.#balance = {
        ...this.#balance, [state]: this.#balance[state] + minor,
        reversed: kind === 'reversed' ? reversed - minor : reversed,
        everEarned: kind === 'earned' && minor > 0n ? everEarned + minor : everEarned,
      };
    }
  }

  /** So long after the order, in the same proportions where less time has passed. */
  #after(ms: number): Date {
    const { past, request } = this.#order;
    return new Date(request.now.getTime() + Math.min(ms, (past.untilNow * ms) / (8 * DAY_MS)));
  }
}

function soldOf({ draft }: NumberedOrder): SoldOrder {
  const { totals } = draft;
  return {
    status: 'new', currency: totals.currency, pricesIncludeTax: totals.pricesIncludeTax, shippingMinor: totals.shipping, taxMinor: totals.tax,
    lines: draft.lines, shippingInvoiced: false, shippingRefundedMinor: 0n, invoicedMinor: 0n, refundedMinor: 0n,
  };
}
