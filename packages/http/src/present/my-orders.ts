import type { ListedOrder } from '@onbehalf/shop';
import type { MyOrderRow } from '@onbehalf/web';
import { commissionCell } from './commission-view.ts';
import { money } from './names.ts';

/** Over a whole team each row says whose it is. */
export function myOrderRow(order: ListedOrder, scope: '' | 'team' = ''): MyOrderRow {
  return {
    number: order.number,
    href: `/staff/orders/${order.number}`,
    staffName: scope === 'team' ? order.ownerStaffName : null,
    customerName: order.customerName,
    company: order.customerCompany,
    placedAt: order.placedAt,
    total: money(order.totalMinor, order.currency),
    commission: commissionCell(order.commissionBalance, order.currency) ?? { amount: money(0n, order.currency), state: 'none' },
    status: order.status,
    payment: order.payment,
  };
}
