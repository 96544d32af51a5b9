import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig, type Environment } from './config.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { databaseEnvironment } from './testing/demo-shop.ts';

const SECRET = 'a-secret-for-tests-only-0123456789abcdef';
const PRODUCTION = { NODE_ENV: 'production', ORIGIN: 'https://shop.example.com' } as const;

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

async function start(environment: Environment = {}): Promise<{ server: RunningServer; said: string[]; port: number }> {
  const said: string[] = [];
  const socket = createServer().listen(0, '127.0.0.1');
  const port = await portOf(socket);
  socket.close();
  const config = readConfig({ PORT: String(port), ONBEHALF_SECRET: SECRET, ...databaseEnvironment(database), ...environment });
  return { server: await startServer(config, { log: (_level, message) => said.push(message) }), said, port };
}

async function portOf(socket: Server): Promise<number> {
  await once(socket, 'listening');
  const address = socket.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

const connections = async (): Promise<number> => {
  const found = await database.owner.query(`select from pg_stat_activity where datname = current_database() and application_name = 'onbehalf' and pid <> pg_backend_pid() and usename = 'onbehalf_app'`);
  return found.rowCount ?? 0;
};

describe('a server', () => {
  test('makes the demo shop of an empty database, serves it, and gives everything back', async () => {
    const { server, port } = await start();
    expect(server).toMatchObject({ origin: `http://localhost:${port}`, staffOrigin: `http://localhost:${port}`, demo: true });
    const home = await fetch(server.origin);
    expect([home.status, await home.text()]).toEqual([200, expect.stringContaining('Onbehalf Supply')]);
    await Promise.all([server.stop(), server.stop()]);
    await expect(fetch(server.origin)).rejects.toThrow('fetch failed');
    expect(await connections()).toBe(0);
  });

  test('sends files with digests to be kept, and nothing that is not meant for browsers', async () => {
    const { server } = await start();
    const html = await (await fetch(server.origin)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/u.exec(html)?.[1] ?? '';
    expect((await fetch(`${server.origin}${script}`)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${server.origin}/images/sku-1001.svg`)).headers.get('content-type')).toBe('image/svg+xml');
    expect((await fetch(`${server.origin}/favicon.svg`)).status).toBe(200);
    const closed = await Promise.all(['/manifest.json', '/.sources', '/images/../content/people.ts', '/images/%2e%2e/content/people.ts', '/secret'].map((path) => fetch(`${server.origin}${path}`)));
    expect(closed.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    await server.stop();
  });

  test('two of them begin on one empty database and make one shop', async () => {
    const both = await Promise.all([start(), start()]);
    const { rows } = await database.owner.query<{ customers: number }>('select count(*)::int as customers from customer');
    expect(rows).toEqual([{ customers: 300 }]);
    await Promise.all(both.map(({ server }) => server.stop()));
  });

  test('says which port is taken, and leaves nothing open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    const port = await portOf(other);
    await expect(start({ PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`);
    expect(await connections()).toBe(0);
    other.close();
  });
});

describe('in production (K3)', () => {
  test('it does not start where demo accounts are', async () => {
    const { server } = await start();
    await server.stop();
    await expect(start(PRODUCTION)).rejects.toThrow('The database holds demo accounts');
    expect(await connections()).toBe(0);
  });

  test('it makes no demo shop', async () => {
    const { server, said } = await start(PRODUCTION);
    expect(server).toMatchObject({ origin: 'https://shop.example.com', demo: false });
    expect(said).toContain('The database has no store yet');
    const { rows } = await database.owner.query('select from staff');
    expect(rows).toEqual([]);
    await server.stop();
  });
});
