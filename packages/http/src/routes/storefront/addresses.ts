import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { addAddress, addressOf, addressesOf, changeAddress, makeDefaultAddress, removeAddress, type AddressFields } from '@onbehalf/shop';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { countryNames } from '../../present/countries.ts';
import { inStore, ownerOf } from '../../present/names.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route } from '../../route.ts';

const FIELD = z.string().max(500).catch('');
const ADDRESS = z.object({ name: FIELD, company: FIELD, street: FIELD, postcode: FIELD, city: FIELD, region: FIELD, country: FIELD, phone: FIELD });
const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/) });

export const addressRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/addresses', handle: 'customer_address_index', access: 'customer', inContext: 'view', input: z.object({}),
    run: async ({ request, unit }) => ({
      answer: page('storefront/addresses', { addresses: await addressesOf(unit, ownerOf(request).customerId), canChange: canChange(request) }, { view: { type: 'customer', id: ownerOf(request).customerId } }),
    }),
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/addresses/new', handle: 'customer_address_new', access: 'customer', inContext: 'full', input: z.object({}),
    run: async ({ deps, request }) => ({ answer: showForm(deps, request, { id: null, typed: { country: inStore(request).store.country }, refusals: [] }) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/addresses', handle: 'customer_address_formpost', formOf: 'customer_address_new', access: 'customer', inContext: 'full',
    audit: { group: 'customer', action: 'add-address' }, input: ADDRESS,
    run: async ({ deps, request, unit, input }) => {
      const added = await addAddress(unit, ownerOf(request).customerId, { ...input, isDefault: false });
      return added.ok ? saved(request, added.value.id, input) : again(deps, request, { id: null, typed: input, refusals: added.error });
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/addresses/:id', handle: 'customer_address_edit', access: 'customer', inContext: 'full', input: ID,
    run: async ({ deps, request, unit, input }) => {
      const found = await ownAddress(unit, request, input.id);
      return found === null ? { refused: [{ code: 'not-found' }] } : { answer: showForm(deps, request, { id: input.id, typed: found, refusals: [] }) };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/addresses/:id', handle: 'customer_address_editpost', formOf: 'customer_address_edit', access: 'customer', inContext: 'full',
    audit: { group: 'customer', action: 'update-address' }, input: ADDRESS.extend(ID.shape),
    run: async ({ deps, request, unit, input }) => {
      const changed = await changeAddress(unit, ownerOf(request).customerId, { id: input.id, input: { ...input, isDefault: false } });
      return changed.ok ? saved(request, input.id, input) : again(deps, request, { id: input.id, typed: input, refusals: changed.error });
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/addresses/:id/default', handle: 'customer_address_default', access: 'customer', inContext: 'full',
    audit: { group: 'customer', action: 'update-address' }, input: ID.extend({ use: z.enum(['shipping', 'billing']).catch('shipping') }),
    run: async ({ request, unit, input }) => {
      const changed = await makeDefaultAddress(unit, ownerOf(request).customerId, input);
      return changed.ok ? saved(request, input.id, { default: input.use }) : { refused: changed.error };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/addresses/:id/delete', handle: 'customer_address_delete', access: 'customer', inContext: 'full',
    audit: { group: 'customer', action: 'remove-address' }, input: ID,
    run: async ({ request, unit, input }) => {
      const removed = await removeAddress(unit, ownerOf(request).customerId, input.id);
      if (!removed.ok) return { refused: removed.error };
      return { ...saved(request, input.id, removed.value), flash: { tone: 'good', code: 'address-removed' } };
    },
  }),
];

function canChange({ caller }: Arrived): boolean {
  return caller.kind === 'customer' || (caller.kind === 'context' && caller.session.mode === 'full');
}

async function ownAddress(unit: Unit, request: Arrived, id: string): Promise<AddressFields & Typed | null> {
  const found = await addressOf(unit, ownerOf(request).customerId, id);
  if (found === null) return null;
  const { name, company, street, postcode, city, region, country, phone } = found;
  return { name, company, street, postcode, city, region, country, phone };
}

interface Shown {
  id: string | null;
  typed: Typed;
  refusals: readonly Refusal[];
}

function showForm(deps: Deps, request: Arrived, { id, typed, refusals }: Shown): Answer {
  return page('storefront/address', { ofCompany: false, id, typed, countries: countryNames(request.locale, [inStore(request).store.country]), problems: problemsOf(deps, refusals, request) }, { status: refusals.length > 0 ? 422 : 200 });
}

function again(deps: Deps, request: Arrived, shown: Shown & { refusals: Refusal[] }): Outcome {
  return { refused: shown.refusals, show: async () => showForm(deps, request, shown) };
}

// What an address says is personal: it goes under the subject's key (E7).
function saved(request: Arrived, id: string, address: object): Exclude<Outcome, { refused: Refusal[] }> {
  return {
    answer: redirect(`${inStore(request).store.base}/account/addresses`),
    entry: { object: { type: 'address', id }, personal: { address: JSON.stringify(address) } },
    flash: { tone: 'good', code: 'address-saved' },
  };
}
