import { toDecimal, isCurrencyCode, type Locale } from '@onbehalf/core';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en-US', de: 'de-DE', es: 'es-ES' };

export type Detail = Readonly<Record<string, unknown>>;

/** Amounts stand in the record as minor units beside their currency; everything else as it is. */
export function valueText(value: unknown, detail: Detail, locale: Locale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const { currency } = detail;
  return isCurrencyCode(currency) && /^-?[0-9]{1,18}$/.test(value) ? amountText(BigInt(value), currency, locale) : value;
}

/** An amount within a sentence, as its reader's language writes it. */
export function amountText(minor: bigint, currency: string, locale: Locale): string {
  const decimal = toDecimal(minor, currency);
  const digits = decimal.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(TAGS[locale], { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(decimal as Intl.StringNumericLiteral).replace('-', '−');
}

export interface SavedSetting {
  path: string;
  before: string;
  after: string;
}

/** What an entry of group configuration says was saved. */
export function savedSettings(detail: Detail): SavedSetting[] {
  const { changes } = detail;
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((one: unknown): SavedSetting[] => (isSaved(one) ? [one] : []));
}

function isSaved(one: unknown): one is SavedSetting {
  return typeof one === 'object' && one !== null && 'path' in one && 'before' in one && 'after' in one && typeof one.path === 'string' && typeof one.before === 'string' && typeof one.after === 'string';
}
