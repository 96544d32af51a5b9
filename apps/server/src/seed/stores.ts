import type { Store, Unit } from '@onbehalf/assist';
import { loadStores } from '@onbehalf/shop';
import { insertRows } from './insert-rows.ts';
import { seedShipping } from './shipping.ts';

export const WEBSITES = { us: 1, eu: 2 } as const;

const WEBSITE_ROWS = [
  { id: WEBSITES.us, code: 'us', name: 'United States' },
  { id: WEBSITES.eu, code: 'eu', name: 'Europe' },
];

const STORE_ROWS = [
  { id: 1, code: 'main', website_id: 1, name: 'Onbehalf Supply', base: '', locale: 'en', currency: 'USD', prices_include_tax: false, country: 'US', time_zone: 'America/New_York' },
  { id: 2, code: 'de', website_id: 2, name: 'Onbehalf Fachhandel', base: '/de', locale: 'de', currency: 'EUR', prices_include_tax: true, country: 'DE', time_zone: 'Europe/Berlin' },
  { id: 3, code: 'es', website_id: 2, name: 'Onbehalf Suministros', base: '/es', locale: 'es', currency: 'EUR', prices_include_tax: true, country: 'ES', time_zone: 'Europe/Madrid' },
];

/** Sales tax in the US hangs on city and district; the demo's customers resell and pay none here. */
const TAX_ROWS = [
  { country: 'US', tax_class: 'standard', basis_points: 0, name: 'Resale, no sales tax' },
  { country: 'DE', tax_class: 'standard', basis_points: 1900, name: 'Umsatzsteuer 19 %' },
  { country: 'AT', tax_class: 'standard', basis_points: 2000, name: 'Umsatzsteuer 20 %' },
  { country: 'ES', tax_class: 'standard', basis_points: 2100, name: 'IVA 21 %' },
  { country: 'FR', tax_class: 'standard', basis_points: 2000, name: 'TVA 20 %' },
  { country: 'IT', tax_class: 'standard', basis_points: 2200, name: 'IVA 22 %' },
  { country: 'NL', tax_class: 'standard', basis_points: 2100, name: 'Btw 21 %' },
];

export async function seedStores(unit: Unit): Promise<Map<string, Store>> {
  await insertRows(unit, { into: 'website', columns: 'id smallint, code text, name text', rows: WEBSITE_ROWS });
  await insertRows(unit, {
    into: 'store',
    columns: 'id smallint, code text, website_id smallint, name text, base text, locale text, currency text, prices_include_tax boolean, country text, time_zone text',
    rows: STORE_ROWS,
  });
  await insertRows(unit, { into: 'tax_rate', columns: 'country text, tax_class text, basis_points integer, name text', rows: TAX_ROWS });
  await seedShipping(unit, WEBSITES.us, { standard: 950n, freeFrom: 150_00n, express: 24_00n });
  await seedShipping(unit, WEBSITES.eu, { standard: 690n, freeFrom: 120_00n, express: 18_00n });
  return new Map((await loadStores(unit)).map((store) => [store.code, store]));
}
