import type { AdminOrdersProps } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { FilterActions } from '../../../ui/filter-actions.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { STATUSES } from '../../staff/parts/order-filters.tsx';

/** Of orders that are paid by a link (D8). */
const PAYMENTS = ['awaiting', 'paid'] as const;

/** Narrows the order list; all of it in the address. */
export function AdminOrderFilters({ filters, staff }: Pick<AdminOrdersProps, 'filters' | 'staff'>) {
  const t = useT();
  const any = { value: '', label: t('admin.any') };
  const on = Object.values(filters).some(Boolean);
  return (
    <Form action="/admin/orders" method="get" role="search" label={t('admin.orders.title')} className="filter-bar">
      <TextField name="q" type="search" label={t('admin.orders.search')} value={filters.query} autoFocus={false} />
      <auto-submit class="filters">
        <Select name="staff" label={t('admin.orders.staff')} options={[any, ...staff.map(({ id, name }) => ({ value: id, label: name }))]} value={filters.staff} />
        <Select name="status" label={t('admin.orders.status')} options={[any, ...STATUSES.map((status) => ({ value: status, label: t(`ui.orderStatus.${status}`) }))]} value={filters.status} />
        <Select name="payment" label={t('pay.state')} options={[any, ...PAYMENTS.map((state) => ({ value: state, label: t(`ui.payment.${state}`) }))]} value={filters.payment} />
      </auto-submit>
      <FilterActions clear={on ? '/admin/orders' : null} />
    </Form>
  );
}
