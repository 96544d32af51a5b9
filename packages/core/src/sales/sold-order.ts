import type { CurrencyCode } from '../money/currencies.ts';

/** Where an order stands. Nobody sets it by hand: it follows from what was invoiced, shipped and refunded. */
export const ORDER_STATUSES = ['new', 'processing', 'shipped', 'complete', 'closed', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** A sold line with how much of it stands on documents already. `netMinor + taxMinor = grossMinor`, after the discount. */
export interface SoldLine {
  readonly position: number;
  readonly sku: string;
  readonly kind: 'simple' | 'configurable' | 'virtual' | 'downloadable';
  readonly quantity: number;
  readonly unitMinor: bigint;
  readonly discountMinor: bigint;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly invoiced: number;
  readonly shipped: number;
  readonly refunded: number;
}

/** What documents are made of (F3). Shipping is with or without tax as the prices are. */
export interface SoldOrder {
  readonly status: OrderStatus;
  readonly currency: CurrencyCode;
  readonly pricesIncludeTax: boolean;
  readonly shippingMinor: bigint;
  /** Of goods and shipping. */
  readonly taxMinor: bigint;
  readonly lines: readonly SoldLine[];
  readonly shippingInvoiced: boolean;
  readonly shippingRefundedMinor: bigint;
  /** Of all invoices, and of all credit memos. */
  readonly invoicedMinor: bigint;
  readonly refundedMinor: bigint;
  /** The customer is to pay it by a link, and has not yet: nothing is invoiced or sent before (D8). */
  readonly awaitsPayment?: boolean;
}

/** Services and downloads have nothing to send. */
export const isSent = ({ kind }: Pick<SoldLine, 'kind'>): boolean => kind === 'simple' || kind === 'configurable';

/** What is still open of a line: to be invoiced, to be shipped, to be refunded. */
export const openToInvoice = (line: SoldLine): number => line.quantity - line.invoiced;
export const openToShip = (line: SoldLine): number => (isSent(line) ? line.quantity - line.shipped : 0);
export const openToRefund = (line: SoldLine): number => line.invoiced - line.refunded;

/** Shipping that costs nothing needs no invoice. */
export const isShippingOpen = (order: SoldOrder): boolean => !order.shippingInvoiced && order.shippingMinor > 0n;

/** Shipping that was invoiced and not given back, as the prices are. */
export const shippingToRefund = (order: SoldOrder): bigint => (order.shippingInvoiced ? order.shippingMinor - order.shippingRefundedMinor : 0n);
