import type { StaffDashboardProps } from '../../../props/staff.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Details } from '../../../ui/details.tsx';

type Chart = StaffDashboardProps['chart'];
type Month = Chart['months'][number];

/** Twelve months beside the twelve before, drawn on the server; the same figures as a table on demand. */
export function CommissionChart({ chart }: { chart: Chart }) {
  const t = useT();
  const { money } = useFormat();
  const top = chart.months.reduce((most, { thisYear, lastYear }) => [most, thisYear, lastYear].reduce((a, b) => (a > b ? a : b)), 0n);
  if (top === 0n) return null;
  const amount = (minor: bigint) => money({ minor, currency: chart.currency });
  return (
    <figure className="chart">
      <figcaption className="sr-only">{t('staff.commission.chart', { currency: chart.currency })}</figcaption>
      <div className="chart-legend" aria-hidden="true">
        <span className="chart-key chart-key-this">{t('staff.commission.thisYearColumn')}</span>
        <span className="chart-key chart-key-last">{t('staff.commission.lastYearColumn')}</span>
        <span className="chart-top">{t('staff.commission.max', { amount: amount(top) })}</span>
      </div>
      <div className="chart-months" aria-hidden="true">
        {chart.months.map((month, index) => (
          <Bars key={index} month={month} top={top} title={`${month.label}: ${amount(month.thisYear)} · ${amount(month.lastYear)}`} />
        ))}
      </div>
      <Details summary={t('staff.commission.chartTable')}>
        <Figures chart={chart} />
      </Details>
    </figure>
  );
}

/** Heights are attributes of the drawing, not styles: the content security policy allows no style attribute. */
function Bars({ month, top, title }: { month: Month; top: bigint; title: string }) {
  const height = (minor: bigint) => Number((minor * 1000n) / top) / 10;
  const [now, before] = [height(month.thisYear), height(month.lastYear)];
  return (
    <div className="chart-month">
      <svg viewBox="0 0 20 100" preserveAspectRatio="none" className="chart-bars">
        <title>{title}</title>
        <rect className="chart-last" x="1" y={100 - before} width="8" height={before} />
        <rect className="chart-this" x="10" y={100 - now} width="9" height={now} />
      </svg>
      <span className="chart-label">{month.label}</span>
    </div>
  );
}

function Figures({ chart }: { chart: Chart }) {
  const t = useT();
  const { money } = useFormat();
  const bare = (minor: bigint) => money({ minor, currency: chart.currency }, { bare: true });
  const columns = ['staff.commission.thisYearColumn', 'staff.commission.lastYearColumn'] as const;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{t('staff.commission.monthColumn')}</th>
          {columns.map((id) => (
            <th key={id} scope="col" className="table-end">
              {t('staff.orders.in', { label: t(id), currency: chart.currency })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.months.map((month, index) => (
          <tr key={index}>
            <th scope="row">{month.label}</th>
            <td className="table-end">{bare(month.thisYear)}</td>
            <td className="table-end">{bare(month.lastYear)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
