import type { CartOwner, Store } from '@onbehalf/assist/ports';

/** A guest: whoever holds the token of the cart, and nobody without one (G3). */
export interface GuestHolder {
  guestHash: Buffer | null;
  customerId: null;
  customerGroupId: null;
  store: Store;
  assistSessionId: null;
  cartKind: 'guest';
}

/** Whose cart, in which store: a customer's, in his own hand or in an actor's, or a guest's. */
export type CartHolder = CartOwner | GuestHolder;

/** A statement about a cart, once for customers and once for guests; $1 is the {@link keyOf} its holder. */
export interface HolderSql {
  isGuest: boolean;
  /** Column and type of $1. */
  column: 'customer_id' | 'guest_hash';
  key: '$1::bigint' | '$1::bytea';
}

const CUSTOMER: HolderSql = { isGuest: false, column: 'customer_id', key: '$1::bigint' };
const GUEST: HolderSql = { isGuest: true, column: 'guest_hash', key: '$1::bytea' };

interface Statement {
  name: string;
  text: string;
}

/** Both statements, made once, and the one that fits a holder: no statement finds a customer's cart for a guest or the other way round. */
export function forHolder(name: string, sql: (holder: HolderSql) => string): (holder: CartHolder) => Statement {
  const [ofCustomer, ofGuest] = [{ name, text: sql(CUSTOMER) }, { name: `${name}-guest`, text: sql(GUEST) }];
  return ({ cartKind }) => (cartKind === 'guest' ? ofGuest : ofCustomer);
}

export const keyOf = (holder: CartHolder): string | Buffer | null => (holder.cartKind === 'guest' ? holder.guestHash : holder.customerId);
