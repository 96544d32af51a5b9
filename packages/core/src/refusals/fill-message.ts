import type { RefusalFacts } from './refusal.ts';

// The part of ICU that our sentences use: {name}, {name, select, this {…} other {…}}, and {name, plural, =0 {…} one {…} other {…}} with # for the number.
const ARGUMENT = /\{(?<name>\w+)(?:, (?:plural|select), (?<forms>(?:\S+ \{[^{}]*\} ?)+))?\}/g;
const FORM = /(?<when>\S+) \{(?<text>[^{}]*)\}/g;

/** Fills a sentence with its facts. One that nobody gave shows as "…": a page must not fail over a sentence. */
export const fillMessage = (message: string, facts: RefusalFacts = {}): string =>
  message.replace(ARGUMENT, (_whole, name: string, forms: string | undefined) => {
    const fact = facts[name] ?? '…';
    return forms === undefined ? String(fact) : formFor(forms, fact).replaceAll('#', String(fact));
  });

// en, de and es agree: one is 1, everything else is other.
function formFor(forms: string, fact: string | number): string {
  const texts = new Map([...forms.matchAll(FORM)].map((form) => [form.groups?.['when'], form.groups?.['text'] ?? '']));
  const named = Number(fact) === 1 ? texts.get('one') : undefined;
  return texts.get(String(fact)) ?? texts.get(`=${fact}`) ?? named ?? texts.get('other') ?? '';
}
