import { sourcesOf } from '@onbehalf/core';
import type { ProductPage } from '@onbehalf/shop';
import type { ProductProps } from '@onbehalf/web';
import { imageOf } from './names.ts';

/** A product's own pictures for its page; a version that shows a drawing of its own shows that first. */
export function galleryOf({ product: { name }, pictures }: Pick<ProductPage, 'product' | 'pictures'>, shown: string): ProductProps['gallery'] {
  if (pictures.length === 0) return [];
  const own = pictures.some(({ picture }) => picture === shown) ? pictures : [{ picture: shown, alt: '' }, ...pictures];
  return own.map(({ picture, alt }) => ({ image: imageOf(picture), alt: alt === '' ? name : alt, isShown: picture === shown }));
}

/** The same for programs: every address whole, with its size. */
export const imagesJson = (origin: string, { product: { name }, pictures }: Pick<ProductPage, 'product' | 'pictures'>) =>
  pictures.flatMap(({ picture, alt }) => imageJson(origin, { picture, alt: alt === '' ? name : alt }) ?? []);

/** One of them; null for a drawing. */
export function imageJson(origin: string, { picture, alt }: { picture: string; alt: string }) {
  const sizes = (sourcesOf(imageOf(picture)) ?? []).map(({ address, width, height }) => ({ url: `${origin}${address}`, width, height }));
  const largest = sizes.at(-1);
  return largest === undefined ? null : { ...largest, alt, sizes };
}
