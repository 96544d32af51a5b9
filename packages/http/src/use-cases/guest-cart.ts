import { newToken, record, subjectById, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import { hasGuestCart, mergeGuestCarts, type CartHolder, type MergedCart } from '@onbehalf/shop';
import type { CookieChange } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import { guestFormKey } from '../csrf.ts';
import type { Deps } from '../deps.ts';
import { holderOf, inStore } from '../present/names.ts';
import type { FlashNote } from '../route.ts';

interface Here {
  deps: Deps;
  request: Arrived;
}

/** The cart that is added to, and what the browser is given for it: a guest's cart begins with its first product (G3). */
export interface CartToFill {
  holder: CartHolder;
  cookies: CookieChange[];
  /** Whose next page says so. */
  flashFor: string;
}

/** A token that names no cart any more, or never did, is not taken up: whose it was may be somebody else. Refuses with 'too-many-carts'. */
export async function cartToFill(unit: Unit, { deps, request }: Here): Promise<Result<CartToFill, Refusal>> {
  const { guestCart, formKey } = request;
  const holder = holderOf(request);
  if (holder.cartKind !== 'guest') return { ok: true, value: { holder, cookies: [], flashFor: formKey } };
  if (guestCart !== null && (await hasGuestCart(unit, guestCart.hash))) return { ok: true, value: { holder, cookies: renewed(request), flashFor: formKey } };
  const seconds = await deps.loginLimits.takeCart(request.peer);
  if (seconds > 0) return { ok: false, error: { code: 'too-many-carts', facts: { minutes: Math.ceil(seconds / 60), seconds } } };
  const { text, hash } = newToken('guestCart', deps.random);
  return { ok: true, value: { holder: { ...holder, guestHash: hash }, cookies: [{ name: 'cart', value: text }], flashFor: guestFormKey({ hash }) } };
}

/** After a change: the browser keeps a guest's cart as long as the shop does from now on. */
export const renewed = ({ guestCart }: Pick<Arrived, 'guestCart'>): CookieChange[] => (guestCart === null ? [] : [{ name: 'cart', value: guestCart.token }]);

/** What a login made of the guest's cart. */
export interface TakenOver {
  cookies: CookieChange[];
  flash: FlashNote | null;
}

/**
 * G3: what a customer chose before logging in is in his own cart after it, in the login's transaction. It is asked for by
 * the customer's own login and by nothing else: not by a staff login, not by the start of an assist session.
 */
export async function takeOverGuestCart(unit: Unit, { deps, request }: Here, customerId: string): Promise<TakenOver> {
  const { guestCart, settings, now, origin } = request;
  if (guestCart === null) return { cookies: [], flash: null };
  const { store } = inStore(request);
  const websiteId = settings.get('customer/share') === 'global' ? null : store.websiteId;
  const merged = await mergeGuestCarts(unit, { guestHash: guestCart.hash, customerId, websiteId, now, newId: deps.random.uuid });
  const subject = merged.length === 0 ? null : await subjectById(unit, customerId);
  for (const { cartId, storeId, lines, pieces } of merged) {
    await record(unit, { people: { actor: null, subject, assistSessionId: null, storeId, chained: false }, origin, now }, { group: 'cart', action: 'merge-guest-cart', object: { type: 'cart', id: cartId }, detail: { lines, pieces } });
  }
  // A cart on a website where this customer is nobody stays the guest's.
  const cookies: CookieChange[] = (await hasGuestCart(unit, guestCart.hash)) ? [] : [{ name: 'cart', value: null }];
  return { cookies, flash: noteOf(merged.find(({ storeId }) => storeId === store.id)) };
}

const noteOf = (here: MergedCart | undefined): FlashNote | null =>
  here === undefined ? null : { tone: here.isLess ? 'warn' : 'good', code: here.isLess ? 'cart-merged-less' : 'cart-merged', facts: { pieces: here.pieces } };
