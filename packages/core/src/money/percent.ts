import type { Locale } from '../locale.ts';
import { WHOLE_BASIS_POINTS } from './rounding.ts';

const PERCENT = /^(?<whole>0|[1-9][0-9]{0,2})(?:\.(?<hundredths>[0-9]{1,2}))?$/;

const MOST = 10_000n;

/**
 * Percent with up to two decimals and a dot, from 0 to 100, into basis points; undefined when it is none.
 * A bigint is taken as basis points already.
 */
export function parseBasisPoints(input: unknown): bigint | undefined {
  const text = typeof input === 'number' ? String(input) : typeof input === 'bigint' ? percentText(input) : input;
  const parts = typeof text === 'string' ? PERCENT.exec(text)?.groups : undefined;
  if (parts === undefined) return undefined;
  const { whole = '', hundredths = '' } = parts;
  const basisPoints = BigInt(whole + hundredths.padEnd(2, '0'));
  return basisPoints > MOST ? undefined : basisPoints;
}

/** Basis points as percent without needless zeros: `750n` is `7.5`. */
export function percentText(basisPoints: bigint): string {
  const hundredths = (basisPoints % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  const whole = (basisPoints / 100n).toString();
  return hundredths === '' ? whole : `${whole}.${hundredths}`;
}

/** Percent as a person types it: the decimal separator of the locale and no other, with or without the sign; the API's has a dot. */
export function parsePercent(input: unknown, locale: Locale | 'api'): bigint | undefined {
  if (typeof input !== 'string') return parseBasisPoints(input);
  const text = input.trim().replace(/ ?%$/, '');
  if (locale === 'en' || locale === 'api') return parseBasisPoints(text);
  return text.includes('.') ? undefined : parseBasisPoints(text.replace(',', '.'));
}

/** The same where it may be left out: null for nothing, undefined for what is no percentage. */
export function parsePercentIn(typed: string, locale: Locale | 'api'): number | null | undefined {
  if (typed.trim() === '') return null;
  const basisPoints = parsePercent(typed, locale);
  return basisPoints === undefined ? undefined : Number(basisPoints);
}

/** Basis points as a person types them; nothing for null. */
export function percentIn(basisPoints: number | null, locale: Locale): string {
  if (basisPoints === null) return '';
  const text = percentText(BigInt(basisPoints));
  return locale === 'en' ? text : text.replace('.', ',');
}

/** What is left of an amount after a percentage off, rounded up: 20 % off is never more than 20 % off. */
export const lessPercent = (minor: bigint, basisPoints: bigint): bigint =>
  (minor * (WHOLE_BASIS_POINTS - basisPoints) + WHOLE_BASIS_POINTS - 1n) / WHOLE_BASIS_POINTS;
