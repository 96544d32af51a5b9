// Parts of the statements about a cart; $1 to $8 are cart-sql's.

/** SQL of the company that customer $1 buys for, or null. */
export const OWN_COMPANY = '(select b.company_id from customer b where b.id = $1::bigint)';

/** SQL of the days to pay of whom customer $1 buys for: the company, else himself; null: as the website has it (G3). */
export const OWN_DAYS = `(select case when b.company_id is null then b.payment_days else (select k.payment_days from company k where k.id = b.company_id) end from customer b where b.id = $1::bigint)`;

/** SQL of the country of the customer's default address, else of the company's: where goods go until somebody says otherwise. */
export const HOME_COUNTRY = `coalesce((select a.country::text from customer_address a where a.customer_id = $1::bigint and a.is_default),
  (select a.country::text from customer_address a where a.company_id = ${OWN_COMPANY} and a.is_default))`;

const COMPANY_VAT = `(
  select jsonb_build_object('vatNumber', k.vat_number, 'isChecked', k.vat_checked_at is not null) from company k where k.id = ${OWN_COMPANY} and k.vat_number <> '')`;

const HAS_GOODS = `exists (select from oc join cart_line l on l.cart_id = oc.id join product p on p.id = l.product_id where p.kind in ('simple', 'configurable'))`;

/**
 * SQL of a CTE that {@link cartColumns} reads: where the goods go and whose tax applies. `goesTo` gives a country or null,
 * `shipping` the code of a shipping method: what is picked up is handed over, and taxed, where the store is (G3).
 */
export const taxedFor = (goesTo: string, { shipping = null, isGuest = false }: { shipping?: string | null; isGuest?: boolean } = {}): string => `
tc as materialized (
  select coalesce(g.country, $7::text) as goes, case when g.picked then $7::text else coalesce(g.country, $7::text) end as country,
         case when g.picked then 'pickup' when g.country is null then 'store' else 'address' end as "from",
         ${isGuest ? 'null::jsonb' : COMPANY_VAT} as vat
    from (values (${goesTo}, ${shipping === null ? 'false' : `exists (select from shipping_method m where m.website_id = $4::smallint and m.code = ${shipping} and m.is_pickup and m.active) and ${HAS_GOODS}`})) as g (country, picked))`;

/** SQL of a tax rate: the country's, there the class's, else its standard one; a country without any has the store's (G3). */
export const taxSql = (taxClass: string): string => `
  coalesce((select t.basis_points from tax_rate t, tc where t.tax_class in (${taxClass}, 'standard') and t.country in (tc.country, $7::text)
             order by t.country = tc.country desc, t.tax_class = ${taxClass} desc limit 1), 0)`;

// Asked for only where the goods of a company go abroad: shelf prices have this tax in them, whatever is owed where they go (G3).
export const homeTaxSql = (taxClass: string): string => `
  case when (select tc.vat is not null and tc.country <> $7::text from tc) then coalesce((select t.basis_points from tax_rate t
    where t.country = $7::text and t.tax_class in (${taxClass}, 'standard') order by t.tax_class = ${taxClass} desc limit 1), 0) end`;
