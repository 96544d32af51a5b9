import type { RoleProps } from '../../props/staff-admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ROLE_FORM, RoleFrame } from './parts/role-frame.tsx';

const MODES = ['view', 'shop', 'full'] as const;

/** Role Information › Role Info: its name, and what it may do inside a customer's account (F2, B17). */
export function AdminRolePage(props: RoleProps) {
  const t = useT();
  const { id, title, name, mode, secondFactorRequired, locked, problems } = props;
  return (
    <RoleFrame id={id} title={title} section="info" locked={locked}>
      <ProblemList problems={problemsBeside(problems, ['name', 'mode', 'secondFactorRequired'])} />
      <Panel text={id === null ? t('role.newText') : undefined}>
        <Form id={ROLE_FORM} action={id === null ? '/admin/roles' : `/admin/roles/${id}`} className="admin-form">
          <TextField name="name" label={t('roles.name')} value={name} required maxLength={80} autoFocus={id === null} disabled={locked} problem={problemAt(problems, 'name')} />
          <Select
            name="mode"
            label={t('roles.mode')}
            hint={t('role.modeHint')}
            options={MODES.map((value) => ({ value, label: t(`roles.mode.${value}`) }))}
            value={mode}
            disabled={locked}
            problem={problemAt(problems, 'mode')}
          />
          <Select
            name="secondFactorRequired"
            label={t('roles.secondFactor')}
            hint={t('role.secondFactorHint')}
            options={[{ value: '0', label: t('admin.configuration.no') }, { value: '1', label: t('admin.configuration.yes') }]}
            value={secondFactorRequired ? '1' : '0'}
            disabled={locked}
            problem={problemAt(problems, 'secondFactorRequired')}
          />
        </Form>
      </Panel>
      {id === null ? null : <Holders {...props} id={id} />}
    </RoleFrame>
  );
}

function Holders({ id, title, staffCount, locked }: RoleProps & { id: string }) {
  const t = useT();
  return (
    <Panel title={t('roles.staff')} text={t('role.holders', { count: staffCount })}>
      {staffCount > 0 ? <p className="text-muted">{t('role.inUse')}</p> : locked ? null : <Delete id={id} title={title} />}
    </Panel>
  );
}

function Delete({ id, title }: { id: string; title: string }) {
  const t = useT();
  return (
    <>
      <Button type="button" tone="danger" command="show-modal" commandFor="delete-role">
        {t('role.delete')}
      </Button>
      <Dialog
        id="delete-role"
        title={t('role.deleteTitle', { name: title })}
        actions={
          <Form action={`/admin/roles/${id}/delete`}>
            <Button tone="danger">{t('role.delete')}</Button>
          </Form>
        }
      >
        <p>{t('role.deleteText')}</p>
      </Dialog>
    </>
  );
}
