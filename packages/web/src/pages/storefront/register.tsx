import type { RegisterProps } from '../../props/customers.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

const fields = [
  { name: 'firstName', autoComplete: 'given-name', optional: false },
  { name: 'lastName', autoComplete: 'family-name', optional: false },
  { name: 'company', autoComplete: 'organization', optional: true },
  { name: 'vatNumber', autoComplete: 'off', optional: true },
] as const;

/** A customer's own account (G2): the same page afterwards, whether the address was free or not. */
export function RegisterPage({ sentTo, typed, problems }: RegisterProps) {
  const t = useT();
  const { base } = useStore();
  if (sentTo !== null) {
    return (
      <SignInLayout title={t('register.sentTitle')}>
        <Alert tone="good">{t('register.sent', { email: sentTo })}</Alert>
        <ButtonLink href={`${base}/account/login`}>{t('login.button')}</ButtonLink>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t('register.title')} text={t('register.text')}>
      <ProblemList problems={problemsBeside(problems, [...fields.map(({ name }) => name), 'email', 'password'])} />
      <Form action={`${base}/account/create`} className="grid gap-4">
        {fields.map(({ name, autoComplete, optional }) => (
          <TextField key={name} label={t(`information.${name}`)} {...{ name, autoComplete, optional }} value={typed[name]} problem={problemAt(problems, name)} maxLength={200} />
        ))}
        <TextField label={t('login.email')} name="email" type="email" value={typed['email']} problem={problemAt(problems, 'email')} autoComplete="username" maxLength={254} required />
        <TextField label={t('register.password')} name="password" type="password" hint={t('password.hint')} problem={problemAt(problems, 'password')} autoComplete="new-password" required />
        <Button tone="primary" size="large" wide>
          {t('register.button')}
        </Button>
        <a href={`${base}/account/login`} className="justify-self-center py-2 text-sm">
          {t('register.haveOne')}
        </a>
      </Form>
    </SignInLayout>
  );
}
