import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Store, Unit } from '@onbehalf/assist/ports';
import { localTextSql } from './local-text.ts';

interface Row {
  missing: string | null;
  sku: string | null;
}

// A page that shows a version sends its SKU, with what is ticked by now: that counts. Only values of the product's own options do; two of one option make a combination that nobody has.
const CHOSEN = `
with parent as (select coalesce(parent_id, id) as id from product where sku = $1 and kind = 'configurable'),
given as (
  select v.id, v.option_id from product_option_value v join product_option o on o.id = v.option_id join parent p on p.id = o.product_id
   where v.id = any ($2::bigint[]))
select (select string_agg(${localTextSql('o.name', '$3::text')}, ', ' order by o.position, o.id) from product_option o
         where o.product_id = p.id and not exists (select from given g where g.option_id = o.id)) as missing,
       (select v.sku from product v where v.parent_id = p.id and v.combination = (select array_agg(g.id order by g.option_id, g.id) from given g)) as sku
  from parent p`;

/**
 * The SKU that goes into the cart: the chosen variant's where the product has options, else the one given. Refuses with
 * 'option-missing' or 'option-not-offered'; whether it is sold here is for whoever adds it.
 */
export async function chosenSku(unit: Unit, { store, sku, valueIds }: { store: Store; sku: string; valueIds: readonly string[] }): Promise<Result<string, Refusal>> {
  if (valueIds.length === 0) return ok(sku);
  const [row] = await unit.named<Row>('shop-chosen-sku', CHOSEN, [sku, [...valueIds], store.locale]);
  if (row === undefined) return ok(sku);
  if (row.missing !== null) return err({ code: 'option-missing', field: 'option', facts: { sku, options: row.missing } });
  return row.sku === null ? err({ code: 'option-not-offered', field: 'option' }) : ok(row.sku);
}

/** The address of a product's page by its SKU; null where there is none. */
export async function slugOfSku(unit: Unit, sku: string): Promise<string | null> {
  const [row] = await unit.named<{ slug: string }>('slug-of-sku', 'select slug from product where sku = $1', [sku]);
  return row?.slug ?? null;
}
