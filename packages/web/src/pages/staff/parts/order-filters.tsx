import type { OrderStatus } from '../../../props/shared.ts';
import type { MyOrdersProps } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export const STATUSES: readonly OrderStatus[] = ['new', 'processing', 'shipped', 'complete', 'closed', 'cancelled'];
const SORTS: readonly MyOrdersProps['sort'][] = ['newest', 'oldest', 'total', 'commission', 'customer'];

/** Filters and order of "My Orders", all in the address. */
export function OrderFilters({ filters, sort, scopes }: Pick<MyOrdersProps, 'filters' | 'sort' | 'scopes'>) {
  const t = useT();
  const team = scopes.some(({ scope, current }) => scope === 'team' && current);
  const on = Object.values(filters).some(Boolean);
  const statuses = [{ value: '', label: t('staff.customers.any') }, ...STATUSES.map((status) => ({ value: status, label: t(`ui.orderStatus.${status}`) }))];
  return (
    <Form action="/staff/orders" method="get" role="search" label={t('staff.orders.list')} className="filter-bar" {...(team ? { hidden: { scope: 'team' } } : {})}>
      <TextField name="q" type="search" label={t('staff.orders.search')} value={filters.query} autoFocus={false} />
      <details className="filter-fold fold-phone" open={on}>
        <summary>
          <Icon name="settings" />
          {t('staff.customers.filters')}
        </summary>
        <auto-submit class="filters">
          <Select name="status" label={t('staff.orders.status')} options={statuses} value={filters.status} />
          <Select name="sort" label={t('staff.orders.sort')} options={SORTS.map((value) => ({ value, label: t(`staff.orders.sort.${value}`) }))} value={sort} />
        </auto-submit>
        <TextField name="from" type="date" label={t('staff.orders.from')} value={filters.from} autoFocus={false} />
        <TextField name="to" type="date" label={t('staff.orders.to')} value={filters.to} autoFocus={false} />
        <div className="filter-actions">
          <Button>{t('staff.orders.apply')}</Button>
          {on ? (
            <ButtonLink href={team ? '/staff/orders?scope=team' : '/staff/orders'} tone="quiet">
              {t('staff.orders.clear')}
            </ButtonLink>
          ) : null}
        </div>
      </details>
    </Form>
  );
}
