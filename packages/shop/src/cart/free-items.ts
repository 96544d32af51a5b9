import { err, MAX_QUANTITY, ok, parseQuantity, type FreeItemReason, type Refusal, type Result } from '@onbehalf/core';
import type { CartOwner, Unit } from '@onbehalf/assist/ports';
import { openOptionsSql } from '../catalog/option-text.ts';

export interface FreeItem {
  sku: string;
  quantity: number;
  reason: FreeItemReason;
  /** Largest discount of whoever gives it; the cart as a whole stays within it. */
  limitBasisPoints: number | null;
  assistSessionId: string;
  actorId: string;
  now: Date;
  /** A new UUID at each call: the line's, and the cart's if there is none yet. */
  newId: () => string;
}

interface FreeRow {
  soldHere: boolean;
  /** What is to be chosen first; null: nothing. */
  openOptions: string | null;
  stock: number | null;
  lineId: string | null;
  quantity: number | null;
  version: number | null;
}

// Adding needs no version (C7): two who add at once queue up at the cart's row.
const ADD_FREE = `
with wanted as (
  select p.id, p.stock, exists (select from product_for_sale f where f.product_id = p.id and f.website_id = $3::smallint) and exists (
           select from price b where b.product_id in (p.id, p.parent_id) and b.website_id = $3::smallint and b.source = 'base') as sold,
         ${openOptionsSql('p', '$15::text')} as "openOptions",
         coalesce((select sum(l.quantity) from cart c join cart_line l on l.cart_id = c.id
                    where c.customer_id = $1::bigint and c.store_id = $2::smallint and c.status = 'open' and c.kind = $14 and l.product_id = p.id), 0) as present
    from product p where p.sku = $4),
allowed as (select * from wanted w where w.sold and w.present + $5::int <= ${MAX_QUANTITY} and (w.stock is null or w.present + $5::int <= w.stock)),
raised as (
  insert into cart (id, customer_id, store_id, created_at, changed_at, changed_in, kind)
  select $6::uuid, $1::bigint, $2::smallint, $8, $8, $11::uuid, $14 from allowed
      on conflict (customer_id, store_id, kind) where status = 'open'
      do update set version = cart.version + 1, changed_at = excluded.changed_at, changed_in = excluded.changed_in
  returning id, version),
added as (
  insert into cart_line (id, cart_id, position, product_id, quantity, override_minor, override_currency, override_quantity, override_source,
      override_label, override_catalogue_minor, override_session_id, override_actor_id, override_at, override_limit_basis_points)
  select $7::uuid, r.id, coalesce((select max(l.position) from cart_line l where l.cart_id = r.id), 0) + 1, a.id, $5::int, 0, $9, $5::int, 'free',
         $10, 0, $11::uuid, $12::bigint, $8, $13::integer
    from raised r, allowed a
      on conflict (cart_id, product_id, override_label) where override_source = 'free'
      do update set quantity = cart_line.quantity + excluded.quantity, override_quantity = cart_line.quantity + excluded.quantity,
         override_session_id = excluded.override_session_id, override_actor_id = excluded.override_actor_id,
         override_at = excluded.override_at, override_limit_basis_points = excluded.override_limit_basis_points
  returning id, quantity)
select w.sold as "soldHere", w."openOptions", w.stock, r.version, a.id::text as "lineId", a.quantity
  from wanted w left join raised r on true left join added a on true`;

/**
 * Puts pieces of a product into the open cart free of charge, in a line of their own per reason (C10). Refuses with
 * 'quantity-invalid', 'product-not-found', 'option-missing', 'product-not-sold-here' or 'out-of-stock'. Whether the actor may give that
 * much is for the caller, who sees the cart with it and rolls back.
 */
export async function addFreeItem(unit: Unit, { customerId, store, cartKind }: CartOwner, item: FreeItem): Promise<Result<{ lineId: string; quantity: number; version: number }, Refusal>> {
  const { sku, quantity, reason, limitBasisPoints, assistSessionId, actorId, now, newId } = item;
  if (!parseQuantity(quantity).ok) return err({ code: 'quantity-invalid', field: 'quantity' });
  const params = [customerId, store.id, store.websiteId, sku, quantity, newId(), newId(), now, store.currency, reason, assistSessionId, actorId, limitBasisPoints, cartKind, store.locale];
  const [row] = await unit.query<FreeRow>(ADD_FREE, params);
  if (row === undefined) return err({ code: 'product-not-found', field: 'sku', facts: { sku } });
  const { lineId, version, quantity: pieces, stock } = row;
  if (lineId !== null && version !== null && pieces !== null) return ok({ lineId, quantity: pieces, version });
  if (row.openOptions !== null) return err({ code: 'option-missing', field: 'sku', facts: { sku, options: row.openOptions } });
  if (!row.soldHere) return err({ code: 'product-not-sold-here', field: 'sku', facts: { sku } });
  return err(stock === null ? { code: 'quantity-invalid', field: 'quantity' } : { code: 'out-of-stock', field: 'quantity', facts: { sku, stock, wanted: quantity } });
}

/** Marks the open cart as replacing goods of an order (D7). */
export async function markReplacement(unit: Unit, { customerId, store, cartKind }: CartOwner, orderId: string): Promise<void> {
  await unit.query(`update cart set replacement_of = $3::bigint where customer_id = $1::bigint and store_id = $2::smallint and status = 'open' and kind = $4`, [customerId, store.id, orderId, cartKind]);
}
