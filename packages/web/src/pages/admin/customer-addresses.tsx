import type { AdminCustomerAddressesProps } from '../../props/customers.ts';
import { useT } from '../../shell/request-context.tsx';
import { AddressBlock } from '../../ui/address-block.tsx';
import { AddressBadges } from '../../ui/address-badges.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CustomerLayout } from './parts/customer-layout.tsx';

/** "Addresses" of one customer. */
export function AdminCustomerAddressesPage({ frame, addresses }: AdminCustomerAddressesProps) {
  const t = useT();
  const path = `/admin/customers/${frame.id}/addresses`;
  const add = (
    <ButtonLink href={`${path}/new`} icon="plus">
      {t('addresses.add')}
    </ButtonLink>
  );
  return (
    <CustomerLayout frame={frame} actions={add}>
      {addresses.length === 0 ? <EmptyState icon="pin" title={t('addresses.empty')} text={t('customers.noAddress')} /> : null}
      <ul className="card-grid">
        {addresses.map((address) => (
          <li key={address.id} className="panel address-card">
            <AddressBadges address={address} />
            <AddressBlock address={address} />
            <div className="address-card-actions">
              <ButtonLink href={`${path}/${address.id}`} size="small" icon="edit" label={t('addresses.editNamed', { name: address.name })}>
                {t('addresses.edit')}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </CustomerLayout>
  );
}
