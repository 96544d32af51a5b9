import { assignedStaff, holds, searchInTime, type CustomerFilters, type CustomerFound } from '@onbehalf/assist';
import { RESOURCE, consentSettingRefusals, type Locale, type Refusal, parsePaymentDays } from '@onbehalf/core';
import { currentConsent, customerGroups, membershipOf, paymentDaysOfCustomer, ordersOf, accountView, type AccountFields } from '@onbehalf/shop';
import type { AdminCustomerInformationProps, AdminCustomerRow, AdminCustomersProps, Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Deps } from '../../deps.ts';
import { inLocale } from '../../frame.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { assistEntries } from '../../present/assist-entry.ts';
import { adminCustomerFrame } from '../../present/admin-customer.ts';
import { companyColleagues } from '../../present/company-colleagues.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { customerOrder, customerOverview } from '../../present/customer-overview.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route, type RouteContext } from '../../route.ts';
import { consentFacts, saveCustomer } from '../../use-cases/save-customer.ts';

// Each row brings the dialog of "Login as Customer" along.
const PAGE = 25;
const WORD = z.string().trim().max(200).catch('');
const STATUSES = ['active', 'inactive', 'blocked', 'suspended'] as const;
const FILTERS = z.object({
  q: WORD,
  website: z.string().regex(/^[0-9]{1,4}$/).catch(''),
  store: WORD,
  group: WORD,
  status: z.enum(['', ...STATUSES]).catch(''),
  consent: z.enum(['', 'given', 'missing']).catch(''),
  after: z.string().max(8000).catch(''),
});
type Filters = z.infer<typeof FILTERS>;
const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0') });
const FIELD = z.string().max(500).catch('');
const FORM = ID.extend({
  firstName: FIELD, lastName: FIELD, company: FIELD, vatNumber: FIELD, phone: FIELD, email: FIELD, externalId: FIELD, store: FIELD, group: FIELD, paymentDays: FIELD,
  status: z.enum(STATUSES), confirmed: z.enum(['0', '1']), consent: z.enum(['', '0', '1']).catch(''),
});
const common = { area: 'admin', access: { resource: RESOURCE.customers }, inContext: 'outside' } as const;

/** Customers › All Customers, and one customer's sections under "Customer Information" (F3, B10). */
export const adminCustomerRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/customers', handle: 'adminhtml_customer_index', audit: { group: 'customer', action: 'search' }, input: FILTERS,
    run: async (context) => ({ answer: await list(context) }),
  }),
  route({
    ...common, method: 'GET', path: '/admin/customers/:id', handle: 'adminhtml_customer_view', input: ID,
    run: async ({ deps, request, unit, input }) => {
      const framed = await adminCustomerFrame({ deps, request, unit }, input.id, 'view');
      const customer = await customerOverview(unit, { deps, request }, { customerId: input.id, orderHref: ({ number }) => `/admin/orders/${number}` });
      if (framed === null || customer === null) return { refused: [{ code: 'not-found' }] };
      const colleagues = await companyColleagues({ deps, request, unit }, { customerId: input.id, place: 'admin' });
      return { answer: page('admin/customer', { frame: framed.frame, customer, colleagues }, { view: { type: 'customer', id: input.id } }) };
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/customers/:id/information', handle: 'adminhtml_customer_edit', input: ID,
    run: async (context) => {
      const answer = await showInformation(context, {}, []);
      return answer === null ? { refused: [{ code: 'not-found' }] } : { answer };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/customers/:id/information', handle: 'adminhtml_customer_save', audit: { group: 'customer', action: 'update' }, input: FORM,
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const consent = input.consent === '' ? null : input.consent === '1' ? 'given' : 'refused';
      const days = parsePaymentDays(input.paymentDays);
      const saved = days.ok ? await saveCustomer(unit, { deps, request }, { customerId: input.id, fields: { ...fieldsOf(input), paymentDays: days.value }, consent }) : { ok: false as const, error: [days.error] };
      if (!saved.ok) {
        const object = { type: 'customer', id: input.id };
        if (saved.error.some(({ code }) => code === 'not-found')) return { refused: saved.error, object };
        return { refused: saved.error, object, show: async (fresh) => (await showInformation({ ...context, unit: fresh }, input, saved.error)) ?? redirect('/admin/customers') };
      }
      return { recorded: true, answer: redirect(`/admin/customers/${input.id}/information`), flash: { tone: 'good', code: 'customer-saved' } };
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/customers/:id/orders', handle: 'adminhtml_customer_orders', input: ID.extend({ after: z.string().max(500).catch('') }),
    run: async ({ deps, request, unit, input: { id, after } }) => {
      const framed = await adminCustomerFrame({ deps, request, unit }, id, 'orders');
      if (framed === null) return { refused: [{ code: 'not-found' }] };
      const found = await ordersOf(unit, { customerId: id, storeWebsiteId: framed.customer.websiteId, limit: PAGE, before: cursorOf(after) });
      const orders = found.orders.map((order) => customerOrder(order, `/admin/orders/${order.number}`));
      return { answer: page('admin/customer-orders', { frame: framed.frame, orders, paging: keysetPaging({ path: `/admin/customers/${id}/orders`, query: {}, trail: after, next: found.next }) }, { view: { type: 'customer', id } }) };
    },
  }),
];

/** Names of things an administrator chooses from. */
export function websiteChoices({ stores }: Pick<Deps, 'stores'>): AdminCustomersProps['websites'] {
  return [...new Map(stores.map((store) => [store.websiteId, store.websiteName]))].map(([id, name]) => ({ value: String(id), label: name }));
}

async function list({ deps, request, unit, input }: RouteContext<Filters>): Promise<Answer> {
  const { actor } = actorOfRequest(request);
  const filters: CustomerFilters = { text: input.q, group: input.group, store: input.store, lastOrder: '', cart: '', consent: input.consent, status: input.status, websiteId: input.website === '' ? null : Number(input.website) };
  const found = await searchInTime(deps.db, { actor, filters, settings: request.settings, now: request.now, limit: PAGE, cursor: cursorOf(input.after), everybody: true });
  const staff = Map.groupBy((await assignedStaff(unit, found.rows.map(({ id }) => id))).filter(({ isPrimary }) => isPrimary || request.settings.get('staff/assignment/multiple')), ({ customerId }) => customerId);
  const entries = await assistEntries({ deps, request, unit }, found.rows.map(({ id }) => id));
  const groups = await customerGroups(unit);
  const { q, website, store, group, status, consent, after } = input;
  return page('admin/customers', {
    rows: found.rows.map((row) => ({ ...rowOf(deps, request.locale, row), staff: (staff.get(row.id) ?? []).map(({ name }) => name), entry: entries.get(row.id) ?? null })),
    filters: { query: q, website, store, group, status, consent },
    websites: websiteChoices(deps),
    stores: deps.stores.map(({ code, name }) => ({ value: code, label: name })),
    groups: groups.map(({ code, name }) => ({ value: code, label: inLocale(name, request.locale) })),
    incomplete: found.incomplete,
    createHref: holds(actor, RESOURCE.createCustomer) ? '/admin/customers/new' : null,
    paging: keysetPaging({ path: '/admin/customers', query: { q, website, store, group, status, consent }, trail: after, next: found.next }),
  }, q === '' ? {} : { view: { type: 'search', id: q.toLowerCase().slice(0, 60) } });
}

function rowOf({ stores }: Deps, locale: Locale, found: CustomerFound): Omit<AdminCustomerRow, 'staff' | 'entry'> {
  const { id, externalId, name, company, email, status, consent, lastOrderAt } = found;
  const websiteName = stores.find((one) => one.websiteId === found.websiteId)?.websiteName ?? '';
  return { id, href: `/admin/customers/${id}`, externalId, name, company, email, groupName: inLocale(found.groupName, locale), websiteName, status, consent, lastOrderAt };
}

function fieldsOf({ firstName, lastName, company, vatNumber, phone, email, externalId, store, group, status, confirmed }: z.infer<typeof FORM>): Omit<AccountFields, 'paymentDays'> {
  return { firstName, lastName, company, vatNumber, phone, email, externalId, storeId: /^[0-9]{1,4}$/.test(store) ? Number(store) : 0, groupId: group, status, confirmed: confirmed === '1' };
}

type Shown = Pick<RouteContext<{ id: string }>, 'deps' | 'request' | 'unit' | 'input'>;

async function showInformation({ deps, request, unit, input }: Shown, typed: Typed, refusals: readonly Refusal[]): Promise<Answer | null> {
  const framed = await adminCustomerFrame({ deps, request, unit }, input.id, 'information');
  if (framed === null) return null;
  const { customer, frame } = framed;
  const { firstName, lastName, company, vatNumber, phone, email, externalId, status } = customer;
  const stores = deps.stores.filter((one) => one.websiteId === customer.websiteId);
  const groups = await customerGroups(unit);
  return page('admin/customer-information', {
    frame,
    typed: { firstName, lastName, company, vatNumber, phone, email, externalId, status, store: String(customer.storeId), group: customer.groupId, confirmed: customer.confirmedAt === null ? '0' : '1', paymentDays: String((await paymentDaysOfCustomer(unit, input.id)) ?? ''), ...typed },
    websiteName: stores[0]?.websiteName ?? '',
    stores: stores.map(({ id, name }) => ({ value: String(id), label: name })),
    groups: groups.map(({ id, name }) => ({ value: id, label: inLocale(name, request.locale) })),
    ofCompany: (await membershipOf(unit, input.id)) !== null,
    consent: await consentProps({ deps, request, unit, input }),
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? 422 : 200, view: { type: 'customer', id: input.id } });
}

async function consentProps({ deps, request, unit, input }: Shown): Promise<AdminCustomerInformationProps['consent']> {
  const { current } = await currentConsent(unit, input.id);
  const newest = (await accountView(unit, input.id))?.consents[0];
  const reasons = consentSettingRefusals(await consentFacts(unit, actorOfRequest(request).actor, request));
  return {
    value: current === null ? '' : current.answer === 'given' ? '1' : '0',
    isAnswered: current !== null,
    reasons: problemsOf(deps, reasons, request),
    since: current === null || newest === undefined ? null : { answer: current.answer, at: current.answeredAt, by: newest.by },
  };
}
