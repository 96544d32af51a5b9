import pg, { type CustomTypesConfig, type Pool, type PoolConfig } from 'pg';

const { types } = pg;
const OID = { int8: 20, date: 1082, int8Array: 1016, dateArray: 1182, textArray: 1009 } as const;

/**
 * How values of the database arrive: int8 as bigint (money, counts), date as 'YYYY-MM-DD' (a Date would
 * shift with the time zone of the process), timestamptz as Date, json parsed, numeric as text.
 */
const VALUE_TYPES: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) => {
    if (format === 'binary') return parserOf(oid, 'binary');
    switch (oid) {
      case OID.int8:
        return BigInt;
      case OID.int8Array:
        return (value) => mapItems(parserOf(OID.textArray, 'text')(value), BigInt);
      case OID.date:
        return (value) => value;
      case OID.dateArray:
        return parserOf(OID.textArray, 'text');
      default:
        return parserOf(oid, 'text');
    }
  },
};

function parserOf(oid: number, format: 'text' | 'binary'): (value: string) => unknown {
  const parser: unknown = format === 'text' ? types.getTypeParser(oid, 'text') : types.getTypeParser(oid, 'binary');
  return typeof parser === 'function' ? (value) => parser(value) as unknown : (value) => value;
}

function mapItems(items: unknown, parse: (item: string) => unknown): unknown {
  return Array.isArray(items) ? items.map((item: unknown) => (typeof item === 'string' ? parse(item) : mapItems(item, parse))) : items;
}

/** Opens a pool that outlives its connections: one that the server ends (57P01) is reported, and replaced when needed. */
export function openPool(config: PoolConfig, onError: (error: Error) => void = () => {}): Pool {
  const pool = new pg.Pool({ application_name: 'onbehalf', ...config, types: VALUE_TYPES });
  // The pool listens to idle connections only. One that is ended between two queries of a transaction would
  // otherwise throw out of the event loop; the next query on it fails, which is where it should be noticed.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', onError);
  return pool;
}

const CLOSE_MS = 10_000;

/**
 * Ends the pool and waits until its connections are closed. `pool.end()` alone comes back while they still are open,
 * and a server that is stopped then ends them with an error.
 */
export async function closePool(pool: Pool): Promise<void> {
  let open = pool.totalCount;
  const closed = new Promise<void>((resolve) => {
    if (open === 0) return resolve();
    const limit = setTimeout(resolve, CLOSE_MS);
    pool.on('remove', () => {
      open -= 1;
      if (open > 0) return;
      clearTimeout(limit);
      resolve();
    });
  });
  await pool.end();
  await closed;
}
