import type { MyOrderRow } from '../../../props/staff.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { OrderStatusBadge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** The newest orders of one's own. */
export function RecentOrders({ rows }: { rows: readonly MyOrderRow[] }) {
  const t = useT();
  const { money, date } = useFormat();
  return (
    <Panel
      title={t('staff.dashboard.recentOrders')}
      flush
      actions={
        <ButtonLink href="/staff/orders" tone="quiet" size="small">
          {t('staff.dashboard.allOrders')}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <EmptyState level={3} icon="orders" title={t('staff.dashboard.noOrdersTitle')} text={t('staff.dashboard.noOrders')} />
      ) : (
        <ul className="rows">
          {rows.map((order) => (
            <li key={order.number}>
              <div className="customer-name">
                <span className="row-title">
                  <a href={order.href}>{order.number}</a> <bdi>{order.customerName}</bdi>
                </span>
                <span className="customer-more customer-more-whole">
                  {date(order.placedAt)} · {t('staff.receipt.orderCommission', { amount: money(order.commission.amount) })}
                </span>
              </div>
              <span className="row-end">
                <OrderStatusBadge status={order.status} />
                <span className="price">{money(order.total)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
