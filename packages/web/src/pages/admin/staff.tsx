import type { StaffListProps, StaffRow } from '../../props/staff-admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterActions } from '../../ui/filter-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Staff › All Staff (A3). */
export function AdminStaffPage(props: StaffListProps) {
  const t = useT();
  const { rows, paging } = props;
  const add = (
    <ButtonLink href="/admin/staff/new" tone="primary">
      {t('staffList.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('staffList.title')}>
      <PageHeader title={t('staffList.title')} actions={add} />
      <Filters {...props} />
      {rows.length > 0 ? <Accounts rows={rows} /> : <EmptyState icon="customers" title={t('staffList.emptyTitle')} text={t('staffList.empty')} />}
      <Pagination paging={paging} />
    </Shell>
  );
}

function Filters({ filters, roles, groups }: StaffListProps) {
  const t = useT();
  const any = { value: '', label: t('admin.any') };
  const states = [any, { value: 'yes', label: t('staffList.active') }, { value: 'no', label: t('staffList.inactive') }];
  return (
    <Form action="/admin/staff" method="get" role="search" label={t('staffList.title')} className="filter-bar">
      <TextField name="q" type="search" label={t('staffList.search')} value={filters.q} autoFocus={false} />
      <auto-submit class="filters">
        <Select name="active" label={t('staffList.state')} options={states} value={filters.active} />
        <Select name="role" label={t('staffForm.role')} options={[any, ...roles]} value={filters.role} />
        <Select name="group" label={t('staffForm.group')} options={[any, ...groups]} value={filters.group} />
      </auto-submit>
      <FilterActions clear={Object.values(filters).some(Boolean) ? '/admin/staff' : null} />
    </Form>
  );
}

function Accounts({ rows }: { rows: readonly StaffRow[] }) {
  const t = useT();
  const columns: Column<StaffRow>[] = [
    { key: 'name', label: t('staffList.name'), primary: true, className: 'cell-name', cell: ({ href, name }) => <a href={href}><PersonTag who="actor" name={name} hideWord /></a> },
    { key: 'email', label: t('staff.email'), className: 'cell-mail', cell: ({ email }) => <span title={email}>{email}</span> },
    { key: 'role', label: t('staffForm.role'), cell: ({ roleName }) => roleName },
    { key: 'group', label: t('staffForm.group'), cell: ({ groupName }) => groupName },
    { key: 'state', label: t('staffList.state'), cell: ({ active }) => (active ? <Badge tone="good">{t('staffList.active')}</Badge> : <Badge>{t('staffList.inactive')}</Badge>) },
  ];
  return (
    <div className="table-frame">
      <Table caption={t('staffList.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
}
