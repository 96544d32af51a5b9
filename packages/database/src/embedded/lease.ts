import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, constants, existsSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OsAccount } from './os-account.ts';
import { isRunning } from './os-process.ts';

/**
 * Every process that uses the server holds the lease: a named pipe open for writing. The guard reads it, and the
 * kernel tells the guard when the last writer is gone, however it went: clean, crashed or kill -9. So nobody counts,
 * nobody owns the server, and it stops with the last of its users.
 */
export interface Lease {
  readonly release: () => void;
  /** Whether others hold on. It decides only whether to wait for the end, the kernel's count decides the end itself. */
  readonly isHeldByOthers: () => boolean;
}

const HELD = 'held-';
const ANSWER_MS = 10_000;

export function leaseFile(run: string): string {
  return path.join(run, 'lease');
}

export function makeLease(run: string, account: OsAccount | undefined): void {
  const as = account === undefined ? {} : { uid: account.uid, gid: account.gid };
  execFileSync('mkfifo', ['-m', '600', leaseFile(run)], { ...as, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
}

/**
 * Opens both ends before a guard is there, so that the guard finds a writer and waits.
 * Whoever starts a guard closes this once the guard has answered it.
 */
export function holdBothEnds(run: string): number {
  return openSync(leaseFile(run), constants.O_RDWR | constants.O_NONBLOCK);
}

/**
 * Takes hold of a server that a guard watches. Undefined when there is no guard, or when it had already seen
 * the last holder leave: opening alone doesn't tell, so the guard answers with a file.
 */
export async function takeLease(run: string, isGuardAlive: () => boolean = () => true): Promise<Lease | undefined> {
  const writer = openWriter(run);
  if (writer === undefined) return undefined;
  const token = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const answer = path.join(run, HELD + token);
  writeSync(writer, `${token}\n`);
  for (const started = performance.now(); !existsSync(answer); await pause(2)) {
    if (!existsSync(leaseFile(run)) || !isGuardAlive() || performance.now() - started > ANSWER_MS) {
      closeSync(writer);
      return undefined;
    }
  }
  return {
    release: () => {
      rmSync(answer, { force: true });
      closeSync(writer);
    },
    isHeldByOthers: () => holders(run).some((name) => name !== path.basename(answer) && isRunning(pidOf(name))),
  };
}

function openWriter(run: string): number | undefined {
  try {
    return openSync(leaseFile(run), constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return undefined; // no such file, or nobody reads it (ENXIO)
  }
}

function holders(run: string): string[] {
  return readdirSync(run).filter((name) => name.startsWith(HELD));
}

function pidOf(name: string): number {
  return Number.parseInt(name.slice(HELD.length), 10);
}
