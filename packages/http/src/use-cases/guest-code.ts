import { createHmac, randomBytes } from 'node:crypto';
import type { Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import { keepGuestCode, takeGuestCart, type MergedCart } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inStore, ownerOf } from '../present/names.ts';
import { tooManyAttempts } from './sign-in.ts';

interface Here {
  deps: Deps;
  request: Arrived;
}

const MINUTES = 10;
/** Without what sounds or looks like another: forty bits in eight signs, for ten minutes and one use. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const codeHash = ({ config }: Deps, code: string): Buffer => createHmac('sha256', config.secret).update(`guest-cart-code\n${code}`).digest();

/** B21: a code that the guest reads out; shown once and kept as its hash. Refuses with 'cart-empty'. */
export async function showGuestCode(unit: Unit, { deps, request }: Here): Promise<Result<{ code: string; minutes: number }, Refusal>> {
  const code = [...randomBytes(8)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
  const kept = await keepGuestCode(unit, {
    guestHash: request.guestCart?.hash ?? null, storeId: inStore(request).store.id, codeHash: codeHash(deps, code), expiresAt: new Date(request.now.getTime() + MINUTES * 60_000),
  });
  return kept.ok ? { ok: true, value: { code: `${code.slice(0, 4)}\u00A0${code.slice(4)}`, minutes: MINUTES } } : kept;
}

/** B21: inside a customer's account, what the guest had chosen becomes part of the cart that is worked in. Refuses with 'guest-code-over' or 'too-many-attempts'. */
export async function takeOverByCode(unit: Unit, { deps, request }: Here, typed: string): Promise<Result<Omit<MergedCart, 'storeId'>, Refusal>> {
  const { caller } = request;
  if (caller.kind !== 'context') return { ok: false, error: { code: 'not-in-context' } };
  const attempt = { kind: 'staff', email: `guest-code:${caller.actor.id}`, ip: request.peer } as const;
  const wait = await deps.loginLimits.take(attempt);
  if (wait > 0) return { ok: false, error: tooManyAttempts(wait) };
  const taken = await takeGuestCart(unit, ownerOf(request), { codeHash: codeHash(deps, typed.toUpperCase().replaceAll(/[\s-]/g, '')), now: request.now, newId: deps.random.uuid });
  if (taken.ok) await deps.loginLimits.succeeded(attempt);
  return taken;
}
