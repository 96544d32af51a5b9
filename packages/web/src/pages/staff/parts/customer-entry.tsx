import type { CustomerRow } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { EnterButton } from './enter-button.tsx';
import { reasonsId } from './enter-reasons.tsx';

/** "Login to this account", or every reason why not and what to do about each (A8). */
export function CustomerEntry({ row }: { row: CustomerRow }) {
  const t = useT();
  return (
    <Panel title={t('staff.customers.loginTitle')} actions={<EnterButton row={row} />}>
      {row.reasons.length > 0 ? (
        <ul id={reasonsId(row)} className="facts">
          {row.reasons.map(({ code, text, remedy }) => (
            <li key={code}>
              {text} {remedy ? <strong>{remedy}</strong> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t('customers.enterText')}</p>
      )}
    </Panel>
  );
}
