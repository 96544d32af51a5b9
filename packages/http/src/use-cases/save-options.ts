import type { Unit } from '@onbehalf/assist';
import { err, ok, type CanonicalValue, type Refusal, type Result } from '@onbehalf/core';
import {
  addOption, addValue, giveToVariants, holdProduct, keptOptions, keptVariants, removeOption, removeValue, renameOption, renameValue,
  type KeptOption, type KeptProduct, type Texts,
} from '@onbehalf/shop';
import { textsOf, type Form, type Saved } from './save-product.ts';

export const MOST_OPTIONS = 5;
export const MOST_VALUES = 60;
/** Empty rows that the form offers. */
export const NEW_VALUES = 4;

const isEmpty = (texts: Texts): boolean => Object.values(texts).every((text) => text === '');

interface ValueTyped {
  /** Null: a new one. */
  id: string | null;
  field: string;
  label: Texts;
  isUsed: boolean;
}

interface OptionTyped {
  id: string | null;
  field: string;
  name: Texts;
  values: ValueTyped[];
}

/**
 * The options of a product and their values, in every language (G1). A value whose names are all emptied goes, unless a
 * version has it; an option goes with all of its. A new option gives its first value to the versions there are.
 */
export async function saveOptions(unit: Unit, product: KeptProduct, form: Form): Promise<Result<Saved, Refusal[]>> {
  if (product.kind !== 'configurable') return err([{ code: 'invalid-input' }]);
  await holdProduct(unit, product.id);
  const before = await keptOptions(unit, product.id);
  const typed = typedOptions(form, before);
  const kept = typed.filter((option) => !isGone(option));
  const refusals = [...typed.flatMap(refusalsOf), ...(kept.length > MOST_OPTIONS ? [{ code: 'options-too-many', field: 'new.name.en', facts: { most: MOST_OPTIONS } } as const] : [])];
  if (refusals.length > 0) return err(refusals);
  for (const option of typed) await writeOption(unit, product, { option, was: before.find(({ id }) => id === option.id) });
  const changes = changesOf(before, await keptOptions(unit, product.id));
  return ok({ id: product.id, name: product.sku, detail: { name: product.sku, changes } });
}

function typedOptions(form: Form, before: readonly KeptOption[]): OptionTyped[] {
  const fresh = (prefix: string): ValueTyped[] =>
    Array.from({ length: NEW_VALUES }, (_, at) => ({ id: null, field: `${prefix}.${at}`, label: textsOf(form, `${prefix}.${at}`), isUsed: false })).filter(({ label }) => !isEmpty(label));
  // What the page didn't show was added meanwhile by somebody else, and stays: only what was emptied goes.
  const left = (field: string, was: Texts): Texts => (`${field}.en` in form ? textsOf(form, field) : was);
  const known = before.map(({ id, name, values }): OptionTyped => ({
    id, field: `option.${id}`, name: left(`option.${id}`, name),
    values: [...values.map((value) => ({ id: value.id, field: `value.${value.id}`, label: left(`value.${value.id}`, value.label), isUsed: value.isUsed })), ...fresh(`option.${id}.new`)],
  }));
  const added: OptionTyped = { id: null, field: 'new.name', name: textsOf(form, 'new.name'), values: fresh('new.value') };
  return isEmpty(added.name) && added.values.length === 0 ? known : [...known, added];
}

const isGone = ({ name, values }: OptionTyped): boolean => isEmpty(name) && values.every(({ label }) => isEmpty(label));

function refusalsOf(option: OptionTyped): Refusal[] {
  const { field, name, values } = option;
  const used = values.filter(({ label, isUsed }) => isUsed && isEmpty(label));
  if (isGone(option)) return used.length > 0 ? [{ code: 'option-in-use', field: `${field}.en` }] : [];
  const left = values.filter(({ label }) => !isEmpty(label));
  const labels = left.map(({ label }) => label.en.toLowerCase());
  return [
    ...(name.en === '' ? [{ code: 'name-missing', field: `${field}.en` } as const] : []),
    ...(left.length === 0 ? [{ code: 'option-without-values', field: `${field}.en` } as const] : []),
    ...(left.length > MOST_VALUES ? [{ code: 'options-too-many', field: `${field}.en`, facts: { most: MOST_VALUES } } as const] : []),
    ...used.map((value): Refusal => ({ code: 'option-in-use', field: `${value.field}.en` })),
    ...left.flatMap(({ label, field: at }, index): Refusal[] => {
      if (label.en === '') return [{ code: 'name-missing', field: `${at}.en` }];
      return labels.indexOf(label.en.toLowerCase()) < index ? [{ code: 'name-taken', field: `${at}.en` }] : [];
    }),
  ];
}

async function writeOption(unit: Unit, product: KeptProduct, { option, was }: { option: OptionTyped; was: KeptOption | undefined }): Promise<void> {
  if (was !== undefined && isGone(option)) {
    await removeOption(unit, was.id);
    return;
  }
  const id = was?.id ?? (await addOption(unit, product.id, option.name));
  if (was !== undefined && !isSame(was.name, option.name)) await renameOption(unit, id, option.name);
  const made: string[] = [];
  for (const value of option.values) {
    const had = was?.values.find((one) => one.id === value.id);
    if (had === undefined) made.push(await addValue(unit, id, value.label));
    else if (isEmpty(value.label)) await removeValue(unit, had.id);
    else if (!isSame(had.label, value.label)) await renameValue(unit, had.id, value.label);
  }
  const [first] = made;
  if (was === undefined && first !== undefined && (await keptVariants(unit, product.id)).length > 0) await giveToVariants(unit, product.id, { optionId: id, valueId: first });
}

const LANGUAGES = ['en', 'de', 'es'] as const;
const isSame = (a: Texts, b: Texts): boolean => LANGUAGES.every((language) => (a[language] ?? '') === b[language]);

const textOf = ({ name, values }: KeptOption): string => `${name.en}: ${values.map(({ label }) => LANGUAGES.map((language) => label[language] ?? '').filter((text) => text !== '').join(' / ')).join(', ')}`;

function changesOf(before: readonly KeptOption[], after: readonly KeptOption[]): CanonicalValue[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id): CanonicalValue[] => {
    const [was, now] = [before, after].map((options) => options.find((option) => option.id === id));
    const [from, to] = [was === undefined ? '' : textOf(was), now === undefined ? '' : textOf(now)];
    const renamed = was !== undefined && now !== undefined && !isSame(was.name, now.name);
    return from === to && !renamed ? [] : [{ path: `option ${now?.name.en ?? was?.name.en ?? id}`, before: from.slice(0, 1000), after: to.slice(0, 1000) }];
  });
}
