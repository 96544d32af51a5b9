import type { Refusal } from '../refusals/refusal.ts';

/** `assist/price_edit/…` as in force for the line's store. */
export interface PriceEditSettings {
  readonly enabled: boolean;
  readonly allowZero: boolean;
  readonly productTypes: readonly string[];
  /** The reasons to choose from, and whether a typed price needs one (C5). */
  readonly reasons: readonly string[];
  readonly reasonRequired: boolean;
  /** Lowest margin over cost; null is no floor (C5). */
  readonly minMarginBasisPoints: bigint | null;
  /** What becomes of a price beyond a limit: no, or a question to a second person (C5). */
  readonly approval: 'refuse' | 'ask-lead';
}

/** What decides whether a line may be edited at all. */
export type PriceEditSwitches = Pick<PriceEditSettings, 'enabled' | 'productTypes'>;

export interface PriceEditLine {
  /** simple, configurable, virtual, downloadable. */
  readonly productKind: string;
}

export interface PriceEditActor {
  /** The actor's own switch "Can Edit Item Price" and the role's resource, both. */
  readonly canEditItemPrice: boolean;
}

/** Every reason why a line can't be edited, whatever the price (C1, C3). Empty: it can. */
export function priceEditReasons(line: PriceEditLine, actor: PriceEditActor, settings: PriceEditSwitches): Refusal[] {
  const reasons: Refusal[] = [];
  if (!settings.enabled) reasons.push({ code: 'price-edit-disabled' });
  if (!actor.canEditItemPrice) reasons.push({ code: 'actor-may-not-edit-price' });
  if (!settings.productTypes.includes(line.productKind))
    reasons.push({ code: 'product-type-not-editable', facts: { productType: line.productKind } });
  return reasons;
}
