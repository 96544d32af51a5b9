import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import pg, { type Client, type Pool, type PoolConfig } from 'pg';
import { type EmbeddedPostgres, startEmbedded } from './embedded/start-embedded.ts';
import { isRunning } from './embedded/os-process.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { closePool, openPool } from './pool.ts';
import { APP_ROLE, OWNER_ROLE, createDatabase } from './roles.ts';

const ON_DISK = path.resolve(import.meta.dirname, '../../../.cache/test-pg');
const PREFIX = 'test';
/** Which run of the tests we are part of, told to workers: its templates go when its process has. */
export const RUN = 'ONBEHALF_TEST_RUN';
/** Where its server keeps its data, when not in the checkout. */
export const PLACE = 'ONBEHALF_TEST_PLACE';
/** Held while a template is made or copied: PostgreSQL copies only a database that nobody is connected to. */
const TEMPLATE_LOCK = 7_062_184_391_553;

export interface TestDatabase {
  /** Owns the tables: for preparing what the app role may not. */
  readonly owner: Pool;
  /** What the application has. */
  readonly app: Pool;
  readonly ownerConfig: PoolConfig;
  readonly appConfig: PoolConfig;
  readonly drop: () => Promise<void>;
}

/** What many specs find in their database from the start. It is made once in a run, and copied. */
export interface Content {
  /** A word of small letters. */
  readonly name: string;
  readonly fill: (database: Pick<TestDatabase, 'ownerConfig' | 'appConfig'>) => Promise<void>;
}

/** The server that all specs share. Every worker that calls this joins it; it ends with the last one. */
export function testServer(): Promise<EmbeddedPostgres> {
  return startEmbedded({ dataDir: process.env[PLACE] ?? ON_DISK, isDurable: false });
}

/** A migrated database of one's own, with that content if named. Call `drop` when the spec is over. */
export async function testDatabase(content?: Content): Promise<TestDatabase> {
  const server = await testServer();
  const name = `${PREFIX}_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const empty = await ensureTemplate(server, admin);
    const template = content === undefined ? empty : await ensureContent({ server, admin, empty }, content);
    await createDatabase(admin, name, template);
  });
  const { ownerConfig, appConfig } = configsOf(server, name);
  const owner = openPool({ ...ownerConfig, max: 3 });
  const app = openPool({ ...appConfig, max: 10 });
  const drop = async () => {
    await Promise.all([closePool(owner), closePool(app)]);
    await asAdmin(server, (admin) => dropDatabase(admin, name));
    await server.stop();
  };
  return { owner, app, ownerConfig, appConfig, drop };
}

/** What a process of its own needs to find the same database. */
export function databaseEnvironment({ appConfig, ownerConfig }: Pick<TestDatabase, 'ownerConfig' | 'appConfig'>): { DATABASE_URL: string; DATABASE_OWNER_URL: string } {
  return { DATABASE_URL: urlOf(appConfig), DATABASE_OWNER_URL: urlOf(ownerConfig) };
}

function urlOf({ user, host, port, database }: PoolConfig): string {
  return `postgresql://${user ?? ''}@localhost/${database ?? ''}?host=${encodeURIComponent(host ?? '')}&port=${port ?? 5432}`;
}

/** Removes what killed runs left behind. Databases of processes that still run stay: somebody is testing beside us. */
export async function dropLeftOvers(server: EmbeddedPostgres): Promise<void> {
  await asAdmin(server, async (admin) => {
    const { rows } = await admin.query<{ name: string; pid: number }>(
      `select datname as name, substring(datname from '^${PREFIX}_(\\d+)_')::int as pid
         from pg_database where datname ~ '^${PREFIX}_\\d+_'`,
    );
    for (const { name, pid } of rows) if (!isRunning(pid)) await dropDatabase(admin, name);
  });
}

interface Making {
  server: EmbeddedPostgres;
  admin: Client;
  empty: string;
}

/** Of this run only: what fills it may be another tomorrow, and tells of days that are counted from now. */
async function ensureContent({ server, admin, empty }: Making, { name, fill }: Content): Promise<string> {
  const wanted = `${PREFIX}_${process.env[RUN] ?? process.pid}_with_${name}`;
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [wanted]);
  if (rowCount === 1) return wanted;
  const draft = `${wanted}_draft`;
  await dropDatabase(admin, draft); // its filling failed or was cut off
  await createDatabase(admin, draft, empty);
  await fill(configsOf(server, draft));
  await admin.query(`alter database ${draft} rename to ${wanted}`);
  return wanted;
}

function configsOf({ host, port }: EmbeddedPostgres, database: string): { ownerConfig: PoolConfig; appConfig: PoolConfig } {
  const at = { host, port, database };
  return { ownerConfig: { ...at, user: OWNER_ROLE }, appConfig: { ...at, user: APP_ROLE } };
}

async function ensureTemplate(server: EmbeddedPostgres, admin: Client): Promise<string> {
  const wanted = `${PREFIX}_template_${digest(await readMigrations())}`;
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^${PREFIX}_template_'`,
  );
  if (rows.some(({ name }) => name === wanted)) return wanted;
  for (const { name } of rows) await dropDatabase(admin, name);
  const draft = `${PREFIX}_draft_template`;
  await dropDatabase(admin, draft); // its migration failed or was cut off
  await createDatabase(admin, draft);
  await migrate({ owner: { host: server.host, port: server.port, user: OWNER_ROLE, database: draft } });
  await admin.query(`alter database ${draft} rename to ${wanted}`);
  return wanted;
}

function digest(migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of migrations) hash.update(`${name} ${sha256}\n`);
  return hash.digest('hex').slice(0, 16);
}

async function dropDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
}

async function asAdmin(server: EmbeddedPostgres, act: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client(server.adminConfig);
  await admin.connect();
  try {
    await act(admin);
  } finally {
    await admin.end();
  }
}
