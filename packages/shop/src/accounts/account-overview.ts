import type { CartOwner, Unit } from '@onbehalf/assist/ports';
import type { OrderStatus } from '../orders/order.ts';
import type { AddressFields, CustomerAddress } from './address.ts';
import { addressJsonSql } from './address.ts';

/** What a customer's own page begins with. Amounts in minor units. */
export interface AccountOverview {
  name: string;
  company: string;
  email: string;
  newsletter: boolean;
  hasConsent: boolean;
  defaultAddress: CustomerAddress | null;
  recentOrders: { number: string; placedAt: Date; totalMinor: bigint; currency: string; status: OrderStatus }[];
  piecesInCart: number;
}

interface OverviewRow extends Omit<AccountOverview, 'defaultAddress' | 'recentOrders'> {
  address: (AddressFields & { id: string; isDefaultBilling: boolean }) | null;
  orders: { number: string; placedAt: string; total: string; currency: string; status: OrderStatus }[] | null;
}

const OVERVIEW = `
select c.first_name || ' ' || c.last_name as name, c.company, c.email, c.newsletter,
  exists (select from consent k where k.customer_id = c.id and k.superseded_at is null and k.answer = 'given') as "hasConsent",
  (select ${addressJsonSql('a')} || jsonb_build_object('id', a.id::text, 'isDefaultBilling', a.is_default_billing) from customer_address a where a.customer_id = c.id and a.is_default) as address,
  (select jsonb_agg(to_jsonb(o) order by o."placedAt" desc, o.id desc) from (
     select p.id, p.number, p.placed_at as "placedAt", p.total::text as total, p.currency::text as currency, p.status
       from purchase p where p.customer_id = c.id and p.website_id = (select website_id from store where id = $2::smallint) order by p.placed_at desc, p.id desc limit $3) o) as orders,
  (select coalesce(sum(l.quantity), 0)::int from cart k join cart_line l on l.cart_id = k.id
    where k.customer_id = c.id and k.store_id = $2::smallint and k.status = 'open' and k.kind = $4) as "piecesInCart"
from customer c where c.id = $1::bigint`;

/** The whole overview in one statement; null where there is no such account. */
export async function accountOverview(unit: Unit, question: { customerId: string; storeId: number; orders: number; cartKind: CartOwner['cartKind'] }): Promise<AccountOverview | null> {
  const [row] = await unit.named<OverviewRow>('shop-account-overview', OVERVIEW, [question.customerId, question.storeId, question.orders, question.cartKind]);
  if (row === undefined) return null;
  const { address, orders, ...plain } = row;
  return {
    ...plain,
    defaultAddress: address === null ? null : { ...address, isDefault: true, isDefaultBilling: address.isDefaultBilling },
    recentOrders: (orders ?? []).map((one) => ({ number: one.number, placedAt: new Date(one.placedAt), totalMinor: BigInt(one.total), currency: one.currency, status: one.status })),
  };
}
