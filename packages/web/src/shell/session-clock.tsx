import type { Locale } from '@onbehalf/core';
import type { ReactNode } from 'react';
import { translate } from '../i18n/translate.ts';
import type { PageRequest, TimeLeft } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { formatDate } from '../ui/format.ts';
import { useRequest, useT } from './request-context.tsx';

/** In the banner: what is left, and the question in time (B8). Two limits: the one for want of activity can be put off, the other can't, and says so. */
export function AssistClock({ base, figures }: { base: string; figures: ClockFigures }) {
  const t = useT();
  const { url } = useRequest();
  const [before, after] = t('shell.assist.left', { time: '#' }).split('#');
  return (
    <Clock figures={figures} state={`${base}/assist/state`} question={t('shell.assist.sayQuestion', { time: '#' })}>
      <span className="assist-time">
        <span className="assist-word">{before}</span>
        <span data-left="">{figures.left}</span>
        <span className="assist-word">{after}</span>
      </span>
      <div className="assist-question" data-question="" hidden={figures.asks !== 'stay'}>
        <Form action={`${base}/assist/extend`} hidden={{ next: url }}>
          <span>{t('shell.assist.question')}</span>
          <Button size="small">{t('shell.assist.extend')}</Button>
        </Form>
      </div>
      <p className="assist-question" data-limit="" hidden={figures.asks !== 'limit'}>
        {t('shell.assist.limit')}
      </p>
      <noscript>
        <Form action={`${base}/assist/extend`} hidden={{ next: url }} className="assist-question">
          <span>{t('shell.assist.until', { time: figures.until })}</span>
          <Button size="small">{t('shell.assist.extend')}</Button>
        </Form>
      </noscript>
    </Clock>
  );
}

/** In portal and admin nothing is shown before it is time to ask. */
export function PortalClock() {
  const t = useT();
  const { timeLeft, url, area, locale, timeZone } = useRequest();
  if (!timeLeft || area === 'storefront') return null;
  const figures = figuresOf(timeLeft, { locale, timeZone });
  const hidden = { next: url };
  const action = '/staff/account/extend';
  const [before, after] = t('shell.portal.question', { time: '#' }).split('#');
  return (
    <Clock figures={figures} state="/staff/account/session" question={t('shell.portal.sayQuestion', { time: '#' })}>
      <div className="portal-question" data-question="" hidden={figures.asks !== 'stay'}>
        <Form action={action} hidden={hidden}>
          <span>
            {before}
            <strong data-left="">{figures.left}</strong>
            {after}
          </span>
          <Button size="small" tone="primary">
            {t('shell.assist.extend')}
          </Button>
        </Form>
      </div>
      <noscript>
        <Form action={action} hidden={hidden} className="portal-until container">
          <span>{t('shell.portal.until', { time: figures.until })}</span>
          <Button size="small">{t('shell.assist.extend')}</Button>
        </Form>
      </noscript>
    </Clock>
  );
}

/** What a clock shows, in words where people read it. */
export interface ClockFigures {
  /** Seconds; a text, so that a kept banner can leave a gap for it. */
  idle: string;
  idleWarn: number;
  limit: string | null;
  limitWarn: number;
  /** "12 min". */
  left: string;
  /** For a browser without script, where nothing counts: the moment itself. */
  until: string;
  /** Whether it is time to ask for another quarter of an hour, or to say that the other limit is near. */
  asks: 'nothing' | 'stay' | 'limit';
}

export function figuresOf({ idle, idleWarn, limit, limitWarn, endsAt }: TimeLeft, { locale, timeZone }: Pick<PageRequest, 'locale' | 'timeZone'>): ClockFigures {
  const atLimit = limit !== null && limit <= idle && limit <= limitWarn;
  const question = idle > idleWarn ? 'nothing' : 'stay';
  return {
    idle: String(idle),
    idleWarn,
    limit: limit === null ? null : String(limit),
    limitWarn,
    left: timeWords(locale, Math.min(idle, limit ?? idle)),
    until: formatDate(endsAt, locale, timeZone, 'time'),
    asks: atLimit ? 'limit' : question,
  };
}

/** Counts down by script (client/session-clock); the data attributes carry the words, with "#" for the figure. What is said aloud is said here. */
function Clock({ figures, state, question, children }: { figures: ClockFigures; state: string; question: string; children: ReactNode }) {
  const t = useT();
  return (
    <session-clock
      idle={figures.idle}
      idle-warn={figures.idleWarn}
      limit={figures.limit ?? undefined}
      limit-warn={figures.limitWarn}
      state={state}
      data-minutes={t('shell.assist.minutes', { minutes: '#' })}
      data-seconds={t('shell.assist.seconds', { seconds: '#' })}
      data-say-question={question}
      data-say-limit={t('shell.assist.sayLimit', { time: '#' })}
      data-say-extended={t('shell.assist.sayExtended', { time: '#' })}
    >
      {children}
      <span aria-live="polite" className="sr-only" data-say="" />
    </session-clock>
  );
}

const timeWords = (locale: Locale, seconds: number): string =>
  seconds < 60 ? translate(locale, 'shell.assist.seconds', { seconds }) : translate(locale, 'shell.assist.minutes', { minutes: Math.floor(seconds / 60) });
