import type { AdminPriceListsProps, PriceListRow } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { PriceDays } from './parts/price-value.tsx';

/** Catalog › Price lists. */
export function AdminPriceListsPage({ rows }: AdminPriceListsProps) {
  const t = useT();
  const add = (
    <ButtonLink href="/admin/price-lists/new" tone="primary">
      {t('priceLists.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('priceLists.title')}>
      <PageHeader title={t('priceLists.title')} text={t('priceLists.text')} actions={add} />
      {rows.length > 0 ? <Lists rows={rows} /> : <EmptyState icon="tag" title={t('priceLists.noneTitle')} text={t('priceLists.none')} />}
    </Shell>
  );
}

function Lists({ rows }: AdminPriceListsProps) {
  const t = useT();
  const columns: Column<PriceListRow>[] = [
    { key: 'name', label: t('priceLists.name'), primary: true, cell: (row) => <a href={row.href}>{row.name}</a> },
    { key: 'website', label: t('prices.website'), className: 'cell-store', cell: (row) => row.website },
    { key: 'active', label: t('priceLists.active'), cell: (row) => t(row.active ? 'admin.configuration.yes' : 'admin.configuration.no') },
    { key: 'days', label: t('prices.days'), cell: (row) => <PriceDays row={row} /> },
    { key: 'customers', label: t('priceLists.section.customers'), align: 'end', cell: (row) => <a href={`${row.href}?section=customers`}>{row.customers}</a> },
    { key: 'prices', label: t('priceLists.section.prices'), align: 'end', cell: (row) => <a href={`${row.href}?section=prices`}>{row.prices}</a> },
  ];
  return (
    <div className="table-frame">
      <Table caption={t('priceLists.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}
