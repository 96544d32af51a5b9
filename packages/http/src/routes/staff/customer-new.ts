import { RESOURCE } from '@onbehalf/core';
import { z } from 'zod';
import { page } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { route, type Route } from '../../route.ts';
import { NEW_CUSTOMER, createFrom, deskRefusals, newCustomerProps, openStores, type Desk } from '../new-customer.ts';

const common = { area: 'staff', access: { resource: RESOURCE.createCustomer }, inContext: 'outside' } as const;

/** Staff with "Can Create Customer" create one, where "Enable creating new customer" allows it (A10). */
export const newCustomerRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/staff/customers/new', handle: 'staff_customers_new', input: z.object({}),
    run: async (context) => {
      const desk = portalDesk(context.deps, context.request);
      const closed = deskRefusals(desk, null);
      if (closed.length > 0) return { refused: closed };
      return { answer: page('staff/customer-new', await newCustomerProps(context, desk, { typed: {}, refusals: [] })) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/staff/customers/new', handle: 'staff_customers_create', audit: { group: 'customer', action: 'create' }, input: NEW_CUSTOMER,
    run: (context) => createFrom(context, portalDesk(context.deps, context.request), (props) => page('staff/customer-new', props)),
  }),
];

export function portalDesk(deps: Deps, request: Arrived): Desk {
  const { actor } = actorOfRequest(request);
  return {
    actor,
    mayCreate: actor.canCreateCustomer,
    becomesPrimary: true,
    stores: openStores(deps, request, actor),
    action: '/staff/customers/new',
    backHref: '/staff/customers',
    hrefOf: (id) => `/staff/customers/${id}`,
  };
}
