import { parseBasisPoints, parsePrice, type CurrencyCode } from '@onbehalf/core';

/** A decimal of the content in minor units. */
export function minorOf(decimal: string, currency: CurrencyCode): bigint {
  const parsed = parsePrice(decimal, currency);
  if (!parsed.ok) throw new Error(`${decimal} is no amount: ${parsed.error}`);
  return parsed.value;
}

export function basisPointsOf(percent: string): bigint {
  const parsed = parseBasisPoints(percent);
  if (parsed === undefined) throw new Error(`${percent} is no percentage`);
  return parsed;
}
