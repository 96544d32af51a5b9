import type { Unit } from '@onbehalf/assist';
import { halfUp } from '@onbehalf/core';
import { categories } from '../../demo/content/categories.ts';
import { products, type Product } from '../../demo/content/products.ts';
import { languages, type Wording } from '../../demo/content/wording.ts';
import { minorOf } from './amounts.ts';
import { insertRows, need } from './insert-rows.ts';
import { WEBSITES } from './stores.ts';

export interface Catalogue {
  /** Ids by SKU and by code. */
  products: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
}

const CATEGORY_COLUMNS = 'code text, slug text, position integer, image text, name jsonb, description jsonb';
const PRODUCT_COLUMNS = `sku text, slug text, kind text, category_id bigint, position integer, image text, name jsonb, summary jsonb,
  description jsonb, facts jsonb, unit jsonb, weight_grams integer, stock integer, search_text text`;

export async function seedCatalogue(unit: Unit): Promise<Catalogue> {
  const categoryRows = categories.map(({ code, slug, name, text }, index) => ({
    code, slug, position: index + 1, image: `category-${code}.svg`, name, description: text,
  }));
  const madeCategories = await insertRows<{ id: string; code: string }>(unit, { into: 'category', columns: CATEGORY_COLUMNS, rows: categoryRows }, 'id::text, code');
  const categoryIds = new Map<string, string>(madeCategories.map(({ id, code }) => [code, id]));
  const rows = products.map((product) => productRow(product, need(categoryIds, product.category)));
  const made = await insertRows<{ id: string; sku: string }>(unit, { into: 'product', columns: PRODUCT_COLUMNS, rows }, 'id::text, sku');
  const ids = new Map<string, string>(made.map(({ id, sku }) => [sku, id]));
  await insertRows(unit, {
    into: 'product_website',
    columns: 'product_id bigint, website_id smallint, cost bigint',
    rows: products.flatMap((product) => soldOn(product, need(ids, product.sku))),
  });
  return { products: ids, categories: categoryIds };
}

function productRow(product: Product, categoryId: string): object {
  const { sku, slug, kind, name, summary, description, facts, unit, weightGrams, stock } = product;
  return {
    sku, slug, kind, name, summary, description, facts, unit,
    category_id: categoryId,
    position: products.filter(({ category }) => category === product.category).indexOf(product) + 1,
    image: `${sku.toLowerCase()}.svg`,
    weight_grams: weightGrams,
    stock: kind === 'simple' ? stock : null,
    search_text: searchText(product),
  };
}

/** Names in every language, SKU and category: whoever types a German word in the English store finds it too. */
function searchText({ sku, name, category }: Product): string {
  const shelf = categories.find(({ code }) => code === category);
  const words = [...wordsOf(name), sku, ...(shelf === undefined ? [] : wordsOf(shelf.name))];
  return [...new Set(words)].join(' ').toLowerCase();
}

const wordsOf = (wording: Wording): string[] => languages.map((language) => wording[language]);

const GERMAN_TAX = 1900n;

/** Costs carry no tax, so a price with tax goes by its net. */
function soldOn({ usd, eur, costShare }: Product, productId: string): object[] {
  const share = BigInt(Math.round(costShare * 10_000));
  const net = halfUp(minorOf(eur, 'EUR') * 10_000n, 10_000n + GERMAN_TAX);
  return [
    { product_id: productId, website_id: WEBSITES.us, cost: halfUp(minorOf(usd, 'USD') * share, 10_000n) },
    { product_id: productId, website_id: WEBSITES.eu, cost: halfUp(net * share, 10_000n) },
  ];
}
