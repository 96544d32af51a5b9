import { holds } from '@onbehalf/assist';
import { ORDER_STATUSES, RESOURCE, type Refusal } from '@onbehalf/core';
import { NO_ORDER_FILTERS, allOrders } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { adminOrderRow } from '../../present/admin-orders.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { activeStaffNames, staffNames } from '../../present/admin-staff.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type Route, type RouteContext } from '../../route.ts';
import { reassignOrders } from '../../use-cases/sales/reassign-orders.ts';
import { ORDER_NUMBER } from './order.ts';

const PAGE = 50;
const FILTERS = z.object({
  q: z.string().trim().max(100).catch(''),
  staff: z.string().regex(/^[1-9][0-9]{0,17}$/).catch(''),
  status: z.enum(['', ...ORDER_STATUSES]).catch(''),
  payment: z.enum(['', 'awaiting', 'paid']).catch(''),
  after: z.string().max(500).catch(''),
});

/** Orders of all stores (D6). */
export const adminOrderRoutes: Route[] = [
  route({
    method: 'GET', area: 'admin', path: '/admin/orders', handle: 'adminhtml_order_index', access: { resource: RESOURCE.orders }, inContext: 'outside', input: FILTERS,
    run: async ({ input, ...context }) => ({ answer: await list(context, input, { refusals: [], chosen: [] }) }),
  }),
  route({
    method: 'POST', area: 'admin', path: '/admin/orders/reassign', handle: 'adminhtml_order_reassign', access: { resource: RESOURCE.reassignOrders }, inContext: 'outside',
    audit: { group: 'order', action: 'reassign' },
    input: z.object({ to: z.string().max(20).catch(''), orders: z.union([z.array(ORDER_NUMBER).max(1000), ORDER_NUMBER.transform((one) => [one])]).optional().transform((numbers) => numbers ?? []) }),
    run: async ({ deps, request, unit, input: { to, orders } }) => {
      const done = await reassignOrders({ unit, request }, { numbers: orders, staffId: to });
      // Each order has an entry of its own.
      if (done.ok) return { answer: redirect('/admin/orders'), recorded: true, flash: { tone: 'good', code: 'orders-reassigned', facts: { count: done.value } } };
      const refusals = done.error;
      return { refused: refusals, show: (fresh) => list({ deps, request, unit: fresh }, NO_FILTERS, { refusals, chosen: orders }) };
    },
  }),
];

type Filters = z.infer<typeof FILTERS>;
const NO_FILTERS: Filters = { q: '', staff: '', status: '', payment: '', after: '' };

interface Refusing {
  refusals: readonly Refusal[];
  chosen: string[];
}

async function list({ deps, request, unit }: Omit<RouteContext<unknown>, 'input'>, { q, staff, status, payment, after }: Filters, { refusals, chosen }: Refusing): Promise<Answer> {
  const filters = { ...NO_ORDER_FILTERS, query: q, status: status === '' ? null : status, payment: payment === '' ? null : payment };
  const found = await allOrders(unit, { filters, sort: 'newest', after: cursorOf(after), limit: PAGE, staffId: staff === '' ? null : staff, storeId: null });
  const mayReassign = holds(actorOfRequest(request).actor, RESOURCE.reassignOrders);
  return page('admin/orders', {
    rows: found.orders.map(adminOrderRow),
    filters: { query: q, staff, status, payment },
    staff: await staffNames(unit),
    reassignTo: mayReassign ? await activeStaffNames(unit) : null,
    problems: problemsOf(deps, refusals, request),
    chosen,
    paging: keysetPaging({ path: '/admin/orders', query: { q, staff, status, payment }, trail: after, next: found.next }),
  }, { status: refusals.length > 0 ? statusOf(refusals) : 200 });
}
