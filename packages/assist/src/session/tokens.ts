import { createHash } from 'node:crypto';
import type { Random } from '../ports.ts';

/** One prefix per kind, so that no token can be taken for another's and scanners can find a leaked one (security.md 3.3). */
export const TOKEN_PREFIX = {
  staff: 'ost_',
  assist: 'oas_',
  customer: 'ocs_',
  /** Between password and second step. */
  signIn: 'osi_',
  staffApi: 'ort_',
  assistApi: 'orc_',
  reset: 'opr_',
  /** From the portal to a store on another origin, once (B3). */
  handoff: 'oho_',
  /** Names the browser that a hand-over is for. */
  nonce: 'ohn_',
  /** In a mail, into one customer (B18). */
  link: 'oml_',
  consent: 'ocq_',
  /** In a mail, to pay one order (D8): it shows that order and opens nothing else. */
  payment: 'opy_',
  /** Names a guest's carts (G3): it opens nothing else. */
  guestCart: 'ogc_',
} as const;

export type TokenKind = keyof typeof TOKEN_PREFIX;

export interface NewToken {
  /** Goes to the bearer once and is never stored. */
  text: string;
  hash: Buffer;
}

export function newToken(kind: TokenKind, random: Random): NewToken {
  const text = TOKEN_PREFIX[kind] + random.token();
  return { text, hash: hashToken(text) };
}

/** SHA-256 of the exact string; 256 random bits need no salt (ASVS 6.5.2). */
export function hashToken(text: string): Buffer {
  return createHash('sha256').update(text, 'latin1').digest();
}

const PATTERN = /^o[a-z]{2}_[A-Za-z0-9_-]{43}$/;

/** The hash to look up, or null for anything that can't be a token of these kinds: no look-up is spent on it. */
export function presentedToken(text: string | undefined, ...kinds: TokenKind[]): Buffer | null {
  if (text === undefined || !PATTERN.test(text)) return null;
  return kinds.some((kind) => text.startsWith(TOKEN_PREFIX[kind])) ? hashToken(text) : null;
}
