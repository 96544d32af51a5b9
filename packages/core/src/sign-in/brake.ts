/** What is counted of one who tries: an account from one place, an account from unknown places, or a network. Times in epoch ms. */
export interface Brake {
  readonly tries: number;
  /** From then on nothing is held against anybody. */
  readonly forgottenAt: number;
  readonly closedUntil: number;
}

export interface BrakePolicy {
  /** Tries before the first pause. */
  readonly free: number;
  /** Doubles with every further try. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** How long after the last try it is forgotten. */
  readonly memoryMs: number;
}

/** One more try: how long it has to wait, or what is counted from now on. A try that has to wait isn't counted, so that hammering doesn't lengthen the pause. */
export function tryAt(brake: Brake | null, policy: BrakePolicy, now: number): { readonly waitMs: number } | { readonly waitMs: 0; readonly brake: Brake } {
  if (brake !== null && brake.closedUntil > now) return { waitMs: brake.closedUntil - now };
  const tries = brake === null || brake.forgottenAt <= now ? 1 : brake.tries + 1;
  return { waitMs: 0, brake: { tries, forgottenAt: now + policy.memoryMs, closedUntil: tries < policy.free ? 0 : now + pauseAfter(tries, policy) } };
}

/** A try that succeeded was nobody's guess: it is taken back. */
export function takenBack(brake: Brake, policy: BrakePolicy): Brake {
  const tries = Math.max(0, brake.tries - 1);
  return { ...brake, tries, closedUntil: tries < policy.free ? 0 : brake.closedUntil };
}

// Beyond some thirty doublings a number of milliseconds means nothing any more.
const pauseAfter = (tries: number, { free, firstPauseMs, longestPauseMs }: BrakePolicy): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(30, tries - free));
