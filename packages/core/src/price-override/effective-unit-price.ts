/** An edited price as it stands on a line. */
export interface StandingOverride {
  /** Minor units for one piece. */
  readonly minor: bigint;
  /** How many pieces it was given for. */
  readonly quantity: number;
  /** Whether the assist session it was given in is still live. */
  readonly sessionLive: boolean;
  /** Epoch ms, the moment it is over once the session has ended; null while nobody has set one. */
  readonly validUntil: number | null;
}

export interface UnitPriceQuestion {
  readonly override?: StandingOverride;
  readonly catalogueMinor: bigint;
  readonly quantity: number;
  /** Epoch ms. */
  readonly now: number;
}

export type OverrideState = 'none' | 'applies' | 'quantity-raised' | 'over';

export interface UnitPrice {
  readonly minor: bigint;
  readonly overrideState: OverrideState;
}

/** What one piece costs now: an edited price lasts for its quantity or less, and for its time (C6). */
export function effectiveUnitPrice(question: UnitPriceQuestion): UnitPrice {
  const { override, catalogueMinor } = question;
  if (override === undefined) return { minor: catalogueMinor, overrideState: 'none' };
  const overrideState = stateOf(override, question);
  return { minor: overrideState === 'applies' ? override.minor : catalogueMinor, overrideState };
}

function stateOf(override: StandingOverride, { quantity, now }: UnitPriceQuestion): OverrideState {
  if (isOver(override, now)) return 'over';
  return quantity > override.quantity ? 'quantity-raised' : 'applies';
}

/** Whether its time is over. A session that has ended without leaving an end for the price leaves no price either. */
export const isOver = ({ sessionLive, validUntil }: Pick<StandingOverride, 'sessionLive' | 'validUntil'>, now: number): boolean =>
  !sessionLive && (validUntil === null || now >= validUntil);
