import type { EndReason, Money, PaymentState } from '@onbehalf/core';
import type { Address, DocumentRow, DocumentView, OrderStatus, OrderView, Paging, Problem, ProductCard, Totals, Typed, WhyPrice } from './shared.ts';
import type { ProductListView } from './product-list.ts';
import type { CartConcessions, UsualProduct } from './selling.ts';

export type * from './account.ts';
export type * from './product.ts';
export type * from './selling.ts';

export interface HomeProps {
  categories: { name: string; text: string; href: string; image: string }[];
  featured: ProductCard[];
}

export interface CategoriesProps {
  categories: { name: string; href: string }[];
}

export interface CategoryProps {
  name: string;
  text: string;
  list: ProductListView;
}

export interface SearchProps {
  query: string;
  /** No product has every word as it was typed: these are the nearest. */
  nearest: boolean;
  /** What was probably meant; null where every word is known. */
  meant: string | null;
  list: ProductListView;
}

/** Actor or customer price choice for one line (C4). */
export interface AlternativePrice {
  key: string;
  /** In the page's language; in English exactly "Base Price", "Customer Price", …, or the list's own name. */
  label: string;
  fromQuantity: number;
  price: Money;
  current: boolean;
}

/** What the actor may do to a line's price. */
export interface OpenPriceEdit {
  state: 'open';
  alternatives: AlternativePrice[];
  canReset: boolean;
  /** Why a price is typed: the store's list, whether one is needed, and what the line has (C5). */
  reasons: { value: string; label: string }[];
  reasonRequired: boolean;
  reason: string;
  /** What the line earns at the price it has: the actor's own commission, and the margin for those who may see it (C5). */
  earning: PriceEarning;
  /** The lowest price the actor may give without anybody else, how much off that is, and what becomes of a lower one; null without a limit (C5). */
  limit: { lowest: Money; percent: string; asks: boolean } | null;
}

export interface PriceEarning {
  commission: Money;
  /** Of one piece over its cost, in money and percent; null without the right or without a cost. */
  margin: { money: Money; percent: string | null } | null;
  /** The lowest price that keeps the shop's margin; null without the right or without a floor. */
  lowest: Money | null;
  /** What a script reckons the same from while a price is typed. */
  terms: { quantity: number; taxBasisPoints: number; taxIncluded: boolean; couponBasisPoints: number; basis: string; rateBasisPoints: number; costMinor: bigint | null };
}

export interface CartLineView {
  id: string;
  sku: string;
  name: string;
  /** "Colour: Red, Size: M"; empty or absent: no options (G1). */
  options?: string;
  href: string;
  image: string;
  quantity: number;
  unit: Money;
  total: Money;
  stock: 'in' | 'low' | 'out' | 'not-stocked';
  /** What the line would cost without the override; null where none is in force. */
  originalUnit: Money | null;
  /** Difference per piece (new − original) and in percent with sign, e.g. "−20" or "+5"; null without override. */
  difference: { money: Money; percent: string } | null;
  /** A line free of charge: "Free item: sample", and whether it still is (C10). */
  free: { label: string; state: 'applies' | 'over' | 'not-covered' } | null;
  /** Where the override came from: "Sarah Johnson" or a label like "Pricelist A". */
  overrideSource: string | null;
  /** Present only in an assist session where prices may be edited at all. */
  edit:
    | OpenPriceEdit
    | { state: 'closed'; reasons: Problem[] }
    | null;
  problems: Problem[];
  typed: Typed;
  /** A price that waits for a second person: the line can't be ordered until it is decided or taken back (C5). */
  waiting: { price: Money; source: string } | null;
  /** An edited price that no longer applies, in words. */
  notice: string | null;
  /** Only in an assist session (C9). */
  why?: WhyPrice | null;
}

export interface CartProps {
  /** Sent back with every change (C7). */
  version: number;
  lines: CartLineView[];
  totals: Totals;
  /** What delivery costs at least; null where there is none to pay. */
  shippingFrom: Money | null;
  canCheckout: boolean;
  canChange: boolean;
  /** The actor works in a cart of his own, not the customer's (C8). */
  sideCart: boolean;
  /** Carts of staff that wait for the customer's answer. */
  offers: { id: string; by: string; pieces: number }[];
  /** The actor has changed it, and may put it back as it was on entry (C8). */
  canRestore: boolean;
  /** That a coupon on the cart no longer counts, in words. */
  couponOver: string | null;
  problems: Problem[];
  typed: Typed;
  /** Own commission, shown to the actor only. */
  commission: Money | null;
  concessions: CartConcessions;
  /** In an assist session: what the customer usually buys and the cart hasn't got, one tap each (D7). */
  usual: UsualProduct[];
}

/** What is different in the cart since the page before showed it (C7). */
export type CheckoutChange =
  | { kind: 'added' | 'removed'; name: string; quantity: number }
  | { kind: 'quantity'; name: string; before: number; after: number }
  | { kind: 'price'; name: string; before: Money; after: Money }
  | { kind: 'coupon'; code: string };

export interface CheckoutProps {
  version: number;
  idempotencyKey: string;
  /** The customer's own, and those of the company he buys for (G2). */
  addresses: (Address & { ofCompany: boolean })[];
  /** What the invoice is written to beforehand; null: where the goods go. */
  billingId: string | null;
  /** Needed only if something is shipped. */
  needsShipping: boolean;
  shippingMethods: { code: string; name: string; text: string; price: Money; chosen: boolean }[];
  paymentMethods: { code: 'on-account' | 'purchase-order' | 'bank-transfer' | 'pay-link'; name: string; text: string; chosen: boolean; /** It can't be chosen for this cart; `text` says why. */ disabled?: boolean }[];
  lines: { sku: string; name: string; options?: string; image: string; quantity: number; unit: Money; originalUnit: Money | null; total: Money }[];
  totals: Totals;
  problems: Problem[];
  typed: Typed;
  countries: { code: string; name: string }[];
  /** In an assist session: total and read-out hints are shown large (D7). */
  assisted: boolean;
  /** The cart as this page shows it; sent back, so that the next page can tell what has changed. */
  seen: string;
  changes: CheckoutChange[];
}

export interface PlacedProps {
  number: string;
  total: Money;
  email: string;
  assisted: boolean;
  /** "My Orders" of the customer. */
  orderHref: string;
  commission: Money | null;
  /** Where a bank transfer goes to; nothing for another way to pay. */
  bank: string[];
  /** Where a link was sent to that pays it, and the way to pay at once: the customer's alone (D8). */
  payLink: { sentTo: string; payHref: string | null } | null;
}

export interface OrdersProps {
  query: string;
  orders: { number: string; href: string; placedAt: Date; pieces: number; total: Money; status: OrderStatus; payment: PaymentState | null; placedBy: string | null; buyer?: string }[];
  paging: Paging;
  /** The company's, by whomever (G2), or the customer's own. */
  scope: 'own' | 'company';
  /** The other list; null where there is none for this reader. */
  otherHref: string | null;
}

export interface OrderProps {
  order: OrderView;
  /** Invoices, shipments and refunds of the order (F3). */
  documents: DocumentRow[];
  /** The same again, at normal prices; and for an actor who may give items free of charge: instead of what was faulty (D7). */
  canReorder: boolean;
  canReplace: boolean;
  /** "Pay now": the customer's own, never in an assist session (D8). */
  payHref: string | null;
  problems: Problem[];
}

/** Which products of an order, and how many, go into the cart again (D7). */
export interface ReorderProps {
  number: string;
  lines: { sku: string; name: string; image: string; ordered: number; state: 'open' | 'short' | 'out' | 'gone'; stock: number | null }[];
  /** What was left out just now, each with why. */
  leftOut: string[];
  problems: Problem[];
  typed: Typed;
}

export interface DocumentProps {
  document: DocumentView;
  order: OrderView;
}

/** A context that is over (B9). Shown with 200 for GET pages, 409 for anything else. */
export interface AssistEndedProps {
  /** Null: the page can't know whose it was. */
  people: { subject: string; actor: string } | null;
  /** A sentence in the page's language. */
  reason: string;
  reasonCode: EndReason | null;
  endedAt: Date | null;
  /** What became of the cart. */
  cart: 'kept' | 'as-on-entry' | 'changed-by-others';
  /** True: the actor has to log in again first. */
  mustLogIn: boolean;
  /** All customers, and the one it was about: in the portal. */
  customersHref: string;
  customerHref: string;
}

/** On the way from the portal: the page whose script takes the ticket out of the address (B3). */
export interface HandoffProps {
  storeName: string;
  /** The portal's customer list. */
  backHref: string;
}

export interface ProblemPageProps {
  status: number;
  title: string;
  text: string;
  remedy: string;
  /** Where to go on. */
  links: { label: string; href: string }[];
  requestId: string;
}
