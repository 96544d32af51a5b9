import type { Mailer } from '@onbehalf/http/jobs/mailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { PASSWORD, STAFF, logInAsCustomer, logInAsStaff } from '../testing/people.ts';

const NEW_PASSWORD = 'a-much-better-password';
const sent: { to: string; subject: string; text: string }[] = [];
const mailer: Mailer = {
  send: async ({ to, subject, text }) => {
    sent.push({ to, subject, text });
  },
};

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop({ mailer }, { TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => shop.close());

async function linkTo(email: string): Promise<string> {
  const pathIn = (): string => /https?:\/\/[^/]+(\/\S+token=\S+)/.exec(sent.findLast((mail) => mail.to === email && mail.text.includes('token='))?.text ?? '')?.[1] ?? '';
  await expect.poll(pathIn, { timeout: 10_000 }).not.toBe('');
  return pathIn();
}

describe('forgot password', () => {
  it('a customer chooses a new one by the link, once; his other sessions end; he is told', async () => {
    const email = 'john.doe@customer.example';
    const elsewhere = shop.browser();
    await logInAsCustomer(elsewhere, email);
    const john = shop.browser();
    await john.get('/account/forgot');
    await john.post('/account/forgot', { email });
    const link = await linkTo(email);
    await john.get(link);
    const token = new URL(link, shop.server.origin).searchParams.get('token') ?? '';
    expect((await john.post('/account/reset', { token, password: 'short' })).status).toBe(422);
    expect((await john.post('/account/reset', { token, password: NEW_PASSWORD })).url).toBe('/account/login');
    expect((await elsewhere.get('/account')).url).toContain('/account/login');
    expect((await john.post('/account/login', { email, password: NEW_PASSWORD })).url).toBe('/account');
    const again = shop.browser();
    await again.get(link);
    expect((await again.post('/account/reset', { token, password: 'yet-another-password' })).status).toBeGreaterThanOrEqual(400);
    await expect.poll(() => sent.filter((mail) => mail.to === email).length, { timeout: 10_000 }).toBe(2);
  });

  it('answers the same for an address that has no account, and sends nothing', async () => {
    const known = shop.browser();
    await known.get('/staff/account/forgot');
    const one = await known.post('/staff/account/forgot', { email: STAFF.ruth });
    const unknown = shop.browser();
    await unknown.get('/staff/account/forgot');
    const other = await unknown.post('/staff/account/forgot', { email: 'nobody@staff.example' });
    expect({ status: other.status, text: other.text }).toEqual({ status: one.status, text: one.text });
    await linkTo(STAFF.ruth);
    expect(sent.some((mail) => mail.to === 'nobody@staff.example')).toBe(false);
  });

  it('E09: no token is in the outbox or in the record', async () => {
    const mails = await shop.rows<{ params: object }>('select params from mail');
    expect(JSON.stringify(mails)).not.toContain('opr_');
    const hashes = await shop.rows<{ text: string }>(`select convert_from(canonical, 'UTF8') as text from audit_entry where action like '%reset%'`);
    expect(hashes.length).toBeGreaterThan(0);
    expect(JSON.stringify(hashes)).not.toContain('opr_');
  });
});

describe('a member of staff changes the password', () => {
  it('with the old one only, and every other session of the account ends', async () => {
    const here = shop.browser();
    await logInAsStaff(here, STAFF.olivia);
    const elsewhere = shop.browser();
    await logInAsStaff(elsewhere, STAFF.olivia);
    await here.get('/staff/account');
    expect((await here.post('/staff/account/password', { current: 'not-my-password', password: NEW_PASSWORD })).status).toBe(422);
    expect((await here.post('/staff/account/password', { current: PASSWORD, password: PASSWORD })).status).toBe(422);
    expect((await here.post('/staff/account/password', { current: PASSWORD, password: NEW_PASSWORD })).url).toBe('/staff/account');
    expect((await here.get('/staff')).url).toBe('/staff');
    expect((await elsewhere.get('/staff')).url).toContain('/staff/account/login');
  });
});

async function tokenFor(browser: TestBrowser): Promise<string> {
  await browser.get('/staff/account/login');
  return browser.formToken;
}

async function tryAs(ip: string, password: string): Promise<number> {
  const browser = shop.browser();
  const response = await browser.raw('/staff/account/login', {
    method: 'POST', headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': ip },
    body: new URLSearchParams({ _csrf: await tokenFor(browser), email: STAFF.max, password }),
  });
  return response.status;
}

describe('D03: an attacker', () => {
  it('is slowed at his own address and can’t lock Max out at his', async () => {
    for (let n = 0; n < 8; n += 1) expect(await tryAs('203.0.113.7', `guess-${n}-of-many`)).toBe(422);
    expect(await tryAs('203.0.113.7', PASSWORD)).toBe(422);
    expect(await tryAs('198.51.100.20', PASSWORD)).toBe(303);
  });

  it('N01: gains nothing from a second address of the same /64', async () => {
    for (let n = 0; n < 6; n += 1) await tryAs(`2001:db8:1:2::${n + 1}`, `guess-${n}-of-many`);
    expect(await tryAs('2001:db8:1:2::ffff', PASSWORD)).toBe(422);
    expect(await tryAs('2001:db8:1:3::1', PASSWORD)).toBe(303);
  });
});
