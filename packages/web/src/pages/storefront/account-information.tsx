import type { AccountInformationProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { EmailText } from '../../ui/email-text.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { ConsentBox } from './parts/consent-box.tsx';

const fields = [
  { name: 'firstName', autoComplete: 'given-name', optional: false, span: 'span-half' },
  { name: 'lastName', autoComplete: 'family-name', optional: false, span: 'span-half' },
  { name: 'phone', autoComplete: 'tel', optional: true, span: 'span-half' },
  { name: 'company', autoComplete: 'organization', optional: true, span: 'span-half' },
  { name: 'vatNumber', autoComplete: 'off', optional: true, span: 'span-half' },
] as const;

export function AccountInformationPage(props: AccountInformationProps) {
  const t = useT();
  const { base } = useStore();
  const { typed, consent, canChange, problems } = props;
  return (
    <AccountLayout title={t('account.information')}>
      <PageHeader title={t('account.information')} />
      <div className="grid gap-4">
        <ProblemList problems={problemsBeside(problems, [...fields.map(({ name }) => name), 'consent'])} />
        {canChange ? (
          <Form action={`${base}/account/information`} className="grid gap-4" hidden={consent && !consent.asksEachTime ? { consentShown: 1 } : {}}>
            <Panel title={t('information.you')}>
              <InformationFields {...props} />
              {props.ofCompany ? <p className="mt-4 text-sm text-muted">{t('company.keptHere')}</p> : null}
            </Panel>
            {consent ? <ConsentBox consent={consent} problem={problemAt(problems, 'consent')} /> : null}
            <div>
              <Button tone="primary">{t('information.save')}</Button>
            </div>
          </Form>
        ) : (
          <Panel title={t('information.you')}>
            <DataList items={fields.map(({ name }) => ({ label: t(`information.${name}`), value: typed[name] || '–' }))} />
          </Panel>
        )}
        {canChange && consent === null ? <ConsentClosed /> : null}
        <SignInPanel {...props} />
      </div>
    </AccountLayout>
  );
}

function InformationFields({ ofCompany, typed, problems }: AccountInformationProps) {
  const t = useT();
  return (
    <div className="form-grid">
      {fields.filter(({ name }) => !ofCompany || (name !== 'company' && name !== 'vatNumber')).map(({ name, autoComplete, optional, span }) => (
        <TextField
          key={name}
          label={t(`information.${name}`)}
          {...{ name, autoComplete, optional }}
          value={typed[name]}
          problem={problemAt(problems, name)}
          className={span}
          maxLength={200}
        />
      ))}
    </div>
  );
}

/** Inside an assist session nobody changes what the customer agreed to (B16). */
function ConsentClosed() {
  const t = useT();
  return (
    <Panel title={t('consent.panel')}>
      <Alert>{t('consent.closed')}</Alert>
    </Panel>
  );
}

function SignInPanel({ typed, canChangeEmailAndPassword }: AccountInformationProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <Panel title={t('information.signIn')}>
      <div className="grid gap-4">
        <DataList layout="stacked" items={[{ label: t('login.email'), value: <EmailText email={typed.email} /> }]} />
        {canChangeEmailAndPassword ? (
          <div>
            <ButtonLink href={`${base}/account/password`} icon="lock">
              {t('password.title')}
            </ButtonLink>
          </div>
        ) : (
          <Alert>{t('information.signInClosed')}</Alert>
        )}
      </div>
    </Panel>
  );
}
