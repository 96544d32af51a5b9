import type { DocumentKind } from '@onbehalf/core';
import type { AdminDocumentsProps } from '../../props/admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { DocumentTable, documentsTitle } from '../../ui/document-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterActions } from '../../ui/filter-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { TextField } from '../../ui/text-field.tsx';

const pathOf: Record<DocumentKind, string> = { invoice: '/admin/invoices', shipment: '/admin/shipments', 'credit-memo': '/admin/credit-memos' };

/** All invoices, shipments or credit memos of all stores (F3). */
export function AdminDocumentsPage({ kind, rows, filters, paging }: AdminDocumentsProps) {
  const t = useT();
  const title = t(documentsTitle[kind]);
  const filtered = Object.values(filters).some(Boolean);
  const empty = filtered
    ? { title: t('sales.noMatch'), text: t('admin.orders.empty') }
    : { title: t(`sales.none.${kind}`), text: t(`sales.none.${kind}.text`) };
  return (
    <Shell title={title}>
      <PageHeader title={title} />
      {rows.length > 0 || filtered ? <Filters kind={kind} filters={filters} filtered={filtered} /> : null}
      {rows.length > 0 ? <DocumentTable kind={kind} rows={rows} isOverall /> : <EmptyState icon="orders" {...empty} />}
      <Pagination paging={paging} />
    </Shell>
  );
}

function Filters({ kind, filters, filtered }: Pick<AdminDocumentsProps, 'kind' | 'filters'> & { filtered: boolean }) {
  const t = useT();
  return (
    <Form action={pathOf[kind]} method="get" role="search" label={t(documentsTitle[kind])} className="filter-bar">
      <TextField name="number" inputMode="numeric" label={t('sales.filter.number')} value={filters.number} autoFocus={false} />
      <TextField name="order" inputMode="numeric" label={t('sales.filter.order')} value={filters.order} autoFocus={false} />
      <TextField name="customer" type="search" label={t('sales.filter.customer')} value={filters.customer} autoFocus={false} />
      <TextField name="from" type="date" label={t('sales.filter.from')} value={filters.from} autoFocus={false} />
      <TextField name="to" type="date" label={t('sales.filter.to')} value={filters.to} autoFocus={false} />
      <FilterActions clear={filtered ? pathOf[kind] : null} />
    </Form>
  );
}
