import { createHash } from 'node:crypto';
import { fitted, pictureKey, sizesOf, type PictureHeader, type PictureSize } from '@onbehalf/core';
import { shrink, turnUpright, type Bitmap } from './bitmap.ts';
import { decode, encodeWebp } from './codecs.ts';

export interface RenderedPicture {
  key: string;
  sizes: { size: PictureSize; bytes: Uint8Array }[];
}

const LARGEST = 1280;

/**
 * Decoded, turned upright, made smaller and written anew as WebP: nothing of what was uploaded is kept but its pixels, so
 * neither where it was taken nor what else the file may be. The name is the digest of what is served.
 */
export async function renderPicture({ format, width, height, orientation }: PictureHeader, bytes: Uint8Array<ArrayBuffer>): Promise<RenderedPicture> {
  const decoded = await decode(format, bytes);
  // What the head promised is what was let in.
  if (decoded.width !== width || decoded.height !== height) throw new Error('The picture is not as large as its head says');
  let bitmap: Bitmap = turnUpright(shrink(decoded, fitted(decoded, LARGEST)), orientation);
  const whole = { width: bitmap.width, height: bitmap.height };
  const sizes: RenderedPicture['sizes'] = [];
  for (const size of sizesOf(whole).toReversed()) {
    bitmap = shrink(bitmap, fitted(whole, size));
    sizes.unshift({ size, bytes: await encodeWebp(bitmap) });
  }
  const digest = createHash('sha256');
  for (const one of sizes) digest.update(one.bytes);
  return { key: pictureKey(digest.digest('base64url'), whole), sizes };
}
