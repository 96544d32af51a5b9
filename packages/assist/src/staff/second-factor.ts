import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Random, Unit } from '../ports.ts';
import { openFactor, recoveryCodeHash, sealFactor } from './factor-key.ts';
import { digitsIn, stepOfCode } from './totp.ts';

export const RECOVERY_CODES = 10;
const SECRET_BYTES = 20;
const DRAFT_MINUTES = 15;
const MINUTE = 60_000;

/** Whose factor, when, and what its secrets are kept under. */
export interface FactorOf {
  staffId: string;
  now: Date;
  secret: Buffer;
}

export interface SecondFactor {
  setUpAt: Date;
  recoveryLeft: number;
}

/** Null: none is set up. */
export async function secondFactorOf(unit: Unit, staffId: string): Promise<SecondFactor | null> {
  const [row] = await unit.query<SecondFactor>(
    `select f.set_up_at as "setUpAt", (select count(*)::integer from staff_recovery_code c where c.staff_id = f.staff_id and c.used_at is null) as "recoveryLeft"
       from staff_second_factor f where f.staff_id = $1::bigint`,
    [staffId],
  );
  return row ?? null;
}

/** A factor that is being set up, in one session or one login under way: nobody else sees its secret. */
export interface FactorDraft extends FactorOf {
  askedIn: string;
}

/** A new secret to show. One that works goes on working until this one is confirmed. */
export async function draftSecondFactor(unit: Unit, { staffId, now, secret, askedIn }: FactorDraft, random: Random): Promise<void> {
  const key = Buffer.from(random.token(), 'base64url').subarray(0, SECRET_BYTES);
  await unit.query(
    `insert into staff_second_factor_draft (asked_in, staff_id, secret, made_at) values ($1, $2::bigint, $3, $4)
     on conflict (asked_in) do update set secret = excluded.secret, made_at = excluded.made_at`,
    [askedIn, staffId, sealFactor(secret, staffId, key), now],
  );
}

/** The secret that waits for its code; null: there is none, or it waited too long. */
export async function drafted(unit: Unit, { staffId, now, secret, askedIn }: FactorDraft): Promise<Buffer | null> {
  const [row] = await unit.query<{ secret: Buffer }>('select secret from staff_second_factor_draft where asked_in = $1 and staff_id = $2::bigint and made_at > $3', [askedIn, staffId, new Date(now.getTime() - DRAFT_MINUTES * MINUTE)]);
  return row === undefined ? null : openFactor(secret, staffId, row.secret);
}

export interface Confirmation {
  code: string;
  /** Whether it may take the place of one that is there. */
  replaces: boolean;
  random: Random;
}

/** The code proves that the app has the secret: it is in force from now on, with new recovery codes, which are given once. */
export async function confirmSecondFactor(unit: Unit, draft: FactorDraft, { code, replaces, random }: Confirmation): Promise<Result<string[], Refusal>> {
  const { staffId, now, secret } = draft;
  const key = await drafted(unit, draft);
  if (key === null) return err({ code: 'second-factor-set-up-over' });
  const digits = digitsIn(code);
  const step = digits === null ? null : stepOfCode(key, digits, now);
  if (step === null) return err({ code: 'second-factor-wrong', field: 'code' });
  const kept = await unit.query(
    `insert into staff_second_factor as f (staff_id, secret, set_up_at, last_step) values ($1::bigint, $2, $3, $4)
     on conflict (staff_id) do update set secret = excluded.secret, set_up_at = excluded.set_up_at, last_step = excluded.last_step where $5 returning 1`,
    [staffId, sealFactor(secret, staffId, key), now, step, replaces],
  );
  if (kept.length === 0) return err({ code: 'second-factor-set-up-over' });
  await unit.query('delete from staff_second_factor_draft where staff_id = $1::bigint', [staffId]);
  return ok(await renewRecoveryCodes(unit, draft, random));
}

/** Ten new ones; those before are over. Kept as hashes only. */
export async function renewRecoveryCodes(unit: Unit, { staffId, secret }: FactorOf, random: Random): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(random));
  await unit.query('delete from staff_recovery_code where staff_id = $1::bigint', [staffId]);
  await unit.query('insert into staff_recovery_code (staff_id, code_hash) select $1::bigint, h from unnest($2::bytea[]) h', [staffId, codes.map((code) => recoveryCodeHash(secret, staffId, plain(code)))]);
  return codes;
}

export type CodeKind = 'totp' | 'recovery-code';

/** Uses up a code of the app or a recovery code. One statement decides each, so that of two at once one is taken. */
export async function takeFactorCode(unit: Unit, factor: FactorOf, typed: string): Promise<Result<CodeKind, Refusal>> {
  const digits = digitsIn(typed);
  const refusal = digits === null ? await takeRecoveryCode(unit, factor, plain(typed)) : await takeTotp(unit, factor, digits);
  return refusal === null ? ok(digits === null ? 'recovery-code' : 'totp') : err({ code: refusal, field: 'code' });
}

async function takeTotp(unit: Unit, { staffId, now, secret }: FactorOf, digits: string): Promise<Refusal['code'] | null> {
  const [row] = await unit.query<{ secret: Buffer }>('select secret from staff_second_factor where staff_id = $1::bigint', [staffId]);
  const key = row === undefined ? null : openFactor(secret, staffId, row.secret);
  const step = key === null ? null : stepOfCode(key, digits, now);
  if (step === null) return 'second-factor-wrong';
  // Also one that is older than the last: who looked over a shoulder has nothing of it (RFC 6238, 5.2).
  const taken = await unit.query('update staff_second_factor set last_step = $2 where staff_id = $1::bigint and last_step < $2 returning 1', [staffId, step]);
  return taken.length === 1 ? null : 'second-factor-used';
}

async function takeRecoveryCode(unit: Unit, { staffId, now, secret }: FactorOf, code: string): Promise<Refusal['code'] | null> {
  const hash = recoveryCodeHash(secret, staffId, code);
  const taken = await unit.query('update staff_recovery_code set used_at = $3 where staff_id = $1::bigint and code_hash = $2 and used_at is null returning 1', [staffId, hash, now]);
  if (taken.length === 1) return null;
  const known = await unit.query('select 1 from staff_recovery_code where staff_id = $1::bigint and code_hash = $2', [staffId, hash]);
  return known.length === 1 ? 'recovery-code-used' : 'second-factor-wrong';
}

/** Nothing is left of it. False: there was none. */
export async function removeSecondFactor(unit: Unit, staffId: string): Promise<boolean> {
  await unit.query('delete from staff_recovery_code where staff_id = $1::bigint', [staffId]);
  await unit.query('delete from staff_second_factor_draft where staff_id = $1::bigint', [staffId]);
  return (await unit.query('delete from staff_second_factor where staff_id = $1::bigint returning 1', [staffId])).length === 1;
}

/** For housekeeping: those that nobody confirmed. */
export async function forgetDrafts(unit: Unit, now: Date): Promise<void> {
  await unit.query('delete from staff_second_factor_draft where made_at < $1', [new Date(now.getTime() - DRAFT_MINUTES * MINUTE)]);
}

// Nothing that is easily taken for something else: no I, L, O, U. Sixty bits of chance.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function newRecoveryCode(random: Random): string {
  const letters = [...Buffer.from(random.token(), 'base64url').subarray(0, 12)].map((byte) => LETTERS[byte % LETTERS.length] ?? '');
  return (letters.join('').match(/.{4}/g) ?? []).join('-');
}

/** As it was made, however it was copied. */
const plain = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
