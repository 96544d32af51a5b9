import type { AdminOrderItem, AdminOrderProps } from '../../../props/admin.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LineOptions } from '../../../ui/line-options.tsx';
import { Price } from '../../../ui/price.tsx';
import { Table, type Column } from '../../../ui/table.tsx';
import { TotalsList } from '../../../ui/totals-list.tsx';
import { Billing, Delivery } from '../../staff/parts/order-body.tsx';
import { OrderComments } from '../../staff/parts/order-comments.tsx';
import { OrderPayment } from '../../staff/parts/order-payment.tsx';
import { OrderPeople } from '../../staff/parts/order-people.tsx';

/** Who and where, what was ordered and how far it is, what it came to. */
export function OrderInformation({ order, items, invoiced, refunded, unowned }: AdminOrderProps) {
  const t = useT();
  const { money } = useFormat();
  const sums = [
    { label: t('sales.invoiced'), value: money(invoiced) },
    { label: t('sales.refunded'), value: money(refunded) },
  ];
  return (
    <>
      <div className="two">
        <OrderPeople order={order} />
        <div className="stack">
          <OrderPayment payment={order.payment} sendHref={`/admin/orders/${order.number}/payment-link`} />
          {unowned.length > 0 ? <Unowned reasons={unowned} /> : null}
          <Panel title={t('staff.order.totals')}>
            <TotalsList totals={order.totals} reasons={order.concessionReasons} />
            <dl className="totals">
              {sums.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd className="price">{value}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        </div>
      </div>
      <Panel title={t('staff.order.items')} flush>
        <Items items={items} />
      </Panel>
      <OrderComments comments={order.comments} />
      <div className="two">
        <Delivery order={order} />
        <Billing order={order} />
      </div>
    </>
  );
}

function Items({ items }: Pick<AdminOrderProps, 'items'>) {
  const t = useT();
  const { number } = useFormat();
  const columns: Column<AdminOrderItem>[] = [
    { key: 'product', label: t('sales.product'), primary: true, className: 'cell-name', cell: (item) => <Product item={item} /> },
    { key: 'price', label: t('sales.price'), align: 'end', cell: (item) => <Price amount={item.unit} was={item.originalUnit} /> },
    { key: 'ordered', label: t('sales.ordered'), align: 'end', cell: (item) => number(item.ordered) },
    { key: 'invoiced', label: t('sales.invoiced'), align: 'end', cell: (item) => number(item.invoiced) },
    { key: 'shipped', label: t('sales.shipped'), align: 'end', cell: (item) => (item.shipped === null ? <span className="text-muted">{t('sales.notSent')}</span> : number(item.shipped)) },
    { key: 'refunded', label: t('sales.refunded'), align: 'end', cell: (item) => number(item.refunded) },
    { key: 'total', label: t('sales.total'), align: 'end', cell: (item) => <Price amount={item.total} /> },
  ];
  return <Table caption={t('staff.order.items')} columns={columns} rows={items} rowKey={(item) => String(item.position)} />;
}

function Product({ item }: { item: AdminOrderItem }) {
  return (
    <span className="item-product">
      {item.name} <span className="sku">{item.sku}</span>
      <LineOptions options={item.options} />
      {item.overrideLabel ? (
        <Badge tone="actor" icon="tag">
          {item.overrideLabel}
        </Badge>
      ) : null}
    </span>
  );
}

/** The troubleshooting list of the guide: why no member of staff stands on this order (D2). */
function Unowned({ reasons }: { reasons: AdminOrderProps['unowned'] }) {
  const t = useT();
  return (
    <Panel title={t('sales.unowned.title')} tone="warn">
      <ul className="people-facts">
        {reasons.map((reason) => (
          <li key={reason}>{t(`sales.unowned.${reason}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}
