import type { StartAssistProps } from '../../../props/staff.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { TextField } from '../../../ui/text-field.tsx';

type Props = Pick<StartAssistProps, 'consentRequest' | 'next' | 'from' | 'problems'> & { customerId: string };

/** Where consent is all that is missing: ask by mail, type the code that the customer reads out (B10). */
export function AskConsent({ consentRequest, next, from, problems, customerId }: Props) {
  const t = useT();
  const { date } = useFormat();
  if (!consentRequest) return null;
  const { asked } = consentRequest;
  const hidden = { next, from };
  const action = `/staff/customers/${customerId}`;
  return (
    <Panel title={t('staff.ask.title')}>
      <div className="stack">
        <p>{asked ? t('staff.ask.asked', { time: date(asked.at, 'time') }) : t('staff.ask.text')}</p>
        {asked ? (
          <Form action={`${action}/consent-code`} hidden={hidden} className="start-form">
            <TextField
              label={t('staff.ask.code')}
              name="code"
              hint={t('staff.ask.codeHint')}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              problem={problemAt(problems, 'code')}
            />
            <Button tone="primary">{t('staff.ask.use')}</Button>
          </Form>
        ) : null}
        <Form action={`${action}/ask-consent`} hidden={hidden}>
          <Button tone={asked ? 'quiet' : 'primary'} icon="mail">
            {t(asked ? 'staff.ask.again' : 'staff.ask.button')}
          </Button>
        </Form>
      </div>
    </Panel>
  );
}
