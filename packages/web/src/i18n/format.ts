import type { Locale } from '@onbehalf/core';

const kept = new Map<string, Intl.ListFormat | Intl.NumberFormat>();

/** Formatters cost a hundred times what a use of them costs: one per language and options. */
function once<T extends Intl.NumberFormat>(key: string, make: () => T): T {
  const known = kept.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** A length of time in one unit: "45 sec", "12 min", "1.5 hr". */
export function formatDuration(seconds: number, locale: Locale): string {
  const [unit, size, digits] = seconds < 90 ? (['second', 1, 0] as const) : seconds < 5400 ? (['minute', 60, 0] as const) : (['hour', 3600, 1] as const);
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits } as const;
  return once(`${unit} ${locale}`, () => new Intl.NumberFormat(locale, options)).format(seconds / size);
}
