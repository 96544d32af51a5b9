import type { CustomersProps } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';

const LAST_ORDER = ['month', 'quarter', 'year', 'older', 'never'] as const;

type Filters = CustomersProps['filters'];

/** How many filters narrow the list. */
export const filtersOn = (filters: Filters): number => Object.values(filters).filter(Boolean).length;

/** Filters live in the address; with script a choice acts at once. */
export function CustomerFilters({ filters, groups, stores }: Pick<CustomersProps, 'filters' | 'groups' | 'stores'>) {
  const t = useT();
  const any = { value: '', label: t('staff.customers.any') };
  const named = (list: readonly { code: string; name: string }[]) => [any, ...list.map(({ code, name }) => ({ value: code, label: name }))];
  const lastOrder = [any, ...LAST_ORDER.map((value) => ({ value, label: t(`staff.customers.lastOrder.${value}`) }))];
  const cart = [any, { value: 'yes', label: t('staff.customers.cart.yes') }, { value: 'no', label: t('staff.customers.cart.no') }];
  const consent = [any, { value: 'given', label: t('staff.customers.consent.given') }, { value: 'missing', label: t('staff.customers.consent.missing') }];
  return (
    <auto-submit class="filters">
      <Select name="group" label={t('staff.customers.group')} options={named(groups)} value={filters.group} />
      <Select name="store" label={t('staff.customers.store')} options={named(stores)} value={filters.store} />
      <Select name="lastOrder" label={t('staff.customers.lastOrder')} options={lastOrder} value={filters.lastOrder} />
      <Select name="cart" label={t('staff.customers.cart')} options={cart} value={filters.cart} />
      <Select name="consent" label={t('staff.customers.consent')} options={consent} value={filters.consent} />
      <Button className="fallback">{t('staff.customers.apply')}</Button>
    </auto-submit>
  );
}
