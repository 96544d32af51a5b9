import type { Actor, Caller } from '@onbehalf/assist';
import type { Arrived } from '../arrived.ts';

/** Behind a route with access 'actor' or a resource: there is one. */
export function actorOfRequest({ caller }: Pick<Arrived, 'caller'>): { actor: Actor; sessionId: string } {
  const found: Caller = caller;
  if (found.kind !== 'actor') throw new Error('A portal page without a member of staff');
  return { actor: found.actor, sessionId: found.sessionId };
}
