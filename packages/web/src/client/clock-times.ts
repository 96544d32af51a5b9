/** Seconds left, as the server says them. `limit` is null where there is only the idle time. */
export interface Left {
  idle: number;
  limit: number | null;
}

/** The two ends of a session on this machine's clock; differences only, so that a wrong clock does no harm. */
export class ClockTimes {
  idleEndsAt = 0;
  limitEndsAt = Infinity;
  /** Whether the idle end was put off since it was last asked about. */
  extended = false;

  take({ idle, limit }: Left, now = Date.now()): void {
    this.#idleTo(now + idle * 1000);
    this.limitEndsAt = limit === null ? Infinity : now + limit * 1000;
  }

  /** From another tab: use there is use here; an older time is old news. */
  hear(idleEndsAt: number): void {
    if (idleEndsAt > this.idleEndsAt) this.#idleTo(idleEndsAt);
  }

  #idleTo(at: number): void {
    this.extended = this.idleEndsAt > 0 && at > this.idleEndsAt;
    this.idleEndsAt = at;
  }

  /** What is left until the first of both ends, and whether to ask: about the idle end, which can be put off, or the limit, which can't. */
  at(now: number, { idleWarn, limitWarn }: { idleWarn: number; limitWarn: number }): { left: number; asks: 'question' | 'limit' | null } {
    const [idle, limit] = [this.idleEndsAt, this.limitEndsAt].map((end) => Math.max(0, Math.ceil((end - now) / 1000)));
    if (idle === undefined || limit === undefined) return { left: 0, asks: null };
    if (limit <= idle) return { left: limit, asks: limit <= limitWarn ? 'limit' : null };
    return { left: idle, asks: idle <= idleWarn ? 'question' : null };
  }

  isOver(now: number): boolean {
    return now >= Math.min(this.idleEndsAt, this.limitEndsAt);
  }
}
