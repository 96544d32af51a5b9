import type { PricedRow } from '@onbehalf/core';
import type { PricedCartLine } from '@onbehalf/shop';
import type { WhyPrice } from '@onbehalf/web';
import type { Deps } from '../deps.ts';
import { percentIn, whyRows } from './admin-prices.ts';
import { money, priceTerms, taxRounding, type InStore } from './names.ts';

/** For the actor alone: where a customer's prices come from is the shop's own business (C9). */
export function whyProduct(deps: Deps, here: InStore, considered: readonly PricedRow[]): WhyPrice | null {
  const { caller, store, locale } = here;
  if (caller.kind !== 'context' || considered.length === 0) return null;
  return { rule: priceTerms(here).rule, rows: whyRows(deps, locale, { considered }, store.currency), edited: null, line: null, taxIncluded: store.pricesIncludeTax, taxRounding: taxRounding(here) };
}

/** The same on a line, with what was done with the winner: an edited price, discount and tax. */
export function whyLine(deps: Deps, here: InStore, priced: PricedCartLine, source: string | null): WhyPrice | null {
  const why = whyProduct(deps, here, priced.considered);
  if (why === null) return null;
  const { currency } = here.store;
  const { line, totals, unitMinor, totalMinor } = priced;
  return {
    ...why,
    edited: source === null ? null : { amount: money(unitMinor, currency), source },
    line: {
      quantity: line.quantity,
      unit: money(unitMinor, currency),
      total: money(totalMinor, currency),
      discount: totals.discount === 0n ? null : money(totals.discount, currency),
      net: money(totals.net, currency),
      tax: money(totals.tax, currency),
      taxPercent: percentIn(BigInt(line.taxBasisPoints), here.locale),
      gross: money(totals.gross, currency),
    },
  };
}
