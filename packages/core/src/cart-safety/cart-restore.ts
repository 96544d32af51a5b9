import type { RefusalCode } from '../refusals/codes.ts';

/** Whose changes a cart has: kept with every raise of its version (C8). */
export interface CartHands {
  readonly id: string;
  readonly version: number;
  /** The assist session of the last change; null: the customer's own. */
  readonly changedIn: string | null;
  /** The version after the last change by anybody else than that. */
  readonly othersVersion: number;
}

export interface CartRestoreQuestion {
  readonly sessionId: string;
  /** As it was on entry; a null cart: there was none. Null: nothing was kept. */
  readonly entry: { readonly cartId: string | null; readonly version: number } | null;
  /** The open cart now. */
  readonly open: CartHands | null;
  /** The cart of the entry became an order, or this session placed one. */
  readonly ordered: boolean;
  /** The version that was looked at (C7); null where nobody looks, at an expiry. */
  readonly seen: number | null;
}

/**
 * Why a cart can't be put back as it was on entry; null: it can. Only what this session did is undone: versions tell
 * whether anybody else changed the cart since, however long ago anybody's clock says it was.
 */
export function cartRestoreRefusal({ sessionId, entry, open, ordered, seen }: CartRestoreQuestion): RefusalCode | null {
  if (ordered) return 'cart-ordered';
  if (entry === null) return 'cart-as-on-entry';
  if (entry.cartId !== null && entry.cartId !== open?.id) return 'cart-ordered';
  if (open === null) return 'cart-as-on-entry';
  if (seen !== null && seen !== open.version) return 'cart-changed';
  if (open.version === entry.version) return 'cart-as-on-entry';
  return open.changedIn !== sessionId || open.othersVersion > entry.version ? 'cart-changed-by-others' : null;
}
