import { describe, expect, it } from 'vitest';
import { END_REASONS } from '../assist-session/end-reason.ts';
import { LOCALES, type Locale } from '../locale.ts';
import { REFUSAL_CODES } from './codes.ts';
import { endReasonSentence, endReasonSentences } from './end-reason-sentences.ts';
import { fillMessage } from './fill-message.ts';
import { HTTP_STATUS, httpStatusOf } from './http-status.ts';
import { REFUSAL_FACTS } from './refusal.ts';
import { REFUSAL_SENTENCES, refusalSentence } from './sentence.ts';

// The words of a form stand in braces too, behind the case they are for.
const argumentsOf = (message: string) => [...new Set([...message.matchAll(/(?<!, select,(?: \w+ \{[^{}]*\})* \w+ )\{(\w+)[,}]/g)].map(([, name = '']) => name))].toSorted();

const tooPrecise = (decimals: number, locale: Locale) =>
  refusalSentence({ code: 'price-too-precise', facts: { currency: 'USD', decimals } }, locale).text;

describe('refusals', () => {
  it('have a code once each', () => expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length));

  it('have an error status each, and nothing but a fault of ours a 500', () =>
    expect(REFUSAL_CODES.filter((code) => HTTP_STATUS[code] < 400 || (HTTP_STATUS[code] >= 500) !== (code === 'server-error'))).toEqual([]));

  it('answer together with the status of the first', () => {
    expect(httpStatusOf([{ code: 'price-edit-disabled' }, { code: 'price-zero' }])).toBe(403);
    expect(httpStatusOf([])).toBe(500);
  });

  it('quote the facts that their code promises, the same in every language', () => {
    for (const locale of LOCALES)
      for (const code of REFUSAL_CODES) {
        const { text, remedy = '' } = REFUSAL_SENTENCES[locale][code];
        expect([locale, code, argumentsOf(text + remedy)]).toEqual([locale, code, REFUSAL_FACTS[code] ?? []]);
      }
  });

  it.each([['en', 'downloadable'], ['de', 'zum Herunterladen'], ['es', 'descargable']] as const)('C3: say the kind of a product in the language of the page (%s)', (locale, word) => {
    expect(refusalSentence({ code: 'product-type-not-editable', facts: { productType: 'downloadable' } }, locale).text).toContain(`(${word})`);
  });

  it('are whole sentences without exclamation', () => {
    for (const locale of LOCALES)
      for (const { text, remedy } of Object.values(REFUSAL_SENTENCES[locale]))
        for (const sentence of [text, remedy ?? '.']) expect(sentence).toMatch(/^[^!¡]*\.$/u);
  });

  it('say in English what the contract quotes', () =>
    expect(refusalSentence({ code: 'not-available-in-context' }, 'en')).toEqual({ text: 'This page is not available while you assist a customer.' }));

  it('carry their facts into the sentence', () => {
    expect(tooPrecise(2, 'en')).toBe('Prices in USD have at most 2 decimals.');
    expect(tooPrecise(1, 'de')).toBe('Preise in USD haben höchstens 1 Nachkommastelle.');
    expect(tooPrecise(0, 'es')).toBe('Los precios en USD no tienen decimales.');
    expect(refusalSentence({ code: 'discount-above-limit', facts: { limit: '20', lowest: '80.00', currency: 'USD' } }, 'en')).toEqual({
      text: 'You may give at most 20% off. The lowest price is 80.00 USD.',
      remedy: 'Enter this price or a higher one, or ask your team lead.',
    });
  });

  it('stay readable where a fact is missing', () => expect(fillMessage('At least {minimum}.')).toBe('At least ….'));

  it('take a fact as text and never as a pattern', () =>
    expect(fillMessage('It is {a} and {b}.', { a: '{b}', b: '$& #' })).toBe('It is {b} and $& #.'));
});

describe('why an assist session ended', () => {
  it('is told in every language, as the rest of a sentence', () => {
    for (const locale of LOCALES)
      for (const reason of END_REASONS) expect(endReasonSentences[locale][reason]).toMatch(/^[^.!]+$/);
  });

  it('counts the minutes without activity', () => {
    expect(endReasonSentence('idle', 'en', { minutes: 15 })).toBe('no activity for 15 minutes');
    expect(endReasonSentence('idle', 'en', { minutes: 1 })).toBe('no activity for 1 minute');
    expect(endReasonSentence('idle', 'de', { minutes: 15 })).toBe('keine Aktivität seit 15 Minuten');
  });
});
