import type { MyOrderRow, MyOrdersProps } from '../../props/staff.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { OrderStates } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { CommissionStateBadge } from '../../ui/commission-state.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { OrderFilters } from './parts/order-filters.tsx';
import { OrderScopes } from './parts/order-scopes.tsx';

/** The actor's own orders with commission (A11). */
export function StaffOrdersPage({ rows, scopes, filters, sort, csvHref, paging, sums }: MyOrdersProps) {
  const t = useT();
  const filtered = Object.values(filters).some(Boolean);
  const download = (
    <ButtonLink href={csvHref} icon="download" download>
      {t('staff.orders.export')}
    </ButtonLink>
  );
  return (
    <Shell title={t('staff.orders.title')}>
      <PageHeader title={t('staff.orders.title')} actions={rows.length > 0 ? download : undefined} />
      <OrderScopes scopes={scopes} />
      {rows.length > 0 || filtered ? <OrderFilters filters={filters} sort={sort} scopes={scopes} /> : null}
      {rows.length > 0 ? <Orders rows={rows} sort={sort} sums={sums} /> : <NoOrders filtered={filtered} />}
      <Pagination paging={paging} />
    </Shell>
  );
}

function Orders({ rows, sort, sums }: Pick<MyOrdersProps, 'rows' | 'sort' | 'sums'>) {
  const t = useT();
  const { date, money } = useFormat();
  const currencies = new Set(rows.map((row) => row.total.currency));
  const single = currencies.size === 1 ? rows[0]?.total.currency : undefined;
  const named = (label: string) => (single ? t('staff.orders.in', { label, currency: single }) : label);
  const amount = (value: MyOrderRow['total']) => <span className="price">{money(value, { bare: single !== undefined })}</span>;
  const sorted = (by: MyOrdersProps['sort'], direction: 'ascending' | 'descending') => (sort === by ? direction : undefined);
  const owner: Column<MyOrderRow> = { key: 'staff', label: t('staff.orders.owner'), className: 'cell-name', cell: (row) => <PersonTag who="actor" name={row.staffName ?? ''} hideWord /> };
  const columns: Column<MyOrderRow>[] = [
    { key: 'number', label: t('staff.orders.number'), primary: true, cell: (row) => <a href={row.href}>{row.number}</a> },
    { key: 'customer', label: t('staff.orders.customer'), sort: sorted('customer', 'ascending'), className: 'cell-name', cell: (row) => <Customer row={row} /> },
    ...(rows.some(({ staffName }) => staffName !== null) ? [owner] : []),
    { key: 'date', label: t('staff.orders.date'), sort: sorted('newest', 'descending') ?? sorted('oldest', 'ascending'), className: 'cell-date', cell: (row) => date(row.placedAt) },
    { key: 'status', label: t('staff.orders.status'), cell: (row) => <OrderStates status={row.status} payment={row.payment} /> },
    { key: 'total', label: named(t('staff.orders.total')), align: 'end', sort: sorted('total', 'descending'), cell: (row) => amount(row.total) },
    { key: 'commission', label: named(t('staff.orders.commission')), align: 'end', sort: sorted('commission', 'descending'), cell: (row) => amount(row.commission.amount) },
    { key: 'commission-state', label: t('staff.orders.commissionState'), cell: (row) => <CommissionStateBadge state={row.commission.state} /> },
  ];
  return (
    <div className="table-frame">
      <Table caption={t('staff.orders.list')} columns={columns} rows={rows} rowKey={(row) => row.number} />
      <Sums sums={sums} />
    </div>
  );
}

function Customer({ row }: { row: MyOrderRow }) {
  return (
    <span className="one-line" title={[row.customerName, row.company].filter(Boolean).join(' · ')}>
      <bdi>{row.customerName}</bdi> {row.company ? <bdi className="text-muted">{row.company}</bdi> : null}
    </span>
  );
}

function Sums({ sums }: Pick<MyOrdersProps, 'sums'>) {
  const t = useT();
  const { money } = useFormat();
  return (
    <dl className="sums" aria-label={t('staff.orders.sums')}>
      {sums.map((sum) => (
        <div key={sum.currency}>
          <dt>{t('staff.orders.sums')}</dt>
          <dd>
            <span className="text-muted">{t('staff.orders.total')}</span> <span className="price">{money(sum.total)}</span>
          </dd>
          <dd>
            <span className="text-muted">{t('staff.orders.commission')}</span> <span className="price">{money(sum.commission)}</span>
          </dd>
          <dd>
            <span className="text-muted">{t('sales.commission.earned')}</span> <span className="price">{money(sum.earned)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NoOrders({ filtered }: { filtered: boolean }) {
  const t = useT();
  if (filtered) return <EmptyState icon="orders" title={t('staff.orders.noneTitle')} text={t('staff.orders.none')} />;
  const find = (
    <ButtonLink href="/staff/customers" tone="primary" icon="search">
      {t('staff.orders.emptyAction')}
    </ButtonLink>
  );
  return <EmptyState icon="orders" title={t('staff.orders.emptyTitle')} text={t('staff.orders.empty')} action={find} />;
}
