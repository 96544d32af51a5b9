import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { pidFile } from './postmaster.ts';
import { type EmbeddedPostgres, startEmbedded } from './start-embedded.ts';
import { PLACE } from '../testing.ts';
import { cleanUp, freshDirectory, holder, parentOf, processesOf } from './testing-holders.ts';

afterEach(cleanUp);

const gone = { timeout: 3000, interval: 20 };
const dataDirectory = () => freshDirectory(0o755, process.env[PLACE]);
const start = (dataDir: string) => startEmbedded({ dataDir, isDurable: false });

/** The guard notices that the last holder is gone by itself: a moment on a quiet machine, some on a busy one. */
const PATIENCE = { timeout: 10_000 };

describe('one process', () => {
  test('gets a database on its first boot and finds its rows again on the next', async () => {
    const dataDir = dataDirectory();
    const first = await holder(dataDir);
    expect(first.attached).toBe(false);
    await first.query('create table kept as select 42 as answer');
    expect(await first.end('SIGTERM')).toBe(0);
    const second = await holder(dataDir);
    expect(await second.query('select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('gets UTF-8, an order that no system library changes, and no network', async () => {
    const server = await holder(dataDirectory());
    const [row] = await server.query(`select current_setting('listen_addresses') as tcp, current_setting('server_encoding') as encoding,
      datlocprovider::text as provider, datlocale as locale, upper('ä') as upper from pg_database where datname = current_database()`);
    expect(row).toEqual({ tcp: '', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', upper: 'Ä' });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('takes the server with it when it ends on %s', async (signal) => {
    const dataDir = dataDirectory();
    const server = await holder(dataDir);
    expect(await server.end(signal)).toBe(0);
    await expect.poll(() => processesOf(dataDir), PATIENCE).toEqual([]);
  });

  test('leaves no server behind when it is killed, and what it had committed is there', async () => {
    const dataDir = dataDirectory();
    const server = await holder(dataDir);
    await server.query('create table kept as select 42 as answer');
    await server.end('SIGKILL');
    await expect.poll(() => processesOf(dataDir), gone).toEqual([]);
    const next = await holder(dataDir);
    expect(await next.query('select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('recovers what was committed when everything was killed at once', async () => {
    const dataDir = dataDirectory();
    const server = await holder(dataDir);
    await server.query('create table kept as select 42 as answer');
    const guard = parentOf(server.pid);
    for (const pid of [guard, server.pid]) process.kill(pid, 'SIGKILL');
    await server.end('SIGKILL');
    const next = await holder(dataDir);
    expect(next.attached).toBe(false);
    expect(await next.query('select answer from kept')).toEqual([{ answer: 42 }]);
  });
});

describe('a left-over pid file', () => {
  test('whose number is another program by now does not stop the start', async () => {
    const dataDir = dataDirectory();
    const server = await start(dataDir);
    await server.stop();
    const { uid, gid } = server.account ?? {};
    const other = spawn('sleep', ['60'], uid === undefined || gid === undefined ? {} : { uid, gid });
    writePidFile(server, other.pid ?? 0);
    const next = await start(dataDir);
    expect(next.attached).toBe(false);
    await next.stop();
    other.kill('SIGKILL');
  });

  test('whose process is gone does not either', async () => {
    const dataDir = dataDirectory();
    const server = await start(dataDir);
    await server.stop();
    writePidFile(server, server.pid);
    const next = await start(dataDir);
    expect(next.attached).toBe(false);
    await next.stop();
  });
});

describe('several processes', () => {
  test('share one server, which goes on when the one that started it leaves', async () => {
    const dataDir = dataDirectory();
    const first = await holder(dataDir);
    const second = await holder(dataDir);
    expect(second).toMatchObject({ attached: true, pid: first.pid });
    expect(await first.end('SIGTERM')).toBe(0);
    expect(await second.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(await second.end('SIGTERM')).toBe(0);
    await expect.poll(() => processesOf(dataDir), PATIENCE).toEqual([]);
  });

  test('keep it when the one that started it is killed', async () => {
    const dataDir = dataDirectory();
    const first = await holder(dataDir);
    const second = await holder(dataDir);
    await first.end('SIGKILL');
    const third = await holder(dataDir);
    expect(third).toMatchObject({ attached: true, pid: first.pid });
    expect(await second.query('select 1 as one')).toEqual([{ one: 1 }]);
    await second.end('SIGKILL');
    await third.end('SIGKILL');
    await expect.poll(() => processesOf(dataDir), gone).toEqual([]);
  });

  test('that boot for the first time at once make one cluster', async () => {
    const dataDir = dataDirectory();
    const started = await Promise.all([holder(dataDir), holder(dataDir), holder(dataDir)]);
    expect(new Set(started.map(({ pid }) => pid)).size).toBe(1);
    expect(started.filter(({ attached }) => !attached)).toHaveLength(1);
    const identifiers = await Promise.all(started.map(({ query }) => query('select system_identifier from pg_control_system()')));
    expect(new Set(identifiers.map((rows) => JSON.stringify(rows))).size).toBe(1);
  });

  test('that come while the last one leaves get a server that stays', async () => {
    const dataDir = dataDirectory();
    let current = await holder(dataDir);
    for (let round = 0; round < 5; round += 1) {
      const leaving = current.end('SIGKILL');
      const next = holder(dataDir);
      await leaving;
      current = await next;
      expect(await current.query('select 1 as one')).toEqual([{ one: 1 }]);
    }
  });

  test('take over a server whose guard was killed, and still leave nothing behind', async () => {
    const dataDir = dataDirectory();
    const first = await holder(dataDir);
    killGuard(first.pid, dataDir);
    const second = await holder(dataDir);
    expect(second).toMatchObject({ attached: true, pid: first.pid });
    await first.end('SIGTERM');
    expect(await second.query('select 1 as one')).toEqual([{ one: 1 }]);
    await second.end('SIGTERM');
    await expect.poll(() => processesOf(dataDir), gone).toEqual([]);
  });
});

function writePidFile(server: EmbeddedPostgres, pid: number): void {
  const lines = [pid, server.cluster, 1_700_000_000, server.port, server.host, '', '  5432001     12345', 'ready   '];
  writeFileSync(pidFile(server.cluster), `${lines.join('\n')}\n`);
  expect(readFileSync(path.join(server.cluster, 'postmaster.pid'), 'utf8')).toContain(String(pid));
}

/** The guard is a shell and the shell that it reads the lease with. */
function killGuard(postmaster: number, dataDir: string): void {
  const guards = processesOf(dataDir)
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid !== postmaster);
  for (const pid of guards) process.kill(pid, 'SIGKILL');
}
