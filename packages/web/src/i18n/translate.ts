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
  return String(message.format(params));
}

/** A translator bound to a language, as pages use it. */
export function translator(locale: Locale): Translate {
  return (id, params) => translate(locale, id, params);
}

/** Is this string, come from outside, the id of a message? */
export function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(catalogues.en, id);
}
