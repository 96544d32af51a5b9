import type { Problem } from '../../../props/shared.ts';
import type { AccountInformationProps } from '../../../props/storefront.ts';
import { useFormat, useStore, useT } from '../../../shell/request-context.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Panel } from '../../../ui/panel.tsx';

interface ConsentBoxProps {
  consent: NonNullable<AccountInformationProps['consent']>;
  problem: Problem | undefined;
}

/** What staff may see and do (the shop's own sentence), and what stays the customer's (ours). */
export function ConsentBox({ consent, problem }: ConsentBoxProps) {
  const t = useT();
  const { date } = useFormat();
  const { base } = useStore();
  const { given, title, tooltip, givenAt, withdrawnAt, asksEachTime } = consent;
  if (asksEachTime) {
    return (
      <Panel title={t('consent.panel')}>
        <p>{t('consent.eachTime')}</p>
        <p>
          <a href={`${base}/account/assistance`}>{t('account.helped')}</a>
        </p>
      </Panel>
    );
  }
  const since = given ? givenAt && t('consent.since', { date: date(givenAt) }) : withdrawnAt && t('consent.withdrawn', { date: date(withdrawnAt) });
  return (
    <Panel title={t('consent.panel')}>
      <Checkbox
        label={title}
        name="consent"
        checked={given}
        title={tooltip}
        problem={problem}
        hint={
          <>
            <p>
              {tooltip} {t('consent.promise')}
            </p>
            {since ? <p className="mt-1">{since}</p> : null}
          </>
        }
      />
    </Panel>
  );
}
