import { err, ok, type Refusal, type RefusalCode, type Result } from '@onbehalf/core';

/** What a text from outside has to be: how long at most, and whether it may be empty. */
export interface TextRule {
  most: number;
  required?: boolean;
  pattern?: RegExp;
}

// Line breaks too: these texts go on one line of a page, a label or a mail header.
const CONTROL = /\p{Cc}/u;

/** Trims every text by its rule, or gives every reason against them, each at its field. */
export function parseTexts<Field extends string>(
  input: Readonly<Record<Field, string>>,
  rules: Readonly<Record<Field, TextRule>>,
  code: RefusalCode,
): Result<Record<Field, string>, Refusal[]> {
  const texts: Record<Field, string> = { ...input };
  const refusals: Refusal[] = [];
  for (const field of fieldsOf(rules)) {
    texts[field] = input[field].trim();
    if (!isWithin(texts[field], rules[field])) refusals.push({ code, field, facts: { most: rules[field].most } });
  }
  return refusals.length === 0 ? ok(texts) : err(refusals);
}

function isWithin(text: string, { most, required = false, pattern }: TextRule): boolean {
  if (text === '') return !required;
  return text.length <= most && !CONTROL.test(text) && (pattern?.test(text) ?? true);
}

const fieldsOf = <Field extends string>(rules: Readonly<Record<Field, TextRule>>): Field[] => Object.keys(rules) as Field[];
