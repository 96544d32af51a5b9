/** Ends what nobody came back to. A request finds a session over by itself; without one, this writes the end down (B8, B9). */
import { liveness, settingsReader, type EndReason } from '@onbehalf/core';
import type { Store, Transactions, Unit } from '../ports.ts';
import type { Origin } from '../record/record.ts';
import { endAssist, endStaffSession } from './end.ts';
import { assistFacts } from './facts.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, SETTINGS_JSON, STORE_JSON, SUBJECT_COLUMNS, SUBJECT_JOINS, type ActorColumns, type SettingRow, type SubjectColumns } from './rows.ts';

export interface Swept {
  staffSessions: number;
  assistSessions: number;
}

interface Sweep {
  now: Date;
  origin: Origin;
}

/** Any number of sweeps may run at the same time: each end is written once, by whoever is first. */
export async function sweepSessions(db: Transactions, sweep: Sweep): Promise<Swept> {
  const over = await db.read((unit) => staffSessionsOver(unit, sweep.now));
  const staffSessions = await endEach(db, over, (unit, one) => endStaffSession(unit, { staffSessionId: one.id, reason: one.reason, ...sweep }));
  const contexts = await db.read((unit) => contextsOver(unit, sweep.now));
  const assistSessions = await endEach(db, contexts, (unit, one) => endAssist(unit, { sessionId: one.id, reason: one.reason, ...sweep }));
  return { staffSessions, assistSessions };
}

interface Over {
  id: string;
  reason: EndReason;
}

/** Each in a transaction of its own: one that can't be ended doesn't keep the others open. */
async function endEach(db: Transactions, over: readonly Over[], end: (unit: Unit, one: Over) => Promise<boolean>): Promise<number> {
  const failures: unknown[] = [];
  let ended = 0;
  for (const one of over) {
    try {
      if (await db.transaction((unit) => end(unit, one))) ended += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} sessions could not be ended`);
  return ended;
}

interface StaffRow {
  id: string;
  last_used_at: Date;
  active: boolean;
}

async function staffSessionsOver(unit: Unit, now: Date): Promise<Over[]> {
  const [settings] = await unit.query<{ settings: SettingRow[] }>(`select ${SETTINGS_JSON} as settings`);
  const idleSeconds = settingsReader(settings?.settings ?? []).get('staff/session/lifetime');
  const idleSince = new Date(now.getTime() - idleSeconds * 1000);
  const rows = await unit.query<StaffRow>(
    `select ss.id, ss.last_used_at, a.active from staff_session ss join staff a on a.id = ss.staff_id
      where ss.ended_at is null and (ss.last_used_at <= $1 or not a.active) order by ss.last_used_at`,
    [idleSince],
  );
  return rows.map(({ id, active }) => ({ id, reason: active ? 'idle' : 'actor-deactivated' }));
}

interface ContextRow extends ActorColumns, SubjectColumns {
  session_id: string;
  started_at: Date;
  hard_limit_at: Date;
  last_used_at: Date;
  staff_ended_at: Date | null;
  staff_end_reason: EndReason | null;
  store: Store;
  settings: SettingRow[];
}

// As the look-up of a request, for all that live, and without counting as use.
const CONTEXTS_SQL = `
select s.id as session_id, s.started_at, s.hard_limit_at, ss.last_used_at, ss.ended_at as staff_ended_at, ss.end_reason as staff_end_reason,
  ${ACTOR_COLUMNS}, ${SUBJECT_COLUMNS}, ${STORE_JSON} as store, ${SETTINGS_JSON} as settings
from assist_session s
join staff_session ss on ss.id = s.staff_session_id
join staff a on a.id = s.actor_id ${ACTOR_JOINS}
join customer c on c.id = s.subject_id ${SUBJECT_JOINS}
join store st on st.id = s.store_id join website w on w.id = st.website_id
where s.ended_at is null`;

async function contextsOver(unit: Unit, now: Date): Promise<Over[]> {
  const rows = await unit.query<ContextRow>(CONTEXTS_SQL);
  return rows.flatMap((row) => {
    const settings = settingsReader(row.settings);
    const state = liveness({
      session: { startedAt: row.started_at.getTime(), endedAt: null, endReason: null, hardLimitAt: row.hard_limit_at.getTime() },
      staffSession: { lastUsedAt: row.last_used_at.getTime(), endedAt: row.staff_ended_at?.getTime() ?? null, endReason: row.staff_end_reason },
      idleSeconds: settings.get('staff/session/lifetime'),
      now: now.getTime(),
      facts: assistFacts({ actor: row, subject: row, store: row.store, settings, now }),
    });
    return state.live ? [] : [{ id: row.session_id, reason: state.reason }];
  });
}
