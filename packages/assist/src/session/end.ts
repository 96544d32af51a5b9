import type { EndReason } from '@onbehalf/core';
import type { Actor, Caller, Subject } from '../caller.ts';
import { holdCartAtExpiry, restoreAtExpiry } from '../cart/cart-at-expiry.ts';
import { cartSnapshotSql } from '../cart/cart-snapshot.ts';
import type { Unit } from '../ports.ts';
import { entryText, record, type Origin, type People } from '../record/record.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, SUBJECT_ALONE_COLUMNS, SUBJECT_COLUMNS, SUBJECT_JOINS, actorOf, subjectOf, type ActorColumns, type SubjectColumns } from './rows.ts';

interface EndRow extends ActorColumns, SubjectColumns {
  store_id: number;
}

const PEOPLE_SQL = `
select s.store_id, ${ACTOR_COLUMNS}, ${SUBJECT_COLUMNS}
from assist_session s join staff a on a.id = s.actor_id ${ACTOR_JOINS}
join shop_port.customer c on c.id = s.subject_id ${SUBJECT_JOINS}
where s.id = $1 and s.ended_at is null
for update of s`;

// Whoever comes second waits at the row and then finds it ended.
const RECORD_SQL = `
with held as materialized (select id from assist_session where id = $1 and ended_at is null for update)
select record_audit(id, $2) from held`;

// The cart as it is left is kept too: what a receipt compares must not change with what the customer does later (C8).
const CLOSE_SQL = `
update assist_session s set ended_at = $2, end_reason = $3, cart_on_exit = ${cartSnapshotSql('s.subject_id', 's.store_id', 's.cart_kind')} where s.id = $1`;

export interface EndCommand {
  sessionId: string;
  reason: EndReason;
  now: Date;
  origin: Origin;
}

/** Ends one context and says why on record, once: false where it was over already. Idempotent under any race. */
export async function endAssist(unit: Unit, { sessionId, reason, now, origin }: EndCommand): Promise<boolean> {
  const asOnEntry = await holdCartAtExpiry(unit, { sessionId, reason });
  const [row] = await unit.named<EndRow>('end-people', PEOPLE_SQL, [sessionId]);
  if (row === undefined) return false;
  const who = { people: { actor: actorOf(row), subject: subjectOf(row), assistSessionId: sessionId, storeId: row.store_id, chained: true }, origin, now };
  if (asOnEntry) await restoreAtExpiry(unit, { sessionId, reason, who });
  return close(unit, { sessionId, reason, who });
}

/** As endAssist, for whoever leaves by himself: who that is was read a moment ago and needn't be read again (B6). */
export async function leaveAssist(unit: Unit, { caller, now, origin }: { caller: Extract<Caller, { kind: 'context' }>; now: Date; origin: Origin }): Promise<boolean> {
  const { actor, subject, session } = caller;
  const people = { actor, subject, assistSessionId: session.id, storeId: session.storeId, chained: true };
  return close(unit, { sessionId: session.id, reason: 'exit', who: { people, origin, now } });
}

interface Closing {
  sessionId: string;
  reason: EndReason;
  who: { people: People & { subject: Subject }; origin: Origin; now: Date };
}

async function close(unit: Unit, { sessionId, reason, who }: Closing): Promise<boolean> {
  const entry = entryText(who, { group: 'login-as-customer', action: 'end', object: { type: 'customer', id: who.people.subject.id }, detail: { reason } });
  const recorded = await unit.named('end-record', RECORD_SQL, [sessionId, entry]);
  if (recorded.length === 0) return false;
  await unit.named('end-close', CLOSE_SQL, [sessionId, who.now, reason]);
  return true;
}

export interface EndByAdministratorCommand {
  sessionId: string;
  /** Holds "End assist sessions": the route has asked. */
  administrator: Actor;
  /** In the administrator's own words, for the record alone; it may name people and is sealed. */
  note: string;
  now: Date;
  origin: Origin;
}

/** B19, "End session": written down twice, as the end of the session and as what the administrator did. False where it is over already, or never was. */
export async function endByAdministrator(unit: Unit, { sessionId, administrator, note, now, origin }: EndByAdministratorCommand): Promise<boolean> {
  const ended = await endAssist(unit, { sessionId, reason: 'ended-by-administrator', now, origin });
  if (!ended) return false;
  const [row] = await unit.named<SubjectColumns & { actor_id: string; store_id: number }>(
    'ended-for-whom', `select s.actor_id::text, s.store_id, ${SUBJECT_ALONE_COLUMNS} from assist_session s join shop_port.customer c on c.id = s.subject_id left join consent con on con.customer_id = c.id and con.superseded_at is null where s.id = $1`, [sessionId]);
  if (row === undefined) throw new Error('An assist session that has just ended has no row');
  // It stands beside the session's own entries, which name its own actor (I1); the object says which session it was.
  const people = { actor: administrator, subject: subjectOf(row), assistSessionId: null, storeId: row.store_id, chained: false };
  await record(unit, { people, origin, now }, { group: 'login-as-customer', action: 'end-session', object: { type: 'assist-session', id: sessionId }, detail: { staff: row.actor_id }, personal: note === '' ? {} : { note } });
  return true;
}

export interface EndStaffCommand {
  staffSessionId: string;
  reason: EndReason;
  now: Date;
  origin: Origin;
}

/** Ends a staff session and, before it, the context begun from it: the context never outlives it (B8). */
export async function endStaffSession(unit: Unit, { staffSessionId, reason, now, origin }: EndStaffCommand): Promise<boolean> {
  const ended = await unit.named<{ staff_id: string }>(
    'end-staff-session',
    'update staff_session set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null returning staff_id::text',
    [staffSessionId, now, reason],
  );
  const contexts = await unit.named<{ id: string }>(
    'contexts-of-staff-session',
    'select id from assist_session where staff_session_id = $1 and ended_at is null',
    [staffSessionId],
  );
  for (const context of contexts) await endAssist(unit, { sessionId: context.id, reason, now, origin });
  const staffId = ended[0]?.staff_id;
  if (staffId === undefined) return false;
  await recordStaffEnd(unit, { staffId, reason, now, origin });
  return true;
}

async function recordStaffEnd(unit: Unit, { staffId, reason, now, origin }: { staffId: string; reason: EndReason; now: Date; origin: Origin }): Promise<void> {
  const [row] = await unit.named<ActorColumns>('staff-of-end', `select ${ACTOR_COLUMNS} from staff a ${ACTOR_JOINS} where a.id = $1`, [staffId]);
  if (row === undefined) return;
  const people = { actor: actorOf(row), subject: null, assistSessionId: null, storeId: null, chained: false };
  await record(unit, { people, origin, now }, {
    group: 'staff-session',
    action: reason === 'idle' ? 'expire' : 'logout',
    object: { type: 'staff', id: staffId },
    detail: { reason },
  });
}

/** How and when a context ended; null while it is open, or where there never was one. */
export async function endOf(unit: Unit, sessionId: string): Promise<{ reason: EndReason; endedAt: Date } | null> {
  const [row] = await unit.named<{ end_reason: EndReason; ended_at: Date }>('end-of', 'select end_reason, ended_at from assist_session where id = $1 and ended_at is not null', [sessionId]);
  return row === undefined ? null : { reason: row.end_reason, endedAt: row.ended_at };
}
