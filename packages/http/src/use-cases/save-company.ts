import { record, subjectById, type Unit } from '@onbehalf/assist';
import { parsePaymentDays, parsePrice, parsePriceForLocale, priceTextRefusal, type CompanyRole, type CurrencyCode, type Locale, type Refusal, type Result } from '@onbehalf/core';
import { buyerOf, changeCompany, createCompany, customerByEmail, customerById, customerGroups, dropBuyer, membershipOf, ORDER_VISIBILITIES, parseCompany, roomRefusals, setBuyer, setCompanyTerms, type Company } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { actorOfRequest } from '../present/actor.ts';
import { websiteOf } from '../present/websites.ts';
import { peopleAbout } from './save-customer.ts';

export interface TypedCompany {
  website: string;
  name: string;
  vatNumber: string;
  group: string;
  orderVisibility: string;
  paymentDays: string;
  /** An amount of the website's currency; empty: no limit. */
  creditLimit: string;
}

interface Saving {
  deps: Deps;
  request: Arrived;
  unit: Unit;
}

/** G2: a new company (was null) or a changed one; every reason against it at its field. Its website stays. */
export async function saveCompany({ deps, unit }: Saving, was: Company | null, typed: TypedCompany, { locale, keepsLimit = false }: { locale: Locale | 'api'; keepsLimit?: boolean }): Promise<Result<{ id: string; after: Omit<Company, 'id' | 'vatCheck'> }, Refusal[]>> {
  const parsed = parseCompany(typed);
  const website = websiteOf(deps.stores, was?.websiteId ?? typed.website);
  const days = parsePaymentDays(typed.paymentDays);
  const limit = website === null || keepsLimit ? { ok: true, value: was?.creditLimit ?? null } as const : parseCreditLimit(typed.creditLimit, website.currency, locale);
  const group = (await customerGroups(unit)).find(({ id }) => id === typed.group);
  const orderVisibility = ORDER_VISIBILITIES.find((one) => one === typed.orderVisibility) ?? 'own';
  const refusals: Refusal[] = [
    ...(parsed.ok ? [] : parsed.error),
    ...(days.ok ? [] : [days.error]),
    ...(limit.ok ? [] : [limit.error]),
    ...(website === null ? [{ code: 'invalid-input', field: 'website' } as const] : []),
    ...(group === undefined ? [{ code: 'invalid-input', field: 'group' } as const] : []),
  ];
  if (!parsed.ok || !days.ok || !limit.ok || website === null || group === undefined || refusals.length > 0) return { ok: false, error: refusals };
  const after = { ...parsed.value, websiteId: website.id, paymentDays: days.value, creditLimit: limit.value, groupId: group.id, orderVisibility };
  const id = was?.id ?? (await createCompany(unit, after));
  await changeCompany(unit, { ...after, id });
  await setCompanyTerms(unit, { ...after, id });
  return { ok: true, value: { id, after } };
}

/** A company for the record: whoever reads it sees what was decided. */
export const companyWords = ({ name, groupId, orderVisibility, paymentDays, creditLimit }: Omit<Company, 'id' | 'vatCheck'>): string =>
  `${name}, group ${groupId}, orders ${orderVisibility}, days to pay ${paymentDays ?? 'as website'}, credit ${creditLimit ?? 'unlimited'}`;

function parseCreditLimit(typed: string, currency: CurrencyCode, locale: Locale | 'api'): Result<bigint | null, Refusal> {
  if (typed.trim() === '') return { ok: true, value: null };
  const parsed = locale === 'api' ? parsePrice(typed, currency) : parsePriceForLocale(typed, currency, locale);
  return parsed.ok ? parsed : { ok: false, error: priceTextRefusal(parsed.error, currency, 'creditLimit') };
}

/** Puts a customer of the company's website into it, by e-mail or id. Prices, name and VAT number become the company's at once. */
export async function addBuyer(saving: Saving, company: Company, { customer: word, role }: { customer: string; role: CompanyRole }): Promise<Result<string, Refusal[]>> {
  const { unit } = saving;
  const text = word.trim();
  const found = text.includes('@') ? await customerByEmail(unit, company.websiteId, text) : await customerById(unit, text);
  if (found === null) return refused({ code: 'customer-unknown', field: 'customer' });
  if (found.websiteId !== company.websiteId) return refused({ code: 'company-other-website', field: 'customer' });
  if ((await membershipOf(unit, found.id)) !== null) return refused({ code: 'buyer-elsewhere', field: 'customer' });
  await unit.query('select 1 from company where id = $1::bigint for no key update', [company.id]);
  const room = await roomRefusals(unit, company.id);
  if (room.length > 0) return refused(...room);
  await setBuyer(unit, { customerId: found.id, companyId: company.id, role });
  await note(saving, { customerId: found.id, action: 'add-buyer', detail: { company: company.id, role } });
  return { ok: true, value: found.id };
}

/** Gives a buyer another role, or takes him out: then the account stays, with the group and names it has. */
export async function moveBuyer(saving: Saving, company: Company, { customerId, to }: { customerId: string; to: CompanyRole | 'out' }): Promise<Result<string, Refusal[]>> {
  const { unit } = saving;
  const buyer = await buyerOf(unit, company.id, customerId);
  if (buyer === null) return refused({ code: 'buyer-not-found' });
  if (to === 'out') await dropBuyer(unit, buyer.id);
  else await setBuyer(unit, { customerId: buyer.id, companyId: company.id, role: to });
  await note(saving, { customerId: buyer.id, action: to === 'out' ? 'remove-buyer' : 'change-role', detail: to === 'out' ? { company: company.id } : { company: company.id, before: buyer.role, after: to } });
  return { ok: true, value: buyer.id };
}

const refused = (...error: Refusal[]): { ok: false; error: Refusal[] } => ({ ok: false, error });

async function note({ unit, request }: Saving, { customerId, action, detail }: { customerId: string; action: 'add-buyer' | 'remove-buyer' | 'change-role'; detail: Record<string, string> }): Promise<void> {
  const subject = await subjectById(unit, customerId);
  if (subject === null) return;
  await record(unit, { people: peopleAbout(actorOfRequest(request).actor, subject), origin: request.origin, now: request.now }, { group: 'company', action, object: { type: 'customer', id: customerId }, detail });
}
