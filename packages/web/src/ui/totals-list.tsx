import type { ReactNode } from 'react';
import type { Totals } from '../props/shared.ts';
import { useT } from '../shell/request-context.tsx';
import { Price } from './price.tsx';

interface TotalsListProps {
  totals: Totals;
  /** The total in large figures, for reading out (D7). */
  large?: boolean;
}

/** What it comes to. What isn't known yet says so. */
export function TotalsList({ totals, large }: TotalsListProps) {
  const t = useT();
  const { subtotal, discount, couponCode, shipping, tax, taxIncluded, total } = totals;
  const discountLabel = couponCode ? t('ui.discountWith', { code: couponCode }) : t('ui.discount');
  const taxLine = <Line label={taxIncluded ? t('ui.taxIncluded') : t('ui.tax')} value={tax ? <Price amount={tax} /> : t('ui.atCheckout')} quiet={taxIncluded} />;
  return (
    <dl className={large ? 'totals totals-large' : 'totals'}>
      <Line label={t('ui.subtotal')} value={<Price amount={subtotal} />} />
      {discount ? <Line label={discountLabel} value={<Price amount={{ ...discount, minor: discount.minor > 0n ? -discount.minor : discount.minor }} />} /> : null}
      <Line label={t('ui.shipping')} value={shippingText(shipping, t('ui.atCheckout'), t('ui.free'))} />
      {taxIncluded ? null : taxLine}
      <div className="totals-sum">
        <dt>{t('ui.total')}</dt>
        <dd>
          <Price amount={total} size={large ? 'display' : 'large'} />
        </dd>
      </div>
      {taxIncluded ? taxLine : null}
    </dl>
  );
}

function shippingText(shipping: Totals['shipping'], later: string, free: string): ReactNode {
  if (!shipping) return later;
  return shipping.minor === 0n ? free : <Price amount={shipping} />;
}

function Line({ label, value, quiet }: { label: string; value: ReactNode; quiet?: boolean }) {
  return (
    <div className={quiet ? 'text-muted' : undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
