import { hashPassword, hashToken, presentedToken, record, subjectById, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import { createAccount, customerByEmail, customerGroups, sharedCustomerByEmail, type NewAccount } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails } from '../jobs/mail-outbox.ts';
import { inStore } from '../present/names.ts';
import { customerLetter } from './customer-letter.ts';
import { passwordRefusals } from './password-reset.ts';

type Registering = { deps: Deps; request: Arrived };
export type Registration = Pick<NewAccount, 'firstName' | 'lastName' | 'company' | 'vatNumber' | 'email'> & { password: string };

/**
 * G2: an account that nobody has confirmed, and a mail to confirm it. An address that has an account already is answered in
 * the same way and time; only its owner hears of it, by mail.
 */
export async function registerCustomer(unit: Unit, { deps, request }: Registering, { password, ...typed }: Registration): Promise<Result<{ email: string }, Refusal[]>> {
  const { store } = inStore(request);
  const shared = request.settings.get('customer/share') === 'global';
  const weak = passwordRefusals(password);
  const passwordHash = weak.length > 0 ? null : await hashPassword(password);
  const [group] = await customerGroups(unit);
  const account: NewAccount = { ...typed, phone: '', externalId: '', storeId: store.id, groupId: group?.id ?? '', passwordHash, newsletter: false };
  // What is wrong with the form is said whether or not the address is taken.
  const made = weak.length > 0 ? { ok: false as const, error: [] } : await createAccount(unit, account, { at: request.now, shared });
  const refusals = [...weak, ...(made.ok ? [] : made.error.filter(({ code }) => code !== 'email-taken'))];
  if (refusals.length > 0) return { ok: false, error: refusals };
  const email = typed.email.trim().toLowerCase();
  const known = made.ok ? null : shared ? await sharedCustomerByEmail(unit, email) : await customerByEmail(unit, store.websiteId, email);
  const customerId = made.ok ? made.value.id : known?.id;
  if (customerId === undefined) return { ok: false, error: [{ code: 'email-invalid', field: 'email' }] };
  await queueMails(unit, [customerLetter(deps, { template: made.ok ? 'confirm-account' : 'account-exists', customerId, storeId: store.id, recipient: email, actorId: null })], request.now);
  if (made.ok) await note(unit, request, customerId, 'create');
  return { ok: true, value: { email } };
}

/** Once, in time, and only by a link made for it: one atomic statement decides. */
export async function confirmAccount(unit: Unit, request: Arrived, token: string): Promise<Result<string, Refusal[]>> {
  const over = { ok: false, error: [{ code: 'confirmation-link-over' }] } as const satisfies Result<string, Refusal[]>;
  if (presentedToken(token, 'reset') === null) return { ok: false, error: [...over.error] };
  const [used] = await unit.query<{ id: string }>(
    `update password_reset set used_at = $2 where token_hash = $1 and person_kind = 'customer' and purpose = 'confirmation' and used_at is null and expires_at > $2 returning person_id::text as id`,
    [hashToken(token), request.now],
  );
  if (used === undefined) return { ok: false, error: [...over.error] };
  await unit.query('update customer set confirmed_at = $2 where id = $1 and confirmed_at is null', [used.id, request.now]);
  await note(unit, request, used.id, 'confirm');
  return { ok: true, value: used.id };
}

async function note(unit: Unit, { origin, now }: Arrived, customerId: string, action: 'create' | 'confirm'): Promise<void> {
  const subject = await subjectById(unit, customerId);
  const people = { actor: null, subject, assistSessionId: null, storeId: null, chained: false };
  await record(unit, { people, origin, now }, { group: 'customer', action, object: { type: 'customer', id: customerId } });
}
