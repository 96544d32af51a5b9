import type { Unit } from '@onbehalf/assist/ports';
import type { Texts } from './keep-products.ts';

/** An option as an administrator keeps it. */
export interface KeptOption {
  id: string;
  name: Texts;
  /** `isUsed`: a version has it, so that it stays. */
  values: { id: string; label: Texts; isUsed: boolean }[];
}

/** One version of a product, with the base prices that are its own. */
export interface KeptVariant {
  id: string;
  sku: string;
  active: boolean;
  image: string;
  stock: number | null;
  valueIds: string[];
  prices: { websiteId: number; minor: bigint }[];
}

const OPTIONS = `
select o.id::text as id, o.name,
       (select coalesce(jsonb_agg(jsonb_build_object('id', v.id::text, 'label', v.label,
                 'isUsed', exists (select from variant_value u where u.value_id = v.id)) order by v.position, v.id), '[]'::jsonb)
          from product_option_value v where v.option_id = o.id) as values
  from product_option o where o.product_id = $1::bigint order by o.position, o.id`;

export const keptOptions = (unit: Unit, productId: string): Promise<KeptOption[]> => unit.named<KeptOption>('kept-options', OPTIONS, [productId]);

const VARIANTS = `
select p.id::text as id, p.sku, p.active, p.image, p.stock, array(select c::text from unnest(p.combination) c) as "valueIds",
       (select coalesce(jsonb_agg(jsonb_build_object('websiteId', r.website_id, 'minor', r.amount::text)), '[]'::jsonb) from price r
         where r.product_id = p.id and r.source = 'base' and r.min_quantity = 1 and r.amount is not null and r.valid_from is null and r.valid_to is null) as prices
  from product p
 where p.parent_id = $1::bigint
 order by array(select v.position from variant_value x join product_option o on o.id = x.option_id join product_option_value v on v.id = x.value_id
                 where x.variant_id = p.id order by o.position, o.id), p.id`;

type VariantRow = Omit<KeptVariant, 'prices'> & { prices: { websiteId: number; minor: string }[] };

export async function keptVariants(unit: Unit, productId: string): Promise<KeptVariant[]> {
  const rows = await unit.named<VariantRow>('kept-variants', VARIANTS, [productId]);
  return rows.map((row) => ({ ...row, prices: row.prices.map(({ websiteId, minor }) => ({ websiteId, minor: BigInt(minor) })) }));
}

/** Whoever changes a product's options or versions goes one after the other. */
export async function holdProduct(unit: Unit, productId: string): Promise<void> {
  await unit.query('select id from product where id = $1::bigint for no key update', [productId]);
}

/** The new option's id, last in its product. */
export async function addOption(unit: Unit, productId: string, name: Texts): Promise<string> {
  const [row] = await unit.query<{ id: string }>(
    `insert into product_option (product_id, position, name) select $1::bigint, coalesce(max(position), -1) + 1, $2::jsonb from product_option where product_id = $1::bigint returning id::text as id`,
    [productId, JSON.stringify(name)],
  );
  if (row === undefined) throw new Error('An insert gives its row');
  return row.id;
}

/** The new value's id, last in its option. */
export async function addValue(unit: Unit, optionId: string, label: Texts): Promise<string> {
  const [row] = await unit.query<{ id: string }>(
    `insert into product_option_value (option_id, position, label) select $1::bigint, coalesce(max(position), -1) + 1, $2::jsonb from product_option_value where option_id = $1::bigint returning id::text as id`,
    [optionId, JSON.stringify(label)],
  );
  if (row === undefined) throw new Error('An insert gives its row');
  return row.id;
}

export const renameOption = (unit: Unit, id: string, name: Texts): Promise<unknown> => unit.query('update product_option set name = $2::jsonb where id = $1::bigint', [id, JSON.stringify(name)]);

export const renameValue = (unit: Unit, id: string, label: Texts): Promise<unknown> => unit.query('update product_option_value set label = $2::jsonb where id = $1::bigint', [id, JSON.stringify(label)]);

export const removeValue = (unit: Unit, id: string): Promise<unknown> => unit.query('delete from product_option_value where id = $1::bigint', [id]);

/** With its values; none of them may be a version's. */
export const removeOption = (unit: Unit, id: string): Promise<unknown> => unit.query('delete from product_option where id = $1::bigint', [id]);

/** Every version the product has so far gets this value of an option it had not. */
export const giveToVariants = (unit: Unit, productId: string, { optionId, valueId }: { optionId: string; valueId: string }): Promise<unknown> =>
  unit.query('insert into variant_value (variant_id, parent_id, option_id, value_id) select id, parent_id, $2::bigint, $3::bigint from product where parent_id = $1::bigint', [productId, optionId, valueId]);

interface NewVariant {
  productId: string;
  sku: string;
  slug: string;
  valueIds: readonly string[];
}

/** A version without a stock of its own yet, sold where its product is, at its product's prices; null where SKU or address is taken. */
export async function addVariant(unit: Unit, { productId, sku, slug, valueIds }: NewVariant): Promise<string | null> {
  const [row] = await unit.query<{ id: string }>(
    `insert into product (sku, slug, kind, parent_id, category_id, image, name, summary, description, unit, weight_grams, stock, search_text)
     select $2::text, $3, 'configurable', p.id, p.category_id, '', p.name, p.summary, p.description, p.unit, p.weight_grams, 0, '' from product p where p.id = $1::bigint
     on conflict do nothing returning id::text as id`,
    [productId, sku, slug],
  );
  if (row === undefined) return null;
  await unit.query(
    `insert into variant_value (variant_id, parent_id, option_id, value_id)
     select $1::bigint, $2::bigint, v.option_id, v.id from product_option_value v where v.id = any ($3::bigint[])`,
    [row.id, productId, [...valueIds]],
  );
  await sellVariants(unit, productId);
  return row.id;
}

/** Versions are sold where their product is. */
export const sellVariants = (unit: Unit, productId: string): Promise<unknown> =>
  unit.query(
    `insert into product_website (product_id, website_id) select v.id, w.website_id from product v join product_website w on w.product_id = v.parent_id
      where v.parent_id = $1::bigint on conflict do nothing`, [productId]);

export const changeVariant = (unit: Unit, id: string, { sku, active, image }: Pick<KeptVariant, 'sku' | 'active' | 'image'>): Promise<unknown> =>
  unit.query(
    `update product set sku = $2::text, active = $3, image = $4::text, search_text = lower($2::text),
            drawing = case when not is_picture($4::text) then null when is_picture(image) then drawing else image end
      where id = $1::bigint and parent_id is not null`, [id, sku, active, image]);

/** A version's own base price on a website; null takes it away, its own volume prices with it, and its product's are its again. */
export async function priceVariant(unit: Unit, id: string, { websiteId, minor }: { websiteId: number; minor: bigint | null }): Promise<void> {
  if (minor === null) {
    await unit.query(`delete from price where product_id = $1::bigint and website_id = $2 and source = 'base'`, [id, websiteId]);
    return;
  }
  const changed = await unit.query(
    `update price set amount = $3, percent_off_basis_points = null where product_id = $1::bigint and website_id = $2 and source = 'base' and min_quantity = 1 and valid_from is null and valid_to is null returning id`,
    [id, websiteId, minor],
  );
  if (changed.length === 0) await unit.query(`insert into price (website_id, source, product_id, min_quantity, amount) values ($2, 'base', $1::bigint, 1, $3)`, [id, websiteId, minor]);
}

/** Which of these SKUs other products have. */
export async function takenSkus(unit: Unit, skus: readonly string[], exceptIds: readonly string[]): Promise<Set<string>> {
  const rows = await unit.query<{ sku: string }>('select sku from product where sku = any ($1::text[]) and id <> all ($2::bigint[])', [[...skus], [...exceptIds]]);
  return new Set(rows.map(({ sku }) => sku));
}
