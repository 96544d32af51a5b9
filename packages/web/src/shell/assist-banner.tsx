import type { AssistView } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { ShortenedName } from '../ui/shortened-name.tsx';
import { useRequest, useT } from './request-context.tsx';
import { AssistClock, type ClockFigures } from './session-clock.tsx';

/**
 * Who is in whose account, on every page of the context (B5). "Logout from current customer" is the first stop after the
 * skip link; what stands left of it on the screen and can take the focus comes after it. Written once and filled in for
 * each page (kept-banner).
 */
export function AssistBanner({ assist, figures }: { assist: AssistView; figures: ClockFigures | null }) {
  const t = useT();
  const base = useRequest().store?.base ?? '';
  return (
    <>
      <p className="assist-people" role="status" id="assist-people">
        <span className="assist-person">
          <Icon name="subject" />
          <span className="assist-word">{t('shell.assist.subject')}</span> <ShortenedName name={assist.subjectName} />
        </span>{' '}
        <span className="assist-person assist-staff">
          <Icon name="actor" />
          <span className="assist-word">{t('shell.assist.actor')}</span> <ShortenedName name={assist.actorName} />
        </span>
      </p>
      {assist.mode === 'view' ? <span className="assist-mode">{t('shell.assist.view')}</span> : null}
      <Form action={`${base}/assist/exit`} boost={false} className="assist-exit">
        <Button size="small" icon="log-out" className="button-actor">
          <span>
            {t('shell.assist.exit')}
            <span className="assist-exit-rest"> {t('shell.assist.exitRest')}</span>
          </span>
        </Button>
      </Form>
      {figures ? <AssistClock base={base} figures={figures} /> : null}
      <label className="assist-fold" title={t('shell.assist.fold')}>
        <input type="checkbox" aria-label={t('shell.assist.fold')} data-remember="assist-small" />
        <Icon name="chevron-up" />
      </label>
    </>
  );
}
