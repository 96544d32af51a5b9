import type { OrderView } from '../../../props/shared.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { AddressBlock } from '../../../ui/address-block.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { DueDate } from '../../../ui/document-body.tsx';
import { LineList } from '../../../ui/line-list.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TotalsList } from '../../../ui/totals-list.tsx';
import { OrderPayment } from './order-payment.tsx';
import { OrderComments } from './order-comments.tsx';
import { OrderPeople } from './order-people.tsx';

/** One order as staff and administrators see it: two people, what was ordered, what it came to, what was said. */
export function OrderBody({ order }: { order: OrderView }) {
  const t = useT();
  const lines = order.lines.map((line) => ({ ...line, priceTag: line.overrideLabel }));
  return (
    <div className="order">
      <div className="stack">
        <Panel title={t('staff.order.items')} flush>
          <LineList lines={lines} label={t('staff.order.items')} />
        </Panel>
        <OrderComments comments={order.comments} />
        <div className="two">
          <Delivery order={order} />
          <Billing order={order} />
        </div>
      </div>
      <div className="stack">
        <OrderPeople order={order} />
        <OrderPayment payment={order.payment} sendHref={`/staff/orders/${order.number}/payment-link`} />
        <Panel title={t('staff.order.totals')}>
          <TotalsList totals={order.totals} reasons={order.concessionReasons} />
        </Panel>
      </div>
    </div>
  );
}

/** The line below the title. */
export function useOrderLine(order: OrderView): string {
  const t = useT();
  const { date } = useFormat();
  return t('staff.order.placed', { date: date(order.placedAt, 'dateTime'), store: order.storeName });
}

export function Delivery({ order }: { order: OrderView }) {
  const t = useT();
  const facts = [{ label: t('staff.order.method'), value: order.shippingMethod }];
  if (order.replacementOf) facts.push({ label: t('order.replaces'), value: order.replacementOf });
  if (order.replacedBy.length > 0) facts.push({ label: t('order.replacedBy'), value: order.replacedBy.join(', ') });
  if (order.customerComment) facts.push({ label: t('staff.order.customerComment'), value: order.customerComment });
  return (
    <Panel title={t('staff.order.shipping')}>
      <AddressBlock address={order.shippingAddress} />
      <DataList items={facts} layout="stacked" />
    </Panel>
  );
}

export function Billing({ order }: { order: OrderView }) {
  const t = useT();
  const facts = [{ label: t('staff.order.payment'), value: order.paymentMethod }];
  if (order.purchaseOrderNumber) facts.push({ label: t('staff.order.purchaseOrder'), value: order.purchaseOrderNumber });
  return (
    <Panel title={t('staff.order.billing')}>
      <AddressBlock address={order.billingAddress} />
      <DataList items={facts} layout="stacked" />
      <DueDate due={order.due} />
    </Panel>
  );
}
