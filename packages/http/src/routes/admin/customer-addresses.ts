import { subjectById } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { addAddress, addressOf, addressesOf, changeAddress, type AddressInput } from '@onbehalf/shop';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { adminCustomerFrame, type FramedCustomer } from '../../present/admin-customer.ts';
import { countryNames, storeCountries } from '../../present/countries.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { peopleAbout } from '../../use-cases/save-customer.ts';

const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0');
const ID = z.object({ id: NUMBER });
const ADDRESS_ID = ID.extend({ addressId: NUMBER });
const FIELD = z.string().max(500).catch('');
const ADDRESS = { name: FIELD, company: FIELD, street: FIELD, postcode: FIELD, city: FIELD, region: FIELD, country: FIELD, phone: FIELD, isDefault: FIELD, isDefaultBilling: FIELD };
const common = { area: 'admin', access: { resource: RESOURCE.customers }, inContext: 'outside' } as const;

/** A customer's address book, as an administrator keeps it (F3). */
export const adminCustomerAddressRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/customers/:id/addresses', handle: 'adminhtml_customer_addresses', input: ID,
    run: async (context) => {
      const { unit, input } = context;
      const framed = await adminCustomerFrame(context, input.id, 'addresses');
      if (framed === null) return { refused: [{ code: 'not-found' }] };
      return { answer: page('admin/customer-addresses', { frame: framed.frame, addresses: await addressesOf(unit, input.id) }, { view: { type: 'customer', id: input.id } }) };
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/customers/:id/addresses/new', handle: 'adminhtml_customer_address_new', input: ID,
    run: async (context) => {
      const framed = await adminCustomerFrame(context, context.input.id, 'addresses');
      if (framed === null) return { refused: [{ code: 'not-found' }] };
      const { firstName, lastName, company, phone } = framed.customer;
      return { answer: showForm(context, framed, { addressId: null, typed: { name: `${firstName} ${lastName}`, company, phone }, refusals: [] }) };
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/customers/:id/addresses/:addressId', handle: 'adminhtml_customer_address_edit', input: ADDRESS_ID,
    run: async (context) => {
      const { unit, input } = context;
      const framed = await adminCustomerFrame(context, input.id, 'addresses');
      const found = await addressOf(unit, input.id, input.addressId);
      if (framed === null || found === null) return { refused: [{ code: 'not-found' }] };
      const { isDefault, isDefaultBilling, ...typed } = found;
      return { answer: showForm(context, framed, { addressId: input.addressId, typed: { ...typed, isDefault: isDefault ? '1' : '', isDefaultBilling: isDefaultBilling ? '1' : '' }, refusals: [] }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/customers/:id/addresses', handle: 'adminhtml_customer_address_add', audit: { group: 'customer', action: 'add-address' }, input: ID.extend(ADDRESS),
    run: (context) => save(context, null),
  }),
  route({
    ...common, method: 'POST', path: '/admin/customers/:id/addresses/:addressId', handle: 'adminhtml_customer_address_save', audit: { group: 'customer', action: 'update-address' }, input: ADDRESS_ID.extend(ADDRESS),
    run: (context) => save(context, context.input.addressId),
  }),
];

type Sent = { id: string } & Record<keyof typeof ADDRESS, string>;

async function save(context: RouteContext<Sent>, addressId: string | null): Promise<Outcome> {
  const { request, unit, input } = context;
  const subject = await subjectById(unit, input.id);
  if (subject === null) return { refused: [{ code: 'not-found' }] };
  const { name, company, street, postcode, city, region, country, phone } = input;
  const typed: AddressInput = { name, company, street, postcode, city, region, country, phone, isDefault: input.isDefault === '1', isDefaultBilling: input.isDefaultBilling === '1' };
  const before = addressId === null ? null : await addressOf(unit, input.id, addressId);
  const saved = addressId === null ? await addAddress(unit, input.id, typed) : await changeAddress(unit, input.id, { id: addressId, input: typed });
  const people = peopleAbout(actorOfRequest(request).actor, subject);
  if (!saved.ok) return { refused: saved.error, people, show: (fresh) => again({ ...context, unit: fresh }, addressId, saved.error) };
  return {
    answer: redirect(`/admin/customers/${input.id}/addresses`),
    people,
    entry: { object: { type: 'address', id: saved.value.id }, personal: { ...(before === null ? {} : { before: JSON.stringify(before) }), after: JSON.stringify(saved.value) } },
    flash: { tone: 'good', code: 'customer-address-saved' },
  };
}

async function again(context: RouteContext<Sent>, addressId: string | null, refusals: readonly Refusal[]): Promise<Answer> {
  const framed = await adminCustomerFrame(context, context.input.id, 'addresses');
  return framed === null ? redirect('/admin/customers') : showForm(context, framed, { addressId, typed: context.input, refusals });
}

function showForm({ deps, request }: Pick<RouteContext<unknown>, 'deps' | 'request'>, { frame }: FramedCustomer, { addressId, typed, refusals }: { addressId: string | null; typed: Typed; refusals: readonly Refusal[] }): Answer {
  return page('admin/customer-address', { frame, addressId, typed, countries: countryNames(request.locale, storeCountries(deps.stores)), problems: problemsOf(deps, refusals, request) }, { status: refusals.length > 0 ? 422 : 200, view: { type: 'customer', id: frame.id } });
}
