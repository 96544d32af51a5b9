import { companyKeepingRefusals, type Refusal } from '@onbehalf/core';
import { addAddress, addressOf, addressesOf, changeAddress, changeCompany, makeDefaultAddress, membershipOf, parseCompany, removeAddress, type AddressInput, type Membership } from '@onbehalf/shop';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { countryNames } from '../../present/countries.ts';
import { inStore, ownerOf } from '../../present/names.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type Done, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { keptCompany } from '../../use-cases/company-buyers.ts';

const FIELD = z.string().max(500).catch('');
const ADDRESS = z.object({ name: FIELD, company: FIELD, street: FIELD, postcode: FIELD, city: FIELD, region: FIELD, country: FIELD, phone: FIELD });
const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/) });
const common = { area: 'storefront', access: 'customer' } as const;
// Whose doing it was is written down for everybody: a company's numbers and addresses are more than one person's.
const changes = { auditFor: 'everybody', inContext: 'full' } as const;

/** "Company" under the account (G2): its name, VAT number and addresses stay editable in an assist session, as a customer's own do (B16). */
export const companyRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/account/company', handle: 'company_index', inContext: 'view', input: z.object({}),
    run: async (context) => ({ answer: await showCompany(context, { typed: null, refusals: [] }) }),
  }),
  route({
    ...common, ...changes, method: 'POST', path: '/account/company', handle: 'company_editpost', formOf: 'company_index', audit: { group: 'company', action: 'update' }, input: z.object({ name: FIELD, vatNumber: FIELD }),
    run: async (context) => {
      const { request, unit, input } = context;
      const kept = await keptCompany(context);
      const parsed = kept.ok ? parseCompany(input) : kept;
      if (!kept.ok || !parsed.ok) {
        const refusals = parsed.ok ? [] : parsed.error;
        return { refused: refusals, show: (fresh) => showCompany({ ...context, unit: fresh }, { typed: input, refusals }) };
      }
      const { id, name, vatNumber } = kept.value.company;
      await changeCompany(unit, { ...kept.value.company, ...parsed.value });
      return {
        answer: redirect(`${inStore(request).store.base}/account/company`),
        entry: { object: { type: 'company', id }, personal: { before: JSON.stringify({ name, vatNumber }), after: JSON.stringify(parsed.value) } },
        flash: { tone: 'good', code: 'company-saved' },
      };
    },
  }),
  route({
    ...common, method: 'GET', path: '/account/company/addresses/new', handle: 'company_address_new', inContext: 'full', input: z.object({}),
    run: async (context) => {
      const { request, unit } = context;
      const found = await membershipOf(unit, ownerOf(request).customerId);
      const closed = companyKeepingRefusals(found?.role ?? null);
      return found === null || closed.length > 0 ? { refused: closed } : { answer: showAddress(context, { id: null, typed: { company: found.company.name, country: inStore(request).store.country }, refusals: [] }) };
    },
  }),
  route({
    ...common, ...changes, method: 'POST', path: '/account/company/addresses', handle: 'company_address_formpost', formOf: 'company_address_new', audit: { group: 'company', action: 'add-address' }, input: ADDRESS,
    run: (context) => saveAddress(context, null),
  }),
  route({
    ...common, method: 'GET', path: '/account/company/addresses/:id', handle: 'company_address_edit', inContext: 'full', input: ID,
    run: async (context) => {
      const { request, unit, input } = context;
      const membership = await membershipOf(unit, ownerOf(request).customerId);
      const closed = companyKeepingRefusals(membership?.role ?? null);
      if (membership === null || closed.length > 0) return { refused: closed };
      const found = await addressOf(unit, { companyId: membership.company.id }, input.id);
      if (found === null) return { refused: [{ code: 'not-found' }] };
      const { name, company, street, postcode, city, region, country, phone } = found;
      return { answer: showAddress(context, { id: input.id, typed: { name, company, street, postcode, city, region, country, phone }, refusals: [] }) };
    },
  }),
  route({
    ...common, ...changes, method: 'POST', path: '/account/company/addresses/:id', handle: 'company_address_editpost', formOf: 'company_address_edit', audit: { group: 'company', action: 'update-address' }, input: ADDRESS.extend(ID.shape),
    run: (context) => saveAddress(context, context.input.id),
  }),
  route({
    ...common, ...changes, method: 'POST', path: '/account/company/addresses/:id/default', handle: 'company_address_default', audit: { group: 'company', action: 'update-address' }, input: ID.extend({ use: z.enum(['shipping', 'billing']).catch('shipping') }),
    run: (context) => withBook(context, async (book) => {
      const changed = await makeDefaultAddress(context.unit, book, context.input);
      return changed.ok ? saved(context, changed.value.id, { default: context.input.use }) : { refused: changed.error };
    }),
  }),
  route({
    ...common, ...changes, method: 'POST', path: '/account/company/addresses/:id/delete', handle: 'company_address_delete', audit: { group: 'company', action: 'remove-address' }, input: ID,
    run: (context) => withBook(context, async (book) => {
      const removed = await removeAddress(context.unit, book, context.input.id);
      return removed.ok ? { ...saved(context, context.input.id, removed.value), flash: { tone: 'good', code: 'address-removed' } } : { refused: removed.error };
    }),
  }),
];

type Here = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function showCompany({ deps, request, unit }: Here, { typed, refusals }: { typed: Typed | null; refusals: readonly Refusal[] }): Promise<Answer> {
  const { customerId, store } = ownerOf(request);
  const found = await membershipOf(unit, customerId);
  const { caller } = request;
  const isAlone = caller.kind === 'customer';
  const isAdministrator = found?.role === 'administrator';
  return page('storefront/company', {
    company: found === null ? null : { name: found.company.name, vatNumber: found.company.vatNumber, role: found.role },
    canChange: isAdministrator && (isAlone || (caller.kind === 'context' && caller.session.mode === 'full')),
    addresses: found === null ? [] : await addressesOf(unit, { companyId: found.company.id }),
    buyersHref: isAlone && isAdministrator ? `${store.base}/account/company/buyers` : null,
    ordersHref: isAlone && found !== null && seesCompanyOrders(found) ? `${store.base}/account/company/orders` : null,
    typed: typed ?? { name: found?.company.name ?? '', vatNumber: found?.company.vatNumber ?? '' },
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? statusOf(refusals) : 200, view: { type: 'customer', id: customerId } });
}

/** Administrators see what was ordered for the company, other buyers where it says so. */
export const seesCompanyOrders = ({ role, company }: Membership): boolean => role === 'administrator' || company.orderVisibility === 'company';

type Book = { companyId: string };

async function withBook(context: Pick<RouteContext<unknown>, 'unit' | 'request'>, run: (book: Book) => Promise<Outcome>): Promise<Outcome> {
  const kept = await keptCompany(context);
  return kept.ok ? run({ companyId: kept.value.company.id }) : { refused: kept.error };
}

function saveAddress(context: RouteContext<Omit<AddressInput, 'isDefault' | 'isDefaultBilling'>>, id: string | null): Promise<Outcome> {
  const { unit, input } = context;
  return withBook(context, async (book) => {
    const { name, company, street, postcode, city, region, country, phone } = input;
    const fields = { name, company, street, postcode, city, region, country, phone };
    const typed: AddressInput = { ...fields, isDefault: false };
    const done = id === null ? await addAddress(unit, book, typed) : await changeAddress(unit, book, { id, input: typed });
    if (!done.ok) return { refused: done.error, show: async () => showAddress(context, { id, typed: fields, refusals: done.error }) };
    return saved(context, done.value.id, done.value);
  });
}

function showAddress({ deps, request }: Pick<Here, 'deps' | 'request'>, { id, typed, refusals }: { id: string | null; typed: Typed; refusals: readonly Refusal[] }): Answer {
  return page('storefront/address', { ofCompany: true, id, typed, countries: countryNames(request.locale, [inStore(request).store.country]), problems: problemsOf(deps, refusals, request) }, { status: refusals.length > 0 ? 422 : 200 });
}

function saved({ request }: Pick<Here, 'request'>, id: string, address: object): Done {
  return {
    answer: redirect(`${inStore(request).store.base}/account/company`),
    entry: { object: { type: 'address', id }, personal: { address: JSON.stringify(address) } },
    flash: { tone: 'good', code: 'address-saved' },
  };
}
