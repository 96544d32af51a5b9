import type { Store } from '@onbehalf/assist/ports';
import type { PricedRow, PriceRow } from '@onbehalf/core';
import { localTextSql } from './local-text.ts';
import { optionsSql, type OptionText } from './option-text.ts';
import { basePriceOf, priceAt, tiersOf, type Buyer, type PriceTerms, type Tier } from '../pricing/price-at.ts';
import { priceRowsSql, toPriceRows, type PriceJson } from '../pricing/price-rows.ts';

/** What a shopper is told of the stock; fewer than ten pieces are "low". */
export type StockWord = 'in' | 'low' | 'out' | 'not-stocked';

export type ProductKind = 'simple' | 'configurable' | 'virtual' | 'downloadable';

/** A product in a list, with the price of whoever looks. Amounts in minor units of the store's currency. */
export interface ProductCard {
  id: string;
  sku: string;
  slug: string;
  kind: ProductKind;
  name: string;
  summary: string;
  image: string;
  priceMinor: bigint;
  /** The base price where it is higher than the price. */
  listPriceMinor: bigint | null;
  /** Every quantity from which a piece gets cheaper. */
  tiers: Tier[];
  stock: StockWord;
  stockCount: number | null;
  /** What makes it this variant, in the store's language; empty for what is no variant (G1). */
  options: OptionText[];
  /** What can be chosen from, where this is a product with options; itself it can't be bought. Null for any other. */
  variants: VariantCard[] | null;
  /** Its variants' prices differ, and this is the lowest. */
  isFrom: boolean;
}

/** One combination of a product's options, for sale here, at the price of whoever looks. */
export interface VariantCard {
  id: string;
  sku: string;
  slug: string;
  image: string;
  valueIds: string[];
  inStock: boolean;
  stock: StockWord;
  stockCount: number | null;
  priceMinor: bigint;
  listPriceMinor: bigint | null;
  tiers: Tier[];
  /** Every price considered for one piece (C9). */
  considered: readonly PricedRow[];
}

/** Whose catalogue is looked at: customer null is a guest. */
export interface CatalogView extends PriceTerms {
  store: Store;
  customer: Buyer | null;
}

export interface ProductRow {
  id: string;
  sku: string;
  slug: string;
  kind: ProductKind;
  name: string;
  summary: string;
  image: string;
  stock: number | null;
  options: OptionText[];
  variants: VariantRow[] | null;
  prices: PriceJson[];
}

interface VariantRow {
  id: string;
  sku: string;
  slug: string;
  image: string;
  valueIds: string[];
  stock: number | null;
  /** Null: it has none of its own, and its parent's are its. */
  prices: PriceJson[] | null;
}

/** The first four parameters of every catalogue statement. */
export const viewParams = ({ store, customer }: CatalogView): unknown[] => [
  store.websiteId,
  store.locale,
  customer?.customerId ?? null,
  customer?.customerGroupId ?? null,
];

const pricesSql = (product: string): string => priceRowsSql({ product, website: '$1::smallint', customer: '$3::bigint', group: '$4::bigint' });

const VARIANTS = `
  case when p.kind = 'configurable' and p.parent_id is null then (
    select coalesce(jsonb_agg(jsonb_build_object('id', v.id::text, 'sku', v.sku, 'slug', v.slug, 'image', v.image, 'stock', v.stock,
             'valueIds', (select coalesce(jsonb_agg(c::text), '[]'::jsonb) from unnest(v.combination) c),
             'prices', case when exists (select from price o where o.product_id = v.id and o.website_id = $1::smallint) then ${pricesSql('v')} end) order by v.id), '[]'::jsonb)
      from product v join product_website vw on vw.product_id = v.id and vw.website_id = $1::smallint
     where v.parent_id = p.id and v.active) end`;

/** Columns of a {@link ProductRow}; with {@link viewParams} as $1 to $4 and the product as `p`. */
export const CARD_COLUMNS = `
       p.id::text as id, p.sku, p.slug, p.kind, p.image, p.stock,
       ${localTextSql('p.name', '$2::text')} as name, ${localTextSql('p.summary', '$2::text')} as summary,
       ${optionsSql('p', '$2::text')} as options, ${VARIANTS} as variants,
       ${pricesSql('p')} as prices`;

/** Products that are shown on the website $1, variants among them: those as long as their parent is shown. */
export const SOLD_HERE = `product p join product_website pw on pw.product_id = p.id and pw.website_id = $1::smallint and p.active
   and (p.parent_id is null or exists (select from product m join product_website mw on mw.product_id = m.id and mw.website_id = $1::smallint
         where m.id = p.parent_id and m.active))`;

/** The same without variants: lists show a product once, by its parent. */
export const LISTED_HERE = `product p join product_website pw on pw.product_id = p.id and pw.website_id = $1::smallint and p.active and p.parent_id is null`;

const LOW_STOCK = 10;

export function stockWord(stock: number | null): StockWord {
  if (stock === null) return 'not-stocked';
  if (stock === 0) return 'out';
  return stock < LOW_STOCK ? 'low' : 'in';
}

/** The card, or null for a product that has no price now and so isn't for sale. */
export function toCard(row: ProductRow, terms: PriceTerms): ProductCard | null {
  const { prices, stock, variants, ...plain } = row;
  if (variants !== null) return ofVariants(plain, variants.flatMap((variant) => toVariant(variant, prices, terms) ?? []));
  const priced = pricedOf(toPriceRows(prices), terms);
  return priced === null ? null : { ...plain, ...priced.shown, stock: stockWord(stock), stockCount: stock, variants: null, isFrom: false };
}

function pricedOf(rows: readonly PriceRow[], terms: PriceTerms) {
  const answer = priceAt(rows, 1, terms);
  if (answer === null) return null;
  const priceMinor = answer.winner.minor;
  const base = basePriceOf(rows, terms);
  return { shown: { priceMinor, listPriceMinor: base !== null && base > priceMinor ? base : null, tiers: tiersOf(rows, terms) }, considered: answer.considered };
}

function toVariant({ prices, stock, ...plain }: VariantRow, parents: readonly PriceJson[], terms: PriceTerms): VariantCard | null {
  const priced = pricedOf(toPriceRows(prices ?? parents), terms);
  return priced === null ? null : { ...plain, ...priced.shown, considered: priced.considered, stock: stockWord(stock), stockCount: stock, inStock: stock !== 0 };
}

/** The parent by its cheapest variant that can be had, else by its cheapest; null where it has none. */
function ofVariants(plain: Omit<ProductRow, 'prices' | 'stock' | 'variants'>, variants: VariantCard[]): ProductCard | null {
  const available = variants.filter(({ inStock }) => inStock);
  const [cheapest] = (available.length > 0 ? available : variants).toSorted((a, b) => Number(a.priceMinor - b.priceMinor));
  if (cheapest === undefined) return null;
  const { priceMinor, listPriceMinor, tiers } = cheapest;
  const isFrom = variants.some((variant) => variant.priceMinor !== priceMinor);
  return { ...plain, priceMinor, listPriceMinor, tiers: isFrom ? [] : tiers, stock: stockOf(available), stockCount: null, variants, isFrom };
}

function stockOf(available: readonly VariantCard[]): StockWord {
  if (available.length === 0) return 'out';
  return available.find(({ stock }) => stock !== 'low')?.stock ?? 'low';
}

export const toCards = (rows: readonly ProductRow[], terms: PriceTerms): ProductCard[] =>
  rows.flatMap((row) => toCard(row, terms) ?? []);
