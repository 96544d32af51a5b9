import type { BookAddress } from '../../../props/storefront.ts';
import { useT } from '../../../shell/request-context.tsx';
import { AddressBadges } from '../../../ui/address-badges.tsx';
import { AddressBlock } from '../../../ui/address-block.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';

interface AddressCardProps {
  address: BookAddress;
  /** Where the book is: the customer's own, or the company's (G2). */
  book: string;
  canChange: boolean;
}

/** One address of a book, with what it stands for and what can be done with it. */
export function AddressCard({ address, book, canChange }: AddressCardProps) {
  const t = useT();
  const href = `${book}/${address.id}`;
  return (
    <li className="panel address-card">
      <AddressBadges address={address} />
      <AddressBlock address={address} />
      {canChange ? (
        <div className="address-card-actions">
          <ButtonLink href={href} size="small" icon="edit" label={t('addresses.editNamed', { name: address.name })}>
            {t('addresses.edit')}
          </ButtonLink>
          {address.isDefault ? null : <MakeDefault href={href} use="shipping" label={t('addresses.makeDefault')} />}
          {address.isDefaultBilling ? null : <MakeDefault href={href} use="billing" label={t('addresses.makeDefaultBilling')} />}
          <DeleteAddress address={address} href={href} />
        </div>
      ) : null}
    </li>
  );
}

function MakeDefault({ href, use, label }: { href: string; use: 'shipping' | 'billing'; label: string }) {
  return (
    <Form action={`${href}/default`} hidden={{ use }}>
      <Button size="small" tone="quiet">
        {label}
      </Button>
    </Form>
  );
}

/** A dialog first names what goes; the browser opens it by itself. */
function DeleteAddress({ address, href }: { address: BookAddress; href: string }) {
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
