import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { FlashNote } from './route.ts';

const NOTE = z.object({ tone: z.enum(['good', 'warn', 'bad']), code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) });

export type Flashed = z.infer<typeof NOTE>;

/**
 * A message for the browser's next page, carried by the browser: no process needs to know another's memory (K2), and
 * no statement is spent on it. Signed for the session it was left to, so that no other one shows it.
 */
export function flashCookie(secret: Buffer, formKey: string, { tone, code, facts }: FlashNote): string {
  const text = Buffer.from(JSON.stringify({ tone, code, facts: facts ?? {} })).toString('base64url');
  return `${text}.${signature(secret, formKey, text)}`;
}

/** The message, or null for one that isn't ours or was left to another session. */
export function readFlash(secret: Buffer, formKey: string, cookie: string | undefined): Flashed | null {
  if (cookie === undefined) return null;
  const [text = '', signed = ''] = cookie.split('.');
  const wanted = Buffer.from(signature(secret, formKey, text));
  const given = Buffer.from(signed);
  if (text === '' || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return NOTE.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
}

function signature(secret: Buffer, formKey: string, text: string): string {
  return createHmac('sha256', secret).update(`flash\n${formKey}\n${text}`).digest('base64url');
}
