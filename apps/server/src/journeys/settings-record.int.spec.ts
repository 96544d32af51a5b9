import { unitOfWork } from '@onbehalf/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireRecord } from '../expire-record.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  admin = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
});
afterAll(() => shop.close());

const setting = (search: string, path: string, value: string): Promise<unknown> =>
  admin.get(`/admin/configuration?search=${search}`).then(() => admin.post('/admin/configuration/search', { scope: 'default', search: search.replaceAll('+', ' '), [`value:${path}`]: value }));

const idOf = async (email: string): Promise<string> => {
  const [row] = await shop.rows<{ id: string }>('select id::text from staff where email = $1', [email]);
  return row?.id ?? '';
};

const logPage = async (email: string) => admin.get(`/admin/action-logs?group=login-as-customer&actor=${await idOf(email)}`);

const logOf = async (email: string): Promise<string> => (await logPage(email)).text;

const newest = ({ html }: { html: string }, count: number): string => html.split('class="log-entry').slice(1, count + 1).join(' ');

async function visit(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  await enter(browser, CUSTOMER.john, { confirm: '1', switch: '1' });
  return browser;
}

describe('E6: IP addresses', () => {
  it('audit/ip_tracking: Yes keeps the address of the staff and, apart, the last of the customer; No keeps neither', async () => {
    await shop.rows(`update customer set last_ip = '203.0.113.77' where id = $1`, [CUSTOMER.john]);
    const tracked = await visit(STAFF.sarah);
    await tracked.post('/assist/exit');
    const kept = newest(await logPage(STAFF.sarah), 2);
    expect(kept).toContain('127.0.0.1');
    expect(kept).toContain('203.0.113.77');

    await setting('Track+IP', 'audit/ip_tracking', '0');
    const untracked = await visit(STAFF.max);
    await untracked.post('/assist/exit');
    const log = newest(await logPage(STAFF.max), 2);
    expect(log).toContain('John Doe');
    expect(log).not.toMatch(/127\.0\.0\.1|203\.0\.113\.77/);
    await setting('Track+IP', 'audit/ip_tracking', '1');
  });
});

/** As if thirty customers had been entered within the hour. */
async function thirtyVisits(email: string): Promise<void> {
  await shop.rows(
    `insert into assist_session (id, token_hash, kind, staff_session_id, actor_id, subject_id, store_id, mode, actor_name, subject_name, staff_group_id, started_at, hard_limit_at, ended_at, end_reason)
     select gen_random_uuid(), sha256(uuid_send(gen_random_uuid())), 'browser', (select id from staff_session where staff_id = a.id order by created_at desc limit 1), a.id, c.id, 1, 'full', '', '', a.staff_group_id,
       now() - interval '10 minutes', now(), now() - interval '9 minutes', 'exit'
       from staff a, (select id from customer where website_id = 1 and id <> 1001 order by id limit 30) c where a.email = $1`,
    [email],
  );
}

describe('E6: suspicious activity', () => {
  it('audit/suspicious/block: No lets an unusual start through, marks it in the log and tells those who read the log; Yes refuses it with every sign', async () => {
    const ruth = await visit(STAFF.ruth);
    await ruth.post('/assist/exit');
    await thirtyVisits(STAFF.ruth);
    await enter(ruth, CUSTOMER.john, { confirm: '1' });
    expect((await ruth.get('/account')).text).toContain('You are logged in as:');
    await ruth.post('/assist/exit');
    expect(await logOf(STAFF.ruth)).toContain('Ruth Sanders started an assist session that looks unusual for John Doe');

    await setting('Block+suspicious', 'audit/suspicious/block', '1');
    const refused = await enter(ruth, CUSTOMER.john, { confirm: '1' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('You have entered the accounts of 30 different customers within an hour. If that is right, ask an administrator to let you in.');
    const [live] = await shop.rows<{ count: number }>('select count(*)::integer as count from assist_session where ended_at is null');
    expect(live?.count).toBe(0);
    const marked = await shop.rows<{ blocked: boolean; codes: string[] }>('select blocked, codes from suspicion order by id');
    expect(marked).toEqual([
      { blocked: false, codes: ['suspicious-many-customers'] },
      { blocked: true, codes: ['suspicious-many-customers'] },
    ]);
    await setting('Block+suspicious', 'audit/suspicious/block', '0');
  });

  it('is mailed once to everybody who reads the log, in their language, and not to whom it is about', async () => {
    await shop.rows('delete from suspicion');
    await shop.rows(`delete from mail where template = 'suspicious-activity'`);
    const readers = await shop.rows<{ email: string }>(`select a.email from staff a join role r on r.id = a.role_id where a.active and a.email <> $1
      and (r.resources_mode = 'all' or exists (select 1 from role_resource x where x.role_id = r.id and x.resource = 'system.action-logs')) order by a.email`, [STAFF.ruth]);
    await shop.rows(`insert into suspicion (at, actor_id, subject_id, codes, blocked) values (now(), $1, 1001, '{suspicious-night-work,suspicious-price-cuts}', true)`, [await idOf(STAFF.ruth)]);
    for (const round of [1, 2]) await shop.rows(`select graphile_worker.add_job('sweep', '{}'::json, job_key => $1)`, [`sweep ${round}`]);
    const inbox = () => shop.rows<{ recipient: string; html: string; actor: string }>(`select m.recipient, i.html from mail m join demo_inbox i on i.mail_id = m.id where m.template = 'suspicious-activity' order by m.recipient`);
    await expect.poll(async () => (await inbox()).length, { timeout: 10_000 }).toBe(readers.length);
    expect((await inbox()).map((mail) => mail.recipient)).toEqual(readers.map((reader) => reader.email));
    const [mail] = await inbox();
    expect(mail?.html).toContain('An hour at which this person hardly ever works');
    expect(mail?.html).toContain('Discounts of the last day far beyond the usual');
    expect(mail?.html).toContain('It was refused');
  });

  it('an address of another network in the middle of a staff session is one, and in the same network is none', async () => {
    const sarah = await visit(STAFF.sarah);
    await sarah.post('/assist/exit');
    const movedFrom = (ip: string): Promise<object[]> => shop.rows(`update staff_session set ip = $2 where ended_at is null and staff_id = (select id from staff where email = $1)`, [STAFF.sarah, ip]);
    const before = await shop.rows('select 1 from suspicion');
    await movedFrom('127.0.99.1');
    await enter(sarah, CUSTOMER.john, { confirm: '1' });
    await sarah.post('/assist/exit');
    expect(await shop.rows('select 1 from suspicion')).toHaveLength(before.length);
    await movedFrom('198.51.100.7');
    await enter(sarah, CUSTOMER.john, { confirm: '1' });
    await sarah.post('/assist/exit');
    const [last] = await shop.rows<{ codes: string[] }>('select codes from suspicion order by id desc limit 1');
    expect(last?.codes).toEqual(['suspicious-address-change']);
  });
});

describe('E7: retention', () => {
  it('audit/retention_months: what is older is shown to nobody, and says so', async () => {
    await shop.rows(`select record_audit(null, $1)`, [JSON.stringify({ v: 1, at: monthsAgo(3), action_group: 'configuration', action: 'save', result: 'done', codes: [], actor: null, subject: null, assistSession: null, store: null, object: null, detail: { paths: ['old'] }, sealed: null, requestId: 'x' })]);
    const asked = '/admin/action-logs?group=configuration&from=2020-01-01';
    const before = await admin.get(asked);
    expect(entriesIn(before.html)).toBeGreaterThan(0);
    const count = entriesIn(before.html);
    await setting('Keep+action', 'audit/retention_months', '2');
    const after = await admin.get(asked);
    expect(after.text).toContain('Entries are kept for 2 months; older ones are not shown.');
    // One left, one came: the save of this very setting.
    expect(entriesIn(after.html)).toBe(count);
    await setting('Keep+action', 'audit/retention_months', '24');
  });

  it('deletes whole months past their time as owner, leaves an entry that says so, and no other month', async () => {
    await setting('Keep+action', 'audit/retention_months', '2');
    const owner = unitOfWork(shop.database.owner);
    const dropped = await owner.transaction((unit) => expireRecord(unit, { now: new Date(), requestId: 'test' }));
    expect(dropped).toContain(monthsAgo(3).slice(0, 7));
    expect(dropped).not.toContain(new Date().toISOString().slice(0, 7));
    const [entry] = await shop.rows<{ action: string }>(`select action from audit_entry where action = 'delete-expired'`);
    expect(entry?.action).toBe('delete-expired');
    expect(await owner.transaction((unit) => expireRecord(unit, { now: new Date(), requestId: 'test' }))).toEqual([]);
    await setting('Keep+action', 'audit/retention_months', '24');
  });

  it('is nothing the application could do: it may insert, and delete nothing', async () => {
    await expect(shop.database.app.query('delete from audit_entry')).rejects.toThrow(/permission denied/);
    await expect(shop.database.app.query(`drop table audit_entry_${new Date().toISOString().slice(0, 7).replace('-', '_')}`)).rejects.toThrow(/must be owner/);
  });
});

const entriesIn = (html: string): number => html.split('class="log-entry').length - 1;

function monthsAgo(months: number): string {
  const at = new Date();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().replace('Z', '000Z');
}
