// The live view (B19): who is in whose account now, and the way to end it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let ana: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  ana = await loggedIn(STAFF.admin);
});
afterEach(() => expectInvariants(shop));
afterAll(() => shop.close());

const LIVE = '/admin/assist-sessions';

async function loggedIn(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function inside(email: string, customer: string, fields: Record<string, string> = {}): Promise<TestBrowser> {
  const browser = await loggedIn(email);
  await enter(browser, customer, { switch: '1', confirm: '1', ...fields });
  return browser;
}

async function openIdOf(email: string): Promise<string> {
  const [row] = await shop.rows<{ id: string }>('select s.id from assist_session s join staff a on a.id = s.actor_id where a.email = $1 and s.ended_at is null', [email]);
  return row?.id ?? '';
}

const token = async (email: string): Promise<ApiClient> => {
  const api = new ApiClient(shop.server.origin);
  return api.with((await api.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
};

/** The text of one row, or empty where there is none. */
const rowOf = (html: string, id: string): string => (new RegExp(`<tr id="session-${id}"[\\s\\S]*?</tr>`).exec(html)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the live view', () => {
  it('B19: teaches what will be here while nobody is in any account', async () => {
    const page = await ana.get(LIVE);
    expect(page.text).toContain('Nobody is in a customer’s account');
    expect((await ana.get(`${LIVE}?q=nobody`)).text).toContain('No open session matches');
  });

  it('B19: shows both people, store, reason and what was done last, in words', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john, { reason: 'phone order', reference: 'T-4711' });
    const id = await openIdOf(STAFF.sarah);
    const begun = rowOf((await ana.get(LIVE)).html, id);
    for (const said of ['Sarah Johnson', 'Sales', 'John Doe', 'Onbehalf Supply', 'phone order', 'T-4711', '15 min']) expect(begun).toContain(said);
    await sarah.get('/cart');
    expect(rowOf((await ana.get(LIVE)).html, id)).toContain('Sarah Johnson looked at what is usually bought');
    await sarah.get('/p/drill-driver-18v-60');
    await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    expect(rowOf((await ana.get(LIVE)).html, id)).toContain('Sarah Johnson added 2 × SKU-1001 to the cart');
    expect((await ana.get(`${LIVE}?q=doe`)).html).toContain(id);
    expect((await ana.get(`${LIVE}?q=${encodeURIComponent('no such name')}`)).html).not.toContain(id);
    expect((await ana.get(`${LIVE}?store=2`)).html).not.toContain(id);
  });

  it('B19: a session that ran out is not called open, swept or not', async () => {
    const max = await inside(STAFF.max, CUSTOMER.uma);
    const id = await openIdOf(STAFF.max);
    expect((await ana.get(LIVE)).html).toContain(id);
    shop.clock.advance(901);
    ana = await loggedIn(STAFF.admin);
    expect((await ana.get(LIVE)).html).not.toContain(id);
    expect((await max.get('/account')).text).toContain('Assist session ended');
  });
});

describe('"End session"', () => {
  it('B19, B9: asks first, then ends it at once; the actor reads that an administrator did, the record who and why', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john);
    const id = await openIdOf(STAFF.sarah);
    const asked = await ana.get(`${LIVE}/${id}/end`);
    for (const said of ['Sarah Johnson', 'John Doe', 'Assist session ended: an administrator ended it']) expect(asked.text).toContain(said);
    expect(await openIdOf(STAFF.sarah), 'asking alone ends nothing').toBe(id);
    const done = await ana.post(`${LIVE}/${id}/end`, { note: 'She is on holiday: ask Max' });
    expect(done.text).toContain('Sarah Johnson is no longer in the account of John Doe.');
    expect(done.html).not.toContain(`session-${id}`);
    const page = await sarah.get('/account');
    expect(page.text).toContain('Assist session ended: an administrator ended it');
    for (const unsaid of ['Ana Duarte', 'holiday']) expect(page.text).not.toContain(unsaid);
    expect((await sarah.get('/staff')).url, 'the staff login goes on').toBe('/staff');
    const log = await ana.get('/admin/action-logs?group=login-as-customer');
    expect(log.text).toContain('Ana Duarte ended an assist session in the account of John Doe');
    expect(log.text).toContain('She is on holiday: ask Max');
    expect(log.text).toContain('Sarah Johnson left the account of John Doe: an administrator ended it');
  });

  it('B19: twice, or for a session that is over or never was, it says so and changes nothing', async () => {
    await inside(STAFF.sarah, CUSTOMER.john);
    const id = await openIdOf(STAFF.sarah);
    await ana.get(LIVE);
    await Promise.all([ana.post(`${LIVE}/${id}/end`), ana.post(`${LIVE}/${id}/end`)]);
    const [ends] = await shop.rows<{ n: number }>(`select count(*)::int as n from audit_entry where action = 'end-session' and result = 'done' and object_id = $1`, [id]);
    expect(ends?.n).toBe(1);
    await ana.get(LIVE);
    const again = await ana.post(`${LIVE}/${id}/end`);
    expect(again.status).toBe(404);
    expect(again.text).toContain('This assist session is not open any more.');
    await ana.get(LIVE);
    expect((await ana.post(`${LIVE}/00000000-0000-4000-8000-000000000000/end`)).status).toBe(404);
  });

  it('B19: who lacks the right sees no entry, no list and ends nothing', async () => {
    await inside(STAFF.sarah, CUSTOMER.john);
    const id = await openIdOf(STAFF.sarah);
    const max = await loggedIn(STAFF.max);
    expect((await max.get('/staff')).html).not.toContain(LIVE);
    expect((await max.get(LIVE)).status).toBe(403);
    expect((await max.get(`${LIVE}/live`)).status).toBe(403);
    await max.get('/staff');
    expect((await max.post(`${LIVE}/${id}/end`)).status).toBe(403);
    const api = await token(STAFF.max);
    expect((await api.call('GET', '/V1/assist-sessions')).status).toBe(403);
    expect((await api.call('DELETE', `/V1/assist-sessions/${id}`)).status).toBe(403);
    expect(await openIdOf(STAFF.sarah)).toBe(id);
  });

  it('B19: a lead without access to all customers sees and ends the own team’s, an administrator those in the own stores', async () => {
    await inside(STAFF.sarah, CUSTOMER.john);
    await inside(STAFF.olivia, CUSTOMER.uma);
    const [team, other] = [await openIdOf(STAFF.sarah), await openIdOf(STAFF.olivia)];
    await shop.rows('update staff set access_all_customers = false where email = $1', [STAFF.ruth]);
    try {
      const ruth = await loggedIn(STAFF.ruth);
      const page = await ruth.get(LIVE);
      expect(page.text).toContain('Who of your team');
      expect(page.html).toContain(team);
      expect(page.html).not.toContain(other);
      expect((await ruth.get(`${LIVE}/${other}/end`)).status).toBe(404);
      await ruth.get(LIVE);
      expect((await ruth.post(`${LIVE}/${other}/end`)).status).toBe(404);
      expect(await openIdOf(STAFF.olivia)).toBe(other);
      await shop.rows('delete from staff_store where staff_id = (select id from staff where email = $1) and store_id = 1', [STAFF.ruth]);
      expect((await ruth.get(LIVE)).html).not.toContain(team);
      await shop.rows('insert into staff_store select id, 1 from staff where email = $1', [STAFF.ruth]);
      await ruth.get(LIVE);
      await ruth.post(`${LIVE}/${team}/end`);
      expect(await openIdOf(STAFF.sarah)).toBe('');
    } finally {
      await shop.rows('update staff set access_all_customers = true where email = $1', [STAFF.ruth]);
    }
  });
});

describe('the live view over REST', () => {
  it('H1, B19: lists open sessions and ends one, with the browser’s rights, words and record', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john, { reason: 'visit' });
    const id = await openIdOf(STAFF.sarah);
    const api = await token(STAFF.admin);
    const listed = await api.call('GET', '/V1/assist-sessions?search=doe&store=main');
    expect(listed.status).toBe(200);
    expect(listed.body['items']).toMatchObject([{ id, store: 'main', reason: 'visit', staff: { name: 'Sarah Johnson', group: 'Sales' }, customer: { id: '1001', name: 'John Doe' } }]);
    expect((await api.call('GET', '/V1/assist-sessions?store=nowhere')).body['code']).toBe('store-unavailable');
    expect((await api.call('DELETE', `/V1/assist-sessions/${id}`, { note: 'by script' })).status).toBe(204);
    expect((await sarah.get('/cart')).text).toContain('Assist session ended: an administrator ended it');
    const again = await api.call('DELETE', `/V1/assist-sessions/${id}`);
    expect([again.status, again.body['code']]).toEqual([404, 'assist-session-not-open']);
    expect((await api.call('DELETE', '/V1/assist-sessions/everything')).status).toBe(422);
  });

  it('B19: a token’s context is listed as such and ends the same way', async () => {
    const staffApi = await token(STAFF.max);
    const entered = await staffApi.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { confirm: true });
    const context = staffApi.with(entered.body['token']);
    const id = await openIdOf(STAFF.max);
    expect(rowOf((await ana.get(LIVE)).html, id)).toContain('API');
    await ana.post(`${LIVE}/${id}/end`);
    expect((await context.call('GET', '/V1/me')).status).toBe(401);
  });
});

describe('a page that asks by itself', () => {
  it('B8, S08: keeps neither the administrator’s session alive nor those it looks at, and takes no message away', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john);
    ana = await loggedIn(STAFF.admin);
    await ana.get(LIVE);
    for (const _ of [1, 2, 3]) {
      shop.clock.advance(290);
      expect((await ana.get(`${LIVE}/live`)).html).toContain('data-live');
    }
    expect((await ana.get(`${LIVE}/live`)).text).toMatch(/15 min (30|2\d) sec/);
    shop.clock.advance(31);
    expect((await ana.get(`${LIVE}/live`)).url).toContain('/staff/account/login');
    expect((await sarah.get('/account')).text).toContain('no activity for 15 minutes');
    ana = await loggedIn(STAFF.admin);
  });
});

describe('hundreds of open sessions', () => {
  const MANY = 120;
  it('B19: come in pages, newest first, each once, and say how many there are', async () => {
    const now = shop.clock.now();
    const [before] = await shop.rows<{ n: number }>('select count(*)::int as n from assist_session s join staff_session t on t.id = s.staff_session_id where s.ended_at is null and t.last_used_at > $1', [new Date(now.getTime() - 900_000)]);
    await shop.rows(`with people as (
        insert into staff (first_name, last_name, email, phone, role_id, staff_group_id, language, time_zone, password_hash, created_at)
        select 'Clerk', n::text, 'clerk' || n || '@staff.example', '', a.role_id, a.staff_group_id, 'en', 'UTC', a.password_hash, $2 from staff a, generate_series(1, $3::int) n where a.email = $1 returning id),
      logins as (insert into staff_session (id, token_hash, kind, staff_id, created_at, last_used_at) select gen_random_uuid(), sha256(('s' || id)::bytea), 'browser', id, $2, $2 from people returning id, staff_id)
      insert into assist_session (id, token_hash, kind, staff_session_id, actor_id, subject_id, store_id, mode, actor_name, subject_name, staff_group_id, started_at, hard_limit_at)
      select gen_random_uuid(), sha256(('a' || l.id)::bytea), 'browser', l.id, l.staff_id, 1001, 1, 'shop', 'Clerk', 'John Doe', (select min(id) from staff_group), $2, $2::timestamptz + interval '8 hours' from logins l`,
      [STAFF.sarah, now, MANY]);
    const seen = new Set<string>();
    let path: string | undefined = LIVE;
    let pages = 0;
    while (path !== undefined && pages < 9) {
      const page = await ana.get(path);
      const ids = [...page.html.matchAll(/<tr id="session-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
      expect(page.text).toContain(`${MANY + (before?.n ?? 0)} open sessions`);
      for (const id of ids) expect(seen.has(id)).toBe(false);
      for (const id of ids) seen.add(id);
      pages += 1;
      path = /<a href="([^"]*)" class="[^"]*button-icon-last/.exec(page.html)?.[1]?.replaceAll('&amp;', '&');
    }
    // They came into being without an entry, as no start does.
    await shop.rows(`delete from assist_session where actor_name = 'Clerk'`);
    expect([seen.size, pages]).toEqual([MANY + (before?.n ?? 0), 3]);
  });
});
