import type { StaffGroupProps } from '../../props/staff-admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const FORM = 'staff';

/** One staff group with its team lead (A4). */
export function AdminStaffGroupPage(props: StaffGroupProps) {
  const t = useT();
  const { id, title, name, lead, commissionRate, staff, problems } = props;
  const save = (
    <Button tone="primary" form={FORM}>
      {t('staffGroups.save')}
    </Button>
  );
  return (
    <Shell title={title}>
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('staffGroups.title'), href: '/admin/staff-groups' }]} here={title} />} title={<bdi>{title}</bdi>} actions={save} />
      <div className="stack">
        <ProblemList problems={problemsBeside(problems, ['name', 'lead', 'commissionRate'])} />
        <Panel>
          <Form id={FORM} action={id === null ? '/admin/staff-groups' : `/admin/staff-groups/${id}`} className="admin-form" noValidate>
            <TextField name="name" label={t('staffGroups.name')} value={name} required maxLength={80} autoFocus={id === null} problem={problemAt(problems, 'name')} />
            <Select name="lead" label={t('staffGroups.lead')} hint={t('staffGroups.leadHint')} options={[{ value: '', label: t('staffGroups.noLead') }, ...staff]} value={lead} problem={problemAt(problems, 'lead')} />
            <TextField name="commissionRate" inputMode="decimal" label={t('staffForm.commissionRate')} hint={t('staffGroups.commissionHint')} value={commissionRate} optional maxLength={10} autoFocus={false} problem={problemAt(problems, 'commissionRate')} />
          </Form>
        </Panel>
        {id === null ? null : <Members {...props} id={id} />}
      </div>
    </Shell>
  );
}

function Members({ id, title, isDefault, staffCount }: StaffGroupProps & { id: string }) {
  const t = useT();
  return (
    <Panel title={t('roles.staff')} text={t('staffGroups.members', { count: staffCount })}>
      {isDefault ? <p className="text-muted">{t('staffGroups.isDefault')}</p> : staffCount > 0 ? <p className="text-muted">{t('staffGroups.inUse')}</p> : <Delete id={id} title={title} />}
    </Panel>
  );
}

function Delete({ id, title }: { id: string; title: string }) {
  const t = useT();
  return (
    <>
      <Button type="button" tone="danger" command="show-modal" commandFor="delete-group">
        {t('staffGroups.delete')}
      </Button>
      <Dialog
        id="delete-group"
        title={t('staffGroups.deleteTitle', { name: title })}
        actions={
          <Form action={`/admin/staff-groups/${id}/delete`}>
            <Button tone="danger">{t('staffGroups.delete')}</Button>
          </Form>
        }
      >
        <p>{t('staffGroups.deleteText')}</p>
      </Dialog>
    </>
  );
}
