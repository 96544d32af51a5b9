import type { Store } from '@onbehalf/assist/ports';
import { localTextSql } from './local-text.ts';
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
  prices: PriceJson[];
}

/** The first four parameters of every catalogue statement. */
export const viewParams = ({ store, customer }: CatalogView): unknown[] => [
  store.websiteId,
  store.locale,
  customer?.customerId ?? null,
  customer?.customerGroupId ?? null,
];

/** Columns of a {@link ProductRow}; with {@link viewParams} as $1 to $4 and the product as `p`. */
export const CARD_COLUMNS = `
       p.id::text as id, p.sku, p.slug, p.kind, p.image, p.stock,
       ${localTextSql('p.name', '$2::text')} as name, ${localTextSql('p.summary', '$2::text')} as summary,
       ${priceRowsSql({ product: 'p', website: '$1::smallint', customer: '$3::bigint', group: '$4::bigint' })} as prices`;

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
  const { prices, stock, ...plain } = row;
  const rows = toPriceRows(prices);
  const priceMinor = priceAt(rows, 1, terms)?.winner.minor;
  if (priceMinor === undefined) return null;
  const base = basePriceOf(rows, terms);
  return {
    ...plain,
    priceMinor,
    listPriceMinor: base !== null && base > priceMinor ? base : null,
    tiers: tiersOf(rows, terms),
    stock: stockWord(stock),
    stockCount: stock,
  };
}

export const toCards = (rows: readonly ProductRow[], terms: PriceTerms): ProductCard[] =>
  rows.flatMap((row) => toCard(row, terms) ?? []);
