import { holds } from '@onbehalf/assist';
import { concededOn, FREE_ITEM_REASONS, mostConceded, percentText, RESOURCE, roomAboveFloor, type CartDiscount, type Locale, type Money } from '@onbehalf/core';
import { toDiscount, type PricedCartLine } from '@onbehalf/shop';
import type { CartConcessions, CartLineView } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { giverOf, settingsAt } from '../use-cases/giver.ts';
import type { PricedOpenCart } from './cart.ts';
import { money } from './names.ts';
import { offeredName, reasonText } from './price-tag.ts';

/** What staff gave on the cart as a whole, as everybody who sees the cart sees it, and what this actor may give (C10). */
export function concessionsOf(deps: Deps, arrived: Arrived, { cart, priced }: PricedOpenCart): CartConcessions {
  const { locale } = arrived;
  const mayGive = giverOf(arrived).ok && arrived.caller.kind === 'context' && arrived.caller.session.mode !== 'view';
  const named = (reason: string): { value: string; label: string } => ({ value: reason, label: reasonText(deps, locale, reason) });
  return {
    discount: cart.discount === null || priced.discountState === 'none' ? null : {
      percent: percentIn(toDiscount(cart.discount), locale),
      amount: cart.discount.minor === null ? null : money(cart.discount.minor, priced.totals.currency),
      reason: reasonText(deps, locale, cart.discount.reason),
      actorName: cart.discount.actorName,
      state: priced.discountState,
    },
    freeShipping: cart.freeShipping === null || priced.freeShippingState === 'none' ? null : {
      reason: reasonText(deps, locale, cart.freeShipping.reason), actorName: cart.freeShipping.actorName, state: priced.freeShippingState,
    },
    give: mayGive ? { reasons: settingsAt(arrived).reasons.map(named), freeReasons: FREE_ITEM_REASONS.map(named), most: mostOff(arrived, priced) } : null,
    replacementOf: cart.replacementOf?.number ?? null,
  };
}

/** By the own limit, and by the floor for those with the right "See margin": it would tell the cost (C5). */
function mostOff({ caller }: Arrived, { conceded: { lines, goodsMinor }, totals: { currency } }: PricedOpenCart['priced']): Money | null {
  if (caller.kind !== 'context') return null;
  const { maxDiscountBasisPoints } = caller.actor;
  const own = maxDiscountBasisPoints === null ? goodsMinor : mostConceded(lines, BigInt(maxDiscountBasisPoints)) - concededOn(lines).conceded;
  const room = holds(caller.actor, RESOURCE.viewMargin) ? roomAboveFloor(lines, goodsMinor) : goodsMinor;
  const most = own < room ? own : room;
  return most >= goodsMinor ? null : money(most < 0n ? 0n : most, currency);
}

function percentIn(discount: CartDiscount, locale: Locale): string | null {
  if ('minor' in discount) return null;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(percentText(discount.percentBasisPoints) as `${number}`);
}

/** What a line that is free of charge says of itself. */
export function freeOf(deps: Deps, { locale }: Arrived, { free, line }: PricedCartLine): CartLineView['free'] {
  return free === null ? null : { label: offeredName(deps, locale, { source: 'free', label: line.edited?.label ?? '' }), state: free };
}
