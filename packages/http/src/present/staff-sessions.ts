import { liveStaffSessions, type LiveStaffSession, type Unit } from '@onbehalf/assist';
import type { StaffSessionView } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import { programName } from './program-name.ts';

/** A member of staff's open sessions and tokens, as whoever looks may see them: handles, never tokens. */
export async function staffSessionViews(unit: Unit, { caller, settings, now }: Arrived, staffId: string): Promise<StaffSessionView[]> {
  const current = caller.kind === 'actor' ? caller.sessionId : null;
  const sessions = await liveStaffSessions(unit, { staffId, now, idleSeconds: settings.get('staff/session/lifetime') });
  return sessions.map((one) => viewOf(one, current));
}

function viewOf({ id, kind, createdAt, lastUsedAt, ip, userAgent, inside }: LiveStaffSession, current: string | null): StaffSessionView {
  return { id, kind, ...programName(userAgent), address: ip, since: createdAt, lastUsedAt, isCurrent: id === current, inside };
}
