import { percentIn, type Locale, type Money } from '@onbehalf/core';
import { translator } from '../i18n/translate.ts';
import type { Totals } from '../props/shared.ts';
import { formatMoney } from './format.ts';

export interface TaxRow {
  label: string;
  more: string | null;
  amount: Money;
}

/** A row for each rate, on pages and in mails alike: what it is reckoned on where there are several, whose it is while no address is known. */
export function taxRows({ taxes, taxFor, taxIncluded, reverseCharge }: Pick<Totals, 'taxes' | 'taxFor' | 'taxIncluded' | 'reverseCharge'>, whole: Money, locale: Locale): TaxRow[] {
  const t = translator(locale);
  if (reverseCharge) return [{ label: t('ui.reverseCharge'), more: t('ui.vatNumbers', { seller: reverseCharge.seller, buyer: reverseCharge.vatNumber }), amount: whole }];
  const included = taxIncluded ? 'yes' : 'no';
  if (taxes.every(({ basisPoints }) => basisPoints === 0)) {
    return [{ label: taxFor === null ? t(taxIncluded ? 'ui.taxIncluded' : 'ui.tax') : t('ui.taxFor', { country: taxFor, included }), more: null, amount: whole }];
  }
  return taxes.map(({ basisPoints, base, tax }) => {
    const percent = percentIn(basisPoints, locale);
    const on = taxes.length > 1 ? [t('ui.taxOn', { amount: formatMoney(base, locale) })] : [];
    return taxFor === null
      ? { label: t('ui.taxAt', { percent, included }), more: on[0] ?? null, amount: tax }
      : { label: t('ui.taxFor', { country: taxFor, included }), more: [`${percent} %`, ...on].join(' '), amount: tax };
  });
}
