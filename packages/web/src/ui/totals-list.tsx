import type { Money } from '@onbehalf/core';
import type { ReactNode } from 'react';
import { taxRows } from './tax-rows.ts';
import type { OrderView, Totals } from '../props/shared.ts';
import { useFormat, useRequest, useT } from '../shell/request-context.tsx';
import { Price } from './price.tsx';

interface TotalsListProps {
  totals: Totals;
  /** The total in large figures, for reading out (D7). */
  large?: boolean;
  /** Why staff gave what they gave off the whole of it (C10). */
  reasons?: OrderView['concessionReasons'];
  /** A part of an order: shipping that isn't on it was not given free. */
  isPart?: boolean;
  /** What delivery costs at least, while it isn't chosen (G3). */
  shippingFrom?: Money | null;
}

/** What it comes to. What isn't known yet says so. */
export function TotalsList({ totals, large, reasons, isPart, shippingFrom }: TotalsListProps) {
  const t = useT();
  const format = useFormat();
  const { locale } = useRequest();
  const { subtotal, discount, couponCode, staffDiscount, freeShipping, shipping, tax, taxIncluded, total } = totals;
  const couponDiscount = discount && staffDiscount ? less(discount, staffDiscount) : discount;
  const discountLabel = couponCode ? t('ui.discountWith', { code: couponCode }) : t('ui.discount');
  const taxLines = tax
    ? taxRows(totals, tax, locale).map(({ label, more, amount }) => <Line key={label + (more ?? '')} {...{ label, more }} value={<Price amount={amount} />} quiet={taxIncluded} />)
    : [<Line key="tax" label={t(taxIncluded ? 'ui.taxIncluded' : 'ui.tax')} value={t('ui.atCheckout')} quiet={taxIncluded} />];
  return (
    <dl className={large ? 'totals totals-large' : 'totals'}>
      <Line label={t('ui.subtotal')} value={<Price amount={subtotal} />} />
      {couponDiscount && couponDiscount.minor !== 0n ? <Line label={discountLabel} value={<Price amount={negative(couponDiscount)} />} /> : null}
      {staffDiscount ? <Line label={t('ui.staffDiscount')} more={reasons?.discount} value={<Price amount={negative(staffDiscount)} />} /> : null}
      {isPart && shipping?.minor === 0n ? null : (
        <Line label={t(freeShipping ? 'ui.freeShipping' : 'ui.shipping')} more={reasons?.freeShipping} value={freeShipping ? <Price amount={{ ...total, minor: 0n }} /> : shippingText(shipping, shippingFrom?.minor ? t('ui.shippingFrom', { price: format.money(shippingFrom) }) : t('ui.atCheckout'), t('ui.free'))} />
      )}
      {taxIncluded ? null : taxLines}
      <div className="totals-sum">
        <dt>{t('ui.total')}</dt>
        <dd>
          <Price amount={total} size={large ? 'display' : 'large'} />
        </dd>
      </div>
      {taxIncluded ? taxLines : null}
    </dl>
  );
}

const negative = (amount: Money): Money => ({ ...amount, minor: amount.minor > 0n ? -amount.minor : amount.minor });

const less = (amount: Money, part: Money): Money => ({ ...amount, minor: amount.minor - part.minor });

function shippingText(shipping: Totals['shipping'], later: string, free: string): ReactNode {
  if (!shipping) return later;
  return shipping.minor === 0n ? free : <Price amount={shipping} />;
}

function Line({ label, more, value, quiet }: { label: string; more?: string | null | undefined; value: ReactNode; quiet?: boolean }) {
  return (
    <div className={quiet ? 'text-muted' : undefined}>
      <dt>
        {label}
        {more ? <span className="text-muted"> ({more})</span> : null}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
