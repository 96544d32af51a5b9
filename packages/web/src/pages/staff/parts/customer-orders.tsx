import type { CustomerOrder } from '../../../props/customers.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { OrderStatusBadge } from '../../../ui/badge.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';
import { Table, type Column } from '../../../ui/table.tsx';

/** A customer's orders, whoever placed them; a link where the reader may open the order. */
export function CustomerOrders({ orders }: { orders: readonly CustomerOrder[] }) {
  const t = useT();
  const { date, money } = useFormat();
  if (orders.length === 0) return <p className="text-muted">{t('customers.noOrders')}</p>;
  const columns: Column<CustomerOrder>[] = [
    { key: 'number', label: t('admin.orders.number'), primary: true, cell: ({ number, href }) => (href ? <a href={href}>{number}</a> : number) },
    { key: 'date', label: t('admin.orders.date'), className: 'cell-date', cell: ({ placedAt }) => date(placedAt) },
    { key: 'by', label: t('orders.placedBy'), cell: ({ placedBy }) => (placedBy ? <PersonTag who="actor" name={placedBy} hideWord /> : t('customers.self')) },
    { key: 'status', label: t('admin.orders.status'), cell: ({ status }) => <OrderStatusBadge status={status} /> },
    { key: 'total', label: t('admin.orders.total'), align: 'end', cell: ({ total }) => <span className="price">{money(total)}</span> },
  ];
  return <Table caption={t('customers.orders')} columns={columns} rows={orders} rowKey={({ number }) => number} />;
}
