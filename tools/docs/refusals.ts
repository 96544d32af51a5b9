import {
  ACCOUNT_CODES,
  ASSIST_CODES,
  CONTEXT_CODES,
  END_REASONS,
  HTTP_STATUS,
  LOCALES,
  PRICE_EDIT_CODES,
  PRICE_OVERRIDE_CODES,
  PRICE_TEXT_CODES,
  REFUSAL_SENTENCES,
  REQUEST_CODES,
  SHOP_CODES,
  endReasonSentences,
  type Locale,
  type RefusalCode,
} from '@onbehalf/core';
import { code, page, table } from './markdown.ts';

const GROUPS: readonly [heading: string, codes: readonly RefusalCode[]][] = [
  ['A typed price that is none', PRICE_TEXT_CODES],
  ['A line whose price can’t be edited', PRICE_EDIT_CODES],
  ['A price that can’t be given', PRICE_OVERRIDE_CODES],
  ['A customer who can’t be entered', ASSIST_CODES],
  ['The request and who sends it', REQUEST_CODES],
  ['In and around an assist session', CONTEXT_CODES],
  ['Cart, checkout and orders', SHOP_CODES],
  ['Passwords, settings and search', ACCOUNT_CODES],
];

const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', de: 'German', es: 'Spanish' };

export const refusalsPage = (): string =>
  page(
    'Refusals',
    'An expected no has a code. Codes are added, never renamed. Each has one HTTP status and one sentence in each language; the sentence is what a page and a REST answer show. Words in braces are facts that the refusal carries.',
    'A REST answer is `application/problem+json` (RFC 9457): the first refusal gives `title`, `status` and `code`, and `refusals` lists all of them.',
    ...GROUPS.flatMap(([heading, codes]) => [`## ${heading}`, refusalTable(codes)]),
    '## Why an assist session ended',
    'The reason stands after “Assist session ended:” on the page, and as a code in the record.',
    table(['reason', ...languageNames()], END_REASONS.map((reason) => [code(reason), ...LOCALES.map((locale) => endReasonSentences[locale][reason])])),
  );

const refusalTable = (codes: readonly RefusalCode[]): string =>
  table(['code', 'status', ...languageNames()], codes.map((one) => [code(one), String(HTTP_STATUS[one]), ...LOCALES.map((locale) => sentence(one, locale))]));

const languageNames = (): string[] => LOCALES.map((locale) => LANGUAGES[locale]);

function sentence(one: RefusalCode, locale: Locale): string {
  const { text, remedy } = REFUSAL_SENTENCES[locale][one];
  return remedy === undefined ? text : `${text} ${remedy}`;
}
