import type { Clock } from '@onbehalf/assist';

/** Reads the database's time. */
export type ReadTime = () => Promise<Date>;

export interface AlignedClock extends Clock {
  stop(): void;
}

const EVERY_MS = 60_000;

/**
 * The database's time without asking for it: measured at the start and every minute, counted on by this machine's
 * monotonic clock in between (F08). It never goes back: after a correction downwards it stands still until it is right.
 */
export async function alignedClock(readTime: ReadTime, options: { every?: number; ticks?: () => number } = {}): Promise<AlignedClock> {
  const { every = EVERY_MS, ticks = () => performance.now() } = options;
  let anchor = await measure(readTime, ticks);
  let latest = Number.NEGATIVE_INFINITY;
  const align = async (): Promise<void> => {
    try {
      anchor = await measure(readTime, ticks);
    } catch {
      // The database is away: the offset from before is the best there is.
    }
  };
  const timer = setInterval(() => void align(), every).unref();
  return {
    now: () => {
      latest = Math.max(latest, anchor + ticks());
      return new Date(latest);
    },
    stop: () => clearInterval(timer),
  };
}

/** What to add to the ticks to get epoch milliseconds; the answer was on its way for half of the round trip. */
async function measure(readTime: ReadTime, ticks: () => number): Promise<number> {
  const asked = ticks();
  const time = await readTime();
  return time.getTime() - (asked + ticks()) / 2;
}
