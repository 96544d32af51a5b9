import type { AdminCustomerRow, AdminCustomersProps } from '../../props/customers.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Badge, ConsentBadge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoginAsCustomer } from '../../ui/login-as-customer.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { AdminCustomerFilters } from './parts/customer-filters.tsx';

/** Customers › All Customers (F3). */
export function AdminCustomersPage(props: AdminCustomersProps) {
  const t = useT();
  const { rows, incomplete, createHref, paging } = props;
  const create = createHref ? (
    <ButtonLink href={createHref} tone="primary" icon="plus">
      {t('customers.create')}
    </ButtonLink>
  ) : null;
  return (
    <Shell title={t('customers.title')}>
      <PageHeader title={t('customers.title')} actions={create} />
      <AdminCustomerFilters {...props} />
      {incomplete ? (
        <Alert tone="warn" title={t('staff.customers.incompleteTitle')}>
          <p>{t('staff.customers.incomplete')}</p>
        </Alert>
      ) : null}
      {rows.length > 0 ? <Rows rows={rows} /> : null}
      {rows.length === 0 && !incomplete ? <EmptyState icon="customers" title={t('staff.customers.noneTitle')} text={t('customers.none')} /> : null}
      <Pagination paging={paging} />
    </Shell>
  );
}

function Rows({ rows }: { rows: readonly AdminCustomerRow[] }) {
  const t = useT();
  const { date } = useFormat();
  const columns: Column<AdminCustomerRow>[] = [
    { key: 'name', label: t('customers.nameEmail'), primary: true, cell: (row) => <Name row={row} /> },
    { key: 'id', label: t('staff.customers.ids'), cell: (row) => <Two first={row.id} second={row.externalId} title={t('staff.customers.externalId')} /> },
    { key: 'group', label: t('customers.groupWebsite'), cell: (row) => <Two first={row.groupName} second={row.websiteName} title={t('customers.website')} /> },
    { key: 'staff', label: t('customers.assigned'), cell: (row) => <Staff names={row.staff} /> },
    { key: 'consent', label: t('staff.customers.consent'), cell: (row) => <ConsentBadge consent={row.consent} /> },
    { key: 'last', label: t('staff.customers.lastOrder'), className: 'cell-date', cell: (row) => (row.lastOrderAt ? date(row.lastOrderAt) : <span className="text-muted">{t('staff.customers.neverOrdered')}</span>) },
    { key: 'enter', label: t('staff.customers.action'), hideLabel: true, className: 'cell-action', cell: (row) => <LoginAsCustomer entry={row.entry} inList /> },
  ];
  return (
    <div className="table-frame">
      <Table caption={t('customers.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}

function Name({ row }: { row: AdminCustomerRow }) {
  const t = useT();
  return (
    <span className="cell-two">
      <span>
        <a href={row.href}>
          <bdi>{row.name}</bdi>
        </a>{' '}
        {row.status === 'active' ? null : <Badge tone="bad">{t(`staff.status.${row.status}`)}</Badge>}
      </span>
      {row.company ? <bdi className="cell-more">{row.company}</bdi> : null}
      <span className="cell-more cell-email">{row.email}</span>
    </span>
  );
}

function Two({ first, second, title }: { first: string; second: string; title: string }) {
  return (
    <span className="cell-two">
      <span>{first}</span>
      {second ? (
        <span className="cell-more" title={title}>
          {second}
        </span>
      ) : null}
    </span>
  );
}

function Staff({ names }: { names: readonly string[] }) {
  const t = useT();
  if (names.length === 0) return <span className="text-muted">{t('admin.orders.nobody')}</span>;
  return (
    <span className="cell-two">
      {names.map((name) => (
        <PersonTag key={name} who="actor" name={name} hideWord />
      ))}
    </span>
  );
}
