import type { StaffDashboardProps } from '../../../props/staff.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { CommissionChart } from './commission-chart.tsx';

type Sums = StaffDashboardProps['commission'][number];

/** What the actor earned, month and year, per currency, and how the year stands against the last (A6). */
export function CommissionPanel({ commission, chart }: Pick<StaffDashboardProps, 'commission' | 'chart'>) {
  const t = useT();
  const earned = commission.some(({ year, lastYear, pending }) => year.minor !== 0n || lastYear.minor !== 0n || pending.minor !== 0n);
  return (
    <Panel title={t('staff.commission.title')}>
      {earned ? (
        <>
          {commission.map((sums) => (
            <Earned key={sums.currency} sums={sums} />
          ))}
          <CommissionChart chart={chart} />
        </>
      ) : (
        <EmptyState level={3} icon="tag" title={t('staff.commission.emptyTitle')} text={t('staff.commission.empty')} />
      )}
    </Panel>
  );
}

function Earned({ sums }: { sums: Sums }) {
  const t = useT();
  const { money } = useFormat();
  const figures = [
    { label: t('staff.commission.month'), amount: sums.month },
    { label: t('staff.commission.year'), amount: sums.year },
    { label: t('staff.commission.lastYear'), amount: sums.lastYear },
    { label: t('staff.commission.pending'), amount: sums.pending },
  ];
  return (
    <dl className="figures-line">
      {figures.map(({ label, amount }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="price">{money(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}
