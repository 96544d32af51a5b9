import type { PayReturnProps } from '../../props/payment.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Alert, type AlertTone } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

const TONES: Record<PayReturnProps['state'], AlertTone> = { open: 'info', paid: 'good', declined: 'warn', cancelled: 'info', returned: 'info', 'order-cancelled': 'info' };

/** Back from the provider: what the shop has heard from it, and what can be done next (D8). */
export function PayReturnPage({ attempt, number, total, state, canPayAgain, problems }: PayReturnProps) {
  const t = useT();
  const { money } = useFormat();
  const { base } = useStore();
  const here = `${base}/pay/return/${attempt}`;
  return (
    <SignInLayout title={t(`payReturn.${state}`)}>
      <ProblemList problems={problems} />
      <Alert tone={TONES[state]}>{t(`payReturn.${state}Text`, { number, total: money(total) })}</Alert>
      <div className="cluster">
        {state === 'open' ? (
          <Form action={`${here}/check`} boost={false}>
            <Button>{t('payReturn.check')}</Button>
          </Form>
        ) : null}
        {canPayAgain ? (
          <Form action={`${here}/again`} boost={false}>
            <Button tone="primary">{t('payReturn.again')}</Button>
          </Form>
        ) : null}
        <ButtonLink href={`${base}/account/orders/${number}`}>{t('payReturn.order')}</ButtonLink>
      </div>
    </SignInLayout>
  );
}
