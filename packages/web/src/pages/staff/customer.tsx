import type { CustomerPriceView, StaffCustomerProps } from '../../props/customers.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { CustomerEntry } from './parts/customer-entry.tsx';
import { CustomerNotes } from './parts/customer-notes.tsx';
import { CustomerSummary } from './parts/customer-summary.tsx';

/** One customer, all around (A9). */
export function StaffCustomerPage(props: StaffCustomerProps) {
  const t = useT();
  const { customer, row } = props;
  return (
    <Shell title={customer.name}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t('staff.customers.title'), href: '/staff/customers' }]} here={customer.name} />}
        title={<bdi>{customer.name}</bdi>}
        text={customer.company || undefined}
        actions={row.reasons.length > 0 ? null : <MailLink id={customer.id} />}
      />
      <div className="stack">
        <CustomerEntry row={row} />
        <CustomerNotes {...props} />
        <CustomerSummary customer={customer} colleagues={props.colleagues} />
        <Prices {...props} />
      </div>
    </Shell>
  );
}

/** The way in, later or on another device (B18). Where the account is closed there is nothing to link to. */
function MailLink({ id }: { id: string }) {
  const t = useT();
  return (
    <ButtonLink href={`/staff/customers/${encodeURIComponent(id)}/link`} icon="mail">
      {t('handoff.mail')}
    </ButtonLink>
  );
}

function Prices({ prices }: StaffCustomerProps) {
  const t = useT();
  const { money } = useFormat();
  const columns: Column<CustomerPriceView>[] = [
    { key: 'what', label: t('customers.price.what'), primary: true, cell: ({ name, sku }) => <What name={name} sku={sku} /> },
    { key: 'source', label: t('customers.price.source'), cell: ({ source }) => source },
    { key: 'from', label: t('customers.price.from'), align: 'end', cell: ({ from }) => from },
    { key: 'price', label: t('customers.price.price'), align: 'end', cell: ({ price, percentOff }) => <span className="price">{price ? money(price) : t('customers.price.off', { percent: percentOff ?? '' })}</span> },
  ];
  return (
    <Panel title={t('customers.prices')} text={prices.isCut ? t('customers.pricesCut', { count: prices.rows.length }) : undefined} flush={prices.rows.length > 0}>
      {prices.rows.length > 0 ? (
        <Table caption={t('customers.prices')} columns={columns} rows={prices.rows} rowKey={({ source, sku, name, from }) => `${source} ${sku ?? name} ${from}`} />
      ) : (
        <p className="text-muted">{t('customers.noPrices')}</p>
      )}
    </Panel>
  );
}

function What({ name, sku }: { name: string; sku: string | null }) {
  const t = useT();
  return (
    <>
      {name} <span className="cell-more">{sku ?? t('customers.price.category')}</span>
    </>
  );
}
