import type { Unit } from '@onbehalf/assist/ports';
import type { ConsentAnswer } from './consent.ts';
import type { Customer } from './customers.ts';
import { CUSTOMER_COLUMNS } from './customers.ts';
import { isRowId } from './ids.ts';

/** One account as staff look at it: who it is, what was agreed to and what lies in the carts. */
export interface AccountView extends Customer {
  groupName: Record<string, string>;
  createdAt: Date;
  lastLoginAt: Date | null;
  /** Every answer, newest first (B10). */
  consents: ConsentEntry[];
  carts: OpenCart[];
}

export interface ConsentEntry {
  answer: ConsentAnswer;
  scope: 'view' | 'shop' | 'full';
  at: Date;
  /** Until when it counted; null: it still does. */
  until: Date | null;
  /** The member of staff who answered for the customer; null: the customer alone. */
  by: string | null;
}

export interface OpenCart {
  storeId: number;
  storeName: string;
  changedAt: Date;
  pieces: number;
  lines: { sku: string; name: Record<string, string>; quantity: number; edited: boolean }[];
}

interface ViewRow extends Omit<AccountView, 'consents' | 'carts'> {
  consents: (Omit<ConsentEntry, 'at' | 'until'> & { at: string; until: string | null })[];
  carts: (Omit<OpenCart, 'changedAt'> & { changedAt: string })[];
}

const VIEW = `
select ${CUSTOMER_COLUMNS}, g.name as "groupName", c.created_at as "createdAt", c.last_login_at as "lastLoginAt",
  coalesce((select jsonb_agg(jsonb_build_object('answer', k.answer, 'scope', k.scope, 'at', k.answered_at, 'until', k.superseded_at, 'by', k.answered_by_name) order by k.id desc)
     from (select * from consent where customer_id = c.id order by id desc limit 20) k), '[]'::jsonb) as consents,
  coalesce((select jsonb_agg(jsonb_build_object('storeId', o.store_id, 'storeName', o.store_name, 'changedAt', o.changed_at, 'pieces', o.pieces, 'lines', o.lines) order by o.changed_at desc)
     from (select k.store_id, st.name as store_name, k.changed_at, sum(l.quantity) as pieces,
             jsonb_agg(jsonb_build_object('sku', p.sku, 'name', full_name(p), 'quantity', l.quantity, 'edited', l.override_minor is not null) order by l.position) as lines
           from cart k join store st on st.id = k.store_id join cart_line l on l.cart_id = k.id join product p on p.id = l.product_id
          where k.customer_id = c.id and k.status = 'open' and k.kind = 'customer' group by k.id, st.name) o), '[]'::jsonb) as carts
from customer c join customer_group g on g.id = c.customer_group_id where c.id = $1::bigint`;

/** One account with its answers and open carts; null where there is no such customer. */
export async function accountView(unit: Unit, customerId: string): Promise<AccountView | null> {
  if (!isRowId(customerId)) return null;
  const [row] = await unit.named<ViewRow>('shop-account-view', VIEW, [customerId]);
  if (row === undefined) return null;
  return {
    ...row,
    consents: row.consents.map((one) => ({ ...one, at: new Date(one.at), until: one.until === null ? null : new Date(one.until) })),
    carts: row.carts.map((one) => ({ ...one, changedAt: new Date(one.changedAt) })),
  };
}

export interface CustomerGroup {
  id: string;
  code: string;
  name: Record<string, string>;
}

/** The customer groups, the shop's first one first: who registers alone comes into it. */
export const customerGroups = (unit: Unit): Promise<CustomerGroup[]> =>
  unit.named<CustomerGroup>('shop-customer-groups', 'select id::text as id, code, name from customer_group order by id', []);
