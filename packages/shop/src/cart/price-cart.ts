import {
  alternativePrices, cartTotals, effectiveUnitPrice, halfUp, sumOf,
  type AlternativePrice, type CartTotals, type ConcededLine, type LineTotals, type OverrideState, type PricedRow, type PriceRule, type ReverseCharge, type ReverseChargeTerms, type TaxPart, type TaxRounding,
} from '@onbehalf/core';
import type { EditedPrice, PriceRequest, Store } from '@onbehalf/assist/ports';
import type { ShopCart, ShopCartLine } from './cart-sql.ts';
import { carried, concessionsOf, lifetime, stateOf, toConceded, withoutOver, type Given, type UnitPriced } from './price-concessions.ts';
import { reverseChargeOf, withoutTax } from './reverse-charge.ts';
import { needsShipping, noDelivery, shippingOffers, type ShippingOffer } from '../checkout/shipping-methods.ts';
import { priceAt } from '../pricing/price-at.ts';

export interface PriceCartQuestion {
  cart: ShopCart;
  store: Store;
  rule: PriceRule;
  now: Date;
  /** A method's code; null while none is chosen: nothing is added for it. */
  shipping: string | null;
  /** How long an edited price outlives its assist session (C6). */
  overrideValidForSeconds: number;
  taxRounding: TaxRounding;
  /** When a company owes the VAT itself (G3). */
  reverseCharge: ReverseChargeTerms;
  /** Lowest margin over cost, for what staff give off the whole cart (C5, C10); null is no floor. */
  minMarginBasisPoints: bigint | null;
}

/** A line with its prices, minor units of the store's currency, with or without tax as the store shows prices. */
export interface PricedCartLine {
  line: ShopCartLine;
  /** One piece as sold. */
  unitMinor: bigint;
  /** One piece without anybody's edit. */
  catalogueMinor: bigint;
  /** Unit price × pieces, before the coupon. */
  totalMinor: bigint;
  /** Whether an edited price is in force; 'quantity-raised' and 'over' call for a notice (C6). */
  overrideState: OverrideState;
  /** A price that waits for a second person; such a line can't be ordered (C5). */
  waiting: PriceRequest | null;
  /** What the price editor may offer (C4). */
  alternatives: AlternativePrice[];
  /** Every price that was considered (C9). */
  considered: readonly PricedRow[];
  /** False: not for sale here now. It counts nothing and can't be ordered. */
  forSale: boolean;
  /** A free item (C10): free now, past its time, or more than the cart around it still carries. Null for any other line. */
  free: FreeState | null;
  /** After the coupon, with the tax taken apart. */
  totals: LineTotals;
}

/** A free item that isn't free any more counts nothing and can't be ordered: nobody asked for it at a price. */
export type FreeState = 'applies' | 'over' | 'not-covered';

/** A concession on the whole cart: in force, in force for less than was asked, or past its time. */
export type ConcessionState = 'none' | 'applies' | 'lowered' | 'over';

/** Sums as the store shows them: subtotal, discount and shipping include tax where prices do. */
export interface OrderTotals {
  currency: string;
  pricesIncludeTax: boolean;
  subtotal: bigint;
  /** The coupon's and the staff's together. */
  discount: bigint;
  couponCode: string | null;
  /** The part of the discount that staff gave off the whole cart, and why (C10). */
  staffDiscount: bigint;
  staffDiscountReason: string | null;
  shipping: bigint;
  /** Why staff gave free shipping; null where they didn't. */
  freeShippingReason: string | null;
  tax: bigint;
  /** The same by rate, the highest first. */
  taxes: readonly TaxPart[];
  /** Both VAT numbers where the customer owes the tax: then there is none in any sum here. Null: tax as usual. */
  reverseCharge: ReverseCharge | null;
  total: bigint;
}

export interface PricedCart {
  lines: PricedCartLine[];
  totals: OrderTotals;
  /** False for a cart of services and downloads only. */
  needsShipping: boolean;
  /** The ways to get the goods; none where nothing is sent, or nothing goes there. */
  shippingOffers: ShippingOffer[];
  /** The one chosen; null where none is, or it isn't offered. */
  shipping: ShippingOffer | null;
  discountState: ConcessionState;
  freeShippingState: ConcessionState;
  /** What staff gave away so far, for their limit (C5, C10), and what the goods cost once the coupon is off. */
  conceded: { lines: ConcededLine[]; goodsMinor: bigint };
}

/** What the cart costs now, line by line and as a whole. Pure: the rows come with the cart. */
export function priceCart(asked: PriceCartQuestion): PricedCart {
  const reverseCharge = reverseChargeOf(asked.cart, asked.reverseCharge);
  const question = reverseCharge === null ? asked : { ...asked, cart: withoutTax(asked.cart, asked.store), store: { ...asked.store, pricesIncludeTax: false } };
  const { cart } = question;
  const counted = withoutOver(cart.lines.map((line) => priceLine(line, question)));
  const lines = carried(counted, question);
  const given = concessionsOf(lines, question);
  const offers = needsShipping(cart.lines) ? shippingOffers(cart.shippingMethods, parcelOf(lines, cart)) : [];
  const shipping = needsShipping(cart.lines) ? (offers.find(({ code }) => code === question.shipping) ?? null) : noDelivery;
  const totals = totalsOf(lines, { given, shipping }, question);
  return {
    lines: lines.map((line, index) => ({ ...line, totals: totals.lines[index] ?? noTotals(line) })),
    totals: { ...asShown(totals, question), reverseCharge },
    needsShipping: needsShipping(cart.lines),
    shippingOffers: offers,
    shipping,
    discountState: given.discountState,
    freeShippingState: stateOf(cart.freeShipping, question),
    conceded: { lines: counted.map((line) => toConceded(line, question)), goodsMinor: given.goodsMinor },
  };
}

function priceLine(line: ShopCartLine, { rule, now, overrideValidForSeconds }: PriceCartQuestion): UnitPriced {
  const answer = line.onSale ? priceAt(line.prices, line.quantity, { rule, now }) : null;
  const free = line.edited?.source === 'free' ? 'applies' : null;
  if (answer === null) {
    return { line, unitMinor: 0n, catalogueMinor: 0n, totalMinor: 0n, overrideState: 'none', waiting: null, alternatives: [], considered: [], forSale: false, free };
  }
  const catalogueMinor = answer.winner.minor;
  const { minor, overrideState } = effectiveUnitPrice({
    ...(line.edited === null ? {} : { override: standing(line.edited, overrideValidForSeconds) }),
    catalogueMinor,
    quantity: line.quantity,
    now: now.getTime(),
  });
  return {
    line,
    unitMinor: minor,
    catalogueMinor,
    totalMinor: minor * BigInt(line.quantity),
    overrideState,
    waiting: isWaiting(line, { now, overrideValidForSeconds }) ? line.request : null,
    alternatives: alternativePrices({ rows: line.prices, now: now.getTime() }),
    considered: answer.considered,
    forSale: true,
    free: free !== null && overrideState !== 'applies' ? 'over' : free,
  };
}

/** A question stands as long as the price it asks for would (C6). */
export function isWaiting({ request, quantity }: Pick<ShopCartLine, 'request' | 'quantity'>, { now, overrideValidForSeconds }: { now: Date; overrideValidForSeconds: number }): boolean {
  if (request?.status !== 'waiting') return false;
  return effectiveUnitPrice({ override: standing(request, overrideValidForSeconds), catalogueMinor: 0n, quantity, now: now.getTime() }).overrideState === 'applies';
}

const standing = (edited: Pick<EditedPrice, 'minor' | 'quantity' | 'sessionLive' | 'sessionEndedAt'>, validForSeconds: number) => ({
  minor: edited.minor,
  quantity: edited.quantity,
  ...lifetime(edited, validForSeconds),
});

const parcelOf = (lines: readonly UnitPriced[], { goesTo, weightGrams }: ShopCart) => ({ country: goesTo, weightGrams, goodsMinor: sumOf(lines.map((line) => line.totalMinor)) });

function totalsOf(lines: readonly UnitPriced[], { given, shipping }: { given: Given; shipping: ShippingOffer | null }, question: PriceCartQuestion): CartTotals {
  const { cart, store, taxRounding } = question;
  const isFree = shipping === null || stateOf(cart.freeShipping, question) === 'applies';
  return cartTotals({
    lines: lines.map(({ line, unitMinor, catalogueMinor }) => ({
      key: line.id,
      unitMinor,
      catalogueUnitMinor: catalogueMinor,
      quantity: line.quantity,
      taxBasisPoints: BigInt(line.taxBasisPoints),
    })),
    pricesIncludeTax: store.pricesIncludeTax,
    discount: cart.coupon === null ? null : { percentBasisPoints: BigInt(cart.coupon.percentBasisPoints) },
    concession: given.discountMinor,
    shipping: {
      minor: isFree ? 0n : shipping.minor,
      taxBasisPoints: BigInt(shipping?.taxBasisPoints ?? 0),
    },
    rounding: halfUp,
    taxRounding,
  });
}

function asShown(totals: CartTotals, question: PriceCartQuestion): Omit<OrderTotals, 'reverseCharge'> {
  const { cart, store } = question;
  const { pricesIncludeTax, currency } = store;
  return {
    currency,
    pricesIncludeTax,
    subtotal: pricesIncludeTax ? totals.subtotalInclTax : totals.subtotal,
    discount: pricesIncludeTax ? totals.discountInclTax : totals.discount,
    couponCode: cart.coupon?.code ?? null,
    staffDiscount: totals.conceded,
    staffDiscountReason: totals.conceded > 0n ? (cart.discount?.reason ?? null) : null,
    freeShippingReason: stateOf(cart.freeShipping, question) === 'applies' ? (cart.freeShipping?.reason ?? null) : null,
    shipping: pricesIncludeTax ? totals.shippingInclTax : totals.shipping,
    tax: totals.tax,
    taxes: totals.taxes,
    total: totals.total,
  };
}

const noTotals = ({ line }: UnitPriced): LineTotals => ({ key: line.id, net: 0n, tax: 0n, gross: 0n, discount: 0n, catalogue: 0n });
