import { isCountryCode } from '../countries.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';
import type { ShippingTerms } from './shipping-price.ts';

/** Whether a shipping method may have these terms; every reason against it at its field. */
export function decideShippingTerms(terms: ShippingTerms): Result<ShippingTerms, Refusal[]> {
  const { countries, rates, isPickup } = terms;
  const keys = rates.map(({ country, from }) => `${country} ${from}`);
  const refusals: Refusal[] = [
    ...(countries.every(isCountryCode) ? [] : [{ code: 'country-unknown', field: 'countries' } as const]),
    ...rates.flatMap(({ country }, index): Refusal[] => (country === '' || isCountryCode(country) ? [] : [{ code: 'country-unknown', field: `rate-${index}-country` }])),
    ...keys.flatMap((key, index): Refusal[] => (keys.indexOf(key) === index ? [] : [{ code: 'shipping-rate-twice', field: `rate-${index}-from` }])),
    ...(isPickup || rates.length > 0 ? [] : [{ code: 'shipping-rates-missing', field: 'rate-0-price' } as const]),
  ];
  return refusals.length > 0 ? err(refusals) : ok(terms);
}
