import { LOCALES, REFUSAL_CODES, REFUSAL_SENTENCES, endReasonSentences, type Locale } from '@onbehalf/core';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import * as english from './en/index.ts';
import { catalogues } from './index.ts';
import { isMessageId, translate } from './translate.ts';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

const argumentsOf = (text: string, locale: Locale): string[] => [...new Set(namesIn(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst()))].toSorted();

/** Arguments have a value and, where they choose, options; literal text is the type that has a value but is none. */
function namesIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    const chosen = 'options' in part ? Object.values(part.options).flatMap((option) => namesIn(option.value)) : [];
    return 'value' in part && !isLiteral(part) ? [part.value, ...chosen] : chosen;
  });
}

const isLiteral = (part: Part): boolean => (part.type as number) === 0;

describe('The parts of a language', () => {
  it('share no id: the later would silently speak for both', () => {
    const ids = Object.values(english).flatMap((part) => Object.keys(part));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe('The three languages', () => {
  const ids = Object.keys(catalogues.en).filter(isMessageId);

  it.each(['de', 'es'] as const)('say everything English says: %s', (locale) => {
    expect(Object.keys(catalogues[locale]).toSorted()).toEqual(ids.toSorted());
  });

  it.each(['de', 'es'] as const)('ask for the same facts in each message: %s', (locale) => {
    const wrong = ids.filter((id) => argumentsOf(catalogues[locale][id], locale).join() !== argumentsOf(catalogues.en[id], 'en').join());
    expect(wrong).toEqual([]);
  });

  it.each(LOCALES)('leave no message empty: %s', (locale) => {
    expect(ids.filter((id) => catalogues[locale][id].trim() === '')).toEqual([]);
  });

  it.each(LOCALES)('have a sentence for every refusal: %s', (locale) => {
    expect(REFUSAL_CODES.filter((code) => !REFUSAL_SENTENCES[locale][code].text)).toEqual([]);
  });

  it.each(LOCALES)('have a sentence for every end of an assist session: %s', (locale) => {
    expect(Object.keys(endReasonSentences[locale])).toEqual(Object.keys(endReasonSentences.en));
  });
});

describe('A message', () => {
  it('counts in its language', () => {
    expect(translate('en', 'staff.dashboard.pieces', { count: 1 })).toBe('1 piece');
    expect(translate('es', 'staff.dashboard.pieces', { count: 1284 })).toBe('1284 unidades');
  });

  it('takes what a person typed as it is', () => {
    expect(translate('en', 'staff.customers.noneFor', { query: '<b>{x}' })).toContain('“<b>{x}”');
  });
});
