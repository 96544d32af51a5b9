import { leaveAssist, record, peopleOf, type Caller, type Unit } from '@onbehalf/assist';
import { ok, type Refusal, type Result } from '@onbehalf/core';
import { sendSideCart } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails } from '../jobs/mail-outbox.ts';

type Context = Extract<Caller, { kind: 'context' }>;

interface Leaving {
  deps: Deps;
  request: Arrived;
  caller: Context;
}

/** C8: the side cart goes to the customer by mail, with its entry and together with it. */
export async function sendToCustomer(unit: Unit, { deps, request, caller }: Leaving, version: number | null): Promise<Result<string, Refusal>> {
  const { now, origin } = request;
  const { subject, session, actor } = caller;
  const store = deps.stores.find((one) => one.id === session.storeId) ?? caller.store;
  const owner = { customerId: subject.id, customerGroupId: subject.groupId, store, assistSessionId: session.id, cartKind: session.cartKind };
  const sent = await sendSideCart(unit, owner, { version, now });
  if (!sent.ok) return sent;
  await queueMails(unit, [{
    id: deps.random.uuid(), template: 'side-cart', params: { cart: sent.value, store: store.code }, locale: store.locale, recipient: subject.email,
    actorId: actor.id, subjectId: subject.id, assistSessionId: session.id,
  }], now);
  await record(unit, { people: peopleOf(caller), origin, now }, { group: 'cart', action: 'send-side-cart', object: { type: 'cart', id: sent.value } });
  return ok(sent.value);
}

/** The way out (B6). What lies in the side cart goes to the customer with it. */
export async function leaveCustomer(unit: Unit, leaving: Leaving): Promise<void> {
  const { request, caller } = leaving;
  if (caller.session.cartKind === 'side' && caller.session.mode !== 'view') await sendToCustomer(unit, leaving, null);
  await leaveAssist(unit, { caller, now: request.now, origin: request.origin });
}
