import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

/** Works in the store of John and Jane and sees assigned customers only. */
const TERRENCE = 'terrence.cole@staff.example';

let shop: DemoShop;
let sarah: string;
let terrence: string;
beforeAll(async () => {
  shop = await openDemoShop();
  [sarah, terrence] = [await idOf(STAFF.sarah), await idOf(TERRENCE)];
});
afterAll(() => shop.close());
afterEach(async () => {
  await shop.rows('delete from staff_deputy');
});

const idOf = async (email: string): Promise<string> => (await shop.rows<{ id: string }>('select id::text from staff where email = $1', [email]))[0]?.id ?? '';

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

/** A day somewhere, counted from the shop's clock. */
const dayIn = (timeZone: string, days = 0): string => new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(shop.clock.now().getTime() + days * 86_400_000));

const standIn = (from: string, to: string) => shop.rows('insert into staff_deputy (staff_id, deputy_id, from_day, to_day) values ($1, $2, $3::date, $4::date)', [sarah, terrence, from, to]);
const finds = async (browser: TestBrowser) => (await browser.get('/staff/customers?q=john.doe')).text.includes('John Doe');

describe('A5: a deputy', () => {
  it('sees the absent colleague’s customers “for Sarah Johnson”, is told so on the dashboard, and enters', async () => {
    const deputy = await staff(TERRENCE);
    expect(await finds(deputy)).toBe(false);
    await standIn(dayIn('America/Denver'), dayIn('America/Denver', 3));
    const list = await deputy.get('/staff/customers?q=john.doe');
    expect(list.text).toContain('for Sarah Johnson');
    expect((await deputy.get('/staff/customers?q=unassigned')).text).not.toContain('for Sarah Johnson');
    expect((await deputy.get('/staff')).text).toContain('You stand in for Sarah Johnson until');
    expect((await enter(deputy, CUSTOMER.john)).url).toBe('/account');
    await deputy.post('/assist/exit');
    const sees = await staff(STAFF.sarah);
    expect((await sees.get('/staff/customers?q=john.doe')).text).not.toContain('for Sarah Johnson');
  });

  it('in REST finds and enters them just so, and is told why not afterwards', async () => {
    await standIn(dayIn('America/Denver'), dayIn('America/Denver'));
    const client = new ApiClient(shop.server.origin);
    const api = client.with((await client.call('POST', '/V1/staff/token', { email: TERRENCE, password: PASSWORD })).body['token']);
    expect(JSON.stringify((await api.call('GET', '/V1/staff/customers?q=john.doe')).body)).toContain('john.doe@customer.example');
    expect((await api.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { explain: true })).body['refusals'] ?? []).toEqual([]);
    await shop.rows('delete from staff_deputy');
    expect(JSON.stringify((await api.call('GET', '/V1/staff/customers?q=john.doe')).body)).not.toContain('john.doe@customer.example');
    expect(await api.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, {})).toMatchObject({ status: 403, body: { code: 'customer-not-assigned' } });
  });

  // Sarah is in Denver. Kiritimati is 21 hours ahead of it: whose calendar counts is told by a zone that is a day further.
  it('counts the first and the last day in the absent colleague’s time zone', async () => {
    await shop.rows(`update staff set time_zone = 'Pacific/Kiritimati' where id = $1`, [sarah]);
    const deputy = await staff(TERRENCE);
    const today = dayIn('Pacific/Kiritimati');
    const cases: [string, string, boolean][] = [
      [today, today, true],
      [dayIn('Pacific/Kiritimati', -3), today, true],
      [today, dayIn('Pacific/Kiritimati', 3), true],
      [dayIn('Pacific/Kiritimati', 1), dayIn('Pacific/Kiritimati', 2), false],
      [dayIn('Pacific/Kiritimati', -2), dayIn('Pacific/Kiritimati', -1), false],
    ];
    for (const [from, to, opens] of cases) {
      await standIn(from, to);
      expect([from, to, await finds(deputy)]).toEqual([from, to, opens]);
      expect((await deputy.get(`/staff/customers/${CUSTOMER.john}/enter`)).status).toBe(opens ? 200 : 403);
      await shop.rows('delete from staff_deputy');
    }
    await shop.rows(`update staff set time_zone = 'America/Denver' where id = $1`, [sarah]);
  });

  it('who is inside when the last day ends is out on the next request', async () => {
    // A zone in which it is late in the evening: the day ends within the hours a session may last.
    const zone = Array.from({ length: 24 }, (_, hour) => `Etc/GMT${hour < 12 ? `+${hour}` : `-${hour - 11}`}`)
      .find((one) => new Intl.DateTimeFormat('en', { timeZone: one, hour: 'numeric', hourCycle: 'h23' }).format(shop.clock.now()) === '23') ?? 'UTC';
    await shop.rows('update staff set time_zone = $2 where id = $1', [sarah, zone]);
    const today = dayIn(zone);
    await standIn(today, today);
    const deputy = await staff(TERRENCE);
    expect((await enter(deputy, CUSTOMER.jane)).status).toBeGreaterThanOrEqual(200);
    expect((await enter(deputy, CUSTOMER.john)).url).toBe('/account');
    const minutes = 60 - shop.clock.now().getUTCMinutes();
    for (let gone = 0; gone < minutes - 1; gone += 10) {
      shop.clock.advance(Math.min(600, (minutes - 1 - gone) * 60));
      expect((await deputy.get('/cart')).text).toContain('You are logged in as');
    }
    shop.clock.advance(61);
    expect((await deputy.get('/cart')).text).toContain('the customer is no longer assigned to you');
    expect(await shop.rows('select end_reason from assist_session where subject_id = 1001 order by started_at desc limit 1')).toEqual([{ end_reason: 'assignment-lost' }]);
    await shop.rows(`update staff set time_zone = 'America/Denver' where id = $1`, [sarah]);
  });
});

const days = (from: number, to: number) => ({ from: dayIn('America/Denver', from), to: dayIn('America/Denver', to) });

describe('A5: Staff › account › Deputy', () => {
  it('is made and taken away, each on record; the sections are “Account”, “Assigned customers”, “Deputy”', async () => {
    const admin = await staff(STAFF.admin);
    const path = `/admin/staff/${sarah}/deputies`;
    const page = await admin.get(path);
    for (const word of ['Account', 'Assigned customers', 'Deputy', 'America/Denver', 'No deputy']) expect(page.text).toContain(word);
    const made = await admin.post(path, { deputy: terrence, ...days(0, 2) });
    expect(made.text).toContain('The deputy is saved.');
    expect(made.text).toContain('Terrence Cole');
    const log = await admin.get('/admin/action-logs?group=staff');
    expect(log.text).toContain('Ana Duarte let somebody stand in for Sarah Johnson');
    const entry = /name="entry" value="(\d+)"/.exec((await admin.get(path)).html)?.[1] ?? '';
    expect((await admin.post(`${path}/remove`, { entry })).text).toContain('The deputy was taken away.');
    expect(await shop.rows('select 1 from staff_deputy')).toEqual([]);
    expect((await admin.get('/admin/action-logs?group=staff')).text).toContain('took a deputy of Sarah Johnson away');
  });

  it('refuses oneself, an inactive colleague, days that are none, reversed, over or taken, and stores nothing', async () => {
    const admin = await staff(STAFF.admin);
    const path = `/admin/staff/${sarah}/deputies`;
    await admin.get(path);
    await shop.rows('update staff set active = false where email = $1', [STAFF.clara]);
    const cases: [Record<string, string>, string][] = [
      [{ deputy: sarah, ...days(0, 1) }, 'Nobody can stand in for himself or herself.'],
      [{ deputy: '', ...days(0, 1) }, 'There is no such member of staff.'],
      [{ deputy: await idOf(STAFF.clara), ...days(0, 1) }, 'This account is not active.'],
      [{ deputy: terrence, ...days(2, 1) }, 'The last day is before the first.'],
      [{ deputy: terrence, ...days(-3, -1) }, 'The last day is over.'],
      [{ deputy: terrence, from: '2026-02-30', to: '' }, ''],
    ];
    for (const [fields, sentence] of cases) {
      const refused = await admin.post(path, fields);
      expect([fields, refused.status, sentence, refused.text.includes(sentence)]).toEqual([fields, 422, sentence, true]);
    }
    expect(await shop.rows('select 1 from staff_deputy')).toEqual([]);
    await standIn(days(0, 2).from, days(0, 2).to);
    expect((await admin.post(path, { deputy: terrence, ...days(2, 5) })).text).toContain('This colleague stands in on some of these days already.');
    await shop.rows('update staff set active = true where email = $1', [STAFF.clara]);
  });

  it('two who add the same deputy at the same moment add one', async () => {
    const admin = await staff(STAFF.admin);
    const path = `/admin/staff/${sarah}/deputies`;
    await admin.get(path);
    const body = () => new URLSearchParams({ _csrf: admin.formToken, deputy: terrence, ...days(0, 2) });
    const answers = await Promise.all(Array.from({ length: 5 }, () => admin.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: body() })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await shop.rows('select 1 from staff_deputy')).toHaveLength(1);
  });

  it('without the right “Assign customers” nobody adds one', async () => {
    const deputy = await staff(TERRENCE);
    await deputy.get('/staff');
    expect((await deputy.get(`/admin/staff/${sarah}/deputies`)).status).toBe(403);
    expect((await deputy.post(`/admin/staff/${sarah}/deputies`, { deputy: terrence, ...days(0, 1) })).status).toBe(403);
    expect(await shop.rows('select 1 from staff_deputy')).toEqual([]);
  });
});

describe('A5: Staff › account › Assigned customers', () => {
  it('lists and searches them, adds by customer ID or e-mail and takes away; a team lead may, from Assignments', async () => {
    const ruth = await staff(STAFF.ruth);
    expect((await ruth.get(`/admin/assignments?assigned=${terrence}`)).html).toContain(`/admin/staff/${terrence}/customers`);
    const path = `/admin/staff/${terrence}/customers`;
    const page = await ruth.get(path);
    expect(page.text).toContain('Uma Unassigned');
    expect(page.text).not.toContain('John Doe');
    expect((await ruth.get(`${path}?q=nothing-like-it`)).text).not.toContain('Uma Unassigned');
    expect((await ruth.get(`${path}?q=UNASSIGNED`)).text).toContain('Uma Unassigned');
    const added = await ruth.post(path, { customer: 'Jane.Roe@customer.example', kind: 'primary' });
    expect(added.text).toContain('1 customer was assigned.');
    expect(added.text).toContain('Jane Roe');
    expect((await ruth.get(`/admin/staff/${sarah}/customers`)).text).not.toContain('jane.roe@');
    const unknown = await ruth.post(path, { customer: 'nobody@customer.example', kind: 'primary' });
    expect([unknown.status, unknown.text.includes('There is no such customer.'), unknown.html.includes('value="nobody@customer.example"')]).toEqual([422, true, true]);
    expect((await ruth.post(path, { customer: CUSTOMER.jane, kind: 'primary' })).text).toContain('This member of staff is assigned already.');
    await ruth.get(`${path}?q=jane.roe`);
    expect((await ruth.post(`${path}/remove`, { customer: CUSTOMER.jane })).text).toContain('1 assignment was taken away.');
    expect(await shop.rows('select 1 from customer_staff where customer_id = $1', [CUSTOMER.jane])).toEqual([]);
  });
});
