import type { OrderView } from '../../../props/shared.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
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
      <DataList items={[...facts, { label: t('staff.order.commission'), value: <Commission assisted={assisted} /> }]} />
    </div>
  );
}

function Commission({ assisted }: { assisted: NonNullable<OrderView['assisted']> }) {
  const t = useT();
  const { money } = useFormat();
  if (!assisted.commission) return <span className="text-muted">{t('staff.order.noCommission')}</span>;
  return (
    <>
      <span className="price">{money(assisted.commission)}</span>
      <span className="commission-basis">{t('staff.order.commissionOf', { rate: assisted.commissionRate, basis: t(`staff.order.basis.${assisted.commissionBasis}`) })}</span>
    </>
  );
}
