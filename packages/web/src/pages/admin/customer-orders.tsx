import type { AdminCustomerOrdersProps } from '../../props/customers.ts';
import { useT } from '../../shell/request-context.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CustomerOrders } from '../staff/parts/customer-orders.tsx';
import { CustomerLayout } from './parts/customer-layout.tsx';

/** "Orders" of one customer, newest first. */
export function AdminCustomerOrdersPage({ frame, orders, paging }: AdminCustomerOrdersProps) {
  const t = useT();
  return (
    <CustomerLayout frame={frame}>
      <Panel title={t('customers.section.orders')} flush={orders.length > 0}>
        <CustomerOrders orders={orders} />
      </Panel>
      <Pagination paging={paging} />
    </CustomerLayout>
  );
}
