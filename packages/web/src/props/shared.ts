import type { CommissionBasis, DocumentKind, Money, OrderStatus } from '@onbehalf/core';
import type { PaymentView } from './payment.ts';

/** A refusal as a page shows it: at the field it names, or above the form. */
export interface Problem {
  code: string;
  field?: string;
  /** What happened, in the page's language. */
  text: string;
  /** What to do about it, where there is something. */
  remedy?: string;
}

/** What the person typed, so that a refused form keeps it. */
export type Typed = Readonly<Record<string, string>>;

export interface Address {
  id: string;
  name: string;
  company: string;
  street: string;
  postcode: string;
  city: string;
  region: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  phone: string;
}

/** Keyset paging: links, or null at an end. */
export interface Paging {
  previous: string | null;
  next: string | null;
}

export interface Totals {
  subtotal: Money;
  discount: Money | null;
  couponCode: string | null;
  /** The part of the discount that staff gave off the whole cart (C10). */
  staffDiscount: Money | null;
  /** Given by staff, not by what was ordered. */
  freeShipping: boolean;
  shipping: Money | null;
  /** Null where no address is known yet. */
  tax: Money | null;
  /** The same by rate, the highest first; `base` is what it is reckoned on, without tax. */
  taxes: { basisPoints: number; base: Money; tax: Money }[];
  /** The country whose tax it is, while nobody knows where the goods go. */
  taxFor: string | null;
  taxIncluded: boolean;
  /** The VAT numbers of the shop and of the company that owes the tax itself; null: tax as usual. */
  reverseCharge: { seller: string; vatNumber: string } | null;
  total: Money;
}

export interface ProductCard {
  sku: string;
  name: string;
  summary: string;
  href: string;
  image: string;
  price: Money;
  /** Shown struck through where it is higher than price. */
  listPrice: Money | null;
  /** Lowest tier, "from 10: 85.00". */
  tier: { from: number; price: Money } | null;
  stock: 'in' | 'low' | 'out' | 'not-stocked';
  canAdd: boolean;
  /** "Colour: Red, Size: M"; empty or absent: no options (G1). */
  options?: string;
  /** The lowest price of several versions. */
  isFrom?: boolean;
  /** It has options: chosen on its own page, and can't be added from here. */
  toChoose?: boolean;
}

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

/** What is asked or told before a customer's account is entered (A8, B7, B11, B13). */
export interface StartQuestions {
  reasons: string[];
  reasonRequired: boolean;
  /** Store views to choose from, by website; empty: the customer's own is taken. */
  storeGroups: { website: string; stores: { code: string; name: string }[] }[];
  /** Code of the one that is chosen beforehand. */
  store: string;
  /** The customer the actor is in now; starting switches. */
  switchFrom: { name: string; since: Date } | null;
  /** Colleagues who are inside this customer now. */
  colleagues: { name: string; since: Date }[];
}

/** "Login as Customer" for one customer, as any record's page carries it (B12). */
export interface AssistEntry extends StartQuestions {
  customer: { id: string; name: string };
  /** All reasons why the account can't be entered and what to do about each; empty: it can. */
  obstacles: Problem[];
}

/** One price that was considered, and what became of it (C9). */
export interface WhyPriceRow {
  key: string;
  label: string;
  fromQuantity: number;
  amount: Money;
  /** As text, where the amount is a share of the base price. */
  percentOff: string | null;
  outcome: 'won' | 'lost' | 'not-yet' | 'over' | 'quantity-too-small';
}

/** "Why this price?" (C9): every price considered, and on a line of the cart what became of the winner. */
export interface WhyPrice {
  /** Null for the customer, who is told the price that applies and no other. */
  rule: 'specific' | 'lowest' | null;
  rows: WhyPriceRow[];
  /** One piece over its cost, for those with the right "See margin". */
  margin: { money: Money; percent: string | null } | null;
  /** The price an actor gave instead. */
  edited: { amount: Money; source: string } | null;
  /** Null on the product page, where nothing is counted yet. */
  line: {
    quantity: number;
    unit: Money;
    total: Money;
    discount: Money | null;
    /** Where the discount comes from: the coupon, our team. */
    discounts: string;
    net: Money;
    tax: Money;
    /** As text, in the page's language. */
    taxPercent: string;
    gross: Money;
  } | null;
  taxIncluded: boolean;
  /** The company owes the VAT itself: none is in any of it. */
  isReverseCharge: boolean;
  taxRounding: 'line' | 'total';
}

/** How often each kind of thing was done in an assist session (B20). */
export interface VisitDone {
  prices: number;
  cart: number;
  addresses: number;
  information: number;
  wishlist: number;
  newsletter: number;
}
