import type { AdminAssignmentsProps, AssignmentRow } from '../../props/assignments.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterActions } from '../../ui/filter-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CustomerIdentity, CustomerIds } from './parts/customer-cells.tsx';
import { ImportForm } from './parts/import-form.tsx';

const PATH = '/admin/assignments';
const FORM = 'assign-customers';

/** Staff › Assignments: who looks after whom, many at once and by file (A5). */
export function AdminAssignmentsPage(props: AdminAssignmentsProps) {
  const t = useT();
  const { rows, incomplete, importing, paging } = props;
  return (
    <Shell title={t('assignments.title')}>
      <PageHeader
        title={t('assignments.title')}
        text={t(props.multiple ? 'assignments.textMany' : 'assignments.textOne')}
        actions={
          <ButtonLink href={`${PATH}/export.csv`} icon="download" download>
            {t('import.export')}
          </ButtonLink>
        }
      />
      <Filters {...props} />
      {incomplete ? (
        <Alert tone="warn" title={t('staff.customers.incompleteTitle')}>
          <p>{t('staff.customers.incomplete')}</p>
        </Alert>
      ) : null}
      {rows.length > 0 ? <AssignForm {...props} /> : null}
      {rows.length > 0 ? <Rows {...props} /> : null}
      {rows.length === 0 && !incomplete ? <EmptyState icon="customers" title={t('staff.customers.noneTitle')} text={t('customers.none')} /> : null}
      <Pagination paging={paging} />
      <ImportForm action={`${PATH}/import`} hint={t('assignments.columns')} state={importing} />
    </Shell>
  );
}

function Filters({ filters, stores, groups, people }: AdminAssignmentsProps) {
  const t = useT();
  const any = { value: '', label: t('admin.any') };
  return (
    <Form action={PATH} method="get" role="search" label={t('assignments.title')} className="filter-bar">
      <TextField name="q" type="search" label={t('customers.search')} value={filters.q} autoFocus={false} />
      <auto-submit class="filters">
        <Select name="group" label={t('staff.customers.group')} options={[any, ...groups]} value={filters.group} />
        <Select name="store" label={t('customers.store')} options={[any, ...stores]} value={filters.store} />
        <Select name="assigned" label={t('customers.assigned')} options={[any, { value: 'none', label: t('admin.orders.nobody') }, ...people]} value={filters.assigned} />
      </auto-submit>
      <FilterActions clear={Object.values(filters).some(Boolean) ? PATH : null} />
    </Form>
  );
}

function AssignForm({ filters, after, people, multiple, typed, problems }: AdminAssignmentsProps) {
  const t = useT();
  const kinds = (multiple ? (['primary', 'further', 'none'] as const) : (['primary', 'none'] as const)).map((value) => ({ value, label: t(`assignments.do.${value}`) }));
  return (
    <>
      <ProblemList problems={problemsBeside(problems, ['staff', 'kind'])} />
      <Form id={FORM} action={PATH} hidden={{ ...filters, after }} label={t('assignments.assign')} className="filter-bar" noValidate>
        <Select name="kind" label={t('assignments.ticked')} options={kinds} value={typed.kind} problem={problemAt(problems, 'kind')} />
        <Select name="staff" label={t('assignments.staff')} options={[{ value: '', label: t('assignments.choose') }, ...people]} value={typed.staff} problem={problemAt(problems, 'staff')} />
        <div className="filter-actions">
          <Button tone="primary">{t('assignments.apply')}</Button>
        </div>
      </Form>
      <p className="text-muted">{t('assignments.staffHint')}</p>
    </>
  );
}

function Rows({ rows, chosen, multiple }: AdminAssignmentsProps) {
  const t = useT();
  const columns: Column<AssignmentRow>[] = [
    { key: 'choose', label: t('assignments.tick'), hideLabel: true, className: 'cell-choose', cell: (row) => <Tick row={row} checked={chosen.includes(row.id)} /> },
    { key: 'name', label: t('customers.nameEmail'), primary: true, cell: (row) => <CustomerIdentity row={row} /> },
    { key: 'id', label: t('staff.customers.ids'), cell: (row) => <CustomerIds row={row} /> },
    { key: 'group', label: t('staff.customers.group'), cell: (row) => row.groupName },
    { key: 'store', label: t('customers.store'), cell: (row) => row.storeName },
    { key: 'staff', label: t('customers.assigned'), cell: (row) => <Staff row={row} multiple={multiple} /> },
  ];
  return (
    <div className="table-frame">
      <Table caption={t('assignments.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}

function Tick({ row, checked }: { row: AssignmentRow; checked: boolean }) {
  const t = useT();
  return (
    <label className="tick">
      <input type="checkbox" form={FORM} name="customers" value={row.id} defaultChecked={checked} aria-label={t('assignments.tickNamed', { name: row.name, id: row.id })} />
    </label>
  );
}

function Staff({ row, multiple }: { row: AssignmentRow; multiple: boolean }) {
  const t = useT();
  const counting = row.staff.filter(({ isPrimary }) => isPrimary || multiple);
  if (counting.length === 0) return <span className="text-muted">{t('admin.orders.nobody')}</span>;
  return (
    <span className="cell-two">
      {counting.map(({ name, href, isPrimary }) => (
        <span key={href}>
          <a href={href}>
            <PersonTag who="actor" name={name} hideWord />
          </a>{' '}
          {isPrimary ? null : <Badge tone="neutral">{t('assignments.kind.further')}</Badge>}
        </span>
      ))}
    </span>
  );
}
