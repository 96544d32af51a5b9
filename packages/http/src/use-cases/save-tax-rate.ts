import type { Unit } from '@onbehalf/assist';
import { decideTaxRate, err, ok, percentText, taxRateRemovalRefusal, type CanonicalValue, type Locale, type Refusal, type Result, type TaxRate, type TypedTaxRate } from '@onbehalf/core';
import { addTaxRate, changeTaxRate, deleteTaxRate, taxRateOf } from '@onbehalf/shop';

export interface SavedTaxRate {
  rate: TaxRate;
  detail: { [name: string]: CanonicalValue };
}

/** The rate of a country and class as the log names it. */
export const rateKey = ({ country, taxClass }: Pick<TaxRate, 'country' | 'taxClass'>): string => `${country}/${taxClass}`;

const rateText = ({ basisPoints, name }: TaxRate): string => [`${percentText(BigInt(basisPoints))} %`, name].filter((part) => part !== '').join(', ');

/** A new tax rate (G3); every reason against it at its field. */
export async function createTaxRate(unit: Unit, typed: TypedTaxRate, locale: Locale): Promise<Result<SavedTaxRate, Refusal[]>> {
  const decided = decideTaxRate(typed, locale);
  if (!decided.ok) return decided;
  const rate = decided.value;
  if (!(await addTaxRate(unit, rate))) return err([{ code: 'tax-rate-exists', field: 'country' }]);
  return ok({ rate, detail: { name: rateKey(rate), after: rateText(rate) } });
}

/** Another percentage or name for a country and class, which stay. */
export async function updateTaxRate(unit: Unit, { key, typed, locale }: { key: Pick<TaxRate, 'country' | 'taxClass'>; typed: Pick<TypedTaxRate, 'percent' | 'name'>; locale: Locale }): Promise<Result<SavedTaxRate, Refusal[]>> {
  const was = await taxRateOf(unit, key, { forChange: true });
  if (was === null) return err([{ code: 'not-found' }]);
  const decided = decideTaxRate({ ...typed, ...key }, locale);
  if (!decided.ok) return decided;
  await changeTaxRate(unit, decided.value);
  return ok({ rate: decided.value, detail: { name: rateKey(was), before: rateText(was), after: rateText(decided.value) } });
}

export async function removeTaxRate(unit: Unit, key: Pick<TaxRate, 'country' | 'taxClass'>, storeCountries: readonly string[]): Promise<Result<SavedTaxRate, Refusal[]>> {
  const was = await taxRateOf(unit, key, { forChange: true });
  if (was === null) return err([{ code: 'not-found' }]);
  const refusal = taxRateRemovalRefusal(key, storeCountries);
  if (refusal !== null) return err([refusal]);
  await deleteTaxRate(unit, key);
  return ok({ rate: was, detail: { name: rateKey(was), before: rateText(was) } });
}
