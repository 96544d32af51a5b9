import type { Money } from '@onbehalf/core';
import type { Paging, Problem, ProductCard } from './shared.ts';

/** One thing to choose, with how many products choosing it would show. */
export interface ListChoice {
  code: string;
  label: string;
  count: number;
  chosen: boolean;
}

/** What is chosen, and the list without it. */
export type ListChip = { href: string } & ({ kind: 'stock' } | { kind: 'price'; from: Money | null; to: Money | null } | { kind: 'value'; label: string });

export type ListSort = 'best' | 'name' | 'price-up' | 'price-down' | 'newest';

/** A page of a list of products with all that narrows it down; its address says the same. */
export interface ProductListView {
  path: string;
  /** What was searched for; empty in a category. */
  query: string;
  products: ProductCard[];
  /** Products on all pages. */
  total: number;
  /** There are more than a list can weigh; these are the first of them. */
  cut: boolean;
  sort: ListSort;
  inStock: { chosen: boolean; count: number };
  /** As it was typed. */
  price: { from: string; to: string; currency: string };
  facets: { code: string; label: string; values: ListChoice[] }[];
  /** Empty in a category. */
  categories: ListChoice[];
  chips: ListChip[];
  /** The list without any filter. */
  clearHref: string;
  firstHref: string;
  /** The address's fields, so that a form beside the filters takes them along. */
  kept: { name: string; value: string }[];
  paging: Paging;
  page: number;
  pages: number;
  problems: Problem[];
}
