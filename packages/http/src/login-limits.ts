import type { Pool } from 'pg';
import ipaddr from 'ipaddr.js';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Slows guessing without handing anybody a way to lock a member of staff out for good (A1, D03). */
export interface LoginLimits {
  /** Seconds to wait, or 0: may try now. */
  wait(attempt: LoginAttempt): Promise<number>;
  failed(attempt: LoginAttempt): Promise<void>;
  succeeded(attempt: LoginAttempt): Promise<void>;
}

export interface LoginAttempt {
  kind: 'staff' | 'customer';
  email: string;
  ip: string;
}

const QUARTER_HOUR = 900;

// The account's limit counts per address: an attacker elsewhere fills his own, never the owner's. The address's limit
// stops one that tries many accounts.
const PER_ACCOUNT_AND_ADDRESS = { points: 5, duration: QUARTER_HOUR, blockDuration: 60 };
const PER_ADDRESS = { points: 40, duration: QUARTER_HOUR, blockDuration: QUARTER_HOUR };

export function loginLimits(pool: Pool): LoginLimits {
  const common = { storeClient: pool, tableName: 'rate_limit', tableCreated: true } as const;
  const account = new RateLimiterPostgres({ ...common, keyPrefix: 'login-account', ...PER_ACCOUNT_AND_ADDRESS });
  const address = new RateLimiterPostgres({ ...common, keyPrefix: 'login-address', ...PER_ADDRESS });
  return {
    wait: async (attempt) => Math.max(await waitOf(account, accountKey(attempt)), await waitOf(address, network(attempt.ip))),
    failed: async (attempt) => {
      await Promise.all([consume(account, accountKey(attempt)), consume(address, network(attempt.ip))]);
    },
    succeeded: async (attempt) => {
      await account.delete(accountKey(attempt));
    },
  };
}

const accountKey = ({ kind, email, ip }: LoginAttempt): string => `${kind}:${email.trim().toLowerCase().slice(0, 120)}:${network(ip)}`;

async function waitOf(limiter: RateLimiterPostgres, key: string): Promise<number> {
  const state = await limiter.get(key);
  if (state === null || state.remainingPoints > 0) return 0;
  return Math.ceil(state.msBeforeNext / 1000);
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    // A full counter rejects with its state: that is its way of saying no.
    if (!(error instanceof RateLimiterRes)) throw error;
  }
}

/** One IPv4 address, or the /64 an IPv6 address is in: a household has 2^64 of those. */
export function network(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address.toByteArray().slice(0, 8).map((byte) => byte.toString(16).padStart(2, '0')).join('')}::/64`;
}
