import { confirmSecondFactor, draftSecondFactor, removeSecondFactor, renewRecoveryCodes, secondFactorOf, takeFactorCode, type Unit } from '@onbehalf/assist';
import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import { actorOfRequest } from '../present/actor.ts';
import { ownPasswordRefusals } from './own-password.ts';
import { endOtherSessions, factorOf, tellOfFactor } from './second-factor.ts';
import { staffAttempt, tooManyAttempts, type Asked } from './sign-in.ts';

/** What an owner types before the factor is touched: the password and, where one is in force, a code (A2). */
export interface Proof {
  password: string;
  code: string;
}

/** A new key to scan, on this phone or on another one. The one in force stays until it is confirmed. */
export async function beginFactor(unit: Unit, asked: Asked, proof: Proof): Promise<Refusal[]> {
  const { actor, sessionId } = actorOfRequest(asked.request);
  const denied = await proofRefusals(unit, asked, proof);
  if (denied.length > 0) return denied;
  await draftSecondFactor(unit, { ...factorOf(asked, actor.id), askedIn: sessionId }, asked.deps.random);
  return [];
}

/** With the first code. Sessions from before it end, this one stays. Gives the recovery codes. */
export async function confirmFactor(unit: Unit, asked: Asked, code: string): Promise<Result<string[], Refusal[]>> {
  const { actor, sessionId } = actorOfRequest(asked.request);
  const confirmed = await confirmSecondFactor(unit, { ...factorOf(asked, actor.id), askedIn: sessionId }, { code, replaces: true, random: asked.deps.random });
  if (!confirmed.ok) return err([confirmed.error]);
  await tellOfFactor(unit, asked, { actor, news: 'set-up' });
  await endOtherSessions(unit, asked, { staffId: actor.id, keep: sessionId });
  return ok(confirmed.value);
}

export async function renewOwnCodes(unit: Unit, asked: Asked, proof: Proof): Promise<Result<string[], Refusal[]>> {
  const { actor } = actorOfRequest(asked.request);
  if ((await secondFactorOf(unit, actor.id)) === null) return err([{ code: 'second-factor-none' }]);
  const denied = await proofRefusals(unit, asked, proof);
  if (denied.length > 0) return err(denied);
  const codes = await renewRecoveryCodes(unit, factorOf(asked, actor.id), asked.deps.random);
  await tellOfFactor(unit, asked, { actor, news: 'recovery-codes' });
  return ok(codes);
}

export async function turnOffFactor(unit: Unit, asked: Asked, proof: Proof): Promise<Refusal[]> {
  const { actor, sessionId } = actorOfRequest(asked.request);
  if ((await secondFactorOf(unit, actor.id)) === null) return [{ code: 'second-factor-none' }];
  if (await isAskedByRole(unit, actor.id)) return [{ code: 'second-factor-asked-by-role' }];
  const denied = await proofRefusals(unit, asked, proof);
  if (denied.length > 0) return denied;
  await removeSecondFactor(unit, actor.id);
  await tellOfFactor(unit, asked, { actor, news: 'turned-off' });
  await endOtherSessions(unit, asked, { staffId: actor.id, keep: sessionId });
  return [];
}

/** Does the role ask for one? The role stays as it is until the transaction ends. */
export async function isAskedByRole(unit: Unit, staffId: string): Promise<boolean> {
  const [row] = await unit.query<{ required: boolean }>('select r.second_factor_required as required from staff a join role r on r.id = a.role_id where a.id = $1::bigint', [staffId]);
  return row?.required === true;
}

async function proofRefusals(unit: Unit, asked: Asked, { password, code }: Proof): Promise<Refusal[]> {
  const { actor } = actorOfRequest(asked.request);
  const wrong = await ownPasswordRefusals(unit, asked, password, 'password');
  if (wrong.length > 0 || (await secondFactorOf(unit, actor.id)) === null) return wrong;
  const attempt = staffAttempt(asked, { kind: 'second-factor', email: actor.email });
  const { loginLimits } = asked.deps;
  const wait = await loginLimits.take(attempt);
  if (wait > 0) return [tooManyAttempts(wait)];
  const used = await takeFactorCode(unit, factorOf(asked, actor.id), code);
  if (!used.ok) return [used.error];
  await loginLimits.succeeded(attempt);
  if (used.value === 'recovery-code') await tellOfFactor(unit, asked, { actor, news: 'recovery-code-used' });
  return [];
}
