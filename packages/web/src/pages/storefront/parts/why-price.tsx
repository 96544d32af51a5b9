import type { WhyPrice as Why } from '../../../props/shared.ts';
import { useFormat, useRequest, useT } from '../../../shell/request-context.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { Details } from '../../../ui/details.tsx';
import { formatPercent } from '../../../ui/format.ts';
import { WhyRows } from '../../../ui/why-rows.tsx';

/** "Why this price?": the sources considered, the winner, tax, discounts and rounding (C9). */
export function WhyPrice({ why }: { why: Why | null | undefined }) {
  const t = useT();
  const { money } = useFormat();
  if (!why) return null;
  const { rule, rows, edited, line, margin, taxIncluded, isReverseCharge, taxRounding } = why;
  return (
    <Details summary={t('why.title')} className="why-price">
      {rule ? <p className="text-sm text-muted">{t(`why.rule.${rule}`)}</p> : null}
      <WhyRows rows={rows} />
      {edited ? <p className="text-sm">{t('why.edited', { price: money(edited.amount), source: edited.source })}</p> : null}
      {line ? <LineSteps line={line} margin={margin} taxIncluded={taxIncluded} /> : <p className="text-sm text-muted">{t(taxIncluded ? 'why.taxIncluded' : 'why.taxExcluded')}</p>}
      <p className="text-sm text-muted">{isReverseCharge ? t('why.reverseCharge') : t('why.rounding', { taxRounding })}</p>
    </Details>
  );
}

function LineSteps({ line, margin, taxIncluded }: { line: NonNullable<Why['line']> } & Pick<Why, 'margin' | 'taxIncluded'>) {
  const t = useT();
  const { locale } = useRequest();
  const { money, number } = useFormat();
  const items = [
    { label: t('why.line'), value: t('ui.quantityTimes', { quantity: number(line.quantity), price: money(line.unit) }) + ` = ${money(line.total)}` },
    { label: t('ui.discount'), value: line.discount === null ? t('why.noDiscount') : `−${money(line.discount)}${line.discounts ? ` (${line.discounts})` : ''}` },
    { label: t('why.tax', { percent: line.taxPercent, included: taxIncluded ? 'yes' : 'no' }), value: money(line.tax) },
    { label: t('why.net'), value: money(line.net) },
    { label: t('why.gross'), value: money(line.gross) },
    ...(margin ? [{ label: t('cart.margin'), value: `${money(margin.money)}${margin.percent ? ` (${formatPercent(margin.percent, locale)})` : ''}` }] : []),
  ];
  return <DataList items={items} />;
}
