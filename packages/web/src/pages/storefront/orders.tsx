import type { OrdersProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { OrderTable } from './parts/order-table.tsx';

/** The customer's orders, newest first; a search stays in the address. */
export function OrdersPage({ query, orders, paging }: OrdersProps) {
  const t = useT();
  return (
    <AccountLayout title={t('account.orders')}>
      <PageHeader title={t('account.orders')} />
      {orders.length > 0 || query !== '' ? <OrderSearch query={query} /> : null}
      {orders.length > 0 ? (
        <Panel flush>
          <OrderTable orders={orders} />
        </Panel>
      ) : (
        <NoOrders isSearched={query !== ''} />
      )}
      <Pagination paging={paging} />
    </AccountLayout>
  );
}

function OrderSearch({ query }: Pick<OrdersProps, 'query'>) {
  const t = useT();
  const { base } = useStore();
  return (
    <Form action={`${base}/account/orders`} method="get" role="search" label={t('orders.search')} className="joined mb-5 max-w-xl">
      <TextField name="q" type="search" label={t('orders.searchHint')} value={query} maxLength={100} autoFocus={false} />
      <Button>{t('orders.searchButton')}</Button>
      {query === '' ? null : <a href={`${base}/account/orders`}>{t('orders.clear')}</a>}
    </Form>
  );
}

function NoOrders({ isSearched }: { isSearched: boolean }) {
  const t = useT();
  const { base } = useStore();
  if (isSearched) return <EmptyState icon="orders" title={t('orders.none')} text={t('orders.noneText')} />;
  return (
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
  );
}
