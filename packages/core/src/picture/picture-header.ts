/** What the bytes themselves say they are: no name and no content type is asked. Only the head is read, nothing is decoded. */
export type PictureFormat = 'jpeg' | 'png' | 'webp';

/** How a camera was held, 1 to 8 as in EXIF; 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface PictureHeader {
  format: PictureFormat;
  /** As stored, before it is turned. */
  width: number;
  height: number;
  orientation: Orientation;
}

/** Null: none of the three formats; 'broken': one of them by its first bytes, but without a size. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | 'broken' | null {
  const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return sized('jpeg', readJpeg(at, bytes));
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return sized('png', readPng(at, bytes));
  if (isText(bytes, 0, 'RIFF') && isText(bytes, 8, 'WEBP')) return sized('webp', readWebp(at, bytes));
  return null;
}

type Read = Omit<PictureHeader, 'format'> | null;

function sized(format: PictureFormat, read: Read): PictureHeader | 'broken' {
  return read === null || read.width < 1 || read.height < 1 ? 'broken' : { format, ...read };
}

const startsWith = (bytes: Uint8Array, from: number, wanted: readonly number[]): boolean => wanted.every((byte, index) => bytes[from + index] === byte);

const isText = (bytes: Uint8Array, from: number, text: string): boolean => startsWith(bytes, from, Array.from(text, (letter) => letter.charCodeAt(0)));

const START_OF_SCAN = 0xda;

/** Frames: C0 to CF without the tables that stand among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(at: DataView, bytes: Uint8Array): Read {
  let orientation: Orientation = 1;
  let from = 2;
  while (from + 9 <= bytes.length) {
    if (bytes[from] !== 0xff) return null;
    const marker = at.getUint8(from + 1);
    // Fill bytes and markers that stand alone.
    if (marker === 0xff) {
      from += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      from += 2;
      continue;
    }
    if (isFrame(marker)) return { height: at.getUint16(from + 5), width: at.getUint16(from + 7), orientation };
    if (marker === START_OF_SCAN || marker === 0xd9) return null;
    const length = at.getUint16(from + 2);
    if (length < 2) return null;
    if (marker === 0xe1 && isText(bytes, from + 4, 'Exif\0\0')) orientation = orientationIn(bytes.subarray(from + 10, from + 2 + length));
    from += 2 + length;
  }
  return null;
}

function readPng(at: DataView, bytes: Uint8Array): Read {
  if (bytes.length < 33 || !isText(bytes, 12, 'IHDR')) return null;
  const size = { width: at.getUint32(16), height: at.getUint32(20) };
  for (let from = 33; from + 8 <= bytes.length; from += 12 + at.getUint32(from)) {
    if (isText(bytes, from + 4, 'eXIf')) return { ...size, orientation: orientationIn(bytes.subarray(from + 8, from + 8 + at.getUint32(from))) };
    if (isText(bytes, from + 4, 'IDAT')) break;
  }
  return { ...size, orientation: 1 };
}

function readWebp(at: DataView, bytes: Uint8Array): Read {
  if (bytes.length < 30) return null;
  if (isText(bytes, 12, 'VP8 ')) {
    return startsWith(bytes, 23, [0x9d, 0x01, 0x2a]) ? { width: at.getUint16(26, true) & 0x3fff, height: at.getUint16(28, true) & 0x3fff, orientation: 1 } : null;
  }
  if (isText(bytes, 12, 'VP8L')) {
    if (bytes[20] !== 0x2f) return null;
    const bits = at.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, orientation: 1 };
  }
  if (!isText(bytes, 12, 'VP8X')) return null;
  const size = { width: (at.getUint32(24, true) & 0xffffff) + 1, height: (at.getUint32(26, true) >>> 8) + 1 };
  for (let from = 30; from + 8 <= bytes.length; ) {
    const length = at.getUint32(from + 4, true);
    if (isText(bytes, from, 'EXIF')) return { ...size, orientation: orientationIn(withoutName(bytes.subarray(from + 8, from + 8 + length))) };
    from += 8 + length + (length % 2);
  }
  return { ...size, orientation: 1 };
}

/** Some write the name that only JPEG needs. */
const withoutName = (exif: Uint8Array): Uint8Array => (isText(exif, 0, 'Exif\0\0') ? exif.subarray(6) : exif);

const ORIENTATION = 0x0112;
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** Of a TIFF block; upright where it says nothing that can be read. */
function orientationIn(tiff: Uint8Array): Orientation {
  const isLittle = isText(tiff, 0, 'II');
  if (tiff.length < 14 || !(isLittle || isText(tiff, 0, 'MM'))) return 1;
  const at = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const directory = at.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const entries = at.getUint16(directory, isLittle);
  for (let n = 0, from = directory + 2; n < entries && from + 12 <= tiff.length; n += 1, from += 12) {
    if (at.getUint16(from, isLittle) !== ORIENTATION) continue;
    const said = at.getUint16(from + 8, isLittle);
    return ORIENTATIONS.find((one) => one === said) ?? 1;
  }
  return 1;
}
