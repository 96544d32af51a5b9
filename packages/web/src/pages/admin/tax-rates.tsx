import type { AdminTaxRatesProps, TaxRateRow } from '../../props/sales-settings.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type Column } from '../../ui/table.tsx';

/** Stores › Tax rates. */
export function AdminTaxRatesPage({ rows }: AdminTaxRatesProps) {
  const t = useT();
  const columns: Column<TaxRateRow>[] = [
    { key: 'country', label: t('tax.country'), primary: true, cell: (row) => <a href={row.href}>{row.country}</a> },
    { key: 'class', label: t('products.taxClass'), cell: (row) => row.taxClass },
    { key: 'percent', label: t('tax.percent'), align: 'end', cell: (row) => t('coupons.percentValue', { percent: row.percent }) },
    { key: 'name', label: t('tax.name'), cell: (row) => row.name },
  ];
  const add = (
    <ButtonLink href="/admin/tax-rates/new" tone="primary">
      {t('tax.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('tax.title')}>
      <PageHeader title={t('tax.title')} text={t('tax.text')} actions={add} />
      {rows.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('tax.title')} columns={columns} rows={rows} rowKey={(row) => row.href} />
        </div>
      ) : (
        <EmptyState icon="tag" title={t('tax.noneTitle')} text={t('tax.none')} />
      )}
    </Shell>
  );
}
