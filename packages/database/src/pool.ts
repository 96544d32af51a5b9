import pg, { type CustomTypesConfig, type Pool, type PoolConfig } from 'pg';

type Parse = (value: string) => unknown;

/** The type numbers of PostgreSQL's own catalog, which never change. */
const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

/** pg's own parsers. Its declaration takes only the numbers of its enum, and gives back `any`. */
const builtIn = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parse;
const parseTexts = builtIn(TEXT_ARRAY);

const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [INT8, BigInt],
  [INT8_ARRAY, (value) => mapItems(parseTexts(value), BigInt)],
  [DATE, (value) => value],
  [DATE_ARRAY, parseTexts],
]);

/**
 * How values of the database arrive: int8 as bigint (money, counts), date as 'YYYY-MM-DD' (a Date would
 * shift with the time zone of the process), timestamptz as Date, json parsed, numeric as text.
 */
const VALUE_TYPES: CustomTypesConfig = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text') =>
    (format === 'text' ? PARSERS.get(oid) : undefined) ?? builtIn(oid, format),
};

function mapItems(items: unknown, parse: Parse): unknown {
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
