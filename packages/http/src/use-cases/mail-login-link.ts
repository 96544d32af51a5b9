import { makeLoginLink, type Actor, type LinkMade, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails } from '../jobs/mail-outbox.ts';

/** B18: a link for one customer, to the maker or to the customer's own member of staff. The mail and the link commit together. */
export async function mailLoginLink(unit: Unit, { deps, request }: { deps: Deps; request: Arrived }, command: { maker: Actor; customerId: string; to: 'me' | 'assigned' }): Promise<Result<LinkMade, Refusal[]>> {
  const { settings, now, origin } = request;
  const made = await makeLoginLink(unit, command, { settings, now, origin, random: deps.random });
  if (!made.ok) return made;
  const { id, recipient, store } = made.value;
  const mail = {
    id: deps.random.uuid(), template: 'login-link', params: { link: id, store: store.code }, locale: recipient.language, recipient: recipient.email,
    actorId: command.maker.id, subjectId: command.customerId, assistSessionId: null,
  } as const;
  await queueMails(unit, [mail], now);
  return made;
}
