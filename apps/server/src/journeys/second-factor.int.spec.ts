import { randomUUID } from 'node:crypto';
import { unitOfWork } from '@onbehalf/database';
import { routes } from '@onbehalf/http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resetSecondFactor } from '../reset-second-factor.ts';
import { ApiClient } from '../testing/api-client.ts';
import { Authenticator, keyOn, recoveryCodesOn } from '../testing/authenticator.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

const PATH = '/staff/account/second-factor';
const CODE_PATH = '/staff/account/login/code';
const SET_UP_PATH = '/staff/account/login/set-up';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
afterEach(() => expectInvariants(shop));
// A step on, so that no code of the test before is still of now.
beforeEach(async () => {
  shop.clock.advance(90);
  await shop.rows('delete from rate_limit');
});

const api = () => new ApiClient(shop.server.origin);
const token = (email: string, otp?: string) => api().call('POST', '/V1/staff/token', { email, password: PASSWORD, ...(otp === undefined ? {} : { otp }) });
const idOf = async (email: string) => (await shop.rows<{ id: string }>('select id::text from staff where email = $1', [email]))[0]?.id ?? '';
const lastMail = async (email: string) => (await shop.rows<{ news: string }>(`select params->>'news' as news from mail where recipient = $1 and template = 'second-factor' order by created_at desc, id desc limit 1`, [email]))[0]?.news;
const roleId = async (name: string) => (await shop.rows<{ id: string }>('select id::text from role where name = $1', [name]))[0]?.id ?? '';
const staffCookie = (browser: TestBrowser) => [...browser.cookies].find(([name]) => name.endsWith('staff'))?.[1] ?? '';
const signInCookie = (browser: TestBrowser) => [...browser.cookies].find(([name]) => name.endsWith('sign-in')) ?? (['', ''] as const);

interface Logged {
  action: string;
  result: string;
  code: string | null;
}

/** Newest first. */
async function logged(email: string, limit: number): Promise<string[]> {
  const rows = await shop.rows<Logged>(
    `select e.action, e.result, (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes'->>0 as code from audit_entry e join staff a on a.id = e.actor_id
      where a.email = $1 and e.action_group = 'staff-session' order by e.id desc limit $2`, [email, limit]);
  return rows.map(({ action, result, code }) => (result === 'done' ? action : `${action}: ${code ?? ''}`));
}

interface Enrolled {
  app: Authenticator;
  codes: string[];
  browser: TestBrowser;
}

/** Through the own account, as a person does. */
async function enrol(email: string): Promise<Enrolled> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  await browser.get(PATH);
  const shown = await browser.post(`${PATH}/start`, { password: PASSWORD });
  const app = new Authenticator(keyOn(shown.html), shop.clock);
  const done = await browser.post(`${PATH}/set-up`, { code: app.code() });
  shop.clock.advance(30);
  return { app, codes: recoveryCodesOn(done.html), browser };
}

async function pending(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function withCode(email: string, code: string): Promise<Visit> {
  return (await pending(email)).post(CODE_PATH, { code });
}

async function forget(email: string): Promise<void> {
  for (const table of ['staff_second_factor', 'staff_recovery_code']) await shop.rows(`delete from ${table} where staff_id = $1`, [await idOf(email)]);
}

describe('A2: setting up a second factor', () => {
  it('takes the password, a scan or a typed key, and a code that proves it; gives ten recovery codes, once', async () => {
    const [browser, elsewhere] = [shop.browser(), shop.browser()];
    for (const one of [browser, elsewhere]) await logInAsStaff(one, STAFF.sarah);
    expect((await browser.get(PATH)).text).toContain('Not set up');
    const denied = await browser.post(`${PATH}/start`, { password: 'not-my-password' });
    expect([denied.status, keyOn(denied.html)]).toEqual([422, '']);
    expect(await logged(STAFF.sarah, 1)).toEqual(['set-up-second-factor: password-wrong']);
    const shown = await browser.post(`${PATH}/start`, { password: PASSWORD });
    expect(shown.url).toBe(`${PATH}/set-up`);
    expect(keyOn(shown.html)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(shown.html).toMatch(/<svg class="factor-qr"[^>]*>\s*<path d="M/);
    expect(shown.headers.get('cache-control')).toContain('no-store');
    const app = new Authenticator(keyOn(shown.html), shop.clock);
    const wrong = await browser.post(`${PATH}/set-up`, { code: '000000' });
    expect([wrong.status, keyOn(wrong.html)]).toEqual([422, keyOn(shown.html)]);
    const done = await browser.post(`${PATH}/set-up`, { code: app.code() });
    expect(new Set(recoveryCodesOn(done.html)).size).toBe(10);
    expect(await logged(STAFF.sarah, 3)).toEqual(['logout', 'set-up-second-factor', 'set-up-second-factor: second-factor-wrong']);
    expect(await lastMail(STAFF.sarah)).toBe('set-up');
    const after = [await browser.get(PATH), await browser.get(`${PATH}/set-up`)];
    for (const { html } of after) expect([keyOn(html), recoveryCodesOn(html)]).toEqual(['', []]);
    expect(after[0]?.text).toContain('10 of 10');
    expect((await elsewhere.get('/staff')).url).toContain('/staff/account/login');
    expect((await browser.get('/staff')).url).toBe('/staff');
    await forget(STAFF.sarah);
  });

  it('a key that waits is over after a quarter of an hour, and is of the session it was shown in alone', async () => {
    const [here, there] = [shop.browser(), shop.browser()];
    for (const one of [here, there]) {
      await logInAsStaff(one, STAFF.sarah);
      await one.get(PATH);
    }
    const shown = await here.post(`${PATH}/start`, { password: PASSWORD });
    expect(keyOn((await there.get(`${PATH}/set-up`)).html)).toBe('');
    const app = new Authenticator(keyOn(shown.html), shop.clock);
    expect((await there.post(`${PATH}/set-up`, { code: app.code() })).text).toContain('This took too long');
    shop.clock.advance(800);
    await here.get(`${PATH}/set-up`);
    shop.clock.advance(200);
    expect(keyOn((await here.get(`${PATH}/set-up`)).html)).toBe('');
    expect((await here.post(`${PATH}/set-up`, { code: app.code() })).status).toBe(422);
  });

  it('Z: at rest there is no secret and no code; what is sealed for one account opens nothing in another', async () => {
    const { app, codes } = await enrol(STAFF.sarah);
    const [kept] = await shop.rows<{ secret: Buffer }>('select secret from staff_second_factor where staff_id = $1', [await idOf(STAFF.sarah)]);
    expect(kept?.secret.length).toBe(20 + 12 + 16);
    const everything = JSON.stringify([
      await shop.rows(`select convert_from(canonical, 'UTF8') from audit_entry where actor_id = $1`, [await idOf(STAFF.sarah)]), await shop.rows('select params from mail'), await shop.rows('select code_hash from staff_recovery_code'), await shop.rows('select key from rate_limit'),
    ]);
    for (const code of codes) expect(everything).not.toContain(code);
    await shop.rows('insert into staff_second_factor select $2, secret, set_up_at, 0 from staff_second_factor where staff_id = $1', [await idOf(STAFF.sarah), await idOf(STAFF.olivia)]);
    expect((await withCode(STAFF.olivia, app.code())).text).toContain('This code is wrong');
    await forget(STAFF.olivia);
    await forget(STAFF.sarah);
  });
});

describe('A2: logging in with one', () => {
  let sarah: Enrolled;
  beforeAll(async () => {
    sarah = await enrol(STAFF.sarah);
  });
  afterAll(() => forget(STAFF.sarah));

  it('password alone opens the second step and nothing else: no page, no form and no API, walked over every route', async () => {
    const browser = await pending(STAFF.sarah);
    expect(staffCookie(browser)).toBe('');
    const [, cookie] = signInCookie(browser);
    expect(cookie).toMatch(/^osi_/);
    const opened: string[] = [];
    for (const { method, area, path, access } of routes) {
      if (area === 'storefront' || access === 'public' || access === 'sign-in') continue;
      const at = path.replaceAll(/:session|:tokenId/g, '00000000-0000-4000-8000-000000000000').replaceAll(/:[a-zA-Z]+/g, '1001');
      const response = area === 'rest'
        ? await api().with(cookie).call(method, at)
        : await browser.raw(at, { method, headers: { 'sec-fetch-site': 'same-origin' }, ...(method === 'GET' ? {} : { body: new URLSearchParams({ _csrf: browser.formToken }) }) });
      const isOut = area === 'rest' ? response.status === 401 : (response.headers.get('location') ?? '').startsWith('/staff/account/login');
      if (!isOut) opened.push(`${method} ${path}: ${response.status}`);
    }
    expect(opened).toEqual([]);
    const forged = shop.browser();
    forged.cookies.set('__Host-staff', cookie);
    expect((await forged.get('/staff')).url).toContain('/staff/account/login');
    expect((await browser.get('/staff/account/login')).status).toBe(200);
  });

  it('the code opens the portal where one wanted to go: a new session, and the step is over', async () => {
    const browser = shop.browser();
    await browser.get('/staff/account/login?next=/staff/orders');
    expect((await browser.post('/staff/account/login', { email: STAFF.sarah, password: PASSWORD, next: '/staff/orders' })).url).toBe(CODE_PATH);
    const step = signInCookie(browser);
    const used = sarah.app.code();
    expect((await browser.post(CODE_PATH, { code: `${used.slice(0, 3)} ${used.slice(3)}` })).url).toBe('/staff/orders');
    expect(signInCookie(browser)).toEqual(['', '']);
    expect(await logged(STAFF.sarah, 1)).toEqual(['login']);
    const again = shop.browser();
    again.cookies.set(...step);
    expect((await again.get(CODE_PATH)).url).toBe('/staff/account/login');
    // No replay in its window, from any browser.
    expect((await withCode(STAFF.sarah, used)).text).toContain('used already');
    expect(await logged(STAFF.sarah, 1)).toEqual(['login-refused: second-factor-used']);
  });

  it('a clock that is half a minute off is no trouble; one that is a minute off is', async () => {
    expect((await withCode(STAFF.sarah, sarah.app.code(-2))).status).toBe(422);
    expect((await withCode(STAFF.sarah, sarah.app.code(2))).status).toBe(422);
    expect((await withCode(STAFF.sarah, sarah.app.code(-1))).url).toBe('/staff');
    expect((await withCode(STAFF.sarah, sarah.app.code(1))).url).toBe('/staff');
    // What is older than the last is over too.
    expect((await withCode(STAFF.sarah, sarah.app.code())).text).toContain('used already');
  });

  it('of ten at once with one code, in ten browsers, one gets in', async () => {
    const browsers = await Promise.all(Array.from({ length: 10 }, () => pending(STAFF.sarah)));
    await shop.rows('delete from rate_limit');
    const code = sarah.app.code();
    const before = await shop.rows('select 1 from staff_session where ended_at is null and staff_id = $1', [await idOf(STAFF.sarah)]);
    const entered = (await Promise.all(browsers.map((browser) => browser.post(CODE_PATH, { code })))).filter(({ url }) => url === '/staff');
    expect(entered).toHaveLength(1);
    expect(await shop.rows('select 1 from staff_session where ended_at is null and staff_id = $1', [await idOf(STAFF.sarah)])).toHaveLength(before.length + 1);
  });

  it('a recovery code lets in once, however it is typed, and its owner hears of it', async () => {
    const [first = '', second = ''] = sarah.codes;
    expect((await withCode(STAFF.sarah, first.toLowerCase().replaceAll('-', ' '))).url).toBe('/staff');
    expect(await lastMail(STAFF.sarah)).toBe('recovery-code-used');
    expect(await logged(STAFF.sarah, 2)).toEqual(['login', 'use-recovery-code']);
    expect((await withCode(STAFF.sarah, first)).text).toContain('This recovery code was used already');
    expect(await logged(STAFF.sarah, 1)).toEqual(['login-refused: recovery-code-used']);
    expect((await withCode(STAFF.sarah, 'ABCD-EFGH-JKMN')).text).toContain('This code is wrong');
    expect((await withCode(STAFF.sarah, second)).url).toBe('/staff');
  });

  it('guessing codes is slowed as at the password, however often the password is typed', async () => {
    for (let n = 0; n < 5; n += 1) expect((await withCode(STAFF.sarah, `00000${n}`)).status).toBe(422);
    const right = await withCode(STAFF.sarah, sarah.app.code());
    expect([right.status, right.text.includes('too many attempts')]).toEqual([422, true]);
    expect(await logged(STAFF.sarah, 1)).toEqual(['login-refused: too-many-attempts']);
    shop.clock.advance(61);
    expect((await withCode(STAFF.sarah, sarah.app.code())).url).toBe('/staff');
  });

  it('the step is over after ten minutes, and with a new password', async () => {
    const late = await pending(STAFF.sarah);
    shop.clock.advance(601);
    const answer = await late.post(CODE_PATH, { code: sarah.app.code() });
    expect([answer.url, answer.text.includes('This login took too long')]).toEqual(['/staff/account/login', true]);
    const changed = await pending(STAFF.sarah);
    await shop.rows('update staff set password_hash = password_hash where email = $1', [STAFF.sarah]);
    expect((await changed.post(CODE_PATH, { code: sarah.app.code() })).url).toBe('/staff/account/login');
  });

  it('I01, H1: over REST the code comes as otp; missing, wrong and used each have their code', async () => {
    const code = sarah.app.code();
    expect(await token(STAFF.sarah)).toMatchObject({ status: 401, body: { code: 'second-factor-required' } });
    expect(await logged(STAFF.sarah, 1)).toEqual(['login-refused: second-factor-required']);
    expect(await token(STAFF.sarah, '000000')).toMatchObject({ status: 401, body: { code: 'second-factor-wrong' } });
    const given = await token(STAFF.sarah, code);
    expect((await api().with(given.body['token']).call('GET', '/V1/me')).status).toBe(200);
    expect(await token(STAFF.sarah, code)).toMatchObject({ status: 401, body: { code: 'second-factor-used' } });
    expect((await token(STAFF.sarah, sarah.codes[4])).status).toBe(200);
    // Without the password nobody learns that there is one.
    expect((await api().call('POST', '/V1/staff/token', { email: STAFF.sarah, password: 'wrong-password', otp: code })).body).toMatchObject({ code: 'credentials-wrong' });
  });

  it('a forgotten password gives no way round it', async () => {
    await shop.rows(`insert into password_reset (token_hash, person_kind, person_id, expires_at) values (sha256($1::bytea), 'staff', $2, $3)`, [Buffer.from(`opr_${'r'.repeat(43)}`), await idOf(STAFF.sarah), new Date(shop.clock.now().getTime() + 60_000)]);
    const browser = shop.browser();
    await browser.get(`/staff/account/reset?token=opr_${'r'.repeat(43)}`);
    expect((await browser.post('/staff/account/reset', { token: `opr_${'r'.repeat(43)}`, password: PASSWORD })).url).toBe('/staff/account/login');
    expect((await browser.post('/staff/account/login', { email: STAFF.sarah, password: PASSWORD })).url).toBe(CODE_PATH);
  });

  it('new recovery codes, another phone and turning off each ask for password and code', async () => {
    const browser = await pending(STAFF.sarah);
    await browser.post(CODE_PATH, { code: sarah.app.code() });
    await browser.get(PATH);
    for (const what of ['recovery-codes', 'start', 'off']) {
      expect((await browser.post(`${PATH}/${what}`, { password: PASSWORD, code: '' })).status).toBe(422);
      expect((await browser.post(`${PATH}/${what}`, { password: 'wrong-password', code: sarah.app.code(1) })).status).toBe(422);
    }
    await shop.rows('delete from rate_limit');
    const renewed = recoveryCodesOn((await browser.post(`${PATH}/recovery-codes`, { password: PASSWORD, code: sarah.app.code(1) })).html);
    expect(renewed).toHaveLength(10);
    expect(await lastMail(STAFF.sarah)).toBe('recovery-codes');
    expect((await withCode(STAFF.sarah, sarah.codes[7] ?? '')).status).toBe(422);
    await browser.get(PATH);
    const moved = await browser.post(`${PATH}/start`, { password: PASSWORD, code: renewed[0] ?? '' });
    shop.clock.advance(60);
    // Until the new phone is confirmed, the old one is good.
    expect((await withCode(STAFF.sarah, sarah.app.code())).url).toBe('/staff');
    const phone = new Authenticator(keyOn(moved.html), shop.clock);
    expect(recoveryCodesOn((await browser.post(`${PATH}/set-up`, { code: phone.code() })).html)).toHaveLength(10);
    shop.clock.advance(30);
    expect((await withCode(STAFF.sarah, sarah.app.code())).status).toBe(422);
    await browser.get(PATH);
    expect((await browser.post(`${PATH}/off`, { password: PASSWORD, code: phone.code() })).text).toContain('The second factor is turned off');
    expect([await lastMail(STAFF.sarah), (await logged(STAFF.sarah, 1))[0]]).toEqual(['turned-off', 'turn-off-second-factor']);
    expect((await pending(STAFF.sarah)).cookies.has('__Host-staff')).toBe(true);
  });
});

const ask = async (admin: TestBrowser, yes: boolean) => {
  const id = await roleId('View only');
  await admin.get(`/admin/roles/${id}`);
  return admin.post(`/admin/roles/${id}`, { name: 'View only', mode: 'view', secondFactorRequired: yes ? '1' : '0' });
};

describe('A2: a role that asks for one', () => {
  it('ends sessions without one at once, and lets nobody in before it is set up; it can’t be turned off', async () => {
    const [admin, vera] = [shop.browser(), shop.browser()];
    await logInAsStaff(admin, STAFF.admin);
    await logInAsStaff(vera, STAFF.vera);
    await enter(vera, CUSTOMER.john);
    await ask(admin, true);
    expect((await vera.get('/account')).text).toContain('your role asks for a second factor now');
    expect((await vera.get('/staff')).url).toContain('/staff/account/login');
    expect(await token(STAFF.vera)).toMatchObject({ status: 403, body: { code: 'second-factor-not-set-up' } });
    const asked = await logInAsStaff(vera, STAFF.vera);
    expect([asked.url, staffCookie(vera)]).toEqual([SET_UP_PATH, '']);
    expect((await vera.get('/staff/customers')).url).toContain('/staff/account/login');
    const shown = await vera.get(SET_UP_PATH);
    const app = new Authenticator(keyOn(shown.html), shop.clock);
    expect((await vera.post(SET_UP_PATH, { code: '000000' })).status).toBe(422);
    // Somebody else with the password gets a key of their own, and whoever is second changes nothing.
    const other = await pending(STAFF.vera);
    const otherKey = keyOn((await other.get(SET_UP_PATH)).html);
    expect(otherKey).not.toBe(keyOn(shown.html));
    const otherApp = new Authenticator(otherKey, shop.clock);
    const both = await Promise.all([vera.post(SET_UP_PATH, { code: app.code() }), other.post(SET_UP_PATH, { code: otherApp.code() })]);
    expect(both.map(({ html }) => recoveryCodesOn(html).length).toSorted((one, two) => one - two)).toEqual([0, 10]);
    const [first, inForce] = recoveryCodesOn(both[0].html).length === 10 ? [vera, app] : [other, otherApp];
    expect((await first.get('/staff')).url).toBe('/staff');
    shop.clock.advance(30);
    expect((await token(STAFF.vera, inForce.code())).status).toBe(200);
    shop.clock.advance(30);
    expect((await first.get(PATH)).html).not.toContain(`${PATH}/off`);
    const off = await first.post(`${PATH}/off`, { password: PASSWORD, code: inForce.code() });
    expect([off.status, off.text.includes('can’t be turned off')]).toEqual([422, true]);
  });

  it('who is given such a role, and whose login is under way while a role begins to ask, sets one up first', async () => {
    const [admin, max] = [shop.browser(), shop.browser()];
    await logInAsStaff(admin, STAFF.admin);
    await logInAsStaff(max, STAFF.max);
    const [viewOnly, sales] = [await roleId('View only'), await roleId('Sales')];
    const [id, api1] = [await idOf(STAFF.max), api().with((await token(STAFF.admin)).body['token'])];
    expect((await api1.call('PUT', `/V1/staff/${id}`, { roleId: viewOnly })).status).toBe(200);
    expect((await max.get('/staff')).url).toContain('/staff/account/login');
    expect(await shop.rows(`select end_reason from staff_session where staff_id = $1 order by ended_at desc limit 1`, [id])).toEqual([{ end_reason: 'second-factor-required' }]);
    expect((await logInAsStaff(max, STAFF.max)).url).toBe(SET_UP_PATH);
    await api1.call('PUT', `/V1/staff/${id}`, { roleId: sales });
    const other = await shop.database.owner.connect();
    try {
      await other.query('begin');
      await other.query('update role set second_factor_required = true where id = $1', [sales]);
      const entering = logInAsStaff(max, STAFF.max);
      await expect.poll(async () => (await shop.rows<{ n: number }>('select count(*)::int as n from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())'))[0]?.n, { timeout: 10_000 }).toBeGreaterThan(0);
      await other.query('commit');
      const over = await entering;
      expect([over.url, over.text.includes('Log in again')]).toEqual(['/staff/account/login', true]);
      expect((await max.get('/staff')).url).toContain('/staff/account/login');
      expect((await logInAsStaff(max, STAFF.max)).url).toBe(SET_UP_PATH);
    } finally {
      await other.query('rollback');
      other.release();
    }
    await shop.rows('update role set second_factor_required = false where id = $1', [sales]);
  });

  it('K: a login with the old password that is under way while a new one is set opens nothing', async () => {
    const other = await shop.database.owner.connect();
    try {
      await other.query('begin');
      await other.query('update staff set password_hash = password_hash where email = $1', [STAFF.olivia]);
      const entering = token(STAFF.olivia);
      await expect.poll(async () => (await shop.rows<{ n: number }>('select count(*)::int as n from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())'))[0]?.n, { timeout: 10_000 }).toBeGreaterThan(0);
      await other.query('commit');
      expect(await entering).toMatchObject({ status: 401, body: { code: 'sign-in-over' } });
      expect(await shop.rows('select 1 from staff_session where ended_at is null and staff_id = $1', [await idOf(STAFF.olivia)])).toEqual([]);
    } finally {
      await other.query('rollback');
      other.release();
    }
  });

  it('who asks for it in their own role has one first', async () => {
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    const id = await roleId('Administrator');
    await admin.get(`/admin/roles/${id}`);
    const refused = await admin.post(`/admin/roles/${id}`, { name: 'Administrator', mode: 'full', secondFactorRequired: '1' });
    expect([refused.status, refused.text.includes('You have this role and no second factor yourself')]).toEqual([422, true]);
    expect((await admin.get('/admin/roles')).status).toBe(200);
  });

  it('a lost phone is reset by an administrator with the right, never one’s own; everything of theirs ends and they are told', async () => {
    const [admin, max] = [shop.browser(), shop.browser()];
    await logInAsStaff(admin, STAFF.admin);
    await logInAsStaff(max, STAFF.max);
    const [vera, own] = [await idOf(STAFF.vera), await idOf(STAFF.admin)];
    const page = await admin.get(`/admin/staff/${vera}/security`);
    expect(page.text).toContain('Reset second factor');
    await max.get('/staff');
    expect((await max.post(`/admin/staff/${vera}/second-factor/reset`)).status).toBe(403);
    expect((await admin.post(`/admin/staff/${own}/second-factor/reset`)).text).toContain('You can’t reset your own second factor here');
    await admin.get(`/admin/staff/${vera}/security`);
    expect((await admin.post(`/admin/staff/${vera}/second-factor/reset`)).text).toContain('The second factor of Vera Novak was reset');
    expect([await lastMail(STAFF.vera), (await logged(STAFF.admin, 1))[0]]).toEqual(['reset', 'reset-second-factor']);
    expect(await shop.rows('select 1 from staff_session where ended_at is null and staff_id = $1', [vera])).toEqual([]);
    expect((await logInAsStaff(shop.browser(), STAFF.vera)).url).toBe(SET_UP_PATH);
    await admin.get(`/admin/staff/${vera}/security`);
    expect((await admin.post(`/admin/staff/${vera}/second-factor/reset`)).text).toContain('This account has no second factor');
    await ask(admin, false);
    expect((await logInAsStaff(shop.browser(), STAFF.vera)).url).toBe('/staff');
  });

  it('the last administrator is let in again from the command line, on record and told', async () => {
    const { app } = await enrol(STAFF.admin);
    const reset = (email: string) => unitOfWork(shop.database.owner).transaction((unit) => resetSecondFactor(unit, { email, now: shop.clock.now(), uuid: randomUUID }));
    expect(await reset('nobody@staff.example')).toBe(false);
    expect((await withCode(STAFF.admin, app.code())).url).toBe('/staff');
    expect(await reset(STAFF.admin)).toBe(true);
    expect(await lastMail(STAFF.admin)).toBe('reset');
    const admin = shop.browser();
    expect((await logInAsStaff(admin, STAFF.admin)).url).toBe('/staff');
    expect((await admin.get('/admin/action-logs')).text).toContain('reset the second factor of Ana Duarte');
    expect(await reset(STAFF.admin)).toBe(false);
  });
});
