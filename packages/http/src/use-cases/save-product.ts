import type { Store, Unit } from '@onbehalf/assist';
import { err, ok, parsePriceForLocale, priceTextRefusal, toDecimal, type CanonicalValue, type Locale, type Refusal, type Result } from '@onbehalf/core';
import { addProduct, changeProduct, priceChoices, productChoices, sellNoMoreOn, sellOn, sellVariants, setStock, soldOn, takenBy, type KeptProduct, type ProductKind, type ProductTerms, type SoldOn, type Texts } from '@onbehalf/shop';
import { websitesOf, type WebsitePlace } from '../present/websites.ts';

export type Form = Readonly<Record<string, string>>;
export type Detail = { [name: string]: CanonicalValue };
export interface Saved {
  id: string;
  name: string;
  detail: Detail;
}

const LANGUAGES = ['en', 'de', 'es'] as const;
const SKU = /^[A-Z0-9][A-Z0-9._-]{0,39}$/;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;
const MOST_GRAMS = 10_000_000;
const MOST_PIECES = 10_000_000;

/** A product's general part: a new one (was null) or a changed one; every reason against it at its field. */
export async function saveProduct(unit: Unit, was: KeptProduct | null, { kind, form }: { kind: ProductKind; form: Form }): Promise<Result<Saved, Refusal[]>> {
  const terms = termsOf(form, was);
  const weight = wholeNumber(form['weight'] ?? '', MOST_GRAMS);
  const { taxClasses, images } = await productChoices(unit);
  const categories = (await priceChoices(unit)).categories.map(({ id }) => id);
  const taken = await takenBy(unit, terms, was?.id ?? null);
  const refusals: Refusal[] = [
    ...(SKU.test(terms.sku) ? [] : [{ code: 'code-invalid', field: 'sku' } as const]),
    ...(SLUG.test(terms.slug) ? [] : [{ code: 'code-invalid', field: 'slug' } as const]),
    ...taken.map((field): Refusal => ({ code: 'code-taken', field })),
    ...(terms.name.en === '' ? [{ code: 'name-missing', field: 'name.en' } as const] : []),
    ...(weight === null ? [{ code: 'number-invalid', field: 'weight' } as const] : []),
    ...invalid(!categories.includes(terms.categoryId), 'category'),
    ...invalid(!taxClasses.includes(terms.taxClass), 'taxClass'),
    ...invalid(!images.includes(terms.image), 'image'),
  ];
  if (weight === null || refusals.length > 0) return err(refusals);
  const kept = { ...terms, weightGrams: weight };
  if (was !== null) await changeProduct(unit, was.id, kept);
  const id = was?.id ?? (await addProduct(unit, kind, kept));
  if (id === null) return err([{ code: 'code-taken', field: 'sku' }]);
  return ok({ id, name: kept.sku, detail: { name: kept.sku, ...(was === null ? { kind } : {}), changes: changesOf(was, kept) } });
}

const invalid = (wrong: boolean, field: string): Refusal[] => (wrong ? [{ code: 'invalid-input', field }] : []);

function termsOf(form: Form, was: KeptProduct | null): ProductTerms {
  const text = (name: string): string => (form[name] ?? '').trim();
  const name = textsOf(form, 'name');
  return {
    sku: text('sku').toUpperCase(),
    slug: text('slug') === '' ? (was?.slug ?? slugOf(name.en)) : text('slug').toLowerCase(),
    active: form['active'] === '1', categoryId: text('category'), image: text('image'), name,
    summary: textsOf(form, 'summary'), description: textsOf(form, 'description'), taxClass: text('taxClass'), weightGrams: 0,
  };
}

/** A text in every language; an empty one shows the English. */
export function textsOf(form: Form, name: string): Texts {
  const text = (language: string): string => (form[`${name}.${language}`] ?? '').trim();
  return { en: text('en'), de: text('de'), es: text('es') };
}

/** A name as part of an address. */
export const slugOf = (name: string): string =>
  name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 80).replace(/-$/, '');

export const isSku = (text: string): boolean => SKU.test(text);

export const isSlug = (text: string): boolean => SLUG.test(text);

/** A whole number from 0, in ASCII digits; null where it is none. */
export const wholeNumber = (text: string, most: number): number | null => {
  const typed = text.trim();
  return /^(?:0|[1-9][0-9]{0,8})$/.test(typed) && Number(typed) <= most ? Number(typed) : null;
};

const WATCHED = ['sku', 'slug', 'active', 'categoryId', 'image', 'taxClass', 'weightGrams'] as const;

/** What differs, field by field, as the record keeps it. */
function changesOf(was: KeptProduct | null, now: ProductTerms): CanonicalValue[] {
  const plain = WATCHED.map((path) => ({ path, before: was === null ? '' : String(was[path]), after: String(now[path]) }));
  const texts = (['name', 'summary', 'description'] as const).flatMap((path) => LANGUAGES.map((language) => ({ path: `${path}.${language}`, before: was?.[path][language] ?? '', after: now[path][language] })));
  return [...plain, ...texts].filter(({ before, after }) => before !== after);
}

/** Sets the stock against the number that was looked at; an order that took from it meanwhile is not overwritten. */
export async function saveStock(unit: Unit, product: KeptProduct, form: Form): Promise<Result<Saved, Refusal[]>> {
  if (product.kind !== 'simple') return err([{ code: 'invalid-input', field: 'stock' }]);
  const [was, stock] = [stockOf(form['was'] ?? ''), stockOf(form['stock'] ?? '')];
  if (was === 'invalid' || stock === 'invalid') return err([{ code: 'number-invalid', field: 'stock' }]);
  const set = await setStock(unit, product.id, { was, stock });
  if (!set.done) return err([{ code: 'stock-changed', field: 'stock', facts: { stock: set.now ?? '–' } }]);
  return ok({ id: product.id, name: product.sku, detail: { name: product.sku, changes: [{ path: 'stock', before: String(was ?? ''), after: String(stock ?? '') }] } });
}

/** Empty: none is kept, there is always enough. */
export const stockOf = (text: string): number | null | 'invalid' => (text.trim() === '' ? null : (wholeNumber(text, MOST_PIECES) ?? 'invalid'));

/** Where a product is sold, at which cost and base price, in each website's own money. */
export async function saveWebsites(unit: Unit, { stores, locale }: { stores: readonly Store[]; locale: Locale }, product: KeptProduct, form: Form): Promise<Result<Saved, Refusal[]>> {
  const before = await soldOn(unit, product.id);
  const refusals: Refusal[] = [];
  const changes: CanonicalValue[] = [];
  for (const website of websitesOf(stores)) {
    const was = before.find((one) => one.websiteId === website.id) ?? { websiteId: website.id, sold: false, cost: null, baseMinor: null };
    const typed = typedSale(form, website, locale);
    if (!typed.ok) refusals.push(...typed.error);
    else if (textOf(was, website) !== textOf(typed.value, website)) {
      if (typed.value.baseMinor !== null && typed.value.sold) await sellOn(unit, product.id, { ...typed.value, baseMinor: typed.value.baseMinor });
      else await sellNoMoreOn(unit, product.id, website.id);
      changes.push({ path: website.name, before: textOf(was, website), after: textOf(typed.value, website) });
    }
  }
  if (product.kind === 'configurable') await sellVariants(unit, product.id);
  return refusals.length > 0 ? err(refusals) : ok({ id: product.id, name: product.sku, detail: { name: product.sku, changes } });
}

function typedSale(form: Form, { id, currency }: WebsitePlace, locale: Locale): Result<SoldOn, Refusal[]> {
  if (form[`sold.${id}`] !== '1') return ok({ websiteId: id, sold: false, cost: null, baseMinor: null });
  const base = parsePriceForLocale(form[`base.${id}`] ?? '', currency, locale);
  const cost = (form[`cost.${id}`] ?? '').trim() === '' ? ok(null) : parsePriceForLocale(form[`cost.${id}`] ?? '', currency, locale);
  const refusals = [...(base.ok ? [] : [priceTextRefusal(base.error, currency, `base.${id}`)]), ...(cost.ok ? [] : [priceTextRefusal(cost.error, currency, `cost.${id}`)])];
  return base.ok && cost.ok ? ok({ websiteId: id, sold: true, cost: cost.value, baseMinor: base.value }) : err(refusals);
}

function textOf({ sold, cost, baseMinor }: SoldOn, { currency }: WebsitePlace): string {
  if (!sold) return '';
  return [baseMinor === null ? '' : `${toDecimal(baseMinor, currency)} ${currency}`, cost === null ? '' : `cost ${toDecimal(cost, currency)}`].filter((part) => part !== '').join(', ');
}
