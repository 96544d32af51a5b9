import { changeStaffPassword, hashPassword, staffByEmail, verifyPassword, type Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { actorOfRequest } from '../present/actor.ts';
import { passwordRefusals, tellPasswordChanged } from './password-reset.ts';
import { staffAttempt, tooManyAttempts, type Asked } from './sign-in.ts';

/** Is it really they who sit there? Guessing is slowed as at the login. */
export async function ownPasswordRefusals(unit: Unit, asked: Asked, password: string, field: string): Promise<Refusal[]> {
  const { email } = actorOfRequest(asked.request).actor;
  const { loginLimits } = asked.deps;
  const attempt = staffAttempt(asked, { kind: 'staff', email, about: `own:${email}` });
  const wait = await loginLimits.take(attempt);
  if (wait > 0) return [tooManyAttempts(wait)];
  const account = await staffByEmail(unit, email);
  if (!(await verifyPassword(account?.passwordHash ?? null, password))) return [{ code: 'password-wrong', field }];
  await loginLimits.succeeded(attempt);
  return [];
}

/** Their own, after the present one (A1). Every other session ends, and whatever context they are in. */
export async function changeOwnPassword(unit: Unit, asked: Asked, { current, password }: { current: string; password: string }): Promise<Refusal[]> {
  const { actor, sessionId } = actorOfRequest(asked.request);
  const { deps, request: { now, origin } } = asked;
  const denied = await ownPasswordRefusals(unit, asked, current, 'current');
  if (denied.length > 0) return denied;
  if (current === password) return [{ code: 'password-same', field: 'password' }];
  const weak = passwordRefusals(password);
  if (weak.length > 0) return weak;
  await changeStaffPassword(unit, { actor, hash: await hashPassword(password), now, origin, keepSession: sessionId });
  await tellPasswordChanged(unit, { deps, now }, { kind: 'staff', id: actor.id });
  return [];
}
