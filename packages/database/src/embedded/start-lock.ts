import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseProblem } from '../problem.ts';
import { identityOf } from './os-process.ts';

const FREE = 'free';
const LOOK_AGAIN_MS = 20;
const GIVE_UP_MS = 120_000;

/**
 * One process at a time prepares, starts or joins the server of a data directory.
 *
 * Numbered turns: the highest one has it. A turn is taken by creating the next number, which only one process can,
 * and only when the highest is free or its process is gone. The highest is never deleted, so there is no moment
 * in which two processes clear away the same stale lock and both go on.
 */
export async function withStartLock<T>(directory: string, act: () => Promise<T>): Promise<T> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const mine = await takeTurn(directory);
  try {
    return await act();
  } finally {
    write(directory, FREE, (draft) => renameSync(draft, path.join(directory, mine)));
  }
}

async function takeTurn(directory: string): Promise<string> {
  const me = identityOf(process.pid) ?? String(process.pid);
  for (const started = performance.now(); performance.now() - started < GIVE_UP_MS; ) {
    const highest = turns(directory).at(-1);
    if (highest === undefined || isOver(path.join(directory, highest))) {
      const next = `turn-${String(numberOf(highest) + 1).padStart(9, '0')}`;
      if (create(directory, next, me) && turns(directory).at(-1) === next) {
        clearBelow(directory, next);
        return next;
      }
    }
    await pause(LOOK_AGAIN_MS);
  }
  throw new DatabaseProblem('start-failed', `Another process has been starting the database for too long: see ${directory}`);
}

function turns(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.startsWith('turn-'))
    .toSorted();
}

function numberOf(turn: string | undefined): number {
  return turn === undefined ? 0 : Number(turn.slice('turn-'.length));
}

function isOver(file: string): boolean {
  let holder: string;
  try {
    holder = readFileSync(file, 'utf8');
  } catch {
    return false; // cleared by a higher turn: look again
  }
  return holder === FREE || identityOf(Number.parseInt(holder, 10)) !== holder;
}

function create(directory: string, name: string, holder: string): boolean {
  try {
    // A link appears with its content, a file opened for writing would be empty for a moment.
    write(directory, holder, (draft) => linkSync(draft, path.join(directory, name)));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function write(directory: string, content: string, publish: (draft: string) => void): void {
  const draft = path.join(directory, `draft-${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(draft, content);
  try {
    publish(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

function clearBelow(directory: string, turn: string): void {
  for (const older of turns(directory)) if (older < turn) rmSync(path.join(directory, older), { force: true });
}
