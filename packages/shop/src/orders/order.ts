import type { CommissionBalance, CommissionBasis, LocalText, OrderStatus, PaymentState } from '@onbehalf/core';
import type { AddressFields } from '../accounts/address.ts';
import type { OrderTotals } from '../cart/price-cart.ts';
import type { OptionText } from '../catalog/option-text.ts';
import type { OrderPayment } from '../payments/order-payments.ts';
import type { ProductKind } from '../catalog/product-card.ts';

export type { OrderStatus } from '@onbehalf/core';

/** Who placed it and from where; apart from whose order it is (D2). */
export type OrderChannel = 'self' | 'self-after-assist' | 'assisted' | 'admin' | 'api';

/** A sold line as it was, minor units. `netMinor + taxMinor = grossMinor`, after the discount. */
export interface OrderLine {
  position: number;
  productId: string;
  sku: string;
  name: string;
  image: string;
  /** What was chosen, in the language it was ordered in (G1). */
  options: readonly OptionText[];
  kind: ProductKind;
  quantity: number;
  unitMinor: bigint;
  /** One piece without anybody's edit. */
  catalogueMinor: bigint;
  overrideSource: string | null;
  overrideLabel: string | null;
  /** Why, by whom and with whose approval, as it was (C5). */
  overrideReason: string;
  overrideActorName: string | null;
  overrideApproverName: string | null;
  taxBasisPoints: number;
  netMinor: bigint;
  taxMinor: bigint;
  discountMinor: bigint;
  grossMinor: bigint;
  /** What this line's commission is reckoned at; null where it earns none (D3). */
  commissionBasisPoints: number | null;
  /** Pieces on documents so far (F3). */
  invoiced: number;
  shipped: number;
  refunded: number;
}

/** Who helped, with names as they were (D1). */
export interface Attribution {
  actorId: string;
  actorName: string;
  groupId: string;
  groupName: string;
  assistSessionId: string;
  reason: string;
  reference: string;
}

export interface OrderComment {
  at: Date;
  visibility: 'private' | 'public';
  text: string;
  /** Who wrote it; null where the shop itself did, and where the reader is the customer. */
  by: string | null;
}

export interface OrderCommission {
  minor: bigint;
  basis: CommissionBasis;
  /** Null where its lines have different rates (D3). */
  rateBasisPoints: number | null;
  /** How much of it is pending, earned and taken back (D4). */
  balance: CommissionBalance;
}

/** One order, complete, as it was placed. */
export interface Order {
  id: string;
  number: string;
  placedAt: Date;
  status: OrderStatus;
  storeId: number;
  storeName: string;
  timeZone: string;
  websiteId: number;
  totals: OrderTotals;
  lines: OrderLine[];
  shippingAddress: AddressFields;
  billingAddress: AddressFields;
  shippingMethod: string;
  /** As the method was called; its code where nobody knows any more. */
  shippingName: LocalText;
  paymentMethod: string;
  /** Of an order that is paid after its invoice, as they were when it was placed (G3); null: any other order. */
  paymentDays: number | null;
  /** The day by which the next money is due, YYYY-MM-DD: of the invoice that is open longest, or as the checkout said while there is none. Null: nothing is owed. */
  dueOn: string | null;
  purchaseOrderNumber: string;
  customerComment: string;
  customer: { id: string; name: string; company: string; email: string; externalId: string };
  channel: OrderChannel;
  /** The actor's name; what a customer may know of who helped. */
  placedBy: string | null;
  /** Null also where the reader is the customer (D1). */
  assisted: Attribution | null;
  owner: { id: string; name: string } | null;
  commission: OrderCommission | null;
  comments: OrderComment[];
  /** Number of the order whose faulty goods this one replaces, and those of the orders that replace goods of this one (D7). */
  replacementOf: string | null;
  replacedBy: string[];
  /** Of all its invoices, and of all its credit memos (F3). */
  invoicedMinor: bigint;
  refundedMinor: bigint;
  /** Null where it isn't paid by a link (D8). */
  payment: OrderPayment | null;
}

/** Who is reading: a customer sees his own orders, and the company's where he may (G2), without what is private to the shop. */
export type VisibleTo = { customerId: string; companyId?: string | null } | { ownerStaffId: string | readonly string[] } | 'all';

/** One order in a list. */
export interface ListedOrder {
  id: string;
  number: string;
  placedAt: Date;
  status: OrderStatus;
  /** Null where it isn't paid by a link (D8). */
  payment: PaymentState | null;
  customerId: string;
  customerName: string;
  customerCompany: string;
  storeId: number;
  storeName: string;
  pieces: number;
  currency: string;
  totalMinor: bigint;
  channel: OrderChannel;
  placedBy: string | null;
  ownerStaffId: string | null;
  ownerStaffName: string | null;
  groupName: string | null;
  commissionMinor: bigint | null;
  /** What the ledger says of it; null where there is no commission (D4). */
  commissionBalance: CommissionBalance | null;
}

/** A page by keyset: `next` is the cursor of the one after it. */
export interface OrderPage {
  orders: ListedOrder[];
  next: string | null;
}
