import { err, MAX_QUANTITY, ok, type Refusal, type Result } from '@onbehalf/core';
import type { CartOwner, Unit } from '@onbehalf/assist/ports';
import { cartColumns, cartParams, COUPON_JOIN, toCart, type CartRow, type ShopCart } from './cart-sql.ts';
import { HOME_COUNTRY, taxedFor } from './tax-sql.ts';

/** A side cart that waits for the customer's answer (C8), with who sent it. */
export interface OfferedCart {
  id: string;
  offeredAt: Date;
  actorId: string;
  actorName: string;
  groupName: string;
  pieces: number;
}

interface Sending {
  /** The version that was looked at (C7); null on the way out, where nobody looks again. */
  version: number | null;
  now: Date;
}

const SEND = `
with oc as (
  select k.id, k.version from cart k where k.customer_id = $1::bigint and k.store_id = $2::smallint and k.status = 'open' and k.kind = 'side'
     and exists (select from cart_line l where l.cart_id = k.id)),
sent as (
  update cart k set status = 'offered', offered_at = $4, offered_in = $5::uuid, version = k.version + 1, changed_at = $4
    from oc where k.id = oc.id and k.status = 'open' and k.version = coalesce($3::int, oc.version)
  returning k.id)
select oc.id::text, exists (select from sent) as sent from oc`;

/** Closes the side cart and offers it to the customer, as it is. Refuses with 'cart-empty' or 'cart-changed'. */
export async function sendSideCart(unit: Unit, { customerId, store, assistSessionId }: CartOwner, { version, now }: Sending): Promise<Result<string, Refusal>> {
  const [row] = await unit.named<{ id: string; sent: boolean }>('side-cart-send', SEND, [customerId, store.id, version, now, assistSessionId]);
  if (row === undefined) return err({ code: 'cart-empty' });
  return row.sent ? ok(row.id) : err({ code: 'cart-changed' });
}

const OFFERED = (where: string): string => `
select k.id::text, k.offered_at as "offeredAt", s.actor_id::text as "actorId", s.actor_name as "actorName", g.name as "groupName",
  (select coalesce(sum(l.quantity), 0)::int from cart_line l where l.cart_id = k.id) as pieces
  from cart k join assist_session s on s.id = k.offered_in join staff_group g on g.id = s.staff_group_id
 where k.status = 'offered' and ${where} order by k.offered_at desc`;

/** What waits for this customer in this store, the newest first. */
export const offeredCarts = (unit: Unit, { customerId, storeId }: { customerId: string; storeId: number }): Promise<OfferedCart[]> =>
  unit.named<OfferedCart>('side-carts-offered', OFFERED('k.customer_id = $1::bigint and k.store_id = $2::smallint'), [customerId, storeId]);

/** One, for its mail. */
export async function offeredCart(unit: Unit, id: string): Promise<OfferedCart | null> {
  const [row] = await unit.named<OfferedCart>('side-cart-offered', OFFERED('k.id = $1::uuid'), [id]);
  return row ?? null;
}

const CART = `
with oc as materialized (
  select c.id, c.version, c.coupon_code, c.replacement_of, c.changed_in from cart c
   where c.customer_id = $1::bigint and c.store_id = $2::smallint and c.status = 'offered' and c.kind = $8 and c.id = $9::uuid),${taxedFor(HOME_COUNTRY)}
select ${cartColumns({ stock: 'p.stock' })} from oc ${COUPON_JOIN}`;

/** It as a cart, for its owner; null: there is none that waits. */
export async function sideCart(unit: Unit, owner: CartOwner, id: string): Promise<ShopCart | null> {
  const [row] = await unit.named<CartRow>('side-cart', CART, [...cartParams({ ...owner, cartKind: 'side' }), id]);
  return row === undefined ? null : toCart(row);
}

interface Answer {
  id: string;
  now: Date;
}

const ANSWER = `
update cart k set status = $4, version = k.version + 1, changed_at = $5
 where k.id = $1::uuid and k.customer_id = $2::bigint and k.store_id = $3::smallint and k.status = 'offered' returning k.id`;

/** Drops it. Refuses with 'side-cart-over' where it was answered already, or is another's. */
export async function declineSideCart(unit: Unit, { customerId, store }: CartOwner, { id, now }: Answer): Promise<Result<null, Refusal>> {
  const rows = await unit.named('side-cart-answer', ANSWER, [id, customerId, store.id, 'declined', now]);
  return rows.length === 1 ? ok(null) : err({ code: 'side-cart-over' });
}

const TARGET = `
insert into cart (id, customer_id, store_id, created_at, changed_at, coupon_code, replacement_of)
select $1::uuid, k.customer_id, k.store_id, $3, $3, k.coupon_code, k.replacement_of from cart k where k.id = $2::uuid
    on conflict (customer_id, store_id, kind) where status = 'open'
    do update set version = cart.version + 1, changed_at = excluded.changed_at, changed_in = null,
       coupon_code = coalesce(cart.coupon_code, excluded.coupon_code), replacement_of = coalesce(cart.replacement_of, excluded.replacement_of)
returning id::text`;

const OVERRIDE = `override_minor, override_currency, override_quantity, override_source, override_label, override_catalogue_minor,
  override_session_id, override_actor_id, override_at, override_reason, override_limit_basis_points`;

const LINES = (which: string, conflict: string): string => `
insert into cart_line (id, cart_id, position, product_id, quantity, ${OVERRIDE})
select gen_random_uuid(), $1::uuid, coalesce((select max(m.position) from cart_line m where m.cart_id = $1::uuid), 0) + row_number() over (order by position), product_id, quantity, ${OVERRIDE}
  from cart_line where cart_id = $2::uuid and ${which}
    on conflict ${conflict}`;

// A price was given for its pieces (C6): the line takes both. Without one the pieces come together.
const EDITED = LINES(`override_source is not null and override_source <> 'free'`, `(cart_id, product_id) where override_source is distinct from 'free'
    do update set quantity = excluded.quantity, ${OVERRIDE.split(',').map((column) => `${column.trim()} = excluded.${column.trim()}`).join(', ')}, price_approval_id = null`);

const PLAIN = LINES('override_source is null', `(cart_id, product_id) where override_source is distinct from 'free'
    do update set quantity = least(cart_line.quantity + excluded.quantity, ${MAX_QUANTITY})`);

const FREE = LINES(`override_source = 'free'`, `(cart_id, product_id, override_label) where override_source = 'free' do nothing`);

const CONCESSIONS = `
insert into cart_concession (cart_id, kind, percent_basis_points, amount_minor, currency, reason, limit_basis_points, session_id, actor_id, given_at)
select $1::uuid, kind, percent_basis_points, amount_minor, currency, reason, limit_basis_points, session_id, actor_id, given_at
  from cart_concession where cart_id = $2::uuid on conflict (cart_id, kind) do nothing`;

/**
 * Puts it into the customer's own cart, in the caller's transaction, once: edited prices keep who gave them and their
 * time. Refuses with 'side-cart-over'.
 */
export async function acceptSideCart(unit: Unit, { customerId, store }: CartOwner, { id, now, newId }: Answer & { newId: () => string }): Promise<Result<{ cartId: string }, Refusal>> {
  const answered = await unit.named('side-cart-answer', ANSWER, [id, customerId, store.id, 'accepted', now]);
  if (answered.length === 0) return err({ code: 'side-cart-over' });
  const [target] = await unit.named<{ id: string }>('side-cart-target', TARGET, [newId(), id, now]);
  if (target === undefined) throw new Error(`Side cart ${id} has no cart to go to`);
  for (const [name, sql] of [['edited', EDITED], ['plain', PLAIN], ['free', FREE], ['given', CONCESSIONS]] as const) await unit.named(`side-cart-${name}`, sql, [target.id, id]);
  return ok({ cartId: target.id });
}
