import type { Unit } from '../ports.ts';
import { endAssist, endStaffSessionsOf, type EndStaffSessionsCommand } from '../session/end.ts';

/** Ends every session and token of a member of staff but the one kept, and whatever context they are in, begun from that one too. Gives how many sessions. */
export async function endStaffSessions(unit: Unit, command: EndStaffSessionsCommand): Promise<number> {
  const ended = await endStaffSessionsOf(unit, command);
  const { staffId, reason, now, origin } = command;
  const contexts = await unit.query<{ id: string }>('select id from assist_session where actor_id = $1::bigint and ended_at is null', [staffId]);
  for (const { id } of contexts) await endAssist(unit, { sessionId: id, reason, now, origin });
  return ended;
}
