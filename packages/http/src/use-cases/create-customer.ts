import { record, subjectById, type Actor, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import { addAddress, createAccount, type AddressFields, type NewAccount } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails } from '../jobs/mail-outbox.ts';
import { customerLetter } from './customer-letter.ts';
import { peopleAbout } from './save-customer.ts';

export interface CreateCustomer {
  actor: Actor;
  account: Omit<NewAccount, 'passwordHash' | 'newsletter'>;
  /** Null: none yet. */
  address: AddressFields | null;
  /** In the portal whoever creates the customer looks after him from now on (A10). */
  becomesPrimary: boolean;
}

/** A10: the account, its address, whose it is, its entry and the invitation, or none of them. Nobody but the customer chooses the password. */
export async function createCustomer(unit: Unit, { deps, request }: { deps: Deps; request: Arrived }, command: CreateCustomer): Promise<Result<{ id: string; name: string; email: string }, Refusal[]>> {
  const { now, origin } = request;
  const { actor, account, address } = command;
  const shared = request.settings.get('customer/share') === 'global';
  const made = await createAccount(unit, { ...account, passwordHash: null, newsletter: false }, { at: now, shared });
  if (!made.ok) return made;
  const { id, email } = made.value;
  if (address !== null) {
    const added = await addAddress(unit, id, { ...address, isDefault: true });
    if (!added.ok) return added;
  }
  const subject = await subjectById(unit, id);
  if (subject === null) throw new Error(`Customer ${id} was made and is not there`);
  const who = { people: peopleAbout(actor, subject), origin, now };
  const object = { type: 'customer', id };
  await record(unit, who, { group: 'customer', action: 'create', object, detail: { storeId: account.storeId, groupId: account.groupId }, personal: { after: JSON.stringify({ ...account, address }) } });
  if (command.becomesPrimary) {
    await unit.query('insert into customer_staff (customer_id, staff_id, is_primary, assigned_at, assigned_by) values ($1, $2, true, $3, $2)', [id, actor.id, now]);
    await record(unit, who, { group: 'staff', action: 'assign-customer', object, detail: { staffId: actor.id, primary: true } });
  }
  await queueMails(unit, [customerLetter(deps, { template: 'invitation', customerId: id, storeId: account.storeId, recipient: email, actorId: actor.id })], now);
  return { ok: true, value: { id, name: subject.name, email } };
}
