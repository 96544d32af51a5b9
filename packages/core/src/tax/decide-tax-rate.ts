import { isCountryCode } from '../countries.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { parsePercent } from '../money/percent.ts';
import type { Locale } from '../locale.ts';
import type { Refusal } from '../refusals/refusal.ts';

/** The class that stands in for one a country has no rate for. */
export const STANDARD_TAX_CLASS = 'standard';

export interface TaxRate {
  readonly country: string;
  readonly taxClass: string;
  readonly basisPoints: number;
  readonly name: string;
}

export interface TypedTaxRate {
  readonly country: string;
  readonly taxClass: string;
  readonly percent: string;
  readonly name: string;
}

const CLASS = /^[a-z][a-z0-9-]{0,39}$/;
const MOST_NAME = 100;

/** A tax rate as a person types it (G3); every reason against it at its field. */
export function decideTaxRate(typed: TypedTaxRate, locale: Locale | 'api'): Result<TaxRate, Refusal[]> {
  const country = typed.country.trim().toUpperCase();
  const taxClass = typed.taxClass.trim();
  const name = typed.name.trim();
  const percent = parsePercent(typed.percent, locale);
  const refusals: Refusal[] = [
    ...(isCountryCode(country) ? [] : [{ code: 'country-unknown', field: 'country' } as const]),
    ...(CLASS.test(taxClass) ? [] : [{ code: 'code-invalid', field: 'taxClass' } as const]),
    ...(percent === undefined ? [{ code: 'tax-percent-invalid', field: 'percent' } as const] : []),
    ...(name.length > MOST_NAME || /\p{Cc}/u.test(name) ? [{ code: 'invalid-input', field: 'name', facts: { most: MOST_NAME } } as const] : []),
  ];
  return percent === undefined || refusals.length > 0 ? err(refusals) : ok({ country, taxClass, basisPoints: Number(percent), name });
}

/** A country that a store view is in keeps its standard rate: without it nothing would be taxed (G3). */
export const taxRateRemovalRefusal = ({ country, taxClass }: Pick<TaxRate, 'country' | 'taxClass'>, storeCountries: readonly string[]): Refusal | null =>
  taxClass === STANDARD_TAX_CLASS && storeCountries.includes(country) ? { code: 'tax-rate-needed' } : null;
