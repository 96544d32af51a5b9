import type { ReactNode } from 'react';
import type { TimeLeft } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { useFormat, useRequest, useT, type Translate } from './request-context.tsx';

/** In the banner: what is left, and the question in time (B8). Two limits: the one for want of activity can be put off, the other can't, and says so. */
export function AssistClock({ base }: { base: string }) {
  const t = useT();
  const { timeLeft, url } = useRequest();
  if (!timeLeft) return null;
  const { idle, idleWarn, limit, limitWarn } = timeLeft;
  const left = Math.min(idle, limit ?? idle);
  const [before, after] = t('shell.assist.left', { time: '#' }).split('#');
  const atLimit = limit !== null && limit <= idle && limit <= limitWarn;
  return (
    <Clock timeLeft={timeLeft} state={`${base}/assist/state`} question={t('shell.assist.sayQuestion', { time: '#' })}>
      <span className="assist-time">
        <span className="assist-word">{before}</span>
        <span data-left="">{timeWords(t, left)}</span>
        <span className="assist-word">{after}</span>
      </span>
      <div className="assist-question" data-question="" hidden={atLimit || idle > idleWarn}>
        <Form action={`${base}/assist/extend`} hidden={{ next: url }}>
          <span>{t('shell.assist.question')}</span>
          <Button size="small">{t('shell.assist.extend')}</Button>
        </Form>
      </div>
      <p className="assist-question" data-limit="" hidden={!atLimit}>
        {t('shell.assist.limit')}
      </p>
      <noscript>
        <Form action={`${base}/assist/extend`} hidden={{ next: url }} className="assist-question">
          <Until timeLeft={timeLeft} says="shell.assist.until" />
          <Button size="small">{t('shell.assist.extend')}</Button>
        </Form>
      </noscript>
    </Clock>
  );
}

/** In portal and admin nothing is shown before it is time to ask. */
export function PortalClock() {
  const t = useT();
  const { timeLeft, url, area } = useRequest();
  if (!timeLeft || area === 'storefront') return null;
  const hidden = { next: url };
  const action = '/staff/account/extend';
  const [before, after] = t('shell.portal.question', { time: '#' }).split('#');
  return (
    <Clock timeLeft={timeLeft} state="/staff/account/session" question={t('shell.portal.sayQuestion', { time: '#' })}>
      <div className="portal-question" data-question="" hidden={timeLeft.idle > timeLeft.idleWarn}>
        <Form action={action} hidden={hidden}>
          <span>
            {before}
            <strong data-left="">{timeWords(t, timeLeft.idle)}</strong>
            {after}
          </span>
          <Button size="small" tone="primary">
            {t('shell.assist.extend')}
          </Button>
        </Form>
      </div>
      <noscript>
        <Form action={action} hidden={hidden} className="portal-until container">
          <Until timeLeft={timeLeft} says="shell.portal.until" />
          <Button size="small">{t('shell.assist.extend')}</Button>
        </Form>
      </noscript>
    </Clock>
  );
}

/** Counts down by script (client/session-clock); the data attributes carry the words, with "#" for the figure. What is said aloud is said here. */
function Clock({ timeLeft, state, question, children }: { timeLeft: TimeLeft; state: string; question: string; children: ReactNode }) {
  const t = useT();
  const { idle, idleWarn, limit, limitWarn } = timeLeft;
  return (
    <session-clock
      idle={idle}
      idle-warn={idleWarn}
      limit={limit ?? undefined}
      limit-warn={limitWarn}
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

/** Without script nothing counts: the moment itself is named. */
function Until({ timeLeft, says }: { timeLeft: TimeLeft; says: 'shell.assist.until' | 'shell.portal.until' }) {
  const t = useT();
  const { date } = useFormat();
  return <span>{t(says, { time: date(timeLeft.endsAt, 'time') })}</span>;
}

const timeWords = (t: Translate, seconds: number): string =>
  seconds < 60 ? t('shell.assist.seconds', { seconds }) : t('shell.assist.minutes', { minutes: Math.floor(seconds / 60) });
