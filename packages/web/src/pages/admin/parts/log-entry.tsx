import type { ActionLogRow } from '../../../props/admin.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Badge, type BadgeTone } from '../../../ui/badge.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { LogSentence } from './log-sentence.tsx';

const TONES: Readonly<Record<ActionLogRow['result'], BadgeTone>> = { done: 'neutral', refused: 'warn', failed: 'bad' };

/** One entry: when, what as a sentence, how it went; everything else on demand. */
export function LogEntry({ row }: { row: ActionLogRow }) {
  const t = useT();
  const { date } = useFormat();
  return (
    <li className={`log-entry log-${row.result}`}>
      <details>
        <summary>
          <time dateTime={row.at.toISOString()} className="log-time" title={date(row.at, 'exact')}>
            <span className="log-day">{date(row.at)}</span> {date(row.at, 'time')}
          </time>
          <span className="log-what">
            <LogSentence row={row} />
          </span>
          <span className="log-tags">
            {row.result === 'done' ? null : <Badge tone={TONES[row.result]}>{t(`admin.logs.result.${row.result}`)}</Badge>}
            <span className="log-more">{t('admin.logs.details')}</span>
          </span>
        </summary>
        <LogDetails row={row} />
      </details>
    </li>
  );
}

function LogDetails({ row }: { row: ActionLogRow }) {
  const t = useT();
  const { date } = useFormat();
  const facts = [
    { label: t('admin.logs.time'), value: date(row.at, 'exact') },
    { label: t('admin.logs.utc'), value: row.at.toISOString() },
    { label: t('admin.logs.group'), value: row.group },
    { label: t('admin.logs.action'), value: row.action },
    { label: t('admin.logs.result'), value: t(`admin.logs.result.${row.result}`) },
    { label: t('admin.logs.codes'), value: row.codes.join(', ') },
    { label: t('admin.logs.actor'), value: row.actor },
    { label: t('admin.logs.customer'), value: row.subject },
    { label: t('admin.logs.store'), value: row.store },
    ...row.details.map(({ label, value }) => ({ label, value })),
    { label: t('admin.logs.session'), value: row.assistSession },
    { label: t('admin.logs.sequence'), value: row.sequence },
    { label: t('admin.logs.ip'), value: row.ip },
    { label: t('admin.logs.customerIp'), value: row.customerIp },
    { label: t('admin.logs.requestId'), value: row.requestId },
    { label: t('admin.logs.userAgent'), value: row.userAgent },
  ];
  return (
    <div className="log-details">
      <DataList items={facts.filter(({ value }) => value !== '')} />
    </div>
  );
}
