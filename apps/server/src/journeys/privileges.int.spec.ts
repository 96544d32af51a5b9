// Cases P09, P11, P13, P15: nobody becomes more, or somebody else, by what a request says.
import { RESOURCE } from '@onbehalf/core';
import { routes } from '@onbehalf/http';
import type { Route } from '@onbehalf/http/route';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { NOT_ASKED_FOR } from '../testing/not-asked-for.ts';
import { pathOf, realIdsOf, type RealIds } from '../testing/route-paths.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let ids: RealIds;
beforeAll(async () => {
  shop = await openDemoShop();
  ids = await realIdsOf(shop, CUSTOMER.john);
});
afterAll(() => shop.close());
afterEach(() => expectInvariants(shop));

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function bearer(email: string): Promise<ApiClient> {
  const api = new ApiClient(shop.server.origin);
  return api.with((await api.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
}

const one = async (sql: string, params: unknown[] = []): Promise<string> => (await shop.rows<{ it: string }>(sql, params))[0]?.it ?? '';
const staffId = (email: string): Promise<string> => one('select id::text as it from staff where email = $1', [email]);

/** Who everybody is, what each may, who looks after whom, and whose what is: nothing of it is anybody's to say in a request. */
const STANDING = `
select 'staff' as of, jsonb_agg(to_jsonb(a) - 'password_hash' - 'epoch' - 'last_login_at' order by a.id)::text as is from staff a
union all select 'role', jsonb_agg(to_jsonb(r) order by r.id)::text from role r union all select 'right', jsonb_agg(to_jsonb(r) order by r.role_id, r.resource)::text from role_resource r
union all select 'group', jsonb_agg(to_jsonb(g) order by g.id)::text from staff_group g union all select 'assigned', jsonb_agg(to_jsonb(s) order by s.customer_id, s.staff_id)::text from customer_staff s
union all select 'deputy', jsonb_agg(to_jsonb(d) order by d.id)::text from staff_deputy d union all select 'consent', jsonb_agg(to_jsonb(c) order by c.customer_id, c.id)::text from consent c
union all select 'customer', jsonb_agg(jsonb_build_array(c.id, c.email, c.website_id, c.store_id, c.customer_group_id, c.status, c.password_hash, c.external_id) order by c.id)::text from customer c
union all select 'order', jsonb_agg(jsonb_build_array(p.number, p.owner_staff_id, p.actor_id, p.channel, p.commission, p.customer_id) order by p.number)::text from purchase p where p.number <= $1
union all select 'session', jsonb_agg(jsonb_build_array(s.id, s.actor_id, s.subject_id, s.store_id, s.staff_session_id) order by s.id)::text from assist_session s`;

const standing = async (upTo: string): Promise<Record<string, string>> => Object.fromEntries((await shop.rows<{ of: string; is: string }>(STANDING, [upTo])).map(({ of, is }) => [of, is]));
const lastOrder = (): Promise<string> => one('select max(number) as it from purchase');

/** Something that most forms of the shop take. */
const LIKELY = {
  firstName: 'John', lastName: 'Doe', phone: '1', company: '', vatNumber: '', name: 'John Doe', street: 'High St 1', postcode: '80202', city: 'Denver', region: 'CO', country: 'US', sku: 'SKU-1001', quantity: '1', skus: 'SKU-1001 1', lines: 'SKU-1001 1', code: 'WELCOME10', text: 'a note',
  price: '90.00', percent: '', reason: '', subscribed: '1', shipping: 'standard', payment: 'on-account', language: 'en', timeZone: 'America/Denver', comment: '', kind: 'note',
};

describe('P09: fields nobody asked for', () => {
  it('P09: in an assist session, added to every form, they change nobody’s rights, person, consent or order', async () => {
    const sarah = await staff(STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    const before = await standing(await lastOrder());
    // The box unticked would be a withdrawal: what Sarah sends is no answer of John's (C02).
    const answers = await addedToEvery(sarah, routes.filter((route) => route.area === 'storefront' && route.inContext !== 'never' && !LEAVES.has(route.handle)), { consent: '' });
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    // Not empty words: many of them did what they are for.
    expect(answers.filter(({ status }) => status === 303 || status === 200).length).toBeGreaterThan(15);
    expect(await standing(await lastOrder())).toEqual(before);
    await sarah.post('/assist/exit');
  });

  it('P09: the same for the customer himself, and for a salesperson in the portal', async () => {
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const before = await standing(await lastOrder());
    // His consent is his own to give.
    await addedToEvery(john, routes.filter((route) => route.area === 'storefront' && route.access === 'customer' && !LEAVES.has(route.handle)), { consentShown: '', consent: '' });
    const sarah = await staff(STAFF.sarah);
    await sarah.get('/staff');
    await addedToEvery(sarah, routes.filter((route) => route.area === 'staff' && route.access === 'actor' && !LEAVES.has(route.handle)));
    expect((await sarah.get('/staff')).url).toBe('/staff');
    const { session: _, ...after } = await standing(await lastOrder());
    expect({ ...after, session: before['session'] }).toEqual(before);
    await sarah.post('/staff/account/ways', { language: 'en', timeZone: 'America/Denver' });
  });

  it('P09: the same in every call of the API with the context’s token', async () => {
    const olivia = await bearer(STAFF.olivia);
    const inside = olivia.with((await olivia.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { confirm: true, ...NOT_ASKED_FOR, customerId: CUSTOMER.jane })).body['token']);
    expect((await inside.call('GET', '/V1/me')).body).toMatchObject({ subject: { id: CUSTOMER.john }, actor: { email: STAFF.olivia } });
    const before = await standing(await lastOrder());
    const statuses: number[] = [];
    for (const route of routes.filter(({ area, method, handle }) => area === 'rest' && method !== 'GET' && !LEAVES.has(handle))) {
      const version = (await inside.call('GET', '/V1/carts/mine')).body['version'];
      statuses.push((await inside.call(route.method, pathOf(route, ids), { ...NOT_ASKED_FOR, ...LIKELY, quantity: 1, version })).status);
    }
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses.filter((status) => status < 300).length).toBeGreaterThan(3);
    expect(await standing(await lastOrder())).toEqual(before);
    await olivia.call('DELETE', '/V1/staff/token');
  });
});

/** What ends the session that tries, or somebody's log-in. */
const LEAVES: ReadonlySet<string> = new Set(['staff_customer_logout', 'staff_customer_leave', 'staff_account_logout', 'customer_account_logout', 'customer_account_passwordpost', 'staff_account_password', 'staff_account_sessionend', 'staff_account_sessionendall', 'assist_handoff_redeem', 'staff_account_loginpost', 'staff_customers_enter', 'staff_customers_start', 'customer_assistance_stop']);

/** Each form with what it may take and with what it must not, by its real token. */
async function addedToEvery(browser: TestBrowser, all: readonly Route[], but: Record<string, string> = {}): Promise<{ path: string; status: number }[]> {
  const answers: { path: string; status: number }[] = [];
  for (const route of all.filter(({ method }) => method !== 'GET')) {
    const page = await browser.get(route.area === 'storefront' ? '/cart' : '/staff');
    const line = lineIn(page.html);
    const path = route.path.includes('/lines/:id') && line.id !== '' ? route.path.replace(':id', line.id) : pathOf(route, ids);
    const body = new URLSearchParams({ ...NOT_ASKED_FOR, ...LIKELY, ...but, version: hidden(page.html, 'version'), _csrf: browser.formToken });
    const { status } = await browser.raw(path, { method: route.method, headers: { 'sec-fetch-site': 'same-origin' }, body });
    answers.push({ path: `${route.method} ${path}`, status });
  }
  return answers;
}

/** Somebody with some rights, who may not see all customers. */
async function somebody(firstName: string, resources: readonly string[]): Promise<{ email: string; id: string }> {
  const email = `${firstName.toLowerCase()}@staff.example`;
  await shop.rows(
    `with r as (insert into role (name, resources_mode) values ($3, 'custom') returning id), x as (insert into role_resource select id, unnest($1::text[]) from r),
       a as (insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash) select $3, 'Limited', $4, r.id, a.staff_group_id, a.password_hash from r, staff a where a.email = $2 returning id)
     insert into staff_store select a.id, s.id from a, store s where s.code = 'main'`,
    [resources, STAFF.admin, firstName, email]);
  return { email, id: await staffId(email) };
}

describe('P11: a limited administrator', () => {
  const RIGHTS = [RESOURCE.staffAccounts, RESOURCE.assignments, RESOURCE.staffGroups, RESOURCE.loginAsCustomer, RESOURCE.customers];
  let liam: { email: string; id: string };
  let browser: TestBrowser;
  let api: ApiClient;
  beforeAll(async () => {
    liam = await somebody('Liam', RIGHTS);
    browser = await staff(liam.email);
    api = await bearer(liam.email);
  });

  const own = 'You can’t assign customers to yourself.';
  const beyond = 'This includes rights that you do not have.';

  it('P11: gives himself no customers: by list, file, customer, account, REST, or as a deputy', async () => {
    const before = await standing(await lastOrder());
    const csv = `customer,staff\n${CUSTOMER.jane},${STAFF.sarah}\n${CUSTOMER.uma},${liam.email}\n`;
    const forms: [string, string, Record<string, string>][] = [
      ['/admin/assignments', '/admin/assignments', { customers: CUSTOMER.uma, staff: liam.id, kind: 'primary' }],
      ['/admin/assignments', '/admin/assignments/import', { csv }],
      [`/admin/customers/${CUSTOMER.uma}/staff`, `/admin/customers/${CUSTOMER.uma}/staff`, { staff: liam.id, kind: 'primary' }],
      [`/admin/staff/${liam.id}/customers`, `/admin/staff/${liam.id}/customers`, { customer: CUSTOMER.uma, kind: 'primary' }],
      [`/admin/staff/${await staffId(STAFF.sarah)}/deputies`, `/admin/staff/${await staffId(STAFF.sarah)}/deputies`, { deputy: liam.id, from: '2026-01-01', to: '2099-01-01' }],
    ];
    for (const [page, path, fields] of forms) {
      await browser.get(page);
      const answer: Visit = await browser.post(path, fields);
      expect([path, answer.status >= 400, answer.text.includes(own)]).toEqual([path, true, true]);
    }
    expect(await api.call('POST', '/V1/staffcustomers', { staffId: liam.id, customerIds: [CUSTOMER.jane, CUSTOMER.uma] })).toMatchObject({ status: 403, body: { code: 'assignment-own' } });
    expect(await standing(await lastOrder())).toEqual(before);
    expect(await api.call('POST', `/V1/staff/customers/${CUSTOMER.uma}/token`, {})).toMatchObject({ status: 403, body: { code: 'customer-not-assigned' } });
    expect(await one(`select count(*)::text as it from audit_entry where actor_id = $1 and result = 'refused' and action in ('assign-customer', 'add-deputy')`, [liam.id])).toBe('6');
  });

  it('P11: nor “Access All Customers”, a bigger role, more stores, or a group and the customers of those in it', async () => {
    const pam = await somebody('Pam', [RESOURCE.loginAsCustomer]);
    await shop.rows('insert into customer_staff (customer_id, staff_id, is_primary) values ($1, $2, true) on conflict do nothing', [CUSTOMER.uma, pam.id]);
    const led = await one(`insert into staff_group (name, lead_staff_id) values ('Liams', $1) returning id::text as it`, [liam.id]);
    const before = await standing(await lastOrder());
    const admin = await one(`select id::text as it from role where name = 'Administrator'`);
    for (const body of [{ accessAllCustomers: true }, { roleId: admin }, { canEditItemPrice: true }, { stores: ['main', 'de'] }]) expect([body, await api.call('PUT', `/V1/staff/${liam.id}`, body)]).toMatchObject([body, { status: 403, body: { code: 'rights-beyond-own' } }]);
    expect(await api.call('PUT', `/V1/staff/${pam.id}`, { groupId: led })).toMatchObject({ status: 403, body: { code: 'rights-beyond-own' } });
    const sales = await one(`select id::text as it from staff_group where name = 'Sales'`);
    await browser.get(`/admin/staff-groups/${sales}`);
    expect((await browser.post(`/admin/staff-groups/${sales}`, { name: 'Sales', lead: liam.id, commissionRate: '' })).text).toContain(beyond);
    await browser.get('/admin/staff-groups/new');
    expect((await browser.post('/admin/staff-groups', { name: 'Mine', lead: liam.id, commissionRate: '' })).text).toContain(beyond);
    expect(await standing(await lastOrder())).toEqual(before);
  });

  it('P11: what is his work he does: colleagues are assigned, and who may see all customers assigns himself too', async () => {
    expect(await api.call('POST', '/V1/staffcustomers', { staffId: await staffId('grace.okonkwo@staff.example'), customerIds: [CUSTOMER.uma] })).toMatchObject({ status: 200, body: { changed: [CUSTOMER.uma] } });
    const ruth = await bearer(STAFF.ruth);
    expect(await ruth.call('POST', '/V1/staffcustomers', { staffId: await staffId(STAFF.ruth), customerIds: [CUSTOMER.uma] })).toMatchObject({ status: 200 });
  });
});

async function place(browser: TestBrowser, more: Record<string, string> = {}): Promise<Record<string, unknown> | undefined> {
  await browser.get('/p/drill-driver-18v-60');
  await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
  const { html } = await browser.get('/checkout');
  const placed = await browser.post('/checkout/place', {
    version: hidden(html, 'version'), key: hidden(html, 'key'), expectedTotal: hidden(html, 'expectedTotal'), address: /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', ...more,
  });
  return (await shop.rows<Record<string, unknown>>(`select customer_id::text as customer, channel, actor_name as actor, owner_staff_name as owner, commission is not null as earns from purchase where number = $1`, [placed.url.split('/').at(-1)]))[0];
}

describe('P13: somebody else’s commission', () => {
  it('P13: who placed an order in a context, and for whom, comes from the server’s own row, whatever the form says', async () => {
    const sarah = await staff(STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    const max = await staffId(STAFF.max);
    expect(await place(sarah, { staffId: max, actorId: max, ownerStaffId: max, commissionRate: '99', customerId: CUSTOMER.jane, channel: 'self' })).toEqual({ customer: CUSTOMER.john, channel: 'assisted', actor: 'Sarah Johnson', owner: 'Sarah Johnson', earns: true });
    await sarah.post('/assist/exit');
  });

  it('P13: the customer’s own order in a browser with a staff cookie is his own; with a context’s old cookie there is none', async () => {
    const shared = await staff(STAFF.max);
    await enter(shared, CUSTOMER.john, { confirm: '1' });
    const old = shared.cookies.get('__Host-assist') ?? '';
    await shared.post('/assist/exit');
    await logInAsCustomer(shared, 'john.doe@customer.example');
    expect(shared.cookies.has('__Host-staff')).toBe(true);
    expect(await place(shared, { staffId: await staffId(STAFF.max) })).toMatchObject({ customer: CUSTOMER.john, channel: 'self', actor: null, owner: null, earns: false });
    const orders = await lastOrder();
    await shared.get('/checkout');
    const answer = await shared.raw('/checkout/place', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', cookie: `__Host-assist=${old}; __Host-shop=${shared.cookies.get('__Host-shop') ?? ''}` }, body: new URLSearchParams({ _csrf: shared.formToken }) });
    expect([answer.status, (await answer.text()).includes('Assist session ended')]).toEqual([409, true]);
    expect(await lastOrder()).toBe(orders);
  });

  it('P13: an order is given to another member of staff by those with the right alone', async () => {
    const number = await lastOrder();
    const before = await standing(number);
    const max = await staff(STAFF.max);
    await max.get('/staff');
    expect((await max.post('/admin/orders/reassign', { orders: number, to: await staffId(STAFF.max) })).status).toBe(403);
    expect(await (await bearer(STAFF.max)).call('POST', '/V1/orders', { staffId: '1' }, { 'idempotency-key': 'hijack-1' })).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect((await standing(number))['order']).toBe(before['order']);
  });
});

const FORBIDDEN = 'Your role does not include this.';

describe('P15: the log’s readers', () => {
  it('P15: without the right nobody reads, filters or exports it, in the browser or by token, and each try is on record', async () => {
    const logs = routes.filter(({ handle, method }) => method === 'GET' && handle.includes('actionlog'));
    expect(logs.length).toBeGreaterThan(0);
    for (const email of [STAFF.sarah, STAFF.vera]) {
      const browser = await staff(email);
      const tries = logs.flatMap(({ path }) => [path, `${path}?group=login-as-customer`, `${path}?customer=${CUSTOMER.john}&result=refused`]);
      for (const path of tries) {
        const page = await browser.get(path);
        expect([path, page.status, page.text.includes(FORBIDDEN)]).toEqual([path, 403, true]);
      }
      const id = await staffId(email);
      expect(Number(await one(`select count(*)::text as it from audit_entry e where actor_id = $1 and result = 'refused' and convert_from(canonical, 'UTF8') like '%"adminhtml_actionlog%' and convert_from(canonical, 'UTF8') like '%"forbidden"%'`, [id]))).toBe(tries.length);
    }
    const token = await bearer(STAFF.sarah);
    for (const path of ['/V1/audit', '/V1/action-logs', '/V1/staff/action-logs']) expect((await token.call('GET', path)).status).toBe(path.startsWith('/V1/staff/') ? 403 : 404);
  });

  it('P15: with “View Login as Customer Log” alone one reads that group and no other, whatever is asked for', async () => {
    const ruth = await staff(STAFF.ruth);
    for (const group of ['order', 'staff', 'configuration', '']) {
      const page = await ruth.get(`/admin/action-logs?group=${group}`);
      expect([group, page.status, page.html.includes('value="login-as-customer" selected'), /value="(order|staff|configuration)"/.test(page.html)]).toEqual([group, 200, true, false]);
    }
  });
});
