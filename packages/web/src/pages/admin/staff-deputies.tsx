import type { AdminStaffDeputiesProps } from '../../props/assignments.ts';
import { useRequest, useT } from '../../shell/request-context.tsx';
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
import { TextField } from '../../ui/text-field.tsx';
import { StaffLayout } from './parts/staff-layout.tsx';

type Deputy = AdminStaffDeputiesProps['deputies'][number];

/** Staff › All Staff › account › Deputy (A5). */
export function AdminStaffDeputiesPage(props: AdminStaffDeputiesProps) {
  const t = useT();
  const { frame, deputies, problems, mayAssign } = props;
  return (
    <StaffLayout frame={frame}>
      <ProblemList problems={problemsBeside(problems, ['deputy', 'from', 'to'])} />
      {mayAssign ? <Add {...props} /> : null}
      <Panel title={t('staffSections.deputies')} flush={deputies.length > 0}>
        {deputies.length > 0 ? <List {...props} /> : <EmptyState icon="customers" level={3} title={t('deputies.noneTitle')} text={t('deputies.none', { name: frame.name })} />}
      </Panel>
    </StaffLayout>
  );
}

function Add({ frame, people, typed, timeZone, problems }: AdminStaffDeputiesProps) {
  const t = useT();
  return (
    <Panel title={t('deputies.add')}>
      <Form action={`/admin/staff/${frame.id}/deputies`} className="form-stack" noValidate>
        <Select name="deputy" label={t('deputies.deputy')} options={[{ value: '', label: t('assignments.choose'), isPrompt: true }, ...people]} value={typed.deputy} hint={t('deputies.hint', { name: frame.name })} problem={problemAt(problems, 'deputy')} />
        <div className="field-pair">
          <TextField name="from" type="date" label={t('deputies.from')} value={typed.from} problem={problemAt(problems, 'from')} />
          <TextField name="to" type="date" label={t('deputies.to')} hint={t('deputies.days', { zone: timeZone })} value={typed.to} problem={problemAt(problems, 'to')} />
        </div>
        <div className="filter-actions">
          <Button tone="primary">{t('deputies.save')}</Button>
        </div>
      </Form>
    </Panel>
  );
}

function List({ frame, deputies, mayAssign }: AdminStaffDeputiesProps) {
  const t = useT();
  const { locale } = useRequest();
  // Days of a calendar, not moments: the viewer's time zone is nothing to them.
  const day = (text: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
  const remove: Column<Deputy> = {
    key: 'remove', label: t('assignments.remove'), hideLabel: true,
    cell: (row) => (
      <Form action={`/admin/staff/${frame.id}/deputies/remove`} hidden={{ entry: row.id }}>
        <Button tone="quiet" size="small" icon="trash" label={t('assignments.removeNamed', { name: row.name })}>
          {t('assignments.remove')}
        </Button>
      </Form>
    ),
  };
  const columns: Column<Deputy>[] = [
    { key: 'name', label: t('deputies.deputy'), primary: true, cell: (row) => <PersonTag who="actor" name={row.name} hideWord /> },
    { key: 'from', label: t('deputies.from'), cell: (row) => day(row.from) },
    { key: 'to', label: t('deputies.to'), cell: (row) => day(row.to) },
    { key: 'state', label: t('staffList.state'), cell: (row) => <State row={row} /> },
    ...(mayAssign ? [remove] : []),
  ];
  return <Table caption={t('staffSections.deputies')} columns={columns} rows={deputies} rowKey={(row) => row.id} />;
}

function State({ row }: { row: Deputy }) {
  const t = useT();
  if (!row.isActive) return <Badge tone="bad">{t('staffList.inactive')}</Badge>;
  return <Badge tone={row.state === 'now' ? 'good' : 'neutral'}>{t(`deputies.state.${row.state}`)}</Badge>;
}
