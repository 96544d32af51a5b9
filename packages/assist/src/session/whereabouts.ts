import type { SettingsReader } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import { contextsOver } from './over.ts';

export interface Whereabouts {
  sessionId: string;
  subjectName: string;
  storeId: number;
  since: Date;
  hardLimitAt: Date;
}

/** The customer the actor is in at this moment, if any (B7); one whose time is up is none. */
export async function whereabouts(unit: Unit, { actorId, settings, now }: { actorId: string; settings: SettingsReader; now: Date }): Promise<Whereabouts | null> {
  const [row] = await unit.named<{ id: string; subject_name: string; store_id: number; started_at: Date; hard_limit_at: Date }>(
    'whereabouts',
    'select id, subject_name, store_id::integer, started_at, hard_limit_at from assist_session where actor_id = $1 and ended_at is null',
    [actorId],
  );
  if (row === undefined || (await contextsOver(unit, { among: [row.id], settings, now })).length > 0) return null;
  return { sessionId: row.id, subjectName: row.subject_name, storeId: row.store_id, since: row.started_at, hardLimitAt: row.hard_limit_at };
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
