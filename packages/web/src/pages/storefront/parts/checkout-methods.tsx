import type { CheckoutProps } from '../../../props/storefront.ts';
import { useFormat, useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { RadioCards } from '../../../ui/radio-cards.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Recalculates } from './recalculates.tsx';

/** "Update totals" comes first in the form: Enter in a field recalculates and never places the order. */
export function CheckoutShipping({ shippingMethods, problems }: CheckoutProps) {
  const t = useT();
  const { money } = useFormat();
  const { base } = useStore();
  const cards = shippingMethods.map(({ code, name, text, price, chosen }) => ({
    value: code,
    label: name,
    text,
    aside: price.minor === 0n ? t('ui.free') : money(price),
    chosen,
  }));
  return (
    <Panel title={t('checkout.shipping')}>
      <div className="grid justify-items-start gap-3">
        <div className="w-full">
          {cards.length === 0 ? <p>{t('checkout.noShipping')}</p> : null}
          <Recalculates base={base}>
            <RadioCards legend={t('checkout.shipping')} hideLegend name="shipping" cards={cards} problem={problemAt(problems, 'shipping')} />
          </Recalculates>
        </div>
        <Button size="small" formAction={`${base}/checkout/preview`}>
          {t('checkout.updateTotals')}
        </Button>
      </div>
    </Panel>
  );
}

export function CheckoutPayment({ paymentMethods, problems, typed }: CheckoutProps) {
  const t = useT();
  const cards = paymentMethods.map(({ code, name, text, chosen, disabled = false }) => ({ value: code, label: name, text, chosen, disabled }));
  const takesNumber = paymentMethods.some(({ code }) => code === 'purchase-order');
  return (
    <Panel title={t('checkout.payment')}>
      <div className="grid gap-4">
        <RadioCards legend={t('checkout.payment')} hideLegend name="payment" cards={cards} problem={problemAt(problems, 'payment')} />
        {takesNumber ? (
          <div className="purchase-order">
            <TextField label={t('checkout.purchaseOrder')} name="purchaseOrder" value={typed.purchaseOrder} problem={problemAt(problems, 'purchaseOrder')} maxLength={40} />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
