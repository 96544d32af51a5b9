import type { AdminPriceListProps, AdminPriceRow, PriceListRow } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { SideSections } from '../../ui/side-sections.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ImportForm } from './parts/import-form.tsx';
import { PriceDays, PriceValue } from './parts/price-value.tsx';

/** One price list: its name and days, its prices, its customers. */
export function AdminPriceListPage(props: AdminPriceListProps) {
  const t = useT();
  const { list, section, sections } = props;
  const title = list === null ? t('priceLists.newTitle') : list.name;
  const save = (
    <Button tone="primary" form="price-list">
      {t('prices.save')}
    </Button>
  );
  return (
    <Shell title={title}>
      <PageHeader title={title} above={<Breadcrumb crumbs={[{ name: t('priceLists.title'), href: '/admin/price-lists' }]} here={title} />} actions={section === 'general' ? save : undefined} />
      {list === null ? (
        <General {...props} action="/admin/price-lists" />
      ) : (
        <SideSections title={t('priceLists.information')} sections={sections}>
          {section === 'general' ? <General {...props} action={list.href} /> : null}
          {section === 'prices' ? <Prices {...props} list={list} /> : null}
          {section === 'customers' ? <Customers {...props} list={list} /> : null}
        </SideSections>
      )}
    </Shell>
  );
}

function General({ list, action, websites, problems, typed }: AdminPriceListProps & { action: string }) {
  const t = useT();
  const at = (field: string) => problemAt(problems, field);
  return (
    <>
      <ProblemList problems={problemsBeside(problems, ['website', 'name', 'from', 'to'])} />
      <Form id="price-list" action={action} className="panel panel-body form-stack" noValidate>
        <TextField name="name" label={t('priceLists.name')} hint={t('priceLists.nameHint')} value={typed.name} autoComplete="off" maxLength={80} problem={at('name')} />
        {list === null ? <Select name="website" label={t('prices.website')} options={websites} value={typed.website} problem={at('website')} /> : null}
        <div className="field-pair">
          <TextField name="from" type="date" label={t('prices.firstDay')} value={typed.from} problem={at('from')} optional />
          <TextField name="to" type="date" label={t('prices.lastDay')} hint={t('prices.daysHint')} value={typed.to} problem={at('to')} optional />
        </div>
        <Checkbox name="active" label={t('priceLists.active')} checked={typed.active === '1'} hint={t('priceLists.activeHint')} />
      </Form>
    </>
  );
}

type Section = AdminPriceListProps & { list: PriceListRow };

function Prices({ list, prices, paging, importing }: Section) {
  const t = useT();
  const columns: Column<AdminPriceRow>[] = [
    { key: 'product', label: t('prices.product'), primary: true, cell: (row) => <a href={row.href}>{`${row.product?.sku ?? ''} ${row.product?.name ?? ''}`}</a> },
    { key: 'from', label: t('prices.quantity'), align: 'end', cell: (row) => row.fromQuantity },
    { key: 'price', label: t('prices.price'), align: 'end', cell: (row) => <PriceValue row={row} /> },
    { key: 'days', label: t('prices.days'), cell: (row) => <PriceDays row={row} /> },
  ];
  return (
    <>
      <div className="filter-actions">
        <ButtonLink href={`/admin/prices/new?source=price-list&list=${list.id}`} tone="primary">
          {t('prices.add')}
        </ButtonLink>
        <ButtonLink href={`${list.href}/prices.csv`} icon="download" download>
          {t('import.export')}
        </ButtonLink>
      </div>
      {prices.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('priceLists.section.prices')} columns={columns} rows={prices} rowKey={(row) => row.id} />
        </div>
      ) : (
        <EmptyState icon="tag" level={3} title={t('priceLists.noPricesTitle')} text={t('priceLists.noPrices')} />
      )}
      <Pagination paging={paging} />
      <ImportForm action={`${list.href}/prices/import`} hint={t('import.priceColumns')} state={importing} />
    </>
  );
}

function Customers({ list, customers, paging, importing, problems, typed }: Section) {
  const t = useT();
  const columns: Column<AdminPriceListProps['customers'][number]>[] = [
    { key: 'name', label: t('prices.customer'), primary: true, cell: (row) => <bdi>{t('prices.person', { name: row.name, id: row.id })}</bdi> },
    { key: 'company', label: t('priceLists.company'), cell: (row) => row.company },
    { key: 'email', label: t('priceLists.email'), className: 'cell-name', cell: (row) => row.email },
    {
      key: 'remove', label: t('priceLists.remove'), hideLabel: true,
      cell: (row) => (
        <Form action={`${list.href}/customers/remove`} hidden={{ customer: row.id }}>
          <Button tone="quiet" size="small" icon="trash" label={t('priceLists.removeNamed', { name: row.name })}>
            {t('priceLists.remove')}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <>
      <Form action={`${list.href}/customers`} className="filter-bar" label={t('priceLists.assign')} noValidate>
        <TextField name="customer" label={t('prices.customerHint')} value={typed.customer} autoComplete="off" maxLength={254} problem={problemAt(problems, 'customer')} />
        <div className="filter-actions">
          <Button tone="primary">{t('priceLists.assign')}</Button>
          <ButtonLink href={`${list.href}/customers.csv`} icon="download" download>
            {t('import.export')}
          </ButtonLink>
        </div>
      </Form>
      {customers.length > 0 ? (
        <div className="table-frame">
          <Table caption={t('priceLists.section.customers')} columns={columns} rows={customers} rowKey={(row) => row.id} />
        </div>
      ) : (
        <EmptyState icon="customers" level={3} title={t('priceLists.noCustomersTitle')} text={t('priceLists.noCustomers')} />
      )}
      <Pagination paging={paging} />
      <ImportForm action={`${list.href}/customers/import`} hint={t('import.customerColumns')} state={importing} />
    </>
  );
}
