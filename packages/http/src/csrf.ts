import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '@onbehalf/core';

/** Bound to the session and, through its id, to the context: a form of one customer can't act on another's (X05). */
export function formToken(secret: Buffer, formKey: string): string {
  const tokens = made.get(secret) ?? new Map<string, string>();
  made.set(secret, tokens);
  const known = tokens.get(formKey);
  if (known !== undefined) return known;
  if (tokens.size >= MOST_MADE) tokens.clear();
  const token = createHmac('sha256', secret).update(`form\n${formKey}`).digest('base64url');
  tokens.set(formKey, token);
  return token;
}

// Every page of a session carries the same token, and making one takes longer than a banner.
const MOST_MADE = 5000;
const made = new WeakMap<Buffer, Map<string, string>>();

/** What the forms of a guest are bound to: his cart, once he has one; before that he is anybody. */
export const guestFormKey = (cart: { hash: Buffer } | null): string => (cart === null ? 'guest' : `guest ${cart.hash.toString('base64url')}`);

const OF_CONTEXT = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

/** As formToken, and says which assist session the form belonged to: a page that outlived it is told so, and not merely that it is old (S16). */
export const contextFormToken = (secret: Buffer, sessionId: string): string => `${sessionId}.${formToken(secret, sessionId)}`;

/** The assist session of a form that was ours; null for every other text. */
export function sessionOfForm(secret: Buffer, given: unknown): string | null {
  const [, sessionId, token] = OF_CONTEXT.exec(typeof given === 'string' ? given : '') ?? [];
  return sessionId !== undefined && isSame(token, formToken(secret, sessionId)) ? sessionId : null;
}

function isSame(given: string | undefined, wanted: string): boolean {
  const [got, good] = [Buffer.from(given ?? ''), Buffer.from(wanted)];
  return got.length === good.length && timingSafeEqual(got, good);
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
  const token = sessionOfForm(secret, given) === formKey ? formToken(secret, formKey) : given;
  return isSame(typeof token === 'string' ? token : '', formToken(secret, formKey)) ? null : { code: 'form-expired' };
}
