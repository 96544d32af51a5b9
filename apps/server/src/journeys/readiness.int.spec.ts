import { closePool, openPool } from '@onbehalf/database';
import { testServer } from '@onbehalf/database/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../start-server.ts';
import { databaseEnvironment, openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterEach(() => expectInvariants(shop));
afterAll(() => shop.close());

const start = (more: Record<string, string> = {}): Promise<RunningServer> =>
  startServer(readConfig({ PORT: '0', ...databaseEnvironment(shop.database), ONBEHALF_SECRET: 'a-secret-for-tests-only-0123456789abcdef', ...more }), { log: () => {} });

const statusOf = async (address: string): Promise<number> => (await fetch(address)).status;

/** As the server's own administrator, whom the application is not. */
async function asAdmin(act: (admin: ReturnType<typeof openPool>) => Promise<unknown>): Promise<void> {
  const server = await testServer();
  const admin = openPool({ ...server.adminConfig, max: 1 });
  try {
    await act(admin);
  } finally {
    await closePool(admin);
    await server.stop();
  }
}

const name = (): string => shop.database.appConfig.database ?? '';

/** The app's connections are cut and no new one is let in, until what is given back is called. */
async function takeDatabaseAway(): Promise<() => Promise<void>> {
  await asAdmin(async (admin) => {
    await admin.query(`alter database ${name()} allow_connections false`);
    await admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'onbehalf_app' and datname = $1`, [name()]);
  });
  return () => asAdmin((admin) => admin.query(`alter database ${name()} allow_connections true`));
}

const waitingForLocks = async (): Promise<number> => {
  let waiting = 0;
  await asAdmin(async (admin) => {
    waiting = (await admin.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = $1`, [name()])).rowCount ?? 0;
  });
  return waiting;
};

describe('K2: readiness', () => {
  it('K2: a process is alive without its database, and ready only with it', async () => {
    const { origin } = shop.server;
    expect([await statusOf(`${origin}/healthz`), await statusOf(`${origin}/readyz`)]).toEqual([200, 200]);
    const giveBack = await takeDatabaseAway();
    expect([await statusOf(`${origin}/healthz`), await statusOf(`${origin}/readyz`)]).toEqual([200, 503]);
    await giveBack();
    expect(await statusOf(`${origin}/readyz`)).toBe(200);
  });

  it('K2, B1: without the database nobody is let in, nothing is half written, and the page says no more than it must', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await sarah.get('/staff/customers');
    const before = await shop.rows('select (select count(*) from assist_session) as contexts, (select count(*) from audit_entry) as entries');
    const giveBack = await takeDatabaseAway();
    const refused = await sarah.post(`/staff/customers/${CUSTOMER.john}/enter`);
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(refused.html).not.toMatch(/postgres|permission|select|stack|onbehalf_app/i);
    expect([...sarah.cookies.keys()]).not.toContain('__Host-assist');
    await giveBack();
    expect(await shop.rows('select (select count(*) from assist_session) as contexts, (select count(*) from audit_entry) as entries')).toEqual(before);
    expect((await enter(sarah, CUSTOMER.john)).url).toBe('/account');
    await sarah.post('/assist/exit');
  });

  it('K2: told to end, it is no longer ready, answers what still comes, and then is gone', async () => {
    const server = await start({ ONBEHALF_DRAIN_SECONDS: '1' });
    const sarah = new TestBrowser(server.origin);
    await logInAsStaff(sarah, STAFF.sarah);
    const stopping = server.stop();
    expect(await statusOf(`${server.origin}/readyz`)).toBe(503);
    expect(await statusOf(`${server.origin}/healthz`)).toBe(200);
    expect((await enter(sarah, CUSTOMER.john)).url).toBe('/account');
    await sarah.post('/assist/exit');
    await stopping;
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('K2: a request that is under way when it is told to end is answered', async () => {
    const server = await start();
    const sarah = new TestBrowser(server.origin);
    await logInAsStaff(sarah, STAFF.sarah);
    await sarah.get('/staff/customers');
    const holder = await shop.database.owner.connect();
    await holder.query('begin');
    await holder.query('select from customer where id = $1 for update', [CUSTOMER.john]);
    const answer = sarah.raw(`/staff/customers/${CUSTOMER.john}/enter`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: sarah.formToken }) });
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
    const stopping = server.stop();
    await holder.query('commit');
    holder.release();
    expect((await answer).status).toBe(303);
    await stopping;
    const again = shop.browser();
    for (const [cookie, value] of sarah.cookies) again.cookies.set(cookie, value);
    expect((await enter(again, CUSTOMER.john, { switch: '1' })).url).toBe('/account');
  });
});
