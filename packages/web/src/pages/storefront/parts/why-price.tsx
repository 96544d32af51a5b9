import type { WhyPrice as Why } from '../../../props/shared.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { Details } from '../../../ui/details.tsx';
import { WhyRows } from '../../../ui/why-rows.tsx';

/** "Why this price?" for the actor: the sources considered, the winner, tax, discounts and rounding (C9). */
export function WhyPrice({ why }: { why: Why | null | undefined }) {
  const t = useT();
  const { money } = useFormat();
  if (!why) return null;
  const { rule, rows, edited, line, taxIncluded, taxRounding } = why;
  return (
    <Details summary={t('why.title')} className="why-price">
      <p className="text-sm text-muted">{t(`why.rule.${rule}`)}</p>
      <WhyRows rows={rows} />
      {edited ? <p className="text-sm">{t('why.edited', { price: money(edited.amount), source: edited.source })}</p> : null}
      {line ? <LineSteps line={line} taxIncluded={taxIncluded} /> : <p className="text-sm text-muted">{t(taxIncluded ? 'why.taxIncluded' : 'why.taxExcluded')}</p>}
      <p className="text-sm text-muted">{t('why.rounding', { taxRounding })}</p>
    </Details>
  );
}

function LineSteps({ line, taxIncluded }: { line: NonNullable<Why['line']>; taxIncluded: boolean }) {
  const t = useT();
  const { money, number } = useFormat();
  const items = [
    { label: t('why.line'), value: t('ui.quantityTimes', { quantity: number(line.quantity), price: money(line.unit) }) + ` = ${money(line.total)}` },
    { label: t('ui.discount'), value: line.discount === null ? t('why.noDiscount') : `−${money(line.discount)}` },
    { label: t('why.tax', { percent: line.taxPercent, included: taxIncluded ? 'yes' : 'no' }), value: money(line.tax) },
    { label: t('why.net'), value: money(line.net) },
    { label: t('why.gross'), value: money(line.gross) },
  ];
  return <DataList items={items} />;
}
