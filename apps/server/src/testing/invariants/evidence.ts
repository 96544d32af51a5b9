import type { DemoShop } from '../demo-shop.ts';

/** Where the invariants are read: the shop, or one transaction of its owner. */
export type Rows = Pick<DemoShop, 'rows'>;

export interface EntryRow {
  stream: string;
  seq: number;
  action_group: string;
  action: string;
  result: string;
  actor_id: string | null;
  subject_id: string | null;
  assist_session_id: string | null;
  object_id: string | null;
  /** Whether the columns to search by say what the hashed text says. */
  copies: boolean;
  reason: string | null;
  canonical: Buffer;
  prev_hash: Buffer | null;
  leaf: Buffer;
}

export interface SessionRow {
  id: string;
  actor_id: string;
  subject_id: string;
  ended: boolean;
  end_reason: string | null;
  last_seq: number;
  last_hash: Buffer | null;
  staff_session_ended: boolean;
}

export interface OrderRow {
  number: string;
  actor_id: string | null;
  customer_id: string;
  assist_session_id: string | null;
  total: bigint;
  /** What its parts say it is. */
  sum: bigint;
  goods: bigint;
  lines: bigint | null;
  add_up: boolean;
  least: bigint | null;
}

/** Everything that the invariants speak of, in three statements. */
export interface Evidence {
  entries: EntryRow[];
  chains: Map<string, EntryRow[]>;
  sessions: SessionRow[];
  orders: OrderRow[];
}

const ENTRIES = `
select e.stream, e.seq, e.action_group, e.action, e.result, e.actor_id::text, e.subject_id::text, e.assist_session_id, e.object_id, e.canonical, e.prev_hash, e.leaf,
  b.body->'detail'->>'reason' as reason,
  (e.actor_id::text, e.subject_id::text, e.assist_session_id::text, e.store_id::text, e.action_group, e.action, e.result, e.object_type, e.object_id, e.at)
    is not distinct from (b.body->'actor'->>'id', b.body->>'subject', b.body->>'assistSession', b.body->>'store', b.body->>'action_group', b.body->>'action', b.body->>'result',
      b.body->'object'->>'type', b.body->'object'->>'id', (b.body->>'at')::timestamptz) as copies
from audit_entry e, lateral (select split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb as body offset 0) b order by e.stream, e.seq`;

const SESSIONS = `
select s.id, s.actor_id::text, s.subject_id::text, s.ended_at is not null as ended, s.end_reason, s.last_seq, s.last_hash, t.ended_at is not null as staff_session_ended
from assist_session s join staff_session t on t.id = s.staff_session_id`;

// Where prices include tax, so do subtotal, discount and shipping.
const ORDERS = `
select p.number, p.actor_id::text, p.customer_id::text, p.assist_session_id, p.total,
  p.subtotal - p.discount + p.shipping + case when p.prices_include_tax then 0 else p.tax end as sum, p.subtotal - p.discount as goods,
  case when p.prices_include_tax then l.gross else l.net end as lines, coalesce(l.add_up, false) and l.tax <= p.tax as add_up,
  least(l.least, p.subtotal, p.discount, p.shipping, p.tax, p.total) as least
from purchase p left join lateral (
  select sum(net)::bigint as net, sum(gross)::bigint as gross, sum(tax)::bigint as tax, bool_and(net + tax = gross) as add_up, min(least(net, tax, gross, discount, unit_minor, quantity)) as least
  from purchase_line where purchase_id = p.id) l on true`;

export async function evidenceOf({ rows }: Rows): Promise<Evidence> {
  const entries = await rows<EntryRow>(ENTRIES);
  const chains = Map.groupBy(entries, ({ stream }) => stream);
  return { entries, chains, sessions: await rows<SessionRow>(SESSIONS), orders: await rows<OrderRow>(ORDERS) };
}
