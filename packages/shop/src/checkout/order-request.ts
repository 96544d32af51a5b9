import type { CommissionBasis, CommissionLine, PriceRule, ReverseChargeTerms, TaxRounding } from '@onbehalf/core';
import type { CartOwner } from '@onbehalf/assist/ports';
import type { AddressFields } from '../accounts/address.ts';
import type { OrderTotals } from '../cart/price-cart.ts';
import type { Attribution, OrderChannel, OrderComment, OrderLine } from '../orders/order.ts';

/** What is asked for when an order is placed, and what the caller has established about it. */
export interface OrderRequest {
  owner: CartOwner;
  /** The version of the cart that was looked at (C7). */
  cartVersion: number;
  /** One per checkout page (D9). */
  checkoutKey: string;
  /** The total that was shown, minor units (C6). */
  expectedTotalMinor: bigint;
  /** One of the customer's own addresses, or a new one; null only where nothing is sent. */
  shippingAddress: { id: string } | AddressFields | null;
  /** What the invoice is written to: one of the addresses there are, the one the goods go to, or null: the default one. */
  billingAddress?: { id: string } | 'same' | null;
  shippingMethod: string;
  paymentMethod: string;
  /** Those that the website has (Config: `payment/methods`). */
  paymentMethods: readonly string[];
  /** Where neither company nor customer has any of their own (Config: `payment/terms_days`). */
  paymentDays: number;
  purchaseOrderNumber: string;
  customerComment: string;
  now: Date;
  channel: OrderChannel;
  /** Who helps, as a snapshot; null where the customer is alone (D1). */
  attribution: Attribution | null;
  /** Whose order it becomes (D2). */
  ownerStaff: { id: string; name: string } | null;
  commission: OrderCommissionTerms | null;
  comments: Pick<OrderComment, 'visibility' | 'text'>[];
  rule: PriceRule;
  overrideValidForSeconds: number;
  taxRounding: TaxRounding;
  minMarginBasisPoints: bigint | null;
  reverseCharge: ReverseChargeTerms;
}

/** How the commission comes about; core's `commissionFor` computes it from the lines. */
export interface OrderCommissionTerms {
  basis: CommissionBasis;
  /** Of whoever sells; a product or category may have its own (D3). */
  rateBasisPoints: number;
  compute: (lines: readonly CommissionLine[]) => bigint;
}

/** The order, made now or by an earlier request with the same checkout key. */
export interface PlacedOrder {
  orderId: string;
  number: string;
  totals: OrderTotals;
  lines: OrderLine[];
  already: boolean;
}
