import type { AdminCustomerStaffProps } from '../../props/assignments.ts';
import { useT } from '../../shell/request-context.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { CustomerLayout } from './parts/customer-layout.tsx';

type Assigned = AdminCustomerStaffProps['assigned'][number];

/** Customers › All Customers › customer › Customer Information › Assigned staff (A5). */
export function AdminCustomerStaffPage(props: AdminCustomerStaffProps) {
  const t = useT();
  const { frame, assigned, problems, mayAssign } = props;
  return (
    <CustomerLayout frame={frame}>
      <ProblemList problems={problemsBeside(problems, ['staff'])} />
      {mayAssign ? <Add {...props} /> : null}
      <Panel title={t('customers.section.staff')} flush={assigned.length > 0}>
        {assigned.length > 0 ? <List {...props} /> : <EmptyState icon="customers" level={3} title={t('assignments.noStaffTitle')} text={t('assignments.noStaff')} />}
      </Panel>
    </CustomerLayout>
  );
}

function Add({ frame, people, multiple, assigned, typed, problems }: AdminCustomerStaffProps) {
  const t = useT();
  const beside = multiple && assigned.length > 0;
  const hint = beside ? undefined : t(assigned.length > 0 ? 'assignments.replaces' : 'assignments.first');
  return (
    <Panel title={t('assignments.assign')}>
      <Form action={`/admin/customers/${frame.id}/staff`} className="form-stack" noValidate>
        <Select name="staff" label={t('assignments.staff')} options={[{ value: '', label: t('assignments.choose'), isPrompt: true }, ...people]} value={typed.staff} hint={hint} problem={problemAt(problems, 'staff')} />
        <div className="filter-actions">
          <Button tone="primary" name="kind" value="primary">
            {t('assignments.asPrimary')}
          </Button>
          {beside ? (
            <Button name="kind" value="further">
              {t('assignments.asFurther')}
            </Button>
          ) : null}
        </div>
      </Form>
    </Panel>
  );
}

function List({ frame, assigned, multiple, mayAssign }: AdminCustomerStaffProps) {
  const t = useT();
  const action = `/admin/customers/${frame.id}/staff`;
  const columns: Column<Assigned>[] = [
    { key: 'name', label: t('assignments.staff'), primary: true, cell: (row) => <PersonTag who="actor" name={row.name} hideWord /> },
    { key: 'kind', label: t('assignments.kind'), cell: (row) => <Kind row={row} multiple={multiple} /> },
    ...(mayAssign ? [{ key: 'change', label: t('assignments.change'), hideLabel: true, cell: (row: Assigned) => <Change row={row} action={action} /> }] : []),
  ];
  return <Table caption={t('customers.section.staff')} columns={columns} rows={assigned} rowKey={(row) => row.id} />;
}

function Kind({ row, multiple }: { row: Assigned; multiple: boolean }) {
  const t = useT();
  if (row.isPrimary) return <Badge tone="good">{t('assignments.kind.primary')}</Badge>;
  return (
    <>
      <Badge tone="neutral">{t('assignments.kind.further')}</Badge> {multiple ? null : <span className="text-muted">{t('assignments.dormant')}</span>}
    </>
  );
}

function Change({ row, action }: { row: Assigned; action: string }) {
  const t = useT();
  return (
    <Form action={action} hidden={{ staff: row.id }} className="filter-actions">
      {row.isPrimary ? null : (
        <Button tone="quiet" size="small" name="kind" value="primary" label={t('assignments.makePrimaryNamed', { name: row.name })}>
          {t('assignments.makePrimary')}
        </Button>
      )}
      <Button tone="quiet" size="small" icon="trash" name="kind" value="none" label={t('assignments.removeNamed', { name: row.name })}>
        {t('assignments.remove')}
      </Button>
    </Form>
  );
}
