import type { LoginProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

export function LoginPage({ next, toOrder, problems, typed, demoHint }: LoginProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <SignInLayout title={t('login.title')} text={t(toOrder ? 'login.toOrder' : 'login.text')}>
      <ProblemList problems={problemsBeside(problems, ['email', 'password'])} />
      <Form action={`${base}/account/login`} boost={false} hidden={{ next }} className="grid gap-4">
        <TextField label={t('login.email')} name="email" type="email" value={typed.email} problem={problemAt(problems, 'email')} autoComplete="username" required />
        <TextField label={t('login.password')} name="password" type="password" problem={problemAt(problems, 'password')} autoComplete="current-password" required />
        <Button tone="primary" size="large" wide>
          {t('login.button')}
        </Button>
        <a href={`${base}/account/forgot`} className="justify-self-center py-2 text-sm">
          {t('login.forgot')}
        </a>
        <a href={`${base}/account/create`} className="justify-self-center py-2 text-sm">
          {t('register.link')}
        </a>
      </Form>
      {demoHint ? (
        <Alert title={t('login.demo')}>
          <span>
            <code>{demoHint.email}</code>
            <br />
            <code>{demoHint.password}</code>
          </span>
        </Alert>
      ) : null}
    </SignInLayout>
  );
}
