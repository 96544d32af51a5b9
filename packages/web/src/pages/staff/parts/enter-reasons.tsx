import type { CustomerRow } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Icon } from '../../../ui/icon.tsx';

export const reasonsId = (row: CustomerRow): string => `reasons-${row.id}`;

/**
 * Every reason why an account can't be entered and what to do about it, in place. The list has no label of its own: the
 * button takes its description from it, and a label would be read instead of the reasons.
 */
export function EnterReasons({ row }: { row: CustomerRow }) {
  const t = useT();
  if (row.reasons.length === 0) return null;
  return (
    <tr role="row" className="customer-reasons">
      <td role="cell" colSpan={7}>
        <span className="sr-only">{t('staff.customers.why', { name: row.name })}</span>
        <ul id={reasonsId(row)}>
          {row.reasons.map((reason) => (
            <li key={reason.code}>
              <Icon name="lock" />
              <span>
                {reason.text} {reason.remedy ? <strong>{reason.remedy}</strong> : null}
              </span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
