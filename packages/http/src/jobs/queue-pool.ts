import type { Pool, PoolConfig } from 'pg';

const CONNECTIONS = 5;

/**
 * A small pool to the same database, as the same role, for the queue alone. It writes what it reads as JSON, job ids
 * among it, and our pool's bigint has no place there: a job that failed would take the whole process with it.
 */
export function queuePool(pool: Pool): Pool {
  const { types: _types, ...options } = pool.options;
  const { password } = pool.options;
  const Plain = pool.constructor as new (config: PoolConfig) => Pool;
  // The password doesn't enumerate, so that no log has it; nor does a copy of the options.
  const own = new Plain({ ...options, ...(password === undefined ? {} : { password }), max: CONNECTIONS });
  own.on('connect', (client) => client.on('error', () => {}));
  own.on('error', () => {});
  return own;
}
