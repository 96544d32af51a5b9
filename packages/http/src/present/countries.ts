import { COUNTRY_CODES, LOCALES, type Locale } from '@onbehalf/core';

export interface CountryName {
  code: string;
  name: string;
}

export const countryName = (code: string, locale: Locale): string => new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code;

function namesIn(locale: Locale): readonly CountryName[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code })).toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

// Made once for each language: sorting them takes longer than most pages.
const NAMES = new Map<Locale, readonly CountryName[]>(LOCALES.map((locale) => [locale, namesIn(locale)]));

/** Every country by its name, those `at the top` first: the first of all is what a new address begins with. Whether goods go there, the shipping methods say (G3). */
export function countryNames(locale: Locale, atTheTop: readonly string[] = []): CountryName[] {
  const names = NAMES.get(locale) ?? [];
  const top = [...new Set(atTheTop)].flatMap((code) => names.filter((one) => one.code === code));
  return [...top, ...names.filter(({ code }) => !atTheTop.includes(code))];
}

/** The countries that the shop's store views are in. */
export const storeCountries = (stores: readonly { country: string }[]): string[] => stores.map(({ country }) => country);
