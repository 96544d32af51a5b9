import type { PricedCartLine } from '@onbehalf/shop';
import type { CartLineView } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { amountText } from './action-log-text.ts';
import { inStore, money, type InStore } from './names.ts';
import { priceTag } from './price-tag.ts';

/** C5: what waits, asked by whom; the customer sees it too, and may take the normal price instead. */
export function waitingOf(deps: Deps, { store, locale }: InStore, { waiting }: PricedCartLine): CartLineView['waiting'] {
  if (waiting === null) return null;
  const source = priceTag(deps, locale, { source: 'manual', label: '', reason: waiting.reason, actorName: waiting.actorName, approverName: null });
  return { price: money(waiting.minor, store.currency), source };
}

/** What became of a price: of the question about it, for those who may ask again, else of an edited one that is gone (C5, C6). */
export function noticeOf(deps: Deps, arrived: Arrived, priced: PricedCartLine): string | null {
  if (!priced.forSale) return deps.web.message('cart.not-for-sale', arrived.locale);
  if (priced.free === 'over' || priced.free === 'not-covered') return deps.web.message(`cart.free-item-${priced.free}`, arrived.locale);
  const mayPrice = arrived.caller.kind === 'context' && arrived.caller.actor.canEditItemPrice;
  return (mayPrice ? requestNotice(deps, arrived, priced) : null) ?? overNotice(deps, arrived, { ...priced, mayPrice });
}

/** What became of a price that waited, in a sentence, while the cart page stands (C5): the customer reads the price and nothing of how it came about. */
export function decisionNews(deps: Deps, arrived: Arrived, priced: PricedCartLine): string {
  const { waiting, unitMinor, overrideState, line: { request } } = priced;
  if (waiting !== null) return '';
  const price = amountText(unitMinor, inStore(arrived).store.currency, arrived.locale);
  const isApproved = request?.status === 'approved' && overrideState === 'applies';
  const mayPrice = arrived.caller.kind === 'context' && arrived.caller.actor.canEditItemPrice;
  if (!mayPrice) return deps.web.message(isApproved ? 'cart.news-new-price' : 'cart.news-same-price', arrived.locale, { price });
  if (isApproved) return deps.web.message('cart.news-approved', arrived.locale, { name: request.deciderName ?? '', price });
  return requestNotice(deps, arrived, priced) ?? deps.web.message('cart.news-same-price', arrived.locale, { price });
}

function requestNotice(deps: Deps, arrived: Arrived, { waiting, line: { request } }: PricedCartLine): string | null {
  if (request === null || waiting !== null || request.status === 'approved') return null;
  const { status, minor, quantity, deciderName, comment } = request;
  const facts = { price: amountText(minor, inStore(arrived).store.currency, arrived.locale), name: deciderName ?? '', quantity, comment };
  if (status === 'declined') return deps.web.message(comment === '' ? 'cart.request-declined' : 'cart.request-declined-why', arrived.locale, facts);
  return deps.web.message(status === 'void' ? 'cart.request-void' : 'cart.request-over', arrived.locale, facts);
}

// The customer and the actor see why a price they knew is gone; only who may price again is asked to.
function overNotice(deps: Deps, { locale }: Arrived, { overrideState, line, mayPrice }: PricedCartLine & { mayPrice: boolean }): string | null {
  if (overrideState !== 'quantity-raised' && overrideState !== 'over') return null;
  const id = overrideState === 'over' ? 'cart.edited-price-over' : mayPrice ? 'cart.edited-price-again' : 'cart.edited-price-quantity';
  return deps.web.message(id, locale, { quantity: line.edited?.quantity ?? 0 });
}
