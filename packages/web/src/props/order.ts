import type { CommissionBasis, DocumentKind, Money, OrderStatus } from '@onbehalf/core';
import type { PaymentView } from './payment.ts';
import type { Address, Totals } from './shared.ts';

export type { OrderStatus } from '@onbehalf/core';

export interface OrderLineView {
  sku: string;
  name: string;
  /** "Colour: Red, Size: M"; empty or absent: no options (G1). */
  options?: string;
  image: string;
  href: string | null;
  quantity: number;
  unit: Money;
  /** The price without the override, where one was given. */
  originalUnit: Money | null;
  /** Where an edited price came from: "Sarah Johnson, price match" or "Pricelist A". */
  overrideLabel: string | null;
  total: Money;
}

/** What a commission stands at (D4); only for staff and administrators. */
export interface CommissionView {
  /** What is left of it: pending and earned together. */
  amount: Money;
  state: CommissionState;
  pending: Money;
  earned: Money;
  reversed: Money;
  /** Percent as text, for example "5"; null where lines have different rates. */
  rate: string | null;
  basis: CommissionBasis;
}

export type CommissionState = 'none' | 'pending' | 'part' | 'earned' | 'reversed';

/** Why an order belongs to nobody (D2). */
export type UnownedReason = 'nobody-inside' | 'placed-alone' | 'not-permanent' | 'no-primary' | 'was-different';

/** One order as customer, actor and administrator see it; absent parts are null. */
export interface OrderView {
  number: string;
  placedAt: Date;
  status: OrderStatus;
  storeName: string;
  lines: OrderLineView[];
  totals: Totals;
  shippingAddress: Address;
  billingAddress: Address;
  shippingMethod: string;
  paymentMethod: string;
  /** Null: nothing is owed, or it is paid in another way than after an invoice. */
  due: Due | null;
  purchaseOrderNumber: string;
  customerComment: string;
  customer: { id: string; name: string; company: string; email: string; externalId: string };
  /** Only for staff and administrators (D1). */
  assisted: {
    actorName: string;
    groupName: string;
    reason: string;
    reference: string;
    channel: 'self' | 'self-after-assist' | 'assisted' | 'admin' | 'api';
    commission: Money | null;
    commissionBasis: CommissionBasis;
    /** Percent as text, for example "5"; null where lines have different rates. */
    commissionRate: string | null;
  } | null;
  /** Why staff gave a discount on the whole order, or free shipping; null where they didn't (C10). */
  concessionReasons: { discount: string | null; freeShipping: string | null };
  /** The number of the order whose goods this one replaces, and those of the orders that replace goods of this one (D7). */
  replacementOf: string | null;
  replacedBy: string[];
  /** Whose order it is for commission and lists; only for staff and administrators (D2). */
  owner: string | null;
  commission: CommissionView | null;
  /** Null where it isn't paid by a link (D8). */
  payment: PaymentView | null;
  /** `by`: who wrote it; only for staff and administrators. */
  comments: { at: Date; text: string; visibility: 'private' | 'public'; by: string | null }[];
}

/** By when money has to come (G3). */
export interface Due {
  /** YYYY-MM-DD: a day of the store's calendar, the same for whoever reads it. */
  day: string;
  /** 0: there is time yet. */
  daysOver: number;
}

/** A document of an order in a list (F3). */
export interface DocumentRow {
  kind: DocumentKind;
  number: string;
  href: string;
  at: Date;
  orderNumber: string;
  orderHref: string;
  customerName: string;
  pieces: number;
  /** Null for a shipment. */
  total: Money | null;
  paidAt: Date | null;
  due: Due | null;
  tracking: string;
  /** The file of it; null for a shipment, and where whoever reads may not have it (B17). */
  pdfHref: string | null;
}

/** One invoice, shipment or credit memo (F3). */
export interface DocumentView extends DocumentRow {
  orderedAt: Date;
  lines: { sku: string; name: string; options?: string; image: string; pieces: number; unit: Money; total: Money }[];
  /** Null for a shipment. */
  totals: (Totals & { adjustmentRefund: Money | null; adjustmentFee: Money | null }) | null;
  /** Only for administrators. */
  actorName: string | null;
  paidBy: string | null;
  paymentReference: string;
  restocked: boolean;
}
