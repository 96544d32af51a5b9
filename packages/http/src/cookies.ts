import type { CookieSerializeOptions } from '@fastify/cookie';
import type { HttpConfig } from './deps.ts';
import type { CookieChange } from './answer.ts';

/** `__Host-` and Secure where the browser allows it: https, or a loopback address (DESIGN: Sessions). */
export function isSecureOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

export function cookieName(config: HttpConfig, name: CookieChange['name']): string {
  return isSecureOrigin(config.origin) ? `__Host-${name}` : name;
}

/** No Max-Age: the browser forgets with its session, the server decides when one is over (S10). */
export function cookieOptions(config: HttpConfig): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecureOrigin(config.origin) };
}
