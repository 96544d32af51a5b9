import type { LinkFormProps } from '../../props/staff.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';

/** A login link by mail: to whom (B18). */
export function LinkFormPage({ customer, me, colleague, minutes, to, problems }: LinkFormProps) {
  const t = useT();
  const title = t('handoff.mailTitle', { name: customer.name });
  const cards = [
    { value: 'me', label: t('handoff.toMe'), text: me.email, chosen: to === 'me' || colleague === null },
    ...(colleague === null ? [] : [{ value: 'assigned', label: t('handoff.toColleague', { name: colleague.name }), text: colleague.email, chosen: to === 'assigned' }]),
  ];
  return (
    <Shell title={title} width="reading">
      <PageHeader title={title} text={t('handoff.mailText', { minutes })} />
      <div className="stack">
        <ProblemList problems={problemsBeside(problems, ['to'])} />
        <Panel>
          <Form action={`/staff/customers/${customer.id}/link`} className="start-form">
            <RadioCards legend={t('handoff.to')} name="to" cards={cards} problem={problemAt(problems, 'to')} />
            <div className="start-actions">
              <ButtonLink href="/staff/customers" tone="quiet">
                {t('handoff.cancel')}
              </ButtonLink>
              <Button tone="primary" icon="mail">
                {t('handoff.send')}
              </Button>
            </div>
          </Form>
        </Panel>
      </div>
    </Shell>
  );
}
