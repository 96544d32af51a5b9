import type { ForgotProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

export function ForgotPage({ sent, problems, typed }: ForgotProps) {
  const t = useT();
  const { base } = useStore();
  if (sent) {
    return (
      <SignInLayout title={t('forgot.sentTitle')}>
        <Alert tone="good">{t('forgot.sent')}</Alert>
        <ButtonLink href={`${base}/account/login`}>{t('forgot.back')}</ButtonLink>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t('forgot.title')} text={t('forgot.text')}>
      <ProblemList problems={problemsBeside(problems, ['email'])} />
      <Form action={`${base}/account/forgot`} className="grid gap-4">
        <TextField label={t('login.email')} name="email" type="email" value={typed.email} problem={problemAt(problems, 'email')} autoComplete="username" required />
        <Button tone="primary" size="large" wide>
          {t('forgot.button')}
        </Button>
        <a href={`${base}/account/login`} className="justify-self-center py-2 text-sm">
          {t('forgot.back')}
        </a>
      </Form>
    </SignInLayout>
  );
}
