import type { CheckoutProps } from '../../../props/storefront.ts';
import { useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { countryName, townText } from '../../../ui/address-block.tsx';
import { languageTag } from '../../../ui/format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { RadioCards, type RadioCard } from '../../../ui/radio-cards.tsx';
import { Select } from '../../../ui/select.tsx';
import { AddressFields } from './address-fields.tsx';
import { Recalculates } from './recalculates.tsx';

/** Where it goes: a known address, or a new one whose fields open below. */
export function CheckoutAddress(props: CheckoutProps) {
  const t = useT();
  const { base } = useStore();
  const { locale } = useRequest();
  const { addresses, typed, problems, countries, needsShipping } = props;
  const chosen = typed.address ?? addresses[0]?.id ?? 'new';
  const known: RadioCard[] = addresses.map((address) => ({
    value: address.id,
    label: address.ofCompany ? `${address.name} (${t('checkout.ofCompany')})` : address.name,
    text: [address.company, address.street, townText(address), countryName(address.country, languageTag(locale))].filter(Boolean).join(', '),
    chosen: chosen === address.id,
  }));
  const cards = [...known, { value: 'new', label: t('checkout.newAddress'), chosen: chosen === 'new' }];
  const title = t(needsShipping ? 'checkout.shippingAddress' : 'checkout.billingAddress');
  return (
    <Panel title={title}>
      <div className="grid gap-4">
        {addresses.length > 0 ? (
          <Recalculates base={base}>
            <RadioCards legend={title} hideLegend name="address" cards={cards} problem={problemAt(problems, 'address')} />
          </Recalculates>
        ) : (
          <input type="hidden" name="address" value="new" />
        )}
        <div className={addresses.length > 0 ? 'new-address' : undefined}>
          {/* The country decides the tax. */}
          <Recalculates base={base} only="#field-country">
            <AddressFields typed={typed} problems={problems} countries={countries} />
          </Recalculates>
        </div>
        <InvoiceTo {...props} />
      </div>
    </Panel>
  );
}

/** What the invoice is written to. Without goods to send there is one address for both. */
function InvoiceTo({ addresses, billingId, typed, problems, needsShipping }: CheckoutProps) {
  const t = useT();
  if (!needsShipping || addresses.length === 0) return <input type="hidden" name="billing" value="same" />;
  const options = addresses.map(({ id, name, company, street, city }) => ({ value: id, label: [company || name, street, city].join(', ') }));
  return (
    <Select
      label={t('checkout.invoiceTo')}
      name="billing"
      value={typed.billing ?? billingId ?? 'same'}
      options={[{ value: 'same', label: t('checkout.invoiceSame') }, ...options]}
      problem={problemAt(problems, 'billing')}
    />
  );
}
