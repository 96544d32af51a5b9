/**
 * A browser that somebody logged in with before is counted by itself, wherever it is: who fails for ever from the same
 * office, or from everywhere, can't keep it out (D03). The cookie lets nobody in; it only says that this is not a stranger.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const DAY_MS = 86_400_000;
export const DEVICE_DAYS = 180;

export interface DeviceOf {
  email: string;
  now: Date;
}

/** Signed for one account; holds neither its e-mail nor anything else that could be read. */
export function deviceCookie(secret: Buffer, { email, now }: DeviceOf, nonce: string): string {
  const text = `${Math.floor(now.getTime() / DAY_MS)}.${nonce}`;
  return `${text}.${signature(secret, email, text)}`;
}

/** What the limits call it, or null: no cookie, another's, an old one. */
export function knownDevice(secret: Buffer, { email, now }: DeviceOf, cookie: string | undefined): string | null {
  const [day = '', nonce = '', signed = ''] = (cookie ?? '').split('.');
  const wanted = Buffer.from(signature(secret, email, `${day}.${nonce}`));
  const given = Buffer.from(signed);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const age = Math.floor(now.getTime() / DAY_MS) - Number(day);
  return age <= DEVICE_DAYS ? `device:${nonce}` : null;
}

function signature(secret: Buffer, email: string, text: string): string {
  return createHmac('sha256', secret).update(`login-device\n${email.trim().toLowerCase()}\n${text}`).digest('base64url');
}
