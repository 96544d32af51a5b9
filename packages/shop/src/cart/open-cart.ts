import type { CartOwner, Unit } from '@onbehalf/assist/ports';
import { cartColumns, cartParams, COUPON_JOIN, HOME_COUNTRY, OPEN_CART, taxedFor, toCart, type CartRow, type ShopCart } from './cart-sql.ts';

const CART = `
with oc as materialized (${OPEN_CART}),${taxedFor(`coalesce($9::text, ${HOME_COUNTRY})`)}
select ${cartColumns({ stock: 'p.stock' })}
  from (values (true)) as one left join oc on true ${COUPON_JOIN}`;

/**
 * The customer's open cart in this store with every price that could apply, in one statement; empty where there is none.
 * Taxed for `taxCountry` (where the goods go), else for the customer's default address, else for the store's country.
 */
export async function openCart(unit: Unit, owner: CartOwner, taxCountry: string | null = null): Promise<ShopCart> {
  const [row] = await unit.named<CartRow>('shop-cart', CART, [...cartParams(owner), taxCountry]);
  if (row === undefined) throw new Error('The cart statement gives one row');
  return toCart(row);
}
