import type { Unit } from '@onbehalf/assist';
import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import { addCategory, changeCategory, type KeptCategory } from '@onbehalf/shop';
import { isSlug, slugOf, textsOf, wholeNumber, type Form, type Saved } from './save-product.ts';

const LAST_PLACE = 30_000;

/** A new category (was null) or a changed one; every reason against it at its field. */
export async function saveCategory(unit: Unit, was: KeptCategory | null, form: Form): Promise<Result<Saved, Refusal[]>> {
  const name = textsOf(form, 'name');
  const typed = (form['slug'] ?? '').trim().toLowerCase();
  const slug = typed === '' ? (was?.slug ?? slugOf(name.en)) : typed;
  const position = wholeNumber(form['position'] ?? '', LAST_PLACE);
  const refusals: Refusal[] = [
    ...(name.en === '' ? [{ code: 'name-missing', field: 'name.en' } as const] : []),
    ...(isSlug(slug) ? [] : [{ code: 'code-invalid', field: 'slug' } as const]),
    ...(position === null ? [{ code: 'number-invalid', field: 'position' } as const] : []),
  ];
  if (position === null || refusals.length > 0) return err(refusals);
  const terms = { name, slug, position };
  const id = was === null ? await addCategory(unit, terms) : (await changeCategory(unit, was.id, terms)) ? was.id : null;
  if (id === null) return err([{ code: 'code-taken', field: 'slug' }]);
  const before = new Map(was === null ? [] : fields(was));
  const changes = fields(terms).map(([path, after]) => ({ path, before: before.get(path) ?? '', after })).filter((change) => change.before !== change.after);
  return ok({ id, name: name.en, detail: { name: name.en, changes } });
}

const fields = (one: Pick<KeptCategory, 'name' | 'slug' | 'position'>): [string, string][] => [
  ['name.en', one.name.en], ['name.de', one.name.de ?? ''], ['name.es', one.name.es ?? ''], ['slug', one.slug], ['position', String(one.position)],
];
