import type { StaffAccountProps } from '../../props/staff.ts';
import type { Problem } from '../../props/shared.ts';
import { useT } from '../../shell/request-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

/** The own account: what an administrator set, and the password. */
export function StaffAccountPage(props: StaffAccountProps) {
  const t = useT();
  const { name, email, phone, groupName, roleName, problems } = props;
  const facts = [
    { label: t('staff.account.name'), value: <bdi>{name}</bdi> },
    { label: t('staff.email'), value: email },
    { label: t('staff.account.phone'), value: phone || <span className="text-muted">{t('staff.account.noPhone')}</span> },
    { label: t('staff.account.group'), value: groupName },
    { label: t('staff.account.role'), value: roleName },
  ];
  return (
    <AccountLayout open="/staff/account">
      <Panel title={t('staff.account.details')} text={t('staff.account.detailsText')}>
        <DataList items={facts} />
      </Panel>
      <Panel title={t('staff.account.ways')}>
        <ChooseWays {...props} />
      </Panel>
      <Panel title={t('staff.account.password')} text={t('staff.account.passwordText')}>
        <ChangePassword email={email} problems={problems} />
      </Panel>
    </AccountLayout>
  );
}

function ChangePassword({ email, problems }: { email: string; problems: readonly Problem[] }) {
  const t = useT();
  return (
    <Form action="/staff/account/password" className="gate-form gate-form-start">
      <ProblemList problems={problemsBeside(problems, ['current', 'password', 'language', 'timeZone'])} />
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <TextField name="current" type="password" label={t('staff.account.current')} autoComplete="current-password" required autoFocus={false} problem={problemAt(problems, 'current')} />
      <TextField
        name="password"
        type="password"
        label={t('staff.reset.newPassword')}
        hint={t('staff.reset.hint')}
        autoComplete="new-password"
        required
        autoFocus={false}
        problem={problemAt(problems, 'password')}
      />
      <Button tone="primary">{t('staff.account.save')}</Button>
    </Form>
  );
}

const LANGUAGES = [{ value: 'en', label: 'English' }, { value: 'de', label: 'Deutsch' }, { value: 'es', label: 'Español' }] as const;

/** In which language and zone the portal speaks to its owner (A1). */
function ChooseWays({ language, timeZone, timeZones, problems }: StaffAccountProps) {
  const t = useT();
  return (
    <Form action="/staff/account/ways" className="gate-form gate-form-start">
      <Select name="language" label={t('staffForm.language')} options={LANGUAGES} value={language} problem={problemAt(problems, 'language')} />
      <Select name="timeZone" label={t('staffForm.timeZone')} options={timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))} value={timeZone} problem={problemAt(problems, 'timeZone')} />
      <Button tone="primary">{t('staff.account.saveWays')}</Button>
    </Form>
  );
}
