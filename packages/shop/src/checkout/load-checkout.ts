import type { Unit } from '@onbehalf/assist/ports';
import { addressJsonSql, type AddressFields } from '../accounts/address.ts';
import { isRowId } from '../accounts/ids.ts';
import { cartColumns, cartParams, COUPON_JOIN, HOME_COUNTRY, OPEN_CART, taxedFor, toCart, type CartRow, type ShopCart } from '../cart/cart-sql.ts';
import type { OrderRequest } from './order-request.ts';

/** Everything an order is made of, with the cart and its products locked until the transaction ends. */
export interface Checkout {
  /** Its stock is as locked: nobody takes any of it before this transaction ends. */
  cart: ShopCart;
  /** `active`: not blocked or suspended since the request was let in. */
  customer: { name: string; company: string; email: string; active: boolean };
  /** The address asked for, where it is the customer's own. */
  chosenAddress: AddressFields | null;
  defaultAddress: AddressFields | null;
  /** An order with this checkout key is there already. */
  madeBefore: boolean;
}

type CheckoutRow = CartRow & Omit<Checkout, 'cart'>;

// Carts before products, products in the order of their ids: no two orders wait for each other in a circle. The locked
// rows are read as they are after any wait; the version tells whether the lines still belong to them.
const CHECKOUT = `
with oc as materialized (${OPEN_CART} for no key update),
held as materialized (
  select p.id, p.stock from product p
   where p.id = any (array(select l.product_id from cart_line l join oc on oc.id = l.cart_id))
   order by p.id for no key update),
chosen as (select * from customer_address where id = $10::bigint and customer_id = $1::bigint),${taxedFor(`coalesce((select c.country::text from chosen c), $9::text, ${HOME_COUNTRY})`, '$12::text')}
select ${cartColumns({ stock: '(select h.stock from held h where h.id = p.id)' })},
       jsonb_build_object('name', cu.first_name || ' ' || cu.last_name, 'company', cu.company, 'email', cu.email, 'active', cu.status = 'active') as customer,
       (select ${addressJsonSql('a')} from chosen a) as "chosenAddress",
       (select ${addressJsonSql('a')} from customer_address a where a.customer_id = cu.id and a.is_default) as "defaultAddress",
       exists (select from purchase e where e.customer_id = cu.id and e.checkout_key = $11) as "madeBefore"
  from customer cu left join oc on true ${COUPON_JOIN}
 where cu.id = $1::bigint`;

/** Loads and locks in one statement. */
export async function loadCheckout(unit: Unit, { owner, shippingAddress, shippingMethod, checkoutKey }: OrderRequest): Promise<Checkout> {
  const ownId = shippingAddress !== null && 'id' in shippingAddress && isRowId(shippingAddress.id) ? shippingAddress.id : null;
  const newCountry = shippingAddress !== null && 'country' in shippingAddress ? shippingAddress.country.trim().toUpperCase() : null;
  const params = [...cartParams(owner), newCountry, ownId, checkoutKey, shippingMethod];
  const [row] = await unit.named<CheckoutRow>('shop-checkout', CHECKOUT, params);
  if (row === undefined) throw new Error(`There is no customer ${owner.customerId}`);
  const { customer, chosenAddress, defaultAddress, madeBefore } = row;
  return { cart: toCart(row), customer, chosenAddress, defaultAddress, madeBefore };
}
