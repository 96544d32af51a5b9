import type { Unit } from '@onbehalf/assist/ports';
import { isRowId } from '../accounts/ids.ts';
import { likeText } from '../catalog/search-products.ts';
import { PAYMENT_STANDING, paymentStanding, type PaymentStandingJson } from '../payments/order-payments.ts';
import { COMMISSION_BALANCE, toBalance } from '../sales/hold-order.ts';
import type { ListedOrder, OrderPage, OrderStatus } from './order.ts';

export type OrderSort = 'newest' | 'oldest' | 'total' | 'commission' | 'customer';

/** What narrows a list of orders; null or '' is no limit. */
export interface OrderFilters {
  /** Beginning of the number, or part of the customer's name, company or e-mail. */
  query: string;
  status: OrderStatus | null;
  /** Of those that are paid by a link: what waits for it, or what was paid (D8). */
  payment?: 'awaiting' | 'paid' | null;
  /** First moment. */
  from: Date | null;
  /** First moment no more. */
  to: Date | null;
}

export const NO_ORDER_FILTERS: OrderFilters = { query: '', status: null, from: null, to: null };

export interface ListQuestion {
  filters: OrderFilters;
  sort: OrderSort;
  /** The cursor of the page before; null for the first. */
  after: string | null;
  limit: number;
}

interface ListedRow extends Omit<ListedOrder, 'totalMinor' | 'commissionMinor' | 'commissionBalance' | 'payment'> {
  payment: PaymentStandingJson | null;
  totalMinor: string;
  commissionMinor: string | null;
  commissionBalance: Parameters<typeof toBalance>[0] | null;
}

const COLUMNS = `
  p.id::text as id, p.number, p.placed_at as "placedAt", p.status, p.customer_id::text as "customerId",
  p.customer_name as "customerName", p.customer_company as "customerCompany", p.store_id::int as "storeId",
  s.name as "storeName", (select coalesce(sum(l.quantity), 0)::int from purchase_line l where l.purchase_id = p.id) as pieces,
  p.currency::text as currency, p.total::text as "totalMinor", ${PAYMENT_STANDING} as payment, p.channel, p.actor_name as "placedBy",
  p.owner_staff_id::text as "ownerStaffId", p.owner_staff_name as "ownerStaffName", p.staff_group_name as "groupName",
  p.commission::text as "commissionMinor", case when p.commission is not null then ${COMMISSION_BALANCE} end as "commissionBalance"`;

const SORTS: Readonly<Record<OrderSort, { key: string; descending: boolean }>> = {
  newest: { key: 'p.placed_at', descending: true },
  oldest: { key: 'p.placed_at', descending: false },
  total: { key: 'p.total', descending: true },
  commission: { key: 'coalesce(p.commission, 0)', descending: true },
  customer: { key: 'lower(p.customer_name)', descending: false },
};

/** Conditions with their parameters, put together piece by piece. */
export class Conditions {
  readonly params: unknown[] = [];
  readonly #parts: string[] = [];

  /** Adds a condition; `?` stands for the value. */
  add(condition: string, value: unknown): this {
    this.params.push(value);
    this.#parts.push(condition.replaceAll('?', `$${this.params.length}`));
    return this;
  }

  filtered({ query, status, payment = null, from, to }: OrderFilters): this {
    const text = query.trim().toLowerCase();
    if (text !== '') {
      this.add(`(lower(p.customer_name || ' ' || p.customer_company || ' ' || p.customer_email) like '%' || ? || '%' or p.number like ? || '%')`, likeText(text));
    }
    if (status !== null) this.add('p.status = ?', status);
    if (payment !== null) this.add('exists (select 1 from order_payment y where y.purchase_id = p.id and y.state = ?)', payment);
    if (from !== null) this.add('p.placed_at >= ?', from);
    if (to !== null) this.add('p.placed_at < ?', to);
    return this;
  }

  copy(): Conditions {
    const copy = new Conditions();
    copy.params.push(...this.params);
    copy.#parts.push(...this.#parts);
    return copy;
  }

  get sql(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ');
  }
}

/**
 * One page of the orders that meet the conditions. The cursor is the last order's id: the statement reads that order's
 * place itself, so nobody can make one up that means more than a place.
 */
export async function listOrders(unit: Unit, conditions: Conditions, { sort, after, limit }: Omit<ListQuestion, 'filters'>): Promise<OrderPage> {
  const { key, descending } = SORTS[sort];
  const way = descending ? 'desc' : 'asc';
  const paged = conditions.copy();
  if (after !== null) {
    if (!isRowId(after)) return { orders: [], next: null };
    paged.add(`(${key}, p.id) ${descending ? '<' : '>'} (select ${key}, p.id from purchase p where p.id = ?::bigint)`, after);
  }
  const rows = await unit.query<ListedRow>(
    `select ${COLUMNS} from purchase p join store s on s.id = p.store_id
      where ${paged.sql} order by ${key} ${way}, p.id ${way} limit ${Math.trunc(limit) + 1}`,
    paged.params,
  );
  const orders = rows.slice(0, limit).map(toListed);
  return { orders, next: rows.length > limit ? (orders.at(-1)?.id ?? null) : null };
}

const toListed = (row: ListedRow): ListedOrder => ({
  ...row,
  payment: paymentStanding(row.payment),
  totalMinor: BigInt(row.totalMinor),
  commissionMinor: row.commissionMinor === null ? null : BigInt(row.commissionMinor),
  commissionBalance: row.commissionBalance === null ? null : toBalance(row.commissionBalance),
});
