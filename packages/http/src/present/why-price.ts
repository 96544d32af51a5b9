import type { PricedRow } from '@onbehalf/core';
import type { PricedCartLine } from '@onbehalf/shop';
import type { WhyPrice } from '@onbehalf/web';
import type { Deps } from '../deps.ts';
import { percentIn, whyRows } from './admin-prices.ts';
import { lineMargin } from './price-earning.ts';
import { money, priceTerms, taxRounding, type InStore } from './names.ts';

/** For the actor alone: where a customer's prices come from is the shop's own business (C9). */
export function whyProduct(deps: Deps, here: InStore, considered: readonly PricedRow[]): WhyPrice | null {
  return here.caller.kind === 'context' && considered.length > 0 ? whyOf(deps, here, considered) : null;
}

function whyOf(deps: Deps, here: InStore, considered: readonly PricedRow[]): WhyPrice {
  const { store, locale } = here;
  return { rule: priceTerms(here).rule, rows: whyRows(deps, locale, { considered }, store.currency), edited: null, line: null, margin: null, taxIncluded: store.pricesIncludeTax, isReverseCharge: false, taxRounding: taxRounding(here) };
}

interface LineAsked {
  priced: PricedCartLine;
  source: string | null;
  discounts: readonly string[];
  /** The company owes the VAT itself (G3). */
  isReverseCharge: boolean;
}

/**
 * The same on a line, with what was done with the winner: an edited price, discount and tax. The customer sees the price that
 * applies and every step from there; which other prices there are, and what the line earns, is not told.
 */
export function whyLine(deps: Deps, here: InStore, { priced, source, discounts, isReverseCharge }: LineAsked): WhyPrice | null {
  const { caller } = here;
  if ((caller.kind !== 'context' && caller.kind !== 'customer') || priced.considered.length === 0) return null;
  const isStaff = caller.kind === 'context';
  const why = whyOf(deps, here, isStaff ? priced.considered : priced.considered.filter(({ outcome }) => outcome === 'won'));
  const { currency } = here.store;
  const { line, totals, unitMinor, totalMinor } = priced;
  return {
    ...why,
    rule: isStaff ? why.rule : null,
    isReverseCharge,
    taxIncluded: why.taxIncluded && !isReverseCharge,
    margin: isStaff ? lineMargin(here, caller.actor, priced) : null,
    edited: source === null ? null : { amount: money(unitMinor, currency), source },
    line: {
      quantity: line.quantity,
      unit: money(unitMinor, currency),
      total: money(totalMinor, currency),
      discount: totals.discount === 0n ? null : money(totals.discount, currency),
      discounts: totals.discount === 0n ? '' : discounts.join(', '),
      net: money(totals.net, currency),
      tax: money(totals.tax, currency),
      taxPercent: percentIn(BigInt(line.taxBasisPoints), here.locale),
      gross: money(totals.gross, currency),
    },
  };
}
