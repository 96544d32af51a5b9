import type { ReactNode } from 'react';
import { useFormat } from '../shell/request-context.tsx';
import { Icon, type IconName } from './icon.tsx';

export interface Moment {
  key: string;
  at: Date;
  text: ReactNode;
  more?: ReactNode;
  /** Whose doing it was, in that person's colour. */
  who?: 'actor' | 'subject' | undefined;
  icon?: IconName;
}

/** What happened, in order, one sentence each. */
export function Timeline({ moments, label }: { moments: readonly Moment[]; label: string }) {
  const { date } = useFormat();
  return (
    <ol className="timeline" aria-label={label}>
      {moments.map((moment) => (
        <li key={moment.key} className={moment.who ? `timeline-${moment.who}` : undefined}>
          <span className="timeline-dot">
            <Icon name={moment.icon ?? moment.who ?? 'check'} />
          </span>
          <div>
            <div>{moment.text}</div>
            {moment.more ? <div className="text-muted">{moment.more}</div> : null}
            <time dateTime={moment.at.toISOString()}>{date(moment.at, 'dateTime')}</time>
          </div>
        </li>
      ))}
    </ol>
  );
}
