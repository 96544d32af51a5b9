import type { PriceEarning as Earning } from '../../../props/storefront.ts';
import { useFormat, useRequest, useT } from '../../../shell/request-context.tsx';
import { formatPercent } from '../../../ui/format.ts';

/** What the script reckons from while a price is typed. */
export function earningData({ terms }: Earning) {
  const { quantity, taxBasisPoints, taxIncluded, couponBasisPoints, basis, rateBasisPoints, costMinor } = terms;
  return {
    'data-quantity': quantity,
    'data-tax': taxBasisPoints,
    'data-tax-included': taxIncluded ? 'yes' : 'no',
    'data-coupon': couponBasisPoints,
    'data-basis': basis,
    'data-rate': rateBasisPoints,
    'data-cost': costMinor?.toString(),
  };
}

/** Beside the price: margin for those who may see it, and the actor's own commission (C5). */
export function PriceEarning({ earning }: { earning: Earning }) {
  const t = useT();
  const { locale } = useRequest();
  const { money } = useFormat();
  const { margin, lowest, commission } = earning;
  const share = margin?.percent ? ` (${formatPercent(margin.percent, locale)})` : '';
  return (
    <dl className="price-earning">
      {margin ? <Figure label={t('cart.margin')} name="margin" value={`${money(margin.money)}${share}`} /> : null}
      {lowest ? <Figure label={t('cart.lowestPrice')} name="lowest" value={money(lowest)} /> : null}
      <Figure label={t('cart.commission')} name="commission" value={money(commission)} />
    </dl>
  );
}

function Figure({ label, name, value }: { label: string; name: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-earning={name}>{value}</dd>
    </div>
  );
}
