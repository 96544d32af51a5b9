import type { Arrived } from './arrived.ts';
import type { Deps } from './deps.ts';
import { sessionIdOf } from './frame.ts';
import type { FlashNote } from './route.ts';

/** Leaves a message for the session's next page, in the database: the next page may come from another process (K2). */
export async function flash(deps: Deps, arrived: Pick<Arrived, 'caller'>, note: FlashNote): Promise<void> {
  const sessionId = sessionIdOf(arrived.caller);
  if (sessionId === null) return;
  await flashFor(deps, sessionId, note);
}

export async function flashFor(deps: Deps, sessionId: string, { tone, code, facts }: FlashNote): Promise<void> {
  await deps.db.read((unit) => unit.named('flash', 'insert into flash (session_id, tone, code, facts) values ($1, $2, $3, $4)', [sessionId, tone, code, JSON.stringify(facts ?? {})]));
}
