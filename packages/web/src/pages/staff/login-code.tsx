import type { LoginCodeProps } from '../../props/sign-in.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';

/** After the password: the code of the app (A2). */
export function LoginCodePage({ name, problems }: LoginCodeProps) {
  const t = useT();
  return (
    <Shell title={t('loginCode.title')} width="narrow">
      <div className="gate">
        <PageHeader title={t('loginCode.title')} text={t('loginCode.text', { name })} />
        <ProblemList problems={problemsBeside(problems, ['code'])} />
        <Form action="/staff/account/login/code" className="gate-form" boost={false}>
          <TextField name="code" label={t('loginCode.code')} hint={t('loginCode.hint')} autoComplete="one-time-code" spellCheck={false} maxLength={40} required autoFocus problem={problemAt(problems, 'code')} />
          <Button tone="primary" size="large" wide>
            {t('loginCode.button')}
          </Button>
        </Form>
        <p className="text-muted">{t('loginCode.help')}</p>
        <p>
          <a href="/staff/account/login">{t('staff.backToLogin')}</a>
        </p>
      </div>
    </Shell>
  );
}
