import type { SessionReceipt } from '@onbehalf/assist';
import type { CartDifference, KeptLine } from '@onbehalf/core';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { amountText } from './action-log-text.ts';
import { reasonText } from './price-tag.ts';

interface Wording {
  deps: Deps;
  arrived: Arrived;
  receipt: Pick<SessionReceipt, 'products' | 'storeId'>;
}

/** What the cart became between entry and exit, a sentence each (C8). */
export function cartChangeText(wording: Wording, change: CartDifference): string {
  const { deps, arrived } = wording;
  const say = (id: string, facts: Record<string, string | number> = {}): string => deps.web.message(`cart-change.${id}`, arrived.locale, facts);
  switch (change.kind) {
    case 'added':
    case 'removed':
      return say(change.kind, { product: productText(wording, change.line), quantity: change.line.quantity });
    case 'quantity':
      return say('quantity', { product: productText(wording, change.line), before: change.before, after: change.after });
    case 'price':
      return say('price', { product: productText(wording, change.line), before: amount(wording, change.before), after: amount(wording, change.after) });
    case 'coupon':
    case 'discount':
      return change.after === null ? say(`${change.kind}-gone`, { before: change.before ?? '' }) : say(change.kind, { after: change.after });
    default:
      return say(change.after ? 'free-shipping' : 'free-shipping-gone');
  }
}

function productText({ deps, arrived, receipt }: Wording, { productId, freeReason }: KeptLine): string {
  const product = receipt.products[productId];
  const name = product === undefined ? productId : `${inLocale(product.name, arrived.locale)} (${product.sku})`;
  return freeReason === null ? name : deps.web.message('cart-change.free', arrived.locale, { product: name, reason: reasonText(deps, arrived.locale, freeReason) });
}

function amount({ deps, arrived, receipt }: Wording, minor: bigint): string {
  const store = deps.stores.find((one) => one.id === receipt.storeId);
  return store === undefined ? String(minor) : amountText(minor, store.currency, arrived.locale);
}
