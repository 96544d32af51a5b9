import type { PasswordProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

export function PasswordPage({ problems }: PasswordProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <AccountLayout title={t('password.title')}>
      <PageHeader title={t('password.title')} />
      <Panel className="max-w-xl">
        <Form action={`${base}/account/password`} className="grid gap-4">
          <ProblemList problems={problemsBeside(problems, ['current', 'password'])} />
          <TextField label={t('password.current')} name="current" type="password" problem={problemAt(problems, 'current')} autoComplete="current-password" required />
          <TextField
            label={t('password.new')}
            name="password"
            type="password"
            hint={t('password.hint')}
            problem={problemAt(problems, 'password')}
            autoComplete="new-password"
            required
          />
          <div>
            <Button tone="primary">{t('password.save')}</Button>
          </div>
        </Form>
      </Panel>
    </AccountLayout>
  );
}
