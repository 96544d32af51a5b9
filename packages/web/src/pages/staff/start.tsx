import type { CustomerRow, StartAssistProps } from '../../props/staff.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ConsentBadge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { StartNotices } from '../../ui/start-questions.tsx';
import { AskConsent } from './parts/ask-consent.tsx';
import { CheckList } from './parts/check-list.tsx';
import { isFromAdmin, StartForm } from './parts/start-form.tsx';

/** Between the click and the account, only where something must be asked or told (A8, B12). */
export function StaffStartPage(props: StartAssistProps) {
  const t = useT();
  const { customer, canStart, problems, storeGroups } = props;
  const title = t(canStart ? (isFromAdmin(props) ? 'ui.loginAsTitle' : 'staff.start.title') : 'staff.start.refusedTitle');
  const fields = ['reason', 'reference', ...(storeGroups.length > 0 ? ['store'] : []), ...(props.consentRequest?.asked ? ['code'] : [])];
  return (
    <Shell title={customer ? `${title}: ${customer.name}` : title} width="reading">
      <PageHeader title={title} text={canStart ? [props.link === null ? '' : t('handoff.linkIntro'), t('ui.loginAsText')].join(' ').trim() : undefined} />
      <div className="stack">
        {customer ? <Whom customer={customer} /> : null}
        <ProblemList problems={problemsBeside(problems, fields)} />
        {canStart && customer ? (
          <>
            <StartNotices {...props} />
            <Panel>
              <StartForm {...props} customer={customer} />
            </Panel>
          </>
        ) : null}
        {customer ? <AskConsent {...props} customerId={customer.id} /> : null}
        <Checks {...props} />
        {canStart && props.linkHref ? (
          <p>
            <ButtonLink href={props.linkHref} tone="quiet" icon="mail">
              {t('handoff.mail')}
            </ButtonLink>
          </p>
        ) : null}
        {canStart ? null : <Back {...props} />}
      </div>
    </Shell>
  );
}

function Checks({ checks, canStart }: StartAssistProps) {
  const t = useT();
  const failed = checks.filter(({ outcome }) => outcome === 'fail').length;
  return failed > 0 || !canStart ? (
    <Panel title={t('staff.start.checksFailed', { count: failed })}>
      <CheckList checks={checks} />
    </Panel>
  ) : (
    <Details summary={t('staff.start.checksPassed')} className="checks-fold">
      <CheckList checks={checks} />
    </Details>
  );
}

function Back({ from }: StartAssistProps) {
  const t = useT();
  return (
    <p>
      <ButtonLink href={from || '/staff/customers'} icon="arrow-left">
        {t(isFromAdmin({ from }) ? 'ui.back' : 'staff.start.back')}
      </ButtonLink>
    </p>
  );
}

function Whom({ customer }: { customer: CustomerRow }) {
  return (
    <div className="whom">
      <PersonTag who="subject" name={customer.name} />
      <span className="whom-more">
        {customer.company ? <bdi>{customer.company}</bdi> : null}
        <span>{customer.email}</span>
        <span>{[customer.groupName, customer.storeName].filter(Boolean).join(', ')}</span>
      </span>
      <ConsentBadge consent={customer.consent} />
    </div>
  );
}
