import { cartDifference, cartRestoreRefusal, type AuditBody, type CartDifference, type CartHands } from '@onbehalf/core';
import { cartSnapshotSql, keptCartOf, type CartSnapshot } from '../cart/cart-snapshot.ts';
import type { Unit } from '../ports.ts';

/** What was done in one assist session, read from the record itself (B6). */
export interface SessionReceipt {
  sessionId: string;
  subjectId: string;
  subjectName: string;
  actorName: string;
  storeId: number;
  startedAt: Date;
  endedAt: Date | null;
  endReason: string | null;
  orders: { number: string; totalMinor: bigint; currency: string; commissionMinor: bigint }[];
  entries: { at: Date; body: AuditBody }[];
  cart: { pieces: number } | null;
  /** By SKU, per language: of every product that an entry names. */
  productNames: Readonly<Record<string, Record<string, string>>>;
  /** What the cart became between entry and exit (C8). */
  cartChanges: CartDifference[];
  /** By id: every product of those changes. */
  products: Readonly<Record<string, { sku: string; name: Record<string, string> }>>;
  /** The cart's version, where it can still be put back as on entry; null: it can't. */
  restorable: number | null;
  restoredAt: Date | null;
  /** The cart stayed although the shop asks for the one on entry: somebody else changed it. */
  keptForOthers: boolean;
}

interface ReceiptRow {
  subject_id: string;
  subject_name: string;
  actor_name: string;
  store_id: number;
  started_at: Date;
  ended_at: Date | null;
  end_reason: string | null;
  orders: { number: string; total: string; currency: string; commission: string | null }[] | null;
  entries: { at: string; body: string }[] | null;
  pieces: number | null;
  product_names: Record<string, Record<string, string>> | null;
  on_entry: CartSnapshot | null;
  on_exit: CartSnapshot;
  open: CartHands | null;
  products: SessionReceipt['products'] | null;
  restored_at: Date | null;
  kept_code: string | null;
}

// The month of the session's start is the partition: no other one is looked at.
const RECEIPT_SQL = `
with named as (
  select e.stream, e.seq, e.at, e.body from assist_session s cross join lateral (
    select e.stream, e.seq, e.at, split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5) as body from audit_entry e
     where e.month = date_trunc('month', s.started_at at time zone 'UTC')::date and e.stream = s.id and e.result = 'done') e
   where s.id = $1 and s.actor_id = $2),
carts as (
  select s.cart_on_entry as on_entry, coalesce(s.cart_on_exit, ${cartSnapshotSql('s.subject_id', 's.store_id', 's.cart_kind')}) as on_exit
    from assist_session s where s.id = $1 and s.actor_id = $2)
select s.subject_id::text, s.subject_name, s.actor_name, s.store_id::integer, s.started_at, s.ended_at, s.end_reason,
  (select jsonb_agg(jsonb_build_object('number', p.number, 'total', p.total::text, 'currency', p.currency, 'commission', p.commission::text) order by p.id)
     from shop_port.placed_order p where p.assist_session_id = s.id) as orders,
  (select jsonb_agg(jsonb_build_object('at', e.at, 'body', e.body) order by e.seq) from named e) as entries,
  (select jsonb_object_agg(p.sku, p.name) from shop_port.product p where p.sku in (select e.body::jsonb->'detail'->>'sku' from named e)) as product_names,
  (select k.pieces from shop_port.open_cart k where k.customer_id = s.subject_id and k.store_id = s.store_id and k.kind = s.cart_kind) as pieces,
  c.on_entry, c.on_exit, s.cart_restored_at as restored_at, s.cart_kept_code as kept_code,
  (select jsonb_build_object('id', k.id, 'version', k.version, 'changedIn', k.changed_in, 'othersVersion', k.others_version)
    from shop_port.open_cart k where k.customer_id = s.subject_id and k.store_id = s.store_id and k.kind = s.cart_kind) as open,
  (select jsonb_object_agg(p.id, jsonb_build_object('sku', p.sku, 'name', p.name)) from shop_port.product p where p.id in (
     select (l->>'product_id')::bigint from jsonb_array_elements((c.on_entry->'lines') || (c.on_exit->'lines')) l)) as products
from assist_session s cross join carts c where s.id = $1 and s.actor_id = $2`;

/** The actor's own session; null for another's. */
export async function sessionReceipt(unit: Unit, { sessionId, actorId }: { sessionId: string; actorId: string }): Promise<SessionReceipt | null> {
  const [row] = await unit.named<ReceiptRow>('session-receipt', RECEIPT_SQL, [sessionId, actorId]);
  if (row === undefined) return null;
  return {
    ...cartPart(row, sessionId),
    sessionId,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    storeId: row.store_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    orders: (row.orders ?? []).map((one) => ({ number: one.number, totalMinor: BigInt(one.total), currency: one.currency, commissionMinor: BigInt(one.commission ?? 0) })),
    entries: (row.entries ?? []).map((one) => ({ at: new Date(one.at), body: JSON.parse(one.body) as AuditBody })),
    productNames: row.product_names ?? {},
    actorName: row.actor_name,
    cart: row.pieces === null ? null : { pieces: row.pieces },
  };
}

type CartPart = Pick<SessionReceipt, 'cartChanges' | 'products' | 'restorable' | 'restoredAt' | 'keptForOthers'>;

function cartPart(row: ReceiptRow, sessionId: string): CartPart {
  const { on_entry: entry, on_exit: exit, open, restored_at: restoredAt } = row;
  const told = { products: row.products ?? {}, restoredAt, keptForOthers: row.kept_code === 'cart-changed-by-others' };
  // An order took the cart with it: what is left to compare is another cart.
  const ordered = (row.orders ?? []).length > 0;
  if (entry === null || ordered || (entry.cart !== null && entry.cart !== exit.cart)) return { ...told, cartChanges: [], restorable: null };
  const refusal = cartRestoreRefusal({ sessionId, entry: { cartId: entry.cart, version: entry.version }, open, ordered, seen: exit.version });
  return { ...told, cartChanges: cartDifference(keptCartOf(entry), keptCartOf(exit)), restorable: row.ended_at !== null && refusal === null ? exit.version : null };
}
