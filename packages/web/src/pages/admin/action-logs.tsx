import type { ActionLogsProps } from '../../props/admin.ts';
import { useRequest, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { LogEntry } from './parts/log-entry.tsx';
import { LogFilters } from './parts/log-filters.tsx';

/** System › Action Logs (E3): sentences first, evidence on demand. */
export function AdminActionLogsPage(props: ActionLogsProps) {
  const t = useT();
  const { timeZone } = useRequest();
  const { rows, paging, keptMonths } = props;
  return (
    <Shell title={t('admin.logs.title')}>
      <PageHeader title={t('admin.logs.title')} text={`${t('admin.logs.text')} ${t('admin.logs.zone', { zone: timeZone })}`} />
      <LogFilters {...props} />
      {keptMonths === null ? null : <p className="text-muted">{t('admin.log.kept', { months: keptMonths })}</p>}
      {rows.length === 0 ? (
        <EmptyState icon="log" title={t('admin.logs.emptyTitle')} text={t('admin.logs.empty')} />
      ) : (
        <ol className="log" aria-label={t('admin.logs.list')}>
          {rows.map((row) => (
            <LogEntry key={row.id} row={row} />
          ))}
        </ol>
      )}
      <Pagination paging={paging} />
    </Shell>
  );
}
