import type { Store, Unit } from '@onbehalf/assist';
import { err, ok, parsePriceForLocale, priceTextRefusal, toDecimal, type CanonicalValue, type Locale, type Refusal, type Result } from '@onbehalf/core';
import {
  addVariant, changeVariant, holdProduct, keptOptions, keptPictures, keptVariants, priceVariant, productChoices, sellVariants, setStock, takenSkus,
  type KeptOption, type KeptProduct, type KeptVariant,
} from '@onbehalf/shop';
import { websitesOf } from '../present/websites.ts';
import { isSku, slugOf, stockOf, type Form, type Saved } from './save-product.ts';

export const MOST_VARIANTS = 200;

/** A combination that has no version yet: ids of its values in the options' order, joined. */
export interface OpenCombination {
  key: string;
  labels: string[];
}

/** Combinations without a version, in the options' order, no more than may still be made. */
export function openCombinations(options: readonly KeptOption[], variants: readonly KeptVariant[]): OpenCombination[] {
  if (options.length === 0) return [];
  const had = new Set(variants.map(({ valueIds }) => valueIds.toSorted().join('-')));
  let combinations: { ids: string[]; labels: string[] }[] = [{ ids: [], labels: [] }];
  for (const { values } of options) {
    combinations = combinations.flatMap(({ ids, labels }) => values.map((value) => ({ ids: [...ids, value.id], labels: [...labels, value.label.en] }))).slice(0, 4 * MOST_VARIANTS);
  }
  return combinations
    .filter(({ ids }) => ids.length === options.length && !had.has(ids.toSorted().join('-')))
    .slice(0, Math.max(0, MOST_VARIANTS - variants.length))
    .map(({ ids, labels }) => ({ key: ids.join('-'), labels }));
}

const LONGEST_SKU = 40;

/** "SKU-1101-9-BLACK", and what to call it where that is taken. */
function skusFor(product: KeptProduct, labels: readonly string[]): string[] {
  const plain = [product.sku, ...labels.map((label) => slugOf(label).toUpperCase())].filter((part) => part !== '').join('-').slice(0, LONGEST_SKU - 3).replace(/-$/, '');
  return [plain, ...Array.from({ length: 9 }, (_, at) => `${plain}-${at + 2}`)];
}

/** Makes a version of each combination that is ticked, without stock, at the product's prices (G1). */
export async function addVariants(unit: Unit, product: KeptProduct, form: Form): Promise<Result<Saved, Refusal[]>> {
  await holdProduct(unit, product.id);
  const [options, variants] = [await keptOptions(unit, product.id), await keptVariants(unit, product.id)];
  const wanted = openCombinations(options, variants).filter(({ key }) => form[`add.${key}`] === '1');
  if (wanted.length === 0) return err([{ code: 'combination-not-chosen', field: 'add' }]);
  const made: string[] = [];
  for (const { key, labels } of wanted) {
    const skus = skusFor(product, labels);
    const taken = await takenSkus(unit, skus, []);
    const sku = skus.find((one) => !taken.has(one)) ?? product.sku;
    const added = await addVariant(unit, { productId: product.id, sku, slug: `${product.slug}-${slugOf(sku)}`, valueIds: key.split('-') });
    if (added === null) return err([{ code: 'code-taken', field: 'add' }]);
    made.push(sku);
  }
  return ok({ id: product.id, name: product.sku, detail: { name: product.sku, changes: [{ path: 'versions', before: '', after: made.join(', ').slice(0, 1000) }] } });
}

interface Kept {
  sku: string;
  active: boolean;
  image: string;
  was: number | null;
  stock: number | null;
  /** Null where the product's own price is meant. */
  prices: { websiteId: number; minor: bigint | null }[];
}

interface Terms {
  stores: readonly Store[];
  locale: Locale;
}

/** SKU, stock, picture, base prices and whether it is sold, of every version at once; nothing where one of them is wrong. */
export async function saveVariants(unit: Unit, terms: Terms, product: KeptProduct, form: Form): Promise<Result<Saved, Refusal[]>> {
  await holdProduct(unit, product.id);
  const variants = await keptVariants(unit, product.id);
  // One that was made meanwhile by somebody else isn't on the form, and stays as it is.
  const shown = variants.filter(({ id }) => form[`v.${id}.sku`] !== undefined);
  const images = [...(await productChoices(unit)).images, ...(await keptPictures(unit, product.id)).map(({ picture }) => picture)];
  const read = shown.map((variant) => ({ variant, ...typedVariant(variant, form, { ...terms, images }) }));
  const skus = read.map(({ kept }) => kept.sku);
  const taken = await takenSkus(unit, skus, shown.map(({ id }) => id));
  const refusals = read.flatMap(({ variant, kept, refused }, index): Refusal[] =>
    [...refused, ...(taken.has(kept.sku) || skus.indexOf(kept.sku) < index ? [{ code: 'code-taken', field: `v.${variant.id}.sku` } as const] : [])]);
  if (refusals.length > 0) return err(refusals);
  const changes: CanonicalValue[] = [];
  for (const { variant, kept } of read) {
    const written = await writeVariant(unit, variant, kept, terms.stores);
    if (!written.ok) refusals.push(written.error);
    else changes.push(...written.value);
  }
  await sellVariants(unit, product.id);
  return refusals.length > 0 ? err(refusals) : ok({ id: product.id, name: product.sku, detail: { name: product.sku, changes: changes.slice(0, 100) } });
}

function typedVariant(variant: KeptVariant, form: Form, { stores, locale, images }: Terms & { images: readonly string[] }): { kept: Kept; refused: Refusal[] } {
  const at = (name: string): string => `v.${variant.id}.${name}`;
  const text = (name: string): string => (form[at(name)] ?? '').trim();
  const [was, stock] = [stockOf(text('was')), stockOf(text('stock'))];
  const prices = websitesOf(stores).map(({ id, currency }) => {
    const typed = text(`base.${id}`);
    const read = typed === '' ? ok(null) : parsePriceForLocale(typed, currency, locale);
    return read.ok ? { websiteId: id, minor: read.value } : { websiteId: id, minor: null, refusal: priceTextRefusal(read.error, currency, at(`base.${id}`)) };
  });
  const kept: Kept = { sku: text('sku').toUpperCase(), active: text('active') === '1', image: text('image'), was: was === 'invalid' ? null : was, stock: stock === 'invalid' ? null : stock, prices };
  return {
    kept,
    refused: [
      ...(isSku(kept.sku) ? [] : [{ code: 'code-invalid', field: at('sku') } as const]),
      ...(was === 'invalid' || stock === 'invalid' ? [{ code: 'number-invalid', field: at('stock') } as const] : []),
      ...(images.includes(kept.image) ? [] : [{ code: 'invalid-input', field: at('image') } as const]),
      ...prices.flatMap((price) => ('refusal' in price && price.refusal !== undefined ? [price.refusal] : [])),
    ],
  };
}

async function writeVariant(unit: Unit, variant: KeptVariant, kept: Kept, stores: readonly Store[]): Promise<Result<CanonicalValue[], Refusal>> {
  const changes: CanonicalValue[] = [];
  const differs = (path: string, before: string, after: string): boolean => {
    if (before === after) return false;
    changes.push({ path: `${variant.sku} ${path}`, before, after });
    return true;
  };
  const fields = [['sku', variant.sku, kept.sku], ['active', String(variant.active), String(kept.active)], ['image', variant.image, kept.image]] as const;
  if (fields.map(([path, before, after]) => differs(path, before, after)).includes(true)) await changeVariant(unit, variant.id, kept);
  if (differs('stock', String(kept.was ?? ''), String(kept.stock ?? ''))) {
    const set = await setStock(unit, variant.id, kept);
    if (!set.done) return err({ code: 'stock-changed', field: `v.${variant.id}.stock`, facts: { stock: set.now ?? '–' } });
  }
  for (const { id, currency, name } of websitesOf(stores)) {
    const minor = kept.prices.find(({ websiteId }) => websiteId === id)?.minor ?? null;
    const was = variant.prices.find(({ websiteId }) => websiteId === id)?.minor ?? null;
    const money = (amount: bigint | null): string => (amount === null ? '' : `${toDecimal(amount, currency)} ${currency}`);
    if (differs(name, money(was), money(minor))) await priceVariant(unit, variant.id, { websiteId: id, minor });
  }
  return ok(changes);
}
