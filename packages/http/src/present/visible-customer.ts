import { customerRows, startSituation, type CustomerFound, type StartSituation } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { actorOfRequest } from './actor.ts';
import type { EntryContext } from './assist-entry.ts';

const HIDING: ReadonlySet<string> = new Set(['customer-not-found', 'customer-not-assigned', 'customer-in-other-website', 'actor-not-in-store']);

export type VisibleCustomer = { found: CustomerFound; situation: StartSituation } | { refusals: Refusal[] };

/** A customer the actor may look at (A7, A9), or why not: the same checks as before a start, and nothing about whom they hide. */
export async function visibleCustomer({ request, unit }: EntryContext, customerId: string): Promise<VisibleCustomer> {
  const { actor } = actorOfRequest(request);
  const { settings, now } = request;
  const situation = await startSituation(unit, { actorId: actor.id, customerId, storeId: null, settings, now });
  const hidden = situation.refusals.filter(({ code }) => HIDING.has(code));
  const [found] = hidden.length > 0 ? [] : await customerRows(unit, { actor, ids: [customerId], settings, now });
  if (found !== undefined) return { found, situation };
  return { refusals: hidden.length > 0 ? hidden : [{ code: 'customer-not-found' }] };
}
