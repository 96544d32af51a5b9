import { closeSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolConfig } from 'pg';
import { DatabaseProblem } from '../problem.ts';
import { APP_ROLE, DATABASE_NAME, OWNER_ROLE, ensureRolesAndDatabase } from '../roles.ts';
import { type Binaries, prepareBinaries } from './binaries.ts';
import { SUPERUSER, ensureCluster } from './cluster.ts';
import { guardNewServer, guardRunningServer } from './guard.ts';
import { type Lease, holdBothEnds, leaseFile, makeLease, takeLease } from './lease.ts';
import { type OsAccount, chooseAccount } from './os-account.ts';
import { type Place, choosePlace } from './place.ts';
import { SOCKET_PORT, awaitGone, findPostmaster, findReusedPid, isAnswering } from './postmaster.ts';
import { withStartLock } from './start-lock.ts';

/** Long enough to replay the log of a server that was killed in the middle of a large load. */
const ANSWER_MS = 600_000;
const END_MS = 60_000;
const STARTS = 20;

export interface EmbeddedOptions {
  /** Holds the data. Another process that names the same directory uses the same server. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** False for tests only: faster, and a power cut loses the data. */
  readonly isDurable?: boolean;
  readonly system?: Partial<System>;
}

/** What the launcher finds out about the machine; tests put something else here. */
export interface System {
  readonly passwd: () => string;
  /** Where the copy of the binaries goes when the server's account can't enter the installation. */
  readonly cache: string;
  /** Where the data goes when the server's account can't enter `dataDir`. */
  readonly elsewhere: string;
  readonly installed: { root: string; version: string };
}

export interface EmbeddedPostgres {
  /** The directory of the socket: what `pg` takes for a host. */
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** Another process had started the server already. */
  readonly attached: boolean;
  /** The account of the operating system that the server runs as; undefined: our own. */
  readonly account: OsAccount | undefined;
  /** Where the data really is. */
  readonly cluster: string;
  readonly ownerUrl: string;
  readonly ownerConfig: PoolConfig;
  readonly appConfig: PoolConfig;
  /** The superuser, for making databases. The application never uses it. */
  readonly adminConfig: PoolConfig;
  /** Lets go of the server. It ends with its last user; then this waits until it has. Close the pools first. */
  readonly stop: () => Promise<void>;
}

interface Setting {
  readonly place: Place;
  readonly account: OsAccount | undefined;
  readonly binaries: () => Binaries;
  readonly isDurable: boolean;
  readonly log: (line: string) => void;
}

/** Starts PostgreSQL for this directory, or joins the one that runs there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const setting = settle(options);
  return withStartLock(setting.place.lock, async () => {
    const joined = await join(setting);
    const lease = joined ?? (await start(setting));
    const started = describe(setting, lease, joined !== undefined);
    try {
      await ensureRolesAndDatabase(started.adminConfig);
    } catch (error) {
      lease.release();
      throw error;
    }
    return started;
  });
}

function settle(options: EmbeddedOptions): Setting {
  const system = { passwd: () => readFileSync('/etc/passwd', 'utf8'), elsewhere: '/var/lib/onbehalf', ...options.system };
  const account = chooseAccount(process.getuid?.(), system.passwd);
  const place = choosePlace({ dataDir: options.dataDir, account, elsewhere: system.elsewhere });
  const cache = system.cache ?? (account === undefined ? place.home : '/var/cache/onbehalf');
  const log = options.log ?? (() => {});
  if (!place.home.startsWith(path.resolve(options.dataDir))) {
    log(`The account ${account?.name ?? ''} can't enter ${options.dataDir}: the database is in ${place.home}`);
  }
  const binaries = () => prepareBinaries(account, cache, system.installed);
  return { place, account, binaries, isDurable: options.isDurable ?? true, log };
}

/** Takes hold of a running server. Undefined when there is none, or it is about to end: then it has ended on return. */
async function join({ place, account, log }: Setting): Promise<Lease | undefined> {
  const postmaster = findPostmaster(place.cluster);
  if (postmaster === undefined) return undefined;
  const lease = (await takeLease(place.run)) ?? (await adopt());
  if (lease !== undefined && (await awaitAnswer(place))) return lease;
  lease?.release();
  if (await awaitGone(place.cluster, END_MS)) return undefined;
  throw new DatabaseProblem('start-failed', `PostgreSQL (pid ${postmaster.pid}) runs but does not answer: see ${place.log}`);

  async function adopt(): Promise<Lease | undefined> {
    // No lease: the server is ending. A lease that nobody reads: its guard was killed.
    if (!existsSync(leaseFile(place.run)) || postmaster === undefined) return undefined;
    log(`PostgreSQL (pid ${postmaster.pid}) ran without its guard: taken over`);
    return leaseFrom(place, () => guardRunningServer({ place, account }, postmaster.pid));
  }
}

async function awaitAnswer(place: Place): Promise<boolean> {
  for (const started = performance.now(); performance.now() - started < ANSWER_MS; await pause(5)) {
    if (await isAnswering(place)) return true;
    if (findPostmaster(place.cluster) === undefined) return false;
  }
  return false;
}

async function start(setting: Setting): Promise<Lease> {
  const { place, account, isDurable } = setting;
  const binaries = setting.binaries();
  const began = performance.now();
  const isNew = await ensureCluster({ place, binaries, account, isDurable });
  if (isNew) setting.log(`PostgreSQL's data directory is made: ${place.cluster} (${Math.round(performance.now() - began)} ms)`);
  for (let attempt = 1; attempt <= STARTS; attempt += 1) {
    const lease = await startOnce(setting, binaries);
    if (lease !== undefined) return lease;
    // Backends of a server that was killed end a moment later; until then PostgreSQL refuses to touch their data.
    if (!/shared memory block|lock file/u.test(tail(place.log))) break;
    await pause(250);
  }
  throw new DatabaseProblem('start-failed', `PostgreSQL did not start. ${place.log} ends with:\n${tail(place.log)}`);
}

async function startOnce({ place, account, isDurable }: Setting, binaries: Binaries): Promise<Lease | undefined> {
  // No server runs here and we have the lock: what lies in this directory is left over.
  for (const name of readdirSync(place.run)) rmSync(path.join(place.run, name), { force: true });
  makeLease(place.run, account);
  const stalePid = findReusedPid(place.cluster);
  const lease = await leaseFrom(place, () =>
    guardNewServer({ place, account, postgres: binaries.postgres, isDurable, stalePid }),
  );
  if (lease === undefined) return undefined;
  for (const started = performance.now(); performance.now() - started < ANSWER_MS; await pause(5)) {
    if (await isAnswering(place)) return lease;
    if (!lease.isGuarded()) break;
  }
  lease.release();
  return undefined;
}

async function leaseFrom(place: Place, spawnGuard: () => ChildProcess): Promise<(Lease & { isGuarded: () => boolean }) | undefined> {
  const bothEnds = holdBothEnds(place.run);
  try {
    const guard = spawnGuard();
    let hasFailed = false;
    guard.once('error', () => (hasFailed = true));
    const isGuarded = () => !hasFailed && guard.exitCode === null && guard.signalCode === null;
    const lease = await takeLease(place.run, isGuarded);
    return lease === undefined ? undefined : { ...lease, isGuarded };
  } finally {
    closeSync(bothEnds);
  }
}

function tail(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '(no log)';
}

function describe({ place, account }: Setting, lease: Lease, attached: boolean): EmbeddedPostgres {
  const at = { host: place.run, port: SOCKET_PORT };
  let stopped: Promise<void> | undefined;
  return {
    ...at,
    pid: findPostmaster(place.cluster)?.pid ?? 0,
    attached,
    account,
    cluster: place.cluster,
    ownerUrl: `postgresql://${OWNER_ROLE}@/${DATABASE_NAME}?host=${encodeURIComponent(place.run)}&port=${SOCKET_PORT}`,
    ownerConfig: { ...at, user: OWNER_ROLE, database: DATABASE_NAME },
    appConfig: { ...at, user: APP_ROLE, database: DATABASE_NAME },
    adminConfig: { ...at, user: SUPERUSER, database: 'postgres' },
    stop: () => (stopped ??= letGo(place, lease)),
  };
}

async function letGo(place: Place, lease: Lease): Promise<void> {
  lease.release();
  for (const started = performance.now(); !lease.isHeldByOthers() && performance.now() - started < END_MS; ) {
    if (await awaitGone(place.cluster, 100)) return;
  }
}
