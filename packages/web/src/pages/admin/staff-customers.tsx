import type { AdminStaffCustomersProps } from '../../props/assignments.ts';
import { useT } from '../../shell/request-context.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CustomerIdentity, CustomerIds } from './parts/customer-cells.tsx';
import { StaffLayout } from './parts/staff-layout.tsx';

type Row = AdminStaffCustomersProps['rows'][number];

/** Staff › All Staff › account › Assigned customers (A5). */
export function AdminStaffCustomersPage(props: AdminStaffCustomersProps) {
  const t = useT();
  const { frame, rows, query, problems, paging, mayAssign } = props;
  const path = `/admin/staff/${frame.id}/customers`;
  return (
    <StaffLayout frame={frame}>
      <ProblemList problems={problemsBeside(problems, ['customer'])} />
      {mayAssign ? <Add {...props} /> : null}
      {mayAssign && !props.multiple ? <p className="text-muted">{t('assignments.replacesThere')}</p> : null}
      <Form action={path} method="get" role="search" label={t('staffSections.customers')} className="filter-bar">
        <TextField name="q" type="search" label={t('customers.search')} value={query} autoFocus={false} />
        <div className="filter-actions">
          <Button>{t('admin.apply')}</Button>
        </div>
      </Form>
      {rows.length > 0 ? <List {...props} /> : <EmptyState icon="customers" level={3} title={t('staff.customers.noneTitle')} text={t(query ? 'customers.none' : 'assignments.noCustomers')} />}
      <Pagination paging={paging} />
    </StaffLayout>
  );
}

function Add({ frame, typed, multiple, problems }: AdminStaffCustomersProps) {
  const t = useT();
  return (
    <Form action={`/admin/staff/${frame.id}/customers`} className="filter-bar" label={t('assignments.addCustomer')} noValidate>
      <TextField name="customer" label={t('assignments.customer')} value={typed.customer} autoComplete="off" maxLength={254} problem={problemAt(problems, 'customer')} />
      <div className="filter-actions">
        <Button tone="primary" name="kind" value="primary">
          {t('assignments.asPrimary')}
        </Button>
        {multiple ? (
          <Button name="kind" value="further">
            {t('assignments.asFurther')}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}

function List({ frame, rows, multiple, mayAssign }: AdminStaffCustomersProps) {
  const t = useT();
  const remove: Column<Row> = {
    key: 'remove', label: t('assignments.remove'), hideLabel: true, className: 'cell-action',
    cell: (row) => (
      <Form action={`/admin/staff/${frame.id}/customers/remove`} hidden={{ customer: row.id }}>
        <Button tone="quiet" size="small" icon="trash" label={t('assignments.removeNamed', { name: row.name })}>
          {t('assignments.remove')}
        </Button>
      </Form>
    ),
  };
  const columns: Column<Row>[] = [
    { key: 'name', label: t('customers.nameEmail'), primary: true, cell: (row) => <CustomerIdentity row={row} /> },
    { key: 'id', label: t('staff.customers.ids'), cell: (row) => <CustomerIds row={row} /> },
    { key: 'store', label: t('customers.store'), cell: (row) => row.storeName },
    { key: 'kind', label: t('assignments.kind'), cell: (row) => <Kind isPrimary={row.isPrimary} multiple={multiple} /> },
    ...(mayAssign ? [remove] : []),
  ];
  return (
    <div className="table-frame">
      <Table caption={t('staffSections.customers')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}

function Kind({ isPrimary, multiple }: { isPrimary: boolean; multiple: boolean }) {
  const t = useT();
  if (isPrimary) return <Badge tone="good">{t('assignments.kind.primary')}</Badge>;
  return (
    <>
      <Badge tone="neutral">{t('assignments.kind.further')}</Badge> {multiple ? null : <span className="text-muted">{t('assignments.dormant')}</span>}
    </>
  );
}
