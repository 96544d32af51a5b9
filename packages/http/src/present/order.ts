import { percentText } from '@onbehalf/core';
import { optionsText, paymentMethodName, type AddressFields, type Order, type OrderLine } from '@onbehalf/shop';
import type { Address, OrderLineView, OrderView } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { totalsOf } from './cart.ts';
import { commissionView } from './commission-view.ts';
import { paymentView } from './payment.ts';
import { dueView } from './documents.ts';
import { imageOf, money } from './names.ts';
import { priceTag, reasonText } from './price-tag.ts';

export type OrderReader = 'customer' | 'staff';

type Here = { deps: Pick<Deps, 'web'>; locale: Arrived['locale'] };

/** One order for a page or a mail. A customer reads neither who helped and for what, nor private comments (D1). */
export function orderView(deps: Pick<Deps, 'web'>, { locale, now }: Pick<Arrived, 'locale' | 'now'>, order: Order, reader: OrderReader): OrderView {
  return {
    number: order.number,
    placedAt: order.placedAt,
    status: order.status,
    storeName: order.storeName,
    lines: order.lines.map((line) => lineView({ deps, locale }, line, order)),
    totals: totalsOf(order.totals),
    concessionReasons: {
      discount: order.totals.staffDiscountReason === null ? null : reasonText(deps, locale, order.totals.staffDiscountReason),
      freeShipping: order.totals.freeShippingReason === null ? null : reasonText(deps, locale, order.totals.freeShippingReason),
    },
    replacementOf: order.replacementOf,
    replacedBy: order.replacedBy,
    shippingAddress: addressView(order.shippingAddress),
    billingAddress: addressView(order.billingAddress),
    shippingMethod: inLocale(order.shippingName, locale),
    paymentMethod: inLocale(paymentMethodName(order.paymentMethod), locale),
    due: dueView(order.dueOn, { now, timeZone: order.timeZone, isBilled: order.invoicedMinor > 0n }),
    purchaseOrderNumber: order.purchaseOrderNumber,
    customerComment: order.customerComment,
    customer: order.customer,
    assisted: reader === 'staff' ? assistedView(order) : null,
    owner: reader === 'staff' ? (order.owner?.name ?? null) : null,
    commission: reader === 'staff' ? commissionView(order) : null,
    payment: paymentView(order, reader),
    comments: order.comments.filter((comment) => reader === 'staff' || comment.visibility === 'public').map((comment) => ({ ...comment, by: reader === 'staff' ? comment.by : null })),
  };
}

function lineView(here: Here, line: OrderLine, { totals: { currency }, placedBy }: Order): OrderLineView {
  const edited = line.overrideSource !== null;
  return {
    sku: line.sku,
    name: line.name,
    options: optionsText(line.options),
    image: imageOf(line.image),
    href: null,
    quantity: line.quantity,
    unit: money(line.unitMinor, currency),
    originalUnit: edited ? money(line.catalogueMinor, currency) : null,
    overrideLabel: edited ? tagOf(here, line, placedBy) : null,
    total: money(line.unitMinor * BigInt(line.quantity), currency),
  };
}

// An order from before prices kept their actor has the one who placed it.
function tagOf({ deps, locale }: Here, line: OrderLine, placedBy: string | null): string {
  return priceTag(deps, locale, {
    source: line.overrideSource ?? '', label: line.overrideLabel ?? '', reason: line.overrideReason,
    actorName: line.overrideActorName ?? placedBy ?? '', approverName: line.overrideApproverName,
  });
}

function addressView(address: AddressFields): Address {
  return { id: '', ...address };
}

function assistedView({ assisted, channel, commission, totals }: Order): OrderView['assisted'] {
  if (assisted === null) return null;
  const { actorName, groupName, reason, reference } = assisted;
  return {
    actorName,
    groupName,
    reason,
    reference,
    channel,
    commission: commission === null ? null : money(commission.minor, totals.currency),
    commissionBasis: commission?.basis ?? 'total-excluding-tax',
    commissionRate: commission?.rateBasisPoints === null ? null : percentText(BigInt(commission?.rateBasisPoints ?? 0)),
  };
}
