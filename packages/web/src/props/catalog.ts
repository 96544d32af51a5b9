import type { Money } from '@onbehalf/core';
import type { Paging, Problem, Typed, WhyPriceRow } from './shared.ts';

/** Where a price comes from; the words of core. */
export type PriceSourceName = 'base' | 'special' | 'group' | 'category' | 'price-list' | 'customer' | 'matrix';

export interface CatalogChoice {
  value: string;
  label: string;
}

/** One price on record. */
export interface AdminPriceRow {
  id: string;
  href: string;
  source: PriceSourceName;
  /** As the cart's dropdown calls it: "Customer Price", "Volume Price (Base Price)", a list's own name. */
  label: string;
  product: { sku: string; name: string } | null;
  category: string | null;
  group: string | null;
  list: { id: string; name: string } | null;
  customer: { id: string; name: string; email: string } | null;
  website: string;
  fromQuantity: number;
  amount: Money | null;
  percentOff: string | null;
  firstDay: Date | null;
  /** The last moment that counts. */
  lastDay: Date | null;
  /** The website's. */
  timeZone: string;
  state: 'current' | 'not-yet' | 'over';
}

/** "What would this customer pay": every price considered, for one product and quantity. */
export interface PriceExplained {
  sku: string;
  productName: string;
  /** Null: a guest. */
  customerName: string | null;
  website: string;
  quantity: number;
  rule: 'specific' | 'lowest';
  /** Null: not for sale there now. */
  amount: Money | null;
  rows: WhyPriceRow[];
}

export interface AdminPricesProps {
  rows: AdminPriceRow[];
  filters: { source: string; product: string; customer: string; website: string; quantity: string };
  sources: CatalogChoice[];
  websites: CatalogChoice[];
  /** Where each kind of price is added. */
  add: { label: string; href: string }[];
  explained: PriceExplained | null;
  /** A file of customer and matrix prices. */
  importing: ImportState;
  importWebsite: string;
  csvHref: string;
  paging: Paging;
}

export interface AdminPriceProps {
  /** Null for a new one. */
  price: AdminPriceRow | null;
  source: PriceSourceName;
  label: string;
  /** The other kinds, for a new one. */
  kinds: { label: string; href: string; current: boolean }[];
  websites: CatalogChoice[];
  groups: CatalogChoice[];
  categories: CatalogChoice[];
  lists: CatalogChoice[];
  /** Money of the website, where it is known. */
  currency: string;
  problems: Problem[];
  typed: Typed;
}

/** A file that is read in: how many rows are good, or each bad one. */
export interface ImportState {
  csv: string;
  /** Null: not checked, or not good. */
  good: number | null;
  bad: { line: number; text: string }[];
  problems: Problem[];
}

export interface PriceListRow extends Pick<AdminPriceRow, 'firstDay' | 'lastDay' | 'timeZone' | 'state'> {
  id: string;
  href: string;
  name: string;
  website: string;
  active: boolean;
  customers: number;
  prices: number;
}

export interface AdminPriceListsProps {
  rows: PriceListRow[];
}

export interface AdminPriceListProps {
  /** Null for a new one. */
  list: PriceListRow | null;
  section: 'general' | 'prices' | 'customers';
  sections: { label: string; href: string; current: boolean }[];
  websites: CatalogChoice[];
  customers: { id: string; name: string; company: string; email: string }[];
  prices: AdminPriceRow[];
  paging: Paging;
  importing: ImportState;
  problems: Problem[];
  typed: Typed;
}

export interface AdminProductRow {
  id: string;
  href: string;
  sku: string;
  name: string;
  category: string;
  kind: 'simple' | 'configurable' | 'virtual' | 'downloadable';
  active: boolean;
  /** Null where none is kept. */
  stock: number | null;
  image: string;
  /** In the store at '/'. */
  shopHref: string;
}

export interface AdminProductsProps {
  rows: AdminProductRow[];
  filters: { q: string; category: string; kind: string; active: string; website: string };
  categories: CatalogChoice[];
  websites: CatalogChoice[];
  paging: Paging;
}

export interface AdminProductProps {
  /** Null for a new one. */
  product: AdminProductRow | null;
  kind: AdminProductRow['kind'];
  section: 'general' | 'images' | 'options' | 'prices' | 'stock' | 'websites';
  sections: { label: string; href: string; current: boolean }[];
  categories: CatalogChoice[];
  taxClasses: CatalogChoice[];
  /** Drawings to choose from: what stands for it without a picture of its own. */
  images: string[];
  /** Its own pictures, the main one first, and what may be uploaded; their texts stand in `typed` in every language. */
  pictures: { rows: { id: string; picture: string; image: string; width: number; height: number }[]; most: number; megabytes: number; megapixels: number };
  prices: AdminPriceRow[];
  addPrice: { label: string; href: string }[];
  websites: { id: number; name: string; currency: string }[];
  /** What its versions differ in; its names stand in `typed` in every language (G1). */
  options: { id: string; name: string; values: { id: string; label: string; isUsed: boolean }[] }[];
  variants: { id: string; sku: string; label: string; image: string; pricesHref: string }[];
  /** Combinations that are no version yet. */
  combinations: { key: string; label: string }[];
  problems: Problem[];
  typed: Typed;
}

export interface AdminCategoriesProps {
  rows: { id: string; href: string; name: string; slug: string; position: number; products: number }[];
}

export interface AdminCategoryProps {
  /** Null for a new one. */
  href: string | null;
  name: string;
  problems: Problem[];
  typed: Typed;
}

export interface CouponRow extends Pick<AdminPriceRow, 'firstDay' | 'lastDay' | 'timeZone' | 'state'> {
  code: string;
  href: string;
  /** Null: every website. */
  website: string | null;
  percent: string;
  active: boolean;
}

export interface AdminCouponsProps {
  rows: CouponRow[];
}

export interface AdminCouponProps {
  coupon: CouponRow | null;
  websites: CatalogChoice[];
  problems: Problem[];
  typed: Typed;
}
