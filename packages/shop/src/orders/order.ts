import type { CommissionBasis } from '@onbehalf/core';
import type { AddressFields } from '../accounts/address.ts';
import type { OrderTotals } from '../cart/price-cart.ts';
import type { ProductKind } from '../catalog/product-card.ts';

export type OrderStatus = 'new' | 'processing' | 'shipped' | 'complete' | 'cancelled';

/** Who placed it and from where; apart from whose order it is (D2). */
export type OrderChannel = 'self' | 'self-after-assist' | 'assisted' | 'admin' | 'api';

/** A sold line as it was, minor units. `netMinor + taxMinor = grossMinor`, after the discount. */
export interface OrderLine {
  position: number;
  productId: string;
  sku: string;
  name: string;
  image: string;
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
}

export interface OrderCommission {
  minor: bigint;
  basis: CommissionBasis;
  rateBasisPoints: number;
}

/** One order, complete, as it was placed. */
export interface Order {
  id: string;
  number: string;
  placedAt: Date;
  status: OrderStatus;
  storeId: number;
  storeName: string;
  websiteId: number;
  totals: OrderTotals;
  lines: OrderLine[];
  shippingAddress: AddressFields;
  billingAddress: AddressFields;
  shippingMethod: string;
  paymentMethod: string;
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
}

/** Who is reading: a customer sees his own orders, without what is private to the shop. */
export type VisibleTo = { customerId: string } | { ownerStaffId: string } | 'all';

/** One order in a list. */
export interface ListedOrder {
  id: string;
  number: string;
  placedAt: Date;
  status: OrderStatus;
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
}

/** A page by keyset: `next` is the cursor of the one after it. */
export interface OrderPage {
  orders: ListedOrder[];
  next: string | null;
}
