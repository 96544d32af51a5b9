import { percentText, priceEditReasons, toDecimal } from '@onbehalf/core';
import type { Order, OrderTotals, PricedCartLine } from '@onbehalf/shop';
import type { z } from 'zod';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import type { CART, CART_LINE, MONEY, ORDER, TOTALS } from '../routes/rest/schemas.ts';
import { cartCommission } from '../use-cases/commission-terms.ts';
import { noticeOf } from './cart-notices.ts';
import { alternativeLabel, priceEditSettings, type PricedOpenCart } from './cart.ts';
import { placeOf } from './names.ts';

export function moneyJson(minor: bigint, currency: string): z.infer<typeof MONEY> {
  return { amount: toDecimal(minor, currency), currency };
}

export function totalsJson(totals: OrderTotals): z.infer<typeof TOTALS> {
  const { currency } = totals;
  return {
    subtotal: moneyJson(totals.subtotal, currency),
    discount: moneyJson(totals.discount, currency),
    shipping: moneyJson(totals.shipping, currency),
    tax: moneyJson(totals.tax, currency),
    taxes: totals.taxes.map(({ taxBasisPoints, net, tax }) => ({ percent: percentText(taxBasisPoints), base: moneyJson(net, currency), tax: moneyJson(tax, currency) })),
    total: moneyJson(totals.total, currency),
    taxIncluded: totals.pricesIncludeTax,
    reverseCharge: reverseChargeJson(totals),
    coupon: totals.couponCode,
    staffDiscount: totals.staffDiscount === 0n ? null : { ...moneyJson(totals.staffDiscount, currency), reason: totals.staffDiscountReason ?? '' },
    freeShipping: totals.freeShippingReason === null ? null : { reason: totals.freeShippingReason },
  };
}

const reverseChargeJson = ({ reverseCharge }: OrderTotals): z.infer<typeof TOTALS>['reverseCharge'] =>
  reverseCharge && { sellerVatNumber: reverseCharge.sellerVatNumber, vatNumber: reverseCharge.buyerVatNumber };

export function cartJson(deps: Deps, arrived: Arrived, { cart, priced }: PricedOpenCart): z.infer<typeof CART> {
  const commission = cartCommission(arrived, priced);
  return {
    version: cart.version,
    lines: priced.lines.map((line) => lineJson(deps, arrived, line, priced.totals.currency)),
    totals: totalsJson(priced.totals),
    commission: commission === null ? null : moneyJson(commission, priced.totals.currency),
  };
}

function lineJson(deps: Deps, arrived: Arrived, priced: PricedCartLine, currency: string): z.infer<typeof CART_LINE> {
  const { line } = priced;
  const { caller } = arrived;
  const reasons = priced.free !== null ? [{ code: 'free-item-fixed' } as const] : caller.kind === 'context' ? priceEditReasons({ productKind: line.kind }, { canEditItemPrice: caller.actor.canEditItemPrice }, priceEditSettings(arrived)) : [{ code: 'not-in-context' } as const];
  const shown = reasons.length === 0 && arrived.settings.get('assist/price_edit/show_alternatives', placeOf(arrived));
  return {
    id: line.id, sku: line.sku, name: line.name, options: [...(line.options ?? [])], quantity: line.quantity,
    unitPrice: moneyJson(priced.unitMinor, currency),
    originalPrice: moneyJson(priced.catalogueMinor, currency),
    total: moneyJson(priced.totalMinor, currency),
    priceSource: priced.overrideState === 'applies' ? (line.edited?.source ?? null) : null,
    priceReason: priced.overrideState === 'applies' ? (line.edited?.reason ?? '') : '',
    reasonChoices: reasons.length === 0 ? [...priceEditSettings(arrived).reasons] : [],
    free: priced.free === null ? null : { reason: line.edited?.label ?? '', state: priced.free },
    waitingFor: priced.waiting === null ? null : moneyJson(priced.waiting.minor, currency),
    priceNotice: noticeOf(deps, arrived, priced),
    canEditPrice: reasons.length === 0,
    reasons: problemsOf(deps, reasons, arrived).map(({ code, text }) => ({ code, text })),
    alternatives: shown ? priced.alternatives.map((one) => ({ key: one.key, label: alternativeLabel(deps, arrived, one), fromQuantity: one.fromQuantity, price: moneyJson(one.minor, currency) })) : [],
  };
}

/** Commission is the shop's own: a caller without an actor gets none (D1). */
export function orderJson(order: Order, { caller }: Arrived): z.infer<typeof ORDER> {
  const { currency } = order.totals;
  const isStaff = caller.kind === 'actor' || caller.kind === 'context';
  return {
    number: order.number,
    placedAt: order.placedAt.toISOString(),
    status: order.status,
    channel: order.channel,
    payment: order.payment === null ? null : {
      state: order.payment.state, amount: moneyJson(order.payment.amountMinor, currency), paidAt: order.payment.paidAt?.toISOString() ?? null, refunded: moneyJson(order.payment.refundedMinor, currency),
    },
    lines: order.lines.map((line) => ({
      sku: line.sku, name: line.name, options: [...line.options], quantity: line.quantity, unitPrice: moneyJson(line.unitMinor, currency), originalPrice: moneyJson(line.catalogueMinor, currency), priceSource: line.overrideSource, priceReason: line.overrideReason,
    })),
    totals: totalsJson(order.totals), payableBy: order.dueOn,
    replacementOf: order.replacementOf, replacedBy: order.replacedBy,
    staff: isStaff && order.assisted !== null ? { id: order.assisted.actorId, name: order.assisted.actorName, group: order.assisted.groupName } : null,
    commission: isStaff && order.commission !== null ? moneyJson(order.commission.minor, currency) : null,
  };
}
