import {
  alternativePrices, cartTotals, effectiveUnitPrice, halfUp, sumOf,
  type AlternativePrice, type CartTotals, type LineTotals, type OverrideState, type PricedRow, type PriceRule,
} from '@onbehalf/core';
import type { CartLine, EditedPrice, Store } from '@onbehalf/assist/ports';
import type { ShopCart } from './cart-sql.ts';
import { needsShipping, shippingPrice, type ShippingCode } from '../checkout/shipping-methods.ts';
import { priceAt } from '../pricing/price-at.ts';

export interface PriceCartQuestion {
  cart: ShopCart;
  store: Store;
  rule: PriceRule;
  now: Date;
  /** Null while none is chosen: nothing is added for it. */
  shipping: ShippingCode | null;
  /** How long an edited price outlives its assist session (C6). */
  overrideValidForSeconds: number;
}

/** A line with its prices, minor units of the store's currency, with or without tax as the store shows prices. */
export interface PricedCartLine {
  line: CartLine;
  /** One piece as sold. */
  unitMinor: bigint;
  /** One piece without anybody's edit. */
  catalogueMinor: bigint;
  /** Unit price × pieces, before the coupon. */
  totalMinor: bigint;
  /** Whether an edited price is in force; 'quantity-raised' and 'over' call for a notice (C6). */
  overrideState: OverrideState;
  /** What the price editor may offer (C4). */
  alternatives: AlternativePrice[];
  /** Every price that was considered (C9). */
  considered: readonly PricedRow[];
  /** False: not for sale here now. It counts nothing and can't be ordered. */
  forSale: boolean;
  /** After the coupon, with the tax taken apart. */
  totals: LineTotals;
}

/** Sums as the store shows them: subtotal, discount and shipping include tax where prices do. */
export interface OrderTotals {
  currency: string;
  pricesIncludeTax: boolean;
  subtotal: bigint;
  discount: bigint;
  couponCode: string | null;
  shipping: bigint;
  tax: bigint;
  total: bigint;
}

export interface PricedCart {
  lines: PricedCartLine[];
  totals: OrderTotals;
  /** False for a cart of services and downloads only. */
  needsShipping: boolean;
}

/** What the cart costs now, line by line and as a whole. Pure: the rows come with the cart. */
export function priceCart(question: PriceCartQuestion): PricedCart {
  const lines = question.cart.lines.map((line) => priceLine(line, question));
  const totals = totalsOf(lines, question);
  return {
    lines: lines.map((line, index) => ({ ...line, totals: totals.lines[index] ?? noTotals(line) })),
    totals: asShown(totals, question),
    needsShipping: needsShipping(question.cart.lines),
  };
}

type UnitPriced = Omit<PricedCartLine, 'totals'>;

function priceLine(line: CartLine, { rule, now, overrideValidForSeconds }: PriceCartQuestion): UnitPriced {
  const answer = line.onSale ? priceAt(line.prices, line.quantity, { rule, now }) : null;
  if (answer === null) {
    return { line, unitMinor: 0n, catalogueMinor: 0n, totalMinor: 0n, overrideState: 'none', alternatives: [], considered: [], forSale: false };
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
    alternatives: alternativePrices({ rows: line.prices, now: now.getTime() }),
    considered: answer.considered,
    forSale: true,
  };
}

const standing = (edited: EditedPrice, validForSeconds: number) => ({
  minor: edited.minor,
  quantity: edited.quantity,
  sessionLive: edited.sessionLive,
  validUntil: edited.sessionEndedAt === null ? null : edited.sessionEndedAt.getTime() + validForSeconds * 1000,
});

function totalsOf(lines: readonly UnitPriced[], { cart, store, shipping }: PriceCartQuestion): CartTotals {
  const goods = sumOf(lines.map((line) => line.totalMinor));
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
    shipping: {
      minor: shipping === null ? 0n : shippingPrice(shipping, store.currency, goods),
      taxBasisPoints: BigInt(cart.shippingTaxBasisPoints),
    },
    rounding: halfUp,
  });
}

function asShown(totals: CartTotals, { cart, store }: PriceCartQuestion): OrderTotals {
  const { pricesIncludeTax, currency } = store;
  return {
    currency,
    pricesIncludeTax,
    subtotal: pricesIncludeTax ? totals.subtotalInclTax : totals.subtotal,
    discount: pricesIncludeTax ? totals.discountInclTax : totals.discount,
    couponCode: cart.coupon?.code ?? null,
    shipping: pricesIncludeTax ? totals.shippingInclTax : totals.shipping,
    tax: totals.tax,
    total: totals.total,
  };
}

const noTotals = ({ line }: UnitPriced): LineTotals => ({ key: line.id, net: 0n, tax: 0n, gross: 0n, discount: 0n, catalogue: 0n });
