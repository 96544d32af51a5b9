/** Where a price comes from (G4). */
export type PriceSource = 'base' | 'special' | 'group' | 'category' | 'price-list' | 'customer' | 'matrix';

/** One price on record for a product, already narrowed to this customer, store and currency. */
export interface PriceRow {
  readonly id: string;
  readonly source: PriceSource;
  /** The price list's own name. */
  readonly label?: string;
  /** Which price list the row belongs to; its label stands in where it is absent. */
  readonly listId?: string;
  /** The tier: applies from this many pieces on; 1 is no tier. */
  readonly minQuantity: number;
  /** The price itself in minor units; it goes before `percentOff`. */
  readonly minor?: bigint;
  /** Basis points off the base price for one piece: percentages don't stack on volume tiers. */
  readonly percentOff?: bigint;
  /** First moment it applies, epoch ms. */
  readonly validFrom?: number;
  /** First moment it applies no more, epoch ms. */
  readonly validTo?: number;
}

/** What became of a row: it won, lost to a better one, or doesn't apply now or at this quantity. */
export type PriceOutcome = 'won' | 'lost' | 'not-yet' | 'over' | 'quantity-too-small';

/** A row with its amount in minor units and what became of it (C9). */
export interface PricedRow extends PriceRow {
  readonly minor: bigint;
  readonly outcome: PriceOutcome;
}

/** How specific a source is: the higher goes first. Base and special share a rank, there the lower price decides. */
export const PRECEDENCE: Readonly<Record<PriceSource, number>> = {
  base: 1,
  special: 1,
  group: 2,
  category: 3,
  'price-list': 4,
  customer: 5,
  matrix: 6,
};
