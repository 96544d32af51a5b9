import type { Unit } from '../ports.ts';
import { endAssist } from './end.ts';
import type { Origin } from '../record/record.ts';

/** One assist session as its customer may read it (B20): when, why, by whom, and what came of it. */
export interface Visit {
  id: string;
  actorId: string;
  actorName: string;
  groupName: string;
  reason: string;
  storeName: string;
  startedAt: Date;
  endedAt: Date | null;
  orders: string[];
  /** How often each kind of thing was done. */
  done: VisitCounts;
}

export interface VisitCounts {
  prices: number;
  cart: number;
  addresses: number;
  information: number;
  wishlist: number;
  newsletter: number;
}

interface VisitRow {
  id: string;
  actor_id: string;
  actor_name: string;
  group_name: string;
  reason: string;
  store_name: string;
  started_at: Date;
  ended_at: Date | null;
  orders: string[] | null;
  done: Record<string, number> | null;
}

// The month of the session's start is the partition of its entries.
const VISITS = (where: string): string => `
select s.id, s.actor_id::text, s.actor_name, g.name as group_name, s.reason, st.name as store_name, s.started_at, s.ended_at,
  (select jsonb_agg(p.number order by p.id) from shop_port.placed_order p where p.assist_session_id = s.id) as orders,
  (select jsonb_object_agg(k.name, k.times) from (
     select e.action_group || '.' || e.action as name, count(*) as times from audit_entry e
      where e.month = date_trunc('month', s.started_at at time zone 'UTC')::date and e.stream = s.id and e.result = 'done' group by 1) k) as done
from assist_session s join staff_group g on g.id = s.staff_group_id join shop_port.store st on st.id = s.store_id
where ${where}`;

/** Newest first; no more than a page of them. */
export async function visitsOf(unit: Unit, { subjectId, limit }: { subjectId: string; limit: number }): Promise<Visit[]> {
  const rows = await unit.named<VisitRow>('visits-of', `${VISITS('s.subject_id = $1')} order by s.started_at desc limit $2`, [subjectId, limit]);
  return rows.map(visitOf);
}

export async function visitById(unit: Unit, id: string): Promise<Visit | null> {
  const [row] = await unit.named<VisitRow>('visit', VISITS('s.id = $1'), [id]);
  return row === undefined ? null : visitOf(row);
}

function visitOf(row: VisitRow): Visit {
  const times = (...names: string[]): number => names.reduce((sum, name) => sum + (row.done?.[name] ?? 0), 0);
  return {
    id: row.id, actorId: row.actor_id, actorName: row.actor_name, groupName: row.group_name, reason: row.reason, storeName: row.store_name,
    startedAt: row.started_at, endedAt: row.ended_at, orders: row.orders ?? [],
    done: {
      prices: times('cart.set-price', 'cart.reset-price'),
      cart: times('cart.add-line', 'cart.change-quantity', 'cart.remove-line', 'cart.apply-coupon', 'cart.remove-coupon', 'cart.empty', 'cart.restore'),
      addresses: times('customer.add-address', 'customer.update-address', 'customer.remove-address'),
      information: times('customer.update'),
      wishlist: times('wishlist.add', 'wishlist.remove', 'wishlist.to-cart'),
      newsletter: times('newsletter.subscribe', 'newsletter.unsubscribe'),
    },
  };
}

/** Who is in the customer's account at this moment, longest first (B20). */
export async function helpersNow(unit: Unit, subjectId: string): Promise<{ id: string; actorId: string; name: string; groupName: string }[]> {
  const rows = await unit.named<{ id: string; actor_id: string; actor_name: string; group_name: string }>(
    'helpers-now',
    `select s.id, s.actor_id::text, s.actor_name, g.name as group_name from assist_session s join staff_group g on g.id = s.staff_group_id
      where s.subject_id = $1 and s.ended_at is null order by s.started_at`,
    [subjectId],
  );
  return rows.map((row) => ({ id: row.id, actorId: row.actor_id, name: row.actor_name, groupName: row.group_name }));
}

/** B20, "Stop": ends whatever visit of this customer it names; false where it is over, or another customer's. */
export async function stopVisit(unit: Unit, { sessionId, subjectId, now, origin }: { sessionId: string; subjectId: string; now: Date; origin: Origin }): Promise<boolean> {
  const own = await unit.query('select 1 from assist_session where id = $1 and subject_id = $2::bigint and ended_at is null', [sessionId, subjectId]);
  return own.length === 1 && endAssist(unit, { sessionId, reason: 'stopped-by-customer', now, origin });
}
