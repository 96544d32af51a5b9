import { err, MAX_QUANTITY, ok, parseQuantity, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { openOptionsSql } from '../catalog/option-text.ts';
import { forHolder, keyOf, type CartHolder, type HolderSql } from './holder.ts';

export interface Addition {
  sku: string;
  quantity: number;
  now: Date;
  /** A new UUID at each call: the line's, and the cart's if there is none yet. */
  newId: () => string;
}

export interface AddedLine {
  cartId: string;
  lineId: string;
  productId: string;
  /** Pieces in the line now. */
  quantity: number;
  version: number;
}

interface AddRow {
  productId: string;
  soldHere: boolean;
  /** What is to be chosen first; null: nothing. */
  openOptions: string | null;
  stock: number | null;
  present: number;
  /** A guest's cart that takes no further product. */
  full: boolean;
  cartId: string | null;
  version: number | null;
  lineId: string | null;
  quantity: number | null;
}

/** What anybody can fill without a login stays small (D02's rule, for guests). */
export const MOST_GUEST_LINES = 100;

const inCart = ({ column, key }: HolderSql): string => `cart c join cart_line l on l.cart_id = c.id
                    where c.${column} = ${key} and c.store_id = $2::smallint and c.status = 'open' and c.kind = $10`;

// Two who add at once queue up at the cart's row; neither needs to have seen the other's line (C7).
const addTo = forHolder('shop-add-line', (holder) => `
with wanted as (
  select p.id, p.stock, exists (select from product_for_sale f where f.product_id = p.id and f.website_id = $3::smallint) and exists (
           select from price b where b.product_id in (p.id, p.parent_id) and b.website_id = $3::smallint and b.source = 'base') as sold,
         ${openOptionsSql('p', '$11::text')} as "openOptions",
         coalesce((select l.quantity from ${inCart(holder)}
                      and l.product_id = p.id and l.override_source is distinct from 'free'), 0) as present,
         ${holder.isGuest ? `(select count(*) from ${inCart(holder)} and l.product_id <> p.id) >= ${MOST_GUEST_LINES}` : 'false'} as "full"
    from product p where p.sku = $4),
allowed as (
  select * from wanted w
   where w.sold and not w."full" and w.present + $5::int <= ${MAX_QUANTITY} and (w.stock is null or w.present + $5::int <= w.stock)),
raised as (
  insert into cart (id, ${holder.column}, store_id, created_at, changed_at, changed_in, kind)
  select $6::uuid, ${holder.key}, $2::smallint, $8, $8, $9::uuid, $10 from allowed
      on conflict ${holder.isGuest ? `(guest_hash, store_id) where kind = 'guest'` : `(customer_id, store_id, kind) where status = 'open'`}
      do update set version = cart.version + 1, changed_at = excluded.changed_at, changed_in = excluded.changed_in
  returning id, version),
added as (
  insert into cart_line (id, cart_id, position, product_id, quantity)
  select $7::uuid, r.id, coalesce((select max(l.position) from cart_line l where l.cart_id = r.id), 0) + 1, a.id, $5::int
    from raised r, allowed a
      on conflict (cart_id, product_id) where override_source is distinct from 'free'
      do update set quantity = least(cart_line.quantity + excluded.quantity, ${MAX_QUANTITY})
  returning id, quantity)
select w.id::text as "productId", w.sold as "soldHere", w."openOptions", w.stock, w.present, w."full", r.id::text as "cartId", r.version,
       a.id::text as "lineId", a.quantity
  from wanted w left join raised r on true left join added a on true`);

/**
 * Puts pieces of a product into the open cart, into the line it already has, and raises the version; opens a cart if
 * there is none. Needs no version (C7). Refuses with 'quantity-invalid', 'product-not-found', 'option-missing',
 * 'product-not-sold-here', 'out-of-stock' or, for a guest, 'cart-full'.
 */
export async function addLine(unit: Unit, holder: CartHolder, addition: Addition): Promise<Result<AddedLine, Refusal>> {
  if (!parseQuantity(addition.quantity).ok) return err({ code: 'quantity-invalid', field: 'quantity' });
  const { store, assistSessionId, cartKind } = holder;
  const { name, text } = addTo(holder);
  const params = [keyOf(holder), store.id, store.websiteId, addition.sku, addition.quantity, addition.newId(), addition.newId(), addition.now, assistSessionId, cartKind, store.locale];
  const [row] = await unit.named<AddRow>(name, text, params);
  if (row === undefined) return err({ code: 'product-not-found', facts: { sku: addition.sku } });
  const { cartId, lineId, version, quantity, productId } = row;
  return cartId === null || lineId === null || version === null || quantity === null
    ? err(whyNot(row, addition))
    : ok({ cartId, lineId, productId, quantity, version });
}

function whyNot(row: AddRow, { sku, quantity }: Addition): Refusal {
  if (row.openOptions !== null) return { code: 'option-missing', field: 'option', facts: { sku, options: row.openOptions } };
  if (!row.soldHere) return { code: 'product-not-sold-here', facts: { sku } };
  if (row.full) return { code: 'cart-full', facts: { most: MOST_GUEST_LINES } };
  if (row.stock === null || row.present + quantity <= row.stock) return { code: 'quantity-invalid', field: 'quantity' };
  return { code: 'out-of-stock', field: 'quantity', facts: { sku, stock: row.stock, wanted: row.present + quantity } };
}
