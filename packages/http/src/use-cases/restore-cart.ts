import { restoreCart, sessionReceipt, startSituation, type People, type RestoredCart, type Unit } from '@onbehalf/assist';
import { err, grantedMode, ok, type Refusal, type Result } from '@onbehalf/core';
import type { FlashNote } from '../route.ts';
import type { Arrived } from '../arrived.ts';
import { actorOfRequest } from '../present/actor.ts';

export interface RestoredAfterExit extends RestoredCart {
  people: People;
  customerId: string;
}

/**
 * C8, from the receipt: the actor puts the cart back after leaving. As much is asked for as for going in again, with a
 * mode that may change a cart; the version is the one on exit, so that nothing the customer did since is undone.
 */
export async function restoreAfterExit(unit: Unit, request: Arrived, { sessionId, version }: { sessionId: string; version: number }): Promise<Result<RestoredAfterExit, Refusal[]>> {
  const { actor } = actorOfRequest(request);
  const { settings, now } = request;
  const receipt = await sessionReceipt(unit, { sessionId, actorId: actor.id });
  if (receipt === null || receipt.endedAt === null) return err([{ code: 'not-found' }]);
  const situation = await startSituation(unit, { actorId: actor.id, customerId: receipt.subjectId, storeId: null, settings, now });
  if (situation.refusals.length > 0) return err(situation.refusals);
  if (grantedMode(situation.roleMode, situation.consentScope) === 'view') return err([{ code: 'forbidden' }]);
  const restored = await restoreCart(unit, { sessionId, version, now });
  if (!restored.ok) return err([restored.error]);
  await unit.query('update assist_session set cart_restored_at = $2 where id = $1', [sessionId, now]);
  const people: People = { actor: situation.actor, subject: situation.subject, assistSessionId: sessionId, storeId: receipt.storeId, chained: false };
  return ok({ ...restored.value, people, customerId: receipt.subjectId });
}

export const recordedRestore = ({ before, after, left }: RestoredCart): { before: string; after: string; left: string[] } => ({ before, after, left });

/** What isn't sold any more is named. */
export function restoredNote({ left }: RestoredCart): FlashNote {
  return left.length === 0 ? { tone: 'good', code: 'cart-restored' } : { tone: 'warn', code: 'cart-restored-in-part', facts: { left: left.join(', ') } };
}
