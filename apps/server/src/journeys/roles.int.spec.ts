import { RESOURCE, RESOURCE_IDS } from '@onbehalf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function roleId(name: string): Promise<string> {
  const [row] = await shop.rows<{ id: string }>('select id::text from role where name = $1', [name]);
  return row?.id ?? '';
}

const resources = async (id: string) => (await shop.rows<{ resource: string }>('select resource from role_resource where role_id = $1 order by resource', [id])).map((row) => row.resource);
const roleRow = async (id: string) => (await shop.rows('select name, resources_mode as scope, assist_mode as mode from role where id = $1', [id]))[0];

/** A form as no page would send it, repeated fields and all: the status and where it leads. */
async function send(browser: TestBrowser, path: string, fields: [string, string][]): Promise<{ status: number; text: string }> {
  const response = await browser.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams([['_csrf', browser.formToken], ...fields]) });
  return { status: response.status, text: await response.text() };
}

const ticked = (...ids: readonly string[]): [string, string][] => ids.map((id) => ['resources', id]);
const CUSTOM: [string, string] = ['scope', 'custom'];

interface Entry {
  did: string;
  result: string;
  codes: string[];
  detail: Record<string, unknown> | null;
}

async function lastEntry(group: string): Promise<Entry | undefined> {
  const [row] = await shop.rows<Entry>(
    `select e.action_group || '/' || e.action as did, e.result, b->'codes' as codes, b->'detail' as detail
       from audit_entry e, lateral (select (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5))::jsonb as b) x where e.action_group = $1 order by e.id desc limit 1`, [group]);
  return row;
}

/** A role of one's own and somebody who has it, so that no other test's people change. */
async function somebodyWith(name: string, given: readonly string[], more: { mode?: string } = {}): Promise<{ email: string; role: string; staff: string }> {
  const email = `${name.toLowerCase()}@staff.example`;
  const [row] = await shop.rows<{ role: string; staff: string }>(
    `with r as (insert into role (name, resources_mode, assist_mode) values ($1, 'custom', $4) returning id),
       x as (insert into role_resource select r.id, u from r, unnest($3::text[]) u),
       s as (insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash, access_all_customers)
         select $1, 'Tester', $2, r.id, a.staff_group_id, a.password_hash, true from r, staff a where a.email = 'admin@staff.example' returning id, role_id)
     , st as (insert into staff_store select s.id, store.id from s, store)
     select s.role_id::text as role, s.id::text as staff from s`, [name, email, given, more.mode ?? 'full']);
  if (row === undefined) throw new Error('Nobody was made');
  return { email, ...row };
}

describe('F2: User Roles', () => {
  it('lists every role with its resources and how many have it', async () => {
    const admin = await staff(STAFF.admin);
    const list = await admin.get('/admin/roles');
    expect(list.text).toContain('System › Permissions');
    expect(list.text).toMatch(/Administrator All Full: also profile and addresses 1/);
    expect(list.text).toMatch(/View only 1 resource View only 1/);
    expect(list.html).toContain('href="/admin/roles/new"');
  });

  it('names the sections and resources as Adobe’s and MageB2B’s documents do', async () => {
    const admin = await staff(STAFF.admin);
    const page = await admin.get(`/admin/roles/${await roleId('Sales')}/resources`);
    for (const word of ['Role Information', 'Role Info', 'Role Resources', 'All', 'Custom', 'Save Role', 'Customers', 'Login as Customer', 'Allow Login as Customer', 'View Login as Customer Log', 'Remote shopping assistance opt-in', 'Edit item price', 'Approve prices', 'Reassign orders', 'Configuration'])
      expect(page.text).toContain(word);
    const [under] = page.html.split('<legend>Login as Customer</legend>').slice(1);
    expect(under?.split('</fieldset>')[0]).toContain('Allow Login as Customer');
    for (const id of RESOURCE_IDS) expect(page.html).toContain(`value="${id}"`);
  });

  it.each([['de', 'Rollenressourcen', 'Rolle speichern', 'Anmeldung als Kunde erlauben'], ['es', 'Recursos del rol', 'Guardar rol', 'Permitir iniciar sesión como cliente']])('speaks %s to who works in it', async (language, heading, button, right) => {
    const { email, role } = await somebodyWith(`Speaks${language}`, [RESOURCE.roles, RESOURCE.loginAsCustomer]);
    await shop.rows('update staff set language = $2 where email = $1', [email, language]);
    const page = await (await staff(email)).get(`/admin/roles/${role}/resources`);
    expect(page.text).toContain(heading);
    expect(page.text).toContain(button);
    expect(page.text).toContain(right);
  });

  it('makes a role, renames it, sets its mode and resources, and deletes it; each is on record with before and after', async () => {
    const admin = await staff(STAFF.admin);
    await admin.get('/admin/roles/new');
    const made = await admin.post('/admin/roles', { name: 'Showroom', mode: 'shop' });
    const id = await roleId('Showroom');
    expect(made.url).toBe(`/admin/roles/${id}/resources`);
    expect(made.text).toContain('The role Showroom is saved.');
    expect(await lastEntry('role')).toMatchObject({ did: 'role/create', detail: { name: 'Showroom' } });
    await admin.post(`/admin/roles/${id}`, { name: 'Showroom South', mode: 'view' });
    expect(await roleRow(id)).toEqual({ name: 'Showroom South', scope: 'custom', mode: 'view' });
    expect((await lastEntry('role'))?.detail?.['changes']).toEqual([{ path: 'name', before: 'Showroom', after: 'Showroom South' }, { path: 'mode', before: 'shop', after: 'view' }]);
    expect((await send(admin, `/admin/roles/${id}/resources`, [CUSTOM, ...ticked(RESOURCE.orders, RESOURCE.loginAsCustomer)])).status).toBe(303);
    expect(await resources(id)).toEqual([RESOURCE.loginAsCustomer, RESOURCE.orders]);
    await send(admin, `/admin/roles/${id}/resources`, [CUSTOM, ...ticked(RESOURCE.products, RESOURCE.orders)]);
    expect((await lastEntry('role'))?.detail).toMatchObject({ given: RESOURCE.products, taken: RESOURCE.loginAsCustomer });
    await send(admin, `/admin/roles/${id}/resources`, [['scope', 'all']]);
    expect(await roleRow(id)).toMatchObject({ scope: 'all' });
    const log = await admin.get('/admin/action-logs?group=role');
    expect(log.text).toContain('Ana Duarte changed the role Showroom South');
    await admin.get(`/admin/roles/${id}`);
    expect((await admin.post(`/admin/roles/${id}/delete`)).text).toContain('The role Showroom South was deleted.');
    expect(await roleRow(id)).toBeUndefined();
    expect(await lastEntry('role')).toMatchObject({ did: 'role/delete', result: 'done' });
  });

  it('refuses a role without a name, or with another’s, and keeps what was typed', async () => {
    const admin = await staff(STAFF.admin);
    await admin.get('/admin/roles/new');
    expect((await admin.post('/admin/roles', { name: ' ', mode: 'shop' })).text).toContain('A role needs a name.');
    const taken = await admin.post('/admin/roles', { name: 'sales', mode: 'shop' });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('Another role has this name.');
    expect(taken.html).toContain('value="sales"');
    expect(await shop.rows(`select 1 from role where lower(name) = 'sales'`)).toHaveLength(1);
  });

  it('doesn’t delete a role that somebody has', async () => {
    const admin = await staff(STAFF.admin);
    const id = await roleId('View only');
    expect((await admin.get(`/admin/roles/${id}`)).html).not.toContain('id="delete-role"');
    const refused = await admin.post(`/admin/roles/${id}/delete`);
    expect(refused.text).toContain('1 staff account has this role.');
    expect(await roleRow(id)).toBeDefined();
    expect(await lastEntry('role')).toMatchObject({ did: 'role/delete', result: 'refused', codes: ['role-in-use'] });
  });
});

describe('F2: no one can give rights they don’t have', () => {
  it('neither by a forged form, nor by All, nor by a higher mode, nor to one’s own role, nor to a new one', async () => {
    const { email, role } = await somebodyWith('Ruby', [RESOURCE.roles, RESOURCE.orders], { mode: 'shop' });
    const other = await somebodyWith('Otto', [RESOURCE.orders], { mode: 'view' });
    const ruby = await staff(email);
    const page = await ruby.get(`/admin/roles/${other.role}/resources`);
    expect(page.html).toMatch(/value="stores.configuration"[^>]*disabled|disabled[^>]*value="stores.configuration"/);
    expect(page.html).not.toContain('<option value="all"');
    expect(page.text).toContain('You do not have this right, so you cannot give it.');
    for (const target of [role, other.role]) {
      const before = await resources(target);
      for (const fields of [[CUSTOM, ...ticked(...before, RESOURCE.configuration)], [['scope', 'all'] as [string, string]]]) {
        const refused = await send(ruby, `/admin/roles/${target}/resources`, fields);
        expect(refused.status).toBe(422);
        expect(refused.text).toContain('This includes rights that you do not have.');
        expect(await lastEntry('role')).toMatchObject({ did: 'role/update', result: 'refused', codes: ['rights-beyond-own'] });
      }
      expect(await resources(target)).toEqual(before);
      expect(await roleRow(target)).toMatchObject({ scope: 'custom' });
      expect((await send(ruby, `/admin/roles/${target}`, [['name', 'Higher'], ['mode', 'full']])).status).toBe(422);
    }
    expect((await send(ruby, '/admin/roles', [['name', 'Higher'], ['mode', 'full']])).status).toBe(422);
    expect(await roleId('Higher')).toBe('');
    expect((await send(ruby, `/admin/roles/${other.role}/resources`, [CUSTOM, ...ticked(RESOURCE.orders, RESOURCE.roles)])).status).toBe(303);
    expect(await resources(other.role)).toEqual([RESOURCE.orders, RESOURCE.roles]);
  });

  it('nor lay hands on a role that has more', async () => {
    const { email } = await somebodyWith('Rita', [RESOURCE.roles]);
    const rita = await staff(email);
    const id = await roleId('Administrator');
    const page = await rita.get(`/admin/roles/${id}/resources`);
    expect(page.text).toContain('This role has rights that you do not have.');
    expect(page.html).not.toContain('form="role"');
    expect((await send(rita, `/admin/roles/${id}/resources`, [CUSTOM])).status).toBe(422);
    expect((await send(rita, `/admin/roles/${id}`, [['name', 'Mine'], ['mode', 'view']])).status).toBe(422);
    expect((await send(rita, `/admin/roles/${id}/delete`, [])).status).toBe(422);
    expect(await roleRow(id)).toEqual({ name: 'Administrator', scope: 'all', mode: 'full' });
  });

  it('a word that is no resource is stored nowhere', async () => {
    const admin = await staff(STAFF.admin);
    const { role } = await somebodyWith('Nora', []);
    await admin.get(`/admin/roles/${role}/resources`);
    await send(admin, `/admin/roles/${role}/resources`, [CUSTOM, ...ticked('everything', RESOURCE.orders)]);
    expect(await resources(role)).toEqual([RESOURCE.orders]);
  });
});

describe('F2: the last administrator', () => {
  it('can’t take the rights from his own role', async () => {
    const admin = await staff(STAFF.admin);
    const id = await roleId('Administrator');
    await shop.rows(`update staff set active = false where role_id in (select role_id from role_resource where resource = 'system.roles')`);
    await admin.get(`/admin/roles/${id}/resources`);
    const refused = await send(admin, `/admin/roles/${id}/resources`, [CUSTOM, ...ticked(RESOURCE.roles, RESOURCE.orders)]);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Nobody would be left who may change roles and staff accounts.');
    expect(await roleRow(id)).toMatchObject({ scope: 'all' });
    expect(await lastEntry('role')).toMatchObject({ result: 'refused', codes: ['last-administrator'] });
  });

  it('two administrators who take the rights from each other at the same time: one is refused, one stays', async () => {
    const administrator = [RESOURCE.roles, RESOURCE.staffAccounts];
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await somebodyWith(`One${round}`, administrator), await somebodyWith(`Two${round}`, administrator)];
      const [first, second] = [await staff(one.email), await staff(two.email)];
      await first.get(`/admin/roles/${two.role}/resources`);
      await second.get(`/admin/roles/${one.role}/resources`);
      const answers = await Promise.all([
        send(first, `/admin/roles/${two.role}/resources`, [CUSTOM]),
        send(second, `/admin/roles/${one.role}/resources`, [CUSTOM]),
      ]);
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
      expect((await resources(one.role)).length + (await resources(two.role)).length).toBe(2);
    }
  });
});

describe('F2: a change acts at once', () => {
  it('a right taken away refuses the next request', async () => {
    const admin = await staff(STAFF.admin);
    const { email, role } = await somebodyWith('Nadia', [RESOURCE.orders]);
    const nadia = await staff(email);
    expect((await nadia.get('/admin/orders')).status).toBe(200);
    await admin.get(`/admin/roles/${role}/resources`);
    await send(admin, `/admin/roles/${role}/resources`, [CUSTOM]);
    expect((await nadia.get('/admin/orders')).status).toBe(403);
    await send(admin, `/admin/roles/${role}/resources`, [CUSTOM, ...ticked(RESOURCE.orders)]);
    expect((await nadia.get('/admin/orders')).status).toBe(200);
  });

  it('“Allow Login as Customer” unticked ends a running assist session and closes the way in', async () => {
    const admin = await staff(STAFF.admin);
    const { email, role } = await somebodyWith('Leon', [RESOURCE.loginAsCustomer]);
    const leon = await staff(email);
    expect((await enter(leon, CUSTOMER.john)).url).toBe('/account');
    await admin.get(`/admin/roles/${role}/resources`);
    await send(admin, `/admin/roles/${role}/resources`, [CUSTOM]);
    expect((await leon.get('/account')).text).toContain('Assist session ended');
    expect(await shop.rows(`select end_reason from assist_session s join staff a on a.id = s.actor_id where a.email = $1`, [email])).toEqual([{ end_reason: 'permission-lost' }]);
    expect((await enter(leon, CUSTOMER.john)).text).toContain('Your role does not include Login as Customer.');
  });

  it('“Edit item price” unticked closes the price field although the account may, and says why', async () => {
    const admin = await staff(STAFF.admin);
    const { email, role } = await somebodyWith('Petra', [RESOURCE.loginAsCustomer, RESOURCE.editItemPrice]);
    await shop.rows('update staff set can_edit_item_price = true where email = $1', [email]);
    const petra = await staff(email);
    await enter(petra, CUSTOMER.john);
    const cart = await petra.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(cart.html).toContain('name="price"');
    await admin.get(`/admin/roles/${role}/resources`);
    await send(admin, `/admin/roles/${role}/resources`, [CUSTOM, ...ticked(RESOURCE.loginAsCustomer)]);
    const closed = await petra.get('/cart');
    expect(closed.html).not.toContain('name="price"');
    expect(closed.text).toContain('You are not allowed to edit prices.');
    await petra.post('/assist/exit');
  });
});

describe('F2: the two rights to the log', () => {
  it('“View Login as Customer Log” opens that action group and no other, whatever the address says', async () => {
    const { email } = await somebodyWith('Greta', [RESOURCE.loginAsCustomerLog]);
    const greta = await staff(email);
    expect((await greta.get('/admin')).url).toBe('/admin/action-logs');
    await enter(await staff(STAFF.max), CUSTOMER.john);
    for (const address of ['/admin/action-logs', '/admin/action-logs?group=staff-session', '/admin/action-logs?group=&action=login']) {
      const page = await greta.get(address);
      expect(page.html).toMatch(/<option value="login-as-customer"[^>]*selected/);
      expect(page.html).not.toContain('<option value="staff-session"');
      expect(page.text).not.toMatch(/Max Keller logged in(?! as)/);
    }
    expect((await greta.get('/admin/action-logs')).text).toContain('Max Keller logged in as John Doe');
    expect((await (await staff(STAFF.admin)).get('/admin/action-logs?group=staff-session')).text).toMatch(/Max Keller logged in(?! as)/);
  });

  it('neither right: the log stays closed, and login as customer doesn’t open it', async () => {
    const { email } = await somebodyWith('Gregor', [RESOURCE.loginAsCustomer]);
    expect((await (await staff(email)).get('/admin/action-logs')).status).toBe(403);
  });
});
