import type { OpenSessionsProps } from '../../props/live.ts';
import { useRequest, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterActions } from '../../ui/filter-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EndSessionDialog } from './parts/end-session.tsx';
import { OpenSessions } from './parts/open-sessions.tsx';

const PATH = '/admin/assist-sessions';
const EVERY_SECONDS = 10;

/** Customers › Assist sessions (B19). What changes by itself stands in <live-rows>; the dialog stands beside it and outlives every change. */
export function AdminAssistSessionsPage(props: OpenSessionsProps) {
  const t = useT();
  const { url } = useRequest();
  const { rows, total, filters, everybody, liveHref, problems, paging } = props;
  const filtered = filters.query !== '' || filters.store !== '';
  const refresh = <ButtonLink href={url.startsWith(`${PATH}?`) ? url : PATH}>{t('live.refresh')}</ButtonLink>;
  return (
    <Shell title={t('live.title')}>
      <PageHeader title={t('live.title')} text={t(everybody ? 'live.text' : 'live.textTeam')} actions={refresh} />
      <ProblemList problems={problems} />
      <Filters {...props} />
      <live-rows src={liveHref} every={EVERY_SECONDS} data-began={t('live.newsBegan')} data-ended={t('live.newsEnded')} data-open={t('live.newsOpen')} data-gone={t('live.gone')}>
        <p role="status" className="sr-only" data-news="" />
        <div data-live="">
          <p className="live-count" data-total={total} hidden={rows.length === 0}>
            {t('live.open', { count: total })}
          </p>
          {rows.length > 0 ? <OpenSessions rows={rows} /> : null}
          {rows.length === 0 ? <EmptyState icon="customers" title={t(filtered ? 'live.noneTitle' : 'live.emptyTitle')} text={t(filtered ? 'live.none' : 'live.empty')} /> : null}
        </div>
      </live-rows>
      <Pagination paging={paging} />
      <EndSessionDialog />
    </Shell>
  );
}

function Filters({ filters, stores }: OpenSessionsProps) {
  const t = useT();
  const any = { value: '', label: t('admin.any') };
  return (
    <Form action={PATH} method="get" role="search" label={t('live.filters')} className="filter-bar">
      <TextField name="q" type="search" label={t('live.search')} value={filters.query} autoFocus={false} />
      <Select name="store" label={t('live.store')} options={[any, ...stores]} value={filters.store} />
      <FilterActions clear={filters.query || filters.store ? PATH : null} />
    </Form>
  );
}
