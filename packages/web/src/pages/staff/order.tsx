import type { StaffOrderProps } from '../../props/staff.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { OrderStatusBadge } from '../../ui/badge.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OrderBody, useOrderLine } from './parts/order-body.tsx';

/** One of the actor's orders. */
export function StaffOrderPage({ order, backHref, problems }: StaffOrderProps) {
  const t = useT();
  const title = t('staff.order.title', { number: order.number });
  return (
    <Shell title={title}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t('staff.order.back'), href: backHref }]} here={order.number} />}
        title={title}
        text={useOrderLine(order)}
        actions={<OrderStatusBadge status={order.status} />}
      />
      <ProblemList problems={problems} />
      <OrderBody order={order} />
    </Shell>
  );
}
