/** Into a customer on another origin (B3): begun in the portal, minted for one browser, redeemed once at the store. */
import type { Refusal, Result, SettingsReader } from '@onbehalf/core';
import type { Random, Unit } from '../ports.ts';
import { record, type People } from '../record/record.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, SUBJECT_COLUMNS, SUBJECT_JOINS, actorOf, subjectOf, type ActorColumns, type SubjectColumns } from './rows.ts';
import { startAssist, startReady, type StartCommand, type StartContext, type Started } from './start.ts';
import { countedSince, earliestStartSql, limitRefusals } from './start-limit.ts';
import { newToken } from './tokens.ts';

export interface HandoverCommand extends StartCommand {
  /** Where in the store to arrive (B4). */
  next: string;
}

/** The open one gives way: only the newest hand-over of an actor can be used (T14). */
const SUPERSEDE_SQL = 'update handoff set superseded_at = clock_timestamp() where actor_id = $1 and used_at is null and superseded_at is null';

const LOCK_SQL = `select (select 1 from staff where id = $1 for no key update), ${earliestStartSql('$1', '$2::timestamptz')} as earliest`;

const BEGIN_SQL = `
insert into handoff (id, staff_session_id, actor_id, customer_id, store_id, reason, reference, switch, confirmed, next, return_to, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, clock_timestamp() + make_interval(secs => $13))`;

/**
 * Checks as a start does and keeps what was answered; nothing is opened and no ticket exists yet. The id given back is
 * no secret: only the staff session it belongs to can go on with it.
 */
export async function beginHandover(unit: Unit, command: HandoverCommand, context: StartContext): Promise<Result<{ id: string; storeId: number }, Refusal[]>> {
  // Two begun at the same time come one after the other, and the later one stands.
  const limited = limitRefusals(await unit.named('handoff-lock', LOCK_SQL, [command.actorId, countedSince(context.now)]), context.now);
  if (limited.length > 0) return { ok: false, error: limited };
  const ready = await startReady(unit, command, context);
  if (!ready.ok) return ready;
  const { situation, subject, store } = ready.value;
  const id = context.random.uuid();
  await unit.named('handoff-supersede', SUPERSEDE_SQL, [command.actorId]);
  await unit.named('handoff-begin', BEGIN_SQL, [
    id, command.staffSessionId, command.actorId, command.customerId, store.id, command.reason, command.reference, command.switch, command.confirmed,
    command.next, command.returnTo, context.now, lifetimeOf(context.settings),
  ]);
  const people: People = { actor: situation.actor, subject, assistSessionId: null, storeId: store.id, chained: false };
  await record(unit, { people, origin: context.origin, now: context.now }, {
    group: 'login-as-customer', action: 'hand-over', object: { type: 'customer', id: subject.id }, detail: { step: 'begin', handoff: id }, personal: { reference: command.reference },
  });
  return { ok: true, value: { id, storeId: store.id } };
}

const lifetimeOf = (settings: SettingsReader): number => settings.get('assist/handoff/lifetime');

const MINT_SQL = `
update handoff set token_hash = $3, nonce_hash = $4, expires_at = clock_timestamp() + make_interval(secs => $5)
 where id = $1 and staff_session_id = $2 and token_hash is null and superseded_at is null and expires_at > clock_timestamp()
returning store_id::integer, customer_id::text`;

export interface MintCommand {
  id: string;
  staffSessionId: string;
  /** SHA-256 of what the store gave the browser. */
  nonceHash: Buffer;
}

export interface Minted {
  ticket: string;
  storeId: number;
  customerId: string;
}

/** Once, by the staff session that began it, for the browser that the store has seen. Null: there is none to mint. */
export async function mintHandover(unit: Unit, { id, staffSessionId, nonceHash }: MintCommand, { settings, random }: { settings: SettingsReader; random: Random }): Promise<Minted | null> {
  const token = newToken('handoff', random);
  const [row] = await unit.named<{ store_id: number; customer_id: string }>('handoff-mint', MINT_SQL, [id, staffSessionId, token.hash, nonceHash, lifetimeOf(settings)]);
  return row === undefined ? null : { ticket: token.text, storeId: row.store_id, customerId: row.customer_id };
}

// READ COMMITTED is enough: whoever waits for the row reads it again and finds it used (T02). The database's clock, at
// the moment of the statement, decides (T03, F08).
const REDEEM_SQL = `
update handoff set used_at = clock_timestamp()
 where token_hash = $1 and nonce_hash = $2 and store_id = $3 and used_at is null and superseded_at is null and expires_at > clock_timestamp()
returning id, staff_session_id, actor_id::text, customer_id::text, store_id::integer, reason, reference, switch, confirmed, next, return_to`;

interface RedeemedRow {
  id: string;
  staff_session_id: string;
  actor_id: string;
  customer_id: string;
  store_id: number;
  reason: string;
  reference: string;
  switch: boolean;
  confirmed: boolean;
  next: string;
  return_to: string;
}

export interface RedeemCommand {
  /** Null: what was sent can't be a ticket. */
  ticketHash: Buffer | null;
  /** Null: the browser has none. */
  nonceHash: Buffer | null;
  storeId: number;
}

export interface Redeemed extends Started {
  next: string;
}

/**
 * Uses the ticket and starts, in the caller's transaction: whatever stands against the start leaves the ticket unused for
 * the rest of its time, so that none is ever burnt without a context (F03). All of B1 is checked again (T13).
 */
export async function redeemHandover(unit: Unit, { ticketHash, nonceHash, storeId }: RedeemCommand, context: StartContext): Promise<Result<Redeemed, Refusal[]>> {
  const [row] = ticketHash === null ? [] : await unit.named<RedeemedRow>('handoff-redeem', REDEEM_SQL, [ticketHash, nonceHash, storeId]);
  if (row === undefined) return { ok: false, error: [{ code: 'handoff-over' }] };
  if (!(await isStaffSessionOn(unit, row.staff_session_id, context))) return { ok: false, error: [{ code: 'staff-session-over' }] };
  const started = await startAssist(unit, {
    actorId: row.actor_id, staffSessionId: row.staff_session_id, kind: 'browser', customerId: row.customer_id, storeId: row.store_id,
    reason: row.reason, reference: row.reference, switch: row.switch, confirmed: row.confirmed, returnTo: row.return_to, handoff: row.id,
  }, context);
  return started.ok ? { ok: true, value: { ...started.value, next: row.next } } : started;
}

/** The ticket is worth what the session is worth that it was made in: logged out or idle, and it is nothing (S03). */
async function isStaffSessionOn(unit: Unit, id: string, { settings, now }: Pick<StartContext, 'settings' | 'now'>): Promise<boolean> {
  const [row] = await unit.named<{ last_used_at: Date }>('handoff-staff-session', 'select last_used_at from staff_session where id = $1 and ended_at is null for share', [id]);
  return row !== undefined && now.getTime() - row.last_used_at.getTime() < settings.get('staff/session/lifetime') * 1000;
}

/** Why a ticket was refused, for the record alone: the bearer is told nothing that helps to try again. */
export type HandoverFault = 'unknown' | 'used' | 'superseded' | 'expired' | 'other-store' | 'other-browser' | 'start-refused';

interface FaultRow extends ActorColumns, SubjectColumns {
  id: string;
  store_id: number;
  fault: HandoverFault;
}

const FAULT_SQL = `
select h.id, h.store_id::integer as store_id, ${ACTOR_COLUMNS}, ${SUBJECT_COLUMNS},
  case when h.used_at is not null then 'used' when h.superseded_at is not null then 'superseded' when h.expires_at <= clock_timestamp() then 'expired'
    when h.store_id <> $3 then 'other-store' when h.nonce_hash is distinct from $2 then 'other-browser' else 'start-refused' end as fault
from handoff h join staff a on a.id = h.actor_id ${ACTOR_JOINS}
join shop_port.customer c on c.id = h.customer_id ${SUBJECT_JOINS}
where h.token_hash = $1`;

export interface FaultFound {
  fault: HandoverFault;
  /** Null for a ticket that never was. */
  handoff: string | null;
  people: People;
}

const NOBODY: People = { actor: null, subject: null, assistSessionId: null, storeId: null, chained: false };

export async function handoverFault(unit: Unit, { ticketHash, nonceHash, storeId }: RedeemCommand): Promise<FaultFound> {
  const [row] = ticketHash === null ? [] : await unit.named<FaultRow>('handoff-fault', FAULT_SQL, [ticketHash, nonceHash, storeId]);
  if (row === undefined) return { fault: 'unknown', handoff: null, people: { ...NOBODY, storeId } };
  return { fault: row.fault, handoff: row.id, people: { actor: actorOf(row), subject: subjectOf(row), assistSessionId: null, storeId, chained: false } };
}
