/** Letters to customers about their account. */
import { lookUpSettings } from '@onbehalf/assist';
import type { Mails } from '@onbehalf/web';
import { storeOrigin } from '../sites.ts';
import { passwordLink, personOf, type Writing } from './writing.ts';

const INVITATION_DAYS = 7;
const CONFIRMATION_HOURS = 24;

/** A10: staff made the account; the customer alone chooses its password. */
export async function invitation(writing: Writing): Promise<Mails['invitation']> {
  const { deps, store } = writing;
  const person = await personOf(writing);
  const url = await passwordLink(writing, person, { purpose: 'invitation', minutes: INVITATION_DAYS * 1440 });
  return { shopName: store.name, name: person.name, url, days: INVITATION_DAYS, forgotUrl: `${storeOrigin(deps.config, store)}${store.base}/account/forgot` };
}

export async function confirmAccount(writing: Writing): Promise<Mails['confirm-account']> {
  const person = await personOf(writing);
  const url = await passwordLink(writing, person, { purpose: 'confirmation', minutes: CONFIRMATION_HOURS * 60 });
  return { shopName: writing.store.name, name: person.name, url, hours: CONFIRMATION_HOURS };
}

// Who registers with an address that has an account reads the same page as everybody; only its owner learns the rest.
export async function accountExists(writing: Writing): Promise<Mails['account-exists']> {
  const { deps, store } = writing;
  return { shopName: store.name, name: (await personOf(writing)).name, url: `${storeOrigin(deps.config, store)}${store.base}/account/login` };
}

/** G2: who invites, and for which company, by their names of now. */
async function invitedBy({ unit, row }: Writing): Promise<{ company: string; by: string }> {
  const [found] = await unit.query<{ company: string; by: string }>(
    `select k.name as company, c.first_name || ' ' || c.last_name as by from company k, customer c where k.id = $1::bigint and c.id = $2::bigint`, [row.params['company'], row.params['by']]);
  if (found === undefined) throw new Error(`A mail of company ${row.params['company'] ?? '?'}, which is not there`);
  return found;
}

export async function companyInvitation(writing: Writing): Promise<Mails['company-invitation']> {
  return { ...(await invitation(writing)), ...(await invitedBy(writing)) };
}

export async function companyInvitationKnown(writing: Writing): Promise<Mails['company-invitation-known']> {
  return { ...(await accountExists(writing)), ...(await invitedBy(writing)) };
}

// The title of the box as the customer's own store words it, so that he finds it again.
export async function consentSet(writing: Writing): Promise<Mails['consent-set']> {
  const { deps, unit, row, locale, store } = writing;
  const settings = await lookUpSettings(unit);
  const title = settings.get('assist/consent/title', { websiteId: store.websiteId, storeId: store.id, locale });
  const answer = row.params['answer'] === 'given' ? 'given' : 'refused';
  return { shopName: store.name, name: (await personOf(writing)).name, answer, title, url: `${storeOrigin(deps.config, store)}${store.base}/account/information` };
}

export async function emailChanged(writing: Writing): Promise<Mails['email-changed']> {
  return { shopName: writing.store.name, name: (await personOf(writing)).name, isNew: writing.row.params['address'] === 'new' };
}
