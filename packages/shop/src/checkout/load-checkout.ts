import { isPaidAfterInvoice, type CompanyCredit } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { addressJsonSql, type AddressFields } from '../accounts/address.ts';
import { isRowId } from '../accounts/ids.ts';
import { cartColumns, cartParams, COUPON_JOIN, OPEN_CART, toCart, type CartRow, type ShopCart } from '../cart/cart-sql.ts';
import { creditSql, toCredit, type CreditJson } from './company-credit.ts';
import { HOME_COUNTRY, OWN_COMPANY, OWN_DAYS, taxedFor } from '../cart/tax-sql.ts';
import type { OrderRequest } from './order-request.ts';

/** Everything an order is made of, with the cart and its products locked until the transaction ends. */
export interface Checkout {
  /** Its stock is as locked: nobody takes any of it before this transaction ends. */
  cart: ShopCart;
  /** `active`: not blocked or suspended since the request was let in. */
  customer: { name: string; company: string; email: string; active: boolean };
  /** The address asked for, where it is the customer's own or of the company he buys for (G2). */
  chosenAddress: AddressFields | null;
  defaultAddress: AddressFields | null;
  /** The same for the invoice; without one asked for the company's, else the customer's own. */
  chosenBilling: AddressFields | null;
  defaultBilling: AddressFields | null;
  /** Days to pay of the company or the customer; null: as the website has it. */
  paymentDays: number | null;
  /** Of a company with a limit, held where the order is paid after its invoice; null otherwise. As it was before any wait: what is owed is looked at again as the order is written. */
  credit: CompanyCredit | null;
  /** An order with this checkout key is there already. */
  madeBefore: boolean;
}

type CheckoutRow = CartRow & Omit<Checkout, 'cart' | 'credit'> & { credit: CreditJson | null };

// Carts before companies, companies before products, products in the order of their ids: no two orders wait for each other in a circle. The locked
// rows are read as they are after any wait; the version tells whether the lines still belong to them.
const CHECKOUT = `
with oc as materialized (${OPEN_CART} for no key update),
firm as materialized (
  select k.id, k.credit_limit from company k
   where k.id = ${OWN_COMPANY} and k.credit_limit is not null and $14::boolean and exists (select from oc) for no key update),
held as materialized (
  select p.id, p.stock from product p
   where (select count(*) from firm) >= 0 and p.id = any (array(select l.product_id from cart_line l join oc on oc.id = l.cart_id))
   order by p.id for no key update),
usable as materialized (select * from customer_address where customer_id = $1::bigint or company_id = ${OWN_COMPANY}),
chosen as (select * from usable where id = $10::bigint),${taxedFor(`coalesce((select c.country::text from chosen c), $9::text, ${HOME_COUNTRY})`, { shipping: '$12::text' })}
select ${cartColumns({ stock: '(select h.stock from held h where h.id = p.id)' })},
       jsonb_build_object('name', cu.first_name || ' ' || cu.last_name, 'company', cu.company, 'email', cu.email, 'active', cu.status = 'active') as customer,
       (select ${addressJsonSql('a')} from chosen a) as "chosenAddress",
       (select ${addressJsonSql('a')} from usable a where a.is_default order by a.customer_id nulls last limit 1) as "defaultAddress",
       (select ${addressJsonSql('a')} from usable a where a.id = $13::bigint) as "chosenBilling",
       (select ${addressJsonSql('a')} from usable a where a.is_default_billing or a.is_default order by a.is_default_billing desc, a.company_id nulls last limit 1) as "defaultBilling",
       ${OWN_DAYS} as "paymentDays", (select ${creditSql('f')} from firm f) as credit,
       exists (select from purchase e where e.customer_id = cu.id and e.checkout_key = $11) as "madeBefore"
  from customer cu left join oc on true ${COUPON_JOIN}
 where cu.id = $1::bigint`;

/** Loads and locks in one statement. */
export async function loadCheckout(unit: Unit, { owner, shippingAddress, billingAddress, shippingMethod, paymentMethod, checkoutKey }: OrderRequest): Promise<Checkout> {
  const ownId = shippingAddress !== null && 'id' in shippingAddress && isRowId(shippingAddress.id) ? shippingAddress.id : null;
  const newCountry = shippingAddress !== null && 'country' in shippingAddress ? shippingAddress.country.trim().toUpperCase() : null;
  const billingId = typeof billingAddress === 'object' && isRowId(billingAddress?.id ?? '') ? (billingAddress?.id ?? null) : null;
  const params = [...cartParams(owner), newCountry, ownId, checkoutKey, shippingMethod, billingId, isPaidAfterInvoice(paymentMethod)];
  const [row] = await unit.named<CheckoutRow>('shop-checkout', CHECKOUT, params);
  if (row === undefined) throw new Error(`There is no customer ${owner.customerId}`);
  const { customer, chosenAddress, defaultAddress, chosenBilling, defaultBilling, paymentDays, credit, madeBefore } = row;
  return { cart: toCart(row), customer, chosenAddress, defaultAddress, chosenBilling, defaultBilling, paymentDays, credit: toCredit(credit), madeBefore };
}
