import { addAddress, addressesOf, changeAddress, makeDefaultAddress, removeAddress } from '@onbehalf/shop';
import { z } from 'zod';
import { json, type Answer } from '../../answer.ts';
import { ownerOf } from '../../present/names.ts';
import { route, type Route, type RouteContext } from '../../route.ts';
import { LISTED_ADDRESS } from './schemas.ts';

const FIELD = z.string().max(500);
const ROW = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/) });
const OPTIONAL = FIELD.default('');
const FIELDS = z.object({ name: FIELD, company: OPTIONAL, street: FIELD, postcode: FIELD, city: FIELD, region: OPTIONAL, country: FIELD, phone: OPTIONAL });
const BOOK = z.object({ items: z.array(LISTED_ADDRESS) });

/** The address book of whoever the token stands for: each change gives the book as it then is. */
export const addressRestRoutes: Route[] = [
  route({
    method: 'GET', area: 'rest', path: '/V1/customers/me/addresses', handle: 'customer_address_index', access: 'customer', inContext: 'view', summary: 'The address book', input: z.object({}),
    output: BOOK,
    run: async (context) => ({ answer: await book(context) }),
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/customers/me/addresses', handle: 'customer_address_formpost', formOf: 'customer_address_new', access: 'customer', inContext: 'full', summary: 'Add an address',
    audit: { group: 'customer', action: 'add-address' }, input: FIELDS, output: BOOK,
    run: async (context) => {
      const { request, unit, input } = context;
      const added = await addAddress(unit, ownerOf(request).customerId, { ...input, isDefault: false });
      return added.ok ? { answer: await book(context, 201), entry: entryOf(added.value.id, input) } : { refused: added.error };
    },
  }),
  route({
    method: 'PUT', area: 'rest', path: '/V1/customers/me/addresses/:id', handle: 'customer_address_editpost', formOf: 'customer_address_edit', access: 'customer', inContext: 'full', summary: 'Change an address',
    audit: { group: 'customer', action: 'update-address' }, input: FIELDS.extend(ROW.shape), output: BOOK,
    run: async (context) => {
      const { request, unit, input: { id, ...input } } = context;
      const changed = await changeAddress(unit, ownerOf(request).customerId, { id, input: { ...input, isDefault: false } });
      return changed.ok ? { answer: await book(context), entry: entryOf(id, input) } : { refused: changed.error, object: { type: 'address', id } };
    },
  }),
  route({
    method: 'PUT', area: 'rest', path: '/V1/customers/me/addresses/:id/default', handle: 'customer_address_default', access: 'customer', inContext: 'full', summary: 'Make an address the default one, for goods or for invoices',
    audit: { group: 'customer', action: 'update-address' }, input: ROW.extend({ use: z.enum(['shipping', 'billing']).default('shipping') }), output: BOOK,
    run: async (context) => {
      const { request, unit, input } = context;
      const changed = await makeDefaultAddress(unit, ownerOf(request).customerId, input);
      return changed.ok ? { answer: await book(context), entry: entryOf(input.id, {}) } : { refused: changed.error, object: { type: 'address', id: input.id } };
    },
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/customers/me/addresses/:id', handle: 'customer_address_delete', access: 'customer', inContext: 'full', summary: 'Remove an address',
    audit: { group: 'customer', action: 'remove-address' }, input: ROW,
    run: async ({ request, unit, input }) => {
      const object = { type: 'address', id: input.id };
      const removed = await removeAddress(unit, ownerOf(request).customerId, input.id);
      return removed.ok ? { answer: { kind: 'empty' }, entry: { object, personal: { address: JSON.stringify(removed.value) } } } : { refused: removed.error, object };
    },
  }),
];

async function book({ request, unit }: RouteContext<unknown>, status = 200): Promise<Answer> {
  const { customerId } = ownerOf(request);
  return json({ items: await addressesOf(unit, customerId) }, { status, view: { type: 'customer', id: customerId } });
}

// What an address says is personal: it goes under the subject's key (E7).
const entryOf = (id: string, address: object): { object: { type: string; id: string }; personal: { address: string } } => ({ object: { type: 'address', id }, personal: { address: JSON.stringify(address) } });
