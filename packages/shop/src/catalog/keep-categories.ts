import type { Unit } from '@onbehalf/assist/ports';
import type { Texts } from './keep-products.ts';

export interface KeptCategory {
  id: string;
  code: string;
  slug: string;
  position: number;
  image: string;
  name: Texts;
  products: number;
}

const CATEGORIES = `select c.id::text as id, c.code, c.slug, c.position, c.image, c.name, (select count(*) from product p where p.category_id = c.id)::integer as products from category c`;

export const keptCategories = (unit: Unit): Promise<KeptCategory[]> => unit.named<KeptCategory>('kept-categories', `${CATEGORIES} order by c.position, c.id`, []);

export async function keptCategory(unit: Unit, id: string): Promise<KeptCategory | null> {
  const [row] = await unit.named<KeptCategory>('kept-category', `${CATEGORIES} where c.id = $1::bigint`, [id]);
  return row ?? null;
}

export interface CategoryTerms {
  name: Texts;
  slug: string;
  position: number;
}

/** The new category's id; null where its address is taken. It borrows a shipped picture. */
export async function addCategory(unit: Unit, { name, slug, position }: CategoryTerms): Promise<string | null> {
  const [row] = await unit.query<{ id: string }>(
    `insert into category (code, slug, position, image, name, description)
     select $1, $1, $2, (select image from category order by position, id limit 1), $3::jsonb, '{}' on conflict do nothing returning id::text as id`,
    [slug, position, JSON.stringify(name)],
  );
  return row?.id ?? null;
}

/** False where the address is taken. Products are found by their category's words too, so those follow. */
export async function changeCategory(unit: Unit, id: string, { name, slug, position }: CategoryTerms): Promise<boolean> {
  const changed = await unit.query(
    'update category set name = $2::jsonb, slug = $3, position = $4 where id = $1::bigint and not exists (select 1 from category o where o.slug = $3 and o.id <> $1::bigint) returning id',
    [id, JSON.stringify(name), slug, position],
  );
  if (changed.length === 0) return false;
  await unit.query(
    `update product set search_text = lower(concat_ws(' ', product.name->>'en', product.name->>'de', product.name->>'es', sku, $2::jsonb->>'en', $2::jsonb->>'de', $2::jsonb->>'es')) where category_id = $1::bigint`,
    [id, JSON.stringify(name)],
  );
  return true;
}
