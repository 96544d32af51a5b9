import { err, MAX_QUANTITY, ok, type Refusal, type Result } from '@onbehalf/core';
import type { CartOwner, Unit } from '@onbehalf/assist/ports';

export interface GuestMerge {
  guestHash: Buffer;
  customerId: string;
  /** Null: of every website, where websites share their customers (G2). */
  websiteId: number | null;
  now: Date;
  newId: () => string;
}

/** One guest's cart that became part of a customer's. */
export interface MergedCart {
  cartId: string;
  storeId: number;
  lines: number;
  /** As the guest had chosen them. */
  pieces: number;
  /** Some were left out: the quantity or the stock sets a limit. */
  isLess: boolean;
}

// Held until the login commits: a second login that races finds nothing left.
const HELD = `
select k.id::text, k.store_id as "storeId", exists (select from cart_line l where l.cart_id = k.id) as filled
  from cart k join store s on s.id = k.store_id
 where k.guest_hash = $1 and k.kind = 'guest' and ($2::smallint is null or s.website_id = $2::smallint)
 order by k.store_id for update of k`;

const TARGET = `
insert into cart (id, customer_id, store_id, created_at, changed_at, coupon_code, kind, changed_in)
select $1::uuid, $2::bigint, k.store_id, $4, $4, k.coupon_code, $5, $6::uuid from cart k where k.id = $3::uuid
    on conflict (customer_id, store_id, kind) where status = 'open'
    do update set version = cart.version + 1, changed_at = excluded.changed_at, changed_in = excluded.changed_in,
       coupon_code = coalesce(cart.coupon_code, excluded.coupon_code)
returning id::text`;

// Together as many as quantity and stock allow, and never fewer than either had. A line's edited price stays with it (C6).
const LINES = `
with had as (select l.product_id, l.quantity from cart_line l where l.cart_id = $1::uuid and l.override_source is distinct from 'free'),
chosen as (select l.position, l.product_id, l.quantity from cart_line l where l.cart_id = $2::uuid),
merged as (
  insert into cart_line (id, cart_id, position, product_id, quantity)
  select gen_random_uuid(), $1::uuid, coalesce((select max(m.position) from cart_line m where m.cart_id = $1::uuid), 0) + row_number() over (order by position), product_id, quantity
    from chosen
      on conflict (cart_id, product_id) where override_source is distinct from 'free'
      do update set quantity = greatest(cart_line.quantity, excluded.quantity, least(cart_line.quantity + excluded.quantity, ${MAX_QUANTITY},
         coalesce((select p.stock from product p where p.id = excluded.product_id), ${MAX_QUANTITY})))
  returning product_id, quantity)
select count(*)::int as lines, sum(c.quantity)::int as pieces, bool_or(m.quantity < c.quantity + coalesce(h.quantity, 0)) as "isLess"
  from merged m join chosen c using (product_id) left join had h using (product_id)`;

/**
 * Puts what a guest had chosen into the customer's own carts, store by store, in the caller's transaction, and takes the
 * guest's carts away (G3). Only a login of that customer in that browser calls this: never a staff login, never a start of
 * an assist session. What a guest gives staff by a code is {@link takeGuestCart}.
 */
export async function mergeGuestCarts(unit: Unit, merge: GuestMerge): Promise<MergedCart[]> {
  const held = await unit.named<{ id: string; storeId: number; filled: boolean }>('guest-carts-held', HELD, [merge.guestHash, merge.websiteId]);
  const merged: MergedCart[] = [];
  for (const { id, storeId, filled } of held) {
    if (filled) merged.push({ storeId, ...(await copyLines(unit, id, { ...merge, cartKind: 'customer', assistSessionId: null })) });
    await deleteGuestCart(unit, id);
  }
  return merged;
}

async function deleteGuestCart(unit: Unit, id: string): Promise<void> {
  await unit.named('guest-cart-gone', `delete from cart where id = $1::uuid and kind = 'guest'`, [id]);
}

type Into = Pick<CartOwner, 'customerId' | 'cartKind' | 'assistSessionId'> & Pick<GuestMerge, 'now' | 'newId'>;

async function copyLines(unit: Unit, guestCartId: string, { customerId, cartKind, assistSessionId, now, newId }: Into): Promise<Omit<MergedCart, 'storeId'>> {
  const [target] = await unit.named<{ id: string }>('guest-cart-target', TARGET, [newId(), customerId, guestCartId, now, cartKind, assistSessionId]);
  if (target === undefined) throw new Error(`Guest cart ${guestCartId} has no cart to go to`);
  const [sums] = await unit.named<Omit<MergedCart, 'cartId' | 'storeId'>>('guest-cart-lines', LINES, [target.id, guestCartId]);
  if (sums === undefined) throw new Error('The merge gives one row');
  return { cartId: target.id, ...sums };
}

const KEEP_CODE = `
insert into guest_cart_code (cart_id, code_hash, expires_at)
select k.id, $3, $4 from cart k where k.guest_hash = $1 and k.store_id = $2::smallint and k.kind = 'guest' and exists (select from cart_line l where l.cart_id = k.id)
    on conflict (cart_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at
returning cart_id`;

/** B21: keeps what a guest reads out, in place of one before. Refuses with 'cart-empty'. */
export async function keepGuestCode(unit: Unit, kept: { guestHash: Buffer | null; storeId: number; codeHash: Buffer; expiresAt: Date }): Promise<Result<null, Refusal>> {
  const rows = await unit.named('guest-code-keep', KEEP_CODE, [kept.guestHash, kept.storeId, kept.codeHash, kept.expiresAt]);
  return rows.length === 1 ? ok(null) : err({ code: 'cart-empty' });
}

const BY_CODE = `
select k.id::text from guest_cart_code g join cart k on k.id = g.cart_id
 where g.code_hash = $1 and g.expires_at > $2 and k.store_id = $3::smallint and k.kind = 'guest' for update of k`;

/** B21: the cart a code stands for becomes part of the owner's, once. Refuses with 'guest-code-over'. */
export async function takeGuestCart(unit: Unit, owner: CartOwner, taken: { codeHash: Buffer; now: Date; newId: () => string }): Promise<Result<Omit<MergedCart, 'storeId'>, Refusal>> {
  const [guest] = await unit.named<{ id: string }>('guest-cart-by-code', BY_CODE, [taken.codeHash, taken.now, owner.store.id]);
  if (guest === undefined) return err({ code: 'guest-code-over', field: 'code' });
  const merged = await copyLines(unit, guest.id, { ...owner, now: taken.now, newId: taken.newId });
  await deleteGuestCart(unit, guest.id);
  return ok(merged);
}

/** Whether that token names a cart, in whatever store. */
export async function hasGuestCart(unit: Unit, guestHash: Buffer): Promise<boolean> {
  const rows = await unit.named('guest-cart-there', `select from cart where guest_hash = $1 and kind = 'guest' limit 1`, [guestHash]);
  return rows.length > 0;
}

export const GUEST_CART_DAYS = 30;

/** Takes away guests' carts that nobody has touched since `before`, at most so many at once. */
export async function forgetGuestCarts(unit: Unit, { before, most }: { before: Date; most: number }): Promise<void> {
  await unit.query(
    `delete from cart where id in (
       select id from cart where kind = 'guest' and created_at < $1 and changed_at < $1 order by created_at limit $2 for update skip locked)`,
    [before, most],
  );
}
