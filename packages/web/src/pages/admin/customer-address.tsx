import type { AdminCustomerAddressProps } from '../../props/customers.ts';
import { useT } from '../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { AddressFields, addressFieldNames } from '../storefront/parts/address-fields.tsx';
import { CustomerLayout } from './parts/customer-layout.tsx';

const FORM = 'customer';

/** One address of a customer's book. */
export function AdminCustomerAddressPage({ frame, addressId, typed, countries, problems }: AdminCustomerAddressProps) {
  const t = useT();
  const list = `/admin/customers/${frame.id}/addresses`;
  const save = (
    <Button tone="primary" form={FORM}>
      {t('customers.save')}
    </Button>
  );
  return (
    <CustomerLayout frame={frame} actions={save}>
      <Panel title={t(addressId === null ? 'address.new' : 'address.edit')}>
        <Form id={FORM} action={addressId === null ? list : `${list}/${addressId}`} className="grid gap-4">
          <ProblemList problems={problemsBeside(problems, addressFieldNames)} />
          <AddressFields {...{ typed, problems, countries }} />
          <Checkbox label={t('addresses.default')} name="isDefault" checked={typed['isDefault'] === '1'} />
          <Checkbox label={t('addresses.defaultBilling')} name="isDefaultBilling" checked={typed['isDefaultBilling'] === '1'} />
          <div>
            <ButtonLink href={list} tone="quiet">
              {t('ui.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
    </CustomerLayout>
  );
}
