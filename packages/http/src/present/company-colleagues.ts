import { holds } from '@onbehalf/assist';
import { RESOURCE } from '@onbehalf/core';
import { buyersOf, membershipOf, type CompanyBuyer } from '@onbehalf/shop';
import type { AdminCompanyBuyer, CompanyColleagues } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import { actorOfRequest } from './actor.ts';
import type { EntryContext } from './assist-entry.ts';
import { visibleCustomer } from './visible-customer.ts';

const MOST_LOOKED_AT = 20;

/** A buyer as staff see him, with the consent that he himself gave (B10). */
export function buyerRow({ settings }: Pick<Arrived, 'settings'>, { id, name, email, role, status, confirmedAt, consent }: CompanyBuyer, { href, websiteId }: { href: string; websiteId: number }): AdminCompanyBuyer {
  const policy = settings.get('assist/consent/policy', { websiteId });
  const notNeeded = consent === null && (policy === 'opt-out' || policy === 'not-asked');
  return { id, href, name, email, role, status, isConfirmed: confirmedAt !== null, consent: consent === 'given' ? 'given' : notNeeded ? 'not-needed' : 'missing' };
}

/**
 * The others who buy for a customer's company (A9). In the portal only those whom the actor may see by the checks of every start; the
 * rest are a number. Null where the customer buys for none.
 */
export async function companyColleagues(context: EntryContext, { customerId, place }: { customerId: string; place: 'staff' | 'admin' }): Promise<CompanyColleagues | null> {
  const { request, unit } = context;
  const membership = await membershipOf(unit, customerId);
  if (membership === null) return null;
  const { company } = membership;
  const others = (await buyersOf(unit, company.id)).filter(({ id }) => id !== customerId);
  const seen: CompanyBuyer[] = [];
  for (const buyer of others.slice(0, MOST_LOOKED_AT)) {
    if (place === 'admin' || !('refusals' in (await visibleCustomer(context, buyer.id)))) seen.push(buyer);
  }
  const base = place === 'admin' ? '/admin/customers' : '/staff/customers';
  return {
    companyName: company.name,
    href: place === 'admin' && holds(actorOfRequest(request).actor, RESOURCE.companies) ? `/admin/companies/${company.id}` : null,
    buyers: seen.map((buyer) => buyerRow(request, buyer, { href: `${base}/${buyer.id}`, websiteId: company.websiteId })),
    hidden: others.length - seen.length,
  };
}
