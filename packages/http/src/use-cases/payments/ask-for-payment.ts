import { peopleOf, record, type Actor, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import { askForPayment, orderByNumber, PAY_LINK, renewPaymentLink, type VisibleTo } from '@onbehalf/shop';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { queueMails, type QueuedMail } from '../../jobs/mail-outbox.ts';

interface Asking {
  deps: Deps;
  request: Pick<Arrived, 'caller' | 'now' | 'origin'>;
}

/** D8: an order that was just placed is to be paid by a link. Gives the mail that brings it; the link's secret is made when that is sent (D5). */
export async function askWithOrder(unit: Unit, { deps, request }: Asking, { number, mail }: { number: string; mail: Omit<QueuedMail, 'id' | 'template' | 'params'> & { store: string } }): Promise<QueuedMail> {
  const { caller, now } = request;
  const link = await askForPayment(unit, { number, paymentId: deps.random.uuid(), linkId: deps.random.uuid(), madeBy: caller.kind === 'context' ? caller.actor.id : null, now });
  const { store, ...to } = mail;
  return { ...to, id: deps.random.uuid(), template: 'payment-link', params: { link, store } };
}

/** "Send the payment link again" (D8): a new link to the customer's own address, and the one before stops working. Refuses with 'payment-not-by-link' or 'payment-not-due'. */
export async function sendLinkAgain(unit: Unit, { deps, request }: Asking, { number, actor, visibleTo }: { number: string; actor: Actor; visibleTo: VisibleTo }): Promise<Result<{ recipient: string }, Refusal[]>> {
  const found = await orderByNumber(unit, number, visibleTo);
  if (!found.ok) return { ok: false, error: [found.error] };
  if (found.value.payment === null) return { ok: false, error: [{ code: found.value.paymentMethod === PAY_LINK ? 'payment-not-due' : 'payment-not-by-link' }] };
  const linkId = deps.random.uuid();
  const made = await renewPaymentLink(unit, { number, linkId, madeBy: actor.id, now: request.now });
  if (made === null) return { ok: false, error: [{ code: 'payment-not-due' }] };
  const mail = { id: deps.random.uuid(), template: 'payment-link', params: { link: linkId, store: made.storeCode }, locale: made.locale, recipient: made.recipient, actorId: actor.id, subjectId: made.customerId, assistSessionId: null } as const;
  await queueMails(unit, [mail], request.now);
  await record(unit, { people: peopleOf(request.caller), origin: request.origin, now: request.now }, { group: 'order', action: 'send-payment-link', object: { type: 'order', id: number } });
  return { ok: true, value: { recipient: made.recipient } };
}
