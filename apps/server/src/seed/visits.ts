import type { Actor } from '@onbehalf/assist';
import { createRandom, type Random } from '../../demo/content/random.ts';
import { uuidV7 } from '../random.ts';

/** A time that a member of staff spent in a customer's account, around one order. */
export interface Visit {
  id: string;
  staffSessionId: string;
  actor: Actor;
  startedAt: Date;
  placedAt: Date;
  endedAt: Date;
  reason: string;
  reference: string;
}

/** A member of staff's day at work: one login for all visits of it. */
export interface StaffDay {
  id: string;
  actor: Actor;
  loggedInAt: Date;
  loggedOutAt: Date;
}

export interface Visits {
  /** By the key of the order. */
  byOrder: ReadonlyMap<number, Visit>;
  days: readonly StaffDay[];
}

const MINUTE_MS = 60_000;
const REASONS = ['phone order', 'phone order', 'phone order', 'visit', 'question about an order', 'replacement'] as const;

/** When staff logged in, entered and left for the assisted orders, oldest first; nothing ends after `now`. */
export function planVisits(orders: readonly { key: number; actor: Actor; placedAt: Date }[], now: Date, seed = 9_001): Visits {
  const random = createRandom(seed);
  const byDay = Map.groupBy(orders, ({ actor, placedAt }) => `${actor.id} ${placedAt.toISOString().slice(0, 10)}`);
  const byOrder = new Map<number, Visit>();
  const days: StaffDay[] = [];
  for (const same of byDay.values()) {
    const day = staffDay(same, random, now);
    days.push(day);
    for (const [key, visit] of visitsOf(same, day, random)) byOrder.set(key, visit);
  }
  return { byOrder, days };
}

type Placed = { key: number; actor: Actor; placedAt: Date };

function staffDay(orders: readonly Placed[], random: Random, now: Date): StaffDay {
  const [first] = orders;
  const last = orders.at(-1);
  if (first === undefined || last === undefined) throw new Error('A day at work has an order');
  const loggedInAt = new Date(first.placedAt.getTime() - random.between(20, 90) * MINUTE_MS);
  const loggedOutAt = new Date(Math.min(last.placedAt.getTime() + random.between(5, 60) * MINUTE_MS, now.getTime()));
  return { id: idAt(loggedInAt, random), actor: first.actor, loggedInAt, loggedOutAt };
}

// Nobody is in two accounts at once (B7): a visit begins after the one before it has ended, however close the orders are.
function visitsOf(orders: readonly Placed[], day: StaffDay, random: Random): [number, Visit][] {
  let free = day.loggedInAt.getTime();
  return orders.map(({ key, actor, placedAt }, index) => {
    const next = orders[index + 1]?.placedAt.getTime() ?? day.loggedOutAt.getTime();
    const placed = placedAt.getTime();
    const startedAt = new Date(Math.max(free, placed - random.between(4, 18) * MINUTE_MS));
    const endedAt = new Date(Math.min(placed + random.between(15, 150) * 1000, placed + (next - placed) / 3));
    free = endedAt.getTime();
    const reference = random.chance(0.3) ? `T-${random.between(1000, 9999)}` : '';
    return [key, { id: idAt(startedAt, random), staffSessionId: day.id, actor, startedAt, placedAt, endedAt, reason: random.pick(REASONS), reference }];
  });
}

/** An id as the shop makes them, but the same on every machine. */
export const idAt = (time: Date, random: Random): string => uuidV7(time.getTime(), Uint8Array.from({ length: 10 }, () => random.between(0, 255)));
