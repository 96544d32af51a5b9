import { RESOURCE } from '@onbehalf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

const PATH = '/staff/account/sessions';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

const api = () => new ApiClient(shop.server.origin);
const idOf = async (email: string) => (await shop.rows<{ id: string }>('select id::text from staff where email = $1', [email]))[0]?.id ?? '';
const endings = (html: string): string[] => [...html.matchAll(/sessions\/([0-9a-f-]{36})\/end"/g)].map(([, id = '']) => id);

async function loggedIn(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function tokenOf(email: string): Promise<ApiClient> {
  return api().with((await api().call('POST', '/V1/staff/token', { email, password: PASSWORD }, { 'user-agent': 'curl/8.9.1' })).body['token']);
}

/** Why things of somebody ended and what they did about sessions, newest first. */
async function log(email: string, limit: number): Promise<string[]> {
  const rows = await shop.rows<{ line: string }>(
    `select e.action || coalesce(' ' || ((split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'reason'), '') as line from audit_entry e join staff a on a.id = e.actor_id
      where a.email = $1 and e.action in ('end', 'logout', 'end-session', 'end-all-sessions') order by e.id desc limit $2`, [email, limit]);
  return rows.map(({ line }) => line);
}

describe('A2: my sessions', () => {
  it('are listed with program, system and customer, this one marked, and without a token', async () => {
    const [here, there] = [await loggedIn(STAFF.sarah), await loggedIn(STAFF.sarah)];
    await tokenOf(STAFF.sarah);
    await enter(there, CUSTOMER.john);
    const page = await here.get(PATH);
    expect(endings(page.html)).toHaveLength(3);
    for (const text of ['This session', 'In the account of John Doe', 'curl', 'API token', '127.0.0.1']) expect(page.text).toContain(text);
    expect(page.html).not.toMatch(/o(st|rt|as)_[A-Za-z0-9_-]{43}/);
    expect((await (await loggedIn(STAFF.max)).get(PATH)).text).not.toContain('John Doe');
    await there.post('/assist/exit');
  });

  it('one that is ended is over on its next request, and the customer’s account begun from it at once, with its reason', async () => {
    const [here, there] = [await loggedIn(STAFF.olivia), await loggedIn(STAFF.olivia)];
    await enter(there, CUSTOMER.john);
    const mine = endings((await here.get(PATH)).html);
    const [inside] = await shop.rows<{ id: string; session: string }>('select id, staff_session_id as session from assist_session where ended_at is null');
    expect(mine).toContain(inside?.session);
    expect((await here.post(`${PATH}/${inside?.session ?? ''}/end`)).text).toContain('The session was ended');
    expect(await shop.rows('select end_reason from assist_session where id = $1', [inside?.id])).toEqual([{ end_reason: 'ended-elsewhere' }]);
    expect((await there.get('/account')).text).toContain('you ended it from another session');
    expect((await there.get('/staff')).url).toContain('/staff/account/login');
    expect((await here.get('/staff')).url).toBe('/staff');
    expect(await log(STAFF.olivia, 3)).toEqual(['end-session', 'logout ended-elsewhere', 'end ended-elsewhere']);
  });

  it('a colleague’s session, one that is over and nonsense are not there', async () => {
    const [olivia, max] = [await loggedIn(STAFF.olivia), await loggedIn(STAFF.max)];
    const [theirs = ''] = endings((await max.get(PATH)).html);
    await olivia.get(PATH);
    expect((await olivia.post(`${PATH}/${theirs}/end`)).status).toBe(404);
    expect((await olivia.post(`${PATH}/1001/end`)).status).toBe(422);
    expect((await max.get('/staff')).url).toBe('/staff');
    await max.get(PATH);
    expect((await max.post(`${PATH}/${theirs}/end`)).url).toMatch(/^\/staff/);
  });

  it('“Log out everywhere” ends browsers, tokens and the customer’s account, this one too', async () => {
    const [here, there] = [await loggedIn(STAFF.sarah), await loggedIn(STAFF.sarah)];
    const token = await tokenOf(STAFF.sarah);
    await enter(there, CUSTOMER.john);
    await here.get(PATH);
    const out = await here.post(`${PATH}/end-all`);
    expect([out.url, out.text.includes('You are logged out everywhere')]).toEqual(['/staff/account/login', true]);
    for (const browser of [here, there]) expect((await browser.get('/staff')).url).toContain('/staff/account/login');
    expect((await token.call('GET', '/V1/me')).status).toBe(401);
    expect(await shop.rows('select 1 from staff_session where ended_at is null and staff_id = $1', [await idOf(STAFF.sarah)])).toEqual([]);
    expect(await shop.rows('select 1 from assist_session where ended_at is null and actor_id = $1', [await idOf(STAFF.sarah)])).toEqual([]);
    expect((await log(STAFF.sarah, 1))[0]).toBe('end-all-sessions');
  });

  it('one that was left alone too long is not listed as open', async () => {
    await loggedIn(STAFF.vera);
    shop.clock.advance(901);
    expect(endings((await (await loggedIn(STAFF.vera)).get(PATH)).html)).toHaveLength(1);
  });
});

describe('A2: an administrator', () => {
  it('sees and ends the sessions of somebody else; what is ended is over at once, and both are on record', async () => {
    const [admin, max] = [await loggedIn(STAFF.admin), await loggedIn(STAFF.max)];
    await enter(max, CUSTOMER.john);
    const id = await idOf(STAFF.max);
    const page = await admin.get(`/admin/staff/${id}/security`);
    expect(page.text).toContain('In the account of John Doe');
    const [first = ''] = endings(page.html);
    expect((await admin.post(`/admin/staff/${id}/sessions/${first}/end`)).text).toContain('The session was ended');
    expect((await max.get('/account')).text).toContain('an administrator ended it');
    expect(await log(STAFF.max, 2)).toEqual(['logout ended-by-administrator', 'end ended-by-administrator']);
    expect((await log(STAFF.admin, 1))[0]).toBe('end-session');
    await loggedIn(STAFF.max);
    await admin.get(`/admin/staff/${id}/security`);
    expect((await admin.post(`/admin/staff/${id}/sessions/end-all`)).text).toMatch(/sessions? (was|were) ended/);
    expect((await admin.get('/admin/action-logs')).text).toContain('ended all sessions of Max Keller');
  });

  it('needs the right, and reaches nobody with more rights', async () => {
    await shop.rows(
      `with r as (insert into role (name, resources_mode) values ('Watch', 'custom') returning id), x as (insert into role_resource select id, unnest($1::text[]) from r)
       insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash) select 'Walt', 'Watch', 'walt@staff.example', r.id, a.staff_group_id, a.password_hash from r, staff a where a.email = $2`,
      [[RESOURCE.staffSessions, RESOURCE.resetSecondFactor], STAFF.admin]);
    const [walt, max] = [await loggedIn('walt@staff.example'), await loggedIn(STAFF.max)];
    const admin = await loggedIn(STAFF.admin);
    const id = await idOf(STAFF.admin);
    expect((await max.get(`/admin/staff/${id}/security`)).status).toBe(403);
    const page = await walt.get(`/admin/staff/${id}/security`);
    expect([page.status, endings(page.html)]).toEqual([200, []]);
    for (const path of ['sessions/end-all', 'second-factor/reset']) expect((await walt.post(`/admin/staff/${id}/${path}`)).text).toContain('rights');
    expect((await admin.get('/staff')).url).toBe('/staff');
  });
});
