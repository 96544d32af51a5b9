import { cartAtEnd, endOf, type EndedContext } from '@onbehalf/assist';
import type { EndReason } from '@onbehalf/core';
import { page, type Answer } from './answer.ts';
import type { Arrived } from './arrived.ts';
import { sessionOfForm } from './csrf.ts';
import type { Call } from './handle.ts';

interface End {
  /** Null: no such context is known here. */
  reason: EndReason | null;
  endedAt: Date | null;
}

/** "Assist session ended: {reason}" (B9). The cookie stays: only its bearer's own click on the way out removes it, so that
 *  no other tab falls through to whoever else is logged in in that browser. */
export async function endedPage(call: Call): Promise<Answer> {
  const { deps, arrived, form } = call;
  const { locale, settings } = arrived;
  const ended = arrived.ended ?? endedMeanwhile(arrived);
  const { reason, endedAt } = arrived.ended === null ? await endFound(call) : { reason: arrived.ended.reason, endedAt: arrived.ended.endedAt ?? arrived.now };
  const minutes = Math.round(settings.get('staff/session/lifetime') / 60);
  const customers = `${deps.config.staffOrigin}/staff/customers`;
  return page(
    'storefront/assist-ended',
    {
      people: ended === null ? null : { subject: ended.subjectName, actor: ended.actorName },
      reason: reason === null ? deps.web.message('ended.unknown', locale) : deps.web.endReasonSentence(reason, locale, { minutes }),
      reasonCode: reason,
      endedAt,
      cart: ended === null ? 'kept' : await deps.db.read((unit) => cartAtEnd(unit, ended.sessionId)),
      mustLogIn: arrived.ended?.staffSessionOver ?? false,
      customersHref: customers,
      customerHref: ended === null ? customers : `${customers}/${ended.subject.id}`,
    },
    { status: form.method === 'GET' ? 200 : 409 },
  );
}

/** It was open when the request came, and ended while it was under way (K03). */
function endedMeanwhile({ caller }: Arrived): Pick<EndedContext, 'sessionId' | 'subjectName' | 'actorName' | 'subject'> | null {
  return caller.kind === 'context' ? { sessionId: caller.session.id, subjectName: caller.subject.name, actorName: caller.actor.name, subject: caller.subject } : null;
}

// Without a cookie the form itself says which context its page was of; of the people it says nothing (S16).
async function endFound({ deps, input, arrived: { caller } }: Call): Promise<End> {
  const sessionId = caller.kind === 'context' ? caller.session.id : sessionOfForm(deps.config.secret, input.body['_csrf']);
  const end = sessionId === null ? null : await deps.db.read((unit) => endOf(unit, sessionId));
  return end ?? { reason: null, endedAt: null };
}
