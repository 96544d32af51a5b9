import type { TaxRate } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';

const RATES = `select country::text as country, tax_class as "taxClass", basis_points as "basisPoints", name from tax_rate`;

/** Every tax rate, by country and class (G3). */
export const taxRates = (unit: Unit): Promise<TaxRate[]> => unit.named<TaxRate>('tax-rates', `${RATES} order by country, tax_class <> 'standard', tax_class`, []);

/** One, held until the transaction ends where it is to be changed. */
export async function taxRateOf(unit: Unit, { country, taxClass }: Pick<TaxRate, 'country' | 'taxClass'>, { forChange }: { forChange: boolean }): Promise<TaxRate | null> {
  const [row] = await unit.query<TaxRate>(`${RATES} where country = $1 and tax_class = $2${forChange ? ' for update' : ''}`, [country, taxClass]);
  return row ?? null;
}

/** The classes that rates are kept for: what a product or a shipping method may have. */
export async function taxClasses(unit: Unit): Promise<string[]> {
  const rows = await unit.query<{ taxClass: string }>(`select distinct tax_class as "taxClass", tax_class <> 'standard' as further from tax_rate order by further, tax_class`);
  return rows.map(({ taxClass }) => taxClass);
}

/** False where the country has a rate for the class. */
export async function addTaxRate(unit: Unit, { country, taxClass, basisPoints, name }: TaxRate): Promise<boolean> {
  const added = await unit.query('insert into tax_rate (country, tax_class, basis_points, name) values ($1, $2, $3, $4) on conflict do nothing returning 1', [country, taxClass, basisPoints, name]);
  return added.length > 0;
}

export async function changeTaxRate(unit: Unit, { country, taxClass, basisPoints, name }: TaxRate): Promise<void> {
  await unit.query('update tax_rate set basis_points = $3, name = $4 where country = $1 and tax_class = $2', [country, taxClass, basisPoints, name]);
}

export async function deleteTaxRate(unit: Unit, { country, taxClass }: Pick<TaxRate, 'country' | 'taxClass'>): Promise<void> {
  await unit.query('delete from tax_rate where country = $1 and tax_class = $2', [country, taxClass]);
}
