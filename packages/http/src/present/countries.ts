import type { Locale } from '@onbehalf/core';
import { DELIVERED_TO } from '@onbehalf/shop';

export const countryName = (code: string, locale: Locale): string => new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code;

export function countryNames(locale: Locale): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return DELIVERED_TO.map((code) => ({ code, name: names.of(code) ?? code })).toSorted((a, b) => a.name.localeCompare(b.name, locale));
}
