import { cancelRefusal, creditMemoRefusal, invoiceRefusal, isSent, shipmentRefusal, type Refusal, type SoldOrder } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist';
import { documentsOf, loadSoldOrder, type Order } from '@onbehalf/shop';
import type { AdminOrderItem, AdminOrderProps, OrderSection, Typed, UnownedReason } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import { assistEntry } from './assist-entry.ts';
import { documentRow } from './documents.ts';
import { money } from './names.ts';
import { orderView } from './order.ts';

interface Looking {
  deps: Deps;
  request: Arrived;
  unit: Unit;
}

export interface OrderLook {
  section: OrderSection;
  refusals: readonly Refusal[];
  typed: Typed;
}

/** One order for an administrator, with what can be done with it now (F3). */
export async function adminOrderProps({ deps, request, unit }: Looking, order: Order, { section, refusals, typed }: OrderLook): Promise<AdminOrderProps> {
  const view = orderView(deps, request, order, 'staff');
  const sold = await loadSoldOrder(unit, order.number);
  const { currency } = order.totals;
  return {
    order: view,
    entry: await assistEntry({ deps, request, unit }, order.customer.id),
    section,
    items: order.lines.map((line, index): AdminOrderItem => ({
      position: line.position, sku: line.sku, name: line.name, options: view.lines[index]?.options ?? '', image: view.lines[index]?.image ?? '', overrideLabel: view.lines[index]?.overrideLabel ?? null,
      unit: money(line.unitMinor, currency), originalUnit: view.lines[index]?.originalUnit ?? null, total: money(line.unitMinor * BigInt(line.quantity), currency),
      ordered: line.quantity, invoiced: line.invoiced, shipped: isSent(line) ? line.shipped : null, refunded: line.refunded,
    })),
    documents: (await documentsOf(unit, order.number)).map((document) => documentRow(document, { admin: true, now: request.now })),
    invoiced: money(order.invoicedMinor, currency),
    refunded: money(order.refundedMinor, currency),
    unowned: await unownedReasons(unit, request, order),
    actions: actionsOf(sold),
    problems: problemsOf(deps, refusals, request),
    typed,
  };
}

const actionsOf = (sold: SoldOrder): AdminOrderProps['actions'] => ({
  invoice: invoiceRefusal(sold) === null,
  ship: shipmentRefusal(sold) === null,
  refund: creditMemoRefusal(sold) === null,
  cancel: cancelRefusal(sold) === null,
});

/** The guide's list for "Order Not Assigned to Staff": what was so then, and what is so now (D2). */
async function unownedReasons(unit: Unit, { settings }: Arrived, order: Order): Promise<UnownedReason[]> {
  if (order.owner !== null) return [];
  const isPermanent = settings.get('staff/order/set_permanently', { websiteId: order.websiteId, storeId: order.storeId });
  const [row] = await unit.query('select 1 from customer_staff where customer_id = $1::bigint and is_primary', [order.customer.id]);
  const why: UnownedReason[] = [...(isPermanent ? [] : ['not-permanent' as const]), ...(row === undefined ? ['no-primary' as const] : [])];
  return ['nobody-inside', 'placed-alone', ...(why.length > 0 ? why : ['was-different' as const])];
}
