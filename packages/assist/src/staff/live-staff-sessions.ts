import type { Unit } from '../ports.ts';

/** A session or token that hasn't ended. Known by its handle; nobody but its bearer has the token itself. */
export interface LiveStaffSession {
  id: string;
  kind: 'browser' | 'api';
  createdAt: Date;
  lastUsedAt: Date;
  /** Empty where addresses aren't tracked. */
  ip: string;
  userAgent: string;
  /** In whose account it is at this moment. */
  inside: string | null;
}

/** Newest use first; one that is idle is over, whether or not somebody has written that down. */
export function liveStaffSessions(unit: Unit, { staffId, now, idleSeconds }: { staffId: string; now: Date; idleSeconds: number }): Promise<LiveStaffSession[]> {
  return unit.query(
    `select s.id, s.kind, s.created_at as "createdAt", s.last_used_at as "lastUsedAt", s.ip, s.user_agent as "userAgent",
       (select a.subject_name from assist_session a where a.staff_session_id = s.id and a.ended_at is null and a.hard_limit_at > $2 limit 1) as inside
       from staff_session s where s.staff_id = $1::bigint and s.ended_at is null and s.last_used_at > $2::timestamptz - make_interval(secs => $3)
      order by s.last_used_at desc, s.id`,
    [staffId, now, idleSeconds],
  );
}

/** Is it one of theirs, and open? */
export async function isOpenSessionOf(unit: Unit, { staffId, sessionId }: { staffId: string; sessionId: string }): Promise<boolean> {
  return (await unit.query('select 1 from staff_session where id = $1::uuid and staff_id = $2::bigint and ended_at is null', [sessionId, staffId])).length === 1;
}
