import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrPicture } from './qr-picture.ts';

const SCALE = 6;

/** As a camera sees it: the path, painted. */
function seen({ size, path }: { size: number; path: string }): { width: number; height: number; data: Uint8Array } {
  const side = size * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, left = '0', top = '0'] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let y = 0; y < SCALE; y += 1) for (let x = 0; x < SCALE; x += 1) data.fill(0, ((Number(top) * SCALE + y) * side + Number(left) * SCALE + x) * 4, ((Number(top) * SCALE + y) * side + Number(left) * SCALE + x) * 4 + 3);
  }
  return { width: side, height: side, data };
}

describe('A2: the picture of a key', () => {
  it.each(['otpauth://totp/Northgate%20Supply:sarah.johnson%40staff.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Northgate%20Supply', `otpauth://totp/${'M%C3%BCller%20'.repeat(8)}?secret=ABC`])('is read as what it says: %s', (text) => {
    expect(decodeQR(seen(qrPicture(text)))).toBe(text);
  });
});
