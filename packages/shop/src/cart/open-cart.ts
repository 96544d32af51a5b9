import type { Unit } from '@onbehalf/assist/ports';
import { cartColumns, cartParams, COUPON_JOIN, openCartSql, toCart, type CartRow, type ShopCart } from './cart-sql.ts';
import { forHolder, type CartHolder } from './holder.ts';
import { HOME_COUNTRY, taxedFor } from './tax-sql.ts';

const cartOf = forHolder('shop-cart', (holder) => `
with oc as materialized (${openCartSql(holder)}),${taxedFor(holder.isGuest ? '$9::text' : `coalesce($9::text, ${HOME_COUNTRY})`, { isGuest: holder.isGuest })}
select ${cartColumns({ stock: 'p.stock', isGuest: holder.isGuest })}
  from (values (true)) as one left join oc on true ${COUPON_JOIN}`);

/**
 * The holder's open cart in this store with every price that could apply, in one statement; empty where there is none.
 * Taxed for `taxCountry` (where the goods go), else for the customer's default address, else for the store's country.
 */
export async function openCart(unit: Unit, holder: CartHolder, taxCountry: string | null = null): Promise<ShopCart> {
  const { name, text } = cartOf(holder);
  const [row] = await unit.named<CartRow>(name, text, [...cartParams(holder), taxCountry]);
  if (row === undefined) throw new Error('The cart statement gives one row');
  return toCart(row);
}
