import type { AuditAction, AuditBody, AuditGroup, AuditResult } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import { unseal } from './seal.ts';

/** What narrows the log; null is no limit. */
export interface LogFilters {
  group: AuditGroup | null;
  action: AuditAction | null;
  actorId: string | null;
  /** The customers meant; an e-mail may be one on each website. Empty: nobody was found. */
  subjectIds: readonly string[] | null;
  storeId: number | null;
  result: AuditResult | null;
  /** Number of an order. */
  order: string | null;
  /** First moment. */
  from: Date;
  /** First moment no more. */
  to: Date;
}

export interface LogPlace {
  /** ISO 8601 with microseconds: a Date would round, and skip what lies between. */
  at: string;
  id: string;
}

export interface LogQuestion {
  filters: LogFilters;
  /** Only entries older than this one: keyset paging. */
  before: LogPlace | null;
  limit: number;
  /** Longest assist session there may be: its entries stand in the month of its start. */
  longestSessionSeconds: number;
}

export interface LogPerson {
  id: string;
  /** Null where the person is no longer there. */
  name: string | null;
}

export interface LoggedEntry {
  id: string;
  at: Date;
  body: AuditBody;
  actor: (LogPerson & { roleName: string | null; groupName: string | null }) | null;
  subject: LogPerson | null;
  /** Name of the customer or member of staff that the entry is about, where it is about one. */
  objectName: string | null;
  storeName: string | null;
  /** The sealed part; null where there is none, or where the key was erased. */
  personal: Readonly<Record<string, string>> | null;
  seq: number;
  leaf: string;
  previous: string | null;
}

export interface LogPage {
  entries: LoggedEntry[];
  next: LogPlace | null;
}

interface LogRow {
  id: string;
  at: Date;
  exact_at: string;
  seq: number;
  body: string;
  leaf: string;
  previous: string | null;
  actor_name: string | null;
  role_name: string | null;
  group_name: string | null;
  actor_key: Buffer | null;
  subject_name: string | null;
  subject_key: Buffer | null;
  object_name: string | null;
  store_name: string | null;
}

// The page is found first, by one index, and only its rows are joined to people. An entry's text follows the fourth
// line break of its canonical bytes.
const pageSql = (where: string, limit: number): string => `
with page as (
  select e.id, e.at, e.seq, e.canonical, e.leaf, e.prev_hash, e.actor_id, e.subject_id, e.store_id, e.object_type,
    case when e.object_type in ('customer', 'staff') and e.object_id ~ '^[0-9]{1,18}$' then e.object_id::bigint end as object_key
    from audit_entry e where ${where} order by e.at desc, e.id desc limit ${limit})
select p.id::text as id, p.at, to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exact_at, p.seq, b.body,
  encode(p.leaf, 'hex') as leaf, encode(p.prev_hash, 'hex') as previous,
  a.first_name || ' ' || a.last_name as actor_name, a.record_key as actor_key, r.name as role_name, g.name as group_name,
  c.first_name || ' ' || c.last_name as subject_name, c.record_key as subject_key,
  coalesce(oc.first_name || ' ' || oc.last_name, oa.first_name || ' ' || oa.last_name) as object_name, s.name as store_name
from page p
cross join lateral (select regexp_replace(convert_from(p.canonical, 'UTF8'), '^([^\\n]*\\n){4}', '') as body) b
left join staff a on a.id = p.actor_id
left join role r on r.id = (b.body::jsonb #>> '{actor,roleId}')::bigint
left join staff_group g on g.id = (b.body::jsonb #>> '{actor,groupId}')::bigint
left join shop_port.customer c on c.id = p.subject_id
left join shop_port.customer oc on p.object_type = 'customer' and oc.id = p.object_key
left join staff oa on p.object_type = 'staff' and oa.id = p.object_key
left join shop_port.store s on s.id = p.store_id
order by p.at desc, p.id desc`;

/** One page of the log, newest first (E3). Partitions outside the time asked for are not touched. */
export async function readLog(unit: Unit, question: LogQuestion): Promise<LogPage> {
  if (question.filters.subjectIds?.length === 0) return { entries: [], next: null };
  const { sql, params } = conditions(question);
  const rows = await unit.query<LogRow>(pageSql(sql, Math.trunc(question.limit) + 1), params);
  const shown = rows.slice(0, question.limit);
  const last = shown.at(-1);
  return { entries: shown.map(entryOf), next: rows.length > question.limit && last !== undefined ? { at: last.exact_at, id: last.id } : null };
}

function conditions({ filters, before, longestSessionSeconds }: LogQuestion): { sql: string; params: unknown[] } {
  const { group, action, actorId, subjectIds, storeId, result, order, from, to } = filters;
  const params: unknown[] = [];
  const parts: string[] = [];
  const add = (condition: string, ...values: unknown[]): void => {
    parts.push(values.reduce<string>((text, value) => text.replace('?', `$${params.push(value)}`), condition));
  };
  add('e.month >= ?::date and e.month <= ?::date', monthOf(from.getTime() - longestSessionSeconds * 1000), monthOf(to.getTime()));
  add('e.at >= ?::timestamptz and e.at < ?::timestamptz', from, to);
  if (before !== null) add('(e.at, e.id) < (?::timestamptz, ?::bigint)', before.at, before.id);
  if (group !== null) add('e.action_group = ?', group);
  if (action !== null) add('e.action = ?', action);
  if (actorId !== null) add('e.actor_id = ?::bigint', actorId);
  if (subjectIds !== null && subjectIds.length === 1) add('e.subject_id = ?::bigint', subjectIds[0]);
  if (subjectIds !== null && subjectIds.length > 1) add('e.subject_id = any(?::bigint[])', subjectIds);
  if (storeId !== null) add('e.store_id = ?::smallint', storeId);
  if (result !== null) add('e.result = ?', result);
  if (order !== null) add(`e.object_type = 'order' and e.object_id = ?`, order);
  return { sql: parts.join(' and '), params };
}

function monthOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 7)}-01`;
}

function entryOf(row: LogRow): LoggedEntry {
  // Our own text, from a row that can only be inserted; its hash is what `audit verify` checks.
  const body = JSON.parse(row.body) as AuditBody;
  return {
    id: row.id,
    at: row.at,
    body,
    actor: body.actor === null ? null : { id: body.actor.id, name: row.actor_name, roleName: row.role_name, groupName: row.group_name },
    subject: body.subject === null ? null : { id: body.subject, name: row.subject_name },
    objectName: row.object_name,
    storeName: row.store_name,
    personal: unseal(body.subject === null ? row.actor_key : row.subject_key, body.sealed),
    seq: row.seq,
    leaf: row.leaf,
    previous: row.previous,
  };
}

/** The customers meant by an id or an e-mail, on whatever website they are. */
export async function subjectsMeant(unit: Unit, text: string): Promise<string[]> {
  const typed = text.trim().toLowerCase();
  if (/^[1-9][0-9]{0,17}$/.test(typed)) return [typed];
  const rows = await unit.query<{ id: string }>('select c.id::text as id from shop_port.website w join shop_port.customer c on c.website_id = w.id and c.email = $1 order by c.id', [typed]);
  return rows.map((row) => row.id);
}
