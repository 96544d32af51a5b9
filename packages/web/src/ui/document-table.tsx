import type { DocumentKind } from '@onbehalf/core';
import type { DocumentRow } from '../props/shared.ts';
import { useFormat, useT } from '../shell/request-context.tsx';
import { PaymentBadge } from './document-body.tsx';
import { PersonTag } from './person-tag.tsx';
import { Table, type Column } from './table.tsx';

export const documentsTitle = { invoice: 'sales.invoices', shipment: 'sales.shipments', 'credit-memo': 'sales.credit-memos' } as const satisfies Record<DocumentKind, string>;

interface DocumentTableProps {
  kind: DocumentKind;
  rows: readonly DocumentRow[];
  /** With the order and the customer, for a list over all orders. */
  isOverall?: boolean;
}

/** Documents of one kind. */
export function DocumentTable({ kind, rows, isOverall }: DocumentTableProps) {
  const t = useT();
  const { date, day, money, number } = useFormat();
  const overall: Column<DocumentRow>[] = [
    { key: 'order', label: t('sales.order'), cell: (row) => <a href={row.orderHref}>{row.orderNumber}</a> },
    { key: 'customer', label: t('sales.customer'), className: 'cell-name', cell: (row) => <PersonTag who="subject" name={row.customerName} hideWord /> },
  ];
  const total: Column<DocumentRow> = { key: 'total', label: t('sales.total'), align: 'end', cell: (row) => (row.total ? <span className="price">{money(row.total)}</span> : null) };
  const pdf: Column<DocumentRow> = {
    key: 'pdf', label: 'PDF',
    cell: (row) => (row.pdfHref === null ? <span className="text-muted">–</span> : <a href={row.pdfHref} aria-label={t('pdf.downloadOf', { number: row.number })}>PDF</a>),
  };
  const ofKind: Record<DocumentKind, Column<DocumentRow>[]> = {
    invoice: [{ key: 'payment', label: t('sales.payment'), cell: (row) => <PaymentBadge paidAt={row.paidAt} due={row.due} /> }, { key: 'due', label: t('payment.due'), className: 'cell-date', cell: (row) => (row.due ? day(row.due.day) : <span className="text-muted">–</span>) }, total, pdf],
    shipment: [{ key: 'tracking', label: t('sales.tracking'), cell: (row) => row.tracking || <span className="text-muted">–</span> }],
    'credit-memo': [total, pdf],
  };
  const columns: Column<DocumentRow>[] = [
    { key: 'number', label: t('sales.number'), primary: true, cell: (row) => <a href={row.href}>{row.number}</a> },
    { key: 'date', label: t('sales.date'), className: 'cell-date', cell: (row) => date(row.at) },
    ...(isOverall ? overall : []),
    { key: 'pieces', label: t('sales.pieces'), align: 'end', cell: (row) => number(row.pieces) },
    ...ofKind[kind],
  ];
  return (
    <div className="table-frame">
      <Table caption={t(documentsTitle[kind])} columns={columns} rows={rows} rowKey={(row) => row.number} />
    </div>
  );
}
