import type { AdminPriceRow, AdminProductProps, AdminProductRow } from '../../../props/catalog.ts';
import { useT } from '../../../shell/request-context.tsx';
import { ButtonLink } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Table, type Column } from '../../../ui/table.tsx';
import { PriceDays, PriceValue } from './price-value.tsx';

/** Every price that could apply to the product, with the way to each and to a new one. */
export function ProductPrices({ product, prices, addPrice }: AdminProductProps & { product: AdminProductRow }) {
  const t = useT();
  const columns: Column<AdminPriceRow>[] = [
    { key: 'label', label: t('prices.source'), primary: true, cell: (row) => <a href={row.href}>{row.label}</a> },
    { key: 'who', label: t('prices.who'), className: 'cell-name', cell: (row) => row.customer?.name ?? row.group ?? t('prices.everybody') },
    { key: 'website', label: t('prices.website'), cell: (row) => row.website },
    { key: 'from', label: t('prices.quantity'), align: 'end', cell: (row) => row.fromQuantity },
    { key: 'price', label: t('prices.price'), align: 'end', cell: (row) => <PriceValue row={row} /> },
    { key: 'days', label: t('prices.days'), cell: (row) => <PriceDays row={row} /> },
  ];
  return (
    <>
      <Details summary={t('prices.add')}>
        <p className="text-sm text-muted">{t('products.volumeHint')}</p>
        <ul className="price-kinds">
          {addPrice.map(({ label, href }) => (
            <li key={href}>
              <ButtonLink href={href}>{label}</ButtonLink>
            </li>
          ))}
        </ul>
      </Details>
      {prices.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('prices.title')} columns={columns} rows={prices} rowKey={(row) => row.id} />
        </div>
      ) : (
        <EmptyState icon="tag" level={3} title={t('prices.noneTitle')} text={t('products.noPrices')} />
      )}
      <p>
        <a href={`/admin/prices?product=${encodeURIComponent(product.sku)}`}>{t('products.whatWouldPay')}</a>
      </p>
    </>
  );
}
