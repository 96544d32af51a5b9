import { confirmSecondFactor, endSignIn, isUnchanged, openStaffSession, stepAfterPassword, takeFactorCode, type Actor, type SignIn, type Unit } from '@onbehalf/assist';
import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { CookieChange } from '../answer.ts';
import { factorOf, tellOfFactor } from './second-factor.ts';
import { deviceChange, refuseLogin, staffAttempt, tooManyAttempts, type Asked } from './sign-in.ts';

/** The code after the password: the same limits, and one transaction, so that no code is used up for nothing (A2). */
export async function takeSecondStep(asked: Asked, signIn: SignIn, code: string): Promise<Result<CookieChange[], Refusal>> {
  const { deps, request } = asked;
  const done = await counted(asked, signIn, () =>
    orRolledBack(asked, async (unit) => {
      const used = await takeFactorCode(unit, factorOf(asked, signIn.actor.id), code);
      if (!used.ok) return used;
      if (!(await isUnchanged(unit, signIn.actor)) || !(await endSignIn(unit, signIn.id))) return err({ code: 'sign-in-over' });
      if (used.value === 'recovery-code') await tellOfFactor(unit, asked, { actor: signIn.actor, news: 'recovery-code-used' });
      const { now, origin } = request;
      const { token } = await openStaffSession(unit, { actor: signIn.actor, kind: 'browser', factor: used.value, now, origin, random: deps.random });
      return ok(token);
    }));
  return done.ok ? ok(cookiesFor(asked, signIn, done.value)) : done;
}

/** Over REST, where the code comes with the password (A2). */
export async function enterRest(asked: Asked, actor: Actor, otp: string | undefined): Promise<Result<string, Refusal>> {
  const { deps, request: { now, origin } } = asked;
  const opened = await deps.db.transaction(async (unit) => {
    const step = await stepAfterPassword(unit, actor);
    return step === 'nothing' ? openStaffSession(unit, { actor, kind: 'api', now, origin, random: deps.random }) : step;
  });
  if (typeof opened === 'object') return ok(opened.token);
  if (opened === 'code' && otp !== undefined && otp !== '') return takeOtp(asked, actor, otp);
  const refusal: Refusal = REST_REFUSAL[opened];
  await refuseLogin(asked, actor, refusal);
  return err(refusal);
}

const REST_REFUSAL = {
  code: { code: 'second-factor-required', field: 'otp' },
  'set-up': { code: 'second-factor-not-set-up' },
  over: { code: 'sign-in-over' },
} as const;

async function takeOtp(asked: Asked, actor: Actor, code: string): Promise<Result<string, Refusal>> {
  const { deps, request: { now, origin } } = asked;
  return counted(asked, { actor }, () =>
    orRolledBack(asked, async (unit) => {
      const used = await takeFactorCode(unit, factorOf(asked, actor.id), code);
      if (!used.ok) return used;
      if (!(await isUnchanged(unit, actor))) return err({ code: 'sign-in-over' });
      if (used.value === 'recovery-code') await tellOfFactor(unit, asked, { actor, news: 'recovery-code-used' });
      const { token } = await openStaffSession(unit, { actor, kind: 'api', factor: used.value, now, origin, random: deps.random });
      return ok(token);
    }));
}

export interface SetUpDone {
  recoveryCodes: string[];
  cookies: CookieChange[];
}

/** The first code of a factor that the role asks for: set up and logged in at once. */
export async function setUpAndEnter(asked: Asked, signIn: SignIn, code: string): Promise<Result<SetUpDone, Refusal>> {
  const { deps, request } = asked;
  const done = await counted(asked, signIn, () =>
    orRolledBack(asked, async (unit): Promise<Result<{ codes: string[]; token: string }, Refusal>> => {
      if (!(await isUnchanged(unit, signIn.actor)) || !(await endSignIn(unit, signIn.id))) return err({ code: 'sign-in-over' });
      // Somebody who set one up meanwhile keeps it: the password alone replaces none.
      const confirmed = await confirmSecondFactor(unit, { ...factorOf(asked, signIn.actor.id), askedIn: signIn.id }, { code, replaces: false, random: deps.random });
      if (!confirmed.ok) return confirmed;
      await tellOfFactor(unit, asked, { actor: signIn.actor, news: 'set-up' });
      const { now, origin } = request;
      const { token } = await openStaffSession(unit, { actor: signIn.actor, kind: 'browser', factor: 'totp', now, origin, random: deps.random });
      return ok({ codes: confirmed.value, token });
    }));
  return done.ok ? ok({ recoveryCodes: done.value.codes, cookies: cookiesFor(asked, signIn, done.value.token) }) : done;
}

function cookiesFor(asked: Asked, { actor }: Pick<SignIn, 'actor'>, token: string): CookieChange[] {
  return [{ name: 'staff', value: token }, { name: 'sign-in', value: null }, deviceChange(asked, actor.email)];
}

/** Counted before it is looked at, and on record when it was wrong. */
async function counted<T>(asked: Asked, { actor }: Pick<SignIn, 'actor'>, act: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  const { loginLimits } = asked.deps;
  const attempt = staffAttempt(asked, { kind: 'second-factor', email: actor.email });
  const wait = await loginLimits.take(attempt);
  const done: Result<T, Refusal> = wait > 0 ? err(tooManyAttempts(wait)) : await act();
  if (done.ok) await loginLimits.succeeded(attempt);
  else await refuseLogin(asked, actor, done.error);
  return done;
}

class Undone extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('refused');
    this.refusal = refusal;
  }
}

/** A refusal takes back whatever the transaction did. */
async function orRolledBack<T>({ deps }: Asked, act: (unit: Unit) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await deps.db.transaction(async (unit) => {
      const done = await act(unit);
      if (!done.ok) throw new Undone(done.error);
      return done;
    });
  } catch (error) {
    if (error instanceof Undone) return err(error.refusal);
    throw error;
  }
}
