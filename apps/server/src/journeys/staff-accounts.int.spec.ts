import { RESOURCE } from '@onbehalf/core';
import type { Mailer, OutgoingMail } from '@onbehalf/http/jobs/mailer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
const mails: OutgoingMail[] = [];
const mailer: Mailer = { send: async (mail) => void mails.push(mail) };
beforeAll(async () => {
  shop = await openDemoShop({ mailer });
});
afterAll(() => shop.close());

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function idOf(table: 'role' | 'staff_group' | 'staff', column: string, value: string): Promise<string> {
  const [row] = await shop.rows<{ id: string }>(`select id::text from ${table} where ${column} = $1`, [value]);
  return row?.id ?? '';
}

const account = async (email: string) => (await shop.rows<Record<string, unknown>>('select * from staff where email = $1', [email]))[0];

async function send(browser: TestBrowser, path: string, fields: Record<string, string | string[]>): Promise<{ status: number; text: string; to: string }> {
  const body = new URLSearchParams([['_csrf', browser.formToken], ...Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))]);
  const response = await browser.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body });
  return { status: response.status, text: await response.text(), to: response.headers.get('location') ?? '' };
}

async function form(more: Record<string, string | string[]> = {}): Promise<Record<string, string | string[]>> {
  return {
    firstName: 'Nina', lastName: 'Newcomer', email: 'nina.newcomer@staff.example', phone: '+1 303-555-0199', active: '1', role: await idOf('role', 'name', 'Sales'), group: await idOf('staff_group', 'name', 'Sales'),
    stores: ['main', 'de'], language: 'de', timeZone: 'Europe/Berlin', accessAllCustomers: '1', canEditItemPrice: '1', canCreateCustomer: '0', commissionRate: '4.25', maxDiscount: '12.5', orderConfirmationCopy: '1', ownCustomer: '', ...more,
  };
}

/** The account's form with everything as it is now, and something else. */
async function formOf(email: string, more: Record<string, string | string[]> = {}): Promise<Record<string, string | string[]>> {
  const row = await account(email);
  const stores = await shop.rows<{ code: string }>('select s.code from staff_store x join store s on s.id = x.store_id where x.staff_id = $1', [row?.['id']]);
  const yes = (name: string): string => (row?.[name] === true ? '1' : '0');
  const percent = (name: string): string => (row?.[name] === null ? '' : String(Number(row?.[name]) / 100));
  return {
    firstName: String(row?.['first_name']), lastName: String(row?.['last_name']), email, phone: String(row?.['phone']), active: yes('active'), role: String(row?.['role_id']), group: String(row?.['staff_group_id']),
    stores: stores.map(({ code }) => code), language: String(row?.['language']), timeZone: String(row?.['time_zone']), accessAllCustomers: yes('access_all_customers'), canEditItemPrice: yes('can_edit_item_price'),
    canCreateCustomer: yes('can_create_customer'), commissionRate: percent('commission_basis_points'), maxDiscount: percent('max_discount_basis_points'), orderConfirmationCopy: yes('order_confirmation_copy'), ownCustomer: '', ...more,
  };
}

interface Entry {
  did: string;
  result: string;
  codes: string[];
  detail: { changes?: { path: string; before: string; after: string }[]; name?: string } | null;
}

async function lastEntry(group: string): Promise<Entry | undefined> {
  const [row] = await shop.rows<Entry>(
    `select e.action_group || '/' || e.action as did, e.result, b->'codes' as codes, b->'detail' as detail
       from audit_entry e, lateral (select (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5))::jsonb as b) x where e.action_group = $1 order by e.id desc limit 1`, [group]);
  return row;
}

/** Somebody with a role of his own, so that no other test's people change. */
async function somebodyWith(name: string, given: readonly string[], switches = 'false'): Promise<{ email: string; role: string; id: string }> {
  const email = `${name.toLowerCase()}@staff.example`;
  const [row] = await shop.rows<{ role: string; id: string }>(
    `with r as (insert into role (name, resources_mode) values ($1, 'custom') returning id),
       x as (insert into role_resource select r.id, u from r, unnest($3::text[]) u),
       s as (insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash, access_all_customers, can_edit_item_price, can_create_customer)
         select $1, 'Tester', $2, r.id, a.staff_group_id, a.password_hash, $4, $4, $4 from r, staff a where a.email = 'admin@staff.example' returning id, role_id),
       st as (insert into staff_store select s.id, store.id from s, store where store.code = 'main')
     select s.role_id::text as role, s.id::text as id from s`, [name, email, given, switches === 'true']);
  if (row === undefined) throw new Error('Nobody was made');
  return { email, ...row };
}

describe('A3: staff accounts', () => {
  it('are listed with search and filters by state, role and group', async () => {
    const admin = await staff(STAFF.admin);
    const list = await admin.get('/admin/staff');
    for (const name of ['Sarah Johnson', 'Ana Duarte', 'Max Keller']) expect(list.text).toContain(name);
    const found = await admin.get('/admin/staff?q=KELLER');
    expect(found.text).toContain('Max Keller');
    expect(found.text).not.toContain('Sarah Johnson');
    expect((await admin.get(`/admin/staff?role=${await idOf('role', 'name', 'View only')}`)).text).toContain('Vera Novak');
    expect((await admin.get(`/admin/staff?group=${await idOf('staff_group', 'name', 'Key Accounts')}`)).text).not.toContain('Vera Novak');
    expect((await admin.get('/admin/staff?active=no')).text).toContain('No staff account matches');
    expect((await admin.get('/admin/staff?q=%25')).text).toContain('No staff account matches');
  });

  it('have every field by its exact name', async () => {
    const page = await (await staff(STAFF.admin)).get(`/admin/staff/${await idOf('staff', 'email', STAFF.sarah)}`);
    for (const label of ['First name', 'Last name', 'E-mail', 'Phone', 'Active', 'Role', 'Staff group', 'Stores it may work in', 'Language', 'Time zone', 'Access All Customers', 'Can Edit Item Price', 'Can Create Customer', 'Commission rate', 'Largest discount it may give', 'Send order confirmation copy', 'Own customer account', 'Save Staff'])
      expect(page.text).toContain(label);
    expect(page.html).toMatch(/name="commissionRate"[^>]*value="5"|value="5"[^>]*name="commissionRate"/);
  });

  it('a new one is kept with all of it and invited by mail to choose a password, which nobody else sees', async () => {
    const admin = await staff(STAFF.admin);
    await admin.get('/admin/staff/new');
    const made = await send(admin, '/admin/staff', await form({ ownCustomer: CUSTOMER.uma }));
    expect(made.status).toBe(303);
    expect((await admin.get(made.to)).text).toContain('Nina Newcomer');
    expect(await account('nina.newcomer@staff.example')).toMatchObject({
      first_name: 'Nina', last_name: 'Newcomer', phone: '+1 303-555-0199', active: true, language: 'de', time_zone: 'Europe/Berlin', access_all_customers: true, can_edit_item_price: true,
      can_create_customer: false, commission_basis_points: 425, max_discount_basis_points: 1250, order_confirmation_copy: true, own_customer_id: BigInt(CUSTOMER.uma),
    });
    const stores = await shop.rows('select s.code from staff_store x join store s on s.id = x.store_id join staff a on a.id = x.staff_id where a.email = $1 order by 1', ['nina.newcomer@staff.example']);
    expect(stores).toEqual([{ code: 'de' }, { code: 'main' }]);
    const invitation = await vi.waitFor(() => mails.find(({ to }) => to === 'nina.newcomer@staff.example') ?? expect.fail('no mail yet'), { timeout: 10_000 });
    expect(invitation.subject).toBe('Wählen Sie Ihr Passwort');
    const [link = ''] = /\/staff\/account\/reset\?token=opr_[\w-]{43}/.exec(invitation.text) ?? [];
    const nina = shop.browser();
    await nina.get(link);
    const token = link.split('token=')[1] ?? '';
    expect((await nina.post('/staff/account/reset', { token, password: 'my-own-Passwort-7' })).url).toBe('/staff/account/login');
    expect((await nina.post('/staff/account/login', { email: 'nina.newcomer@staff.example', password: 'my-own-Passwort-7' })).url).toBe('/staff');
    expect(await lastEntry('staff')).toMatchObject({ did: 'staff/create', result: 'done' });
    const written = await shop.rows<{ body: string }>(`select convert_from(canonical, 'UTF8') as body from audit_entry where action_group = 'staff' order by id desc limit 1`);
    expect(written[0]?.body).not.toMatch(/Newcomer|nina\.|argon2|555-0199/);
  });

  it('leaves an entry with before and after, and none where nothing changed', async () => {
    const admin = await staff(STAFF.admin);
    const path = `/admin/staff/${await idOf('staff', 'email', STAFF.clara)}`;
    await admin.get(path);
    await send(admin, path, await formOf(STAFF.clara, { maxDiscount: '7.5', canCreateCustomer: '0' }));
    const entry = await lastEntry('staff');
    expect(entry).toMatchObject({ did: 'staff/update', result: 'done' });
    expect(entry?.detail?.changes).toEqual([{ path: 'canCreateCustomer', before: 'true', after: 'false' }, { path: 'maxDiscount', before: '', after: '7.5' }]);
    const [count] = await shop.rows<{ n: number }>(`select count(*)::int as n from audit_entry where action_group = 'staff'`);
    await send(admin, path, await formOf(STAFF.clara));
    expect(await shop.rows(`select count(*)::int as n from audit_entry where action_group = 'staff'`)).toEqual([count]);
  });

  it('refuse at each field what doesn’t fit, keep what was typed, and store nothing', async () => {
    const admin = await staff(STAFF.admin);
    await admin.get('/admin/staff/new');
    const cases: [Record<string, string | string[]>, string][] = [
      [{ firstName: ' ' }, 'First and last name are needed.'], [{ email: 'nobody' }, 'This is not an e-mail address.'], [{ email: STAFF.sarah.toUpperCase() }, 'Another staff account has this e-mail address.'],
      [{ commissionRate: '4,25' }, 'This is not a percentage.'], [{ maxDiscount: '101' }, 'This is not a percentage.'], [{ timeZone: 'Mars/Olympus' }, 'This time zone does not exist.'],
      [{ role: '999999' }, 'This role does not exist.'], [{ group: '' }, 'This staff group does not exist.'], [{ stores: ['moon'] }, 'This store is closed.'], [{ ownCustomer: '99999999' }, 'No single customer has this e-mail address or ID.'],
    ];
    for (const [more, sentence] of cases) {
      const refused = await send(admin, '/admin/staff', await form({ email: 'other@staff.example', ...more }));
      expect([refused.status, sentence, refused.text.includes(sentence)]).toEqual([422, sentence, true]);
      expect(refused.text).toContain('value="+1 303-555-0199"');
    }
    expect(await account('other@staff.example')).toBeUndefined();
    expect((await shop.rows('select 1 from mail where recipient = $1', ['other@staff.example']))).toEqual([]);
  });

  it.each([['de', 'Konto speichern', '4,25'], ['es', 'Guardar cuenta', '4,25']])('speak %s, decimals too', async (language, button, rate) => {
    const { email } = await somebodyWith(`Speaks${language}`, [RESOURCE.staffAccounts, RESOURCE.loginAsCustomer, RESOURCE.editItemPrice, RESOURCE.createCustomer], 'true');
    await shop.rows('update staff set language = $2 where email = $1', [email, language]);
    const somebody = await staff(email);
    const sarah = await idOf('staff', 'email', STAFF.sarah);
    await shop.rows('update staff set commission_basis_points = 425 where id = $1', [sarah]);
    const page = await somebody.get(`/admin/staff/${sarah}`);
    expect(page.text).toContain(button);
    expect(page.html).toContain(`value="${rate}"`);
  });
});

describe('A1: the own account', () => {
  it('has language and time zone to choose; what doesn’t exist is refused, and the change is on record', async () => {
    const vera = await staff(STAFF.vera);
    expect((await vera.get('/staff/account')).text).toContain('Language and time zone');
    expect((await vera.post('/staff/account/ways', { language: 'de', timeZone: 'Mars/Olympus' })).text).toContain('This time zone does not exist.');
    expect(await account(STAFF.vera)).toMatchObject({ language: 'en', time_zone: 'America/Chicago' });
    const saved = await vera.post('/staff/account/ways', { language: 'de', timeZone: 'Europe/Vienna' });
    expect(saved.text).toContain('Sprache und Zeitzone');
    expect(await account(STAFF.vera)).toMatchObject({ language: 'de', time_zone: 'Europe/Vienna' });
    expect((await lastEntry('staff'))?.detail?.changes).toEqual([{ path: 'language', before: 'en', after: 'de' }, { path: 'timeZone', before: 'America/Chicago', after: 'Europe/Vienna' }]);
  });
});

describe('A3, B9: an account that is made inactive', () => {
  it('is out at once: its sessions and its assist session end, with the reason on record, and it can’t log in', async () => {
    const admin = await staff(STAFF.admin);
    const grace = await staff('grace.okonkwo@staff.example');
    const [hers] = await shop.rows<{ id: string }>(
      `select c.id::text from customer c join customer_staff cs on cs.customer_id = c.id join staff a on a.id = cs.staff_id join consent k on k.customer_id = c.id and k.answer = 'given' and k.superseded_at is null
       where a.email = 'grace.okonkwo@staff.example' and c.status = 'active' and c.confirmed_at is not null limit 1`);
    expect((await enter(grace, hers?.id ?? '')).url).toBe('/account');
    const path = `/admin/staff/${await idOf('staff', 'email', 'grace.okonkwo@staff.example')}`;
    await admin.get(path);
    expect((await send(admin, path, await formOf('grace.okonkwo@staff.example', { active: '0' }))).status).toBe(303);
    expect(await lastEntry('staff')).toMatchObject({ did: 'staff/deactivate' });
    expect(await shop.rows(`select s.end_reason from assist_session s join staff a on a.id = s.actor_id where a.email = 'grace.okonkwo@staff.example' order by s.started_at desc limit 1`)).toEqual([{ end_reason: 'actor-deactivated' }]);
    expect(await shop.rows(`select s.end_reason from staff_session s join staff a on a.id = s.staff_id where a.email = 'grace.okonkwo@staff.example' order by s.created_at desc limit 1`)).toEqual([{ end_reason: 'actor-deactivated' }]);
    expect((await grace.get('/account')).text).toContain('Assist session ended');
    expect((await grace.get('/staff')).url).toContain('/staff/account/login');
    const again = shop.browser();
    await logInAsStaff(again, 'grace.okonkwo@staff.example');
    expect((await again.get('/staff')).url).toContain('/staff/account/login');
    await admin.get(path);
    await send(admin, path, await formOf('grace.okonkwo@staff.example', { active: '1' }));
    expect(await lastEntry('staff')).toMatchObject({ did: 'staff/activate' });
    await logInAsStaff(again, 'grace.okonkwo@staff.example');
    expect((await again.get('/staff')).url).toBe('/staff');
  });
});

describe('F2: rights by way of an account', () => {
  it('neither a role nor a switch nor a store that the giver lacks can be given, to others or to oneself', async () => {
    const hr = await somebodyWith('Hera', [RESOURCE.staffAccounts, RESOURCE.orders]);
    const target = await somebodyWith('Theo', [RESOURCE.orders]);
    const hera = await staff(hr.email);
    for (const { id, email } of [hr, target]) {
      expect((await hera.get(`/admin/staff/${id}`)).html).not.toContain('>Administrator</option>');
      const before = await account(email);
      const beyond = [{ role: await idOf('role', 'name', 'Administrator') }, { role: await idOf('role', 'name', 'Sales') }, { accessAllCustomers: '1' }, { canEditItemPrice: '1' }, { canCreateCustomer: '1' }, { stores: ['main', 'de'] }];
      for (const more of beyond) {
        const refused = await send(hera, `/admin/staff/${id}`, await formOf(email, more));
        expect(refused.status).toBe(422);
        expect(refused.text).toContain('This includes rights that you do not have.');
        expect(await lastEntry('staff')).toMatchObject({ did: 'staff/update', result: 'refused', codes: ['rights-beyond-own'] });
      }
      expect(await account(email)).toEqual(before);
    }
    await hera.get('/admin/staff/new');
    expect((await send(hera, '/admin/staff', await form({ email: 'puppet@staff.example', role: await idOf('role', 'name', 'Administrator'), stores: ['main'], accessAllCustomers: '0', canEditItemPrice: '0' }))).status).toBe(422);
    expect(await account('puppet@staff.example')).toBeUndefined();
    await hera.get(`/admin/staff/${target.id}`);
    expect((await send(hera, `/admin/staff/${target.id}`, await formOf(target.email, { firstName: 'Theodor', role: hr.role }))).status).toBe(303);
    expect(await account(target.email)).toMatchObject({ first_name: 'Theodor' });
  });

  it('an account with more rights isn’t touched: its e-mail address would be the way to its password', async () => {
    const { email } = await somebodyWith('Hugo', [RESOURCE.staffAccounts]);
    const hugo = await staff(email);
    const id = await idOf('staff', 'email', STAFF.admin);
    const page = await hugo.get(`/admin/staff/${id}`);
    expect(page.text).toContain('This account has rights that you do not have.');
    expect(page.text).not.toContain('Save Staff');
    expect((await send(hugo, `/admin/staff/${id}`, await formOf(STAFF.admin, { email: 'mine@staff.example' }))).status).toBe(422);
    expect((await send(hugo, `/admin/staff/${id}`, await formOf(STAFF.admin, { active: '0' }))).status).toBe(422);
    expect(await account(STAFF.admin)).toMatchObject({ active: true });
  });

  it('the last administrator can neither be made inactive nor be given a smaller role', async () => {
    const admin = await staff(STAFF.admin);
    const path = `/admin/staff/${await idOf('staff', 'email', STAFF.admin)}`;
    await admin.get(path);
    for (const more of [{ active: '0' }, { role: await idOf('role', 'name', 'Sales') }]) {
      const refused = await send(admin, path, await formOf(STAFF.admin, more));
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Nobody would be left who may change roles and staff accounts.');
      expect(await lastEntry('staff')).toMatchObject({ result: 'refused', codes: ['last-administrator'] });
    }
    expect(await account(STAFF.admin)).toMatchObject({ active: true, role_id: BigInt(await idOf('role', 'name', 'Administrator')) });
    expect((await admin.get('/admin/staff')).status).toBe(200);
  });

  it('two administrators who make each other inactive at the same time: one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await somebodyWith(`Ines${round}`, [RESOURCE.roles, RESOURCE.staffAccounts]), await somebodyWith(`Igor${round}`, [RESOURCE.roles, RESOURCE.staffAccounts])];
      const [first, second] = [await staff(one.email), await staff(two.email)];
      await first.get(`/admin/staff/${two.id}`);
      await second.get(`/admin/staff/${one.id}`);
      const [toTwo, toOne] = [await formOf(two.email, { active: '0' }), await formOf(one.email, { active: '0' })];
      const answers = await Promise.all([send(first, `/admin/staff/${two.id}`, toTwo), send(second, `/admin/staff/${one.id}`, toOne)]);
      // Whoever comes so late that the own session is over already is led to the login, which is a 303 too.
      expect(answers.filter(({ status, to }) => status === 303 && !to.startsWith('/staff/account/login'))).toHaveLength(1);
      expect(await shop.rows('select 1 from staff where active and email = any ($1)', [[one.email, two.email]])).toHaveLength(1);
    }
  });
});

describe('A4: staff groups', () => {
  it('are made, renamed, given a lead and deleted; each is on record', async () => {
    const admin = await staff(STAFF.admin);
    const ruth = await idOf('staff', 'email', STAFF.ruth);
    await admin.get('/admin/staff-groups/new');
    const made = await admin.post('/admin/staff-groups', { name: 'Field sales', lead: ruth });
    expect(made.text).toContain('The staff group Field sales is saved.');
    expect(await lastEntry('staff-group')).toMatchObject({ did: 'staff-group/create', detail: { name: 'Field sales' } });
    const id = await idOf('staff_group', 'name', 'Field sales');
    expect((await admin.post(`/admin/staff-groups/${id}`, { name: 'Field', lead: '', commissionRate: '2,5' })).text).toContain('This is not a percentage.');
    await admin.post(`/admin/staff-groups/${id}`, { name: 'Field', lead: '', commissionRate: '2.5' });
    expect(await shop.rows('select commission_basis_points as rate from staff_group where id = $1', [id])).toEqual([{ rate: 250 }]);
    expect((await admin.get('/admin/staff-groups')).text).toContain('Field');
    expect((await lastEntry('staff-group'))?.detail?.changes).toEqual([{ path: 'name', before: 'Field sales', after: 'Field' }, { path: 'lead', before: ruth, after: '' }, { path: 'commissionRate', before: '', after: '2.5' }]);
    await admin.get(`/admin/staff-groups/${id}`);
    expect((await admin.post(`/admin/staff-groups/${id}/delete`)).text).toContain('The staff group Field was deleted.');
    expect((await admin.get('/admin/action-logs?group=staff-group')).text).toContain('Ana Duarte deleted the staff group Field');
  });

  it('need a name of their own, and one in use isn’t deleted', async () => {
    const admin = await staff(STAFF.admin);
    await admin.get('/admin/staff-groups/new');
    expect((await admin.post('/admin/staff-groups', { name: '' })).text).toContain('A staff group needs a name.');
    expect((await admin.post('/admin/staff-groups', { name: 'KEY ACCOUNTS' })).text).toContain('Another staff group has this name.');
    const id = await idOf('staff_group', 'name', 'Key Accounts');
    await admin.get(`/admin/staff-groups/${id}`);
    const refused = await admin.post(`/admin/staff-groups/${id}/delete`);
    expect(refused.text).toContain('3 accounts belong to this staff group.');
    expect(await lastEntry('staff-group')).toMatchObject({ result: 'refused', codes: ['staff-group-in-use'] });
    expect(await idOf('staff_group', 'name', 'Key Accounts')).toBe(id);
  });

  it('staff/group/default: a new account’s form begins with the group it names, a group that isn’t there is refused, and a renamed one stays the default', async () => {
    const admin = await staff(STAFF.admin);
    const chosen = async () => / selected="">([^<]*)</.exec((await admin.get('/admin/staff/new')).html.split('name="group"')[1] ?? '')?.[1];
    expect(await chosen()).toBe('Sales');
    await admin.get('/admin/configuration/staff-general');
    const unknown = await admin.post('/admin/configuration/staff-general', { scope: 'default', 'value:staff/group/default': 'Nowhere' });
    expect(unknown.text).toContain('This staff group does not exist.');
    expect(await chosen()).toBe('Sales');
    await admin.get('/admin/configuration/staff-general');
    await admin.post('/admin/configuration/staff-general', { scope: 'default', 'value:staff/group/default': 'Key Accounts' });
    expect(await chosen()).toBe('Key Accounts');
    const id = await idOf('staff_group', 'name', 'Key Accounts');
    await admin.get(`/admin/staff-groups/${id}`);
    await admin.post(`/admin/staff-groups/${id}`, { name: 'Strategic', lead: '' });
    expect(await chosen()).toBe('Strategic');
    expect((await admin.get('/admin/staff-groups')).text).toContain('Strategic default');
    await admin.get(`/admin/staff-groups/${id}`);
    expect((await admin.post(`/admin/staff-groups/${id}/delete`)).text).toContain('This is the default staff group.');
    await admin.post(`/admin/staff-groups/${id}`, { name: 'Key Accounts', lead: '' });
    await shop.rows(`delete from setting_value where path = 'staff/group/default'`);
  });
});

const STORES = [
  ['en', 'main', '', ['Price editing is switched off in this store.', 'You are not allowed to edit prices.', 'The price of this product type']],
  ['de', 'de', '/de', ['In diesem Shop ist die Preisänderung ausgeschaltet.', 'Sie dürfen keine Preise ändern.', 'Der Preis dieses Produkttyps']],
  ['es', 'es', '/es', ['La modificación de precios está desactivada en esta tienda.', 'Usted no puede modificar precios.', 'El precio de este tipo de producto']],
] as const;

describe('“Price Editing Not Available”: each cause says its own sentence on the line (C1, C3)', () => {
  it.each(STORES)('%s', async (_language, store, base, [off, notAllowed, kind]) => {
    const [customer] = await shop.rows<{ id: string }>(
      `select c.id::text from customer c join store s on s.id = c.store_id join consent k on k.customer_id = c.id and k.answer = 'given' and k.superseded_at is null
       where s.code = $1 and c.status = 'active' and c.confirmed_at is not null and c.id > 1010 order by c.id limit 1`, [store]);
    const olivia = await staff(STAFF.olivia);
    expect((await enter(olivia, customer?.id ?? '')).url).toBe(`${base}/account`);
    await olivia.post(`${base}/cart/lines`, { sku: 'SKU-1001', quantity: '1' });
    const open = await olivia.post(`${base}/cart/lines`, { sku: 'SKU-1055', quantity: '1' });
    expect(open.html).toContain('name="price"');
    expect(open.text).toContain(kind);
    expect(open.text).not.toContain(notAllowed);
    expect(open.text).not.toContain(off);
    await shop.rows(`update staff set can_edit_item_price = false where email = $1`, [STAFF.olivia]);
    const closed = await olivia.get(`${base}/cart`);
    expect(closed.html).not.toContain('name="price"');
    expect(closed.text).toContain(notAllowed);
    expect(closed.text).not.toContain(off);
    await shop.rows(`update staff set can_edit_item_price = true where email = $1`, [STAFF.olivia]);
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/price_edit/enabled', 'default', 0, to_jsonb('0'::text), now())`);
    const switchedOff = await olivia.get(`${base}/cart`);
    expect(switchedOff.text).toContain(off);
    expect(switchedOff.text).not.toContain(notAllowed);
    await shop.rows(`delete from setting_value where path = 'assist/price_edit/enabled'`);
    await olivia.post(`${base}/assist/exit`);
  });
});
