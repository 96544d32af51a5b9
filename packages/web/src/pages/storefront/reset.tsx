import type { ResetProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

export function ResetPage({ token, over, problems }: ResetProps) {
  const t = useT();
  const { base } = useStore();
  if (over) {
    return (
      <SignInLayout title={t('reset.title')}>
        <Alert tone="warn">{t('reset.over')}</Alert>
        <ButtonLink href={`${base}/account/forgot`} tone="primary">
          {t('reset.askAgain')}
        </ButtonLink>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t('reset.title')}>
      <ProblemList problems={problemsBeside(problems, ['password'])} />
      <Form action={`${base}/account/reset`} hidden={{ token }} className="grid gap-4">
        <TextField
          label={t('password.new')}
          name="password"
          type="password"
          hint={t('password.hint')}
          problem={problemAt(problems, 'password')}
          autoComplete="new-password"
          required
        />
        <Button tone="primary" size="large" wide>
          {t('password.save')}
        </Button>
      </Form>
    </SignInLayout>
  );
}
