import { formatDuration } from '../../../i18n/format.ts';
import type { OpenSessionRow } from '../../../props/live.ts';
import { useFormat, useRequest, useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';
import { Table, type Column } from '../../../ui/table.tsx';
import { END_DIALOG } from './end-session.tsx';

/** Both people of each open context, since when and where, how long it may still be, and what was done last (B19). */
export function OpenSessions({ rows }: { rows: readonly OpenSessionRow[] }) {
  const t = useT();
  const { locale } = useRequest();
  const time = (seconds: number) => <span className="whitespace-nowrap">{formatDuration(seconds, locale)}</span>;
  const columns: Column<OpenSessionRow>[] = [
    { key: 'staff', label: t('live.staff'), primary: true, cell: (row) => <Person who="actor" name={row.actorName} more={row.groupName} /> },
    { key: 'customer', label: t('live.customer'), cell: (row) => <Person who="subject" name={row.subjectName} more={row.company} /> },
    { key: 'since', label: t('live.since'), cell: (row) => <Since row={row} /> },
    { key: 'idle', label: t('live.idle'), align: 'end', cell: (row) => time(row.idleSeconds) },
    { key: 'left', label: t('live.left'), align: 'end', cell: (row) => time(row.secondsLeft) },
    { key: 'last', label: t('live.last'), className: 'cell-last', cell: (row) => <Last row={row} /> },
    { key: 'end', label: t('live.action'), hideLabel: true, className: 'cell-end', cell: (row) => <End row={row} /> },
  ];
  return (
    <div className="table-frame live-table">
      <Table caption={t('live.title')} columns={columns} rows={rows} rowKey={(row) => row.id} rowId={(row) => `session-${row.id}`} />
    </div>
  );
}

function Person({ who, name, more }: { who: 'actor' | 'subject'; name: string; more: string }) {
  return (
    <span className="cell-two">
      <PersonTag who={who} name={name} hideWord />
      {more ? <bdi className="cell-more">{more}</bdi> : null}
    </span>
  );
}

function Moment({ at }: { at: Date }) {
  const { date } = useFormat();
  return (
    <time dateTime={at.toISOString()} title={date(at, 'dateTime')}>
      {date(at, 'time')}
    </time>
  );
}

function Since({ row }: { row: OpenSessionRow }) {
  return (
    <span className="cell-two">
      <Moment at={row.startedAt} />
      <span className="cell-more">{row.storeName}</span>
    </span>
  );
}

/** What was done last, and why the account was entered at all. */
function Last({ row: { last, mode, kind, reason, reference } }: { row: OpenSessionRow }) {
  const t = useT();
  const why = [reason, reference].filter(Boolean).join(', ');
  return (
    <span className="cell-two">
      {last ? (
        <span>
          <Moment at={last.at} /> {last.text}
        </span>
      ) : null}
      <span className="cell-more">{why ? `${t('live.reason')}: ${why}` : t('live.noReason')}</span>
      {mode === 'view' || kind === 'api' ? (
        <span className="live-badges">
          {mode === 'view' ? <Badge>{t('shell.assist.view')}</Badge> : null}
          {kind === 'api' ? <Badge>{t('live.api')}</Badge> : null}
        </span>
      ) : null}
    </span>
  );
}

/** Leads to the page that asks; with script the same is asked in the dialog. */
function End({ row }: { row: OpenSessionRow }) {
  const t = useT();
  const { id, actorName, subjectName, endHref } = row;
  return (
    <a
      href={endHref}
      hx-boost="false"
      aria-haspopup="dialog"
      className="button button-secondary button-small"
      aria-label={t('live.endNamed', { actor: actorName, customer: subjectName })}
      data-opens={END_DIALOG}
      data-row={`session-${id}`}
      data-action={endHref}
      data-put-actor={actorName}
      data-put-customer={subjectName}
    >
      {t('live.end')}
    </a>
  );
}
