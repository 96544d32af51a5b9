import type { Money } from '@onbehalf/core';
import type { Problem, ProductCard, Typed, WhyPrice } from './shared.ts';

export interface ProductProps {
  /** What is added and wished for: the chosen version's, else the product's own. */
  sku: string;
  /** Where a choice of its options is shown. */
  href: string;
  name: string;
  summary: string;
  description: string;
  image: string;
  /** Its own pictures, the main one first, each with what is said of it; empty where a drawing stands for it. */
  gallery: { image: string; alt: string; isShown: boolean }[];
  facts: { label: string; value: string }[];
  kind: 'simple' | 'virtual' | 'downloadable';
  price: Money;
  listPrice: Money | null;
  /** Tiers that apply to whoever looks, lowest quantity first. */
  tiers: { from: number; price: Money }[];
  stock: 'in' | 'low' | 'out' | 'not-stocked';
  stockCount: number | null;
  /** What is to be chosen before it can be bought; empty for a product without options (G1). */
  options: { id: string; name: string; values: { id: string; label: string; isChosen: boolean; state: 'offered' | 'out-of-stock' | 'not-offered' }[] }[];
  /** 'open': something is still to be chosen, and the price is the lowest; 'none': nobody offers this combination. */
  choice: 'made' | 'open' | 'none';
  isFrom: boolean;
  unit: string;
  breadcrumb: { name: string; href: string }[];
  /** False: no "Add to cart"; guests are asked to log in, view mode says why. */
  canAdd: boolean;
  cannotAddBecause: 'view-mode' | 'out-of-stock' | null;
  onWishlist: boolean;
  problems: Problem[];
  typed: Typed;
  /** Only in an assist session (C9). */
  why?: WhyPrice | null;
  related: ProductCard[];
}
