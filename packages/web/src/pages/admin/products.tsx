import type { AdminProductRow, AdminProductsProps } from '../../props/catalog.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterActions } from '../../ui/filter-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Catalog › Products. */
export function AdminProductsPage(props: AdminProductsProps) {
  const t = useT();
  const { rows, paging } = props;
  const add = (
    <ButtonLink href="/admin/products/new" tone="primary">
      {t('products.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('products.title')}>
      <PageHeader title={t('products.title')} actions={add} />
      <Filters {...props} />
      {rows.length > 0 ? <Products rows={rows} /> : <EmptyState icon="box" title={t('products.emptyTitle')} text={t('products.empty')} />}
      <Pagination paging={paging} />
    </Shell>
  );
}

function Filters({ filters, categories, websites }: AdminProductsProps) {
  const t = useT();
  const any = { value: '', label: t('admin.any') };
  const on = Object.values(filters).some(Boolean);
  const kinds = (['simple', 'configurable', 'virtual', 'downloadable'] as const).map((kind) => ({ value: kind, label: t(`products.kind.${kind}`) }));
  return (
    <Form action="/admin/products" method="get" role="search" label={t('products.title')} className="filter-bar">
      <TextField name="q" type="search" label={t('products.search')} value={filters.q} autoFocus={false} />
      <auto-submit class="filters">
        <Select name="category" label={t('prices.category')} options={[any, ...categories]} value={filters.category} />
        <Select name="kind" label={t('products.kind')} options={[any, ...kinds]} value={filters.kind} />
        <Select name="active" label={t('products.active')} options={[any, { value: '1', label: t('admin.configuration.yes') }, { value: '0', label: t('admin.configuration.no') }]} value={filters.active} />
        <Select name="website" label={t('prices.website')} options={[any, ...websites]} value={filters.website} />
      </auto-submit>
      <FilterActions clear={on ? '/admin/products' : null} />
    </Form>
  );
}

function Products({ rows }: { rows: readonly AdminProductRow[] }) {
  const t = useT();
  const { number } = useFormat();
  const columns: Column<AdminProductRow>[] = [
    { key: 'name', label: t('products.name'), primary: true, cell: (row) => <a href={row.href}>{row.name}</a> },
    { key: 'sku', label: t('prices.sku'), cell: (row) => <span className="sku">{row.sku}</span> },
    { key: 'category', label: t('prices.category'), cell: (row) => row.category },
    { key: 'kind', label: t('products.kind'), cell: (row) => t(`products.kind.${row.kind}`) },
    { key: 'active', label: t('products.active'), cell: (row) => (row.active ? t('admin.configuration.yes') : <Badge tone="warn">{t('admin.configuration.no')}</Badge>) },
    { key: 'stock', label: t('products.stock'), align: 'end', cell: (row) => (row.stock === null ? <span className="text-muted">–</span> : number(row.stock)) },
  ];
  return (
    <div className="table-frame">
      <Table caption={t('products.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}
