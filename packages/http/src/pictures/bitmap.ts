import type { Orientation } from '@onbehalf/core';

/** Four bytes a pixel, red, green, blue and opacity, row by row. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/**
 * Every new pixel is the mean of what it covers, by area; a transparent pixel's colour counts for nothing. Rows are summed
 * up as they come, so that a large picture needs one row more and no second copy.
 */
export function shrink(from: Bitmap, { width, height }: Pick<Bitmap, 'width' | 'height'>): Bitmap {
  if (width >= from.width && height >= from.height) return from;
  const columns = covers(from.width, width);
  const rows = covers(from.height, height);
  const data = new Uint8ClampedArray(width * height * 4);
  const sum = new Float64Array(width * 4);
  for (const [y, { first, weights }] of rows.entries()) {
    sum.fill(0);
    for (const [n, weight] of weights.entries()) addRow(sum, columns, { data: from.data, start: (first + n) * from.width * 4, weight });
    for (let x = 0; x < width; x += 1) putPixel(data, (y * width + x) * 4, sum.subarray(x * 4, x * 4 + 4));
  }
  return { width, height, data };
}

/** Which old pixels a new one covers, and how much of each; the weights are 1 together. */
interface Cover {
  first: number;
  weights: number[];
}

function covers(from: number, to: number): Cover[] {
  const step = from / to;
  return Array.from({ length: to }, (_, at) => {
    const [begin, end] = [at * step, Math.min(from, (at + 1) * step)];
    const first = Math.floor(begin);
    const last = Math.max(first, Math.ceil(end - 1e-9) - 1);
    const weights = Array.from({ length: last - first + 1 }, (_unused, n) => (Math.min(end, first + n + 1) - Math.max(begin, first + n)) / (end - begin));
    return { first, weights };
  });
}

function addRow(sum: Float64Array, columns: readonly Cover[], { data, start, weight }: { data: Uint8ClampedArray; start: number; weight: number }): void {
  let at = 0;
  for (const { first, weights } of columns) {
    let [red, green, blue, opacity] = [0, 0, 0, 0];
    let pixel = start + first * 4;
    for (const part of weights) {
      const alpha = (data[pixel + 3] ?? 0) * part;
      red += (data[pixel] ?? 0) * alpha;
      green += (data[pixel + 1] ?? 0) * alpha;
      blue += (data[pixel + 2] ?? 0) * alpha;
      opacity += alpha;
      pixel += 4;
    }
    sum[at] = (sum[at] ?? 0) + red * weight;
    sum[at + 1] = (sum[at + 1] ?? 0) + green * weight;
    sum[at + 2] = (sum[at + 2] ?? 0) + blue * weight;
    sum[at + 3] = (sum[at + 3] ?? 0) + opacity * weight;
    at += 4;
  }
}

function putPixel(data: Uint8ClampedArray, at: number, [red = 0, green = 0, blue = 0, opacity = 0]: Float64Array): void {
  if (opacity === 0) return;
  data[at] = red / opacity;
  data[at + 1] = green / opacity;
  data[at + 2] = blue / opacity;
  data[at + 3] = opacity;
}

/** Where a pixel of the upright picture stands in the one the camera wrote: EXIF's eight ways. */
const PLACES: Readonly<Record<Orientation, (x: number, y: number, from: Bitmap) => [number, number]>> = {
  1: (x, y) => [x, y],
  2: (x, y, { width }) => [width - 1 - x, y],
  3: (x, y, { width, height }) => [width - 1 - x, height - 1 - y],
  4: (x, y, { height }) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, { height }) => [y, height - 1 - x],
  7: (x, y, { width, height }) => [width - 1 - y, height - 1 - x],
  8: (x, y, { width }) => [width - 1 - y, x],
};

/** Upright: what the tag asked a viewer to do is done, because the tag goes. */
export function turnUpright(from: Bitmap, orientation: Orientation): Bitmap {
  if (orientation === 1) return from;
  const isOnItsSide = orientation >= 5;
  const [width, height] = isOnItsSide ? [from.height, from.width] : [from.width, from.height];
  const [old, data] = [new Uint32Array(from.data.buffer, from.data.byteOffset, from.width * from.height), new Uint32Array(width * height)];
  const place = PLACES[orientation];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      const [oldX, oldY] = place(x, y, from);
      data[at] = old[oldY * from.width + oldX] ?? 0;
    }
  }
  return { width, height, data: new Uint8ClampedArray(data.buffer) };
}
