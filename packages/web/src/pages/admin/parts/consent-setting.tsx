import type { AdminCustomerInformationProps } from '../../../props/customers.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type Props = Pick<AdminCustomerInformationProps, 'consent' | 'typed' | 'problems'>;

/** "Allow remote shopping assistance" (B10): to set with the right of its own, else to read, with every reason why. */
export function ConsentSetting({ consent, typed, problems }: Props) {
  const t = useT();
  const label = t('customers.consentLabel');
  const words = { '1': t('admin.configuration.yes'), '0': t('admin.configuration.no'), '': t('customers.consent.unanswered') };
  const options = (['1', '0', ''] as const).filter((value) => value !== '' || !consent.isAnswered).map((value) => ({ value, label: words[value] }));
  const hint = (
    <>
      <Since consent={consent} /> {t('customers.consentHint')}
    </>
  );
  return (
    <Panel title={t('consent.panel')}>
      {consent.reasons.length === 0 ? (
        <Select label={label} name="consent" options={options} value={typed['consent'] ?? consent.value} problem={problemAt(problems, 'consent')} hint={hint} />
      ) : (
        <TextField label={label} name="consent-shown" value={words[consent.value]} disabled problem={problemAt(problems, 'consent')} hint={<Reasons consent={consent} />} />
      )}
    </Panel>
  );
}

function Since({ consent: { since } }: Pick<Props, 'consent'>) {
  const t = useT();
  const { date } = useFormat();
  if (since === null) return null;
  return `${t(`customers.consent.${since.answer}`, { date: date(since.at, 'dateTime') })}${since.by ? ` (${since.by})` : ''}.`;
}

function Reasons({ consent }: Pick<Props, 'consent'>) {
  return (
    <>
      <Since consent={consent} />
      {consent.reasons.map(({ code, text, remedy }) => (
        <span key={code} className="block">
          {text} {remedy}
        </span>
      ))}
    </>
  );
}
