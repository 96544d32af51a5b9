import type { ReceiptProps } from '../../../props/staff.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Price } from '../../../ui/price.tsx';
import { Table, type Column } from '../../../ui/table.tsx';
import { ReceiptSection } from './receipt-section.tsx';

type Change = ReceiptProps['priceChanges'][number];

/** Before and after of each price, with where the new one came from. */
export function PriceChanges({ changes, level }: { changes: readonly Change[]; level: 2 | 3 }) {
  const t = useT();
  const { date } = useFormat();
  const columns: Column<Change>[] = [
    { key: 'product', label: t('staff.receipt.product'), primary: true, cell: (change) => <ProductName change={change} /> },
    {
      key: 'source',
      label: t('staff.receipt.source'),
      cell: (change) => (
        <Badge tone="actor" icon="tag">
          {change.source}
        </Badge>
      ),
    },
    { key: 'when', label: t('staff.receipt.when'), cell: (change) => date(change.at, 'time') },
    { key: 'from', label: t('staff.receipt.from'), align: 'end', cell: (change) => <Price amount={change.from} /> },
    { key: 'to', label: t('staff.receipt.to'), align: 'end', cell: (change) => <Price amount={change.to} /> },
  ];
  return (
    <ReceiptSection title={t('staff.receipt.priceChanges')} level={level}>
      <Table caption={t('staff.receipt.priceChanges')} columns={columns} rows={changes} rowKey={(change) => `${change.sku} ${change.at.toISOString()}`} />
    </ReceiptSection>
  );
}

function ProductName({ change }: { change: Change }) {
  return (
    <>
      {change.name} <span className="sku">{change.sku}</span>
    </>
  );
}
