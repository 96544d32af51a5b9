import type { CatalogChoice } from './catalog.ts';
import type { Problem, Typed } from './shared.ts';

/** Stores › Tax rates (G3). */
export interface TaxRateRow {
  href: string;
  country: string;
  taxClass: string;
  /** As text, in the page's language. */
  percent: string;
  name: string;
}

export interface AdminTaxRatesProps {
  rows: TaxRateRow[];
}

export interface AdminTaxRateProps {
  /** Null for a new one; country and class of one on record stay. */
  rate: TaxRateRow | null;
  countries: CatalogChoice[];
  /** Those there are; a new one may be typed. */
  classes: string[];
  problems: Problem[];
  typed: Typed;
}

/** Stores › Shipping methods (G3). */
export interface ShippingMethodRow {
  href: string;
  code: string;
  name: string;
  website: string;
  active: boolean;
  kind: 'pickup' | 'value' | 'weight';
  /** Codes; empty is everywhere. */
  countries: string[];
}

export interface AdminShippingMethodsProps {
  rows: ShippingMethodRow[];
}

export interface AdminShippingMethodProps {
  /** Null for a new one; website and code of one on record stay. */
  method: ShippingMethodRow | null;
  websites: CatalogChoice[];
  /** The website's; '' while none is chosen. */
  currency: string;
  classes: string[];
  /** Rows for rates, filled and empty. */
  rows: number;
  problems: Problem[];
  typed: Typed;
}
