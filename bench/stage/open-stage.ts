import path from 'node:path';
import { closePool, openPool, migrate, unitOfWork, type EmbeddedPostgres } from '@onbehalf/database';
import { startEmbedded } from '@onbehalf/database/embedded/start-embedded';
import { APP_ROLE, OWNER_ROLE, createDatabase } from '@onbehalf/database/roles';
import { installJobs } from '@onbehalf/http/jobs/install-jobs';
import { seedBench, type BenchContext, type BenchShop } from './seed-bench.ts';

type PoolConfig = Parameters<typeof openPool>[0];
export type Pool = ReturnType<typeof openPool>;

/** A connection that is only sent statements. */
export interface RawClient {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: Readonly<Record<string, unknown>>[] }>;
}

const DATA_DIR = path.resolve(import.meta.dirname, '../../.cache/bench');
const DATABASE = 'bench';

/** A database of the bench's own, filled anew for every run. */
export interface Stage {
  readonly appConfig: PoolConfig & { host: string; port: number; user: string; database: string };
  readonly shop: BenchShop;
  readonly postgres: string;
  /** As owner. */
  readonly rows: <Row extends object>(text: string, params: readonly unknown[]) => Promise<Row[]>;
  /** For a process of its own. */
  readonly environment: { readonly DATABASE_URL: string; readonly DATABASE_OWNER_URL: string };
  /** Another database on the same server, with nothing in it; its address. */
  readonly emptyDatabase: (name: string) => Promise<string>;
  /** Called when the figure ends, before its connections are closed. */
  readonly onEnd: (act: () => Promise<void>) => void;
  /** What the application may not do, such as making a table. */
  readonly asOwner: (act: (owner: Pool) => Promise<void>) => Promise<void>;
  /** A pool as the application opens it; closed with the figure. */
  readonly openPool: (connections: number) => Pool;
  /** The driver by itself: connections that are held, no unit of work. Closed with the figure. */
  readonly rawClients: (count: number) => Promise<RawClient[]>;
  /** One that nobody else was given: its cart and its chain are as they were made. */
  readonly takeContext: () => BenchContext;
  /** Closes what a figure opened: the next one finds the server's connections free. */
  readonly endFigure: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openStage({ isDurable }: { isDurable: boolean }): Promise<Stage> {
  const server = await startEmbedded({ dataDir: DATA_DIR, isDurable });
  const [lasting, opened] = [new Opened(), new Opened()];
  const close = async () => {
    await opened.close();
    await lasting.close();
    await server.stop();
  };
  try {
    return { ...(await fill(server, { lasting, opened })), endFigure: () => opened.close(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Connections to close before the server ends: one that is open then fails loudly. */
class Opened {
  readonly #pools: Pool[] = [];
  readonly #held: { release(): void }[] = [];
  readonly #tasks: (() => Promise<void>)[] = [];

  before(act: () => Promise<void>): void {
    this.#tasks.push(act);
  }

  pool(config: PoolConfig): Pool {
    const pool = openPool(config);
    this.#pools.push(pool);
    return pool;
  }

  async clients(config: PoolConfig, count: number): Promise<RawClient[]> {
    const pool = this.pool({ ...config, max: count });
    const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()));
    this.#held.push(...clients);
    return clients;
  }

  async close(): Promise<void> {
    for (const act of this.#tasks.splice(0).toReversed()) await act();
    for (const client of this.#held.splice(0)) client.release();
    await Promise.all(this.#pools.splice(0).map(closePool));
  }
}

async function fill(server: EmbeddedPostgres, { lasting, opened }: Record<'lasting' | 'opened', Opened>): Promise<Omit<Stage, 'endFigure' | 'close'>> {
  const at = { host: server.host, port: server.port, database: DATABASE };
  const postgres = await emptyDatabase(lasting.pool({ ...server.adminConfig, max: 1 }), DATABASE);
  const ownerConfig = { ...at, user: OWNER_ROLE };
  await migrate({ owner: ownerConfig });
  const owner = lasting.pool({ ...ownerConfig, max: 2 });
  await installJobs(owner);
  const shop = await unitOfWork(owner).read(seedBench);
  const appConfig = { ...at, user: APP_ROLE };
  const free = shop.contexts.values();
  return {
    appConfig, shop, postgres,
    asOwner: (act) => act(owner),
    rows: async <Row extends object>(text: string, params: readonly unknown[]) => (await owner.query<Row>(text, [...params])).rows,
    environment: { DATABASE_URL: addressOf(server, DATABASE, APP_ROLE), DATABASE_OWNER_URL: addressOf(server, DATABASE, OWNER_ROLE) },
    emptyDatabase: async (name) => {
      await emptyDatabase(lasting.pool({ ...server.adminConfig, max: 1 }), name);
      return addressOf(server, name, OWNER_ROLE);
    },
    onEnd: (act) => opened.before(act),
    openPool: (connections) => opened.pool({ ...appConfig, max: connections, idleTimeoutMillis: 0 }),
    rawClients: (count) => opened.clients(appConfig, count),
    takeContext: () => {
      const { value } = free.next();
      if (value === undefined) throw new Error('The bench has too few contexts');
      return value;
    },
  };
}

const addressOf = ({ host, port }: EmbeddedPostgres, database: string, role: string): string => `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;

async function emptyDatabase(admin: Pool, name: string): Promise<string> {
  const client = await admin.connect();
  try {
    await client.query(`drop database if exists ${name} with (force)`);
    await createDatabase(client, name);
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    return rows[0]?.version ?? 'unknown';
  } finally {
    client.release();
  }
}
