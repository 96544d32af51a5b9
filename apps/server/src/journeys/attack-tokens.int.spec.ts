import { unseal } from '@onbehalf/assist';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../start-server.ts';
import { ApiClient } from '../testing/api-client.ts';
import { databaseEnvironment, openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { endEverySession, expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, lineIn, logInAsStaff } from '../testing/people.ts';
import { setting } from '../testing/settings.ts';
import { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
/** The same shop behind a proxy that it trusts. */
let behind: RunningServer;
let api: ApiClient;
beforeAll(async () => {
  shop = await openDemoShop();
  behind = await startServer(
    readConfig({ PORT: '0', ...databaseEnvironment(shop.database), ONBEHALF_SECRET: 'a-secret-for-tests-only-0123456789abcdef', TRUSTED_PROXIES: '127.0.0.1' }), { clock: shop.clock, log: () => {} });
  api = new ApiClient(shop.server.origin);
});
afterAll(async () => {
  await behind.stop();
  await shop.close();
});
afterEach(async () => {
  await expectInvariants(shop);
  await endEverySession(shop);
  await shop.rows('delete from rate_limit');
});

async function staff(email: string, at = api, headers: Record<string, string> = {}): Promise<ApiClient> {
  const { body } = await at.call('POST', '/V1/staff/token', { email, password: PASSWORD }, headers);
  return at.with(body['token']);
}

async function inside(client: ApiClient, customerId: string, headers: Record<string, string> = {}): Promise<ApiClient> {
  const { body } = await client.call('POST', `/V1/staff/customers/${customerId}/token`, { switch: true, confirm: true }, headers);
  return client.with(body['token']);
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (header: object, claims: object, signature = ''): string => `${part(header)}.${part(claims)}.${signature}`;
const CLAIMS = { sub: CUSTOMER.john, act: { sub: '1' }, sid: crypto.randomUUID(), aud: 'main', iat: 1, exp: 9_999_999_999, role: 'Administrator' };

/** Refused wherever it is shown, with the code of somebody who isn't signed in, or was and no longer is. */
async function expectNobody(token: string, code: string): Promise<void> {
  for (const [method, path] of [['GET', '/V1/me'], ['GET', '/V1/carts/mine'], ['GET', '/V1/staff/customers'], ['POST', `/V1/staff/customers/${CUSTOMER.john}/token`]] as const) {
    expect(await api.with(token).call(method, path, method === 'POST' ? {} : undefined)).toMatchObject({ status: 401, body: { code } });
  }
  await expectInvariants(shop, { over: [token] });
}

describe('bearers that nobody was given', () => {
  it.each([
    ['a JWT without expiry, actor and session', jwt({ alg: 'HS256', typ: 'JWT' }, { sub: CUSTOMER.john }, 'c2ln'), 'not-signed-in'],
    ['the form of a staff token and nothing behind it', `ort_${'A'.repeat(43)}`, 'not-signed-in'],
    ['the form of a context’s token and nothing behind it', `orc_${'A'.repeat(43)}`, 'assist-session-over'],
  ])('I05: %s opens nothing, as a bearer or as a cookie', async (_what, token, code) => expectNobody(token, code));

  it.each([
    ['that says it needs no signature', jwt({ alg: 'none' }, CLAIMS)],
    ['signed with a key that it brings along', jwt({ alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }, CLAIMS, Buffer.from('a-secret').toString('base64url'))],
    ['whose key id is a path', jwt({ alg: 'HS256', kid: '../../../../dev/null' }, CLAIMS, 'c2ln')],
    ['whose key id is SQL', jwt({ alg: 'HS256', kid: `x' union select 'key' --` }, CLAIMS, 'c2ln')],
  ])('I06: a JWT %s opens nothing, as a bearer or as a cookie', async (_what, token) => expectNobody(token, 'not-signed-in'));

  it('I05: a token of ours opens nothing under another kind’s name, as the staff’s for a context’s or the API’s for a cookie', async () => {
    const sarah = await staff(STAFF.sarah);
    const john = await inside(sarah, CUSTOMER.john);
    for (const token of [sarah.token ?? '', john.token ?? '']) {
      const others = ['ost_', 'oas_', 'ocs_', 'ort_', 'orc_', 'opr_', 'oho_', 'oml_'].filter((prefix) => !token.startsWith(prefix)).map((prefix) => prefix + token.slice(4));
      await expectInvariants(shop, { over: [...others, token.slice(4), `${token}A`, token.slice(0, -1), token.toUpperCase()] });
    }
    expect((await john.call('GET', '/V1/me')).status).toBe(200);
  });

  it('I10: nothing but a member of staff starts a context: no key, no customer, no context', async () => {
    const john = shop.browser();
    await john.get('/account/login');
    await john.post('/account/login', { email: 'john.doe@customer.example', password: PASSWORD });
    const context = await inside(await staff(STAFF.sarah), CUSTOMER.john);
    for (const [client, status] of [[api, 401], [api.with(john.cookies.get('__Host-shop')), 401], [context, 403]] as const) {
      expect((await client.call('POST', `/V1/staff/customers/${CUSTOMER.uma}/token`, {})).status).toBe(status);
    }
    const nobody = `insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at) values (gen_random_uuid(), sha256('x'), $1, 'api', now(), now())`;
    await expect(shop.database.app.query(nobody, [null])).rejects.toThrow('not-null');
    await expect(shop.database.app.query(nobody, ['999999'])).rejects.toThrow('foreign key');
    await expect(shop.database.app.query(`insert into assist_session select (jsonb_populate_record(s, '{"actor_id": null}'::jsonb)).* from assist_session s limit 1`)).rejects.toThrow('not-null');
  });

  it('I11: a list of tokens gives handles, by which they are revoked, and never a token', async () => {
    const [first, second] = [await staff(STAFF.sarah), await staff(STAFF.sarah)];
    const { body } = await first.call('GET', '/V1/staff/tokens');
    const items = body['items'] as { id: string; current: boolean }[];
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect(items).toHaveLength(2);
    expect(JSON.stringify(body)).not.toMatch(/o[a-z]{2}_[A-Za-z0-9_-]{43}/);
    const other = items.find(({ current }) => !current)?.id ?? '';
    expect((await (await staff(STAFF.max)).call('DELETE', `/V1/staff/tokens/${other}`)).status).toBe(404);
    expect((await first.call('DELETE', `/V1/staff/tokens/${second.token ?? ''}`)).status).toBe(422);
    expect((await first.call('DELETE', `/V1/staff/tokens/${other}`)).status).toBe(204);
    expect((await second.call('GET', '/V1/me')).status).toBe(401);
    await expectInvariants(shop, { over: [second.token ?? ''] });
  });
});

describe('I03: a context token whose ground is gone', () => {
  it.each([
    ['the actor lost the right', `update role_resource set resource = 'other' where resource = 'customers.login-as-customer.login'`, `update role_resource set resource = 'customers.login-as-customer.login' where resource = 'other'`, 'permission-lost'],
    ['the customer was blocked', `update customer set status = 'blocked' where id = 1001`, `update customer set status = 'active' where id = 1001`, 'customer-blocked'],
    ['the actor was deactivated', `update staff set active = false where email = '${STAFF.sarah}'`, `update staff set active = true where email = '${STAFF.sarah}'`, 'actor-deactivated'],
  ])('I03: %s: dead at the next request, with the reason on record', async (_what, change, undo, reason) => {
    const john = await inside(await staff(STAFF.sarah), CUSTOMER.john);
    await shop.rows(change);
    const refused = await john.call('GET', '/V1/carts/mine');
    await shop.rows(undo);
    expect(refused).toMatchObject({ status: 401, body: { code: 'assist-session-over' } });
    expect(await shop.rows('select end_reason from assist_session order by started_at desc limit 1')).toEqual([{ end_reason: reason }]);
    await expectInvariants(shop, { over: [john.token ?? ''] });
  });
});

describe('I09: a context by REST may no more than one in a browser', () => {
  it('I09: is over when the actor was idle, with the staff token it came from', async () => {
    const sarah = await staff(STAFF.sarah);
    const john = await inside(sarah, CUSTOMER.john);
    shop.clock.advance(900);
    expect((await john.call('GET', '/V1/carts/mine')).status).toBe(401);
    expect((await sarah.call('GET', '/V1/me')).status).toBe(401);
    expect(await shop.rows('select end_reason from assist_session order by started_at desc limit 1')).toEqual([{ end_reason: 'idle' }]);
    await expectInvariants(shop, { over: [john.token ?? '', sarah.token ?? ''] });
  });

  it('I09: is one at a time together with the browser’s, and a switch ends the browser’s', async () => {
    const browser = shop.browser();
    await logInAsStaff(browser, STAFF.sarah);
    await enter(browser, CUSTOMER.john);
    const sarah = await staff(STAFF.sarah);
    expect(await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, {})).toMatchObject({ status: 409, body: { code: 'already-in-customer' } });
    expect((await (await inside(sarah, CUSTOMER.john)).call('GET', '/V1/me')).status).toBe(200);
    expect((await browser.get('/cart')).text).toContain('Assist session ended');
  });

  it('I09: keeps out of the pages that are not allowed, on record as there', async () => {
    await setting(shop).set('assist/restricted_handles', 'checkout_cart_add');
    const john = await inside(await staff(STAFF.sarah), CUSTOMER.john);
    expect(await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 })).toMatchObject({ status: 403, body: { code: 'not-available-in-context' } });
    await shop.rows(`delete from setting_value where path = 'assist/restricted_handles'`);
    const [entry] = await shop.rows<{ action: string; object_id: string }>('select action, object_id from audit_entry order by id desc limit 1');
    expect(entry).toEqual({ action: 'restricted-page', object_id: 'checkout_cart_add' });
  });

  it.each([['-1', 'price-negative'], ['1e3', 'price-not-a-number']])('I09: refuses the price %j with the code of the field in the cart', async (price, code) => {
    const john = await inside(await staff(STAFF.sarah), CUSTOMER.john);
    await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 });
    const { body } = await john.call('GET', '/V1/carts/mine');
    const [line] = body['lines'] as { id: string }[];
    expect(await john.call('PUT', `/V1/carts/mine/items/${line?.id ?? ''}/price`, { version: body['version'], price })).toMatchObject({ status: 422, body: { code } });
    const browser = shop.browser();
    await logInAsStaff(browser, STAFF.sarah);
    await enter(browser, CUSTOMER.john, { switch: '1', confirm: '1' });
    const { id, version } = lineIn((await browser.get('/cart')).html);
    expect((await browser.post(`/cart/lines/${id}/price`, { version, price })).status).toBe(422);
    const codes = await shop.rows<{ codes: string[] }>(`select (split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes' as codes from audit_entry where action = 'set-price' order by id desc limit 2`);
    expect(codes).toEqual([{ codes: [code] }, { codes: [code] }]);
  });
});

const SPOOFED = { forwarded: 'for=6.6.6.6', 'x-real-ip': '6.6.6.6', 'cf-connecting-ip': '6.6.6.6', 'true-client-ip': '6.6.6.6', 'x-client-ip': '6.6.6.6', 'x-cluster-client-ip': '6.6.6.6' };
const newestAddress = () => shop.rows<{ ip: string }>('select ip from staff_session order by created_at desc limit 1');

const from = (ip: string): Record<string, string> => ({ 'x-forwarded-for': ip });

describe('what a client says of its address', () => {
  it('N01: X-Forwarded-For counts for nothing from somebody who is no proxy of ours, neither in the record nor for the limits', async () => {
    await staff(STAFF.max, api, { 'x-forwarded-for': '6.6.6.6' });
    expect(await newestAddress()).toEqual([{ ip: '127.0.0.1' }]);
    const tried: number[] = [];
    for (let n = 0; n < 7; n += 1) tried.push((await api.call('POST', '/V1/staff/token', { email: 'not.there@staff.example', password: 'a-wrong-password' }, { 'x-forwarded-for': `203.0.113.${n}` })).status);
    expect(tried.at(-1)).toBe(429);
  });

  it('N01: behind our proxy only what the proxy itself wrote counts, not what it was sent', async () => {
    await staff(STAFF.max, new ApiClient(behind.origin), { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' });
    expect(await newestAddress()).toEqual([{ ip: '203.0.113.9' }]);
  });

  it('N06: no other header names an address, with a proxy or without', async () => {
    await staff(STAFF.max, api, SPOOFED);
    expect(await newestAddress()).toEqual([{ ip: '127.0.0.1' }]);
    await staff(STAFF.max, new ApiClient(behind.origin), { ...SPOOFED, 'x-forwarded-for': '203.0.113.9' });
    expect(await newestAddress()).toEqual([{ ip: '203.0.113.9' }]);
  });

  it('N05: a context that goes on from another network is on record and mailed, once per network, and goes on', async () => {
    const at = new ApiClient(behind.origin);
    const context = await inside(await staff(STAFF.sarah, at, from('203.0.113.9')), CUSTOMER.john, from('203.0.113.9'));
    const news = () => shop.rows<{ action: string; codes: string[] }>(`select e.action, b.body->'codes' as codes from assist_session s join audit_entry e on e.stream = s.id, lateral (select split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb as body) b where s.ended_at is null and e.action = 'address-change' order by e.seq`);
    expect((await context.call('GET', '/V1/carts/mine', undefined, from('203.0.44.1'))).status).toBe(200);
    expect(await news()).toEqual([]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => context.call('GET', '/V1/me', undefined, from('198.51.100.7'))));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await context.call('GET', '/V1/me', undefined, from('203.0.113.9'));
    await context.call('GET', '/V1/me', undefined, from('198.51.100.9'));
    expect(await news()).toEqual([{ action: 'address-change', codes: ['suspicious-address-change'] }]);
    expect(await shop.rows('select codes, blocked, during from suspicion order by id desc limit 1')).toEqual([{ codes: ['suspicious-address-change'], blocked: false, during: true }]);
    await shop.rows(`select graphile_worker.add_job('sweep')`);
    const subjects = () => shop.rows<{ subject_line: string | null }>(`select distinct subject_line from mail where template = 'suspicious-activity' and subject_line like 'Something%'`);
    await expect.poll(subjects, { timeout: 10_000 }).toEqual([{ subject_line: 'Something unusual by Sarah Johnson' }]);
  });

  it('N05, E6: audit/suspicious/block Yes: it is over at that request, for that reason, and audit/ip_tracking No: nothing is known of networks', async () => {
    const at = new ApiClient(behind.origin);
    const [here, there] = [from('203.0.113.9'), from('198.51.100.7')];
    const sarah = await staff(STAFF.sarah, at, here);
    const first = await inside(sarah, CUSTOMER.john, here);
    await setting(shop).set('audit/suspicious/block', '1');
    expect(await first.call('GET', '/V1/carts/mine', undefined, there)).toMatchObject({ status: 401, body: { code: 'assist-session-over' } });
    expect((await first.call('GET', '/V1/carts/mine', undefined, here)).status).toBe(401);
    expect(await shop.rows('select end_reason from assist_session order by started_at desc limit 1')).toEqual([{ end_reason: 'address-changed' }]);
    await expectInvariants(shop, { over: [first.token ?? ''] });
    const second = await inside(sarah, CUSTOMER.john, here);
    await setting(shop).set('audit/ip_tracking', '0');
    expect((await second.call('GET', '/V1/carts/mine', undefined, there)).status).toBe(200);
    await shop.rows(`delete from setting_value where path like 'audit/%'`);
  });

  it('N04: the actor’s address and the customer’s are two, and the customer’s stays his', async () => {
    const john = new TestBrowser(behind.origin);
    await john.get('/account/login');
    const login = await john.raw('/account/login', {
      method: 'POST', headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': '198.51.100.1' },
      body: new URLSearchParams({ _csrf: john.formToken, email: 'john.doe@customer.example', password: PASSWORD }),
    });
    expect(login.status).toBe(303);
    const there = from('203.0.113.9');
    const context = await inside(await staff(STAFF.sarah, new ApiClient(behind.origin), there), CUSTOMER.john, there);
    await context.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 }, there);
    const [entry] = await shop.rows<{ sealed: string; key: Buffer }>(
      `select (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->>'sealed' as sealed, c.record_key as key from audit_entry e join customer c on c.id = e.subject_id where e.action = 'add-line' order by e.id desc limit 1`);
    expect(unseal(entry?.key ?? null, entry?.sealed ?? null)).toMatchObject({ ip: '203.0.113.9', customerIp: '198.51.100.1' });
    expect(await shop.rows('select last_ip from customer where id = 1001')).toEqual([{ last_ip: '198.51.100.1' }]);
  });
});
