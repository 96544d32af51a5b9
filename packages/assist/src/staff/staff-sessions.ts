import type { EndReason } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import type { Origin } from '../record/record.ts';
import { endAssist, endStaffSession } from '../session/end.ts';

export interface EndStaffSessionsCommand {
  staffId: string;
  /** The one that goes on; null: none does. */
  keep: string | null;
  reason: EndReason;
  now: Date;
  origin: Origin;
}

/** Ends every session and token of a member of staff but the one kept, and whatever context they are in, begun from that one too (A1). Gives how many sessions. */
export async function endStaffSessions(unit: Unit, { staffId, keep, ...how }: EndStaffSessionsCommand): Promise<number> {
  const sessions = await unit.query<{ id: string }>('select id from staff_session where staff_id = $1::bigint and ended_at is null and id is distinct from $2::uuid order by id for no key update', [staffId, keep]);
  for (const { id } of sessions) await endStaffSession(unit, { staffSessionId: id, ...how });
  const contexts = await unit.query<{ id: string }>('select id from assist_session where actor_id = $1::bigint and ended_at is null', [staffId]);
  for (const { id } of contexts) await endAssist(unit, { sessionId: id, ...how });
  return sessions.length;
}

/** A role that asks for a second factor begins to ask at once: who has none logs in again and sets one up (A2). */
export async function endSessionsWithoutFactor(unit: Unit, { roleId, staffId, now, origin }: { roleId: string | null; staffId: string | null; now: Date; origin: Origin }): Promise<void> {
  const without = await unit.query<{ id: string }>(
    `select a.id::text as id from staff a join role r on r.id = a.role_id
      where r.second_factor_required and ($1::bigint is null or r.id = $1) and ($2::bigint is null or a.id = $2)
        and not exists (select 1 from staff_second_factor f where f.staff_id = a.id) and exists (select 1 from staff_session s where s.staff_id = a.id and s.ended_at is null)
      order by a.id`,
    [roleId, staffId],
  );
  for (const { id } of without) await endStaffSessions(unit, { staffId: id, reason: 'second-factor-required', keep: null, now, origin });
}
