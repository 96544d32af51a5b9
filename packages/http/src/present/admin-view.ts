import { viewEntry, type Unit } from '@onbehalf/assist';
import type { Arrived } from '../arrived.ts';
import { sessionIdOf } from '../frame.ts';

const FIVE_MINUTES = 300_000;

const VIEW_SQL = `
with seen as (insert into audit_view_mark (session_id, object, bucket) values ($1, $2, $3) on conflict do nothing returning 1)
select record_audit($4, $5) from seen`;

/** A look at personal data that no page frame carries, recorded as a page's is: once per object, session and five minutes (E1). */
export async function recordView(unit: Unit, { caller, origin, now }: Arrived, object: { type: string; id: string }): Promise<void> {
  const sessionId = sessionIdOf(caller);
  if (sessionId === null) return;
  const { chain, body } = viewEntry(caller, { origin, now }, object);
  await unit.query(VIEW_SQL, [sessionId, `${object.type}:${object.id}`, Math.floor(now.getTime() / FIVE_MINUTES), chain, body]);
}
