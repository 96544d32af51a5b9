import type { Money } from '@onbehalf/core';
import type { Problem, Typed } from './shared.ts';

export interface ReplacementProps {
  number: string;
  products: { sku: string; name: string; options?: string; image: string; ordered: number; left: number }[];
  /** At the SKU they concern. */
  problems: Problem[];
  /** Pieces by SKU. */
  typed: Typed;
}

export interface QuickOrderProps {
  /** `lines`: those that weren't added, as they stood there. */
  typed: Typed;
  problems: Problem[];
  /** What went into the cart, as it now stands there. */
  added: { sku: string; quantity: number; name: string; price: Money }[];
  /** What the customer usually buys, with the pieces of last time. */
  usual: UsualProduct[];
}

export interface UsualProduct {
  sku: string;
  name: string;
  /** Of a variant, in words. */
  options?: string;
  image: string;
  href: string;
  /** How many orders of the last year had it. */
  orders: number;
  quantity: number;
  /** One piece, for that many. */
  price: Money;
}

/** What staff gave on the cart as a whole, and what this actor may give (C10). */
export interface CartConcessions {
  discount: {
    /** As the page's language writes it, without the sign; null for an amount. */
    percent: string | null;
    amount: Money | null;
    reason: string;
    actorName: string;
    state: 'none' | 'applies' | 'lowered' | 'over';
  } | null;
  freeShipping: { reason: string; actorName: string; state: 'none' | 'applies' | 'lowered' | 'over' } | null;
  /** Null for whoever may give nothing. */
  /** `most`: how much more the actor may take off the cart, told before it is hit; null where there is no limit to tell. */
  give: { reasons: { value: string; label: string }[]; freeReasons: { value: string; label: string }[]; most: Money | null } | null;
  /** The order that this cart replaces faulty goods of (D7). */
  replacementOf: string | null;
}
