import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { forHolder, keyOf, type CartHolder } from './holder.ts';

export interface CouponChange {
  /** The version of the cart that was looked at (C7). */
  version: number;
  now: Date;
}

interface CouponRow {
  seen: number | null;
  known: boolean;
  current: boolean;
  version: number | null;
}

const apply = forHolder('shop-apply-coupon', ({ column, key }) => `
with oc as (select id, version from cart where ${column} = ${key} and store_id = $2::smallint and status = 'open' and kind = $8),
cp as (
  select code, coalesce(valid_from <= $4, true) and coalesce(valid_to > $4, true) as current
    from coupon where code = $6 and active and coalesce(website_id, $5::smallint) = $5::smallint),
r as (
  update cart c set coupon_code = cp.code, version = c.version + 1, changed_at = $4, changed_in = $7::uuid
    from cp where c.id = (select id from oc) and c.status = 'open' and c.version = $3::int and cp.current
  returning c.version)
select (select version from oc) as seen, (select true from cp) is not null as known,
       coalesce((select current from cp), false) as current, (select version from r) as version`);

const remove = forHolder('shop-remove-coupon', ({ column, key }) => `
with oc as (select id, version from cart where ${column} = ${key} and store_id = $2::smallint and status = 'open' and kind = $6),
r as (
  update cart c set coupon_code = null, version = c.version + 1, changed_at = $4, changed_in = $5::uuid
   where c.id = (select id from oc) and c.status = 'open' and c.version = $3::int
  returning c.version)
select (select version from oc) as seen, true as known, true as current, (select version from r) as version`);

/** Puts a coupon on the cart, in place of another. Refuses with 'cart-empty', 'cart-changed', 'coupon-unknown' or 'coupon-over'. */
export async function applyCoupon(unit: Unit, holder: CartHolder, change: CouponChange & { code: string }): Promise<Result<{ version: number }, Refusal>> {
  const params = [keyOf(holder), holder.store.id, change.version, change.now, holder.store.websiteId, change.code.trim().toUpperCase(), holder.assistSessionId, holder.cartKind];
  const { name, text } = apply(holder);
  const [row] = await unit.named<CouponRow>(name, text, params);
  return resultOf(row, change);
}

/** Takes the coupon off the cart. Refuses with 'cart-empty' or 'cart-changed'. */
export async function removeCoupon(unit: Unit, holder: CartHolder, change: CouponChange): Promise<Result<{ version: number }, Refusal>> {
  const { name, text } = remove(holder);
  const [row] = await unit.named<CouponRow>(name, text, [keyOf(holder), holder.store.id, change.version, change.now, holder.assistSessionId, holder.cartKind]);
  return resultOf(row, { ...change, code: '' });
}

function resultOf(row: CouponRow | undefined, { version, code }: CouponChange & { code: string }): Result<{ version: number }, Refusal> {
  if (row === undefined || row.seen === null) return err({ code: 'cart-empty' });
  if (row.version !== null) return ok({ version: row.version });
  if (row.seen !== version) return err({ code: 'cart-changed' });
  if (!row.known) return err({ code: 'coupon-unknown', field: 'code' });
  return err(row.current ? { code: 'cart-changed' } : { code: 'coupon-over', field: 'code', facts: { code: code.trim().toUpperCase() } });
}
