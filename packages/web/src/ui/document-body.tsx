import type { DocumentView, Due } from '../props/shared.ts';
import { useFormat, useT } from '../shell/request-context.tsx';
import { Badge } from './badge.tsx';
import { LineList } from './line-list.tsx';
import { LineOptions } from './line-options.tsx';
import { Panel } from './panel.tsx';
import { Price } from './price.tsx';
import { Table, type Column } from './table.tsx';
import { TotalsList } from './totals-list.tsx';

/** What stands on a document: for an invoice or a credit memo with amounts, for a shipment the goods alone. */
export function DocumentItems({ document }: { document: DocumentView }) {
  const t = useT();
  const { totals } = document;
  if (totals === null) {
    return (
      <Panel title={t('sales.items')} flush>
        <Parcel lines={document.lines} />
      </Panel>
    );
  }
  const lines = document.lines.map((line) => ({ ...line, quantity: line.pieces, originalUnit: null }));
  return (
    <Panel title={t('sales.items')}>
      <LineList lines={lines} label={t('sales.items')} />
      <div className="order-totals">
        <Adjustments totals={totals} />
        <TotalsList totals={totals} isPart />
      </div>
    </Panel>
  );
}

function Parcel({ lines }: Pick<DocumentView, 'lines'>) {
  const t = useT();
  const { number } = useFormat();
  const columns: Column<DocumentView['lines'][number]>[] = [
    { key: 'product', label: t('sales.product'), primary: true, cell: (line) => <NamedLine line={line} /> },
    { key: 'sku', label: 'SKU', cell: (line) => <span className="sku">{line.sku}</span> },
    { key: 'pieces', label: t('sales.pieces'), align: 'end', cell: (line) => number(line.pieces) },
  ];
  return <Table caption={t('sales.items')} columns={columns} rows={lines} rowKey={(line) => line.sku} />;
}

function NamedLine({ line }: { line: DocumentView['lines'][number] }) {
  return (
    <>
      {line.name} <LineOptions options={line.options} />
    </>
  );
}

function Adjustments({ totals }: { totals: NonNullable<DocumentView['totals']> }) {
  const t = useT();
  const { adjustmentRefund, adjustmentFee } = totals;
  if (!adjustmentRefund && !adjustmentFee) return null;
  return (
    <dl className="totals">
      {adjustmentRefund ? (
        <div>
          <dt>{t('sales.adjustmentRefund')}</dt>
          <dd>
            <Price amount={adjustmentRefund} />
          </dd>
        </div>
      ) : null}
      {adjustmentFee ? (
        <div>
          <dt>{t('sales.adjustmentFee')}</dt>
          <dd>
            <Price amount={{ ...adjustmentFee, minor: -adjustmentFee.minor }} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** Whether the money for an invoice has come. */
export function PaymentBadge({ paidAt, due }: Pick<DocumentView, 'paidAt' | 'due'>) {
  const t = useT();
  const { date } = useFormat();
  if (paidAt) return <Badge tone="good">{t('sales.paid', { date: date(paidAt) })}</Badge>;
  return due && due.daysOver > 0 ? <OverdueBadge due={due} /> : <Badge tone="warn">{t('sales.open')}</Badge>;
}

export function OverdueBadge({ due }: { due: Due }) {
  const t = useT();
  return <Badge tone="bad">{t('payment.overdue', { days: due.daysOver })}</Badge>;
}

/** By when money has to come, and in words that it hasn't (G3). */
export function DueDate({ due }: { due: Due | null }) {
  const t = useT();
  const { day } = useFormat();
  if (due === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      <span>{t('payment.payableBy', { date: day(due.day) })}</span> {due.daysOver > 0 ? <OverdueBadge due={due} /> : null}
    </p>
  );
}
