import type { EndSessionProps } from '../../props/live.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { NoteField, useEndedSentence } from './parts/end-session.tsx';

const PATH = '/admin/assist-sessions';

/** Asks before a session is ended, in a browser without script (B19). */
export function AdminAssistSessionEndPage({ id, actorName, subjectName, startedAt }: EndSessionProps) {
  const t = useT();
  const { date } = useFormat();
  const facts = [
    { label: t('live.staff'), value: <PersonTag who="actor" name={actorName} hideWord /> },
    { label: t('live.customer'), value: <PersonTag who="subject" name={subjectName} hideWord /> },
    { label: t('live.since'), value: <time dateTime={startedAt.toISOString()}>{date(startedAt, 'dateTime')}</time> },
  ];
  return (
    <Shell title={t('live.end')} width="reading">
      <PageHeader title={t('live.end')} text={t('live.endText', { actor: actorName, sentence: useEndedSentence() })} />
      <Panel>
        <DataList items={facts} />
        <Form action={`${PATH}/${id}/end`} className="form-stack mt-6">
          <NoteField />
          <div className="filter-actions">
            <Button tone="danger">{t('live.end')}</Button>
            <ButtonLink href={PATH} tone="quiet">
              {t('ui.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
    </Shell>
  );
}
