import type { AdminShippingMethodsProps, ShippingMethodRow } from '../../props/sales-settings.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type Column } from '../../ui/table.tsx';

/** Stores › Shipping methods. */
export function AdminShippingMethodsPage({ rows }: AdminShippingMethodsProps) {
  const t = useT();
  const columns: Column<ShippingMethodRow>[] = [
    { key: 'name', label: t('ship.name'), primary: true, cell: (row) => <a href={row.href}>{row.name}</a> },
    { key: 'website', label: t('prices.website'), cell: (row) => row.website },
    { key: 'code', label: t('coupons.code'), cell: (row) => <span className="sku">{row.code}</span> },
    { key: 'kind', label: t('ship.kind'), cell: (row) => t(`ship.kind.${row.kind}`) },
    { key: 'countries', label: t('ship.countries'), cell: (row) => (row.countries.length === 0 ? t('ship.everywhere') : row.countries.join(' ')) },
    { key: 'active', label: t('priceLists.active'), cell: (row) => t(row.active ? 'admin.configuration.yes' : 'admin.configuration.no') },
  ];
  const add = (
    <ButtonLink href="/admin/shipping-methods/new" tone="primary">
      {t('ship.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('ship.title')}>
      <PageHeader title={t('ship.title')} text={t('ship.text')} actions={add} />
      {rows.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('ship.title')} columns={columns} rows={rows} rowKey={(row) => row.href} />
        </div>
      ) : (
        <EmptyState icon="orders" title={t('ship.noneTitle')} text={t('ship.none')} />
      )}
    </Shell>
  );
}
