import { endStaffSession, endStaffSessions, isOpenSessionOf, isStaffAbove, lockRights, removeSecondFactor, staffActorById, staffById, type Unit } from '@onbehalf/assist';
import { RESOURCE, err, ok, type Refusal, type ResourceId, type Result } from '@onbehalf/core';
import { actorOfRequest } from '../present/actor.ts';
import { endOtherSessions, tellOfFactor } from './second-factor.ts';
import type { Asked } from './sign-in.ts';

interface About {
  id: string;
  name: string;
}

// With the right, and never on an account that has more rights than one's own (F2).
async function reachable(unit: Unit, { request }: Asked, staffId: string, needs: ResourceId): Promise<Result<About, Refusal[]>> {
  const own = await lockRights(unit, { actorId: actorOfRequest(request).actor.id, needs });
  if (own === null) return err([{ code: 'forbidden' }]);
  const account = await staffById(unit, staffId);
  if (account === null) return err([{ code: 'staff-not-found' }]);
  return isStaffAbove(own, account) ? err([{ code: 'rights-beyond-own' }]) : ok({ id: account.id, name: account.name });
}

/** One session or token, and the customer's account it is in, at once. */
export async function endSessionOf(unit: Unit, asked: Asked, { staffId, sessionId }: { staffId: string; sessionId: string }): Promise<Result<About, Refusal[]>> {
  const found = await reachable(unit, asked, staffId, RESOURCE.staffSessions);
  if (!found.ok) return found;
  if (!(await isOpenSessionOf(unit, { staffId, sessionId }))) return err([{ code: 'not-found' }]);
  const { now, origin } = asked.request;
  await endStaffSession(unit, { staffSessionId: sessionId, reason: 'ended-by-administrator', now, origin });
  return found;
}

export async function endAllSessionsOf(unit: Unit, asked: Asked, staffId: string): Promise<Result<number, Refusal[]>> {
  const found = await reachable(unit, asked, staffId, RESOURCE.staffSessions);
  if (!found.ok) return found;
  const { now, origin } = asked.request;
  return ok(await endStaffSessions(unit, { staffId, reason: 'ended-by-administrator', keep: null, now, origin }));
}

/** For a lost phone. Never one's own: who sits at an open desk must not get rid of it. The owner is told, and everything of theirs ends. */
export async function resetFactorOf(unit: Unit, asked: Asked, staffId: string): Promise<Result<About, Refusal[]>> {
  const { actor: by } = actorOfRequest(asked.request);
  if (by.id === staffId) return err([{ code: 'second-factor-not-own' }]);
  const found = await reachable(unit, asked, staffId, RESOURCE.resetSecondFactor);
  if (!found.ok) return found;
  if (!(await removeSecondFactor(unit, staffId))) return err([{ code: 'second-factor-none' }]);
  await tellOfFactor(unit, asked, { actor: await staffActorById(unit, staffId), news: 'reset', by });
  await endOtherSessions(unit, asked, { staffId, keep: null });
  return found;
}
