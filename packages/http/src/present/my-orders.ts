import type { ListedOrder } from '@onbehalf/shop';
import type { MyOrderRow } from '@onbehalf/web';
import { commissionCell } from './commission-view.ts';
import { money } from './names.ts';

export function myOrderRow(order: ListedOrder): MyOrderRow {
  return {
    number: order.number,
    href: `/staff/orders/${order.number}`,
    customerName: order.customerName,
    company: order.customerCompany,
    placedAt: order.placedAt,
    total: money(order.totalMinor, order.currency),
    commission: commissionCell(order.commissionBalance, order.currency) ?? { amount: money(0n, order.currency), state: 'none' },
    status: order.status,
  };
}
