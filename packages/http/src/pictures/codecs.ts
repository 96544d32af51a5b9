/** The codecs: WebAssembly, which reaches nothing but its own memory, whatever a file makes of it. Loaded in a worker only. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PictureFormat } from '@onbehalf/core';
import type { Bitmap } from './bitmap.ts';

interface Codec {
  init(module: WebAssembly.Module): Promise<unknown>;
}

const QUALITY = 82;

/** What the codecs make their answers of, where no browser brings it. */
class PixelRows implements Bitmap {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

const begun = new Map<string, Promise<unknown>>();

async function ready(codec: Codec, file: string): Promise<void> {
  const known = begun.get(file) ?? begin(codec, file);
  begun.set(file, known);
  await known;
}

async function begin(codec: Codec, file: string): Promise<void> {
  Object.assign(globalThis, { ImageData: PixelRows });
  await codec.init(await WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve(file))));
}

const DECODERS: Readonly<Record<PictureFormat, (bytes: ArrayBuffer) => Promise<Bitmap>>> = {
  jpeg: async (bytes) => {
    const codec = await import('@jsquash/jpeg/decode.js');
    await ready(codec, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm');
    return codec.default(bytes, { preserveOrientation: false });
  },
  png: async (bytes) => {
    const codec = await import('@jsquash/png/decode.js');
    await ready(codec, '@jsquash/png/codec/pkg/squoosh_png_bg.wasm');
    return codec.decode(bytes);
  },
  webp: async (bytes) => {
    const codec = await import('@jsquash/webp/decode.js');
    await ready(codec, '@jsquash/webp/codec/dec/webp_dec.wasm');
    return codec.default(bytes);
  },
};

export const decode = (format: PictureFormat, bytes: Uint8Array<ArrayBuffer>): Promise<Bitmap> => DECODERS[format](bytes.slice().buffer);

export async function encodeWebp({ data, width, height }: Bitmap): Promise<Uint8Array> {
  const codec = await import('@jsquash/webp/encode.js');
  await ready(codec, '@jsquash/webp/codec/enc/webp_enc_simd.wasm');
  return new Uint8Array(await codec.default({ data, width, height } as ImageData, { quality: QUALITY }));
}
