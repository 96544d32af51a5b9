import type { Unit } from '../ports.ts';

export interface Whereabouts {
  sessionId: string;
  subjectName: string;
  storeId: number;
  since: Date;
}

/** The customer the actor is in at this moment, if any (B7). */
export async function whereabouts(unit: Unit, actorId: string): Promise<Whereabouts | null> {
  const [row] = await unit.named<{ id: string; subject_name: string; store_id: number; started_at: Date }>(
    'whereabouts',
    'select id, subject_name, store_id::integer, started_at from assist_session where actor_id = $1 and ended_at is null',
    [actorId],
  );
  return row === undefined ? null : { sessionId: row.id, subjectName: row.subject_name, storeId: row.store_id, since: row.started_at };
}

/** Customers the actor was in last, newest first, each once (A6). */
export async function recentSubjects(unit: Unit, { actorId, limit }: { actorId: string; limit: number }): Promise<string[]> {
  const rows = await unit.named<{ subject_id: string }>(
    'recent-subjects',
    `select subject_id::text from (select distinct on (subject_id) subject_id, started_at from (
       select subject_id, started_at from assist_session where actor_id = $1 order by started_at desc limit 200) newest
       order by subject_id, started_at desc) once order by started_at desc limit $2`,
    [actorId, limit],
  );
  return rows.map((row) => row.subject_id);
}
