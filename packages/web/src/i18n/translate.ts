import type { Locale } from '@onbehalf/core';
import { IntlMessageFormat } from 'intl-messageformat';
import { Kept } from '../ui/kept.ts';
import { catalogues, type MessageId } from './index.ts';

export type MessageParams = Readonly<Record<string, string | number>>;
export type Translate = (id: MessageId, params?: MessageParams) => string;

/** Fills in a message. */
type Message = (params: MessageParams | undefined) => string;

const parsed = new Map<string, Message>();

/** One message in one language. A message is parsed once per process: parsing costs far more than filling in. */
export function translate(locale: Locale, id: MessageId, params?: MessageParams): string {
  const text = catalogues[locale][id];
  if (!text.includes('{')) return text;
  const key = `${locale}:${id}`;
  const message = parsed.get(key) ?? parse(text, locale);
  parsed.set(key, message);
  return message(contained(params));
}

// Of the parser's syntax tree (TYPE, which it exports as a const enum of its own package).
const LITERAL = 0;
const ARGUMENT = 1;

function parse(text: string, locale: Locale): Message {
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const parts = message.getAst();
  // Most messages only have gaps: no plurals, no numbers to write. Joining them is many times quicker.
  const plain = parts.map((part) => plainPart({ type: part.type, value: 'value' in part ? part.value : '' }));
  if (plain.includes(null)) return counted(message);
  return (params) => plain.map((part) => (part?.name === undefined ? part?.text : valueOf(params, part.name, text))).join('');
}

// Choosing among plurals takes longer than all the rest of a message, and is the same for the same count.
function counted(message: IntlMessageFormat): Message {
  const kept = new Kept<string>(200);
  return (params) => kept.get(JSON.stringify(params ?? {}), () => String(message.format(params)));
}

type PlainPart = { text: string; name?: never } | { name: string; text?: never } | null;

function plainPart({ type, value }: { type: number; value: string }): PlainPart {
  if (type === LITERAL) return { text: value };
  return type === ARGUMENT ? { name: value } : null;
}

function valueOf(params: MessageParams | undefined, name: string, text: string): string {
  const value = params?.[name];
  if (value === undefined) throw new RangeError(`"${text}" wants a value for ${name}`);
  return String(value);
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
