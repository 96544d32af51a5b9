import { randomBytes } from 'node:crypto';
import { beginSignIn, draftSecondFactor, endStaffSession, openStaffSession, recordLoginRefused, staffByEmail, stepAfterPassword, verifyPassword, type Actor } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import type { CookieChange } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { deviceCookie, knownDevice } from '../login-device.ts';
import type { LoginAttempt } from '../login-limits.ts';
import { portalReturn } from '../return-path.ts';

export interface Asked {
  deps: Deps;
  request: Arrived;
}

/** A try at something of a staff account, counted where it comes from. */
export function staffAttempt({ deps, request }: Asked, { kind, email, about = email }: { kind: LoginAttempt['kind']; email: string; about?: string }): LoginAttempt {
  return { kind, email: about, ip: request.peer, device: knownDevice(deps.config.secret, { email, now: request.now }, request.device) };
}

/** What a person is told who has to wait. */
export function tooManyAttempts(seconds: number): Refusal {
  return { code: 'too-many-attempts', facts: { minutes: Math.ceil(seconds / 60), seconds } };
}

/** A1: wrong password, unknown e-mail and inactive account get the same answer after the same work. */
export async function checkStaff({ deps, request }: Asked, { email, password }: { email: string; password: string }): Promise<{ actor: Actor } | { refusal: Refusal }> {
  const attempt = staffAttempt({ deps, request }, { kind: 'staff', email });
  const wait = await deps.loginLimits.take(attempt);
  const account = await deps.db.read((unit) => staffByEmail(unit, email));
  const right = wait === 0 && (await verifyPassword(account?.passwordHash ?? null, password));
  if (right && account !== null && account.active) {
    await deps.loginLimits.succeeded(attempt);
    return { actor: account.actor };
  }
  const refusal: Refusal = wait > 0 ? tooManyAttempts(wait) : { code: 'credentials-wrong' };
  await refuseLogin({ deps, request }, account?.actor ?? null, refusal);
  return { refusal };
}

/** On record before the answer leaves, in a transaction of its own. */
export async function refuseLogin({ deps, request: { now, origin } }: Asked, account: Actor | null, { code }: Refusal): Promise<void> {
  await deps.db.transaction((unit) => recordLoginRefused(unit, { account, now, origin, code }));
}

export interface PortalEntry {
  to: string;
  cookies: CookieChange[];
}

/**
 * After the password: into the portal, or to the second step where one is asked for (A2). A session has an id of its own, whatever
 * the browser held before, which is over (S01). Null: the account changed meanwhile.
 */
export async function enterPortal({ deps, request }: Asked, actor: Actor, next: string): Promise<PortalEntry | null> {
  const { caller, now, origin } = request;
  return deps.db.transaction(async (unit) => {
    const step = await stepAfterPassword(unit, actor);
    if (step === 'over') return null;
    if (caller.kind === 'actor') await endStaffSession(unit, { staffSessionId: caller.sessionId, reason: 'new-login', now, origin });
    if (step !== 'nothing') {
      const { id, token } = await beginSignIn(unit, { actor, step, next, now }, deps.random);
      if (step === 'set-up') await draftSecondFactor(unit, { staffId: actor.id, now, secret: deps.config.secret, askedIn: id }, deps.random);
      return { to: SECOND_STEP[step], cookies: [{ name: 'staff', value: null }, { name: 'sign-in', value: token }] };
    }
    const { token } = await openStaffSession(unit, { actor, kind: 'browser', now, origin, random: deps.random });
    return { to: portalReturn(next, '/staff'), cookies: [{ name: 'staff', value: token }, { name: 'sign-in', value: null }, deviceChange({ deps, request }, actor.email)] };
  });
}

export const SECOND_STEP = { code: '/staff/account/login/code', 'set-up': '/staff/account/login/set-up' } as const;

/** This browser is no stranger to the account any more (D03). */
export function deviceChange({ deps, request }: Asked, email: string): CookieChange {
  return { name: 'device', value: deviceCookie(deps.config.secret, { email, now: request.now }, randomBytes(12).toString('base64url')) };
}
