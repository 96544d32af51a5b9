import type { AddressProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { AddressFields, addressFieldNames } from './parts/address-fields.tsx';

export function AddressPage({ ofCompany, id, typed, countries, problems }: AddressProps) {
  const t = useT();
  const { base } = useStore();
  // The book of a company stands on the company's page.
  const book = ofCompany ? `${base}/account/company/addresses` : `${base}/account/addresses`;
  const list = ofCompany ? `${base}/account/company` : book;
  const title = t(id ? 'address.edit' : 'address.new');
  return (
    <AccountLayout title={title}>
      <PageHeader above={<Breadcrumb crumbs={[{ name: t(ofCompany ? 'company.title' : 'addresses.all'), href: list }]} here={title} />} title={title} />
      <Panel className="max-w-2xl">
        <Form action={id ? `${book}/${id}` : book} className="grid gap-4">
          <ProblemList problems={problemsBeside(problems, addressFieldNames)} />
          <AddressFields {...{ typed, problems, countries }} />
          <div className="flex gap-2">
            <Button tone="primary">{t('address.save')}</Button>
            <ButtonLink href={list} tone="quiet">
              {t('ui.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
    </AccountLayout>
  );
}
