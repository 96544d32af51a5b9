import type { WhyPriceRow } from '../props/shared.ts';
import { useFormat, useT } from '../shell/request-context.tsx';
import { Badge } from './badge.tsx';
import { Table, type Column } from './table.tsx';

/** Every price considered, most specific first, and what became of it (C9). */
export function WhyRows({ rows, id }: { rows: readonly WhyPriceRow[]; id?: string }) {
  const t = useT();
  const { money, number } = useFormat();
  const columns: Column<WhyPriceRow>[] = [
    { key: 'source', label: t('why.source'), primary: true, cell: (row) => row.label },
    { key: 'from', label: t('why.from'), align: 'end', cell: (row) => number(row.fromQuantity) },
    { key: 'amount', label: t('why.amount'), align: 'end', cell: (row) => <span className="price">{money(row.amount)}{row.percentOff ? <span className="text-muted"> {t('why.percentOff', { percent: row.percentOff })}</span> : null}</span> },
    { key: 'outcome', label: t('why.outcome'), cell: (row) => (row.outcome === 'won' ? <Badge tone="good" icon="check">{t('why.outcome.won')}</Badge> : <span className="text-muted">{t(`why.outcome.${row.outcome}`)}</span>) },
  ];
  return <Table caption={t('why.considered')} columns={columns} rows={rows} rowKey={(row) => row.key} {...(id === undefined ? {} : { id })} />;
}
