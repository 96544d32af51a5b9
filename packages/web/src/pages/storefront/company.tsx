import type { CompanyProps } from '../../props/company.ts';
import { useRequest, useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { AddressCard } from './parts/address-card.tsx';

/** "Company": what its buyers share (G2). */
export function CompanyPage(props: CompanyProps) {
  const t = useT();
  const { assist } = useRequest();
  const { company, buyersHref, ordersHref, problems } = props;
  if (company === null) {
    return (
      <AccountLayout title={t('company.title')}>
        <PageHeader title={t('company.title')} />
        <ProblemList problems={problemsBeside(problems, [])} />
        <EmptyState icon="subject" title={t('company.none')} text={t('company.noneText')} />
      </AccountLayout>
    );
  }
  const links = (
    <>
      {ordersHref ? <ButtonLink href={ordersHref}>{t('company.orders')}</ButtonLink> : null}
      {buyersHref ? <ButtonLink href={buyersHref}>{t('company.buyers')}</ButtonLink> : null}
    </>
  );
  return (
    <AccountLayout title={t('company.title')}>
      <PageHeader title={<bdi>{company.name}</bdi>} text={<Badge tone="neutral">{t(`company.role.${company.role}`)}</Badge>} actions={ordersHref || buyersHref ? links : undefined} />
      <div className="grid gap-4">
        <ProblemList problems={problemsBeside(problems, ['name', 'vatNumber'])} />
        <Details {...props} />
        {assist && company.role === 'administrator' ? <Alert>{t('company.closed')}</Alert> : null}
        <Addresses {...props} />
      </div>
    </AccountLayout>
  );
}

function Details({ canChange, typed, problems }: CompanyProps) {
  const t = useT();
  const { base } = useStore();
  if (!canChange) {
    return (
      <Panel title={t('company.data')}>
        <DataList items={[{ label: t('company.name'), value: <bdi>{typed['name']}</bdi> }, { label: t('company.vatNumber'), value: typed['vatNumber'] || '–' }]} />
      </Panel>
    );
  }
  return (
    <Panel title={t('company.data')}>
      <Form action={`${base}/account/company`} className="grid gap-4" noValidate>
        <div className="form-grid">
          <TextField label={t('company.name')} name="name" value={typed['name']} problem={problemAt(problems, 'name')} autoComplete="organization" maxLength={120} className="span-half" />
          <TextField label={t('company.vatNumber')} name="vatNumber" value={typed['vatNumber']} problem={problemAt(problems, 'vatNumber')} hint={t('company.vatHint')} autoComplete="off" maxLength={60} className="span-half" optional />
        </div>
        <div>
          <Button tone="primary">{t('company.save')}</Button>
        </div>
      </Form>
    </Panel>
  );
}

function Addresses({ addresses, canChange }: CompanyProps) {
  const t = useT();
  const { base } = useStore();
  const book = `${base}/account/company/addresses`;
  const add = canChange ? (
    <ButtonLink href={`${book}/new`} icon="plus">
      {t('addresses.add')}
    </ButtonLink>
  ) : undefined;
  return (
    <Panel title={t('company.addresses')} text={t(addresses.length > 0 ? 'company.addressesText' : 'company.addressesEmpty')} actions={add}>
      {addresses.length > 0 ? (
        <ul className="card-grid">
          {addresses.map((address) => (
            <AddressCard key={address.id} {...{ address, book, canChange }} />
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
