import type { ConsentRequestProps } from '../../props/assistance.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

/** Behind the mail's link: who asks, for what, for how long; the click on the button is the answer (B10). */
export function ConsentRequestPage({ token, open, tooltip, seconds, answered }: ConsentRequestProps) {
  const t = useT();
  const { date } = useFormat();
  const { base } = useStore();
  const hours = Math.max(1, Math.round(seconds / 3600));
  if (answered || !open) {
    const said = answered ? t(`ask.${answered}`, { name: open?.actor ?? '', hours }) : t('ask.over');
    return (
      <SignInLayout title={t('ask.title')}>
        <Alert tone={answered ? 'good' : 'warn'}>{said}</Alert>
        <ButtonLink href={`${base}/account/assistance`}>{t('assistance.title')}</ButtonLink>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t('ask.titleBy', { name: open.actor })}>
      <p>{t('ask.asked', { time: date(open.askedAt, 'time') })}</p>
      <p>{tooltip}</p>
      <p>{t('ask.long', { hours })}</p>
      <div className="cluster">
        <Form action={`${base}/account/assist-request`} hidden={{ token, answer: 'approve' }} boost={false}>
          <Button tone="primary">{t('assistance.approve')}</Button>
        </Form>
        <Form action={`${base}/account/assist-request`} hidden={{ token, answer: 'decline' }} boost={false}>
          <Button>{t('assistance.decline')}</Button>
        </Form>
      </div>
    </SignInLayout>
  );
}
