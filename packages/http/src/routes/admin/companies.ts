import { RESOURCE, toDecimal, type CurrencyCode, type Locale, type Refusal } from '@onbehalf/core';
import { addressesOf, buyersOf, companyById, customerGroups, listCompanies, markVatNumber, owedBy, parseCompanyRole, type Company } from '@onbehalf/shop';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { inLocale } from '../../frame.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { buyerRow } from '../../present/company-colleagues.ts';
import { money } from '../../present/names.ts';
import { websiteOf, websitesOf } from '../../present/websites.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { addBuyer, companyWords, moveBuyer, saveCompany, type TypedCompany } from '../../use-cases/save-company.ts';

const PAGE = 50;
const FIELD = z.string().max(500).catch('');
const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0') });
const TERMS = { website: FIELD, name: FIELD, vatNumber: FIELD, group: FIELD, orderVisibility: FIELD, paymentDays: FIELD, creditLimit: FIELD };
const BUYER = ID.extend({ customerId: z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0') });
const common = { area: 'admin', access: { resource: RESOURCE.companies }, inContext: 'outside' } as const;

/** Customers › Companies (G2): with a right of its own, for a group decides prices. */
export const companyAdminRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/companies', handle: 'adminhtml_company_index', input: z.object({ q: z.string().trim().max(100).catch(''), after: z.string().max(500).catch('') }),
    run: async ({ deps, request, unit, input: { q, after } }) => {
      const found = await listCompanies(unit, { text: q, after: cursorOf(after), limit: PAGE });
      const rows = found.companies.map(({ id, name, vatNumber, groupName, websiteId, buyers }) => (
        { id, href: `/admin/companies/${id}`, name, vatNumber, buyers, groupName: inLocale(groupName, request.locale), websiteName: websiteOf(deps.stores, websiteId)?.name ?? '' }));
      return { answer: page('admin/companies', { rows, query: q, paging: keysetPaging({ path: '/admin/companies', query: { q }, trail: after, next: found.next }) }) };
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/companies/new', handle: 'adminhtml_company_new', input: z.object({}),
    run: async (context) => ({ answer: await showCompany(context, { company: null, typed: { orderVisibility: 'own' }, adding: {}, refusals: [] }) }),
  }),
  route({
    ...common, method: 'POST', path: '/admin/companies', handle: 'adminhtml_company_create', audit: { group: 'company', action: 'create' }, input: z.object(TERMS),
    run: (context) => save(context, null),
  }),
  route({
    ...common, method: 'GET', path: '/admin/companies/:id', handle: 'adminhtml_company_edit', input: ID,
    run: (context) => withCompany(context, async (company) => ({ answer: await showCompany(context, { company, typed: typedOf(context, company), adding: {}, refusals: [] }) })),
  }),
  route({
    ...common, method: 'POST', path: '/admin/companies/:id', handle: 'adminhtml_company_save', audit: { group: 'company', action: 'update' }, input: ID.extend(TERMS),
    run: (context) => withCompany(context, (company) => save(context, company)),
  }),
  route({
    ...common, method: 'POST', path: '/admin/companies/:id/vat-check', handle: 'adminhtml_company_checkvat', audit: { group: 'company', action: 'check-vat-number' }, input: ID.extend({ vatNumber: FIELD }),
    run: (context) => withCompany(context, (company) => mark(context, company, true)),
  }),
  route({
    ...common, method: 'POST', path: '/admin/companies/:id/vat-uncheck', handle: 'adminhtml_company_uncheckvat', audit: { group: 'company', action: 'uncheck-vat-number' }, input: ID.extend({ vatNumber: FIELD }),
    run: (context) => withCompany(context, (company) => mark(context, company, false)),
  }),
  route({
    ...common, method: 'POST', path: '/admin/companies/:id/buyers', handle: 'adminhtml_company_addbuyer', audit: { group: 'company', action: 'add-buyer' }, input: ID.extend({ customer: FIELD, role: FIELD }),
    run: (context) => withCompany(context, async (company) => {
      const { input: { customer, role } } = context;
      const added = await addBuyer(context, company, { customer, role: parseCompanyRole(role) ?? 'buyer' });
      if (added.ok) return { recorded: true, answer: redirect(`/admin/companies/${company.id}`), flash: { tone: 'good', code: 'buyer-saved' } };
      const refusals = added.error;
      return { refused: refusals, object: objectOf(company), show: (unit) => showCompany({ ...context, unit }, { company, typed: typedOf(context, company), adding: { customer, role }, refusals }) };
    }),
  }),
  route({
    ...common, method: 'POST', path: '/admin/companies/:id/buyers/:customerId', handle: 'adminhtml_company_buyerrole', audit: { group: 'company', action: 'change-role' }, input: BUYER.extend({ role: z.enum(['administrator', 'buyer']) }),
    run: (context) => withCompany(context, (company) => move(context, company, context.input.role)),
  }),
  route({
    ...common, method: 'POST', path: '/admin/companies/:id/buyers/:customerId/remove', handle: 'adminhtml_company_removebuyer', audit: { group: 'company', action: 'remove-buyer' }, input: BUYER,
    run: (context) => withCompany(context, (company) => move(context, company, 'out')),
  }),
];

const objectOf = ({ id }: Company) => ({ type: 'company', id });
const typedOf = ({ deps, request }: Pick<RouteContext<unknown>, 'deps' | 'request'>, { name, vatNumber, groupId, orderVisibility, websiteId, paymentDays, creditLimit }: Company): Typed => ({
  name, vatNumber, group: groupId, orderVisibility, paymentDays: paymentDays === null ? '' : String(paymentDays),
  creditLimit: creditLimit === null ? '' : plainAmount(creditLimit, websiteOf(deps.stores, websiteId)?.currency ?? 'EUR', request.locale),
});

const plainAmount = (minor: bigint, currency: CurrencyCode, locale: Locale): string => (locale === 'en' ? toDecimal(minor, currency) : toDecimal(minor, currency).replace('.', ','));

async function withCompany({ unit, input }: RouteContext<{ id: string }>, run: (company: Company) => Promise<Outcome>): Promise<Outcome> {
  const company = await companyById(unit, input.id);
  return company === null ? { refused: [{ code: 'not-found' }], object: { type: 'company', id: input.id } } : run(company);
}

async function save(context: RouteContext<TypedCompany>, was: Company | null): Promise<Outcome> {
  const { input } = context;
  const { website, name, vatNumber, group, orderVisibility, paymentDays, creditLimit } = input;
  const saved = await saveCompany(context, was, input, { locale: context.request.locale });
  if (!saved.ok) {
    const refusals = saved.error;
    return { refused: refusals, ...(was === null ? {} : { object: objectOf(was) }), show: (unit) => showCompany({ ...context, unit }, { company: was, typed: { website, name, vatNumber, group, orderVisibility, paymentDays, creditLimit }, adding: {}, refusals }) };
  }
  const { id, after } = saved.value;
  return {
    answer: redirect(`/admin/companies/${id}`),
    entry: { object: { type: 'company', id }, detail: { ...(was === null ? {} : { before: companyWords(was) }), after: companyWords(after) }, personal: { vatNumber: after.vatNumber } },
    flash: { tone: 'good', code: 'company-saved' },
  };
}

async function move(context: RouteContext<{ id: string; customerId: string }>, company: Company, to: 'administrator' | 'buyer' | 'out'): Promise<Outcome> {
  const moved = await moveBuyer(context, company, { customerId: context.input.customerId, to });
  if (!moved.ok) return { refused: moved.error, object: objectOf(company) };
  return { recorded: true, answer: redirect(`/admin/companies/${company.id}`), flash: { tone: 'good', code: to === 'out' ? 'buyer-removed' : 'buyer-saved' } };
}

/** For the number that was on the page: a company may change it meanwhile, and then nobody has looked that one up. */
async function mark(context: RouteContext<{ vatNumber: string }>, company: Company, isChecked: boolean): Promise<Outcome> {
  const { request, unit, input: { vatNumber } } = context;
  const { actor } = actorOfRequest(request);
  const done = await markVatNumber(unit, { id: company.id, vatNumber, check: isChecked ? { at: request.now, by: actor } : null });
  if (!done) {
    const refusals: Refusal[] = [{ code: 'vat-number-changed' }];
    return { refused: refusals, object: objectOf(company), show: (fresh) => showCompany({ ...context, unit: fresh }, { company, typed: typedOf(context, company), adding: {}, refusals }) };
  }
  return {
    answer: redirect(`/admin/companies/${company.id}`),
    entry: { object: objectOf(company), detail: { before: company.vatCheck !== null, after: isChecked }, personal: { vatNumber } },
    flash: { tone: 'good', code: isChecked ? 'vat-checked' : 'vat-unchecked' },
  };
}

interface Shown {
  company: Company | null;
  typed: Typed;
  adding: Typed;
  refusals: readonly Refusal[];
}

async function showCompany({ deps, request, unit }: Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>, { company, typed, adding, refusals }: Shown): Promise<Answer> {
  const buyers = company === null ? [] : await buyersOf(unit, company.id);
  return page('admin/company', {
    company: company === null ? null : { id: company.id, href: `/admin/companies/${company.id}`, name: company.name, vat: { number: company.vatNumber, check: company.vatCheck }, owes: money(await owedBy(unit, company.id), websiteOf(deps.stores, company.websiteId)?.currency ?? 'EUR'), websiteName: websiteOf(deps.stores, company.websiteId)?.name ?? '' },
    websites: websitesOf(deps.stores).map(({ id, name }) => ({ value: String(id), label: name })),
    groups: (await customerGroups(unit)).map(({ id, name }) => ({ value: id, label: inLocale(name, request.locale) })),
    buyers: buyers.map((buyer) => buyerRow(request, buyer, { href: `/admin/customers/${buyer.id}`, websiteId: company?.websiteId ?? 0 })),
    addresses: company === null ? [] : await addressesOf(unit, { companyId: company.id }),
    typed,
    adding,
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? statusOf(refusals) : 200, ...(company === null ? {} : { view: { type: 'company', id: company.id } }) });
}
