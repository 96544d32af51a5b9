import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import path from 'node:path';
import { isRunning } from './embedded/os-process.ts';
import { PLACE, RUN, dropLeftOvers, testServer } from './testing.ts';

/** A file system in memory, where the system has one. */
const MEMORY = '/dev/shm';
const PREFIX = 'onbehalf-test-';
/** Room for the run, and for whoever else works on the machine. */
const ENOUGH_ROOM = 2 * 2 ** 30;
const ENOUGH_MEMORY = 4 * 2 ** 30;

/**
 * Begins a run of the tests: one PostgreSQL for all of its workers, which it holds until what is given back is called.
 * Every spec has a database of its own and throws it away: on a disk, most of a short spec's time is making and deleting those files.
 */
export async function openTestRun(): Promise<() => Promise<void>> {
  const inMemory = takeMemory();
  process.env[RUN] = String(process.pid);
  if (inMemory !== undefined) process.env[PLACE] = inMemory;
  const server = await testServer();
  await dropLeftOvers(server);
  return async () => {
    await server.stop();
    if (inMemory !== undefined) rmSync(inMemory, { recursive: true, force: true });
  };
}

function takeMemory(): string | undefined {
  try {
    for (const name of readdirSync(MEMORY)) if (isLeftOver(name)) rmSync(path.join(MEMORY, name), { recursive: true, force: true });
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ENOUGH_ROOM || freemem() < ENOUGH_MEMORY) return undefined;
    const own = mkdtempSync(path.join(MEMORY, `${PREFIX}${process.pid}-`));
    chmodSync(own, 0o755); // PostgreSQL's own account has to get in
    return own;
  } catch {
    return undefined; // no such place, or somebody else's left-overs
  }
}

function isLeftOver(name: string): boolean {
  const pid = /^onbehalf-test-(\d+)-/u.exec(name)?.[1];
  return pid !== undefined && !isRunning(Number(pid));
}
