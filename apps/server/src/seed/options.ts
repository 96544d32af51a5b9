import type { Unit } from '@onbehalf/assist';
import { halfUp } from '@onbehalf/core';
import { categories } from '../../demo/content/categories.ts';
import { productsWithOptions, variantImage, variantSku, type ProductWithOptions, type Variant } from '../../demo/content/products/with-options.ts';
import { languages } from '../../demo/content/wording.ts';
import { minorOf } from './amounts.ts';
import type { Catalogue } from './catalogue.ts';
import { insertRows, need } from './insert-rows.ts';
import { WEBSITES } from './stores.ts';

const PRODUCT_COLUMNS = `sku text, slug text, kind text, category_id bigint, position integer, image text, name jsonb, summary jsonb,
  description jsonb, facts jsonb, unit jsonb, weight_grams integer, search_text text`;
const LAST = 900;

/** Products with options (G1): parent, options, one variant per combination, and prices where they are said. */
export async function seedOptions(unit: Unit, catalogue: Catalogue): Promise<void> {
  const rows = productsWithOptions.map((product, index) => parentRow(product, need(catalogue.categories, product.category), LAST + index));
  const parents = await insertRows<{ id: string }>(unit, { into: 'product', columns: PRODUCT_COLUMNS, rows }, 'id::text');
  for (const [index, product] of productsWithOptions.entries()) await seedVariants(unit, product, parents[index]?.id ?? '');
}

function parentRow(product: ProductWithOptions, categoryId: string, position: number): object {
  const { sku, slug, name, summary, description, facts, unit, weightGrams } = product;
  const shelf = categories.find(({ code }) => code === product.category);
  const words = languages.flatMap((language) => [name[language], shelf?.name[language] ?? '']);
  return {
    sku, slug, kind: 'configurable', name, summary, description, facts, unit, position, category_id: categoryId,
    image: `${sku.toLowerCase()}.svg`, weight_grams: weightGrams, search_text: [...new Set([...words, sku])].join(' ').toLowerCase(),
  };
}

async function seedVariants(unit: Unit, product: ProductWithOptions, parentId: string): Promise<void> {
  const valueIds = await seedValues(unit, product, parentId);
  const made = await insertRows<{ id: string }>(unit, {
    into: 'product',
    columns: 'sku text, slug text, kind text, parent_id bigint, category_id bigint, image text, name jsonb, summary jsonb, description jsonb, unit jsonb, weight_grams integer, stock integer, search_text text',
    // What a parent says, the database takes from the parent.
    rows: product.variants.map((variant) => ({
      sku: variantSku(product, variant), slug: `${product.slug}-${variantSku(product, variant).toLowerCase().slice('sku-1101-'.length)}`, kind: 'configurable', parent_id: parentId, category_id: 1,
      image: variantImage(product, variant), name: {}, summary: {}, description: {}, unit: {}, weight_grams: variant.weightGrams ?? product.weightGrams, stock: variant.stock, search_text: '',
    })),
  }, 'id::text');
  const ids = made.map(({ id }) => id);
  await insertRows(unit, {
    into: 'variant_value', columns: 'variant_id bigint, parent_id bigint, option_id bigint, value_id bigint',
    rows: product.variants.flatMap(({ codes }, index) => codes.map((code, at) => ({ variant_id: ids[index], parent_id: parentId, ...need(valueIds, `${at} ${code}`) }))),
  });
  await insertRows(unit, {
    into: 'product_website', columns: 'product_id bigint, website_id smallint, cost bigint',
    rows: [...costRows(product, parentId), ...product.variants.flatMap((variant, index) => variantCosts(product, variant, ids[index] ?? ''))],
  });
  await insertRows(unit, {
    into: 'price', columns: 'website_id smallint, source text, product_id bigint, min_quantity integer, amount bigint',
    rows: [
      ...[{ from: 1, usd: product.usd, eur: product.eur }, ...(product.tiers ?? [])].flatMap((tier) => basePrices(parentId, tier)),
      ...product.variants.flatMap(({ usd, eur }, index) => (usd === undefined || eur === undefined ? [] : basePrices(ids[index] ?? '', { from: 1, usd, eur }))),
    ],
  });
}

/** Ids by the option's place and the value's code. */
async function seedValues(unit: Unit, { options }: ProductWithOptions, parentId: string): Promise<Map<string, { option_id: string; value_id: string }>> {
  const optionRows = options.map(({ name }, position) => ({ product_id: parentId, position, name }));
  const made = await insertRows<{ id: string }>(unit, { into: 'product_option', columns: 'product_id bigint, position integer, name jsonb', rows: optionRows }, 'id::text');
  const values = options.flatMap((option, at) => option.values.map(({ code, label }, position) => ({ key: `${at} ${code}`, option_id: made[at]?.id ?? '', position, label })));
  const ids = await insertRows<{ id: string }>(unit, { into: 'product_option_value', columns: 'option_id bigint, position integer, label jsonb', rows: values }, 'id::text');
  return new Map(values.map(({ key, option_id }, index) => [key, { option_id, value_id: ids[index]?.id ?? '' }]));
}

const basePrices = (product_id: string, { from, usd, eur }: { from: number; usd: string; eur: string }): object[] => [
  { website_id: WEBSITES.us, source: 'base', product_id, min_quantity: from, amount: minorOf(usd, 'USD') },
  { website_id: WEBSITES.eu, source: 'base', product_id, min_quantity: from, amount: minorOf(eur, 'EUR') },
];

const GERMAN_TAX = 1900n;

function costRows({ usd, eur, costShare }: Pick<ProductWithOptions, 'usd' | 'eur' | 'costShare'>, product_id: string): object[] {
  const share = BigInt(Math.round(costShare * 10_000));
  const net = halfUp(minorOf(eur, 'EUR') * 10_000n, 10_000n + GERMAN_TAX);
  return [
    { product_id, website_id: WEBSITES.us, cost: halfUp(minorOf(usd, 'USD') * share, 10_000n) },
    { product_id, website_id: WEBSITES.eu, cost: halfUp(net * share, 10_000n) },
  ];
}

/** A variant at the product's price has the product's cost. */
function variantCosts({ costShare }: ProductWithOptions, { usd, eur }: Variant, id: string): object[] {
  if (usd !== undefined && eur !== undefined) return costRows({ usd, eur, costShare }, id);
  return Object.values(WEBSITES).map((website_id) => ({ product_id: id, website_id, cost: null }));
}
