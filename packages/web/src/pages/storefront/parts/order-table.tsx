import type { Money, PaymentState } from '@onbehalf/core';
import type { OrderStatus } from '../../../props/shared.ts';
import { useFormat, useRequest, useT } from '../../../shell/request-context.tsx';
import { OrderStates } from '../../../ui/badge.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';
import { Price } from '../../../ui/price.tsx';
import { Table, type Column } from '../../../ui/table.tsx';

interface ListedOrder {
  number: string;
  href: string;
  placedAt: Date;
  total: Money;
  status: OrderStatus;
  /** Null or left out: it isn't paid by a link (D8). */
  payment?: PaymentState | null;
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
  const { assist } = useRequest();
  // "You" is who reads: not so to a member of staff, nor to a company's administrator.
  const self = (order: ListedOrder) => order.buyer ?? assist?.subjectName;
  const columns: Column<ListedOrder>[] = [
    { key: 'number', label: t('orders.number'), primary: true, cell: (order) => <a href={order.href}>{order.number}</a> },
    { key: 'date', label: t('orders.date'), cell: (order) => <time dateTime={order.placedAt.toISOString()}>{date(order.placedAt)}</time> },
    { key: 'status', label: t('orders.status'), cell: (order) => <OrderStates status={order.status} payment={order.payment} /> },
    { key: 'by', label: t('orders.placedBy'), cell: (order) => (order.placedBy ? <PersonTag who="actor" name={order.placedBy} hideWord /> : nameOr(self(order), t('orders.self'))) },
    { key: 'pieces', label: t('orders.pieces'), align: 'end', cell: (order) => (order.pieces === undefined ? null : number(order.pieces)) },
    { key: 'total', label: t('ui.total'), align: 'end', cell: (order) => <Price amount={order.total} /> },
  ];
  const isOfCompany = orders.some((order) => order.buyer !== undefined);
  if (isOfCompany) columns.splice(2, 0, { key: 'buyer', label: t('company.orderedBy'), cell: (order) => <bdi>{order.buyer}</bdi> });
  const isFull = orders.some((order) => order.pieces !== undefined);
  // Who of a company ordered is said already, unless somebody of the staff did it for them.
  const isPlacedByStaff = orders.some((order) => order.placedBy);
  const shown = columns.filter(({ key }) => (key === 'by' ? isFull && (isPlacedByStaff || !isOfCompany) : key !== 'pieces' || isFull));
  return <Table caption={t('account.orders')} columns={shown} rows={orders} rowKey={(order) => order.number} />;
}

const nameOr = (name: string | undefined, otherwise: string) => (name === undefined ? otherwise : <bdi>{name}</bdi>);
