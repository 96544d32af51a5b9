import type { ForgotProps } from '../../props/storefront.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';

/** Asks for a link; the answer is the same whether the account exists or not. */
export function StaffForgotPage({ sent, problems, typed }: ForgotProps) {
  const t = useT();
  const email = typed['email'];
  return (
    <Shell title={t('staff.forgot.title')} width="narrow">
      <div className="gate">
        <PageHeader title={t('staff.forgot.title')} text={sent ? undefined : t('staff.forgot.text')} />
        {sent ? (
          <Alert tone="good" title={t('staff.forgot.sentTitle')}>
            <p>{email ? t('staff.forgot.sent', { email }) : t('staff.forgot.sentUnnamed')}</p>
          </Alert>
        ) : (
          <>
            <ProblemList problems={problemsBeside(problems, ['email'])} />
            <Form action="/staff/account/forgot" className="gate-form">
              <TextField name="email" type="email" label={t('staff.email')} autoComplete="username" required autoFocus value={email} problem={problemAt(problems, 'email')} />
              <Button tone="primary" size="large" wide>
                {t('staff.forgot.button')}
              </Button>
            </Form>
          </>
        )}
        <p>
          <ButtonLink href="/staff/account/login" tone="quiet" icon="arrow-left">
            {t('staff.backToLogin')}
          </ButtonLink>
        </p>
      </div>
    </Shell>
  );
}
