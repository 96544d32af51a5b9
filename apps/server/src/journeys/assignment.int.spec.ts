import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import { recordOf } from '../testing/record-of.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

/** Works in the store of John and Jane, sees assigned customers only, and has Uma. */
const TERRENCE = 'terrence.cole@staff.example';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
// Each test begins with John as Sarah's, and one member of staff per customer.
afterEach(async () => {
  await forgetSetting(shop, 'staff/assignment/multiple');
  await shop.rows('delete from customer_staff where customer_id = 1001');
  await shop.rows('insert into customer_staff (customer_id, staff_id) select 1001, id from staff where email = $1', [STAFF.sarah]);
});

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

const idOf = async (email: string): Promise<string> => (await shop.rows<{ id: string }>('select id::text from staff where email = $1', [email]))[0]?.id ?? '';
const several = () => saveSetting(shop, { section: 'staff-general', path: 'staff/assignment/multiple', value: '1' });
const one = () => saveSetting(shop, { section: 'staff-general', path: 'staff/assignment/multiple', value: '0' });

/** The assignment of a customer as the owner sees it, the primary one first. */
async function assigned(customerId: string): Promise<string[]> {
  const rows = await shop.rows<{ who: string }>('select a.email || case when cs.is_primary then \'\' else \' further\' end as who from customer_staff cs join staff a on a.id = cs.staff_id where cs.customer_id = $1 order by cs.is_primary desc, 1', [customerId]);
  return rows.map(({ who }) => who);
}

async function finds(email: string, name = 'John Doe'): Promise<boolean> {
  return (await (await staff(email)).get('/staff/customers?q=john.doe')).text.includes(name);
}

/** Sends a form whose field may be there more than once. */
async function send(browser: TestBrowser, path: string, fields: [string, string][]): Promise<{ status: number; text: string; to: string }> {
  const body = new URLSearchParams([['_csrf', browser.formToken], ...fields]);
  const response = await browser.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body });
  return { status: response.status, text: await response.text(), to: response.headers.get('location') ?? '' };
}

const johns = `/admin/customers/${CUSTOMER.john}/staff`;

async function assignJohn(email: string, kind: string): Promise<{ status: number; text: string }> {
  const admin = await staff(STAFF.admin);
  await admin.get(johns);
  return send(admin, johns, [['staff', await idOf(email)], ['kind', kind]]);
}

describe('A5: the customer’s page', () => {
  it('shows who is assigned under “Assigned staff” in the panel “Customer Information”, and a new primary one replaces the old one', async () => {
    const admin = await staff(STAFF.admin);
    const page = await admin.get(johns);
    for (const word of ['Customer Information', 'Assigned staff', 'Sarah Johnson', 'primary', 'Replaces whoever is assigned now.']) expect(page.text).toContain(word);
    expect((await assignJohn(TERRENCE, 'primary')).status).toBe(303);
    expect(await assigned(CUSTOMER.john)).toEqual([TERRENCE]);
    expect((await admin.get(johns)).text).toContain('Terrence Cole');
    expect(await finds(TERRENCE)).toBe(true);
    expect(await finds(STAFF.sarah)).toBe(false);
    const [entry] = await recordOf(shop, CUSTOMER.john, 1);
    expect(entry).toMatchObject({ action: 'staff.assign-customer', actor: STAFF.admin, subject: CUSTOMER.john, detail: { before: await idOf(STAFF.sarah), after: await idOf(TERRENCE) } });
    expect((await admin.get('/admin/action-logs?group=staff')).text).toContain('assigned John Doe to a member of staff');
  });

  it('who loses the customer is out of the account on the next request, and is told why', async () => {
    const sarah = await staff(STAFF.sarah);
    expect((await enter(sarah, CUSTOMER.john)).url).toBe('/account');
    await assignJohn(TERRENCE, 'primary');
    const after = await sarah.get('/cart');
    expect(after.text).toContain('Assist session ended');
    expect(after.text).toContain('the customer is no longer assigned to you');
    expect(await shop.rows('select end_reason from assist_session where subject_id = 1001 order by started_at desc limit 1')).toEqual([{ end_reason: 'assignment-lost' }]);
  });

  it('takes away, refuses what changes nothing or cannot be, and stores nothing then', async () => {
    const cases: [string, string, string][] = [
      [await idOf(STAFF.sarah), 'primary', 'This member of staff is assigned already.'],
      [await idOf(TERRENCE), 'none', 'This member of staff is not assigned.'],
      [await idOf(TERRENCE), 'further', 'A customer can have one member of staff only.'],
      ['', 'primary', 'There is no such member of staff.'],
      ['999999', 'primary', 'There is no such member of staff.'],
    ];
    const admin = await staff(STAFF.admin);
    await admin.get(johns);
    for (const [who, kind, sentence] of cases) {
      const refused = await send(admin, johns, [['staff', who], ['kind', kind]]);
      expect([sentence, refused.status, refused.text.includes(sentence)]).toEqual([sentence, 422, true]);
    }
    expect(await assigned(CUSTOMER.john)).toEqual([STAFF.sarah]);
    expect((await send(admin, johns, [['staff', await idOf(STAFF.sarah)], ['kind', 'none']])).status).toBe(303);
    expect(await assigned(CUSTOMER.john)).toEqual([]);
    expect((await recordOf(shop, CUSTOMER.john, 1))[0]).toMatchObject({ action: 'staff.unassign-customer', detail: { before: await idOf(STAFF.sarah), after: '' } });
  });

  it('refuses an account that is not active and one that works in other websites', async () => {
    const [outsider] = await shop.rows<{ id: string; email: string }>(`select a.id::text as id, a.email from staff a where a.active and not exists (select 1 from staff_store ss join store s on s.id = ss.store_id where ss.staff_id = a.id and s.website_id = (select website_id from customer where id = 1001)) limit 1`);
    const refused = await assignJohn(outsider?.email ?? '', 'primary');
    expect(refused.text).toContain('belongs to a website that this member of staff does not work in.');
    await shop.rows('update staff set active = false where email = $1', [STAFF.clara]);
    expect((await assignJohn(STAFF.clara, 'primary')).text).toContain('This account is not active.');
    await shop.rows('update staff set active = true where email = $1', [STAFF.clara]);
    expect(await assigned(CUSTOMER.john)).toEqual([STAFF.sarah]);
  });

  it('ten who assign at the same moment leave exactly one primary member of staff', async () => {
    await several();
    const admin = await staff(STAFF.admin);
    await admin.get(johns);
    const people = await shop.rows<{ id: string }>(`select a.id::text as id from staff a where active and exists (select 1 from staff_store ss join store s on s.id = ss.store_id where ss.staff_id = a.id and s.code = 'main') order by id`);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => send(admin, johns, [['staff', people[at % people.length]?.id ?? ''], ['kind', 'primary']])));
    expect(answers.every(({ status }) => status === 303 || status === 422)).toBe(true);
    expect((await assigned(CUSTOMER.john)).filter((who) => !who.endsWith('further'))).toHaveLength(1);
  });

  it('without the right “Assign customers” shows and changes nothing', async () => {
    const sarah = await staff(STAFF.sarah);
    expect((await sarah.get(johns)).status).toBe(403);
    expect((await sarah.get('/admin/assignments')).status).toBe(403);
    await sarah.get('/staff');
    expect((await send(sarah, johns, [['staff', await idOf(STAFF.sarah)], ['kind', 'primary']])).status).toBe(403);
  });
});

describe('“Can customer have multiple staff” (A5)', () => {
  it('staff/assignment/multiple: a further member of staff finds the customer in the list with Yes, and neither finds nor enters the account with No', async () => {
    await several();
    expect((await assignJohn(TERRENCE, 'further')).status).toBe(303);
    expect(await assigned(CUSTOMER.john)).toEqual([STAFF.sarah, `${TERRENCE} further`]);
    expect(await finds(TERRENCE)).toBe(true);
    const terrence = await staff(TERRENCE);
    expect((await enter(terrence, CUSTOMER.john)).url).toBe('/account');
    await one();
    expect((await terrence.get('/cart')).text).toContain('the customer is no longer assigned to you');
    expect(await finds(TERRENCE)).toBe(false);
    expect((await terrence.get(`/staff/customers/${CUSTOMER.john}/enter`)).text).toContain('This customer is not assigned to you.');
    expect(await finds(STAFF.sarah)).toBe(true);
    const admin = await staff(STAFF.admin);
    expect((await admin.get(johns)).text).toContain('does not count while “Can customer have multiple staff” is No');
    await several();
    expect(await finds(TERRENCE)).toBe(true);
  });

  it('with Yes a new primary one leaves the old one as a further one; when the primary one goes, a further one follows', async () => {
    await several();
    await assignJohn(TERRENCE, 'primary');
    expect(await assigned(CUSTOMER.john)).toEqual([TERRENCE, `${STAFF.sarah} further`]);
    await assignJohn(TERRENCE, 'none');
    expect(await assigned(CUSTOMER.john)).toEqual([STAFF.sarah]);
  });
});

describe('A5: Staff › Assignments', () => {
  it('filters by who is assigned, assigns the ticked customers at once, and writes an entry for each', async () => {
    const ruth = await staff(STAFF.ruth);
    expect((await ruth.get('/staff')).html).toContain('/admin');
    const page = await ruth.get(`/admin/assignments?assigned=${await idOf(STAFF.sarah)}`);
    expect(page.text).toContain('John Doe');
    expect(page.text).not.toContain('Uma Unassigned');
    const done = await send(ruth, '/admin/assignments', [['customers', CUSTOMER.john], ['customers', CUSTOMER.jane], ['kind', 'primary'], ['staff', await idOf(TERRENCE)], ['assigned', await idOf(STAFF.sarah)]]);
    expect([done.status, done.to]).toEqual([303, `/admin/assignments?assigned=${await idOf(STAFF.sarah)}`]);
    for (const id of [CUSTOMER.john, CUSTOMER.jane]) {
      expect(await assigned(id)).toEqual([TERRENCE]);
      expect((await recordOf(shop, id, 1))[0]).toMatchObject({ action: 'staff.assign-customer', actor: STAFF.ruth });
    }
    expect((await send(ruth, '/admin/assignments', [['customers', CUSTOMER.john], ['customers', CUSTOMER.jane], ['kind', 'none'], ['staff', '']])).status).toBe(303);
    expect((await ruth.get('/admin/assignments?assigned=none')).text).toContain('Jane Roe');
    expect((await ruth.post('/admin/assignments', { customers: CUSTOMER.jane, kind: 'primary', staff: await idOf(STAFF.sarah) })).text).toContain('1 customer was assigned.');
  });

  it('refuses nobody ticked, keeps the ticks of a refused form, and changes none where one can’t be', async () => {
    const ruth = await staff(STAFF.ruth);
    await ruth.get('/admin/assignments');
    expect((await send(ruth, '/admin/assignments', [['kind', 'primary'], ['staff', await idOf(TERRENCE)]])).text).toContain('No customer is chosen.');
    const [german] = await shop.rows<{ id: string }>(`select c.id::text as id from customer c join store s on s.id = c.store_id where s.code = 'de' order by c.id limit 1`);
    const [american] = await shop.rows<{ id: string }>(`select a.id::text as id from staff a where active and id <> 0 and (select array_agg(distinct s.website_id) from staff_store ss join store s on s.id = ss.store_id where ss.staff_id = a.id) = array[(select website_id from customer where id = 1001)] order by id limit 1`);
    const refused = await send(ruth, '/admin/assignments', [['customers', CUSTOMER.uma], ['customers', german?.id ?? ''], ['kind', 'primary'], ['staff', american?.id ?? ''], ['q', 'unassigned']]);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`Customer ${german?.id ?? ''} belongs to a website that this member of staff does not work in.`);
    expect(refused.text).toMatch(/value="1004"[^>]* checked|checked[^>]*value="1004"/);
    expect(await assigned(CUSTOMER.uma)).toEqual([TERRENCE]);
  });

  const FILE = `customer,website,staff,kind
1001,,${TERRENCE},primary
jane.roe@customer.example,,${TERRENCE},
nobody@customer.example,,${TERRENCE},primary
1004,,nobody@staff.example,primary
1004,moon,${TERRENCE},primary
1004,,${TERRENCE},boss
1004,,${TERRENCE},further
1001,,${STAFF.sarah},primary
`;

  it('a dry run names every bad row by its line and changes nothing; so does the import of such a file', async () => {
    const ruth = await staff(STAFF.ruth);
    await ruth.get('/admin/assignments');
    for (const path of ['/admin/assignments/import/check', '/admin/assignments/import']) {
      const checked = await send(ruth, path, [['csv', FILE]]);
      const text = checked.text.replaceAll(/<[^>]+>/gu, '');
      for (const [line, reason] of [[4, 'There is no such customer.'], [5, 'There is no such member of staff.'], [6, 'There is no such customer.'], [7, 'The kind is not known.'], [8, 'A customer can have one member of staff only.'], [9, 'An earlier line names another primary member of staff for this customer.']] as const)
        expect(text).toContain(`Line ${line}: ${reason}`);
      expect(text).not.toMatch(/Line [23]:/u);
      expect(await assigned(CUSTOMER.john)).toEqual([STAFF.sarah]);
      expect(await assigned(CUSTOMER.uma)).toEqual([TERRENCE]);
    }
  });

  it('an e-mail address found on several websites asks for the website', async () => {
    await shop.rows(`insert into customer (website_id, store_id, customer_group_id, email, first_name, last_name) select s.website_id, s.id, (select min(id) from customer_group), 'john.doe@customer.example', 'Johann', 'Doe' from store s where s.code = 'de'`);
    const ruth = await staff(STAFF.ruth);
    await ruth.get('/admin/assignments');
    const row = (website: string) => `customer;website;staff\njohn.doe@customer.example;${website};${TERRENCE}\n`;
    const unclear = await send(ruth, '/admin/assignments/import', [['csv', row('')]]);
    expect(unclear.text).toContain('Customers of several websites have this e-mail address.');
    expect((await send(ruth, '/admin/assignments/import', [['csv', row('us')]])).status).toBe(303);
    expect(await assigned(CUSTOMER.john)).toEqual([TERRENCE]);
    await shop.rows(`delete from customer where first_name = 'Johann' and last_name = 'Doe'`);
  });

  it('what is exported can be imported as it is, and good rows are imported with an entry for each that changed', async () => {
    const ruth = await staff(STAFF.ruth);
    await ruth.get('/admin/assignments');
    const csv = await (await ruth.raw('/admin/assignments/export.csv', {})).text();
    expect(csv.split('\n')[0]).toBe('customer,email,website,staff,kind');
    expect(csv).toContain(`1001,john.doe@customer.example,us,${STAFF.sarah},primary`);
    expect((await send(ruth, '/admin/assignments/import', [['csv', csv]])).status).toBe(303);
    const [before] = await shop.rows<{ n: number }>(`select count(*)::int as n from audit_entry where action = 'assign-customer'`);
    const more = `customer,staff\n1001,${TERRENCE}\n`;
    expect((await send(ruth, '/admin/assignments/import/check', [['csv', more]])).text).toContain('Nothing is stored yet.');
    expect(await assigned(CUSTOMER.john)).toEqual([STAFF.sarah]);
    expect((await send(ruth, '/admin/assignments/import', [['csv', more]])).status).toBe(303);
    expect(await assigned(CUSTOMER.john)).toEqual([TERRENCE]);
    expect(await shop.rows(`select count(*)::int as n from audit_entry where action = 'assign-customer'`)).toEqual([{ n: (before?.n ?? 0) + 1 }]);
  });
});

async function api(email: string): Promise<ApiClient> {
  const client = new ApiClient(shop.server.origin);
  return client.with((await client.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
}

describe('A5, H1: over REST', () => {
  it('assigns and takes away with the pages’ rules, and lists a colleague’s customers', async () => {
    const ruth = await api(STAFF.ruth);
    const terrence = await idOf(TERRENCE);
    const assign = await ruth.call('POST', '/V1/staffcustomers', { staffId: terrence, customerIds: [CUSTOMER.john, CUSTOMER.john] });
    expect([assign.status, assign.body]).toEqual([200, { changed: [CUSTOMER.john], unchanged: [] }]);
    expect(await assigned(CUSTOMER.john)).toEqual([TERRENCE]);
    const listed = await ruth.call('GET', `/V1/staff/${terrence}/customers`);
    expect(JSON.stringify(listed.body)).toContain('john.doe@customer.example');
    expect(await ruth.call('POST', '/V1/staffcustomers', { staffId: terrence, customerIds: [CUSTOMER.john] })).toMatchObject({ status: 409, body: { code: 'assignment-exists' } });
    expect(await ruth.call('POST', '/V1/staffcustomers', { staffId: terrence, customerIds: [CUSTOMER.jane], primary: false })).toMatchObject({ status: 409, body: { code: 'assignment-one-only' } });
    expect(await ruth.call('POST', '/V1/staffcustomers', { staffId: terrence, customerIds: ['99999999'] })).toMatchObject({ status: 422, body: { code: 'assignment-customer-unknown' } });
    expect(await ruth.call('POST', '/V1/unassign-staffcustomers', { staffId: terrence, customerIds: [CUSTOMER.john] })).toMatchObject({ status: 200, body: { changed: [CUSTOMER.john] } });
    expect(await assigned(CUSTOMER.john)).toEqual([]);
    expect(await ruth.call('POST', '/V1/unassign-staffcustomers', { staffId: terrence, customerIds: [CUSTOMER.john] })).toMatchObject({ status: 409, body: { code: 'assignment-missing' } });
  });

  it('never in a context (B16), and not without the right', async () => {
    const sarah = await api(STAFF.sarah);
    const body = { staffId: await idOf(STAFF.sarah), customerIds: [CUSTOMER.uma] };
    expect((await sarah.call('POST', '/V1/staffcustomers', body)).status).toBe(403);
    await shop.rows('update staff set access_all_customers = true where email = $1', [STAFF.ruth]);
    const ruth = await api(STAFF.ruth);
    const context = await ruth.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, {});
    expect([context.status, context.body['code']]).toEqual([201, undefined]);
    const inside = ruth.with(context.body['token']);
    for (const path of ['/V1/staffcustomers', '/V1/unassign-staffcustomers']) expect([path, (await inside.call('POST', path, body)).status]).toEqual([path, 403]);
    expect(await assigned(CUSTOMER.uma)).toEqual([TERRENCE]);
  });
});
