import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { readPictureHeader, type PictureHeader } from './picture-header.ts';

/** 8 MB: what a camera of today makes. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;
/** Decoded, a pixel takes four bytes, whatever the file takes. */
export const MOST_PICTURE_PIXELS = 25_000_000;
export const MOST_PICTURE_SIDE = 10_000;
export const MOST_PICTURES = 12;
export const LONGEST_ALT = 200;

export interface SentPicture {
  /** As the sender's file is called; only ever shown back. */
  name: string;
  bytes: Uint8Array;
  /** It went on past the most bytes and was let go. */
  isCut: boolean;
}

/** May it be decoded at all? Judged by its bytes and its head, before anything is decoded (G1). */
export function decidePicture({ name, bytes, isCut }: SentPicture): Result<PictureHeader, Refusal> {
  const refuse = (code: 'picture-too-large' | 'picture-type' | 'picture-unreadable' | 'picture-too-many-pixels', facts: Refusal['facts'] = {}): Result<PictureHeader, Refusal> =>
    err({ code, field: 'files', facts: { file: name, ...facts } });
  if (isCut || bytes.length > MOST_PICTURE_BYTES) return refuse('picture-too-large', { most: MOST_PICTURE_BYTES / 1024 / 1024 });
  const header = readPictureHeader(bytes);
  if (header === null) return refuse('picture-type');
  if (header === 'broken') return refuse('picture-unreadable');
  const { width, height } = header;
  const isTooMany = width > MOST_PICTURE_SIDE || height > MOST_PICTURE_SIDE || width * height > MOST_PICTURE_PIXELS;
  return isTooMany ? refuse('picture-too-many-pixels', { width, height, most: MOST_PICTURE_PIXELS / 1_000_000 }) : ok(header);
}
