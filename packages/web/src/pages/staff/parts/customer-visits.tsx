import type { CustomerOverview } from '../../../props/customers.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';

/** Who else was in this account, and when (A9). */
export function CustomerVisits({ visits }: Pick<CustomerOverview, 'visits'>) {
  const t = useT();
  const { date } = useFormat();
  return (
    <Panel title={t('customers.helped')}>
      {visits.length === 0 ? <p className="text-muted">{t('customers.nobodyHelped')}</p> : null}
      <ul className="facts">
        {visits.map(({ id, actorName, startedAt, endedAt, reason }) => (
          <li key={id}>
            <PersonTag who="actor" name={actorName} hideWord />
            <span className="text-muted">
              {endedAt ? t('customers.visit', { from: date(startedAt, 'dateTime'), to: date(endedAt, 'time') }) : t('customers.visitNow', { from: date(startedAt, 'dateTime') })}
              {reason ? ` · ${reason}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
