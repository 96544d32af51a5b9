import type { CookieSerializeOptions } from '@fastify/cookie';
import type { CookieChange } from './answer.ts';
import { DEVICE_DAYS } from './login-device.ts';

/** `__Host-` and Secure where the browser allows it: https, or a loopback address (DESIGN: Sessions). */
export function isSecureOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** A cookie's name on an origin. Each origin has its own: the staff cookie never leaves the portal's, the context's never its store's (B3). */
export function cookieName(origin: string, name: CookieChange['name']): string {
  return isSecureOrigin(origin) ? `__Host-${name}` : name;
}

/** No Max-Age: the browser forgets with its session, the server decides when one is over (S10). A device stays known: it lets nobody in. */
export function cookieOptions(origin: string, name: CookieChange['name']): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecureOrigin(origin), ...(name === 'device' ? { maxAge: DEVICE_DAYS * 86_400 } : {}) };
}
