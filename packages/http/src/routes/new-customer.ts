/** "Create customer" (A10): one form for the portal and for admin. */
import type { Actor } from '@onbehalf/assist';
import { customerCreationRefusals, type Refusal } from '@onbehalf/core';
import { customerGroups, type AddressFields } from '@onbehalf/shop';
import type { NewCustomerProps, Typed } from '@onbehalf/web';
import { z } from 'zod';
import { redirect, type Answer } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { countryNames, storeCountries } from '../present/countries.ts';
import { problemsOf } from '../problems.ts';
import type { Outcome, RouteContext } from '../route.ts';
import { createCustomer } from '../use-cases/create-customer.ts';

const FIELD = z.string().max(500).catch('');

export const NEW_CUSTOMER = z.object({
  firstName: FIELD, lastName: FIELD, company: FIELD, vatNumber: FIELD, phone: FIELD, email: FIELD, externalId: FIELD, store: FIELD, group: FIELD,
  street: FIELD, postcode: FIELD, city: FIELD, region: FIELD, country: FIELD,
});
type Sent = z.infer<typeof NEW_CUSTOMER>;

export interface Desk {
  actor: Actor;
  /** "Can Create Customer" in the portal, the role's right in admin. */
  mayCreate: boolean;
  /** Whether the customer is the creator's from now on. */
  becomesPrimary: boolean;
  /** Store views a new customer may belong to. */
  stores: Deps['stores'];
  action: string;
  backHref: string;
  /** Where the new customer is looked at. */
  hrefOf: (id: string) => string;
}

/** Store views of the actor on websites where the shop lets staff create customers ("Enable creating new customer"). */
export function openStores({ stores }: Pick<Deps, 'stores'>, { settings }: Arrived, actor: Actor): Deps['stores'] {
  return stores.filter((store) => store.active && actor.storeIds.has(store.id) && settings.get('staff/customers/create', { websiteId: store.websiteId }));
}

/** Why nobody can be created from this desk, with a store asked for or none. */
export function deskRefusals(desk: Pick<Desk, 'mayCreate' | 'stores'>, websiteId: number | null): Refusal[] {
  return customerCreationRefusals({ mayCreate: desk.mayCreate, openWebsiteIds: new Set(desk.stores.map((store) => store.websiteId)), websiteId });
}

export async function createFrom({ deps, request, unit, input }: RouteContext<Sent>, desk: Desk, show: (props: NewCustomerProps) => Answer): Promise<Outcome> {
  const again = (refusals: Refusal[]): Outcome => ({
    refused: refusals,
    show: async (fresh) => ({ ...show(await newCustomerProps({ deps, request, unit: fresh }, desk, { typed: input, refusals })), status: 422 }),
  });
  const store = deps.stores.find((one) => String(one.id) === input.store) ?? null;
  const closed = deskRefusals(desk, store?.websiteId ?? null);
  if (closed.length > 0) return desk.mayCreate && desk.stores.length > 0 ? again(closed) : { refused: closed };
  if (store === null || !desk.stores.includes(store)) return again([{ code: 'invalid-input', field: 'store' }]);
  const { firstName, lastName, company, vatNumber, phone, email, externalId, group } = input;
  const account = { firstName, lastName, company, vatNumber, phone, email, externalId, storeId: store.id, groupId: group };
  const made = await createCustomer(unit, { deps, request }, { actor: desk.actor, account, address: addressIn(input), becomesPrimary: desk.becomesPrimary });
  if (!made.ok) return again(made.error);
  return { recorded: true, answer: redirect(desk.hrefOf(made.value.id)), flash: { tone: 'good', code: 'customer-created', facts: { name: made.value.name, email: made.value.email } } };
}

// Where nothing but the country is filled in, there is no address yet.
function addressIn({ firstName, lastName, company, phone, street, postcode, city, region, country }: Sent): AddressFields | null {
  if ([street, postcode, city, region].every((text) => text.trim() === '')) return null;
  return { name: `${firstName.trim()} ${lastName.trim()}`, company, street, postcode, city, region, country, phone };
}

type Shown = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

export async function newCustomerProps({ deps, request, unit }: Shown, { stores, action, backHref }: Desk, { typed, refusals }: { typed: Typed; refusals: readonly Refusal[] }): Promise<NewCustomerProps> {
  const groups = await customerGroups(unit);
  return {
    action,
    backHref,
    stores: stores.map(({ id, name }) => ({ value: String(id), label: name })),
    groups: groups.map(({ id, name }) => ({ value: id, label: inLocale(name, request.locale) })),
    countries: countryNames(request.locale, storeCountries(deps.stores)),
    typed: { country: stores[0]?.country ?? '', ...typed },
    problems: problemsOf(deps, refusals, request),
  };
}
