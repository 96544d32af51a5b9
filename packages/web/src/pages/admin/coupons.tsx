import type { AdminCouponsProps, CouponRow } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { PriceDays } from './parts/price-value.tsx';

/** Catalog › Coupons. */
export function AdminCouponsPage({ rows }: AdminCouponsProps) {
  const t = useT();
  const columns: Column<CouponRow>[] = [
    { key: 'code', label: t('coupons.code'), primary: true, cell: (row) => <a href={row.href}>{row.code}</a> },
    { key: 'website', label: t('prices.website'), cell: (row) => row.website ?? t('coupons.everywhere') },
    { key: 'percent', label: t('coupons.percent'), align: 'end', cell: (row) => t('coupons.percentValue', { percent: row.percent }) },
    { key: 'active', label: t('priceLists.active'), cell: (row) => t(row.active ? 'admin.configuration.yes' : 'admin.configuration.no') },
    { key: 'days', label: t('prices.days'), cell: (row) => <PriceDays row={row} /> },
  ];
  const add = (
    <ButtonLink href="/admin/coupons/new" tone="primary">
      {t('coupons.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('coupons.title')}>
      <PageHeader title={t('coupons.title')} actions={add} />
      {rows.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('coupons.title')} columns={columns} rows={rows} rowKey={(row) => row.code} />
        </div>
      ) : (
        <EmptyState icon="tag" title={t('coupons.noneTitle')} text={t('coupons.none')} />
      )}
    </Shell>
  );
}
