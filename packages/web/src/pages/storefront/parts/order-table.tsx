import type { Money } from '@onbehalf/core';
import type { OrderStatus } from '../../../props/shared.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { OrderStatusBadge } from '../../../ui/badge.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';
import { Price } from '../../../ui/price.tsx';
import { Table, type Column } from '../../../ui/table.tsx';

interface ListedOrder {
  number: string;
  href: string;
  placedAt: Date;
  total: Money;
  status: OrderStatus;
  pieces?: number;
  /** Who of the staff placed it, if it wasn't the customer. */
  placedBy?: string | null;
  /** Which of a company's buyers it is of; only in the company's list (G2). */
  buyer?: string;
}

/** A customer's own orders; columns that no order fills are left out. */
export function OrderTable({ orders }: { orders: readonly ListedOrder[] }) {
  const t = useT();
  const { date, number } = useFormat();
  const columns: Column<ListedOrder>[] = [
    { key: 'number', label: t('orders.number'), primary: true, cell: (order) => <a href={order.href}>{order.number}</a> },
    { key: 'date', label: t('orders.date'), cell: (order) => <time dateTime={order.placedAt.toISOString()}>{date(order.placedAt)}</time> },
    { key: 'status', label: t('orders.status'), cell: (order) => <OrderStatusBadge status={order.status} /> },
    { key: 'by', label: t('orders.placedBy'), cell: (order) => (order.placedBy ? <PersonTag who="actor" name={order.placedBy} hideWord /> : t('orders.self')) },
    { key: 'pieces', label: t('orders.pieces'), align: 'end', cell: (order) => (order.pieces === undefined ? null : number(order.pieces)) },
    { key: 'total', label: t('ui.total'), align: 'end', cell: (order) => <Price amount={order.total} /> },
  ];
  if (orders.some((order) => order.buyer !== undefined)) columns.splice(2, 0, { key: 'buyer', label: t('company.orderedBy'), cell: (order) => <bdi>{order.buyer}</bdi> });
  const isFull = orders.some((order) => order.pieces !== undefined);
  const shown = isFull ? columns : columns.filter(({ key }) => key !== 'by' && key !== 'pieces');
  return <Table caption={t('account.orders')} columns={shown} rows={orders} rowKey={(order) => order.number} />;
}
