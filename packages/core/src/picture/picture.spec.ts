import { describe, expect, it } from 'vitest';
import { decidePicture, MOST_PICTURE_BYTES } from './decide-picture.ts';
import { readPictureHeader } from './picture-header.ts';
import { dimensionsOf, fitted, pictureAddress, pictureKey, sizesOf, sourcesOf } from './picture-sizes.ts';

const text = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0));
const two = (value: number): number[] => [(value >> 8) & 255, value & 255];
const four = (value: number): number[] => [(value >>> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const bytesOf = (...parts: (number | readonly number[])[]): Uint8Array => Uint8Array.from([...parts.flat(), ...Array.from({ length: 40 }, () => 0)]);

const tiff = (orientation: number): number[] => [...text('MM'), 0, 42, ...four(8), ...two(1), ...two(0x112), ...two(3), ...four(1), ...two(orientation), 0, 0];
const littleTiff = (orientation: number): number[] => [...text('II'), 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
const exif = (block: number[]): number[] => [0xff, 0xe1, ...two(block.length + 8), ...text('Exif'), 0, 0, ...block];
const frame = (width: number, height: number, marker = 0xc0): number[] => [0xff, marker, ...two(17), 8, ...two(height), ...two(width), 3];
const jpeg = (...segments: number[][]): Uint8Array => bytesOf([0xff, 0xd8], ...segments);
const chunk = (name: string, body: number[]): number[] => [...four(body.length), ...text(name), ...body, 0, 0, 0, 0];
const png = (width: number, height: number, ...chunks: number[][]): Uint8Array =>
  bytesOf([0x89, ...text('PNG'), 13, 10, 26, 10], chunk('IHDR', [...four(width), ...four(height), 8, 6, 0, 0, 0]), ...chunks, chunk('IDAT', [0]));
const riff = (name: string, ...body: number[][]): Uint8Array => bytesOf(text('RIFF'), [0, 0, 0, 0], text('WEBP'), text(name), ...body);
const least = (value: number, count: number): number[] => Array.from({ length: count }, (_unused, at) => Math.floor(value / 256 ** at) % 256);

const decide = (bytes: Uint8Array, isCut = false) => {
  const decided = decidePicture({ name: 'drill.jpg', bytes, isCut });
  return decided.ok ? decided.value : decided.error.code;
};

describe('G1: what a file is, is told by its bytes', () => {
  it('G1: size and orientation of a JPEG, whatever stands before its frame', () => {
    expect(readPictureHeader(jpeg(frame(640, 480)))).toEqual({ format: 'jpeg', width: 640, height: 480, orientation: 1 });
    expect(readPictureHeader(jpeg([0xff, 0xfe, ...two(5), 1, 2, 3], exif(tiff(6)), [0xff], frame(640, 480, 0xc2)))).toEqual({ format: 'jpeg', width: 640, height: 480, orientation: 6 });
    expect(readPictureHeader(jpeg(exif(littleTiff(8)), frame(2, 3)))).toMatchObject({ orientation: 8 });
  });

  it('G1: size and orientation of a PNG and of each kind of WebP', () => {
    expect(readPictureHeader(png(30, 20))).toEqual({ format: 'png', width: 30, height: 20, orientation: 1 });
    expect(readPictureHeader(png(30, 20, chunk('eXIf', tiff(3))))).toMatchObject({ orientation: 3 });
    expect(readPictureHeader(riff('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, ...least(300, 2), ...least(200, 2)]))).toEqual({ format: 'webp', width: 300, height: 200, orientation: 1 });
    expect(readPictureHeader(riff('VP8L', [0, 0, 0, 0, 0x2f, ...least(299 + 199 * 2 ** 14, 4)]))).toEqual({ format: 'webp', width: 300, height: 200, orientation: 1 });
    const extended = [...least(10, 4), 8, 0, 0, 0, ...least(299, 3), ...least(199, 3)];
    expect(readPictureHeader(riff('VP8X', extended, [...text('EXIF'), ...least(tiff(5).length, 4), ...tiff(5)]))).toEqual({ format: 'webp', width: 300, height: 200, orientation: 5 });
  });

  it('G1: an orientation that can’t be read is upright, wherever its pointers point', () => {
    for (const block of [tiff(9), tiff(0), [...text('MM'), 0, 42, ...four(0xfffffff0)], text('XX'), [...text('MM'), 0, 42, ...four(8), 0xff, 0xff]]) expect(readPictureHeader(jpeg(exif(block), frame(4, 4)))).toMatchObject({ orientation: 1 });
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
    ['a sound of the same box', 'RIFF\0\0\0\0WAVEfmt '],
  ])('G1: %s is refused, whatever it is called', (_name, content) => expect(decide(bytesOf(text(content)))).toBe('picture-type'));

  it('G1: a head without a size is damaged, and never read beyond its end', () => {
    for (const broken of [jpeg([0xff, 0xda, 0, 12]), jpeg([0xff, 0xe0, 0, 1]), jpeg([0xff, 0xe0, 0xff, 0xff]), jpeg(frame(0, 10)), png(0, 7), riff('VP8 '), riff('ALPH'), Uint8Array.from([0xff, 0xd8, 0xff])])
      expect(decide(broken)).toBe('picture-unreadable');
    const whole = jpeg(exif(tiff(6)), frame(640, 480));
    for (let length = 0; length < whole.length; length += 1) expect(() => readPictureHeader(whole.subarray(0, length))).not.toThrow();
  });
});

describe('G1: how much a picture may be', () => {
  it('G1: a small file that would be large once decoded is refused by its head', () => {
    expect(decide(png(25_000, 25_000))).toBe('picture-too-many-pixels');
    expect(decide(png(10_001, 1))).toBe('picture-too-many-pixels');
    expect(decide(png(5001, 5000))).toBe('picture-too-many-pixels');
    expect(decide(png(5000, 5000))).toMatchObject({ width: 5000 });
    expect(decide(jpeg(frame(65_535, 65_535)))).toBe('picture-too-many-pixels');
  });

  it('G1: bytes are counted first, and a file that was cut is too large', () => {
    expect(decide(new Uint8Array(MOST_PICTURE_BYTES + 1))).toBe('picture-too-large');
    expect(decide(png(3, 3), true)).toBe('picture-too-large');
  });
});

describe('G1: the sizes a picture is kept in', () => {
  it('G1: it fits the square, keeps its shape and never grows', () => {
    expect(fitted({ width: 4000, height: 3000 }, 640)).toEqual({ width: 640, height: 480 });
    expect(fitted({ width: 10_000, height: 1 }, 320)).toEqual({ width: 320, height: 1 });
    expect(fitted({ width: 100, height: 50 }, 1280)).toEqual({ width: 100, height: 50 });
    expect([sizesOf({ width: 100, height: 50 }), sizesOf({ width: 321, height: 50 }), sizesOf({ width: 50, height: 1280 })]).toEqual([[320], [320, 640], [320, 640, 1280]]);
  });

  it('G1: its address says its size, and a drawing’s says none', () => {
    const key = pictureKey('A'.repeat(43), { width: 500, height: 1000 });
    expect(dimensionsOf(key)).toEqual({ width: 500, height: 1000 });
    expect(sourcesOf(pictureAddress(key, 640))?.map(({ address, width }) => [address, width])).toEqual([[`/media/${key}/320.webp`, 160], [`/media/${key}/640.webp`, 320], [`/media/${key}/1280.webp`, 500]]);
    expect([dimensionsOf('sku-1001.svg'), sourcesOf('/images/sku-1001.svg'), dimensionsOf(`${key}/../x`)]).toEqual([null, null, null]);
  });
});
