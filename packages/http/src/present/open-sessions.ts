import type { OpenSession } from '@onbehalf/assist';
import type { Locale } from '@onbehalf/core';
import type { OpenSessionRow } from '@onbehalf/web';
import { logSentence, type Wording } from './action-log-sentence.ts';

/** The newest entry of a context in words, as the action log says it. */
export function lastAction(deps: Wording, locale: Locale, { last, actorId, actorName, groupName, subjectId, subjectName }: OpenSession): { at: Date; text: string } | null {
  if (last === null) return null;
  const actor = { id: actorId, name: actorName, roleName: null, groupName };
  const entry = { body: last.body, actor, subject: { id: subjectId, name: subjectName }, objectName: last.body.object?.type === 'customer' ? subjectName : null };
  return { at: last.at, text: logSentence(deps, locale, entry, { besideSubject: true }) };
}

export function openSessionRow(deps: Wording, locale: Locale, session: OpenSession): OpenSessionRow {
  const { id, kind, mode, reason, reference, actorName, groupName, subjectName, company, storeName, startedAt, idleSeconds, secondsLeft } = session;
  return { id, kind, mode, reason, reference, actorName, groupName, subjectName, company, storeName, startedAt, idleSeconds, secondsLeft, last: lastAction(deps, locale, session), endHref: `/admin/assist-sessions/${id}/end` };
}
