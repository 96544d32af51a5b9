import type { Locale } from '@onbehalf/core';
import type { Deps } from '../deps.ts';
import type { LeftOut } from '../use-cases/reorder.ts';

/** As many as a note on the next page may name; the rest is counted. */
export const MOST_NAMED = 10;

/** A product that is not in the cart, and why. */
export function leftOutText(deps: Deps, locale: Locale, { sku, why }: LeftOut): string {
  const text = (why === 'free' ? deps.web.message('reorder.was-free', locale) : deps.web.refusalSentence(why, locale).text).replace(/\.$/, '');
  return text.includes(sku) ? text : `${sku}: ${text}`;
}

export function leftOutNote(deps: Deps, locale: Locale, leftOut: readonly LeftOut[]): string {
  const named = leftOut.slice(0, MOST_NAMED).map((one) => leftOutText(deps, locale, one));
  return named.join('; ') + (leftOut.length > MOST_NAMED ? ` + ${leftOut.length - MOST_NAMED}` : '');
}
