import type { CheckView } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';

const ICONS: Readonly<Record<CheckView['outcome'], IconName>> = { pass: 'good', fail: 'bad', skipped: 'minus' };

/** All checks of a start with pass or fail and what to do (B1). What failed comes first. */
export function CheckList({ checks }: { checks: readonly CheckView[] }) {
  const rank = { fail: 0, pass: 1, skipped: 2 } as const;
  const sorted = checks.toSorted((a, b) => rank[a.outcome] - rank[b.outcome]);
  return (
    <ul className="checks">
      {sorted.map((check) => (
        <Check key={check.code} check={check} />
      ))}
    </ul>
  );
}

function Check({ check }: { check: CheckView }) {
  const t = useT();
  return (
    <li className={`check check-${check.outcome}`}>
      <Icon name={ICONS[check.outcome]} />
      <div>
        <span className="sr-only">{t(`staff.start.${check.outcome}`)}: </span>
        {check.text}
        {check.outcome === 'fail' && check.remedy ? <p className="check-remedy">{check.remedy}</p> : null}
      </div>
    </li>
  );
}
