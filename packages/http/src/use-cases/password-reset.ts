import { PASSWORD_MINIMUM, hashPassword, hashToken, presentedToken, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import type { Deps } from '../deps.ts';
import { queueMails, type QueuedMail } from '../jobs/mail-outbox.ts';

export interface ResetPerson {
  kind: 'staff' | 'customer';
  id: string;
  email: string;
  locale: string;
  /** Store code, for the link; empty for staff. */
  store: string;
}

/** Queues the mail with the link. Its token is made when the mail is sent, so that the outbox never holds one (D5). */
export async function requestReset(unit: Unit, { deps, now }: { deps: Deps; now: Date }, person: ResetPerson): Promise<void> {
  await queueMails(unit, [letter(deps, 'password-reset', person)], now);
}

/**
 * Gives whose it was. Once, in time, and for the kind of account it was made for: one atomic statement decides. A link that
 * came by mail also confirms a customer's address (A10, G2); one that was made to confirm it opens no password.
 */
export async function useReset(unit: Unit, { deps, now }: { deps: Deps; now: Date }, { kind, token, password }: { kind: 'staff' | 'customer'; token: string; password: string }): Promise<Result<string, Refusal[]>> {
  const weak = passwordRefusals(password);
  if (weak.length > 0) return { ok: false, error: weak };
  if (presentedToken(token, 'reset') === null) return { ok: false, error: [{ code: 'reset-link-over' }] };
  const [used] = await unit.query<{ person_id: string }>(
    `update password_reset set used_at = $3 where token_hash = $1 and person_kind = $2 and purpose <> 'confirmation' and used_at is null and expires_at > $3 returning person_id::text`,
    [hashToken(token), kind, now],
  );
  if (used === undefined) return { ok: false, error: [{ code: 'reset-link-over' }] };
  await setPassword(unit, { kind, id: used.person_id, hash: await hashPassword(password), now });
  await tellPasswordChanged(unit, { deps, now }, { kind, id: used.person_id });
  return { ok: true, value: used.person_id };
}

export function passwordRefusals(password: string): Refusal[] {
  return password.length < PASSWORD_MINIMUM ? [{ code: 'password-too-short', field: 'password', facts: { minimum: PASSWORD_MINIMUM } }] : [];
}

/** A new password ends every session that the old one opened, and every other reset link (ASVS 7.4.3). */
async function setPassword(unit: Unit, { kind, id, hash, now }: { kind: 'staff' | 'customer'; id: string; hash: string; now: Date }): Promise<void> {
  const table = kind === 'staff' ? 'staff' : 'customer';
  await unit.query(`update ${table} set password_hash = $2 where id = $1`, [id, hash]);
  await unit.query(`update password_reset set used_at = $3 where person_kind = $1 and person_id = $2 and used_at is null`, [kind, id, now]);
  if (kind === 'customer') await unit.query('update customer set confirmed_at = $2 where id = $1 and confirmed_at is null', [id, now]);
  if (kind === 'customer') await unit.query(`update customer_session set ended_at = $2, end_reason = 'password-reset' where customer_id = $1 and ended_at is null`, [id, now]);
}

interface Told {
  email: string;
  locale: string;
  store: string;
}

const TOLD_SQL = {
  staff: `select email, language as locale, '' as store from staff where id = $1`,
  customer: 'select c.email, st.locale, st.code as store from customer c join store st on st.id = c.store_id where c.id = $1',
} as const;

/** Whoever owns the account hears of it: a change that was not his own must not stay unnoticed (ASVS 6.3.7). */
export async function tellPasswordChanged(unit: Unit, { deps, now }: { deps: Deps; now: Date }, { kind, id }: Pick<ResetPerson, 'kind' | 'id'>): Promise<void> {
  const [told] = await unit.query<Told>(TOLD_SQL[kind], [id]);
  if (told === undefined) return;
  await queueMails(unit, [letter(deps, 'password-changed', { kind, id, ...told })], now);
}

function letter(deps: Deps, template: 'password-reset' | 'password-changed', person: ResetPerson): QueuedMail {
  return {
    id: deps.random.uuid(),
    template,
    params: { personKind: person.kind, personId: person.id, store: person.store },
    locale: person.locale,
    recipient: person.email,
    actorId: person.kind === 'staff' ? person.id : null,
    subjectId: person.kind === 'customer' ? person.id : null,
    assistSessionId: null,
  };
}
