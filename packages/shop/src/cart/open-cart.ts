import type { CartOwner, Unit } from '@onbehalf/assist/ports';
import { cartColumns, cartParams, COUPON_JOIN, OPEN_CART, toCart, type CartRow, type ShopCart } from './cart-sql.ts';

const CART = `
with oc as materialized (${OPEN_CART})
select ${cartColumns({ stock: 'p.stock', country: '$9::text' })}
  from (values (true)) as one left join oc on true ${COUPON_JOIN}`;

/**
 * The customer's open cart in this store with every price that could apply, in one statement; empty where there is none.
 * Taxes by the store's country, or by `taxCountry` (where the goods go) if that has a rate.
 */
export async function openCart(unit: Unit, owner: CartOwner, taxCountry: string = owner.store.country): Promise<ShopCart> {
  const [row] = await unit.named<CartRow>('shop-cart', CART, [...cartParams(owner), taxCountry]);
  if (row === undefined) throw new Error('The cart statement gives one row');
  return toCart(row);
}
