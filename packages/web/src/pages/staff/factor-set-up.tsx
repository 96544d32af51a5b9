import type { FactorKey, FactorSetUpProps } from '../../props/sign-in.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';

/** The key for the app, and the code that proves it arrived (A2). */
export function FactorSetUpPage({ atLogin, name, shown, problems }: FactorSetUpProps) {
  const t = useT();
  const back = atLogin ? '/staff/account/login' : '/staff/account/second-factor';
  return (
    <Shell title={t('factor.setUpTitle')} width="narrow">
      <div className="gate">
        <PageHeader title={t('factor.setUpTitle')} text={atLogin ? t('factor.atLoginText', { name }) : t('factor.setUpText')} />
        <ProblemList problems={problemsBeside(problems, ['code'])} />
        {shown === null ? (
          <Alert tone="warn" title={t('factor.over')} action={<ButtonLink href={back}>{t('factor.again')}</ButtonLink>}>
            <p>{t('factor.overText')}</p>
          </Alert>
        ) : (
          <>
            <KeyPicture shown={shown} />
            <Form action={atLogin ? '/staff/account/login/set-up' : '/staff/account/second-factor/set-up'} className="gate-form" boost={false}>
              <h2 className="factor-step">{t('factor.step2')}</h2>
              <TextField name="code" label={t('loginCode.code')} inputMode="numeric" autoComplete="one-time-code" spellCheck={false} maxLength={12} required autoFocus={problems.length > 0} problem={problemAt(problems, 'code')} />
              <Button tone="primary" size="large" wide>
                {t('factor.confirm')}
              </Button>
            </Form>
            <p>
              <a href={back}>{atLogin ? t('staff.backToLogin') : t('factor.cancel')}</a>
            </p>
          </>
        )}
      </div>
    </Shell>
  );
}

function KeyPicture({ shown: { size, path, key } }: { shown: FactorKey }) {
  const t = useT();
  return (
    <section className="factor-key">
      <h2 className="factor-step">{t('factor.step1')}</h2>
      <svg className="factor-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('factor.qr')} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      <p>{t('factor.orType')}</p>
      <code className="factor-text" translate="no">
        {key}
      </code>
    </section>
  );
}
