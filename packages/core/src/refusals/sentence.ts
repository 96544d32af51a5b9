import type { Locale } from '../locale.ts';
import type { RefusalCode } from './codes.ts';
import { fillMessage } from './fill-message.ts';
import type { Refusal } from './refusal.ts';
import { sentencesDe } from './sentences/de.ts';
import { sentencesEn } from './sentences/en.ts';
import { sentencesEs } from './sentences/es.ts';

/** What a person reads: what happened and why, and what to do next. ICU messages; {@link REFUSAL_FACTS} fills them. */
export interface Sentence {
  readonly text: string;
  readonly remedy?: string;
}

export type Sentences = Readonly<Record<RefusalCode, Sentence>>;

/** The one translation from refusal to sentence, for pages, mails and problem details. */
export const REFUSAL_SENTENCES: Readonly<Record<Locale, Sentences>> = {
  en: sentencesEn,
  de: sentencesDe,
  es: sentencesEs,
};

/** A refusal in a person's language, its facts filled in. */
export function refusalSentence({ code, facts }: Refusal, locale: Locale): Sentence {
  const { text, remedy } = REFUSAL_SENTENCES[locale][code];
  return { text: fillMessage(text, facts), ...(remedy !== undefined && { remedy: fillMessage(remedy, facts) }) };
}
