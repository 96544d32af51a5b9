import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../apps/server/src/free-port.ts';

const PEERS = path.resolve(import.meta.dirname, '../peers');
const READY_WITHIN_MS = 60_000;

/** A server in a process of its own. */
export interface ServerProcess {
  readonly origin: string;
  /** What it told when it was ready. */
  readonly told: unknown;
  /** User and system, since its start; null where the system doesn't say. */
  readonly cpuSeconds: () => number | null;
  readonly end: () => Promise<void>;
}

export interface ServerProgram {
  readonly program: string;
  readonly environment: (at: { port: number; origin: string }) => NodeJS.ProcessEnv;
  /** Where it answers when it is ready; without one, it says so by a message. */
  readonly readyAt?: string;
}

export async function startServer({ program, environment, readyAt }: ServerProgram): Promise<ServerProcess> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = fork(program, [], { env: { PATH: process.env['PATH'], ...environment({ port, origin }) }, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const told = readyAt === undefined ? await message(child) : await answers(child, origin + readyAt);
  return { origin, told, cpuSeconds: () => cpuOf(child), end: () => ended(child) };
}

async function message(child: ChildProcess): Promise<unknown> {
  const over = once(child, 'exit').then(() => Promise.reject(new Error('The server ended at once')));
  const messages: unknown[] = await Promise.race([once(child, 'message'), over]);
  return messages[0];
}

async function answers(child: ChildProcess, address: string): Promise<null> {
  for (const began = performance.now(); performance.now() - began < READY_WITHIN_MS; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The server ended at once');
    if (await fetch(address).then(({ ok }) => ok, () => false)) return null;
  }
  throw new Error(`No answer at ${address}`);
}

const TICKS_PER_SECOND = 100;

function cpuOf({ pid }: ChildProcess): number | null {
  const file = `/proc/${pid ?? 0}/stat`;
  if (!existsSync(file)) return null;
  const stat = readFileSync(file, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** What we measure ourselves against, from a lockfile of its own: nobody but the bench installs it. */
export function peerProgram(file: string): string {
  const wanted = readFileSync(path.join(PEERS, 'package-lock.json'), 'utf8');
  const stamp = path.join(PEERS, 'node_modules', '.package-lock.json');
  if (!existsSync(stamp) || !isInstalled(wanted, readFileSync(stamp, 'utf8'))) {
    console.log('Installing what the bench compares with…');
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    if (status !== 0) throw new Error('npm ci failed in bench/peers: see above.');
  }
  return path.join(PEERS, file);
}

interface Lock {
  packages?: Record<string, { version?: string }>;
}

function isInstalled(wanted: string, found: string): boolean {
  const [want, have] = [wanted, found].map((text): NonNullable<Lock['packages']> => (JSON.parse(text) as Lock).packages ?? {});
  return Object.entries(want ?? {}).every(([name, { version }]) => name === '' || have?.[name]?.version === version);
}
