import type { StaffDashboardProps } from '../../../props/staff.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** Carts that wait for an order; each leads to its customer's row, where the account can be entered. */
export function OpenCarts({ carts }: { carts: StaffDashboardProps['openCarts'] }) {
  const t = useT();
  const { date } = useFormat();
  return (
    <Panel title={t('staff.dashboard.openCarts')} flush>
      {carts.length === 0 ? (
        <EmptyState level={3} icon="cart" title={t('staff.dashboard.noCartsTitle')} text={t('staff.dashboard.noCarts')} />
      ) : (
        <ul className="rows">
          {carts.map((cart) => (
            <li key={`${cart.customerId} ${cart.storeName}`}>
              <div className="customer-name">
                <a href={`/staff/customers?q=${encodeURIComponent(cart.customerId)}`} className="row-title">
                  <bdi>{cart.customerName}</bdi>
                </a>
                <span className="customer-more customer-more-whole">
                  {date(cart.changedAt)} · {cart.storeName}
                </span>
              </div>
              <span className="tabular">{t('staff.dashboard.pieces', { count: cart.pieces })}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
