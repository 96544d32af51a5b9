import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Personal facts under a person's key: erase the key and they are gone, while the entry's hash still holds (E7). */
export function seal(key: Buffer, facts: Readonly<Record<string, string>>): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(facts), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
}

/** The facts again, or null where the key is gone or is another's. */
export function unseal(key: Buffer | null, sealed: string | null): Record<string, string> | null {
  if (key === null || sealed === null) return null;
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return null;
  }
}
