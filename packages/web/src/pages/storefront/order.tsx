import type { OrderProps } from '../../props/storefront.ts';
import type { OrderView } from '../../props/shared.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { AddressBlock } from '../../ui/address-block.tsx';
import { OrderStatusBadge } from '../../ui/badge.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { LineList } from '../../ui/line-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { TotalsList } from '../../ui/totals-list.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { OrderDocuments } from './parts/order-documents.tsx';

export function OrderPage({ order, documents }: OrderProps) {
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
            {order.assisted ? <PersonTag who="actor" name={order.assisted.actorName} /> : null}
          </span>
        }
        actions={<PrintButton />}
      />
      <div className="grid gap-4">
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

function OrderFacts({ order }: { order: OrderView }) {
  const t = useT();
  const delivery = [
    { label: t('checkout.shipping'), value: order.shippingMethod },
    { label: t('checkout.payment'), value: order.paymentMethod },
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
