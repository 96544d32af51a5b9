import type { PaymentView } from '../../../props/payment.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { PaymentBadge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** How it stands with an order that the customer pays by a link; the link itself is his alone (D8). */
export function OrderPayment({ payment, sendHref }: { payment: PaymentView | null; sendHref: string }) {
  const t = useT();
  const { money, date } = useFormat();
  if (!payment) return null;
  const isAwaited = payment.state === 'awaiting';
  const sentBack = payment.refundWaiting ? `${money(payment.refunded)} (${t('pay.refundWaiting')})` : money(payment.refunded);
  const facts = [
    { label: t('pay.amount'), value: money(payment.amount) },
    { label: t('pay.sentTo'), value: isAwaited ? (payment.sentTo ?? '') : '' },
    { label: t('pay.works'), value: isAwaited && payment.until ? date(payment.until, 'dateTime') : '' },
    { label: t('pay.paidOn'), value: payment.paidAt ? date(payment.paidAt, 'dateTime') : '' },
    { label: t('pay.by'), value: payment.provider === 'test' ? t('testProvider.title') : (payment.provider ?? '') },
    { label: t('pay.reference'), value: payment.reference ? <span className="break-all">{payment.reference}</span> : '' },
    { label: t('pay.refunded'), value: payment.refunded.minor > 0n ? sentBack : '' },
  ].filter(({ value }) => value !== '');
  return (
    <Panel title={t('pay.state')}>
      <div className="grid justify-items-start gap-3">
        <PaymentBadge state={payment.state} />
        <DataList items={facts} layout="stacked" />
        {payment.state === 'cancelled' ? <p className="text-muted">{t('pay.cancelledNote')}</p> : null}
        {isAwaited ? (
          <Form action={sendHref}>
            <Button icon="mail">{t('pay.sendAgain')}</Button>
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}
