import type { PayProps } from '../../props/payment.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { LineList } from '../../ui/line-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TotalsList } from '../../ui/totals-list.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

/** Behind the mail's link: what is to be paid, and one button that leads to the provider (D8). */
export function PayPage({ token, state, order, isTest, problems }: PayProps) {
  const t = useT();
  const { money } = useFormat();
  const { base } = useStore();
  if (state !== 'due' || !order) return <NothingDue state={state} number={order?.number ?? ''} />;
  return (
    <SignInLayout title={t('pay.title', { number: order.number })} text={order.shopName}>
      <ProblemList problems={problems} />
      <Panel title={t('pay.lines')}>
        <LineList lines={order.lines} label={t('pay.lines')} />
        <div className="order-totals">
          <TotalsList totals={order.totals} />
        </div>
      </Panel>
      {isTest ? <Alert tone="info">{t('pay.test')}</Alert> : null}
      <Form action={`${base}/pay`} hidden={{ token }} boost={false}>
        <Button tone="primary" size="large" wide>
          {t('pay.button', { total: money(order.totals.total) })}
        </Button>
      </Form>
      <p className="text-muted">{t('pay.next')}</p>
    </SignInLayout>
  );
}

function NothingDue({ state, number }: { state: PayProps['state']; number: string }) {
  const t = useT();
  if (state === 'over' || state === 'due') {
    return (
      <SignInLayout title={t('pay.overTitle')}>
        <Alert tone="warn" title={t('pay.over')}>
          {t('pay.overNext')}
        </Alert>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t('pay.title', { number })}>
      <Alert tone={state === 'paid' ? 'good' : 'info'}>{t(`pay.${state}`, { number })}</Alert>
    </SignInLayout>
  );
}
