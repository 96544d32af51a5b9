import { addToWishlist, customerById, removeFromWishlist, setNewsletter, updateInformation, wishlistOf, type Customer } from '@onbehalf/shop';
import type { Unit } from '@onbehalf/assist';
import { z } from 'zod';
import { json } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import { ownerOf, priceTerms } from '../../present/names.ts';
import { moneyJson } from '../../present/rest.ts';
import { route, type Route } from '../../route.ts';
import { INFORMATION, WISH } from './schemas.ts';

const FIELD = z.string().max(200);
const NEWSLETTER = z.object({ subscribed: z.boolean() });

/** The account of whoever the token stands for; each has the handle of its page, so that closing one closes both (B15). */
export const accountRestRoutes: Route[] = [
  route({
    method: 'GET', area: 'rest', path: '/V1/customers/me', handle: 'customer_account_edit', access: 'customer', inContext: 'view', summary: 'Account information', input: z.object({}), output: INFORMATION,
    run: async ({ request, unit }) => ({ answer: json(informationJson(await ownAccount(unit, request)), { view: { type: 'customer', id: ownerOf(request).customerId } }) }),
  }),
  route({
    method: 'PUT', area: 'rest', path: '/V1/customers/me', handle: 'customer_account_editpost', formOf: 'customer_account_edit', access: 'customer', inContext: 'full',
    summary: 'Change name, phone, company and VAT number; nothing else can be', audit: { group: 'customer', action: 'update' },
    input: z.object({ firstName: FIELD, lastName: FIELD, phone: FIELD, company: FIELD, vatNumber: FIELD }), output: INFORMATION,
    run: async ({ request, unit, input }) => {
      const { customerId } = ownerOf(request);
      const changed = await updateInformation(unit, customerId, input);
      if (!changed.ok) return { refused: changed.error, object: { type: 'customer', id: customerId } };
      const { before, after } = changed.value;
      const fields = Object.entries(after).flatMap(([name, value]) => (Object.entries(before).some(([other, was]) => other === name && was !== value) ? [name] : []));
      return {
        answer: json(informationJson(await ownAccount(unit, request))),
        entry: { object: { type: 'customer', id: customerId }, detail: { changed: fields }, personal: { before: JSON.stringify(before), after: JSON.stringify(after) } },
      };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/wishlist/mine', handle: 'wishlist_index_index', access: 'customer', inContext: 'view', summary: 'The wishlist, with the customer’s prices', input: z.object({}),
    output: z.object({ items: z.array(WISH) }),
    run: async ({ request, unit }) => {
      const { store, ...customer } = ownerOf(request);
      const wishes = await wishlistOf(unit, { store, customer, ...priceTerms(request) });
      return { answer: json({ items: wishes.map(({ sku, name, priceMinor }) => ({ sku, name, price: moneyJson(priceMinor, store.currency) })) }) };
    },
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/wishlist/mine/items', handle: 'wishlist_index_add', access: 'customer', inContext: 'shop', summary: 'Put a product on the wishlist',
    audit: { group: 'wishlist', action: 'add' }, input: z.object({ sku: z.string().max(64) }),
    run: async ({ request, unit, input }) => {
      const { customerId, store } = ownerOf(request);
      const object = { type: 'product', id: input.sku };
      const added = await addToWishlist(unit, { customerId, websiteId: store.websiteId, sku: input.sku, now: request.now });
      return added.ok ? { answer: { kind: 'empty' }, entry: { object } } : { refused: [added.error], object };
    },
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/wishlist/mine/items/:sku', handle: 'wishlist_index_remove', access: 'customer', inContext: 'shop', summary: 'Take a product off the wishlist',
    audit: { group: 'wishlist', action: 'remove' }, input: z.object({ sku: z.string().max(64) }),
    run: async ({ request, unit, input }) => {
      await removeFromWishlist(unit, { customerId: ownerOf(request).customerId, sku: input.sku });
      return { answer: { kind: 'empty' }, entry: { object: { type: 'product', id: input.sku } } };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/customers/me/newsletter', handle: 'newsletter_manage_index', access: 'customer', inContext: 'view', summary: 'Whether the customer gets the newsletter', input: z.object({}), output: NEWSLETTER,
    run: async ({ request, unit }) => ({ answer: json({ subscribed: (await ownAccount(unit, request)).newsletter }) }),
  }),
  route({
    method: 'PUT', area: 'rest', path: '/V1/customers/me/newsletter', handle: 'newsletter_manage_save', formOf: 'newsletter_manage_index', access: 'customer', inContext: 'full', summary: 'Subscribe to the newsletter, or end it',
    audit: { group: 'newsletter', action: 'subscribe' }, input: NEWSLETTER, output: NEWSLETTER,
    run: async ({ request, unit, input: { subscribed } }) => {
      const { customerId } = ownerOf(request);
      await setNewsletter(unit, customerId, subscribed);
      return { answer: json({ subscribed }), entry: { action: subscribed ? 'subscribe' : 'unsubscribe', object: { type: 'customer', id: customerId } } };
    },
  }),
];

async function ownAccount(unit: Unit, request: Arrived): Promise<Customer> {
  const found = await customerById(unit, ownerOf(request).customerId);
  if (found === null) throw new Error('A session of a customer who has no account');
  return found;
}

function informationJson({ firstName, lastName, email, phone, company, vatNumber }: Customer): z.infer<typeof INFORMATION> {
  return { firstName, lastName, email, phone, company, vatNumber };
}
