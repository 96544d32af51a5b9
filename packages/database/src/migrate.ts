import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import pg, { type Client, type PoolConfig } from 'pg';
import { DatabaseProblem } from './problem.ts';
import { APP_ROLE, ensureAppRole } from './roles.ts';

export const MIGRATIONS_DIRECTORY = path.join(import.meta.dirname, 'migrations');

/** Any constant will do, as long as it never changes: every process that migrates takes this advisory lock. */
const LOCK = 7_062_184_391_552;
const LOCK_TIMEOUT = '10s';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export interface MigrateOptions {
  readonly owner: PoolConfig;
  /** The pool configuration of the application: its login is made a member of the app role. */
  readonly app?: PoolConfig;
  readonly directory?: string;
}

export interface MigrateResult {
  readonly applied: readonly string[];
  /** Applied by a newer version of the program, which is running beside this one. */
  readonly newer: readonly string[];
}

/** Brings the schema up to date, forward only, each file in a transaction of its own. Any number of processes may call it. */
export async function migrate({ owner, app, directory = MIGRATIONS_DIRECTORY }: MigrateOptions): Promise<MigrateResult> {
  const migrations = await readMigrations(directory);
  const client = new pg.Client({ application_name: 'onbehalf migrate', ...owner });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureAppRole(client, appLogins(app));
    await ensureLedger(client);
    return await applyMissing(client, migrations);
  } finally {
    await client.end(); // which also gives back the lock
  }
}

/** The migrations in order, NNN-name.sql. */
export async function readMigrations(directory: string = MIGRATIONS_DIRECTORY): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{3}-.+\.sql$/u.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      // A checkout may have turned the line ends; that is no change of the migration.
      const sql = (await readFile(path.join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** A login that isn't the app role itself has to be allowed to act as it. */
function appLogins(app: PoolConfig | undefined): string[] {
  const login = app === undefined ? undefined : new pg.Client(app).user;
  return login === undefined || login === APP_ROLE ? [] : [login];
}

async function ensureLedger(client: Client): Promise<void> {
  await client.query(`create table if not exists onbehalf_migration (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`);
}

async function applyMissing(client: Client, migrations: readonly Migration[]): Promise<MigrateResult> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from onbehalf_migration');
  const recorded = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  checkRecorded(migrations, recorded);
  const missing = migrations.filter(({ name }) => !recorded.has(name));
  for (const migration of missing) await apply(client, migration);
  const known = new Set(migrations.map(({ name }) => name));
  return { applied: missing.map(({ name }) => name), newer: [...recorded.keys()].filter((name) => !known.has(name)) };
}

function checkRecorded(migrations: readonly Migration[], recorded: ReadonlyMap<string, string>): void {
  const last = migrations.findLast(({ name }) => recorded.has(name))?.name ?? '';
  for (const { name, sha256 } of migrations) {
    const before = recorded.get(name);
    if (before === undefined && name < last) {
      throw new DatabaseProblem('migration-out-of-order', `${name} is new, but ${last} is applied already: give it a higher number.`);
    }
    if (before !== undefined && before !== sha256) {
      throw new DatabaseProblem(
        'migration-changed',
        `${name} was applied with another content (${before.slice(0, 12)}, now ${sha256.slice(0, 12)}). ` +
          'Restore the file and write the change as a new migration.',
      );
    }
  }
}

async function apply(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin');
    // Better to fail and be run again than to queue behind a long query and hold up everybody else behind us.
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query(sql);
    await client.query('insert into onbehalf_migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => {}); // the connection may be gone: what went wrong first is thrown
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseProblem('migration-failed', `${name} failed and left nothing behind: ${detail}`, { cause });
  }
}
