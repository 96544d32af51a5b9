import type { Unit } from '@onbehalf/assist';
import { dimensionsOf, MOST_PICTURE_BYTES, MOST_PICTURE_PIXELS, MOST_PICTURES } from '@onbehalf/core';
import { keptPictures, type KeptProduct } from '@onbehalf/shop';
import type { AdminProductProps } from '@onbehalf/web';
import type { Form } from '../use-cases/save-product.ts';
import { imageOf } from './names.ts';

export const NO_PICTURES: AdminProductProps['pictures'] = { rows: [], most: MOST_PICTURES, megabytes: MOST_PICTURE_BYTES / 1024 / 1024, megapixels: MOST_PICTURE_PIXELS / 1_000_000 };

/** The section "Images": what it lists, and the texts as they are on record. */
export async function productPictures(unit: Unit, product: KeptProduct): Promise<{ shown: AdminProductProps['pictures']; form: Form }> {
  const pictures = await keptPictures(unit, product.id);
  return {
    shown: { ...NO_PICTURES, rows: pictures.map(({ id, picture }) => ({ id, picture, image: imageOf(picture), width: dimensionsOf(picture)?.width ?? 0, height: dimensionsOf(picture)?.height ?? 0 })) },
    form: Object.fromEntries(pictures.flatMap(({ id, alt }) => (['en', 'de', 'es'] as const).map((language) => [`alt.${id}.${language}`, alt[language] ?? ''] as const))),
  };
}
