/** Time-based one-time passwords as every authenticator app makes them: RFC 6238 over RFC 4226, SHA-1, six digits, 30 seconds. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const STEP_SECONDS = 30;
const DIGITS = 6;
// A phone's clock may be one step behind or ahead (RFC 6238, 5.2).
const DRIFT = [0n, -1n, 1n] as const;

export const stepAt = (now: Date): bigint => BigInt(Math.floor(now.getTime() / 1000 / STEP_SECONDS));

/** The code of one time step; `digits` for the test vectors of the RFC, which have eight. */
export function codeOf(secret: Buffer, step: bigint, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step);
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step a typed code is of, or null: it is of none that could be now. */
export function stepOfCode(secret: Buffer, code: string, now: Date): bigint | null {
  const steps = DRIFT.map((drift) => stepAt(now) + drift);
  // Every one is compared, so that time doesn't tell which was near.
  return steps.filter((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)))[0] ?? null;
}

/** Six digits as somebody types them, with or without a space; null for anything else. */
export function digitsIn(typed: string): string | null {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding: how apps take a key that is typed. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('');
}

/** What the picture says: whose key for which shop it is, and the key. */
export function keyUri({ secret, email, issuer }: { secret: Buffer; email: string; issuer: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
