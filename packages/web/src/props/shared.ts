import type { Money } from '@onbehalf/core';

export type * from './order.ts';

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
