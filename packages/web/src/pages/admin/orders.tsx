import type { ReactNode } from 'react';
import type { AdminOrderRow, AdminOrdersProps } from '../../props/admin.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { OrderStates } from '../../ui/badge.tsx';
import { CommissionStateBadge } from '../../ui/commission-state.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { AdminOrderFilters } from './parts/order-filters.tsx';
import { REASSIGN_FORM, ReassignForm } from './parts/reassign-form.tsx';

/** All orders with the member of staff each belongs to (D6). */
export function AdminOrdersPage({ rows, filters, staff, paging, reassignTo, problems, chosen }: AdminOrdersProps) {
  const t = useT();
  const filtered = Object.values(filters).some(Boolean);
  const [emptyTitle, empty] = filtered ? (['admin.orders.emptyTitle', 'admin.orders.empty'] as const) : (['admin.orders.noneTitle', 'admin.orders.none'] as const);
  return (
    <Shell title={t('admin.orders.title')}>
      <PageHeader title={t('admin.orders.title')} />
      <AdminOrderFilters filters={filters} staff={staff} />
      {rows.length > 0 ? <ReassignForm reassignTo={reassignTo} problems={problems} /> : null}
      {rows.length > 0 ? <Orders rows={rows} chosen={reassignTo === null ? null : chosen} /> : <EmptyState icon="orders" title={t(emptyTitle)} text={t(empty)} />}
      <Pagination paging={paging} />
    </Shell>
  );
}

function Orders({ rows, chosen }: { rows: readonly AdminOrderRow[]; chosen: readonly string[] | null }) {
  const t = useT();
  const { date, money } = useFormat();
  const currency = new Set(rows.map((row) => row.total.currency)).size === 1 ? rows[0]?.total.currency : undefined;
  const named = (label: string) => (currency ? t('staff.orders.in', { label, currency }) : label);
  const amount = (value: AdminOrderRow['total']) => <span className="price">{money(value, { bare: currency !== undefined })}</span>;
  const tick: Column<AdminOrderRow> = { key: 'choose', label: t('sales.choose'), hideLabel: true, className: 'cell-choose', cell: (row) => <Tick number={row.number} checked={chosen?.includes(row.number) ?? false} /> };
  const columns: Column<AdminOrderRow>[] = [
    ...(chosen === null ? [] : [tick]),
    { key: 'number', label: t('admin.orders.number'), primary: true, cell: (row) => <a href={row.href}>{row.number}</a> },
    { key: 'customer', label: t('admin.orders.customer'), className: 'cell-name', cell: (row) => <PersonTag who="subject" name={row.customerName} hideWord /> },
    { key: 'staff', label: t('admin.orders.staff'), className: 'cell-name', cell: (row) => (row.staffName ? <PersonTag who="actor" name={row.staffName} hideWord /> : <span className="text-muted">{t('admin.orders.nobody')}</span>) },
    { key: 'store', label: t('admin.orders.store'), className: 'cell-store', cell: (row) => row.storeName },
    { key: 'date', label: t('admin.orders.date'), className: 'cell-date', cell: (row) => date(row.placedAt) },
    { key: 'status', label: t('admin.orders.status'), cell: (row) => <OrderStates status={row.status} payment={row.payment} /> },
    { key: 'total', label: named(t('admin.orders.total')), align: 'end', cell: (row) => amount(row.total) },
    { key: 'commission', label: named(t('admin.orders.commission')), align: 'end', cell: (row) => (row.commission ? <CommissionCell commission={row.commission} amount={amount} /> : <span className="text-muted">–</span>) },
  ];
  return (
    <div className="table-frame">
      <Table caption={t('admin.orders.title')} columns={columns} rows={rows} rowKey={(row) => row.number} />
    </div>
  );
}

function Tick({ number, checked }: { number: string; checked: boolean }) {
  const t = useT();
  return (
    <label className="tick">
      <input type="checkbox" form={REASSIGN_FORM} name="orders" value={number} defaultChecked={checked} aria-label={t('sales.chooseOrder', { number })} />
    </label>
  );
}

function CommissionCell({ commission, amount }: { commission: NonNullable<AdminOrderRow['commission']>; amount: (value: AdminOrderRow['total']) => ReactNode }) {
  return (
    <>
      {amount(commission.amount)} <CommissionStateBadge state={commission.state} />
    </>
  );
}
