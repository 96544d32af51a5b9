import type { LinkSentProps } from '../../props/staff.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';

/** What became of a login link (B18). The link itself is in the mail and nowhere else. */
export function LinkSentPage({ id, customerName, recipientName, recipient, state, expiresAt, canOpenHere }: LinkSentProps) {
  const t = useT();
  const { date } = useFormat();
  const title = t('handoff.sentTitle', { name: customerName });
  const facts = [
    { label: t('handoff.customer'), value: <PersonTag who="subject" name={customerName} hideWord /> },
    { label: t('handoff.recipient'), value: `${recipientName}, ${recipient}` },
    { label: t('handoff.state'), value: state === 'open' && expiresAt ? t('handoff.state.open', { time: date(expiresAt, 'time') }) : t(`handoff.state.${state}`, { time: '' }) },
  ];
  return (
    <Shell title={title} width="reading">
      <PageHeader title={title} />
      <div className="stack">
        <Panel>
          <DataList items={facts} />
        </Panel>
        {canOpenHere ? (
          <Panel>
            <Form action={`/staff/links/${id}/open`} boost={false} className="start-form">
              <p>{t('handoff.openHereText')}</p>
              <div className="start-actions">
                <Button icon="arrow-right">{t('handoff.openHere')}</Button>
              </div>
            </Form>
          </Panel>
        ) : null}
        <p>
          <ButtonLink href="/staff/customers" icon="arrow-left">
            {t('handoff.back')}
          </ButtonLink>
        </p>
      </div>
    </Shell>
  );
}
