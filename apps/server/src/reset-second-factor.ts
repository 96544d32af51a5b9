import { endStaffSessions, record, removeSecondFactor, staffByEmail, type Unit } from '@onbehalf/assist';
import { queueMails } from '@onbehalf/http/jobs/mail-outbox';

/**
 * For the last administrator, who has lost both phone and recovery codes, and for a server whose secret was lost (A2): whoever reaches the
 * database may do it anyway, and this way it is on record and told. False: there is nothing to reset.
 */
export async function resetSecondFactor(unit: Unit, { email, now, uuid }: { email: string; now: Date; uuid: () => string }): Promise<boolean> {
  const account = await staffByEmail(unit, email);
  if (account === null || !(await removeSecondFactor(unit, account.actor.id))) return false;
  const { actor } = account;
  const origin = { ip: null, userAgent: '', requestId: uuid() };
  const nobody = { actor: null, subject: null, assistSessionId: null, storeId: null, chained: false };
  await record(unit, { people: nobody, origin, now }, { group: 'staff-session', action: 'reset-second-factor', object: { type: 'staff', id: actor.id }, detail: { by: 'command line' } });
  await endStaffSessions(unit, { staffId: actor.id, reason: 'second-factor-changed', keep: null, now, origin });
  const params = { personKind: 'staff', personId: actor.id, store: '', news: 'reset', left: '0' };
  await queueMails(unit, [{ id: uuid(), template: 'second-factor', params, locale: actor.language, recipient: actor.email, actorId: actor.id, subjectId: null, assistSessionId: null }], now);
  return true;
}
