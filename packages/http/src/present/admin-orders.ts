import type { ListedOrder } from '@onbehalf/shop';
import type { AdminOrderRow } from '@onbehalf/web';
import { commissionCell } from './commission-view.ts';
import { money } from './names.ts';

/** One order in the administrators' list, with whose it is (D6). */
export function adminOrderRow(order: ListedOrder): AdminOrderRow {
  return {
    number: order.number,
    href: `/admin/orders/${order.number}`,
    customerName: order.customerName,
    storeName: order.storeName,
    placedAt: order.placedAt,
    total: money(order.totalMinor, order.currency),
    staffName: order.ownerStaffName ?? '',
    groupName: order.groupName ?? '',
    commission: commissionCell(order.commissionBalance, order.currency),
    status: order.status,
    payment: order.payment,
    channel: order.channel,
  };
}
