import type { AssistanceProps } from '../../props/assistance.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { visitLines } from '../../ui/visit-lines.ts';
import { AccountLayout } from './parts/account-layout.tsx';

/** "Who helped me": who asks, who is there now, and who was there (B10, B20). */
export function AssistancePage({ visits, requests, code, problems }: AssistanceProps) {
  const t = useT();
  return (
    <AccountLayout title={t('assistance.title')}>
      <PageHeader title={t('assistance.title')} text={t('assistance.text')} />
      <div className="stack">
        <ProblemList problems={problems} />
        {requests.map((request) => (
          <Request key={request.id} request={request} code={code?.requestId === request.id ? code : null} />
        ))}
        {visits.length === 0 ? (
          <EmptyState icon="actor" title={t('assistance.emptyTitle')} text={t('assistance.empty')} />
        ) : (
          <ol className="visits" aria-label={t('assistance.list')}>
            {visits.map((visit) => (
              <VisitEntry key={visit.id} visit={visit} />
            ))}
          </ol>
        )}
      </div>
    </AccountLayout>
  );
}

function Request({ request, code }: { request: AssistanceProps['requests'][number]; code: AssistanceProps['code'] }) {
  const t = useT();
  const { date } = useFormat();
  const { base } = useStore();
  const action = `${base}/account/assistance/requests/${request.id}`;
  return (
    <Panel title={t('assistance.asks', { name: request.by })}>
      <p className="mb-3">{t('assistance.asksText', { time: date(request.askedAt, 'time') })}</p>
      {code ? (
        <Alert tone="good" title={t('assistance.code')}>
          <p className="consent-code">{code.code}</p>
          <p>{t('assistance.codeText', { time: date(code.until, 'time') })}</p>
        </Alert>
      ) : null}
      <div className="cluster">
        <Form action={action} hidden={{ answer: 'approve' }}>
          <Button tone="primary">{t('assistance.approve')}</Button>
        </Form>
        <Form action={action} hidden={{ answer: 'decline' }}>
          <Button>{t('assistance.decline')}</Button>
        </Form>
        <Form action={`${action}/code`} boost={false}>
          <Button tone="quiet">{t('assistance.showCode')}</Button>
        </Form>
      </div>
    </Panel>
  );
}

function VisitEntry({ visit }: { visit: AssistanceProps['visits'][number] }) {
  const t = useT();
  const { date } = useFormat();
  const { base } = useStore();
  const { by, startedAt, endedAt, reason, storeName } = visit;
  return (
    <li className={endedAt ? 'visit' : 'visit visit-now'}>
      <div className="visit-head">
        <PersonTag who="actor" name={by} />
        <span className="text-muted">
          <time dateTime={startedAt.toISOString()}>{date(startedAt)}</time>, {date(startedAt, 'time')}–{endedAt ? date(endedAt, 'time') : t('assistance.now')}, {storeName}
        </span>
      </div>
      {reason ? <p>{t('assistance.reason', { reason })}</p> : null}
      <ul className="visit-lines">
        {visitLines(visit, t).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {endedAt ? null : (
        <Form action={`${base}/account/assistance/${visit.id}/stop`}>
          <Button tone="danger" label={t('assistance.stopLabel', { name: by })}>
            {t('assistance.stop')}
          </Button>
        </Form>
      )}
    </li>
  );
}
