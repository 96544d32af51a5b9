import type { Unit } from '@onbehalf/assist';
import { err, LONGEST_ALT, MOST_PICTURES, ok, type CanonicalValue, type Refusal, type Result } from '@onbehalf/core';
import { addPictures, holdProduct, keepPictures, keptPictures, removePicture, type KeptPicture, type KeptProduct } from '@onbehalf/shop';
import type { MadePicture } from '../pictures/make-pictures.ts';
import { textsOf, type Form, type Saved } from './save-product.ts';

/** Where a picture is moved: one place, or to the front, where the main one stands. */
const MOVES = ['up', 'down', 'main'] as const;
type Move = (typeof MOVES)[number];

/** Puts uploaded pictures behind those the product has: all of them, or none (G1). */
export async function uploadPictures(unit: Unit, product: KeptProduct, { made, now }: { made: Result<MadePicture[], Refusal[]>; now: Date }): Promise<Result<Saved, Refusal[]>> {
  if (!made.ok) return made;
  const pictures = made.value;
  if (pictures.length === 0) return err([{ code: 'picture-missing', field: 'files' }]);
  await holdProduct(unit, product.id);
  const kept = (await keptPictures(unit, product.id)).map(({ picture }) => picture);
  const repeated = pictures.filter(({ key }, index) => kept.includes(key) || pictures.findIndex((one) => one.key === key) < index);
  const refusals = repeated.map(({ name }): Refusal => ({ code: 'picture-repeated', field: 'files', facts: { file: name } }));
  if (kept.length + pictures.length > MOST_PICTURES) refusals.push({ code: 'pictures-too-many', field: 'files', facts: { most: MOST_PICTURES } });
  if (refusals.length > 0) return err(refusals);
  await addPictures(unit, product.id, { pictures, now });
  return saved(product, [{ path: 'pictures', before: String(kept.length), after: String(kept.length + pictures.length) }]);
}

/** Keeps every text as typed, and moves one picture where its button was pressed: "up.12". */
export async function savePictures(unit: Unit, product: KeptProduct, form: Form): Promise<Result<Saved, Refusal[]>> {
  await holdProduct(unit, product.id);
  const pictures = await keptPictures(unit, product.id);
  const typed = typedTexts(pictures, form);
  if (!typed.ok) return typed;
  const ordered = moved(typed.value, form['move'] ?? '');
  const changes = [...changedTexts(pictures, ordered), ...changedOrder(pictures, ordered)];
  await keepPictures(unit, product.id, ordered);
  return saved(product, changes);
}

/** Takes a picture from the product; the texts typed at the others are kept. */
export async function deletePicture(unit: Unit, product: KeptProduct, { id, form, now }: { id: string; form: Form; now: Date }): Promise<Result<Saved, Refusal[]>> {
  await holdProduct(unit, product.id);
  const pictures = await keptPictures(unit, product.id);
  if (!pictures.some((one) => one.id === id)) return err([{ code: 'not-found' }]);
  const typed = typedTexts(pictures, form);
  if (!typed.ok) return typed;
  await keepPictures(unit, product.id, typed.value);
  await removePicture(unit, product.id, { id, now });
  const gone = pictures.find((one) => one.id === id);
  return saved(product, [...changedTexts(pictures, typed.value), { path: 'pictures', before: String(pictures.length), after: String(pictures.length - 1) }, { path: 'picture', before: gone?.picture ?? '', after: '' }]);
}

const saved = (product: KeptProduct, changes: CanonicalValue[]): Result<Saved, Refusal[]> => ok({ id: product.id, name: product.sku, detail: { name: product.sku, changes } });

/** A picture that came meanwhile isn't on the form, and keeps its text. */
function typedTexts(pictures: readonly KeptPicture[], form: Form): Result<KeptPicture[], Refusal[]> {
  const refusals: Refusal[] = [];
  const typed = pictures.map((picture) => {
    const field = `alt.${picture.id}`;
    if (form[`${field}.en`] === undefined) return picture;
    const alt = textsOf(form, field);
    for (const [language, text] of Object.entries(alt)) if (text.length > LONGEST_ALT) refusals.push({ code: 'alt-too-long', field: `${field}.${language}`, facts: { most: LONGEST_ALT } });
    return { ...picture, alt };
  });
  return refusals.length > 0 ? err(refusals) : ok(typed);
}

function moved(pictures: readonly KeptPicture[], pressed: string): KeptPicture[] {
  const [way = '', id = ''] = pressed.split('.');
  const at = pictures.findIndex((one) => one.id === id);
  const move = MOVES.find((one) => one === way);
  const picture = pictures[at];
  if (picture === undefined || move === undefined) return [...pictures];
  return pictures.toSpliced(at, 1).toSpliced(placeOf(move, at), 0, picture);
}

function placeOf(move: Move, at: number): number {
  if (move === 'main') return 0;
  return move === 'up' ? Math.max(0, at - 1) : at + 1;
}

function changedTexts(before: readonly KeptPicture[], after: readonly KeptPicture[]): CanonicalValue[] {
  return before.flatMap(({ id, alt: was }, index) => {
    const alt = after.find((one) => one.id === id)?.alt ?? {};
    return (['en', 'de', 'es'] as const).flatMap((language) => {
      const [old, now] = [was[language] ?? '', alt[language] ?? ''];
      return old === now ? [] : [{ path: `picture ${index + 1} ${language}`, before: old, after: now }];
    });
  });
}

function changedOrder(before: readonly KeptPicture[], after: readonly KeptPicture[]): CanonicalValue[] {
  const order = after.map(({ id }) => before.findIndex((one) => one.id === id) + 1).join(', ');
  const was = before.map((_one, index) => index + 1).join(', ');
  return order === was ? [] : [{ path: 'picture order', before: was, after: order }];
}
