import type { AdminCategoriesProps } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type Column } from '../../ui/table.tsx';

/** Catalog › Categories. */
export function AdminCategoriesPage({ rows }: AdminCategoriesProps) {
  const t = useT();
  const columns: Column<AdminCategoriesProps['rows'][number]>[] = [
    { key: 'name', label: t('products.name'), primary: true, cell: (row) => <a href={row.href}>{row.name}</a> },
    { key: 'slug', label: t('products.slug'), cell: (row) => row.slug },
    { key: 'position', label: t('categories.position'), align: 'end', cell: (row) => row.position },
    { key: 'products', label: t('products.title'), align: 'end', cell: (row) => <a href={`/admin/products?category=${row.id}`}>{row.products}</a> },
  ];
  const add = (
    <ButtonLink href="/admin/categories/new" tone="primary">
      {t('categories.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('categories.title')}>
      <PageHeader title={t('categories.title')} actions={add} />
      {rows.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('categories.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </div>
      ) : (
        <EmptyState icon="box" title={t('categories.noneTitle')} text={t('categories.none')} />
      )}
    </Shell>
  );
}
