import type { CommissionView, OrderView } from '../../../props/shared.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { CommissionStateBadge } from '../../../ui/commission-state.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';

/** Two people, one order: the subject, and the actor with the snapshot of D1. */
export function OrderPeople({ order }: { order: OrderView }) {
  const t = useT();
  return (
    <Panel title={t('staff.order.people')}>
      <div className="people">
        <Subject customer={order.customer} />
        {order.assisted ? <Actor assisted={order.assisted} /> : null}
        <Owner order={order} />
      </div>
    </Panel>
  );
}

function Subject({ customer }: { customer: OrderView['customer'] }) {
  const t = useT();
  return (
    <div>
      <PersonTag who="subject" name={customer.name} />
      <ul className="people-facts">
        {customer.company ? (
          <li>
            <bdi>{customer.company}</bdi>
          </li>
        ) : null}
        <li>{customer.email}</li>
        <li className="text-muted">
          {t('staff.order.customerId', { id: customer.id })}
          {customer.externalId ? ` · ${t('staff.order.externalId', { id: customer.externalId })}` : ''}
        </li>
      </ul>
    </div>
  );
}

function Actor({ assisted }: { assisted: NonNullable<OrderView['assisted']> }) {
  const t = useT();
  const facts = [
    { label: t('staff.order.group'), value: assisted.groupName },
    { label: t('staff.order.channel'), value: t(`staff.order.channel.${assisted.channel}`) },
    { label: t('staff.order.reason'), value: assisted.reason },
    { label: t('staff.order.reference'), value: assisted.reference },
  ].filter(({ value }) => value !== '');
  return (
    <div>
      <PersonTag who="actor" name={assisted.actorName} />
      <DataList items={facts} />
    </div>
  );
}

/** Whose order it is, apart from who placed it (D2), and what stands to be earned (D4). */
function Owner({ order }: { order: OrderView }) {
  const t = useT();
  const owner = order.owner ?? <span className="text-muted">{t('sales.people.nobody')}</span>;
  const commission = order.commission ? <Commission commission={order.commission} /> : <span className="text-muted">{t('staff.order.noCommission')}</span>;
  return <DataList items={[{ label: t('sales.people.owner'), value: owner }, { label: t('staff.order.commission'), value: commission }]} />;
}

function Commission({ commission }: { commission: CommissionView }) {
  const t = useT();
  const { money } = useFormat();
  const { amount, state, rate, basis, pending, earned, reversed } = commission;
  const basisText = t(`staff.order.basis.${basis}`);
  const parts = [
    pending.minor > 0n ? t('sales.commission.sumPending', { amount: money(pending) }) : '',
    earned.minor > 0n ? t('sales.commission.sumEarned', { amount: money(earned) }) : '',
    reversed.minor > 0n ? t('sales.commission.sumReversed', { amount: money(reversed) }) : '',
  ].filter(Boolean);
  return (
    <>
      <span className="price">{money(amount)}</span> <CommissionStateBadge state={state} />
      <span className="commission-basis">{rate === null ? `${t('sales.commission.differentRates')}, ${basisText}` : t('staff.order.commissionOf', { rate, basis: basisText })}</span>
      {parts.length > 1 ? <span className="commission-basis">{parts.join(' · ')}</span> : null}
    </>
  );
}
