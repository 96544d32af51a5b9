import { formatDate } from '../../../ui/format.ts';
import type { AdminPriceRow } from '../../../props/catalog.ts';
import { useFormat, useRequest, useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';

/** The amount, or the percentage off the base price. */
export function PriceValue({ row }: { row: Pick<AdminPriceRow, 'amount' | 'percentOff'> }) {
  const t = useT();
  const { money } = useFormat();
  if (row.amount !== null) return <span className="price">{money(row.amount)}</span>;
  return <span className="price">{t('prices.percentOff', { percent: row.percentOff ?? '0' })}</span>;
}

/** First and last day by the website's calendar, and whether that is now. */
export function PriceDays({ row }: { row: Pick<AdminPriceRow, 'firstDay' | 'lastDay' | 'timeZone' | 'state'> }) {
  const t = useT();
  const { locale } = useRequest();
  const day = (at: Date) => formatDate(at, locale, row.timeZone);
  const { firstDay, lastDay, state } = row;
  if (firstDay === null && lastDay === null) return <span className="text-muted">{t('prices.always')}</span>;
  const text = firstDay === null ? t('prices.until', { to: day(lastDay ?? new Date(0)) }) : lastDay === null ? t('prices.since', { from: day(firstDay) }) : t('prices.between', { from: day(firstDay), to: day(lastDay) });
  return (
    <>
      {text} {state === 'current' ? null : <Badge tone={state === 'over' ? 'neutral' : 'warn'}>{t(`prices.state.${state}`)}</Badge>}
    </>
  );
}
