import type { Store } from '@onbehalf/assist';

/** What every part of the demo shares. */
export interface SeedFrame {
  now: Date;
  /** One hash for all: hashing three hundred times would be most of the start. */
  passwordHash: string;
  /** By code. */
  stores: ReadonlyMap<string, Store>;
}

export const DAY_MS = 86_400_000;

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);
