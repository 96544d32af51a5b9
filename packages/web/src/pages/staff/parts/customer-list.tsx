import type { CustomerRow } from '../../../props/staff.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { ConsentBadge } from '../../../ui/badge.tsx';
import { CustomerName } from './customer-name.tsx';
import { EnterButton } from './enter-button.tsx';
import { EnterReasons } from './enter-reasons.tsx';

/** A row for each customer on a desk, a card on a phone. What stands against entering is written below the row, all of it (A8). */
export function CustomerList({ rows, caption, showStore }: { rows: readonly CustomerRow[]; caption: string; showStore: boolean }) {
  const t = useT();
  return (
    <table className={showStore ? 'customers customers-stores' : 'customers'} role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <Head>{t('staff.customers.customer')}</Head>
          <Head>{t('staff.customers.ids')}</Head>
          <Head>{t('staff.customers.group')}</Head>
          <Head end>{t('staff.customers.cart')}</Head>
          <Head>{t('staff.customers.lastOrder')}</Head>
          <Head>{t('staff.customers.consent')}</Head>
          <Head end>
            <span className="sr-only">{t('staff.customers.action')}</span>
          </Head>
        </tr>
      </thead>
      {rows.map((row) => (
        <CustomerRows key={row.id} row={row} showStore={showStore} />
      ))}
    </table>
  );
}

function Head({ end, children }: { end?: boolean; children: React.ReactNode }) {
  return (
    <th scope="col" role="columnheader" className={end ? 'table-end' : undefined}>
      {children}
    </th>
  );
}

function CustomerRows({ row, showStore }: { row: CustomerRow; showStore: boolean }) {
  const { date } = useFormat();
  const t = useT();
  return (
    <tbody role="rowgroup" data-row="" className={row.reasons.length > 0 ? 'customer customer-closed' : 'customer'}>
      <tr role="row">
        <th scope="row" role="rowheader" className="customer-who">
          <CustomerName row={row} />
        </th>
        <td role="cell" className="customer-ids">
          <Ids row={row} />
        </td>
        <td role="cell" className="customer-group">
          {row.groupName} {showStore ? <span className="text-muted">{row.storeName}</span> : null}
        </td>
        <td role="cell" className={row.openCart ? 'customer-cart table-end' : 'customer-cart table-end customer-none'} data-label={t('staff.customers.cart')}>
          {row.openCart ? t('staff.dashboard.pieces', { count: row.openCart.pieces }) : <span className="text-muted">{t('staff.customers.noCart')}</span>}
        </td>
        <td role="cell" className={row.lastOrderAt ? 'customer-last' : 'customer-last customer-none'} data-label={t('staff.customers.lastOrder')}>
          {row.lastOrderAt ? date(row.lastOrderAt) : <span className="text-muted">{t('staff.customers.neverOrdered')}</span>}
        </td>
        <td role="cell" className="customer-consent">
          <ConsentBadge consent={row.consent} />
        </td>
        <td role="cell" className="customer-enter">
          <EnterButton row={row} />
        </td>
      </tr>
      <EnterReasons row={row} />
    </tbody>
  );
}

function Ids({ row }: { row: CustomerRow }) {
  const t = useT();
  return (
    <>
      <span title={t('staff.customers.id')}>{row.id}</span>
      {row.externalId ? (
        <span className="text-muted" title={t('staff.customers.externalId')}>
          {' '}
          {row.externalId}
        </span>
      ) : null}
    </>
  );
}
