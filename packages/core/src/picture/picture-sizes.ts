/** The sides of the squares that a picture is made to fit in. */
export const PICTURE_SIZES = [320, 640, 1280] as const;

export type PictureSize = (typeof PICTURE_SIZES)[number];

interface Dimensions {
  width: number;
  height: number;
}

/** As large as fits the square, its shape kept, never larger than it is. */
export function fitted({ width, height }: Dimensions, size: PictureSize): Dimensions {
  const scale = Math.min(1, size / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The sizes a picture is kept in: no larger one than it needs to be shown as it came. */
export function sizesOf({ width, height }: Dimensions): PictureSize[] {
  const longest = Math.max(width, height);
  return PICTURE_SIZES.filter((_size, index) => index === 0 || (PICTURE_SIZES[index - 1] ?? 0) < longest);
}

/** What a kept picture is called: the digest of its bytes, and its own size. */
const KEY = /^[A-Za-z0-9_-]{43}-([1-9][0-9]{0,3})x([1-9][0-9]{0,3})$/;

export const pictureKey = (digest: string, { width, height }: Dimensions): string => `${digest}-${width}x${height}`;

/** Null for the file name of a drawing. */
export function dimensionsOf(key: string): Dimensions | null {
  const [, width, height] = KEY.exec(key) ?? [];
  return width === undefined || height === undefined ? null : { width: Number(width), height: Number(height) };
}

/** Where one size of it is served, for as long as it is kept. */
export const pictureAddress = (key: string, size: PictureSize): string => `/media/${key}/${size}.webp`;

export interface PictureSource extends Dimensions {
  address: string;
}

/** Every size of the picture whose address this is, smallest first; null for a drawing. */
export function sourcesOf(address: string): PictureSource[] | null {
  const [, key = ''] = /^\/media\/([^/]+)\//.exec(address) ?? [];
  const dimensions = dimensionsOf(key);
  return dimensions === null ? null : sizesOf(dimensions).map((size) => ({ address: pictureAddress(key, size), ...fitted(dimensions, size) }));
}
