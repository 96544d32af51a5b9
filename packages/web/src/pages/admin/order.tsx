import type { AdminOrderProps } from '../../props/admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { OrderStatusBadge } from '../../ui/badge.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { LoginAsCustomer } from '../../ui/login-as-customer.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OrderBody, useOrderLine } from '../staff/parts/order-body.tsx';

/** One order of any store. */
export function AdminOrderPage({ order, entry }: AdminOrderProps) {
  const t = useT();
  const title = t('staff.order.title', { number: order.number });
  return (
    <Shell title={title}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t('admin.orders.title'), href: '/admin/orders' }]} here={order.number} />}
        title={title}
        text={useOrderLine(order)}
        actions={
          <>
            <OrderStatusBadge status={order.status} />
            <LoginAsCustomer entry={entry} />
          </>
        }
      />
      <OrderBody order={order} />
    </Shell>
  );
}
