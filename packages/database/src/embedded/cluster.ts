import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { DatabaseProblem } from '../problem.ts';
import type { Binaries } from './binaries.ts';
import { SERVER_ENVIRONMENT } from './guard.ts';
import type { OsAccount } from './os-account.ts';
import type { Place } from './place.ts';

const DRAFT = 'cluster-draft-';

/** The name of the first role. Nobody but the launcher uses it. */
export const SUPERUSER = 'postgres';

const LAYOUT = [
  '--username',
  SUPERUSER,
  '--auth-local=trust', // the socket directory is 0700: who reaches it may be anybody in there
  '--auth-host=reject',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

export interface ClusterOptions {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly account: OsAccount | undefined;
  readonly isDurable: boolean;
}

/** Makes the cluster once. It appears whole, by a rename: a first boot that was cut off leaves only a draft. */
export async function ensureCluster({ place, binaries, account, isDurable }: ClusterOptions): Promise<boolean> {
  if (existsSync(path.join(place.cluster, 'PG_VERSION'))) return false;
  for (const name of readdirSync(place.home)) {
    if (name.startsWith(DRAFT)) rmSync(path.join(place.home, name), { recursive: true, force: true });
  }
  const draft = path.join(place.home, DRAFT + process.pid);
  mkdirSync(draft, { mode: 0o700 });
  if (account !== undefined) chownSync(draft, account.uid, account.gid);
  const options = [...LAYOUT, ...(isDurable ? [] : ['--no-sync'])];
  try {
    await promisify(execFile)(binaries.initdb, ['-D', draft, ...options], {
      ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
      env: SERVER_ENVIRONMENT,
      cwd: '/',
    });
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    throw new DatabaseProblem('start-failed', explain(binaries, cause), { cause });
  }
  renameSync(draft, place.cluster);
  return true;
}

function explain(binaries: Binaries, cause: unknown): string {
  const detail = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
  const reason = detail === '' ? String(cause) : detail;
  return (
    `PostgreSQL could not make its data directory with ${binaries.initdb}: ${reason}\n` +
    'It needs glibc 2.27 or newer (not musl) and, for root, the right to run as another account. ' +
    'Otherwise set DATABASE_URL to a PostgreSQL 15 or newer.'
  );
}
