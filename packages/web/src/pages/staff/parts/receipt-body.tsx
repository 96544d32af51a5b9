import { formatDuration } from '../../../i18n/format.ts';
import type { ReceiptProps } from '../../../props/staff.ts';
import { useFormat, useRequest, useT } from '../../../shell/request-context.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { CartSince } from './cart-since.tsx';
import { PriceChanges } from './price-changes.tsx';
import { ReceiptSection } from './receipt-section.tsx';

/** What was done in one assist session: the moment that makes people trust it (B6). */
export function ReceiptBody({ receipt, level = 3 }: { receipt: ReceiptProps; level?: 2 | 3 }) {
  const t = useT();
  const { locale } = useRequest();
  const { date } = useFormat();
  const { startedAt, endedAt, endReason, orders, priceChanges, edits, cart } = receipt;
  const duration = formatDuration((endedAt.getTime() - startedAt.getTime()) / 1000, locale);
  const nothing = orders.length + priceChanges.length + edits.length === 0;
  return (
    <div className="receipt">
      <div className="receipt-who">
        <PersonTag who="subject" name={receipt.subjectName} />
        <span className="text-muted">{receipt.storeName}</span>
      </div>
      <p>{t('staff.receipt.over', { from: date(startedAt, 'time'), to: date(endedAt, 'time'), duration, reason: endReason })}</p>
      <Counts receipt={receipt} duration={duration} />
      {nothing ? <p>{t('staff.receipt.nothing')}</p> : null}
      {orders.length > 0 ? <Orders orders={orders} level={level} /> : null}
      {priceChanges.length > 0 ? <PriceChanges changes={priceChanges} level={level} /> : null}
      {edits.length > 0 ? (
        <ReceiptSection title={t('staff.receipt.edits')} level={level}>
          <Timeline label={t('staff.receipt.edits')} moments={edits.map((edit, index) => ({ key: String(index), at: edit.at, text: edit.text, who: 'actor', icon: 'edit' }))} />
        </ReceiptSection>
      ) : null}
      <CartSince receipt={receipt} level={level} />
      {nothing && !cart ? null : <CartNow cart={cart} />}
    </div>
  );
}

function Counts({ receipt, duration }: { receipt: ReceiptProps; duration: string }) {
  const t = useT();
  const { number } = useFormat();
  const figures = [
    { label: t('staff.receipt.orders'), value: number(receipt.orders.length) },
    { label: t('staff.receipt.priceChanges'), value: number(receipt.priceChanges.length) },
    { label: t('staff.receipt.edits'), value: number(receipt.edits.length) },
    { label: t('staff.receipt.time'), value: duration },
  ];
  return (
    <dl className="figures-line figures-line-four">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Orders({ orders, level }: Pick<ReceiptProps, 'orders'> & { level: 2 | 3 }) {
  const t = useT();
  const { money } = useFormat();
  return (
    <ReceiptSection title={t('staff.receipt.orders')} level={level}>
      <ul className="plain-rows">
        {orders.map((order) => (
          <li key={order.number}>
            <a href={order.href}>{order.number}</a>
            <span className="price">{money(order.total)}</span>
            <span className="text-muted">{t('staff.receipt.orderCommission', { amount: money(order.commission) })}</span>
          </li>
        ))}
      </ul>
    </ReceiptSection>
  );
}

function CartNow({ cart }: Pick<ReceiptProps, 'cart'>) {
  const t = useT();
  return (
    <p className="text-muted">
      {t('staff.receipt.cart')}: {cart ? t('staff.dashboard.pieces', { count: cart.pieces }) : t('staff.receipt.cartEmpty')}
    </p>
  );
}
