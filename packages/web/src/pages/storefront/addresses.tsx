import type { AddressesProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { AddressBlock } from '../../ui/address-block.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

export function AddressesPage({ addresses, canChange }: AddressesProps) {
  const t = useT();
  const { base } = useStore();
  const add = canChange ? (
    <ButtonLink href={`${base}/account/addresses/new`} tone="primary" icon="plus">
      {t('addresses.add')}
    </ButtonLink>
  ) : null;
  return (
    <AccountLayout title={t('account.addresses')}>
      <PageHeader title={t('account.addresses')} actions={addresses.length > 0 ? add : undefined} />
      {addresses.length > 0 ? (
        <ul className="card-grid">
          {addresses.map((address) => (
            <AddressCard key={address.id} {...{ address, canChange }} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="pin" title={t('addresses.empty')} text={t('addresses.emptyText')} action={add} />
      )}
    </AccountLayout>
  );
}

type Listed = AddressesProps['addresses'][number];

function AddressCard({ address, canChange }: { address: Listed; canChange: boolean }) {
  const t = useT();
  const { base } = useStore();
  const href = `${base}/account/addresses/${address.id}`;
  return (
    <li className="panel address-card">
      {address.isDefault ? (
        <Badge tone="accent" icon="check">
          {t('addresses.default')}
        </Badge>
      ) : null}
      <AddressBlock address={address} />
      {canChange ? (
        <div className="address-card-actions">
          <ButtonLink href={href} size="small" icon="edit" label={t('addresses.editNamed', { name: address.name })}>
            {t('addresses.edit')}
          </ButtonLink>
          {address.isDefault ? null : (
            <Form action={`${href}/default`}>
              <Button size="small" tone="quiet">
                {t('addresses.makeDefault')}
              </Button>
            </Form>
          )}
          <DeleteAddress address={address} href={href} />
        </div>
      ) : null}
    </li>
  );
}

/** A dialog first names what goes; the browser opens it by itself. */
function DeleteAddress({ address, href }: { address: Listed; href: string }) {
  const t = useT();
  const id = `delete-${address.id}`;
  const label = t('addresses.deleteNamed', { name: address.name });
  const form = <Form action={`${href}/delete`} id={`${id}-form`} />;
  return (
    <>
      <Button type="button" size="small" tone="quiet" icon="trash" iconOnly command="show-modal" commandFor={id} title={label}>
        {label}
      </Button>
      <Dialog
        id={id}
        title={t('addresses.deleteTitle')}
        actions={
          <Button tone="danger" form={`${id}-form`}>
            {t('addresses.delete')}
          </Button>
        }
      >
        <p>{t('addresses.deleteText', { street: address.street, city: address.city })}</p>
        {form}
      </Dialog>
    </>
  );
}
