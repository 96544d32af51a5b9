/**
 * What assisted selling needs from outside. An adapter for another engine implements these and the relations and functions of
 * the SQL schema `shop_port` (migration 043), and nothing else (H3); docs/reference/shop-port.md, the battery in port-tests.
 */
import type { CurrencyCode, Locale, PriceRow, Refusal, Result } from '@onbehalf/core';

/** One transaction or one read, given by whoever calls; assist never opens a connection of its own. */
export interface Unit {
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** As query, prepared once per connection under that name. */
  named<Row>(name: string, text: string, params: readonly unknown[]): Promise<Row[]>;
}

/** Runs work in one transaction; whatever is thrown rolls it back. */
export interface Transactions {
  transaction<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Without a transaction: each statement sees the newest committed rows. */
  read<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
}

/** The time, aligned with the database's, so that every process and every expiry agree (F08). */
export interface Clock {
  now(): Date;
}

export interface Random {
  uuid: () => string;
  /** 32 random bytes as base64url, 43 characters. */
  token: () => string;
}

/** A store view as the shop has it. */
export interface Store {
  id: number;
  code: string;
  websiteId: number;
  websiteName: string;
  name: string;
  base: string;
  locale: Locale;
  currency: CurrencyCode;
  pricesIncludeTax: boolean;
  country: string;
  timeZone: string;
  active: boolean;
}

/** Whose cart, in which store. */
export interface CartOwner {
  customerId: string;
  customerGroupId: string;
  store: Store;
  /** The assist session it is worked on in, kept with every change; null: the customer himself (C8). */
  assistSessionId: string | null;
  /** The customer's own cart, or the actor's, which the customer accepts (C8). */
  cartKind: CartKind;
}

export type CartKind = 'customer' | 'side';

export interface EditedPrice {
  minor: bigint;
  /** Pieces it was given for (C6). */
  quantity: number;
  source: string;
  label: string;
  catalogueMinor: bigint;
  /** One of the store's reasons; empty where none was given (C5). */
  reason: string;
  actorId: string;
  actorName: string;
  /** Who approved it, where it was beyond a limit (C5). */
  approverName: string | null;
  /** Is the assist session it was given in still on? */
  sessionLive: boolean;
  sessionEndedAt: Date | null;
  /** Free items only: the largest discount of whoever gave it, basis points; null is no limit (C10). */
  limitBasisPoints?: number | null;
}

/** The newest question to a second person about a line's price, while it says anything about the line (C5). */
export interface PriceRequest {
  status: 'waiting' | 'approved' | 'declined' | 'void';
  minor: bigint;
  /** Pieces it was asked for (C6). */
  quantity: number;
  reason: string;
  actorName: string;
  deciderName: string | null;
  comment: string;
  sessionLive: boolean;
  sessionEndedAt: Date | null;
}

export interface CartLine {
  id: string;
  productId: string;
  sku: string;
  slug: string;
  name: string;
  image: string;
  kind: 'simple' | 'configurable' | 'virtual' | 'downloadable';
  /** What was chosen of a product with options, in the store's language: "Size", "M" (G1). */
  options?: readonly { name: string; value: string }[];
  quantity: number;
  stock: number | null;
  taxBasisPoints: number;
  /** What one piece costs the shop, without tax; null where nobody has said. Never a customer's to see. */
  costMinor: bigint | null;
  categoryId: string;
  /** The product's commission rate, else its category's; null or absent: whoever sells it decides (D3). */
  commissionBasisPoints?: number | null;
  /** Every price row that could apply to this customer (G4). */
  prices: PriceRow[];
  edited: EditedPrice | null;
  request: PriceRequest | null;
  onSale: boolean;
}

export interface Cart {
  /** Null while the customer has no open cart: the first line makes one. */
  id: string | null;
  /** 0 for a cart that isn't there yet. */
  version: number;
  lines: CartLine[];
  coupon: { code: string; percentBasisPoints: number } | null;
}

/** Sets or clears one line's edited price against the version that was looked at (C7). */
export interface PriceChange {
  cartId: string;
  lineId: string;
  version: number;
  edited: { minor: bigint; quantity: number; source: string; label: string; reason: string; catalogueMinor: bigint; assistSessionId: string; actorId: string } | null;
  at: Date;
  /** Written with the change or not at all (E2): what the assist session rests on, as the request read it, and the entry's text. */
  record?: { ground: string | null; body: string } | null;
}

/** The half of the port that is called; the other half is read and called in SQL. */
export interface Shop {
  /** Every store view, inactive ones too. */
  stores(unit: Unit): Promise<Store[]>;
  /** With every price that could apply to this customer, which is what may be offered to choose (C4). */
  openCart(unit: Unit, owner: CartOwner): Promise<Cart>;
  /** Raises the cart's version; 'cart-changed' or 'line-not-found' where the ground moved. */
  changePrice(unit: Unit, owner: CartOwner, change: PriceChange): Promise<Result<{ version: number }, Refusal>>;
}
