import type { Mailer } from '@onbehalf/http/jobs/mailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../start-server.ts';
import { ApiClient } from '../testing/api-client.ts';
import { Authenticator, keyOn } from '../testing/authenticator.ts';
import { databaseEnvironment, openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { hashesWhile } from '../testing/hashing-work.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import { TestBrowser } from '../testing/test-browser.ts';

const NEW_PASSWORD = 'a-much-better-password';
const SECRET = 'a-secret-for-tests-only-0123456789abcdef';
const PROXIED = { TRUSTED_PROXIES: '127.0.0.1', ONBEHALF_SECRET: SECRET };
const sent: { to: string; text: string }[] = [];
const mailer: Mailer = { send: async ({ to, text }) => void sent.push({ to, text }) };

let shop: DemoShop;
let twin: RunningServer;
beforeAll(async () => {
  shop = await openDemoShop({ mailer }, PROXIED);
  twin = await startServer(readConfig({ PORT: '0', ...databaseEnvironment(shop.database), ...PROXIED }), { clock: shop.clock, log: () => {}, mailer });
});
afterAll(async () => {
  await twin.stop();
  await shop.close();
});
beforeEach(() => shop.rows('delete from rate_limit'));
afterEach(() => expectInvariants(shop));

interface Try {
  email: string;
  password?: string;
  ip: string;
  /** Cookies, as a browser that was here before sends them. */
  from?: TestBrowser;
  at?: { origin: string };
  token?: string;
}

/** One try at the staff login: true where it lets in. */
async function tries({ email, password = PASSWORD, ip, from = shop.browser(), at = shop.server, token }: Try): Promise<boolean> {
  const cookie = [...from.cookies].filter(([name]) => name.endsWith('device')).map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${at.origin}/staff/account/login`, {
    method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': ip, cookie },
    body: new URLSearchParams({ _csrf: token ?? (await guestToken()), email, password }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    if (name.endsWith('device')) from.cookies.set(name, value);
  }
  return response.status === 303;
}

/** The same limits at the REST login, which takes one request. */
function guess({ email, ip }: Pick<Try, 'email' | 'ip'>): Promise<unknown> {
  return rest().call('POST', '/V1/staff/token', { email, password: 'guess-of-many' }, { 'x-forwarded-for': ip });
}

async function guestToken(): Promise<string> {
  const guest = shop.browser();
  await guest.get('/staff/account/login');
  return guest.formToken;
}

const forget = () => shop.rows('delete from login_place');
const codesOf = (email: string) => shop.rows<{ code: string }>(
  `select (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes'->>0 as code from audit_entry e join staff a on a.id = e.actor_id where a.email = $1 and e.action = 'login-refused' order by e.id`, [email]);
const idOf = async (email: string) => (await shop.rows<{ id: string }>('select id::text from staff where email = $1', [email]))[0]?.id ?? '';

const rest = () => new ApiClient(shop.server.origin);
const inactive = (active: boolean) => shop.rows('update staff set active = $2 where email = $1', [STAFF.vera, active]);

const resetToken = (email: string): string => /token=(opr_\S+)/.exec(sent.findLast(({ to, text }) => to === email && text.includes('token='))?.text ?? '')?.[1] ?? '';

// Seconds to wait differ by what the machine took.
const withoutNumbers = (text: string): string => text.replaceAll(/\d+ ?/g, '');

/** A crowd of strangers, each from an address of its own, until strangers have to wait. */
async function crowd(email: string): Promise<void> {
  await Promise.all(Array.from({ length: 20 }, (_, n) => guess({ email, ip: `203.0.113.${n + 1}` })));
}

describe('A1, D03: an attacker who never stops', () => {
  it('D03: from everywhere, slows strangers only: neither Max’s network nor Max’s browser elsewhere', async () => {
    const known = shop.browser();
    expect(await tries({ email: STAFF.max, ip: '198.51.100.1', from: known })).toBe(true);
    await crowd(STAFF.max);
    expect(await tries({ email: STAFF.max, password: 'wrong-password', ip: '203.0.113.99' })).toBe(false);
    expect((await codesOf(STAFF.max)).at(-1)).toEqual({ code: 'too-many-attempts' });
    expect(await tries({ email: STAFF.max, ip: '192.0.2.77' })).toBe(false);
    expect(await tries({ email: STAFF.max, ip: '198.51.100.1' })).toBe(true);
    expect(await tries({ email: STAFF.max, ip: '192.0.2.78', from: known })).toBe(true);
  });

  it('D03: slows strangers by minutes, not for good: whoever waits is heard', async () => {
    await crowd(STAFF.vera);
    expect(await tries({ email: STAFF.vera, ip: '192.0.2.80' })).toBe(false);
    shop.clock.advance(31);
    expect(await tries({ email: STAFF.vera, ip: '192.0.2.80' })).toBe(true);
  });

  it('D03: from the very office, can’t keep Max’s own browser out', async () => {
    const known = shop.browser();
    await tries({ email: STAFF.max, ip: '198.51.100.1', from: known });
    for (let n = 0; n < 5; n += 1) await guess({ email: STAFF.max, ip: '198.51.100.1' });
    expect(await tries({ email: STAFF.max, ip: '198.51.100.1' })).toBe(false);
    expect(await tries({ email: STAFF.max, ip: '198.51.100.1', from: known })).toBe(true);
  });

  it('D03: on who travels, and whose browser is new: the mailbox is a way round', async () => {
    await crowd(STAFF.clara);
    const abroad = shop.browser();
    await abroad.get('/staff/account/forgot');
    await abroad.post('/staff/account/forgot', { email: STAFF.clara });
    await expect.poll(() => resetToken(STAFF.clara), { timeout: 10_000 }).not.toBe('');
    await abroad.get(`/staff/account/reset?token=${resetToken(STAFF.clara)}`);
    expect((await abroad.post('/staff/account/reset', { token: resetToken(STAFF.clara), password: NEW_PASSWORD })).url).toBe('/staff/account/login');
    expect(await tries({ email: STAFF.clara, password: NEW_PASSWORD, ip: '192.0.2.90' })).toBe(false);
    expect(await tries({ email: STAFF.clara, password: NEW_PASSWORD, ip: '192.0.2.90', from: abroad })).toBe(true);
    const [entry] = await shop.rows<{ action: string }>(`select action from audit_entry where object_id = $1 and action like '%reset%' order by id desc limit 1`, [await idOf(STAFF.clara)]);
    expect(entry).toEqual({ action: 'reset-password' });
  });

  it('D03: can’t make a device of his own: a forged one, another’s, and none are the same stranger', async () => {
    await crowd(STAFF.ruth);
    const other = shop.browser();
    await tries({ email: STAFF.max, ip: '198.51.100.1', from: other });
    const forged = shop.browser();
    for (const [name] of other.cookies) if (name.endsWith('device')) forged.cookies.set(name, `20000.${'x'.repeat(16)}.${'y'.repeat(43)}`);
    for (const from of [other, forged]) expect(await tries({ email: STAFF.ruth, ip: '192.0.2.91', from })).toBe(false);
  });

  it('D03, N01: IPv6 counts by /64, and an IPv4 address mapped into it as itself', async () => {
    for (let n = 0; n < 5; n += 1) await guess({ email: STAFF.olivia, ip: `2001:db8:5:6::${n + 1}` });
    expect(await tries({ email: STAFF.olivia, ip: '2001:db8:5:6:ffff::1' })).toBe(false);
    expect(await tries({ email: STAFF.olivia, ip: '2001:db8:5:7::1' })).toBe(true);
    for (let n = 0; n < 5; n += 1) await guess({ email: STAFF.ruth, ip: '192.0.2.5' });
    expect(await tries({ email: STAFF.ruth, ip: '::ffff:192.0.2.5' })).toBe(false);
  });

  it('D03, K2: of fifty guesses at once at two processes, five are looked at', async () => {
    const token = await guestToken();
    const guessAt = (n: number) => fetch(`${(n % 2 === 0 ? shop.server : twin).origin}/staff/account/login`, {
      method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': '203.0.113.200' }, body: new URLSearchParams({ _csrf: token, email: STAFF.sarah, password: `guess-${n}-of-many` }),
    });
    expect(await hashesWhile(() => Promise.all(Array.from({ length: 50 }, (_, n) => guessAt(n))))).toBe(5);
    expect(await tries({ email: STAFF.sarah, ip: '203.0.113.200', at: twin })).toBe(false);
    expect(await tries({ email: STAFF.sarah, ip: '203.0.113.201', at: twin })).toBe(true);
  });

  it('D03: who spreads guesses over many accounts is stopped at the network, and nobody who works there', async () => {
    await forget();
    expect(await tries({ email: STAFF.max, ip: '198.51.100.60' })).toBe(true);
    await Promise.all(Array.from({ length: 40 }, (_, n) => guess({ email: `nobody-${n}@staff.example`, ip: '198.51.100.60' })));
    expect(await tries({ email: STAFF.vera, ip: '198.51.100.60' })).toBe(false);
    expect(await tries({ email: STAFF.max, ip: '198.51.100.60' })).toBe(true);
  });

  it('D03: nor can a customer be kept out: his own network is known, strangers wait', async () => {
    const email = 'john.doe@customer.example';
    const page = shop.browser();
    await page.get('/account/login');
    const tryAt = async (ip: string, password: string): Promise<number> =>
      (await page.raw('/account/login', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': ip }, body: new URLSearchParams({ _csrf: page.formToken, email, password }) })).status;
    expect(await tryAt('198.51.100.90', PASSWORD)).toBe(303);
    await Promise.all(Array.from({ length: 20 }, (_, n) => tryAt(`203.0.113.${n + 1}`, 'guess-of-many')));
    expect(await tryAt('192.0.2.95', PASSWORD)).toBe(422);
    expect(await tryAt('198.51.100.90', PASSWORD)).toBe(303);
  });

  it('Z: what is counted tells neither who nor where', async () => {
    await tries({ email: STAFF.max, password: 'wrong-password', ip: '203.0.113.5' });
    const rows = await shop.rows<{ key: string }>('select key from rate_limit');
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(rows)).not.toMatch(/max|keller|203\.0\.113/);
  });
});

describe('I01, A1: nobody learns which accounts there are', () => {

  it('I01, A1: unknown e-mail, wrong password, inactive account and one without a password take one hash each, at both logins', async () => {
    await inactive(false);
    await shop.rows(`update staff set password_hash = 'none' where email = $1`, [STAFF.ruth]);
    const cases = [{ email: 'nobody@staff.example', password: PASSWORD }, { email: STAFF.max, password: 'wrong-password' }, { email: STAFF.vera, password: PASSWORD }, { email: STAFF.ruth, password: PASSWORD }];
    const token = await guestToken();
    for (const given of cases) {
      expect(await hashesWhile(() => rest().call('POST', '/V1/staff/token', given))).toBe(1);
      expect(await hashesWhile(() => tries({ ...given, ip: '192.0.2.200', token }))).toBe(1);
    }
    await shop.rows('update staff set password_hash = (select password_hash from staff where email = $2) where email = $1', [STAFF.ruth, STAFF.max]);
    await inactive(true);
  });

  it('I01, A1: and get one answer, page and JSON alike, also where the tries are over', async () => {
    await inactive(false);
    const answers: { statuses: number[]; bodies: string[]; pages: string[] }[] = [];
    for (const given of [{ email: 'nobody@staff.example', password: PASSWORD }, { email: STAFF.max, password: 'wrong-password' }, { email: STAFF.vera, password: PASSWORD }]) {
      const page = async (): Promise<string> => {
        const browser = shop.browser();
        await browser.get('/staff/account/login');
        const { html } = await browser.post('/staff/account/login', given);
        return withoutNumbers(html.slice(0, html.indexOf('demo-accounts')).replaceAll(given.email, ''));
      };
      const pages = [await page()];
      const tried: { status: number; body: object }[] = [];
      for (let n = 0; n < 6; n += 1) tried.push(await rest().call('POST', '/V1/staff/token', given));
      pages.push(await page());
      answers.push({ statuses: tried.map(({ status }) => status), bodies: tried.map(({ body }) => withoutNumbers(JSON.stringify({ ...body, instance: '' }))), pages });
      await shop.rows('delete from rate_limit');
    }
    await inactive(true);
    for (const one of answers.slice(1)) expect(one).toEqual(answers[0]);
    expect(answers[0]?.statuses).toEqual([401, 401, 401, 401, 429, 429]);
    expect(answers[0]?.bodies.at(-1)).toContain('too-many-attempts');
    expect(answers[0]?.pages[1]).toContain('too many attempts');
  });
});

describe('A1: what a new password and a new login end', () => {
  it('A1: a changed password ends every other session and token, and the customer’s account the actor is in, each with its reason on record', async () => {
    const [here, elsewhere] = [shop.browser(), shop.browser()];
    for (const browser of [here, elsewhere]) await logInAsStaff(browser, STAFF.sarah);
    const token = rest().with((await rest().call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD })).body['token']);
    await enter(here, CUSTOMER.john);
    await here.get('/staff/account');
    expect((await here.post('/staff/account/password', { current: 'not-my-password', password: NEW_PASSWORD })).status).toBe(422);
    expect((await elsewhere.get('/staff')).url).toBe('/staff');
    await here.get('/staff/account');
    expect((await here.post('/staff/account/password', { current: PASSWORD, password: NEW_PASSWORD })).url).toBe('/staff/account');
    expect((await here.get('/staff')).url).toBe('/staff');
    expect((await elsewhere.get('/staff')).url).toContain('/staff/account/login');
    expect((await token.call('GET', '/V1/me')).status).toBe(401);
    expect((await here.get('/account')).text).toContain('your password was changed');
    const ended = await shop.rows<{ reason: string }>(
      `select (split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'reason' as reason from audit_entry where actor_id = $1 and action in ('logout', 'end') order by id desc limit 3`, [await idOf(STAFF.sarah)]);
    expect(ended.map(({ reason }) => reason)).toEqual(['password-changed', 'password-changed', 'password-changed']);
    await shop.rows('update staff set password_hash = (select password_hash from staff where email = $2) where email = $1', [STAFF.sarah, STAFF.max]);
  });

  it('A1: guessing the present password is slowed as at the login', async () => {
    const browser = shop.browser();
    await logInAsStaff(browser, STAFF.olivia);
    const texts: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      await browser.get('/staff/account');
      texts.push((await browser.post('/staff/account/password', { current: `guess-${n}-of-many`, password: NEW_PASSWORD })).text);
    }
    expect(texts.at(-1)).toContain('too many attempts');
    expect(texts.at(0)).not.toContain('too many attempts');
  });

  it('S01: a login in a browser that is logged in gives a new session, and the old one is over with what was begun from it', async () => {
    const browser = shop.browser();
    await browser.get('/staff/account/login');
    await logInAsStaff(browser, STAFF.max);
    const name = [...browser.cookies.keys()].find((one) => one.endsWith('staff')) ?? '';
    const before = browser.cookies.get(name) ?? '';
    await browser.get('/staff');
    await browser.post('/staff/account/login', { email: STAFF.max, password: PASSWORD });
    expect(browser.cookies.get(name)).not.toBe(before);
    const old = shop.browser();
    old.cookies.set(name, before);
    expect((await old.get('/staff')).url).toContain('/staff/account/login');
    expect((await browser.get('/staff')).url).toBe('/staff');
  });

  it('K2, A2: the password at one process, the code at another, and the session is one', async () => {
    const browser = shop.browser();
    await logInAsStaff(browser, STAFF.olivia);
    await browser.get('/staff/account/second-factor');
    const app = new Authenticator(keyOn((await browser.post('/staff/account/second-factor/start', { password: PASSWORD })).html), shop.clock);
    await browser.post('/staff/account/second-factor/set-up', { code: app.code() });
    shop.clock.advance(30);
    const [here, there] = [new TestBrowser(shop.server.origin), new TestBrowser(twin.origin)];
    expect((await logInAsStaff(here, STAFF.olivia)).url).toBe('/staff/account/login/code');
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    await there.get('/staff/account/login/code');
    expect((await there.post('/staff/account/login/code', { code: app.code() })).url).toBe('/staff');
    for (const [name, value] of there.cookies) here.cookies.set(name, value);
    expect((await here.get('/staff')).url).toBe('/staff');
    await here.get('/staff/account/sessions');
    await here.post('/staff/account/sessions/end-all');
    expect((await there.get('/staff')).url).toContain('/staff/account/login');
  });
});
