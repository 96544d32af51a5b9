import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseProblem } from '../problem.ts';
import { canReach, type OsAccount } from './os-account.ts';

/** The longest socket path is 103 bytes on macOS and 107 on Linux; PostgreSQL's lock file is longer than its socket. */
const LONGEST_SOCKET_PATH = 103;
const SOCKET_NAME = '/.s.PGSQL.5432';

/** The directories of one embedded server. */
export interface Place {
  /** Belongs to us, so that nothing else that runs as the server's account can put links in our way. */
  readonly home: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Sockets and the lease; nothing here outlives a server. */
  readonly run: string;
  readonly log: string;
  readonly lock: string;
}

export interface PlaceOptions {
  readonly dataDir: string;
  readonly account: OsAccount | undefined;
  /** Where data goes when the account can't enter `dataDir`. Not a temporary directory: those are cleaned. */
  readonly elsewhere: string;
}

/** Decides where the server lives and makes its directories. The same `dataDir` always gives the same place. */
export function choosePlace(options: PlaceOptions): Place {
  const { account, elsewhere } = options;
  ensureDirectory(options.dataDir, 0o755);
  const dataDir = realpathSync(options.dataDir);
  const fallback = path.join(elsewhere, digest(dataDir));
  const home = pickHome(path.join(dataDir, 'postgres'), fallback, account);
  if (account !== undefined) ensureDirectory(elsewhere, 0o755);
  makePrivate(home, undefined, account === undefined ? 0o700 : 0o711);
  const run = pickRun(home, account === undefined ? tmpdir() : elsewhere);
  makePrivate(run, account, 0o700);
  return {
    home,
    cluster: path.join(home, 'cluster'),
    run,
    log: path.join(home, 'postgres.log'),
    lock: path.join(home, 'start'),
  };
}

function pickRun(home: string, shortDirectory: string): string {
  const inside = path.join(home, 'run');
  const fits = Buffer.byteLength(inside + SOCKET_NAME) <= LONGEST_SOCKET_PATH;
  return fits ? inside : path.join(shortDirectory, `onbehalf-run-${process.getuid?.() ?? 0}-${digest(home)}`);
}

/** Makes a directory with these rights whatever the umask; one that exists keeps its own. */
function ensureDirectory(directory: string, mode: number): void {
  if (mkdirSync(directory, { recursive: true }) !== undefined) chmodSync(directory, mode);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

function pickHome(home: string, fallback: string, account: OsAccount | undefined): string {
  if (canReach(path.dirname(home), account)) {
    // Rights may have been widened since the first boot: data that exists is never left behind.
    return existsSync(path.join(fallback, 'cluster')) && !existsSync(path.join(home, 'cluster')) ? fallback : home;
  }
  if (existsSync(path.join(home, 'cluster'))) {
    throw new DatabaseProblem(
      'data-out-of-reach',
      `There is a database in ${home}, but the account ${account?.name ?? ''} can't enter a directory above it any ` +
        'more. Give back the execute right, or move the data and set ONBEHALF_DATA_DIR.',
    );
  }
  return fallback;
}

function makePrivate(directory: string, account: OsAccount | undefined, mode: number): void {
  mkdirSync(directory, { recursive: true, mode });
  const found = lstatSync(directory);
  const owners = [process.getuid?.(), account?.uid];
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    // In a shared temporary directory anybody could have made it first, to look on.
    throw new DatabaseProblem('data-out-of-reach', `${directory} belongs to somebody else. Remove it, or set DATABASE_URL.`);
  }
  chmodSync(directory, mode);
  if (account !== undefined && found.uid !== account.uid) chownSync(directory, account.uid, account.gid);
}
