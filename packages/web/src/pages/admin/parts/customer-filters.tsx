import type { AdminCustomersProps } from '../../../props/customers.ts';
import { useT } from '../../../shell/request-context.tsx';
import { FilterActions } from '../../../ui/filter-actions.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export const STATUSES = ['active', 'inactive', 'blocked', 'suspended'] as const;
const PATH = '/admin/customers';

/** Narrows the customer list; all of it in the address. */
export function AdminCustomerFilters({ filters, websites, stores, groups }: AdminCustomersProps) {
  const t = useT();
  const any = { value: '', label: t('admin.any') };
  const on = Object.values(filters).some(Boolean);
  const consents = (['given', 'missing'] as const).map((value) => ({ value, label: t(`staff.customers.consent.${value}`) }));
  return (
    <Form action={PATH} method="get" role="search" label={t('customers.title')} className="filter-bar">
      <TextField name="q" type="search" label={t('customers.search')} value={filters.query} autoFocus={false} />
      <auto-submit class="filters">
        <Select name="website" label={t('customers.website')} options={[any, ...websites]} value={filters.website} />
        <Select name="store" label={t('customers.store')} options={[any, ...stores]} value={filters.store} />
        <Select name="group" label={t('staff.customers.group')} options={[any, ...groups]} value={filters.group} />
        <Select name="status" label={t('customers.status')} options={[any, ...STATUSES.map((value) => ({ value, label: t(`customers.status.${value}`) }))]} value={filters.status} />
        <Select name="consent" label={t('staff.customers.consent')} options={[any, ...consents]} value={filters.consent} />
      </auto-submit>
      <FilterActions clear={on ? PATH : null} />
    </Form>
  );
}
