import type { Money } from '@onbehalf/core';
import { useT } from '../../../shell/request-context.tsx';
import { Price } from '../../../ui/price.tsx';

/** What the actor earns by this order; the customer never gets it rendered. */
export function CommissionLine({ amount }: { amount: Money }) {
  const t = useT();
  return (
    <p className="commission">
      {t('cart.commission')} <Price amount={amount} />
    </p>
  );
}
