import type { Unit } from '@onbehalf/assist/ports';
import { likeText } from '../catalog/search-products.ts';
import { Conditions, listOrders, type ListQuestion, type OrderFilters } from './listed-orders.ts';
import type { ListedOrder, OrderPage } from './order.ts';

// A number from its beginning, what was bought by SKU or name, or the customer's own number of it.
const OWN_SEARCH = `(p.number like ? || '%' or lower(p.purchase_order_number) like '%' || ? || '%'
  or exists (select from purchase_line l where l.purchase_id = p.id and lower(l.sku || ' ' || l.name) like '%' || ? || '%'))`;

/** The customer's own orders on one website, newest first; `before` is the cursor of the page before, `query` narrows them. */
export function ordersOf(
  unit: Unit,
  question: { customerId: string; storeWebsiteId: number; limit: number; before: string | null; query?: string },
): Promise<OrderPage> {
  const own = new Conditions()
    .add('p.customer_id = ?::bigint', question.customerId)
    .add('p.website_id = ?::smallint', question.storeWebsiteId);
  const text = (question.query ?? '').trim().toLowerCase();
  if (text !== '') own.add(OWN_SEARCH, likeText(text));
  return listOrders(unit, own, { sort: 'newest', after: question.before, limit: question.limit });
}

/** What is listed, added up by currency. Cancelled orders count nothing. */
export interface OrderSum {
  currency: string;
  orders: number;
  totalMinor: bigint;
  /** Pending and earned together, and what is earned of it (D4). */
  commissionMinor: bigint;
  earnedMinor: bigint;
}

export type OwnedOrderPage = OrderPage & { sums: OrderSum[] };

interface SumRow {
  currency: string;
  orders: number;
  total: string;
  commission: string;
  earned: string;
}

/** One member of staff, or a lead's whole team (A4). */
type Owners = string | readonly string[];

// One owner is asked for by equality, so that the index of the owner gives the order as well.
const ownedBy = (staffId: Owners, filters: OrderFilters): Conditions =>
  (typeof staffId === 'string' ? new Conditions().add('p.owner_staff_id = ?::bigint', staffId) : new Conditions().add('p.owner_staff_id = any (?::bigint[])', staffId)).filtered(filters);

/** A member of staff's "My Orders" (A11): a page of them, and the sums over all pages. */
export async function ordersOwnedBy(unit: Unit, question: ListQuestion & { staffId: Owners }): Promise<OwnedOrderPage> {
  const owned = ownedBy(question.staffId, question.filters);
  const page = await listOrders(unit, owned, question);
  return { ...page, sums: await sumsOf(unit, owned) };
}

/** The same orders without sums, oldest first, in batches for a CSV that is streamed: no more than one batch is in memory. */
export async function* ordersOwnedByBatch(
  unit: Unit,
  question: { staffId: Owners; filters: OrderFilters; batch: number },
): AsyncGenerator<ListedOrder[]> {
  const owned = ownedBy(question.staffId, question.filters);
  let after: string | null = null;
  do {
    const page: OrderPage = await listOrders(unit, owned, { sort: 'oldest', after, limit: question.batch });
    if (page.orders.length > 0) yield page.orders;
    after = page.next;
  } while (after !== null);
}

/** Every order there is, for administrators (D6); a staff id narrows to whose orders they are. */
export function allOrders(unit: Unit, question: ListQuestion & { staffId: string | null; storeId: number | null }): Promise<OrderPage> {
  const all = new Conditions().filtered(question.filters);
  if (question.staffId !== null) all.add('p.owner_staff_id = ?::bigint', question.staffId);
  if (question.storeId !== null) all.add('p.store_id = ?::smallint', question.storeId);
  return listOrders(unit, all, question);
}

async function sumsOf(unit: Unit, conditions: Conditions): Promise<OrderSum[]> {
  const rows = await unit.query<SumRow>(
    `select p.currency::text as currency, count(*)::int as orders, sum(p.total)::text as total,
            coalesce(sum(b.amount), 0)::text as commission, coalesce(sum(b.earned), 0)::text as earned
       from purchase p
       left join lateral (select sum(k.amount) as amount, sum(k.amount) filter (where k.state = 'earned') as earned
                            from commission_line k where k.purchase_id = p.id) as b on true
      where ${conditions.sql} and p.status <> 'cancelled'
      group by p.currency order by p.currency`,
    conditions.params,
  );
  return rows.map(({ currency, orders, total, commission, earned }) => ({
    currency, orders, totalMinor: BigInt(total), commissionMinor: BigInt(commission), earnedMinor: BigInt(earned),
  }));
}
