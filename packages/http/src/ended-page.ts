import { cartAtEnd } from '@onbehalf/assist';
import { page, type Answer } from './answer.ts';
import type { Call } from './handle.ts';

/** "Assist session ended: {reason}" (B9). The cookie stays: only its bearer's own click on the way out removes it, so that
 *  no other tab falls through to whoever else is logged in in that browser. */
export async function endedPage({ deps, arrived, form }: Call): Promise<Answer> {
  const { ended, locale, settings } = arrived;
  const reason = ended?.reason ?? 'exit';
  const minutes = Math.round(settings.get('staff/session/lifetime') / 60);
  return page(
    'storefront/assist-ended',
    {
      subjectName: ended?.subjectName ?? '',
      actorName: ended?.actorName ?? '',
      reason: deps.web.endReasonSentence(reason, locale, { minutes }),
      reasonCode: reason,
      endedAt: ended?.endedAt ?? arrived.now,
      cart: ended === null ? 'kept' : await deps.db.read((unit) => cartAtEnd(unit, ended.sessionId)),
      mustLogIn: ended?.staffSessionOver ?? true,
      backHref: `${deps.config.staffOrigin}/staff/customers`,
    },
    { status: form.method === 'GET' ? 200 : 409 },
  );
}
