import pg, { type PoolConfig } from 'pg';
import { type EmbeddedPostgres, startEmbedded } from './embedded/start-embedded.ts';
import { DatabaseProblem } from './problem.ts';
import { APP_ROLE } from './roles.ts';

const OLDEST_VERSION = 15;
const DEFAULT_DATA_DIR = './.data';

export interface DatabaseEnvironment {
  /** What the application connects with. Without it, an embedded server is started. */
  readonly DATABASE_URL?: string | undefined;
  /** What migrations connect with. Without it, DATABASE_URL. */
  readonly DATABASE_OWNER_URL?: string | undefined;
  readonly ONBEHALF_DATA_DIR?: string | undefined;
}

export interface Database {
  /** For migrations only. */
  readonly owner: PoolConfig;
  readonly app: PoolConfig;
  readonly embedded?: EmbeddedPostgres;
}

/**
 * Finds the database: the one that the environment names, or an embedded one. The application always acts as
 * `onbehalf_app`, which owns nothing; with one URL by taking on that role at every connection.
 */
export async function connectDatabase(environment: DatabaseEnvironment, log?: (line: string) => void): Promise<Database> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, ONBEHALF_DATA_DIR: dataDir } = environment;
  if (isBlank(url)) {
    const embedded = await startEmbedded({
      dataDir: isBlank(dataDir) ? DEFAULT_DATA_DIR : dataDir,
      ...(log === undefined ? {} : { log }),
    });
    return { owner: embedded.ownerConfig, app: embedded.appConfig, embedded };
  }
  const database = isBlank(ownerUrl)
    ? { owner: { connectionString: url }, app: { connectionString: url, options: `-c role=${APP_ROLE}` } }
    : { owner: { connectionString: ownerUrl }, app: { connectionString: url } };
  await checkVersion(database.owner);
  return database;
}

function isBlank(text: string | undefined): text is '' | undefined {
  return text === undefined || text.trim() === '';
}

async function checkVersion(config: PoolConfig): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    refuseOldVersion(rows[0]?.server_version ?? '0', client.host);
  } finally {
    await client.end();
  }
}

/** Throws when this version of PostgreSQL is too old for the migrations. */
export function refuseOldVersion(version: string, host: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_VERSION) return;
  throw new DatabaseProblem(
    'server-too-old',
    `Onbehalf needs PostgreSQL ${OLDEST_VERSION} or newer. The server at ${host} is PostgreSQL ${version}.`,
  );
}
