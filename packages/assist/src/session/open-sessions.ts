/** The contexts that are open at this moment, for whoever looks after them (B19). */
import { RESOURCE, type AssistMode, type AuditBody, type SettingsReader } from '@onbehalf/core';
import { holds, type Actor } from '../caller.ts';
import type { Unit } from '../ports.ts';
import { teamOf } from '../staff/team.ts';

export interface OpenSession {
  id: string;
  kind: 'browser' | 'api';
  mode: AssistMode;
  reason: string;
  reference: string;
  actorId: string;
  actorName: string;
  groupName: string;
  subjectId: string;
  subjectName: string;
  company: string;
  storeId: number;
  storeName: string;
  startedAt: Date;
  idleSeconds: number;
  /** Until idle time or hard limit ends it, whichever is first. */
  secondsLeft: number;
  /** Newest entry of its chain; null where the record keeps it no longer (E7). */
  last: { at: Date; body: AuditBody } | null;
}

/** Whose contexts an administrator may see and end: those in the own stores, and without a right to all customers only the own team's. */
export interface OpenScope {
  storeIds: readonly number[];
  /** Null: everybody's. */
  actorIds: readonly string[] | null;
}

export async function openScope(unit: Unit, actor: Actor): Promise<OpenScope> {
  const storeIds = [...actor.storeIds];
  if (actor.accessAllCustomers || holds(actor, RESOURCE.customers)) return { storeIds, actorIds: null };
  return { storeIds, actorIds: (await teamOf(unit, actor.id)) ?? [actor.id] };
}

export interface OpenQuestion {
  scope: OpenScope;
  /** In a name of actor, customer or company; empty: any. */
  text: string;
  storeId: number | null;
  /** Keyset: begins after this one. */
  after: { startedAt: string; id: string } | null;
  limit: number;
  now: Date;
  settings: SettingsReader;
}

export interface OpenSessions {
  sessions: OpenSession[];
  /** How many there are in all, under the same filters. */
  total: number;
  next: { startedAt: string; id: string } | null;
}

interface OpenRow {
  id: string;
  kind: OpenSession['kind'];
  mode: AssistMode;
  reason: string;
  reference: string;
  actor_id: string;
  actor_name: string;
  group_name: string;
  subject_id: string;
  subject_name: string;
  company: string;
  store_id: number;
  store_name: string;
  started_at: Date;
  exact_start: string;
  hard_limit_at: Date;
  last_used_at: Date;
  last_at: Date | null;
  last_body: string | null;
  total: number;
}

// What is over and only waits for the sweeper to say so is not open. The head of a chain is found by its key in the month of the start.
const OPEN_SQL = `
with open as (
  select s.*, ss.last_used_at, c.company, to_char(s.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exact_start
    from assist_session s join staff_session ss on ss.id = s.staff_session_id join shop_port.customer c on c.id = s.subject_id
   where s.ended_at is null and ss.ended_at is null and s.hard_limit_at > $1 and ss.last_used_at > $2
     and s.store_id = any($3::smallint[]) and ($4::bigint[] is null or s.actor_id = any($4))
     and ($5::smallint is null or s.store_id = $5)
     and ($6 = '' or strpos(lower(s.actor_name || chr(10) || s.subject_name || chr(10) || c.company), lower($6)) > 0))
select o.id, o.kind, o.mode, o.reason, o.reference, o.actor_id::text, o.actor_name, g.name as group_name, o.subject_id::text, o.subject_name, o.company,
  o.store_id::integer, st.name as store_name, o.started_at, o.exact_start, o.hard_limit_at, o.last_used_at, e.at as last_at, e.body as last_body,
  (select count(*)::integer from open) as total
from open o join staff_group g on g.id = o.staff_group_id join shop_port.store st on st.id = o.store_id
left join lateral (
  select a.at, regexp_replace(convert_from(a.canonical, 'UTF8'), '^([^\\n]*\\n){4}', '') as body from audit_entry a
   where a.month = date_trunc('month', o.started_at at time zone 'UTC')::date and a.stream = o.id and a.seq = o.last_seq) e on true
where $7::timestamptz is null or (o.started_at, o.id) < ($7::timestamptz, $8::uuid)
order by o.started_at desc, o.id desc limit $9`;

/** Newest first. Looking is no use of the sessions looked at. */
export async function openSessions(unit: Unit, { scope, text, storeId, after, limit, now, settings }: OpenQuestion): Promise<OpenSessions> {
  const idleSeconds = settings.get('staff/session/lifetime');
  const rows = await unit.named<OpenRow>('open-sessions', OPEN_SQL, [
    now, new Date(now.getTime() - idleSeconds * 1000), scope.storeIds, scope.actorIds, storeId, text, after?.startedAt ?? null, after?.id ?? null, limit + 1,
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    sessions: shown.map((row) => sessionOf(row, { idleSeconds, now })),
    total: rows[0]?.total ?? 0,
    next: rows.length > limit && last !== undefined ? { startedAt: last.exact_start, id: last.id } : null,
  };
}

function sessionOf(row: OpenRow, { idleSeconds, now }: { idleSeconds: number; now: Date }): OpenSession {
  const idle = Math.max(0, Math.floor((now.getTime() - row.last_used_at.getTime()) / 1000));
  const hard = Math.ceil((row.hard_limit_at.getTime() - now.getTime()) / 1000);
  return {
    id: row.id, kind: row.kind, mode: row.mode, reason: row.reason, reference: row.reference, actorId: row.actor_id, actorName: row.actor_name, groupName: row.group_name,
    subjectId: row.subject_id, subjectName: row.subject_name, company: row.company, storeId: row.store_id, storeName: row.store_name, startedAt: row.started_at,
    idleSeconds: idle,
    secondsLeft: Math.max(0, Math.min(idleSeconds - idle, hard)),
    // Our own text, from a row that can only be inserted.
    last: row.last_at === null || row.last_body === null ? null : { at: row.last_at, body: JSON.parse(row.last_body) as AuditBody },
  };
}

/** One open context that this administrator may see; null: over, another's, or never there. */
export async function openSessionById(unit: Unit, { id, scope }: { id: string; scope: OpenScope }): Promise<Pick<OpenSession, 'id' | 'actorName' | 'subjectId' | 'subjectName' | 'startedAt'> | null> {
  const [row] = await unit.named<{ id: string; actor_name: string; subject_id: string; subject_name: string; started_at: Date }>(
    'open-session',
    `select id, actor_name, subject_id::text, subject_name, started_at from assist_session
      where id = $1 and ended_at is null and store_id = any($2::smallint[]) and ($3::bigint[] is null or actor_id = any($3))`,
    [id, scope.storeIds, scope.actorIds],
  );
  return row === undefined ? null : { id: row.id, actorName: row.actor_name, subjectId: row.subject_id, subjectName: row.subject_name, startedAt: row.started_at };
}
