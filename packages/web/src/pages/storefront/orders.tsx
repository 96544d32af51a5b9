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

/** "My Orders", newest first, where a search stays in the address; or what was ordered for the company by whomever (G2). */
export function OrdersPage({ query, orders, paging, scope, otherHref }: OrdersProps) {
  const t = useT();
  const isCompany = scope === 'company';
  const title = t(isCompany ? 'company.orders' : 'account.orders');
  const other = otherHref ? <ButtonLink href={otherHref}>{t(isCompany ? 'account.orders' : 'company.orders')}</ButtonLink> : undefined;
  return (
    <AccountLayout title={title}>
      <PageHeader title={title} text={isCompany ? t('company.ordersText') : undefined} actions={other} />
      {!isCompany && (orders.length > 0 || query !== '') ? <OrderSearch query={query} /> : null}
      {orders.length > 0 ? (
        <Panel flush>
          <OrderTable orders={orders} />
        </Panel>
      ) : (
        <NoOrders isSearched={query !== ''} isCompany={isCompany} />
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

function NoOrders({ isSearched, isCompany }: { isSearched: boolean; isCompany: boolean }) {
  const t = useT();
  const { base } = useStore();
  if (isSearched) return <EmptyState icon="orders" title={t('orders.none')} text={t('orders.noneText')} />;
  return (
    <EmptyState
      icon="orders"
      title={t(isCompany ? 'company.ordersEmpty' : 'orders.empty')}
      text={t('orders.emptyText')}
      action={
        <ButtonLink href={`${base}/`} tone="primary">
          {t('cart.browse')}
        </ButtonLink>
      }
    />
  );
}
