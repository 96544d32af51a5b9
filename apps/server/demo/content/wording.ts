/** What every sentence of the demo shop comes in. */
export const languages = ['en', 'de', 'es'] as const;
export type Language = (typeof languages)[number];
export type Wording = Readonly<Record<Language, string>>;

/** One sentence in English, German, Spanish. */
export const say = (en: string, de: string, es: string): Wording => ({ en, de, es });

/** The same text in every language: designations, thread sizes, norms. */
export const same = (text: string): Wording => ({ en: text, de: text, es: text });

/** A measured value written the English way ("1.4 kg", "2,000 min⁻¹"); German and Spanish swap point and comma. */
export function measure(text: string): Wording {
  const swapped = text.replace(/(?<=\d)[.,](?=\d)/gu, (mark) => (mark === '.' ? ',' : '.'));
  return { en: text, de: swapped, es: swapped };
}
