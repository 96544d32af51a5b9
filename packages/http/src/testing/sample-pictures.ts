/** Small pictures to upload, as cameras and programs write them. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Orientation, PictureFormat } from '@onbehalf/core';
import { encodeWebp } from '../pictures/codecs.ts';

export interface Sample {
  width?: number;
  height?: number;
  /** Written into the file as a camera does that was held so. */
  orientation?: Orientation;
  /** Two samples of different tones are different pictures. */
  tone?: number;
}

/** Of its corners one is red, one green, one blue and one white, clockwise from the upper left: which way it is turned can be seen. */
function quarters({ width = 400, height = 300, tone = 255 }: Sample) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    const [isLeft, isUpper] = [at % width < width / 2, Math.floor(at / width) < height / 2];
    data.set(isUpper ? (isLeft ? [tone, 0, 0] : [0, tone, 0]) : isLeft ? [255, 255, 255] : [0, 0, tone], at * 4);
  }
  return { width, height, data };
}

const compiled = async (file: string): Promise<WebAssembly.Module> => WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve(file)));

export async function samplePicture(format: PictureFormat, sample: Sample = {}): Promise<Uint8Array<ArrayBuffer>> {
  const picture = quarters(sample) as unknown as ImageData;
  if (format === 'webp') return new Uint8Array(await encodeWebp(quarters(sample)));
  if (format === 'png') {
    const png = await import('@jsquash/png/encode.js');
    await png.init(await compiled('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
    return new Uint8Array(await png.default(picture));
  }
  const jpeg = await import('@jsquash/jpeg/encode.js');
  await jpeg.init(await compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'));
  return withExif(new Uint8Array(await jpeg.default(picture, { quality: 95 })), sample.orientation ?? 1);
}

/** What a camera says beside the picture: how it was held, and where. */
function withExif(jpeg: Uint8Array, orientation: Orientation): Uint8Array<ArrayBuffer> {
  const place = 'GPSLatitude 52.5200';
  const tiff = Buffer.alloc(26 + place.length);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  tiff.write(place, 26, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(tiff.length + 8, 2);
  return Uint8Array.from(Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from('Exif\0\0', 'latin1'), tiff, jpeg.subarray(2)]));
}
