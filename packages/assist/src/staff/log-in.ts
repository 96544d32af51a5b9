import type { RefusalCode } from '@onbehalf/core';
import type { Actor } from '../caller.ts';
import type { Random, Unit } from '../ports.ts';
import { record, type Origin, type People } from '../record/record.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, actorOf, type ActorColumns } from '../session/rows.ts';
import { newToken } from '../session/tokens.ts';
import type { CodeKind } from './second-factor.ts';
import { endStaffSessions } from './staff-sessions.ts';

export interface StaffAccount {
  actor: Actor;
  active: boolean;
  passwordHash: string;
}

export async function staffByEmail(unit: Unit, email: string): Promise<StaffAccount | null> {
  const [row] = await unit.named<ActorColumns & { password_hash: string }>(
    'staff-by-email',
    `select ${ACTOR_COLUMNS}, a.password_hash from staff a ${ACTOR_JOINS} where a.email = $1`,
    [email.trim().toLowerCase()],
  );
  return row === undefined ? null : { actor: actorOf(row), active: row.actor_active, passwordHash: row.password_hash };
}

/** Somebody whose account is there, whatever became of it. */
export async function staffActorById(unit: Unit, id: string): Promise<Actor> {
  const [row] = await unit.named<ActorColumns>('staff-actor-by-id', `select ${ACTOR_COLUMNS} from staff a ${ACTOR_JOINS} where a.id = $1::bigint`, [id]);
  if (row === undefined) throw new Error(`There is no staff account ${id}`);
  return actorOf(row);
}

export interface StaffSessionCommand {
  actor: Actor;
  kind: 'browser' | 'api';
  /** What was asked for beside the password. */
  factor?: CodeKind;
  now: Date;
  origin: Origin;
  random: Random;
}

const people = (actor: Actor): People => ({ actor, subject: null, assistSessionId: null, storeId: null, chained: false });

/** Opens a staff session and writes it down; the token is given out once and kept only as a hash. */
export async function openStaffSession(unit: Unit, { actor, kind, factor, now, origin, random }: StaffSessionCommand): Promise<{ token: string; sessionId: string }> {
  const token = newToken(kind === 'api' ? 'staffApi' : 'staff', random);
  const sessionId = random.uuid();
  await unit.named(
    'open-staff-session',
    `insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at, ip, user_agent)
     values ($1, $2, $3, $4, $5, $5, $6, $7)`,
    [sessionId, token.hash, actor.id, kind, now, origin.ip ?? '', origin.userAgent.slice(0, 400)],
  );
  await record(unit, { people: people(actor), origin, now }, {
    group: 'staff-session',
    action: kind === 'api' ? 'make-token' : 'login',
    object: { type: 'staff', id: actor.id },
    detail: { kind, ...(factor === undefined ? {} : { factor }) },
  });
  return { token: token.text, sessionId };
}

/** A login that failed: about the account where there is one, else about nobody. Never the address or the password typed. */
export async function recordLoginRefused(unit: Unit, { account, now, origin, code }: { account: Actor | null; now: Date; origin: Origin; code: RefusalCode }): Promise<void> {
  const who: People = account === null ? { actor: null, subject: null, assistSessionId: null, storeId: null, chained: false } : people(account);
  await record(unit, { people: who, origin, now }, {
    group: 'staff-session',
    action: 'login-refused',
    result: 'refused',
    codes: [code],
    object: account === null ? null : { type: 'staff', id: account.id },
  });
}

/** A new password, typed after the present one. Whoever had that one may sit in another session: all but this one end, and every context (A1). */
export async function changeStaffPassword(unit: Unit, { actor, hash, now, origin, keepSession }: { actor: Actor; hash: string; now: Date; origin: Origin; keepSession: string }): Promise<void> {
  await unit.query('update staff set password_hash = $2 where id = $1', [actor.id, hash]);
  await record(unit, { people: people(actor), origin, now }, { group: 'staff-session', action: 'change-password', object: { type: 'staff', id: actor.id } });
  await endStaffSessions(unit, { staffId: actor.id, reason: 'password-changed', keep: keepSession, now, origin });
}
