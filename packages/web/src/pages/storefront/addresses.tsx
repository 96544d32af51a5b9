import type { AddressesProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { AddressCard } from './parts/address-card.tsx';

export function AddressesPage({ addresses, canChange }: AddressesProps) {
  const t = useT();
  const { base } = useStore();
  const book = `${base}/account/addresses`;
  const add = canChange ? (
    <ButtonLink href={`${book}/new`} tone="primary" icon="plus">
      {t('addresses.add')}
    </ButtonLink>
  ) : null;
  return (
    <AccountLayout title={t('account.addresses')}>
      <PageHeader title={t('account.addresses')} actions={addresses.length > 0 ? add : undefined} />
      {addresses.length > 0 ? (
        <ul className="card-grid">
          {addresses.map((address) => (
            <AddressCard key={address.id} {...{ address, book, canChange }} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="pin" title={t('addresses.empty')} text={t('addresses.emptyText')} action={add} />
      )}
    </AccountLayout>
  );
}
