import type { AdminCompaniesProps } from '../../props/company.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterActions } from '../../ui/filter-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Row = AdminCompaniesProps['rows'][number];

/** Customers › Companies (G2). */
export function AdminCompaniesPage({ rows, query, paging }: AdminCompaniesProps) {
  const t = useT();
  const columns: Column<Row>[] = [
    { key: 'name', label: t('company.name'), primary: true, cell: ({ href, name }) => <a href={href}><bdi>{name}</bdi></a> },
    { key: 'vat', label: t('company.vatNumber'), cell: ({ vatNumber }) => vatNumber || <span className="text-muted">–</span> },
    { key: 'website', label: t('companies.website'), cell: ({ websiteName }) => websiteName },
    { key: 'group', label: t('companies.group'), cell: ({ groupName }) => groupName },
    { key: 'buyers', label: t('company.buyers'), align: 'end', cell: ({ buyers }) => buyers },
  ];
  const add = (
    <ButtonLink href="/admin/companies/new" tone="primary">
      {t('companies.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('companies.title')}>
      <PageHeader title={t('companies.title')} text={t('companies.text')} actions={add} />
      <Form action="/admin/companies" method="get" role="search" label={t('companies.title')} className="filter-bar">
        <TextField label={t('companies.search')} name="q" type="search" value={query} maxLength={100} />
        <FilterActions clear={query === '' ? null : '/admin/companies'} />
      </Form>
      {rows.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('companies.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        </div>
      ) : (
        <EmptyState icon="subject" title={t(query === '' ? 'companies.none' : 'companies.noMatch')} text={t(query === '' ? 'companies.noneText' : 'companies.noMatchText')} />
      )}
      <Pagination paging={paging} />
    </Shell>
  );
}
