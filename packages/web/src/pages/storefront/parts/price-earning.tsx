import { toDecimal } from '@onbehalf/core';
import type { CartLineView, OpenPriceEdit, PriceEarning as Earning } from '../../../props/storefront.ts';
import { useFormat, useRequest, useT } from '../../../shell/request-context.tsx';
import { formatPercent } from '../../../ui/format.ts';

/** What the script reckons from while a price or a percentage is typed. */
export function previewData({ line, edit, t, now = '' }: { line: CartLineView; edit: OpenPriceEdit; t: ReturnType<typeof useT>; now?: string }) {
  const { quantity, taxBasisPoints, taxIncluded, couponBasisPoints, basis, rateBasisPoints, costMinor } = edit.earning.terms;
  const original = line.originalUnit ?? line.unit;
  return {
    original: toDecimal(original.minor, original.currency),
    currency: original.currency,
    'data-quantity': quantity,
    'data-tax': taxBasisPoints,
    'data-tax-included': taxIncluded ? 'yes' : 'no',
    'data-coupon': couponBasisPoints,
    'data-basis': basis,
    'data-rate': rateBasisPoints,
    'data-cost': costMinor?.toString(),
    // Escape puts this back, also where the field holds what was refused.
    'data-now': now,
    'data-limit': edit.limit?.lowest.minor.toString(),
    'data-beyond': edit.limit ? t(edit.limit.asks ? 'cart.beyondAsks' : 'cart.beyondLimit') : undefined,
    'data-floor': edit.earning.lowest?.minor.toString(),
    'data-too-low': edit.earning.lowest ? t('cart.belowFloor') : undefined,
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
