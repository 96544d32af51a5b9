import type { StaffLoginProps } from '../../props/staff.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';

/** One login for staff and administrators (A1). */
export function StaffLoginPage({ next, problems, typed, demoAccounts, demoPassword }: StaffLoginProps) {
  const t = useT();
  return (
    <Shell title={t('staff.login.title')} width="narrow">
      <div className="gate">
        <PageHeader title={t('staff.login.title')} text={t('staff.login.text')} />
        <ProblemList problems={problemsBeside(problems, ['email', 'password'])} />
        <Form action="/staff/account/login" hidden={{ next }} className="gate-form" boost={false}>
          <TextField
            name="email"
            type="email"
            label={t('staff.email')}
            autoComplete="username"
            required
            autoFocus={!typed['email']}
            value={typed['email']}
            problem={problemAt(problems, 'email')}
          />
          <TextField
            name="password"
            type="password"
            label={t('staff.password')}
            autoComplete="current-password"
            required
            autoFocus={Boolean(typed['email'])}
            problem={problemAt(problems, 'password')}
          />
          <Button tone="primary" size="large" wide>
            {t('staff.login.button')}
          </Button>
        </Form>
        <p>
          <a href="/staff/account/forgot">{t('staff.login.forgot')}</a>
        </p>
        {demoPassword && demoAccounts.length > 0 ? <DemoAccounts accounts={demoAccounts} password={demoPassword} next={next} /> : null}
      </div>
    </Shell>
  );
}

interface DemoAccountsProps {
  accounts: StaffLoginProps['demoAccounts'];
  password: string;
  next: string;
}

/** Demo mode only: each line is a way in. */
function DemoAccounts({ accounts, password, next }: DemoAccountsProps) {
  const t = useT();
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('staff.login.demo')}</h2>
      <p>
        {t('staff.login.demoText')} <code>{password}</code>
      </p>
      <ul>
        {accounts.map(({ name, email, what }) => (
          <li key={email}>
            <Form action="/staff/account/login" hidden={{ email, password, next }} boost={false}>
              <button className="demo-account">
                <strong>{name}</strong>
                <span>{what}</span>
                <span className="demo-account-email">{email}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
