// K2: two processes on one database, requests alternating. What one does, the other knows on its next request.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '../start-server.ts';
import { ApiClient } from '../testing/api-client.ts';
import { environmentFor, openBeside, openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { fieldsIn } from '../testing/fields-in.ts';
import { endEverySession, expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { TestBrowser } from '../testing/test-browser.ts';

const { john: JOHN } = CUSTOMER;

let shop: DemoShop;
let other: RunningServer;
const children: ChildProcess[] = [];
beforeAll(async () => {
  shop = await openDemoShop();
  other = await openBeside(shop);
});
afterEach(async () => {
  await expectInvariants(shop);
  await endEverySession(shop);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await other.stop();
  await shop.close();
});

const onA = () => new ApiClient(shop.server.origin);
const onB = () => new ApiClient(other.origin);

async function token(api: ApiClient, email: string): Promise<string> {
  return String((await api.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
}

/** The same browser before another process: cookies belong to the host, which a load balancer gives them all. */
function moved(from: TestBrowser, origin: string): TestBrowser {
  const browser = new TestBrowser(origin);
  for (const [name, value] of from.cookies) browser.cookies.set(name, value);
  return browser;
}

async function atA(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

const idOf = async (email: string): Promise<string> => (await shop.rows<{ id: string }>('select id::text from staff where email = $1', [email]))[0]?.id ?? '';
const lastEnd = async (): Promise<string | null | undefined> => (await shop.rows<{ reason: string | null }>('select end_reason as reason from assist_session order by started_at desc limit 1'))[0]?.reason;

describe('K2: a session that goes from process to process', () => {
  it('begun on A it works on B, A and B, and left on A it is over on B', async () => {
    const a = await atA(STAFF.sarah);
    await enter(a, JOHN);
    const b = moved(a, other.origin);
    expect((await b.get('/account')).text).toContain('You are logged in as: John Doe');
    expect((await b.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' })).status).toBe(200);
    expect((await a.get('/cart')).text).toContain('SKU-1001');
    expect((await a.post('/assist/exit')).url).toContain('/staff');
    expect((await b.get('/account')).text).toContain('Assist session ended');
    expect((await b.get('/staff')).url).toBe('/staff');
  });

  it('B7: a message left on A is shown on B, and a form of A’s page is taken by B', async () => {
    const a = await atA(STAFF.sarah);
    await a.get('/staff/customers');
    const form = { _csrf: a.formToken };
    const b = moved(a, other.origin);
    const started = await b.raw(`/staff/customers/${JOHN}/enter`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams(form) });
    expect(started.status).toBe(303);
    const back = moved(a, shop.server.origin);
    for (const line of started.headers.getSetCookie()) back.cookies.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1, line.indexOf(';')));
    expect((await back.get('/account')).text).toContain('You are logged in as John Doe.');
  });
});

interface Revocation {
  what: string;
  reason: string;
  revoke(context: { sessionId: string; staff: string }): Promise<void>;
  restore?(): Promise<unknown>;
}

const REVOCATIONS: Revocation[] = [
  {
    what: 'the customer withdraws', reason: 'consent-withdrawn',
    revoke: async () => {
      const john = shop.browser();
      await logInAsCustomer(john, 'john.doe@customer.example');
      const { html } = await john.get('/account/information');
      const { consent: _, ...fields } = fieldsIn(html);
      await john.post('/account/information', { ...fields, consentShown: '1' });
    },
    restore: async () => {
      await shop.rows(`delete from consent where customer_id = ${JOHN} and superseded_at is null`);
      await shop.rows(`update consent set superseded_at = null where id = (select max(id) from consent where customer_id = ${JOHN})`);
    },
  },
  {
    what: 'the customer presses “Stop”', reason: 'stopped-by-customer',
    revoke: async ({ sessionId }) => {
      const john = shop.browser();
      await logInAsCustomer(john, 'john.doe@customer.example');
      await john.get('/account/assistance');
      await john.post(`/account/assistance/${sessionId}/stop`);
    },
  },
  {
    what: 'the assignment goes', reason: 'assignment-lost',
    revoke: async () => {
      await onA().with(await token(onA(), STAFF.ruth)).call('POST', '/V1/unassign-staffcustomers', { staffId: await idOf(STAFF.sarah), customerIds: [JOHN] });
    },
    restore: async () => onA().with(await token(onA(), STAFF.ruth)).call('POST', '/V1/staffcustomers', { staffId: await idOf(STAFF.sarah), customerIds: [JOHN] }),
  },
  {
    what: 'the role loses the right', reason: 'permission-lost',
    revoke: async () => {
      const admin = await atA(STAFF.admin);
      const [role] = await shop.rows<{ id: string }>('select role_id::text as id from staff where email = $1', [STAFF.sarah]);
      await admin.get(`/admin/roles/${role?.id ?? ''}/resources`);
      await admin.post(`/admin/roles/${role?.id ?? ''}/resources`, { scope: 'custom' });
    },
    restore: () => shop.rows(`insert into role_resource select role_id, r.resource from staff, unnest(array['customers.login-as-customer.login', 'sales.edit-item-price', 'customers.create']) as r (resource) where email = $1 on conflict do nothing`, [STAFF.sarah]),
  },
  {
    what: 'the account is closed', reason: 'actor-deactivated',
    revoke: async () => {
      await onA().with(await token(onA(), STAFF.admin)).call('DELETE', `/V1/staff/${await idOf(STAFF.sarah)}`);
    },
    restore: () => shop.rows('update staff set active = true where email = $1', [STAFF.sarah]),
  },
  {
    what: 'the customer is blocked', reason: 'customer-blocked',
    revoke: async () => {
      const admin = await atA(STAFF.admin);
      const { html } = await admin.get(`/admin/customers/${JOHN}/information`);
      await admin.post(`/admin/customers/${JOHN}/information`, { ...fieldsIn(html), status: 'blocked' });
    },
    restore: () => shop.rows(`update customer set status = 'active' where id = ${JOHN}`),
  },
  {
    what: 'the feature is switched off', reason: 'feature-off',
    revoke: async () => {
      const admin = await atA(STAFF.admin);
      await admin.get('/admin/configuration/customers-login-as-customer?scope=default');
      await admin.post('/admin/configuration/customers-login-as-customer?scope=default', { 'value:assist/enabled': 'no' });
    },
    restore: () => shop.rows(`delete from setting_value where path = 'assist/enabled'`),
  },
  {
    what: 'an administrator presses “End session”', reason: 'ended-by-administrator',
    revoke: async ({ sessionId }) => {
      expect((await onA().with(await token(onA(), STAFF.admin)).call('DELETE', `/V1/assist-sessions/${sessionId}`)).status).toBe(204);
    },
  },
  {
    what: 'the staff log out', reason: 'staff-logout',
    revoke: async ({ staff }) => {
      expect((await onA().with(staff).call('DELETE', '/V1/staff/token')).status).toBe(204);
    },
  },
  {
    what: 'the password is changed elsewhere', reason: 'password-changed',
    revoke: async () => {
      const desk = await atA(STAFF.sarah);
      await desk.get('/staff/account');
      await desk.post('/staff/account/password', { current: PASSWORD, password: 'another-Onbehalf-2026' });
    },
    restore: async () => {
      const [row] = await shop.rows<{ hash: string }>('select password_hash as hash from staff where email = $1', [STAFF.vera]);
      await shop.rows('update staff set password_hash = $2 where email = $1', [STAFF.sarah, row?.hash]);
    },
  },
];

describe('B9, K06: taken away on A, refused on B at the next request', () => {
  let staff: string;
  let context: ApiClient;
  let sessionId: string;
  beforeEach(async () => {
    staff = await token(onA(), STAFF.sarah);
    const { body } = await onB().with(staff).call('POST', `/V1/staff/customers/${JOHN}/token`, {});
    sessionId = (body['assistSession'] as { id: string }).id;
    context = onB().with(body['token']);
  });

  it.each(REVOCATIONS)('$what', async (revocation) => {
    expect((await context.call('GET', '/V1/me')).status).toBe(200);
    await revocation.revoke({ sessionId, staff });
    try {
      expect(await context.call('GET', '/V1/carts/mine')).toMatchObject({ status: 401, body: { code: 'assist-session-over' } });
      expect(await context.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 })).toMatchObject({ status: 401 });
      expect(await lastEnd()).toBe(revocation.reason);
    } finally {
      await revocation.restore?.();
    }
  });

  it('a setting saved on A holds on B at once, for a page that is kept nowhere', async () => {
    const admin = await atA(STAFF.admin);
    await admin.get('/admin/configuration/customers-login-as-customer?scope=default');
    await admin.post('/admin/configuration/customers-login-as-customer?scope=default', { 'value:assist/restricted_handles': 'checkout_cart_index' });
    expect(await context.call('GET', '/V1/carts/mine')).toMatchObject({ status: 403, body: { code: 'not-available-in-context' } });
    await shop.rows(`delete from setting_value where path = 'assist/restricted_handles'`);
    expect((await context.call('GET', '/V1/carts/mine')).status).toBe(200);
  });
});

const MAIN = path.resolve(import.meta.dirname, '../main.ts');

/** A process of the operating system, as an operator starts it. */
async function startProcess(): Promise<string> {
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...environmentFor(shop.database) }, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const origin = /(http:\/\/[a-z0-9.[\]:]+:\d+)/.exec(said)?.[1];
    if (origin !== undefined) return origin;
  }
  throw new Error(`The server did not start: ${said}`);
}

describe('K2: two processes of the operating system', () => {
  it('K06: begun in the one, used in the other, left in the one, over in the other', async () => {
    const [one, two] = await Promise.all([startProcess(), startProcess()]);
    const a = new TestBrowser(one);
    await logInAsStaff(a, STAFF.sarah);
    await enter(a, JOHN);
    const b = moved(a, two);
    expect((await b.get('/account')).text).toContain('You are logged in as: John Doe');
    await a.get('/account');
    await a.post('/assist/exit');
    expect((await b.get('/account')).text).toContain('Assist session ended');
    expect((await b.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' })).text).toContain('Assist session ended');
    expect(await lastEnd()).toBe('exit');
  });
});
