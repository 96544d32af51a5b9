import { exponentOf, type CurrencyCode } from './currencies.ts';

/** An amount in minor units (cents for USD, yen for JPY, fils for KWD). */
export interface Money {
  readonly minor: bigint;
  readonly currency: CurrencyCode;
}

/** The largest amount anybody may enter, in minor units of any currency (C2). */
export const MAX_MINOR = 10n ** 12n;

/** The amount as digits with one dot, as the API writes it: `toDecimal(5n, 'USD')` is `0.05`. */
export function toDecimal(minor: bigint, currency: CurrencyCode): string {
  const exponent = exponentOf(currency);
  const digits = magnitude(minor).toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const text = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`;
  return minor < 0n ? `-${text}` : text;
}

/** The sum of amounts of one currency. */
export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

const magnitude = (minor: bigint): bigint => (minor < 0n ? -minor : minor);
