import type { ResetProps } from '../../props/storefront.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';

/** Where the link of the mail leads. */
export function StaffResetPage({ token, over, problems }: ResetProps) {
  const t = useT();
  const title = t('staff.reset.title');
  return (
    <Shell title={title} width="narrow">
      <div className="gate">
        <PageHeader title={title} />
        {over ? (
          <Alert
            tone="warn"
            title={t('staff.reset.overTitle')}
            action={<ButtonLink href="/staff/account/forgot">{t('staff.reset.again')}</ButtonLink>}
          >
            <p>{t('staff.reset.over')}</p>
          </Alert>
        ) : (
          <>
            <ProblemList problems={problemsBeside(problems, ['password'])} />
            <Form action="/staff/account/reset" hidden={{ token }} className="gate-form">
              <TextField
                name="password"
                type="password"
                label={t('staff.reset.newPassword')}
                hint={t('staff.reset.hint')}
                autoComplete="new-password"
                required
                autoFocus
                problem={problemAt(problems, 'password')}
              />
              <Button tone="primary" size="large" wide>
                {t('staff.reset.button')}
              </Button>
            </Form>
          </>
        )}
      </div>
    </Shell>
  );
}
