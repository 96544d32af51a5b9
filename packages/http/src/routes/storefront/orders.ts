import { orderByNumber, ordersOf, type OrderPage } from '@onbehalf/shop';
import type { OrdersProps } from '@onbehalf/web';
import { z } from 'zod';
import { page } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import { inStore, money, ownerOf } from '../../present/names.ts';
import { orderView } from '../../present/order.ts';
import { route, type Route } from '../../route.ts';

const PAGE = 20;

export const orderRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/orders', handle: 'sales_order_history', access: 'customer', inContext: 'view', input: z.object({ after: z.string().max(200).optional() }),
    run: async ({ request, unit, input }) => {
      const { store } = inStore(request);
      const found = await ordersOf(unit, { customerId: ownerOf(request).customerId, storeWebsiteId: store.websiteId, limit: PAGE, before: input.after ?? null });
      return { answer: page('storefront/orders', ordersProps(found, request, input.after !== undefined), { view: { type: 'order', id: 'list' } }) };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/orders/:number', handle: 'sales_order_view', access: 'customer', inContext: 'view', input: z.object({ number: z.string().regex(/^[0-9]{1,18}$/) }),
    run: async ({ deps, request, unit, input }) => {
      const found = await orderByNumber(unit, input.number, { customerId: ownerOf(request).customerId });
      if (!found.ok) return { refused: [found.error] };
      return { answer: page('storefront/order', { order: orderView(deps, request, found.value, 'customer') }, { view: { type: 'order', id: input.number } }) };
    },
  }),
];

function ordersProps(found: OrderPage, request: Arrived, isLater: boolean): OrdersProps {
  const { base } = inStore(request).store;
  return {
    orders: found.orders.map((one) => ({
      number: one.number, href: `${base}/account/orders/${one.number}`, placedAt: one.placedAt, pieces: one.pieces,
      total: money(one.totalMinor, one.currency), status: one.status, placedBy: one.placedBy,
    })),
    paging: { previous: isLater ? `${base}/account/orders` : null, next: found.next === null ? null : `${base}/account/orders?after=${encodeURIComponent(found.next)}` },
  };
}
