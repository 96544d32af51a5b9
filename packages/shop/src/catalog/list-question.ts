import type { Result, Refusal } from '@onbehalf/core';
import type { CatalogView, ProductCard } from './product-card.ts';

/** 'best' is the shop's own order in a category, and what fits best in a search. */
export type ProductSort = 'best' | 'name' | 'price-up' | 'price-down' | 'newest';

export interface ListFilters {
  inStockOnly: boolean;
  /** In the prices of whoever looks, both ends included. */
  fromMinor: bigint | null;
  toMinor: bigint | null;
  /** Codes of facet values, `voltage:18-v`: of one facet any, of several facets all. */
  values: readonly string[];
  /** Slugs; a search only. */
  categories: readonly string[];
}

export interface ListQuestion extends CatalogView {
  filters: ListFilters;
  sort: ProductSort;
  /** From 1. */
  page: number;
}

export interface FacetValue {
  code: string;
  label: string;
  /** Products that choosing it would show. */
  count: number;
  chosen: boolean;
}

/** Something products have in common, such as a voltage. */
export interface Facet {
  code: string;
  label: string;
  values: FacetValue[];
}

/** A product as a filtered list shows it: by the versions that have what was asked for. */
export interface ListedCard extends ProductCard {
  /** What those versions have in common, value ids by option id; null where no filter chose among them. */
  chosen: Readonly<Record<string, string>> | null;
}

export interface ProductList {
  products: ListedCard[];
  total: number;
  page: number;
  pages: number;
  /** True: there are more than a list weighs, and these are the first of them. */
  cut: boolean;
  facets: Facet[];
  /** Of a search: where its products are. */
  categories: (FacetValue & { code: string })[];
  inStock: number;
}

export type ListResult<More> = Result<More & ProductList, Refusal>;

export const PER_PAGE = 24;
