import type { MailProps } from '../../props/admin.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { MailStatus } from './parts/mail-status.tsx';

/** One mail. Its HTML is foreign to this page: it stands in a sandbox without rights, from an address of its own. */
export function AdminMailPage({ id, at, to, subject, status, text }: MailProps) {
  const t = useT();
  const { date } = useFormat();
  const facts = [
    { label: t('admin.mails.to'), value: to },
    { label: t('admin.mails.date'), value: date(at, 'exact') },
    { label: t('admin.mails.status'), value: <MailStatus status={status} /> },
  ];
  return (
    <Shell title={subject}>
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('admin.mails.title'), href: '/admin/mails' }]} here={subject} />} title={subject} />
      <div className="stack">
        <Panel>
          <DataList items={facts} />
        </Panel>
        <div className="two">
          <Panel title={t('admin.mail.html')} flush>
            <iframe sandbox="" src={`/admin/mails/${encodeURIComponent(id)}/body`} title={t('admin.mail.frame', { subject })} className="mail-frame" loading="lazy" />
          </Panel>
          <Panel title={t('admin.mail.text')}>
            <pre className="mail-text">{text}</pre>
          </Panel>
        </div>
      </div>
    </Shell>
  );
}
