import type { Unit } from '@onbehalf/assist/ports';
import type { Texts } from './keep-products.ts';

/** A product's picture as an administrator keeps it; the first is the main one. */
export interface KeptPicture {
  id: string;
  /** What it is called where it is served. */
  picture: string;
  alt: Partial<Texts>;
}

export const keptPictures = (unit: Unit, productId: string): Promise<KeptPicture[]> =>
  unit.named<KeptPicture>('kept-pictures', 'select id::text as id, picture, alt from product_picture where product_id = $1::bigint order by position', [productId]);

export interface NewPicture {
  key: string;
  sizes: readonly { size: number; bytes: Uint8Array }[];
}

/** Puts pictures behind those the product has. Whoever calls holds the product. */
export async function addPictures(unit: Unit, productId: string, { pictures, now }: { pictures: readonly NewPicture[]; now: Date }): Promise<void> {
  for (const { key, sizes } of pictures) {
    // The same picture may lie there for another product, or for orders.
    await unit.query('insert into picture (key, touched_at) values ($1, $2) on conflict (key) do update set touched_at = excluded.touched_at', [key, now]);
    for (const { size, bytes } of sizes) await unit.query('insert into picture_size (picture, size, bytes) values ($1, $2, $3) on conflict do nothing', [key, size, Buffer.from(bytes)]);
    await unit.query(
      `insert into product_picture (product_id, picture, position)
       values ($1::bigint, $2, (select coalesce(max(position), 0) + 1 from product_picture where product_id = $1::bigint))`, [productId, key]);
  }
  await showPictures(unit, productId);
}

/** Texts and order of all of them, as given. Whoever calls holds the product. */
export async function keepPictures(unit: Unit, productId: string, pictures: readonly KeptPicture[]): Promise<void> {
  await unit.query(
    `update product_picture p set position = k.position, alt = k.alt
       from jsonb_to_recordset($2::jsonb) as k (id bigint, position smallint, alt jsonb) where p.id = k.id and p.product_id = $1::bigint`,
    [productId, JSON.stringify(pictures.map(({ id, alt }, index) => ({ id, position: index + 1, alt })))],
  );
  await showPictures(unit, productId);
}

/** Takes a picture from the product; those behind it move up. Whoever calls holds the product. */
export async function removePicture(unit: Unit, productId: string, { id, now }: { id: string; now: Date }): Promise<void> {
  const [gone] = await unit.query<{ picture: string; position: number }>('delete from product_picture where id = $2::bigint and product_id = $1::bigint returning picture, position', [productId, id]);
  if (gone === undefined) return;
  await unit.query('update product_picture set position = position - 1 where product_id = $1::bigint and position > $2', [productId, gone.position]);
  await unit.query('update picture set touched_at = $2 where key = $1', [gone.picture, now]);
  await showPictures(unit, productId);
}

/** What lists, carts and pages read is written once, here: the main picture's name, and all of them with their texts. */
async function showPictures(unit: Unit, productId: string): Promise<void> {
  await unit.query(
    `update product p
        set pictures = k.pictures, drawing = case when k.main is null then null when is_picture(p.image) then p.drawing else p.image end,
            image = coalesce(k.main, case when is_picture(p.image) then p.drawing else p.image end)
       from (select coalesce(jsonb_agg(jsonb_build_object('picture', picture, 'alt', alt) order by position), '[]'::jsonb) as pictures,
                    (array_agg(picture order by position))[1] as main
               from product_picture where product_id = $1::bigint) k
      where p.id = $1::bigint`, [productId]);
  // A version that showed a picture that is gone shows its own drawing again, or what its product shows.
  await unit.query(
    `update product v set image = coalesce(v.drawing, p.image), drawing = null
       from product p
      where p.id = $1::bigint and v.parent_id = p.id and is_picture(v.image) and v.image <> p.image
        and not exists (select from product_picture k where k.product_id = p.id and k.picture = v.image)`, [productId]);
}

/** The bytes of one size; null where there is no such picture. */
export async function pictureBytes(unit: Unit, { key, size }: { key: string; size: number }): Promise<Buffer | null> {
  const [row] = await unit.named<{ bytes: Buffer }>('picture-bytes', 'select bytes from picture_size where picture = $1 and size = $2', [key, size]);
  return row?.bytes ?? null;
}

/** Lets go of pictures that no product and no order shows and that nobody put anywhere since. */
export async function forgetPictures(unit: Unit, { before, most }: { before: Date; most: number }): Promise<void> {
  await unit.query(
    `delete from picture where key in (
       select k.key from picture k
        where k.touched_at < $1
          and not exists (select from product_picture p where p.picture = k.key)
          and not exists (select from purchase_line l where is_picture(l.image) and l.image = k.key)
        limit $2)`, [before, most]);
}
