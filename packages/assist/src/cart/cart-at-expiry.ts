import type { EndReason } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import { record, type Origin, type People } from '../record/record.ts';
import { lookUpSettings } from '../session/look-up-customer.ts';
import { lockCart, restoreCart } from './restore-cart.ts';

const EXPIRY: ReadonlySet<EndReason> = new Set<EndReason>(['idle', 'hard-limit']);

interface Expiry {
  sessionId: string;
  reason: EndReason;
}

/** B8, "Cart when a session expires": whether this end asks for the cart as on entry; then the cart is held from here on. */
export async function holdCartAtExpiry(unit: Unit, { sessionId, reason }: Expiry): Promise<boolean> {
  if (!EXPIRY.has(reason)) return false;
  const [row] = await unit.named<{ website_id: number }>(
    'expiry-website', 'select st.website_id::integer from assist_session s join shop_port.store st on st.id = s.store_id where s.id = $1', [sessionId]);
  const settings = await lookUpSettings(unit);
  if (row === undefined || settings.get('assist/session/on_expiry_cart', { websiteId: row.website_id }) === 'keep') return false;
  await lockCart(unit, sessionId);
  return true;
}

/**
 * Puts the cart back in the transaction of the end, or says on record why it stays: somebody else changed it meanwhile.
 * A cart that was ordered, or that nobody touched, needs no word.
 */
export async function restoreAtExpiry(unit: Unit, { sessionId, reason, who }: Expiry & { who: { people: People; origin: Origin; now: Date } }): Promise<void> {
  const restored = await restoreCart(unit, { sessionId, version: null, now: who.now });
  const entry = { group: 'cart', action: 'restore' } as const;
  if (restored.ok) {
    const { before, after, left } = restored.value;
    await record(unit, who, { ...entry, detail: { expired: reason, before, after, left } });
    await unit.named('expiry-restored', 'update assist_session set cart_restored_at = $2 where id = $1', [sessionId, who.now]);
    return;
  }
  const { code } = restored.error;
  if (code !== 'cart-changed-by-others') return;
  await record(unit, who, { ...entry, result: 'refused', codes: [code], detail: { expired: reason } });
  await unit.named('expiry-kept', 'update assist_session set cart_kept_code = $2 where id = $1', [sessionId, code]);
}

/** What became of a session's cart at its end, for the page that says it is over. */
export async function cartAtEnd(unit: Unit, sessionId: string): Promise<'kept' | 'as-on-entry' | 'changed-by-others'> {
  const [row] = await unit.named<{ restored: boolean; code: string | null }>(
    'cart-at-end', 'select cart_restored_at is not null as restored, cart_kept_code as code from assist_session where id = $1', [sessionId]);
  if (row?.restored === true) return 'as-on-entry';
  return row?.code === 'cart-changed-by-others' ? 'changed-by-others' : 'kept';
}
