import { ORDER_STATUSES, RESOURCE } from '@onbehalf/core';
import { NO_ORDER_FILTERS, allOrders, orderByNumber } from '@onbehalf/shop';
import { z } from 'zod';
import { page } from '../../answer.ts';
import { assistEntry } from '../../present/assist-entry.ts';
import { adminOrderRow } from '../../present/admin-orders.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { staffNames } from '../../present/admin-staff.ts';
import { orderView } from '../../present/order.ts';
import { route, type Route } from '../../route.ts';

const PAGE = 50;
const FILTERS = z.object({
  q: z.string().trim().max(100).catch(''),
  staff: z.string().regex(/^[1-9][0-9]{0,17}$/).catch(''),
  status: z.enum(['', ...ORDER_STATUSES]).catch(''),
  after: z.string().max(500).catch(''),
});

/** Orders of all stores (D6). */
export const adminOrderRoutes: Route[] = [
  route({
    method: 'GET', area: 'admin', path: '/admin/orders', handle: 'adminhtml_order_index', access: { resource: RESOURCE.orders }, inContext: 'outside', input: FILTERS,
    run: async ({ unit, input: { q, staff, status, after } }) => {
      const filters = { ...NO_ORDER_FILTERS, query: q, status: status === '' ? null : status };
      const found = await allOrders(unit, { filters, sort: 'newest', after: cursorOf(after), limit: PAGE, staffId: staff === '' ? null : staff, storeId: null });
      return {
        answer: page('admin/orders', {
          rows: found.orders.map(adminOrderRow),
          filters: { query: q, staff, status },
          staff: await staffNames(unit),
          paging: keysetPaging({ path: '/admin/orders', query: { q, staff, status }, trail: after, next: found.next }),
        }),
      };
    },
  }),
  route({
    method: 'GET', area: 'admin', path: '/admin/orders/:number', handle: 'adminhtml_order_view', access: { resource: RESOURCE.orders }, inContext: 'outside',
    input: z.object({ number: z.string().regex(/^[0-9]{1,18}$/).catch('0') }),
    run: async ({ deps, request, unit, input }) => {
      const found = await orderByNumber(unit, input.number, 'all');
      if (!found.ok) return { refused: [found.error], object: { type: 'order', id: input.number } };
      return { answer: page('admin/order', { order: orderView(deps, request, found.value, 'staff'), entry: await assistEntry({ deps, request, unit }, found.value.customer.id) }, { view: { type: 'order', id: found.value.number } }) };
    },
  }),
];
