import type { CookieSerializeOptions } from '@fastify/cookie';
import type { CookieChange } from './answer.ts';
import { GUEST_CART_DAYS } from '@onbehalf/shop';
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

const DAYS: Partial<Record<CookieChange['name'], number>> = { device: DEVICE_DAYS, cart: GUEST_CART_DAYS };

/** No Max-Age: the browser forgets with its session, the server decides when one is over (S10). A device stays known, and a guest's cart: neither lets anybody in. */
export function cookieOptions(origin: string, name: CookieChange['name']): CookieSerializeOptions {
  const days = DAYS[name];
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecureOrigin(origin), ...(days === undefined ? {} : { maxAge: days * 86_400 }) };
}
