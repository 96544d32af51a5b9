import type { PaymentState } from '@onbehalf/core';
import type { ReactNode } from 'react';
import type { OrderStatus } from '../props/shared.ts';
import { useT } from '../shell/request-context.tsx';
import { Icon, type IconName } from './icon.tsx';

export type BadgeTone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent' | 'actor' | 'subject';

/** A state in one word. The word says it; colour and icon only help. */
export function Badge({ tone = 'neutral', icon, title, children }: { tone?: BadgeTone; icon?: IconName; title?: string; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`} title={title}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  );
}

const orderTones: Record<OrderStatus, BadgeTone> = { new: 'accent', processing: 'warn', shipped: 'accent', complete: 'good', closed: 'neutral', cancelled: 'neutral' };

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = useT();
  return <Badge tone={orderTones[status]}>{t(`ui.orderStatus.${status}`)}</Badge>;
}

const paymentTones: Record<PaymentState, [BadgeTone, IconName]> = {
  awaiting: ['warn', 'clock'],
  paid: ['good', 'check'],
  'part-refunded': ['neutral', 'undo'],
  refunded: ['neutral', 'undo'],
  cancelled: ['neutral', 'close'],
};

/** Both, where an order is paid by a link. */
export function OrderStates({ status, payment = null }: { status: OrderStatus; payment?: PaymentState | null | undefined }) {
  if (payment === null) return <OrderStatusBadge status={status} />;
  return (
    <span className="cluster">
      <OrderStatusBadge status={status} />
      <PaymentBadge state={payment} />
    </span>
  );
}

/** How it stands with the payment of an order that is paid by a link (D8). */
export function PaymentBadge({ state }: { state: PaymentState }) {
  const t = useT();
  const [tone, icon] = paymentTones[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`ui.payment.${state}`)}
    </Badge>
  );
}

const consents = {
  given: ['good', 'check'],
  missing: ['warn', 'warn'],
  'not-needed': ['neutral', 'info'],
} as const;

export function ConsentBadge({ consent }: { consent: keyof typeof consents }) {
  const t = useT();
  const [tone, icon] = consents[consent];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`ui.consent.${consent}`)}
    </Badge>
  );
}
