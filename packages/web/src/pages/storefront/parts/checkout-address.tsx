import type { CheckoutProps } from '../../../props/storefront.ts';
import { useStore, useT } from '../../../shell/request-context.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { RadioCards, type RadioCard } from '../../../ui/radio-cards.tsx';
import { AddressFields } from './address-fields.tsx';
import { Recalculates } from './recalculates.tsx';

/** Where it goes: a known address, or a new one whose fields open below. */
export function CheckoutAddress({ addresses, typed, problems, countries, needsShipping }: CheckoutProps) {
  const t = useT();
  const { base } = useStore();
  const chosen = typed.address ?? addresses[0]?.id ?? 'new';
  const known: RadioCard[] = addresses.map(({ id, name, company, street, postcode, city, country }) => ({
    value: id,
    label: name,
    text: [company, street, `${postcode} ${city}`.trim(), country].filter(Boolean).join(', '),
    chosen: chosen === id,
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
      </div>
    </Panel>
  );
}
