import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Started {
  readonly host: string;
  readonly pid: number;
  readonly attached: boolean;
  readonly cluster: string;
}

export interface Holder extends Started {
  readonly process: ChildProcess;
  readonly query: (text: string) => Promise<Record<string, unknown>[]>;
  /** Sends the signal and waits for the process to end: its exit code, or the signal that ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string | null>;
}

const holders = new Set<ChildProcess>();
const directories: string[] = [];

/** Another process that starts or joins the server of this directory. */
export async function holder(dataDir: string): Promise<Holder> {
  const child = fork(path.join(import.meta.dirname, 'testing-holder.ts'), [], {
    env: { ...process.env, HOLDER_DATA_DIR: dataDir },
    execArgv: [],
  });
  holders.add(child);
  child.once('exit', () => holders.delete(child));
  const [started] = (await Promise.race([once(child, 'message'), failOnExit(child)])) as [Started];
  return {
    ...started,
    process: child,
    query: async (text) => {
      const answered = once(child, 'message');
      child.send(text);
      const [{ rows }] = (await Promise.race([answered, failOnExit(child)])) as [{ rows: Record<string, unknown>[] }];
      return rows;
    },
    end: async (signal) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code, endedBy] = (await ended) as [number | null, string | null];
      return endedBy ?? code;
    },
  };
}

async function failOnExit(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The holder ended with ${code} before it answered`);
}

/** A data directory of one's own that other accounts may enter, as a repository usually is. */
export function freshDirectory(mode = 0o755, within = tmpdir()): string {
  const directory = mkdtempSync(path.join(within, 'ob-'));
  chmodSync(directory, mode);
  directories.push(directory);
  return path.join(directory, 'data');
}

/** Every process of this server that still runs: PostgreSQL and its guard have the path in their command line. */
export function processesOf(dataDir: string): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(dataDir) && !/^\s*\d+\s+Z/u.test(line));
}

export function parentOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
}

/** Ends what a spec started, and removes its directories. */
export async function cleanUp(): Promise<void> {
  await Promise.all(
    [...holders].map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }),
  );
  for (const directory of directories.splice(0)) {
    for (let tries = 0; processesOf(directory).length > 0 && tries < 200; tries += 1) await new Promise((next) => setTimeout(next, 20));
    rmSync(directory, { recursive: true, force: true });
  }
}
