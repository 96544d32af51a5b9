import { cartRestoreRefusal, err, ok, toDecimal, type CartHands, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import { cartSnapshotSql, type CartSnapshot } from './cart-snapshot.ts';

export interface RestoreCommand {
  sessionId: string;
  /** The version that was looked at (C7); null at an expiry, where nobody looks. */
  version: number | null;
  now: Date;
}

export interface RestoredCart {
  /** As text, line by line, for the record. */
  before: string;
  after: string;
  /** SKUs that aren't sold here any more: not put back. */
  left: string[];
}

// The cart before the session, as whoever changes a cart in a context does: nobody waits for anybody in a circle.
const LOCK = `
select k.id::text, k.version, k.changed_in::text as "changedIn", k.others_version as "othersVersion"
  from assist_session s cross join lateral shop_port.hold_cart(s.subject_id, s.store_id, s.cart_kind) k where s.id = $1`;

/** Holds the session's cart until the transaction ends; null: the customer has none there. */
export async function lockCart(unit: Unit, sessionId: string): Promise<CartHands | null> {
  const [row] = await unit.named<CartHands>('cart-of-session', LOCK, [sessionId]);
  return row ?? null;
}

const FACTS = `
select s.cart_on_entry->>'cart' as "cartId", (s.cart_on_entry->>'version')::integer as version, s.cart_on_entry is null as unknown,
       exists (select from shop_port.placed_order o where o.cart_id = (s.cart_on_entry->>'cart')::uuid)
         or exists (select from shop_port.placed_order o where o.assist_session_id = s.id) as ordered,
       ${cartSnapshotSql('s.subject_id', 's.store_id', 's.cart_kind')} as snapshot
  from assist_session s where s.id = $1`;

interface FactsRow {
  cartId: string | null;
  version: number | null;
  unknown: boolean;
  ordered: boolean;
  snapshot: CartSnapshot;
}

/**
 * Puts the session's cart back as it was on entry, in the caller's transaction: whole, or not at all. Prices edited
 * before entry stay whose they were; what isn't sold here any more is named and left out. Refuses with 'cart-changed',
 * 'cart-ordered', 'cart-changed-by-others' or 'cart-as-on-entry'.
 */
export async function restoreCart(unit: Unit, { sessionId, version, now }: RestoreCommand): Promise<Result<RestoredCart, Refusal>> {
  const open = await lockCart(unit, sessionId);
  const before = await factsOf(unit, sessionId);
  const entry = before.unknown ? null : { cartId: before.cartId, version: before.version ?? 0 };
  const code = cartRestoreRefusal({ sessionId, entry, open, ordered: before.ordered, seen: version });
  if (code !== null || open === null) return err({ code: code ?? 'cart-as-on-entry' });
  const left = await putBack(unit, { cartId: open.id, sessionId, now });
  const after = await factsOf(unit, sessionId);
  return ok({ before: await textOf(unit, before.snapshot), after: await textOf(unit, after.snapshot), left });
}

async function factsOf(unit: Unit, sessionId: string): Promise<FactsRow> {
  const [row] = await unit.named<FactsRow>('cart-restore-facts', FACTS, [sessionId]);
  if (row === undefined) throw new Error(`There is no assist session ${sessionId}`);
  return row;
}

// What was kept counts from the new version on: what this session does after it can be put back again.
const PUT_BACK = `
with back as materialized (
  select version, left_out from shop_port.restore_cart($1::uuid, (select cart_on_entry from assist_session where id = $2::uuid), $3::timestamptz)),
kept as (
  update assist_session s set cart_on_entry = s.cart_on_entry || jsonb_build_object('cart', $1::uuid, 'version', b.version) from back b where s.id = $2::uuid)
select left_out as "leftOut" from back`;

async function putBack(unit: Unit, { cartId, sessionId, now }: { cartId: string; sessionId: string; now: Date }): Promise<string[]> {
  const [row] = await unit.named<{ leftOut: string[] }>('cart-back', PUT_BACK, [cartId, sessionId, now]);
  return row?.leftOut ?? [];
}

// "2 × SKU-1001 at 80.00 USD, 1 × SKU-2000": what an entry says for good, without asking today's catalogue again.
async function textOf(unit: Unit, { lines, coupon }: CartSnapshot): Promise<string> {
  const rows = await unit.named<{ id: string; sku: string }>('cart-skus', 'select id::text, sku from shop_port.product where id = any ($1::bigint[])', [lines.map((line) => line.product_id)]);
  const skus = new Map(rows.map(({ id, sku }) => [id, sku]));
  const texts = lines.map((line) => {
    const { quantity, product_id: id, override_minor: minor, override_currency: currency } = line;
    return `${quantity} × ${skus.get(String(id)) ?? id}${minor === null || currency === null ? '' : ` at ${toDecimal(BigInt(minor), currency)} ${currency}`}`;
  });
  return [...texts, ...(coupon === null ? [] : [coupon])].join(', ');
}
