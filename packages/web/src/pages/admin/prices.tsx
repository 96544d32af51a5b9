import type { AdminPriceRow, AdminPricesProps } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterActions } from '../../ui/filter-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ImportForm } from './parts/import-form.tsx';
import { PriceExplanation } from './parts/price-explanation.tsx';
import { PriceDays, PriceValue } from './parts/price-value.tsx';

/** Catalog › Prices: every price on record, of every source (G4). */
export function AdminPricesPage(props: AdminPricesProps) {
  const t = useT();
  const { rows, filters, explained, paging } = props;
  const filtered = Object.values(filters).some(Boolean);
  const [emptyTitle, empty] = filtered ? (['prices.emptyTitle', 'prices.empty'] as const) : (['prices.noneTitle', 'prices.none'] as const);
  return (
    <Shell title={t('prices.title')}>
      <PageHeader title={t('prices.title')} text={t('prices.text')} />
      <AddPrice {...props} />
      <Filters {...props} />
      {explained ? <PriceExplanation explained={explained} customer={filters.customer} website={filters.website} /> : null}
      {rows.length > 0 ? <Prices rows={rows} /> : <EmptyState icon="tag" title={t(emptyTitle)} text={t(empty)} />}
      <Pagination paging={paging} />
      <h2 className="mt-6">{t('prices.files')}</h2>
      <p>
        <ButtonLink href={props.csvHref} icon="download" download>
          {t('import.export')}
        </ButtonLink>
      </p>
      <ImportForm action="/admin/prices/import" hint={t('import.peopleColumns')} state={props.importing}>
        <Select name="website" id="import-website" label={t('prices.website')} options={props.websites} value={props.importWebsite} />
      </ImportForm>
    </Shell>
  );
}

function AddPrice({ add }: AdminPricesProps) {
  const t = useT();
  return (
    <Details summary={t('prices.add')}>
      <ul className="price-kinds">
        {add.map(({ label, href }) => (
          <li key={href}>
            <ButtonLink href={href}>{label}</ButtonLink>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Filters({ filters, sources, websites }: AdminPricesProps) {
  const t = useT();
  const any = { value: '', label: t('admin.any') };
  const on = Object.values(filters).some(Boolean);
  return (
    <Form action="/admin/prices" method="get" role="search" label={t('prices.title')} className="filter-bar">
      <TextField name="product" type="search" label={t('prices.product')} value={filters.product} autoFocus={false} />
      <TextField name="customer" type="search" label={t('prices.customerHint')} value={filters.customer} />
      <TextField name="quantity" label={t('prices.pieces')} value={filters.quantity} inputMode="numeric" optional />
      <Select name="source" label={t('prices.source')} options={[any, ...sources]} value={filters.source} />
      <Select name="website" label={t('prices.website')} options={[any, ...websites]} value={filters.website} />
      <FilterActions clear={on ? '/admin/prices' : null} />
    </Form>
  );
}

function Prices({ rows }: { rows: readonly AdminPriceRow[] }) {
  const t = useT();
  const columns: Column<AdminPriceRow>[] = [
    { key: 'source', label: t('prices.source'), primary: true, cell: (row) => <a href={row.href}>{row.label}</a> },
    { key: 'what', label: t('prices.for'), className: 'cell-name', cell: (row) => <For row={row} /> },
    { key: 'who', label: t('prices.who'), className: 'cell-name', cell: (row) => <Who row={row} /> },
    { key: 'website', label: t('prices.website'), className: 'cell-store', cell: (row) => row.website },
    { key: 'from', label: t('prices.quantity'), align: 'end', cell: (row) => row.fromQuantity },
    { key: 'amount', label: t('prices.price'), align: 'end', cell: (row) => <PriceValue row={row} /> },
    { key: 'days', label: t('prices.days'), cell: (row) => <PriceDays row={row} /> },
  ];
  return (
    <div className="table-frame">
      <Table caption={t('prices.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}

function For({ row }: { row: AdminPriceRow }) {
  const t = useT();
  if (row.product === null) return <>{t('prices.allOf', { category: row.category ?? '' })}</>;
  return (
    <>
      <a href={`/admin/prices?product=${encodeURIComponent(row.product.sku)}`} className="sku">
        {row.product.sku}
      </a>{' '}
      <span className="text-muted">{row.product.name}</span>
    </>
  );
}

function Who({ row }: { row: AdminPriceRow }) {
  const t = useT();
  if (row.customer !== null) return <bdi>{t('prices.person', { name: row.customer.name, id: row.customer.id })}</bdi>;
  if (row.list !== null) return <a href={`/admin/price-lists/${row.list.id}`}>{row.list.name}</a>;
  if (row.group !== null) return <>{row.group}</>;
  return <span className="text-muted">{t('prices.everybody')}</span>;
}
