import type { OrdersProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { OrderTable } from './parts/order-table.tsx';

export function OrdersPage({ orders, paging }: OrdersProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <AccountLayout title={t('account.orders')}>
      <PageHeader title={t('account.orders')} />
      {orders.length > 0 ? (
        <Panel flush>
          <OrderTable orders={orders} />
        </Panel>
      ) : (
        <EmptyState
          icon="orders"
          title={t('orders.empty')}
          text={t('orders.emptyText')}
          action={
            <ButtonLink href={`${base}/`} tone="primary">
              {t('cart.browse')}
            </ButtonLink>
          }
        />
      )}
      <Pagination paging={paging} />
    </AccountLayout>
  );
}
