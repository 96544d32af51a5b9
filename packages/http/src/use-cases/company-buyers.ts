import type { Entry, Unit } from '@onbehalf/assist';
import { buyerChangeRefusals, companyKeepingRefusals, type CompanyRole, type Refusal, type Result } from '@onbehalf/core';
import {
  addInvitation, buyerOf, buyersOf, createAccount, customerByEmail, heldMembership, invitationOf, removeInvitation, roomRefusals, setBuyer, setBuyerActive, sharedCustomerByEmail, type Membership,
} from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails } from '../jobs/mail-outbox.ts';
import { inStore, ownerOf } from '../present/names.ts';
import { customerLetter } from './customer-letter.ts';

interface Acting {
  deps: Deps;
  request: Arrived;
  unit: Unit;
}

type Changed = Result<Partial<Entry>, Refusal[]>;

const refused = (...error: Refusal[]): Changed => ({ ok: false, error });

/** The company of whoever asks, held until the transaction ends, where he may keep it; else why not. */
export async function keptCompany({ unit, request }: Pick<Acting, 'unit' | 'request'>): Promise<Result<Membership, Refusal[]>> {
  const membership = await heldMembership(unit, ownerOf(request).customerId);
  const closed = companyKeepingRefusals(membership?.role ?? null);
  return membership === null || closed.length > 0 ? { ok: false, error: closed } : { ok: true, value: membership };
}

export interface Invited {
  firstName: string;
  lastName: string;
  email: string;
  role: CompanyRole;
}

/**
 * G2, A10: an account of the buyer's own in the company, and a mail with the link that chooses its password. Where the address has an
 * account already nothing is made: its owner alone hears of it, and whoever invited reads the same in both cases.
 */
export async function inviteBuyer(acting: Acting, { firstName, lastName, email: typed, role }: Invited): Promise<Changed> {
  const { deps, request, unit } = acting;
  const kept = await keptCompany(acting);
  if (!kept.ok) return kept;
  const { company } = kept.value;
  const { store } = inStore(request);
  const { customerId: invitedBy } = ownerOf(request);
  const room = await roomRefusals(unit, company.id);
  if (room.length > 0) return refused(...room);
  const shared = request.settings.get('customer/share') === 'global';
  const account = { firstName, lastName, email: typed, phone: '', company: company.name, vatNumber: company.vatNumber, externalId: '', storeId: store.id, groupId: company.groupId, passwordHash: null, newsletter: false };
  const made = await createAccount(unit, account, { at: request.now, shared });
  const wrong = made.ok ? [] : made.error.filter(({ code }) => code !== 'email-taken');
  if (wrong.length > 0) return refused(...wrong);
  const email = typed.trim().toLowerCase();
  const known = made.ok ? null : shared ? await sharedCustomerByEmail(unit, email) : await customerByEmail(unit, store.websiteId, email);
  // Somebody whose invitation was withdrawn before he took it up is asked again.
  const again = known === null ? null : await buyerOf(unit, company.id, known.id);
  const buyerId = made.ok ? made.value.id : again !== null && again.confirmedAt === null ? again.id : null;
  const isNew = await addInvitation(unit, { companyId: company.id, email, firstName: firstName.trim(), lastName: lastName.trim(), role, invitedBy, at: request.now, customerId: buyerId });
  if (!isNew) return refused({ code: 'buyer-invited', field: 'email' });
  if (buyerId !== null) await setBuyer(unit, { customerId: buyerId, companyId: company.id, role });
  if (buyerId !== null && !made.ok) await setBuyerActive(unit, buyerId, { active: true, now: request.now });
  const customerId = buyerId ?? known?.id;
  if (customerId !== undefined) {
    const template = buyerId !== null ? 'company-invitation' : 'company-invitation-known';
    await queueMails(unit, [customerLetter(deps, { template, customerId, storeId: store.id, recipient: email, actorId: null, params: { company: company.id, by: invitedBy } })], request.now);
  }
  return { ok: true, value: { object: { type: 'company', id: company.id }, detail: { role }, personal: { email } } };
}

/** An invitation that nobody has taken up; the account made for it is closed, and its link opens nothing. */
export async function withdrawInvitation(acting: Acting, id: string): Promise<Changed> {
  const { unit, request } = acting;
  const kept = await keptCompany(acting);
  if (!kept.ok) return kept;
  const found = await invitationOf(unit, kept.value.company.id, id);
  if (found === null) return refused({ code: 'buyer-not-found' });
  await removeInvitation(unit, found.id);
  if (found.customerId !== null) await setBuyerActive(unit, found.customerId, { active: false, now: request.now });
  return { ok: true, value: { object: { type: 'company', id: kept.value.company.id }, personal: { email: found.email } } };
}

export type BuyerChange = 'deactivate' | 'activate' | CompanyRole;

/** Lets a buyer in, keeps him out at once, or gives him another role; never one's own account, and never the last administrator. */
export async function changeBuyer(acting: Acting, { buyerId, change }: { buyerId: string; change: BuyerChange }): Promise<Changed> {
  const { unit, request } = acting;
  const own = ownerOf(request).customerId;
  const membership = await heldMembership(unit, own);
  const company = membership?.company.id ?? '';
  const buyer = membership === null ? null : await buyerOf(unit, company, buyerId);
  const all = membership === null ? [] : await buyersOf(unit, company);
  const refusals = buyerChangeRefusals({
    role: membership?.role ?? null,
    isSelf: buyerId === own,
    buyer: buyer === null ? null : { role: buyer.role, isActive: buyer.status === 'active', deactivatedByCompany: buyer.deactivatedByCompany },
    administrators: all.filter(({ role, status }) => role === 'administrator' && status === 'active').length,
    change,
  });
  if (refusals.length > 0 || buyer === null) return refused(...refusals);
  if (change === 'activate' || change === 'deactivate') await setBuyerActive(unit, buyer.id, { active: change === 'activate', now: request.now });
  else await setBuyer(unit, { customerId: buyer.id, companyId: company, role: change });
  return { ok: true, value: { object: { type: 'company', id: company }, detail: { buyer: buyer.id, change } } };
}
