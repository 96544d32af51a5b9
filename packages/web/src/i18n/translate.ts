import type { Locale } from '@onbehalf/core';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues, type MessageId } from './index.ts';

export type MessageParams = Readonly<Record<string, string | number>>;
export type Translate = (id: MessageId, params?: MessageParams) => string;

const parsed = new Map<string, IntlMessageFormat>();

/** One message in one language. A message is parsed once per process: parsing costs far more than filling in. */
export function translate(locale: Locale, id: MessageId, params?: MessageParams): string {
  const text = catalogues[locale][id];
  if (!text.includes('{')) return text;
  const key = `${locale}:${id}`;
  const message = parsed.get(key) ?? new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  parsed.set(key, message);
  return String(message.format(contained(params)));
}

const TURNS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const ISOLATES = /[\u2066-\u2069]/g;

// A name with marks of direction turns itself round, never the sentence it stands in (X14).
function contained(params: MessageParams | undefined): MessageParams | undefined {
  if (params === undefined || !Object.values(params).some((value) => typeof value === 'string' && TURNS.test(value))) return params;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && TURNS.test(value) ? `\u2068${value.replace(ISOLATES, '')}\u2069` : value]));
}

/** A translator bound to a language, as pages use it. */
export function translator(locale: Locale): Translate {
  return (id, params) => translate(locale, id, params);
}

/** Is this string, come from outside, the id of a message? */
export function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(catalogues.en, id);
}
