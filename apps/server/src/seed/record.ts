import { createHash } from 'node:crypto';
import { auditBodyOf, type Caller, type Entry, type Origin, type Unit } from '@onbehalf/assist';
import { assistSessionId, sumOf } from '@onbehalf/core';
import { insertRows, hex } from './insert-rows.ts';
import type { NumberedOrder } from './orders.ts';
import type { StaffDay, Visit } from './visits.ts';

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const EIGHT_HOURS_MS = 28_800_000;

/** Tokens that nobody has: no such text has the shape of one, so nothing that is presented ever matches. */
const noToken = (id: string): string => hex(createHash('sha256').update(`demo ${id}`).digest());

// The demo is looked at from its own machine: whoever tries it is no stranger in a network never seen before (E6).
const originOf = (requestId: string): Origin => ({ ip: '127.0.0.1', userAgent: USER_AGENT, requestId });

const STAFF_SESSION_COLUMNS = `id uuid, token_hash bytea, staff_id bigint, kind text, created_at timestamptz, last_used_at timestamptz, ended_at timestamptz,
  end_reason text, ip text, user_agent text`;

export async function seedStaffDays(unit: Unit, days: readonly StaffDay[]): Promise<void> {
  const rows = days.map(({ id, actor, loggedInAt, loggedOutAt }) => ({
    id, token_hash: noToken(id), staff_id: actor.id, kind: 'browser', created_at: loggedInAt, last_used_at: loggedOutAt,
    ended_at: loggedOutAt, end_reason: 'staff-logout', ip: originOf('').ip, user_agent: USER_AGENT,
  }));
  await insertRows(unit, { into: 'staff_session', columns: STAFF_SESSION_COLUMNS, rows });
  const bodies = days.flatMap((day) => [loginEntry(day), logoutEntry(day)]);
  await unit.query('select record_audit(null, body) from (select body from unnest($1::text[]) with ordinality as b (body, n) order by n) as b', [bodies]);
}

const loginEntry = (day: StaffDay): string => staffEntry(day, day.loggedInAt, { group: 'staff-session', action: 'login', detail: { kind: 'browser' } });

const logoutEntry = (day: StaffDay): string => staffEntry(day, day.loggedOutAt, { group: 'staff-session', action: 'logout', detail: { reason: 'staff-logout' } });

function staffEntry({ id, actor }: StaffDay, now: Date, entry: Entry): string {
  const caller: Caller = { kind: 'actor', sessionId: id, actor, idleSecondsLeft: 0 };
  return auditBodyOf(caller, { origin: originOf(id), now }, { ...entry, object: { type: 'staff', id: actor.id } }).body;
}

export type VisitedOrder = NumberedOrder & { past: { visit: Visit } };

// In an assist session that is over nothing can be recorded, and a member of staff is in one at a time. So each is
// opened, told and closed before the next, in one round trip for all.
const KEEP_VISIT = `
create function pg_temp.keep_visit(visit jsonb) returns void language plpgsql as $$
declare
  entry text;
begin
  insert into public.assist_session (id, token_hash, kind, staff_session_id, actor_id, subject_id, store_id, mode, reason, reference,
      actor_name, subject_name, staff_group_id, started_at, hard_limit_at)
  select r.id, r.token_hash, 'browser', r.staff_session_id, r.actor_id, r.subject_id, r.store_id, r.mode, r.reason, r.reference,
      r.actor_name, r.subject_name, r.staff_group_id, r.started_at, r.hard_limit_at
    from jsonb_to_record(visit) as r (id uuid, token_hash bytea, staff_session_id uuid, actor_id bigint, subject_id bigint, store_id smallint,
      mode text, reason text, reference text, actor_name text, subject_name text, staff_group_id bigint, started_at timestamptz,
      hard_limit_at timestamptz);
  for entry in select value from jsonb_array_elements_text(visit->'entries') with ordinality order by ordinality loop
    perform public.record_audit((visit->>'id')::uuid, entry);
  end loop;
  update public.assist_session set ended_at = (visit->>'ended_at')::timestamptz, end_reason = 'exit' where id = (visit->>'id')::uuid;
end $$`;

/** The assist sessions of past orders with their entries; ended, all of them. */
export async function seedVisits(unit: Unit, orders: readonly VisitedOrder[]): Promise<void> {
  const visits = orders.toSorted((a, b) => a.past.visit.startedAt.getTime() - b.past.visit.startedAt.getTime()).map(visitRow);
  await unit.query(KEEP_VISIT);
  await unit.query('select pg_temp.keep_visit(visit) from (select visit from jsonb_array_elements($1::jsonb) with ordinality as v (visit, n) order by n) as v', [JSON.stringify(visits)]);
  await unit.query('drop function pg_temp.keep_visit(jsonb)');
}

function visitRow(order: VisitedOrder): object {
  const { visit, customer, store } = order.past;
  const { id, actor, startedAt } = visit;
  return {
    id, token_hash: noToken(id), staff_session_id: visit.staffSessionId, actor_id: actor.id, subject_id: customer.id, store_id: store.id,
    mode: actor.assistMode, reason: visit.reason, reference: visit.reference, actor_name: actor.name, subject_name: customer.subject.name,
    staff_group_id: actor.groupId, started_at: startedAt, hard_limit_at: new Date(startedAt.getTime() + EIGHT_HOURS_MS), ended_at: visit.endedAt,
    entries: entriesOf(order),
  };
}

/** What was done in the visit, as it would have been recorded: entered, filled the cart, edited prices, ordered, left. */
function entriesOf(order: VisitedOrder): string[] {
  const { visit, customer } = order.past;
  const caller = contextOf(order);
  const told: Entry[] = [startEntry(order), ...cartEntries(order)];
  const step = (visit.placedAt.getTime() - visit.startedAt.getTime()) / (told.length + 1);
  const at = (entry: Entry, now: Date): string => auditBodyOf(caller, { origin: originOf(visit.id), now }, entry).body;
  return [
    ...told.map((entry, index) => at(entry, new Date(visit.startedAt.getTime() + step * index))),
    at(placeEntry(order), visit.placedAt),
    at({ group: 'login-as-customer', action: 'end', object: { type: 'customer', id: customer.id }, detail: { reason: 'exit' } }, visit.endedAt),
  ];
}

function contextOf({ past: { visit, customer, store } }: VisitedOrder): Caller {
  const { id, actor, staffSessionId, reason, reference, startedAt } = visit;
  return {
    kind: 'context', actor, subject: customer.subject, store,
    session: { id: assistSessionId(id), kind: 'browser', staffSessionId, storeId: store.id, mode: actor.assistMode, reason, reference, returnTo: '/staff', startedAt, secondsLeft: 0, idleSecondsLeft: 0, limitSecondsLeft: 0, cartKind: 'customer', closedStoreIds: new Set(), ground: { actor: 0n, subject: 0n, store: 0n, settings: 0n } },
  };
}

const startEntry = ({ past: { visit, customer } }: VisitedOrder): Entry => ({
  group: 'login-as-customer',
  action: 'start',
  object: { type: 'customer', id: customer.id },
  detail: { mode: visit.actor.assistMode, kind: 'browser', reason: visit.reason, switchedFrom: null },
  personal: { actorName: visit.actor.name, subjectName: customer.subject.name, reference: visit.reference },
});

function cartEntries({ cart, draft }: VisitedOrder): Entry[] {
  const { currency } = draft.totals;
  return cart.lines.flatMap(({ id, sku, quantity, edited }): Entry[] => {
    const object = { type: 'cart-line', id };
    const added: Entry = { group: 'cart', action: 'add-line', object, detail: { sku, added: quantity, quantity } };
    if (edited === null) return [added];
    const { minor: after, catalogueMinor: catalogue, source, label } = edited;
    const priced: Entry = { group: 'cart', action: 'set-price', object, detail: { sku, quantity, currency, before: catalogue, after, catalogue, source, label } };
    return [added, priced];
  });
}

const placeEntry = ({ number, request, draft }: VisitedOrder): Entry => ({
  group: 'order',
  action: 'place',
  object: { type: 'order', id: number },
  detail: {
    total: draft.totals.total, currency: draft.totals.currency, checkout: request.checkoutKey,
    pieces: Number(sumOf(draft.lines.map(({ quantity }) => BigInt(quantity)))),
  },
});
