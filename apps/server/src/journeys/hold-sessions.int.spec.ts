// Sessions under attack: two credentials that never stand in for each other, and an end that is one (security cases S).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { endEverySession, expectInvariants, snapshotCustomers, type CustomersSeen } from '../testing/invariants.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

const [ASSIST, SHOP, PORTAL] = ['__Host-assist', '__Host-shop', '__Host-staff'];

let shop: DemoShop;
let before: CustomersSeen;
/** Tokens of sessions that a case has brought to their end. */
let over: string[];
beforeAll(async () => {
  shop = await openDemoShop();
});
beforeEach(async () => {
  over = [];
  before = await snapshotCustomers(shop);
});
afterEach(async () => {
  await expectInvariants(shop, { before, but: [CUSTOMER.uma, CUSTOMER.john], over });
  await endEverySession(shop);
});
afterAll(() => shop.close());

async function sarahAtWork(): Promise<TestBrowser> {
  const sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  return sarah;
}

async function sarahInside(customer: string = CUSTOMER.john): Promise<TestBrowser> {
  const sarah = await sarahAtWork();
  await enter(sarah, customer);
  return sarah;
}

async function exit(browser: TestBrowser): Promise<void> {
  over.push(browser.cookies.get(ASSIST) ?? '');
  await browser.get('/account');
  await browser.post('/assist/exit');
}

/** Every cookie that is set but the message’s, without its value. */
const properties = (answer: Response) => answer.headers.getSetCookie().filter((line) => !line.startsWith('__Host-flash')).map((line) => line.replace(/^([^=]+)=[^;]*/, '$1').replace(/Expires=[^;]*/i, 'Expires'));

const post = (browser: TestBrowser, path: string, fields: Record<string, string> = {}) =>
  browser.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: browser.formToken, ...fields }) });

describe('the way in', () => {
  it('B2, S01: a context cookie that was planted before the start gives way to a new one and opens nothing', async () => {
    const planted = `oas_${'A'.repeat(43)}`;
    const sarah = await sarahAtWork();
    sarah.cookies.set(ASSIST, planted);
    expect((await enter(sarah, CUSTOMER.john)).text).toContain('You are logged in as: John Doe');
    expect(sarah.cookies.get(ASSIST)).not.toBe(planted);
    over.push(planted);
    const again = sarah.cookies.get(ASSIST) ?? '';
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    expect(sarah.cookies.get(ASSIST)).not.toBe(again);
    over.push(again);
  });

  it('B7, S12, K02: of 32 starts at once with “Switch” one lives, and each that ended has its reason', async () => {
    const sarah = await sarahAtWork();
    await sarah.get('/staff/customers');
    const answers = await Promise.all(Array.from({ length: 32 }, () => post(sarah, `/staff/customers/${CUSTOMER.john}/enter`, { switch: '1' })));
    expect(answers.every(({ status }) => status === 303 || status === 422)).toBe(true);
    const ends = await shop.rows<{ reason: string | null; n: number }>(
      `select end_reason as reason, count(*)::int as n from assist_session where started_at > now() - interval '1 minute' and actor_id = (select id from staff where email = $1) and end_reason is distinct from 'exit' group by 1`, [STAFF.sarah]);
    expect(ends.find(({ reason }) => reason === null)?.n).toBe(1);
    expect(ends.filter(({ reason }) => reason !== null && reason !== 'switch')).toEqual([]);
  });
});

describe('the way out', () => {
  it('B2, S02: a context’s id used after the exit opens nothing anywhere, and never was the staff’s', async () => {
    const sarah = await sarahInside();
    const [context, staff] = [sarah.cookies.get(ASSIST) ?? '', sarah.cookies.get(PORTAL)];
    await exit(sarah);
    const thief = shop.browser();
    thief.cookies.set(ASSIST, context);
    expect((await thief.get('/account')).text).toContain('Assist session ended');
    expect((await post(thief, '/cart/lines', { sku: 'SKU-1001', quantity: '1' })).status).not.toBe(303);
    expect((await thief.get('/staff')).url).toContain('/staff/account/login');
    thief.cookies.delete(ASSIST);
    thief.cookies.set(PORTAL, context);
    expect((await thief.get('/staff')).url).toContain('/staff/account/login');
    // Nothing was lent, so nothing is to be changed: the staff cookie that works is the one that always did.
    expect(sarah.cookies.get(PORTAL)).toBe(staff);
    expect((await sarah.get('/staff')).url).toBe('/staff');
  });

  it('B6, S03: whose staff session ended while inside is led to the login, not to the portal', async () => {
    const idle = await sarahInside();
    await idle.get('/account');
    shop.clock.advance(901);
    over.push(idle.cookies.get(ASSIST) ?? '', idle.cookies.get(PORTAL) ?? '');
    expect((await idle.post('/assist/exit')).text).toContain('Assist session ended');
    expect((await idle.get('/staff')).url).toContain('/staff/account/login');

    const revoked = await sarahInside();
    await revoked.get('/account');
    await shop.rows('update staff set active = false where email = $1', [STAFF.sarah]);
    try {
      over.push(revoked.cookies.get(ASSIST) ?? '', revoked.cookies.get(PORTAL) ?? '');
      expect((await revoked.post('/assist/exit')).text).toContain('your staff account was deactivated');
      expect((await revoked.get('/staff')).url).toContain('/staff/account/login');
    } finally {
      await shop.rows('update staff set active = true where email = $1', [STAFF.sarah]);
    }
  });

  it('B6, S04: a customer who was never helped gains nothing by leaving, whatever he makes up', async () => {
    const uma = shop.browser();
    await logInAsCustomer(uma, 'uma.unassigned@customer.example');
    await uma.get('/account');
    for (const [path, fields, cookies] of [
      ['/assist/exit', { staffId: '1', actor: '1' }, ''],
      ['/assist/exit?id=root&staffId=1', {}, '; admin_session=root'],
      ['/assist/leave?to=portal', { staffId: '1' }, `; ${PORTAL}=ost_${'B'.repeat(43)}`],
    ] as const) {
      const own = `${SHOP}=${uma.cookies.get(SHOP) ?? ''}`;
      const answer = await uma.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', cookie: own + cookies }, body: new URLSearchParams({ _csrf: uma.formToken, ...fields }) });
      expect([path, answer.headers.getSetCookie().filter((line) => line.startsWith(PORTAL))]).toEqual([path, []]);
      const staff = await fetch(`${shop.server.origin}/staff`, { redirect: 'manual', headers: { cookie: own + cookies } });
      expect(staff.headers.get('location')).toContain('/staff/account/login');
    }
    expect((await uma.get('/account')).text).toContain('Uma');
  });

  it('B2, S07: in and out three times, the staff cookie stands as it was and the context’s is set and cleared alike', async () => {
    const sarah = await sarahAtWork();
    const staff = sarah.cookies.get(PORTAL);
    const rounds: string[][][] = [];
    for (let round = 0; round < 3; round += 1) {
      await sarah.get('/staff/customers');
      const started = await post(sarah, `/staff/customers/${CUSTOMER.john}/enter`);
      sarah.cookies.set(ASSIST, /__Host-assist=([^;]+)/.exec(started.headers.getSetCookie().join('\n'))?.[1] ?? '');
      await sarah.get('/account');
      const left = await post(sarah, '/assist/exit');
      over.push(sarah.cookies.get(ASSIST) ?? '');
      sarah.cookies.delete(ASSIST);
      rounds.push([properties(started), properties(left)]);
      expect(sarah.cookies.get(PORTAL)).toBe(staff);
    }
    expect(rounds[0]?.[0]).toEqual([expect.stringMatching(/^__Host-assist; Path=\/; HttpOnly; Secure; SameSite=Lax$/)]);
    expect(rounds[0]?.[1]).toEqual([expect.stringMatching(/^__Host-assist;.*Path=\/;.*Secure/)]);
    expect(rounds[1]).toEqual(rounds[0]);
    expect(rounds[2]).toEqual(rounds[0]);
  });
});

describe('time', () => {
  it('B8, S08: what a page asks by itself keeps nobody inside', async () => {
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    await enter(admin, CUSTOMER.john);
    shop.clock.advance(600);
    expect((await admin.raw('/admin/assist-sessions/live', {})).status).toBe(200);
    shop.clock.advance(301);
    expect((await admin.get('/account')).text).toContain('no activity for 15 minutes');
  });

  it('B8, S10: neither the browser’s clock nor a cookie’s expiry says how long', async () => {
    const sarah = await sarahInside();
    const body = new URLSearchParams({ _csrf: sarah.formToken });
    shop.clock.advance(901);
    // A browser that never forgets, and says that it is still yesterday.
    const yesterday = new Date(Date.now() - 86_400_000).toUTCString();
    const late = await sarah.raw('/account', { headers: { date: yesterday, 'if-modified-since': yesterday, 'sec-fetch-site': 'same-origin' } });
    expect(await late.text()).toContain('Assist session ended');
    expect((await sarah.raw('/assist/extend', { method: 'POST', headers: { date: yesterday, 'sec-fetch-site': 'same-origin' }, body })).status).not.toBe(303);
    over.push(sarah.cookies.get(ASSIST) ?? '', sarah.cookies.get(PORTAL) ?? '');
  });
});

describe('whoever else is logged in', () => {
  it('B2, S13: the browser’s own customer keeps login and cart, where guests have none to merge, and an end falls through to neither', async () => {
    const browser = shop.browser();
    await logInAsCustomer(browser, 'uma.unassigned@customer.example');
    await browser.get('/p/sku-1001');
    const own = browser.cookies.get(SHOP);
    await logInAsStaff(browser, STAFF.sarah);
    await enter(browser, CUSTOMER.john);
    await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '3' });
    const carts = await shop.rows<{ customer: string; pieces: number }>(
      'select k.customer_id::text as customer, sum(l.quantity)::int as pieces from cart k join cart_line l on l.cart_id = k.id where k.status = $1 and k.customer_id = any($2::bigint[]) group by 1', ['open', [CUSTOMER.uma, CUSTOMER.john]]);
    expect(carts.find(({ customer }) => customer === CUSTOMER.uma)).toBeUndefined();
    expect(carts.find(({ customer }) => customer === CUSTOMER.john)?.pieces).toBeGreaterThanOrEqual(3);
    shop.clock.advance(901);
    const ended = await browser.get('/account');
    expect(ended.text).toContain('Assist session ended');
    expect(ended.text).not.toContain('Uma');
    expect(browser.cookies.get(SHOP)).toBe(own);
    await browser.post('/assist/leave', { to: 'shop' });
    expect((await browser.get('/account')).text).toContain('Uma');
  });

  it('B2, S14: the customer stays logged in on his own devices, however a context ends', async () => {
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const [seen] = await shop.rows('select last_login_at, last_ip from customer where id = $1', [CUSTOMER.john]);
    const ways: [string, (sarah: TestBrowser) => Promise<unknown>][] = [
      ['exit', (sarah) => exit(sarah)],
      ['switch', (sarah) => enter(sarah, CUSTOMER.john, { switch: '1' })],
      ['staff log out', async (sarah) => (await sarah.get('/staff'), sarah.post('/staff/account/logout'))],
      ['idle', async (sarah) => (shop.clock.advance(901), sarah.get('/account'))],
    ];
    for (const [way, end] of ways) {
      const sarah = await sarahInside();
      await end(sarah);
      await endEverySession(shop);
      expect([way, (await john.get('/account')).url]).toEqual([way, '/account']);
    }
    expect(await shop.rows('select last_login_at, last_ip from customer where id = $1', [CUSTOMER.john])).toEqual([seen]);
  });
});
