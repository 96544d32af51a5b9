import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Environment } from '../config.ts';
import { databaseEnvironment, type DemoShop } from './demo-shop.ts';
import { freePort } from '../free-port.ts';

const PROGRAM = path.join(import.meta.dirname, 'mortal-server.ts');

export interface MortalProcess {
  /** Where stores are; the portal is at `staff`. */
  store: string;
  staff: string;
  /** Resolves when the process has been killed, and PostgreSQL has taken back what its connections had begun. */
  gone(): Promise<void>;
  end(): void;
}

/** A server process on the shop's database that kills itself at the fail point. On one origin, or on two (B3). */
export async function startMortal(shop: DemoShop, { failPoint, twoOrigins }: { failPoint: string; twoOrigins: boolean }): Promise<MortalProcess> {
  const port = await freePort();
  const store = `http://localhost:${port}`;
  const staff = twoOrigins ? `http://127.0.0.1:${port}` : store;
  const child = fork(PROGRAM, { env: { ...process.env, ...environmentOf(shop, { port, store, staff }), ONBEHALF_FAIL_POINT: failPoint }, execArgv: [] });
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('The process ended before it was up')))]);
  return { store, staff, gone: () => killed(shop, { child, ended, port }), end: () => void child.kill('SIGKILL') };
}

const nameOf = (port: number): string => `mortal-${port}`;

function environmentOf(shop: DemoShop, { port, store, staff }: { port: number; store: string; staff: string }): Environment {
  const { DATABASE_URL, DATABASE_OWNER_URL } = databaseEnvironment(shop.database);
  return { DATABASE_URL: `${DATABASE_URL}&application_name=${nameOf(port)}`, DATABASE_OWNER_URL, PORT: String(port), ORIGIN: store, STAFF_ORIGIN: staff, ONBEHALF_SECRET: 'a-secret-for-tests-only-0123456789abcdef' };
}

async function killed(shop: DemoShop, { child, ended, port }: { child: ChildProcess; ended: Promise<unknown>; port: number }): Promise<void> {
  await ended;
  if (child.signalCode !== 'SIGKILL') throw new Error(`The process was not killed: it ended with ${child.exitCode}`);
  for (let looks = 0; looks < 500; looks += 1) {
    const [row] = await shop.rows<{ n: number }>('select count(*)::int as n from pg_stat_activity where application_name = $1', [nameOf(port)]);
    if (row?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('PostgreSQL still holds connections of a process that is gone');
}
