import type { Unit } from '../ports.ts';

/** One time somebody was in a customer's account (A9). */
export interface Visit {
  sessionId: string;
  actorName: string;
  startedAt: Date;
  endedAt: Date | null;
  reason: string;
}

/** Who helped a customer and when, newest first. Names as they were then. */
export function visitsOf(unit: Unit, { subjectId, limit }: { subjectId: string; limit: number }): Promise<Visit[]> {
  return unit.named<Visit>(
    'visits-of',
    `select id as "sessionId", actor_name as "actorName", started_at as "startedAt", ended_at as "endedAt", reason
       from assist_session where subject_id = $1::bigint order by started_at desc limit $2`,
    [subjectId, limit],
  );
}
