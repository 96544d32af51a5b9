import type { SecondFactorProps } from '../../props/sign-in.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

const PATH = '/staff/account/second-factor';
const FEW = 3;

/** My account › Second factor (A2). */
export function SecondFactorPage(props: SecondFactorProps) {
  const t = useT();
  const { factor, askedByRole, problems } = props;
  return (
    <AccountLayout open={PATH} text={t('factor.what')}>
      <ProblemList problems={problemsBeside(problems, ['password', 'code'])} />
      {factor !== null && factor.recoveryLeft < FEW ? <Alert tone="warn">{t('factor.few')}</Alert> : null}
      <Panel title={t('factor.title')} text={askedByRole ? t('factor.asked') : undefined}>
        <FactorFacts factor={factor} />
      </Panel>
      {factor === null ? <SetUp {...props} /> : <Change {...props} />}
    </AccountLayout>
  );
}

export function FactorFacts({ factor }: Pick<SecondFactorProps, 'factor'>) {
  const t = useT();
  const { date } = useFormat();
  if (factor === null) return <Badge>{t('factor.off')}</Badge>;
  const items = [
    { label: t('staffList.state'), value: <Badge tone="good" icon="check">{t('factor.on')}</Badge> },
    { label: t('factor.since'), value: date(factor.setUpAt, 'dateTime') },
    { label: t('factor.left'), value: t('factor.leftOf', { left: factor.recoveryLeft }) },
  ];
  return <DataList items={items} />;
}

function SetUp({ problems }: SecondFactorProps) {
  const t = useT();
  return (
    <Panel title={t('factor.setUpTitle')} text={t('factor.setUpText')}>
      <Form action={`${PATH}/start`} className="gate-form gate-form-start">
        <TextField name="password" type="password" label={t('factor.password')} autoComplete="current-password" required autoFocus={false} problem={problemAt(problems, 'password')} />
        <Button tone="primary">{t('factor.setUp')}</Button>
      </Form>
    </Panel>
  );
}

function Change({ askedByRole, problems }: SecondFactorProps) {
  const t = useT();
  return (
    <Panel title={t('factor.change')} text={t('factor.changeText')}>
      <Form action={`${PATH}/recovery-codes`} className="gate-form gate-form-start" boost={false}>
        <TextField name="password" type="password" label={t('factor.password')} autoComplete="current-password" required autoFocus={false} problem={problemAt(problems, 'password')} />
        <TextField name="code" label={t('factor.code')} autoComplete="one-time-code" spellCheck={false} maxLength={40} required autoFocus={false} problem={problemAt(problems, 'code')} />
        <div className="factor-actions">
          <Button>{t('factor.renew')}</Button>
          <Button formAction={`${PATH}/start`}>{t('factor.move')}</Button>
          {askedByRole ? null : (
            <Button tone="danger" formAction={`${PATH}/off`}>
              {t('factor.turnOff')}
            </Button>
          )}
        </div>
      </Form>
    </Panel>
  );
}
