import type { Locale } from '@onbehalf/core';

/** SQL: a localized column in the asked language, else in English (G1). */
export const localTextSql = (column: string, locale: string): string =>
  `coalesce(nullif(${column}->>${locale}, ''), ${column}->>'en', '')`;

/** The same for a text inside a JSON list, which may be written once for all languages. */
export function localText(text: unknown, locale: Locale): string {
  if (typeof text === 'string') return text;
  if (typeof text !== 'object' || text === null) return '';
  const byLocale: Partial<Record<string, unknown>> = { ...text };
  const found = byLocale[locale] || byLocale['en'];
  return typeof found === 'string' ? found : '';
}
