/** What a second factor's secrets are kept under: keys derived from the server's secret, which the database never sees (Z). */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyFor = (secret: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `onbehalf\n${purpose}`, 32));

/** Bound to its account: a row that was moved to another one opens nothing. */
export function sealFactor(secret: Buffer, staffId: string, key: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(secret, 'second-factor'), iv).setAAD(Buffer.from(staffId));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Null: sealed under another secret, or for another account. */
export function openFactor(secret: Buffer, staffId: string, sealed: Buffer): Buffer | null {
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  if (tag.length !== TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, keyFor(secret, 'second-factor'), sealed.subarray(0, IV_BYTES)).setAAD(Buffer.from(staffId)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null; // the tag doesn't fit
  }
}

/** Keyed, so that who reads the database can't try the codes out there. */
export function recoveryCodeHash(secret: Buffer, staffId: string, code: string): Buffer {
  return createHmac('sha256', keyFor(secret, 'recovery-code')).update(`${staffId}\n${code}`).digest();
}
