import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '@onbehalf/core';

/** Bound to the session and, through its id, to the context: a form of one customer can't act on another's (X05). */
export function formToken(secret: Buffer, formKey: string): string {
  return createHmac('sha256', secret).update(`form\n${formKey}`).digest('base64url');
}

export interface FormRequest {
  method: string;
  secFetchSite: string | undefined;
  origin: string | undefined;
  /** The one origin whose forms this place takes: the portal's own, or the store's. */
  ownOrigin: string;
}

export function isUnsafe(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}

/** Fetch metadata first, an exact Origin where a browser sends none, else no (X02). */
export function originRefusal({ method, secFetchSite, origin, ownOrigin }: FormRequest): Refusal | null {
  if (!isUnsafe(method)) return null;
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' ? null : { code: 'origin-refused' };
  return origin === ownOrigin ? null : { code: 'origin-refused' };
}

export function tokenRefusal(secret: Buffer, formKey: string, given: unknown): Refusal | null {
  const wanted = Buffer.from(formToken(secret, formKey));
  const got = Buffer.from(typeof given === 'string' ? given : '');
  return got.length === wanted.length && timingSafeEqual(got, wanted) ? null : { code: 'form-expired' };
}
