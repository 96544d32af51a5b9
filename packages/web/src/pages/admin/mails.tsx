import type { MailsProps } from '../../props/admin.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { MailStatus } from './parts/mail-status.tsx';

type Row = MailsProps['rows'][number];

/** The local inbox of demo mode, and the outbox's state (D5). */
export function AdminMailsPage({ rows, paging }: MailsProps) {
  const t = useT();
  const { date } = useFormat();
  const columns: Column<Row>[] = [
    { key: 'subject', label: t('admin.mails.subject'), primary: true, cell: (row) => <a href={row.href}>{row.subject}</a> },
    { key: 'to', label: t('admin.mails.to'), className: 'cell-mail', cell: (row) => <span title={row.to}>{row.to}</span> },
    { key: 'template', label: t('admin.mails.template'), cell: (row) => <code>{row.template}</code> },
    { key: 'status', label: t('admin.mails.status'), cell: (row) => <MailStatus status={row.status} /> },
    { key: 'date', label: t('admin.mails.date'), align: 'end', cell: (row) => date(row.at, 'dateTime') },
  ];
  return (
    <Shell title={t('admin.mails.title')}>
      <PageHeader title={t('admin.mails.title')} text={t('admin.mails.text')} />
      {rows.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('admin.mails.list')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </div>
      ) : (
        <EmptyState icon="mail" title={t('admin.mails.emptyTitle')} text={t('admin.mails.empty')} />
      )}
      <Pagination paging={paging} />
    </Shell>
  );
}
