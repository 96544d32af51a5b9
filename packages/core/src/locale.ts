/** The languages everything is written in from the start. */
export const LOCALES = ['en', 'de', 'es'] as const;

export type Locale = (typeof LOCALES)[number];

/** One text in every language. */
export type LocalText = Readonly<Record<Locale, string>>;

/** Whether a word from outside is one of our languages. */
export const isLocale = (input: unknown): input is Locale => LOCALES.some((locale) => locale === input);
