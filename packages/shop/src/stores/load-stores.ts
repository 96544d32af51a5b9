import { isLocale } from '@onbehalf/core';
import type { Store, Unit } from '@onbehalf/assist/ports';

type StoreRow = Omit<Store, 'locale'> & { locale: string };

const STORES = `
select s.id::int as id, s.code, s.website_id::int as "websiteId", w.name as "websiteName", s.name, s.base, s.locale,
       s.currency::text as currency, s.prices_include_tax as "pricesIncludeTax", s.country::text as country,
       s.time_zone as "timeZone", s.active
  from store s join website w on w.id = s.website_id
 order by s.id`;

/** Every store view, inactive ones too, in a stable order (G1). */
export async function loadStores(unit: Unit): Promise<Store[]> {
  const rows = await unit.named<StoreRow>('shop-stores', STORES, []);
  return rows.map(({ locale, ...row }) => ({ ...row, locale: isLocale(locale) ? locale : 'en' }));
}
