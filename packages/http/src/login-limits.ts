import { createHmac } from 'node:crypto';
import type { Clock, Transactions, Unit } from '@onbehalf/assist';
import { takenBack, tryAt, type Brake, type BrakePolicy } from '@onbehalf/core';
import ipaddr from 'ipaddr.js';

/**
 * Slows guessing without handing anybody a way to lock a member of staff out (A1, D03). What is counted is in the
 * database, for all processes alike.
 */
export interface LoginLimits {
  /** Counts one try before it is looked at, so that many at once are many. Seconds to wait: it must not be looked at; 0: it may. */
  take(attempt: LoginAttempt): Promise<number>;
  /** Takes back what `take` counted, and remembers the place as one this account is used from. */
  succeeded(attempt: LoginAttempt): Promise<void>;
  /** Seconds to wait, or 0, where only failures are counted. */
  wait(attempt: LoginAttempt): Promise<number>;
  failed(attempt: LoginAttempt): Promise<void>;
  /** Counts one more cart begun without a login from that network. Seconds to wait: it must not be begun; 0: it may (G3). */
  takeCart(ip: string): Promise<number>;
  /** The same for steps on the way to a payment by a link, and for links that are none (D8). */
  takePayment(ip: string): Promise<number>;
}

export interface LoginAttempt {
  kind: 'staff' | 'customer' | 'second-factor';
  email: string;
  ip: string;
  /** Names a browser that this account was logged in with before (see login-device.ts). */
  device?: string | null;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

// An account from one place: an attacker elsewhere fills his own, never the owner's.
const PER_PLACE: BrakePolicy = { free: 5, firstPauseMs: MINUTE, longestPauseMs: 15 * MINUTE, memoryMs: 60 * MINUTE };
// An account from all places it was never used from, so that a thousand addresses guess no faster than a few.
const PER_ACCOUNT: BrakePolicy = { free: 20, firstPauseMs: 30 * SECOND, longestPauseMs: 5 * MINUTE, memoryMs: 60 * MINUTE };
// One network that tries many accounts it was never used for.
const PER_NETWORK: BrakePolicy = { free: 40, firstPauseMs: 15 * MINUTE, longestPauseMs: 15 * MINUTE, memoryMs: 15 * MINUTE };

// Carts without a login from one network: more than a busy office begins, and no flood of rows.
const PER_NETWORK_CARTS: BrakePolicy = { free: 120, firstPauseMs: MINUTE, longestPauseMs: 15 * MINUTE, memoryMs: 60 * MINUTE };

// A busy office pays many orders; nobody opens a link a second.
const PER_NETWORK_PAYMENTS: BrakePolicy = { free: 120, firstPauseMs: MINUTE, longestPauseMs: 15 * MINUTE, memoryMs: 60 * MINUTE };

interface Counted {
  key: string;
  policy: BrakePolicy;
}

/** `db` on connections of its own: the limiter is asked from within transactions, and what it counts must outlive their rollback. */
export function loginLimits({ db, clock, secret }: { db: Transactions; clock: Clock; secret: Buffer }): LoginLimits {
  const digest = (text: string): Buffer => createHmac('sha256', secret).update(`login-limit\n${text}`).digest();
  const now = (): number => clock.now().getTime();
  const placeOf = (attempt: LoginAttempt): Buffer => digest(`known\n${account(attempt)}\n${network(attempt.ip)}`);
  const counted = (what: string, policy: BrakePolicy): Counted => ({ key: digest(what).toString('base64url'), policy });

  async function countersOf(unit: Unit, attempt: LoginAttempt): Promise<Counted[]> {
    const place = counted(`place\n${account(attempt)}\n${deviceOf(attempt) ?? network(attempt.ip)}`, PER_PLACE);
    const isKnown = deviceOf(attempt) !== null || (await unit.query('select 1 from login_place where place = $1', [placeOf(attempt)])).length > 0;
    if (isKnown) return [place];
    return [place, counted(`account\n${account(attempt)}`, PER_ACCOUNT), counted(`network\n${network(attempt.ip)}`, PER_NETWORK)];
  }

  return {
    take: (attempt) => db.transaction(async (unit) => count(unit, await countersOf(unit, attempt), now())),
    succeeded: (attempt) =>
      db.transaction(async (unit) => {
        const [place, ...others] = await countersOf(unit, attempt);
        await unit.query('insert into login_place (place, used_at) values ($1, $2) on conflict (place) do update set used_at = excluded.used_at', [placeOf(attempt), clock.now()]);
        if (place !== undefined) await unit.query('delete from rate_limit where key = $1', [place.key]);
        const brakes = await locked(unit, others);
        await keep(unit, others.map(({ key, policy }) => ({ key, brake: takenBack(brakes.get(key) ?? NOTHING, policy) })));
      }),
    wait: (attempt) =>
      db.read(async (unit) => {
        const counters = await countersOf(unit, attempt);
        const rows = await unit.query<{ closed_until: number }>('select closed_until from rate_limit where key = any ($1)', [counters.map(({ key }) => key)]);
        return secondsOf(Math.max(0, ...rows.map((row) => row.closed_until - now())));
      }),
    failed: async (attempt) => {
      await db.transaction(async (unit) => count(unit, await countersOf(unit, attempt), now()));
    },
    takeCart: (ip) => db.transaction((unit) => count(unit, [counted(`guest-cart\n${network(ip)}`, PER_NETWORK_CARTS)], now())),
    takePayment: (ip) => db.transaction((unit) => count(unit, [counted(`payment\n${network(ip)}`, PER_NETWORK_PAYMENTS)], now())),
  };
}

const account = ({ kind, email }: LoginAttempt): string => `${kind}\n${email.trim().toLowerCase()}`;

const NOTHING: Brake = { tries: 0, forgottenAt: 0, closedUntil: 0 };

const deviceOf = ({ device }: LoginAttempt): string | null => device ?? null;

async function count(unit: Unit, counters: readonly Counted[], now: number): Promise<number> {
  const brakes = await locked(unit, counters);
  const tried = counters.map(({ key, policy }) => ({ key, ...tryAt(brakes.get(key) ?? null, policy, now) }));
  const waitMs = Math.max(0, ...tried.map((one) => one.waitMs));
  if (waitMs === 0) await keep(unit, tried.flatMap((one) => ('brake' in one ? [one] : [])));
  return secondsOf(waitMs);
}

const secondsOf = (ms: number): number => Math.ceil(ms / SECOND);

interface BrakeRow {
  key: string;
  points: number;
  expire: number;
  closed_until: number;
}

/** As they are now, and held until the transaction ends; always in one order, so that two tries don't wait for each other. */
async function locked(unit: Unit, counters: readonly Counted[]): Promise<Map<string, Brake>> {
  const rows = await unit.query<BrakeRow>(
    `insert into rate_limit as l (key, points, expire) select key, 0, 0 from unnest($1::text[]) key order by key
     on conflict (key) do update set key = l.key returning key, points, expire, closed_until`,
    [counters.map(({ key }) => key)],
  );
  return new Map(rows.map((row) => [row.key, { tries: row.points, forgottenAt: row.expire, closedUntil: row.closed_until }]));
}

async function keep(unit: Unit, counted: readonly { key: string; brake: Brake }[]): Promise<void> {
  const brakes = counted.map(({ brake }) => brake);
  await unit.query(
    `update rate_limit l set points = n.points, expire = n.expire, closed_until = n.closed
       from unnest($1::text[], $2::integer[], $3::float8[], $4::float8[]) as n (key, points, expire, closed) where l.key = n.key`,
    [counted.map(({ key }) => key), brakes.map(({ tries }) => tries), brakes.map(({ forgottenAt }) => forgottenAt), brakes.map(({ closedUntil }) => closedUntil)],
  );
}

/** One IPv4 address, or the /64 an IPv6 address is in: a household has 2^64 of those. */
export function network(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address.toByteArray().slice(0, 8).map((byte) => byte.toString(16).padStart(2, '0')).join('')}::/64`;
}
