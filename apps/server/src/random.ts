import { randomBytes } from 'node:crypto';
import type { Random } from '@onbehalf/assist';

/** Ids that sort by the time they were made, so that indexes grow at one end, and tokens that nobody guesses. */
export const systemRandom: Random = {
  uuid: () => uuidV7(Date.now(), randomBytes(10)),
  token: () => randomBytes(32).toString('base64url'),
};

/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 bits out of ten bytes. */
export function uuidV7(milliseconds: number, bytes: Uint8Array): string {
  const id = Buffer.alloc(16);
  id.writeUIntBE(milliseconds, 0, 6);
  id.set(bytes.subarray(0, 10), 6);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x70, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
