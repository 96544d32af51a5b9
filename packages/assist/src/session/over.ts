/** Contexts that are over although nobody has written it down: found by the same rule as on every request, and ended with their true reason (B9). */
import { liveness, type EndReason, type SettingsReader } from '@onbehalf/core';
import type { Store, Unit } from '../ports.ts';
import type { Origin } from '../record/record.ts';
import { endAssist, endStaffSession } from './end.ts';
import { assistFacts } from './facts.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, STORE_JSON, SUBJECT_COLUMNS, SUBJECT_JOINS, type ActorColumns, type SubjectColumns } from './rows.ts';

export interface OverContext {
  sessionId: string;
  staffSessionId: string;
  reason: EndReason;
  /** Over too: it ends with the context, for the same reason (B8). */
  staffSessionOver: boolean;
  staffSessionEnded: boolean;
}

interface ContextRow extends ActorColumns, SubjectColumns {
  session_id: string;
  staff_session_id: string;
  started_at: Date;
  hard_limit_at: Date;
  last_used_at: Date;
  staff_ended_at: Date | null;
  staff_end_reason: EndReason | null;
  store: Store;
}

// As the look-up of a request, without counting as use. Null: all that live.
const CONTEXTS_SQL = `
select s.id as session_id, s.staff_session_id, s.started_at, s.hard_limit_at, ss.last_used_at, ss.ended_at as staff_ended_at, ss.end_reason as staff_end_reason,
  ${ACTOR_COLUMNS}, ${SUBJECT_COLUMNS}, ${STORE_JSON} as store
from assist_session s
join staff_session ss on ss.id = s.staff_session_id
join staff a on a.id = s.actor_id ${ACTOR_JOINS}
join shop_port.customer c on c.id = s.subject_id ${SUBJECT_JOINS}
join shop_port.store st on st.id = s.store_id join shop_port.website w on w.id = st.website_id
where s.ended_at is null and ($1::uuid[] is null or s.id = any ($1::uuid[]))`;

export interface OverQuestion {
  /** Null: all that live. */
  among: readonly string[] | null;
  settings: SettingsReader;
  now: Date;
}

export async function contextsOver(unit: Unit, { among, settings, now }: OverQuestion): Promise<OverContext[]> {
  if (among?.length === 0) return [];
  const rows = await unit.named<ContextRow>('contexts-over', CONTEXTS_SQL, [among === null ? null : [...among]]);
  return rows.flatMap((row) => {
    const state = liveness({
      session: { startedAt: row.started_at.getTime(), endedAt: null, endReason: null, hardLimitAt: row.hard_limit_at.getTime() },
      staffSession: { lastUsedAt: row.last_used_at.getTime(), endedAt: row.staff_ended_at?.getTime() ?? null, endReason: row.staff_end_reason },
      idleSeconds: settings.get('staff/session/lifetime'),
      now: now.getTime(),
      facts: assistFacts({ actor: row, subject: row, store: row.store, settings, now }),
    });
    if (state.live) return [];
    const { reason, staffSessionOver } = state;
    return [{ sessionId: row.session_id, staffSessionId: row.staff_session_id, reason, staffSessionOver, staffSessionEnded: row.staff_ended_at !== null }];
  });
}

/** Writes the end down, and the staff session's before it where that is over too. False: somebody else was quicker. */
export async function closeContext(unit: Unit, over: OverContext, { now, origin }: { now: Date; origin: Origin }): Promise<boolean> {
  const { sessionId, staffSessionId, reason } = over;
  if (over.staffSessionOver && !over.staffSessionEnded) return endStaffSession(unit, { staffSessionId, reason, now, origin });
  return endAssist(unit, { sessionId, reason, now, origin });
}
