import type { AdminCompanyProps } from '../../props/company.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { AddressGrid } from '../../ui/address-grid.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CompanyBuyerTable } from '../staff/parts/company-buyer-table.tsx';

const fields = ['name', 'vatNumber', 'group', 'website', 'orderVisibility', 'paymentDays', 'creditLimit', 'customer', 'role'];

/** One company: what its buyers share, and who they are (G2). */
export function AdminCompanyPage(props: AdminCompanyProps) {
  const t = useT();
  const { company, problems } = props;
  const title = company?.name ?? t('companies.new');
  const save = (
    <Button tone="primary" form="company">
      {t('companies.save')}
    </Button>
  );
  return (
    <Shell title={title}>
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('companies.title'), href: '/admin/companies' }]} here={title} />} title={<bdi>{title}</bdi>} text={company?.websiteName} actions={save} />
      <ProblemList problems={problemsBeside(problems, fields)} />
      <div className="stack">
        <Details {...props} />
        {company === null ? null : <VatNumber company={company} />}
        {company === null ? null : <Buyers {...props} company={company} />}
        {company === null ? null : <Addresses {...props} />}
      </div>
    </Shell>
  );
}

function Details({ company, websites, groups, typed, problems }: AdminCompanyProps) {
  const t = useT();
  const { money } = useFormat();
  const at = (field: string) => problemAt(problems, field);
  return (
    <Form id="company" action={company?.href ?? '/admin/companies'} className="panel panel-body form-stack" noValidate>
      {company === null ? <Select name="website" label={t('companies.website')} options={websites} value={typed['website']} problem={at('website')} /> : null}
      <TextField name="name" label={t('company.name')} value={typed['name']} maxLength={120} autoComplete="off" problem={at('name')} />
      <TextField name="vatNumber" label={t('company.vatNumber')} hint={t('company.vatHint')} value={typed['vatNumber']} maxLength={60} autoComplete="off" problem={at('vatNumber')} optional />
      <Select name="group" label={t('companies.group')} hint={t('companies.groupHint')} options={groups} value={typed['group']} problem={at('group')} />
      <TextField name="paymentDays" label={t('companies.paymentDays')} hint={t('companies.paymentDaysHint')} value={typed['paymentDays']} inputMode="numeric" maxLength={3} autoComplete="off" problem={at('paymentDays')} optional />
      <TextField
        name="creditLimit"
        label={t('companies.creditLimit')}
        hint={company === null ? t('companies.creditLimitHint') : `${t('companies.creditLimitHint')} ${t('companies.owes', { amount: money(company.owes) })}`}
        value={typed['creditLimit']}
        inputMode="decimal"
        maxLength={20}
        autoComplete="off"
        problem={at('creditLimit')}
        optional
      />
      <Select
        name="orderVisibility"
        label={t('company.visibility')}
        value={typed['orderVisibility']}
        options={(['own', 'company'] as const).map((one) => ({ value: one, label: t(`company.visibility.${one}`) }))}
      />
    </Form>
  );
}

/** Nobody can look a number up from here: somebody says that he has, and his name stays beside it (G3). */
function VatNumber({ company: { href, vat } }: { company: NonNullable<AdminCompanyProps['company']> }) {
  const t = useT();
  const { date } = useFormat();
  if (vat.number === '') return <Panel title={t('companies.vat')} text={t('companies.vatNone')} />;
  const { check } = vat;
  const fact = check === null ? <Badge tone="warn">{t('companies.vatUnchecked')}</Badge> : <Badge tone="good">{t('companies.vatChecked', { date: date(check.at), name: check.by })}</Badge>;
  return (
    <Panel title={t('companies.vat')} text={t(check === null ? 'companies.vatUncheckedText' : 'companies.vatCheckedText')}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-2"><bdi className="tabular">{vat.number}</bdi> {fact}</p>
        <Form action={`${href}/vat-${check === null ? 'check' : 'uncheck'}`} hidden={{ vatNumber: vat.number }}>
          <Button>{t(check === null ? 'companies.vatCheck' : 'companies.vatUncheck')}</Button>
        </Form>
      </div>
    </Panel>
  );
}

function Buyers({ company, buyers, adding, problems }: AdminCompanyProps & { company: NonNullable<AdminCompanyProps['company']> }) {
  const t = useT();
  return (
    <Panel title={t('company.buyers')}>
      <div className="grid gap-4">
        {buyers.length > 0 ? <CompanyBuyerTable buyers={buyers} keptAt={company.href} /> : <p className="text-muted">{t('companies.noBuyers')}</p>}
        <Form action={`${company.href}/buyers`} label={t('companies.addBuyer')} className="form-stack" noValidate>
          <div className="field-pair">
            <TextField name="customer" label={t('companies.customer')} hint={t('companies.customerHint')} value={adding['customer']} maxLength={254} autoComplete="off" problem={problemAt(problems, 'customer')} />
            <Select name="role" label={t('company.role')} value={adding['role'] ?? 'buyer'} options={(['buyer', 'administrator'] as const).map((role) => ({ value: role, label: t(`company.role.${role}`) }))} />
          </div>
          <Button>{t('companies.addBuyer')}</Button>
        </Form>
      </div>
    </Panel>
  );
}

function Addresses({ addresses }: AdminCompanyProps) {
  const t = useT();
  return (
    <Panel title={t('company.addresses')} text={t(addresses.length > 0 ? 'company.addressesText' : 'company.addressesEmpty')}>
      <AddressGrid addresses={addresses} />
    </Panel>
  );
}
