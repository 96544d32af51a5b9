import { holds, type Actor } from '@onbehalf/assist';
import { lowestAllowed, marginFloor, marginOf, RESOURCE } from '@onbehalf/core';
import type { PricedCartLine } from '@onbehalf/shop';
import type { OpenPriceEdit, PriceEarning } from '@onbehalf/web';
import { commissionTerms } from '../use-cases/commission-terms.ts';
import { money, placeOf, type InStore } from './names.ts';

export interface EarningQuestion {
  here: InStore;
  actor: Actor;
  /** Null without a coupon. */
  couponBasisPoints: number | null;
}

/** What a line earns: the actor's own commission, and with the right "See margin" what it leaves over its cost (C5). */
export function lineEarning({ here, actor, couponBasisPoints }: EarningQuestion, priced: PricedCartLine): PriceEarning {
  const { currency, pricesIncludeTax } = here.store;
  const { basis, rateBasisPoints } = commissionTerms(here.settings, placeOf(here), actor.commissionBasisPoints);
  const { line, catalogueMinor } = priced;
  const rate = line.commissionBasisPoints ?? rateBasisPoints;
  const costMinor = holds(actor, RESOURCE.viewMargin) ? line.costMinor : null;
  const facts = { catalogueMinor, costMinor, taxBasisPoints: BigInt(line.taxBasisPoints), pricesIncludeTax };
  const lowest = marginFloor(facts, here.settings.get('assist/price_edit/min_margin', placeOf(here)));
  return {
    commission: money(lineCommission(here, actor, { priced, rate }), currency),
    margin: lineMargin(here, actor, priced),
    lowest: lowest === null ? null : money(lowest, currency),
    terms: { quantity: line.quantity, taxBasisPoints: line.taxBasisPoints, taxIncluded: pricesIncludeTax, couponBasisPoints: couponBasisPoints ?? 0, basis, rateBasisPoints: rate, costMinor },
  };
}

/** What one piece leaves over its cost, for those with the right "See margin"; null without it or without a cost. */
export function lineMargin(here: InStore, actor: Actor, { line, unitMinor, catalogueMinor }: PricedCartLine): PriceEarning['margin'] {
  if (!holds(actor, RESOURCE.viewMargin)) return null;
  const { currency, pricesIncludeTax } = here.store;
  const margin = marginOf(unitMinor, { catalogueMinor, costMinor: line.costMinor, taxBasisPoints: BigInt(line.taxBasisPoints), pricesIncludeTax });
  return margin === null ? null : { money: money(margin.minor, currency), percent: margin.basisPoints === null ? null : percentText(margin.basisPoints, here.locale) };
}

/** How far down the actor may go alone: said before it is hit, and not only in a refusal (C5). */
export function ownLimit(here: InStore, { maxDiscountBasisPoints }: Actor, { catalogueMinor }: PricedCartLine): OpenPriceEdit['limit'] {
  if (maxDiscountBasisPoints === null || maxDiscountBasisPoints >= 10_000) return null;
  const limit = BigInt(maxDiscountBasisPoints);
  return {
    lowest: money(lowestAllowed(catalogueMinor, limit), here.store.currency),
    percent: percentText(limit, here.locale),
    asks: here.settings.get('assist/price_edit/approval', placeOf(here)) === 'ask-lead',
  };
}

function lineCommission(here: InStore, actor: Actor, { priced: { line, unitMinor, catalogueMinor, totals }, rate }: { priced: PricedCartLine; rate: number }): bigint {
  const { compute } = commissionTerms(here.settings, placeOf(here), actor.commissionBasisPoints);
  return compute([{ rateBasisPoints: BigInt(rate), netMinor: totals.net, grossMinor: totals.gross, catalogueUnitMinor: catalogueMinor, unitMinor, quantity: line.quantity }]);
}

function percentText(basisPoints: bigint, locale: InStore['locale']): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Number(basisPoints) / 100);
}

