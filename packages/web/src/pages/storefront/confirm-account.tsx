import type { ConfirmAccountProps } from '../../props/customers.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

/** The link of the confirmation mail (G2). It changes nothing by itself: mail programs open links too. */
export function ConfirmAccountPage({ token, over }: ConfirmAccountProps) {
  const t = useT();
  const { base } = useStore();
  if (over !== null) {
    return (
      <SignInLayout title={t('confirm.title')}>
        <Alert tone="warn">
          {over.text} {over.remedy}
        </Alert>
        <ButtonLink href={`${base}/account/forgot`}>{t('login.forgot')}</ButtonLink>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t('confirm.title')} text={t('confirm.text')}>
      <Form action={`${base}/account/confirm`} hidden={{ token }}>
        <Button tone="primary" size="large" wide>
          {t('confirm.button')}
        </Button>
      </Form>
    </SignInLayout>
  );
}
