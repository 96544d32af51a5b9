import type { CompanyCredit } from '@onbehalf/core';
import type { CartOwner, Unit } from '@onbehalf/assist/ports';
import { addressJsonSql, type CustomerAddress } from '../accounts/address.ts';
import { isRowId } from '../accounts/ids.ts';
import { cartColumns, cartParams, COUPON_JOIN, OPEN_CART, toCart, type CartRow, type ShopCart } from '../cart/cart-sql.ts';
import { creditSql, toCredit, type CreditJson } from './company-credit.ts';
import { OWN_COMPANY, OWN_DAYS, taxedFor } from '../cart/tax-sql.ts';

/** Where the goods go as far as it is known: one of the customer's own addresses, a new one's country, or neither yet. */
export interface CheckoutPlace {
  addressId: string | null;
  newCountry: string | null;
  /** The way of sending that is chosen; '' while none is. */
  shippingMethod: string;
}

/** An address to choose at checkout: the customer's own, or of the company he buys for (G2). */
export interface CheckoutAddress extends CustomerAddress {
  ofCompany: boolean;
}

/** What the checkout page is made of: the cart, taxed for where it goes, and the addresses to choose from, the default one first. */
export interface CheckoutView {
  cart: ShopCart;
  addresses: CheckoutAddress[];
  /** What the invoice is written to unless somebody says otherwise: the company's address, else the customer's own; null without any. */
  billingId: string | null;
  /** Days to pay of the company or the customer; null: as the website has it. */
  paymentDays: number | null;
  credit: CompanyCredit | null;
}

// Where it goes decides the tax: the page must add up as the order will. Nothing chosen yet goes to the default address.
const VIEW = `
with oc as materialized (${OPEN_CART}),
own as materialized (
  select a.*, row_number() over (order by a.id = $10::bigint desc nulls last, a.is_default desc, a.customer_id nulls last, a.id) as place
    from customer_address a where a.customer_id = $1::bigint or a.company_id = ${OWN_COMPANY}),${taxedFor('coalesce($9::text, (select country::text from own where place = 1))', { shipping: '$11::text' })}
select ${cartColumns({ stock: 'p.stock' })},
       (select coalesce(jsonb_agg(${addressJsonSql('a')} || jsonb_build_object('id', a.id::text, 'isDefault', a.is_default, 'isDefaultBilling', a.is_default_billing, 'ofCompany', a.company_id is not null) order by a.is_default desc, a.customer_id nulls last, a.id), '[]'::jsonb)
          from own a) as addresses,
       (select a.id::text from own a where a.is_default_billing or a.is_default order by a.is_default_billing desc, a.company_id nulls last limit 1) as "billingId", ${OWN_DAYS} as "paymentDays",
       (select ${creditSql('k')} from company k where k.id = ${OWN_COMPANY} and k.credit_limit is not null) as credit
  from (values (true)) as one left join oc on true ${COUPON_JOIN}`;

type ViewRow = CartRow & Pick<CheckoutView, 'addresses' | 'billingId' | 'paymentDays'> & { credit: CreditJson | null };

/** Reads it in one statement and locks nothing. */
export async function checkoutView(unit: Unit, owner: CartOwner, { addressId, newCountry, shippingMethod }: CheckoutPlace): Promise<CheckoutView> {
  const id = addressId !== null && isRowId(addressId) ? addressId : null;
  const [row] = await unit.named<ViewRow>('shop-checkout-view', VIEW, [...cartParams(owner), newCountry, id, shippingMethod]);
  if (row === undefined) throw new Error('The checkout statement gives one row');
  return { cart: toCart(row), addresses: row.addresses, billingId: row.billingId, paymentDays: row.paymentDays, credit: toCredit(row.credit) };
}
