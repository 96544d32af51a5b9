import type { CustomerRow } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { CustomerName } from './customer-name.tsx';
import { EnterButton } from './enter-button.tsx';
import { reasonsId } from './enter-reasons.tsx';

/** The customers seen last, one click from their accounts. */
export function RecentCustomers({ rows }: { rows: readonly CustomerRow[] }) {
  const t = useT();
  return (
    <Panel
      title={t('staff.dashboard.recentCustomers')}
      flush
      actions={
        <ButtonLink href="/staff/customers" tone="quiet" size="small">
          {t('staff.dashboard.allCustomers')}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <EmptyState level={3} icon="customers" title={t('staff.dashboard.noCustomersTitle')} text={t('staff.dashboard.noCustomers')} />
      ) : (
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.id}>
              <CustomerName row={row} />
              <EnterButton row={row} />
              <Reasons row={row} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Reasons({ row }: { row: CustomerRow }) {
  if (row.reasons.length === 0) return null;
  return (
    <ul className="rows-reasons" id={reasonsId(row)}>
      {row.reasons.map((reason) => (
        <li key={reason.code}>
          <Icon name="lock" />
          <span>
            {reason.text} {reason.remedy ? <strong>{reason.remedy}</strong> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
