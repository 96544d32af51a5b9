import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { databaseEnvironment, testDatabase, type Content, type TestDatabase } from '@onbehalf/database/testing';
import { freePort } from '../../apps/server/src/free-port.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 90_000;
const STOPS_WITHIN_MS = 15_000;

export interface ShopProcess {
  origin: string;
  close: () => Promise<void>;
}

type More = (port: number) => NodeJS.ProcessEnv;

/** The demo shop, as the server makes it of an empty database. */
const DEMO: Content = {
  name: 'demo',
  fill: async (database) => (await startServer(() => databaseEnvironment(database))).close(),
};

/** The real server as a process of its own, with a demo shop copied for it and thrown away after it; `more` of its environment by its port, `also` in its database. */
export async function startShop(more: More = () => ({}), also: (database: TestDatabase) => Promise<void> = async () => {}): Promise<ShopProcess> {
  const database = await testDatabase(DEMO);
  await also(database);
  const { origin, close } = await startServer((port) => ({ ...databaseEnvironment(database), ...more(port) }));
  return {
    origin,
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

async function startServer(more: More): Promise<ShopProcess> {
  const dataDir = freshDataDir();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['apps/server/src/main.ts'], {
    cwd: ROOT,
    env: { ...inherited(), PORT: String(port), ONBEHALF_DATA_DIR: dataDir, ...more(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listenTo(server);
  const close = async (): Promise<void> => {
    await stop(server);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await answers(origin, server);
  } catch (error) {
    await close();
    throw new Error(`The server did not start: ${error instanceof Error ? error.message : String(error)}\n${said()}`, { cause: error });
  }
  return { origin, close };
}

function freshDataDir(): string {
  const folder = path.join(ROOT, '.cache', 'e2e');
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(path.join(folder, 'run-'));
  // Made for nobody but us: PostgreSQL's own account couldn't enter, and would keep its data elsewhere for good.
  chmodSync(own, 0o755);
  return own;
}

/** Nothing of a developer's own settings: the run is the same on every machine. */
function inherited(): NodeJS.ProcessEnv {
  const own = new Set(['ORIGIN', 'STAFF_ORIGIN', 'STORE_ORIGINS', 'HOST', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'NODE_ENV']);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name) && !name.startsWith('ONBEHALF_')));
}

function listenTo(server: ChildProcess): () => string {
  const lines: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  return () => lines.join('');
}

async function answers(origin: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error('it ended at once');
    if (await isUp(origin)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no answer at ${origin} within ${READY_WITHIN_MS / 1000} s`);
}

async function isUp(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/staff/account/login`)).ok;
  } catch {
    return false; // not listening yet
  }
}

/** Ends this one process and no other. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  const impatience = setTimeout(() => server.kill('SIGKILL'), STOPS_WITHIN_MS);
  await gone;
  clearTimeout(impatience);
}
