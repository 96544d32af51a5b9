import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A server of a test's own, with its stores at localhost and its portal at 127.0.0.1: two sites to a browser. */
export interface OwnServer {
  store: string;
  staff: string;
  stop(): Promise<void>;
}

export async function startOnTwoOrigins(): Promise<OwnServer> {
  const port = await freePort();
  const [store, staff] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const dataDir = freshDataDir();
  const server = spawn(process.execPath, ['apps/server/src/main.ts'], {
    cwd: ROOT,
    env: { ...inherited(), PORT: String(port), ORIGIN: store, STAFF_ORIGIN: staff, ONBEHALF_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(server);
  return {
    store,
    staff,
    stop: async () => {
      const gone = once(server, 'exit');
      if (server.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
      else return;
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const until = Date.now() + 90_000;
  while (!said.includes('Onbehalf is ready')) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`The server did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function freshDataDir(): string {
  const folder = path.join(ROOT, '.cache', 'e2e');
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(path.join(folder, 'two-'));
  // PostgreSQL's own account has to get in.
  chmodSync(own, 0o755);
  return own;
}

function inherited(): NodeJS.ProcessEnv {
  const own = new Set(['ORIGIN', 'STAFF_ORIGIN', 'STORE_ORIGINS', 'HOST', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'NODE_ENV']);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name) && !name.startsWith('ONBEHALF_')));
}

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const address = socket.address();
  socket.close();
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
