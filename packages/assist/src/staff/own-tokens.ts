import type { Unit } from '../ports.ts';

export interface OwnToken {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  userAgent: string;
}

/** The actor's API tokens that haven't ended, newest first: never the tokens themselves, nobody has those but their bearer. */
export function ownTokens(unit: Unit, actorId: string): Promise<OwnToken[]> {
  return unit.query(
    `select id, created_at as "createdAt", last_used_at as "lastUsedAt", user_agent as "userAgent" from staff_session
      where staff_id = $1::bigint and kind = 'api' and ended_at is null order by created_at desc, id`,
    [actorId],
  );
}
