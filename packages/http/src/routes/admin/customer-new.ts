import { holds } from '@onbehalf/assist';
import { RESOURCE } from '@onbehalf/core';
import { z } from 'zod';
import { page } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { route, type Route } from '../../route.ts';
import { NEW_CUSTOMER, createFrom, deskRefusals, newCustomerProps, type Desk } from '../new-customer.ts';

const common = { area: 'admin', access: { resource: RESOURCE.customers }, inContext: 'outside' } as const;

/** Customers › All Customers › "Create customer" (A10, F3): for every store view, and assigned to nobody yet. */
export const adminNewCustomerRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/customers/new', handle: 'adminhtml_customer_new', input: z.object({}),
    run: async (context) => {
      const desk = adminDesk(context.deps, context.request);
      const closed = deskRefusals(desk, null);
      if (closed.length > 0) return { refused: closed };
      return { answer: page('admin/customer-new', await newCustomerProps(context, desk, { typed: {}, refusals: [] })) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/customers/new', handle: 'adminhtml_customer_create', audit: { group: 'customer', action: 'create' }, input: NEW_CUSTOMER,
    run: (context) => createFrom(context, adminDesk(context.deps, context.request), (props) => page('admin/customer-new', props)),
  }),
];

function adminDesk({ stores }: Deps, request: Arrived): Desk {
  const { actor } = actorOfRequest(request);
  return {
    actor,
    mayCreate: holds(actor, RESOURCE.createCustomer),
    becomesPrimary: false,
    stores: stores.filter((store) => store.active),
    action: '/admin/customers/new',
    backHref: '/admin/customers',
    hrefOf: (id) => `/admin/customers/${id}`,
  };
}
