import type { OrderProps } from '../../props/storefront.ts';
import type { OrderView } from '../../props/shared.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { AddressBlock } from '../../ui/address-block.tsx';
import { OrderStatusBadge, PaymentBadge } from '../../ui/badge.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { DueDate } from '../../ui/document-body.tsx';
import { Form } from '../../ui/form.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { LineList } from '../../ui/line-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { TotalsList } from '../../ui/totals-list.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { OrderDocuments } from './parts/order-documents.tsx';

export function OrderPage({ order, documents, canReorder, canReplace, payHref, problems }: OrderProps) {
  const t = useT();
  const { date } = useFormat();
  const { base } = useStore();
  const title = t('order.title', { number: order.number });
  const lines = order.lines.map((line) => ({ ...line, priceTag: line.overrideLabel }));
  return (
    <AccountLayout title={title}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t('orders.all'), href: `${base}/account/orders` }]} here={order.number} />}
        title={title}
        text={
          <span className="flex flex-wrap items-center gap-3">
            <time dateTime={order.placedAt.toISOString()}>{date(order.placedAt, 'dateTime')}</time>
            <OrderStatusBadge status={order.status} />
            {order.payment ? <PaymentBadge state={order.payment.state} /> : null}
            {order.assisted ? <PersonTag who="actor" name={order.assisted.actorName} /> : null}
          </span>
        }
        actions={<OrderActions number={order.number} canReorder={canReorder} canReplace={canReplace} />}
      />
      <div className="grid gap-4">
        <ProblemList problems={problems} />
        <Due order={order} payHref={payHref} />
        <Replacing order={order} />
        <Panel title={t('order.lines')}>
          <LineList lines={lines} label={t('order.lines')} />
          <div className="order-totals">
            <TotalsList totals={order.totals} reasons={order.concessionReasons} />
          </div>
        </Panel>
        <OrderDocuments documents={documents} />
        <OrderFacts order={order} />
        <Comments order={order} />
      </div>
    </AccountLayout>
  );
}

function OrderActions({ number, canReorder, canReplace }: Pick<OrderProps, 'canReorder' | 'canReplace'> & { number: string }) {
  const t = useT();
  const { base } = useStore();
  return (
    <>
      {canReorder ? (
        <Form action={`${base}/account/orders/${number}/reorder`}>
          <Button icon="cart">{t('order.reorder')}</Button>
        </Form>
      ) : null}
      {canReorder ? <ButtonLink href={`${base}/account/orders/${number}/reorder`}>{t('order.reorderChoose')}</ButtonLink> : null}
      {canReplace ? (
        <ButtonLink href={`${base}/account/orders/${number}/replacement`} icon="undo">
          {t('order.replacement')}
        </ButtonLink>
      ) : null}
      <PrintButton />
    </>
  );
}

/** D8: what it waits for, and "Pay now" for the customer himself. */
function Due({ order, payHref }: { order: OrderView; payHref: string | null }) {
  const t = useT();
  const { money } = useFormat();
  const { payment } = order;
  if (payment?.state !== 'awaiting') return null;
  const total = money(payment.amount);
  if (payHref === null) return <Alert tone="info">{t('pay.waiting', { total })}</Alert>;
  const pay = (
    <Form action={payHref} boost={false}>
      <Button tone="primary">{t('pay.now')}</Button>
    </Form>
  );
  return (
    <Alert tone="warn" action={pay}>
      {t('pay.nowText', { total })}
    </Alert>
  );
}

/** What it replaces, and what replaces goods of it (D7). */
function Replacing({ order }: { order: OrderView }) {
  const t = useT();
  const { base } = useStore();
  const link = (number: string) => (
    <a key={number} href={`${base}/account/orders/${number}`}>
      {number}
    </a>
  );
  return (
    <>
      {order.replacementOf ? (
        <Alert tone="info">
          {t('order.replaces')} {link(order.replacementOf)}
        </Alert>
      ) : null}
      {order.replacedBy.length > 0 ? (
        <Alert tone="info">
          {t('order.replacedBy')} {order.replacedBy.map((number, index) => [index > 0 ? ', ' : '', link(number)])}
        </Alert>
      ) : null}
    </>
  );
}

function OrderFacts({ order }: { order: OrderView }) {
  const t = useT();
  const { date } = useFormat();
  const delivery = [
    { label: t('checkout.shipping'), value: order.shippingMethod },
    { label: t('checkout.payment'), value: order.paymentMethod },
    { label: t('pay.paidOn'), value: order.payment?.paidAt ? date(order.payment.paidAt, 'dateTime') : '' },
    { label: t('checkout.purchaseOrder'), value: order.purchaseOrderNumber },
    { label: t('checkout.comment'), value: order.customerComment },
  ].filter((item) => item.value);
  return (
    <div className="card-grid">
      <Panel title={t('checkout.shippingAddress')}>
        <AddressBlock address={order.shippingAddress} />
      </Panel>
      <Panel title={t('checkout.billingAddress')}>
        <AddressBlock address={order.billingAddress} />
      </Panel>
      <Panel title={t('order.delivery')}>
        <DataList layout="stacked" items={delivery} />
        <DueDate due={order.due} />
      </Panel>
    </div>
  );
}

/** Public comments only: what staff wrote among themselves is theirs. */
function Comments({ order }: { order: OrderView }) {
  const t = useT();
  const open = order.comments.filter((comment) => comment.visibility === 'public');
  if (open.length === 0) return null;
  return (
    <Panel title={t('order.comments')}>
      <Timeline label={t('order.comments')} moments={open.map(({ at, text }) => ({ key: `${at.getTime()} ${text}`, at, text }))} />
    </Panel>
  );
}
