// B16 and the cases R: what nobody does from inside a customer's account, whatever the settings, through any door.
import { createHash } from 'node:crypto';
import { routes } from '@onbehalf/http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, type ApiAnswer } from '../testing/api-client.ts';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { digestOf } from '../testing/digest.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { recordOf } from '../testing/record-of.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

const EMAIL = 'john.doe@customer.example';
const MESSAGE = 'This page is not available while you assist a customer.';
const NEW = 'a-password-of-hers-2026';
const INFORMATION = { firstName: 'John', lastName: 'Doe', phone: '+1 303-555-0111', company: 'Doe Electric LLC', vatNumber: '' };

let shop: DemoShop;
let sarah: TestBrowser;
let token: ApiClient;
beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john);
  const api = new ApiClient(shop.server.origin);
  const { body } = await api.call('POST', '/V1/staff/token', { email: STAFF.olivia, password: PASSWORD });
  const entered = await api.with(body['token']).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { confirm: true });
  token = api.with(entered.body['token']);
  await shop.rows('update customer set phone = $2, company = $3, vat_number = $4 where id = $1', [CUSTOMER.john, INFORMATION.phone, INFORMATION.company, INFORMATION.vatNumber]);
});
afterAll(() => shop.close());
afterEach(async () => {
  await forgetSetting(shop, 'assist/restricted_handles');
  await expectInvariants(shop);
});

type Door = readonly [method: string, path: string, fields?: Record<string, string>];

/** Through one door of the shop, with the token of a page of this very context. */
async function tryDoor([method, path, fields = {}]: Door): Promise<Visit> {
  await sarah.get('/cart');
  return method === 'GET' ? sarah.get(path) : sarah.post(path, fields);
}

const isRefused = ({ status, url, text }: Visit): boolean => status === 404 || (url === '/account' && text.includes(MESSAGE));

/** Each is refused and leaves the database as it was. */
async function allRefused(doors: readonly Door[]): Promise<void> {
  await sarah.get('/cart');
  const before = await digestOf(shop);
  const opened: string[] = [];
  for (const door of doors) {
    const answer = await tryDoor(door);
    if (!isRefused(answer)) opened.push(`${door[0]} ${door[1]}: ${answer.status} ${answer.url}`);
  }
  expect(opened).toEqual([]);
  expect(await digestOf(shop)).toEqual(before);
}

async function allRefusedInRest(calls: readonly (readonly [method: string, path: string, body?: unknown])[]): Promise<void> {
  const before = await digestOf(shop);
  const answers: [string, ApiAnswer][] = [];
  for (const [method, path, body] of calls) answers.push([`${method} ${path}`, await token.call(method, path, body)]);
  expect(answers.filter(([, { status, body }]) => status !== 404 && !(status === 403 && body['code'] === 'not-available-in-context')).map(([name, { status }]) => `${name}: ${status}`)).toEqual([]);
  expect(await digestOf(shop)).toEqual(before);
}

/** A call with the context's token to an address outside the API. */
const elsewhere = async (path: string, body: unknown): Promise<number> =>
  (await rawRequest(shop.server.origin, { method: 'POST', path, headers: { authorization: `Bearer ${token.token ?? ''}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })).status;

const handlesOnRecord = async (): Promise<string[]> => (await recordOf(shop, CUSTOMER.john, 200)).filter(({ action }) => action === 'login-as-customer.restricted-page').map(({ object }) => object?.replace('handle ', '') ?? '');

const account = async (columns: string): Promise<object | undefined> => (await shop.rows<object>(`select ${columns} from customer where id = $1`, [CUSTOMER.john]))[0];

describe('B16, R01–R04: never possible in a context', () => {
  it('R01, B16: the password is not seen or changed by form, link, registration or confirmation, and each try is on record', async () => {
    const link = `opr_${'a'.repeat(43)}`;
    await shop.rows(`insert into password_reset (token_hash, person_kind, person_id, expires_at) values ($1, 'customer', $2, now() + interval '1 hour')`, [createHash('sha256').update(link).digest(), CUSTOMER.john]);
    await allRefused([
      ['GET', '/account/password'], ['POST', '/account/password', { current: PASSWORD, password: NEW }],
      ['GET', `/account/reset?token=${link}`], ['POST', '/account/reset', { token: link, password: NEW }],
      ['GET', '/account/create'], ['POST', '/account/create', { firstName: 'John', lastName: 'Doe', email: EMAIL, password: NEW }],
      ['GET', `/account/confirm?token=${link}`], ['POST', '/account/confirm', { token: link }],
      ['GET', '/account/login'], ['POST', '/account/login', { email: EMAIL, password: PASSWORD }], ['POST', '/account/logout'],
    ]);
    expect(await handlesOnRecord()).toEqual(expect.arrayContaining([
      'customer_account_password', 'customer_account_passwordpost', 'customer_account_createpassword', 'customer_account_resetpasswordpost', 'customer_account_create', 'customer_account_createpost',
      'customer_account_confirmation', 'customer_account_confirm', 'customer_account_login', 'customer_account_loginpost', 'customer_account_logout',
    ]));
    await shop.rows(`delete from password_reset where person_id = $1`, [CUSTOMER.john]);
  });

  it('R01: nor by an address of another shop software, a mobile app’s or a query language’s', async () => {
    await allRefused([['POST', '/account/password/change', { password: NEW }], ['POST', '/customer/account/editPost', { change_password: '1', password: NEW }], ['POST', '/graphql'], ['POST', '/api/mobile/password', { password: NEW }]]);
    await allRefusedInRest([
      ['PUT', '/V1/customers/me/password', { currentPassword: PASSWORD, newPassword: NEW }], ['POST', '/V1/customers', { customer: { email: EMAIL }, password: NEW }], ['PUT', '/V1/customers/password', { email: EMAIL }],
      ['POST', '/V1/integration/customer/token', { username: EMAIL, password: PASSWORD }], ['POST', '/V1/staff/token', { email: STAFF.olivia, password: PASSWORD }],
    ]);
    expect(await elsewhere('/graphql', { query: 'mutation { changeCustomerPassword }' })).toBe(404);
  });

  it('R01: nor as a passenger in a form or call that is allowed: the rest is done, and the password stays', async () => {
    const before = await account('password_hash, email, status');
    const passenger = { password: NEW, newPassword: NEW, passwordHash: 'x', password_hash: 'x', createAccount: '1' };
    await sarah.get('/account/information');
    expect((await sarah.post('/account/information', { ...INFORMATION, ...passenger })).text).toContain('The account information is saved.');
    await sarah.get('/p/drill-driver-18v-60');
    await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1', ...passenger });
    expect((await sarah.get('/checkout')).html).not.toContain('type="password"');
    await sarah.post('/checkout/preview', { ...passenger, shipping: 'standard' });
    expect((await token.call('PUT', '/V1/customers/me', { ...INFORMATION, ...passenger })).status).toBe(200);
    expect(await account('password_hash, email, status')).toEqual(before);
    const john = shop.browser();
    expect((await logInAsCustomer(john, EMAIL)).url).toBe('/account');
  });

  it('R02, B16: the account is neither deleted nor carried off: there is no such door, and those of the portal are closed', async () => {
    await allRefused([
      ['POST', '/account/delete'], ['GET', '/account/delete'], ['POST', '/account/information/delete'], ['POST', '/account/erase'], ['GET', '/account/export'], ['GET', '/account/export.csv'], ['GET', '/account/orders.csv'],
      ['GET', '/account/data'], ['POST', '/account/export'], ['GET', '/privacy/export'],
    ]);
    await allRefusedInRest([
      ['DELETE', '/V1/customers/me'], ['DELETE', `/V1/customers/${CUSTOMER.john}`], ['GET', '/V1/customers/me/export'], ['POST', '/V1/customers/me/erase'], ['GET', '/V1/customers/me.csv'],
      ['GET', '/V1/staff/customers?search=doe'], ['GET', '/V1/sales/orders'],
    ]);
    const cookie = [...sarah.cookies].filter(([name]) => name.endsWith('assist')).map((pair) => pair.join('=')).join('');
    for (const path of ['/staff/orders.csv', '/admin/assignments/export.csv', `/admin/customers/${CUSTOMER.john}/information`]) expect((await rawRequest(shop.server.origin, { path, headers: { cookie } })).to).toContain('/staff/account/login');
  });

  it('R03, B16: no e-mail, second factor, token, linked account or means of payment is changed or added, so that nothing outlives the session', async () => {
    const before = await account('email, status, password_hash, epoch::text');
    await sarah.get('/account/information');
    await sarah.post('/account/information', { ...INFORMATION, email: 'hers@evil.example', confirmEmail: 'hers@evil.example', mfa: 'off' });
    await token.call('PUT', '/V1/customers/me', { ...INFORMATION, email: 'hers@evil.example' });
    expect(await account('email, status, password_hash, epoch::text')).toEqual(before);
    await allRefused([
      ['POST', '/account/email', { email: 'hers@evil.example' }], ['POST', '/account/two-factor'], ['POST', '/account/passkeys'], ['POST', '/account/recovery-codes'], ['POST', '/account/tokens'], ['POST', '/account/api-keys'],
      ['POST', '/account/payment-methods'], ['POST', '/account/cards'], ['POST', '/account/social/link'], ['GET', '/oauth/authorize?client_id=x'], ['POST', '/account/devices'],
    ]);
    await allRefusedInRest([
      ['PUT', '/V1/customers/me/email', { email: 'hers@evil.example' }], ['POST', '/V1/customers/me/tokens', {}], ['GET', '/V1/staff/tokens'], ['DELETE', '/V1/staff/tokens/1'], ['POST', '/V1/customers/me/payment-methods', {}],
      ['POST', '/V1/customers/me/mfa', {}], ['POST', '/V1/customers/me/passkeys', {}], ['POST', `/V1/staff/customers/${CUSTOMER.john}/token`, {}], ['POST', `/V1/staff/customers/${CUSTOMER.john}/link`, {}],
    ]);
  });

  it('R03: and whatever route sounds like it is closed in a context, also one that comes later', () => {
    const SOUNDS = /password|forgot|(?<!price[_/])reset|confirm|login|logout|register|create$|createpost|token|mfa|totp|second|factor|passkey|webauthn|recover|api_?key|oauth|social|card|payment_?method|payout|erase|export|consent|assistance|deputy|assign/;
    const open = routes.filter(({ handle, path, inContext }) => inContext !== 'never' && inContext !== 'outside' && SOUNDS.test(`${handle} ${path}`)).map(({ handle }) => handle);
    // Leaving the context is no log-out of the customer.
    expect([...new Set(open)].toSorted()).toEqual(['staff_customer_logout']);
  });

  it('R04, B16: a reset can’t be asked for from inside; asked for outside, its token is in no page, mail view, record or table', async () => {
    await allRefused([['GET', '/account/forgot'], ['POST', '/account/forgot', { email: EMAIL }]]);
    const outside = shop.browser();
    await outside.get('/account/forgot');
    await outside.post('/account/forgot', { email: EMAIL });
    await expect.poll(() => shop.rows(`select 1 from mail where template = 'password-reset' and status = 'sent'`), { timeout: 10_000 }).toHaveLength(1);
    const [mail] = await shop.rows<{ id: string }>(`select id::text from mail where template = 'password-reset'`);
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    const views = [await admin.get('/admin/mails'), await admin.get(`/admin/mails/${mail?.id ?? ''}`), await admin.get(`/admin/mails/${mail?.id ?? ''}/body`)];
    expect(views[2]?.html).toContain('token=opr_…');
    const inside = [await sarah.get('/account'), await sarah.get('/account/information'), await sarah.get('/account/orders')];
    for (const { html } of [...views, ...inside]) expect(html).not.toMatch(/opr_[A-Za-z0-9_-]{10,}/);
    const text = (name: string): Promise<object[]> => shop.rows(`select 1 from "${name}" t where t::text ~ 'opr_[A-Za-z0-9_-]{10,}'`);
    const tables = await shop.rows<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
    for (const { name } of tables) expect([name, await text(name)]).toEqual([name, []]);
    expect(await shop.rows(`select 1 from audit_entry where position(convert_to('opr_', 'UTF8') in canonical) > 0`)).toEqual([]);
    for (const path of ['/admin/mails', `/admin/mails/${mail?.id ?? ''}/body`]) expect((await rawRequest(shop.server.origin, { path, headers: { cookie: `__Host-staff=${sarah.cookies.get('__Host-assist') ?? ''}` } })).to).toContain('/staff/account/login');
  });
});

describe('R07: one call, many deeds', () => {
  it('R07, B15: there is no call that carries others, and a list where one deed belongs is refused whole', async () => {
    const deeds = [{ method: 'GET', path: '/V1/carts/mine' }, { method: 'PUT', path: '/V1/customers/me', body: { ...INFORMATION, firstName: 'Jon' } }, { method: 'DELETE', path: '/V1/customers/me' }];
    const before = await digestOf(shop);
    for (const path of ['/V1/batch', '/V1/$batch', '/V1/bulk', '/batch', '/async/bulk/V1/customers/me']) expect([path, await elsewhere(path, { requests: deeds })]).toEqual([path, 404]);
    expect((await token.call('PUT', '/V1/customers/me', deeds)).status).toBe(422);
    expect((await token.call('POST', '/V1/carts/mine/items', [{ sku: 'SKU-1001', quantity: 1 }])).status).toBe(422);
    const multipart = await token.call('PUT', '/V1/customers/me', '--x\r\ncontent-type: application/http\r\n\r\nDELETE /V1/customers/me\r\n--x--', { 'content-type': 'multipart/mixed; boundary=x' });
    expect(multipart.status).toBe(415);
    expect(await digestOf(shop)).toEqual(before);
  });

  it('R07: many at once in the portal: with one that may not be, none is done, and the record has it', async () => {
    const before = await shop.rows('select customer_id, staff_id from customer_staff order by 1, 2');
    const refused = await token.call('POST', '/V1/staffcustomers', { staffId: '1', customerIds: [CUSTOMER.john, CUSTOMER.jane] });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-available-in-context' } });
    expect((await recordOf(shop, CUSTOMER.john, 1))[0]).toMatchObject({ action: 'login-as-customer.restricted-page', result: 'refused', codes: ['not-available-in-context'], object: 'handle adminhtml_assignment_save', actor: STAFF.olivia });
    expect(await shop.rows('select customer_id, staff_id from customer_staff order by 1, 2')).toEqual(before);
  });
});

const NOT_ALLOWED = 'This value is not allowed for this setting.';

const closes = (value: string): Promise<Visit> => saveSetting(shop, { section: 'staff-general', path: 'assist/restricted_handles', value });

describe('R09, B15: “Not allowed handles”', () => {
  it('R09: a star, a pattern, an address, a word that no page has: refused at once with a sentence at the field, and nothing is stored', async () => {
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    const tries = [
      ...['*', '.*', 'customer_*', '(a+)+$', '/account/information', 'customer_account_edit|customer_address_delete', '^(([a-z])+.)+[A-Z]([a-z])+$', 'a+'.repeat(4000), 'CUSTOMER_ACCOUNT_EDIT'].map((value) => [value, NOT_ALLOWED] as const),
      ['no_such_page', 'No page has this handle: no_such_page.'], ['customer_account_edit no_such_page', 'No page has this handle: no_such_page.'], ['staff_customer_logout', 'This handle can’t be closed: staff_customer_logout.'],
    ] as const;
    for (const [value, sentence] of tries) {
      const page = '/admin/configuration/staff-general?scope=default';
      await admin.get(page);
      const refused = await admin.post(page, { 'value:assist/restricted_handles': value });
      expect([value.slice(0, 40), refused.status, refused.text.includes(sentence)]).toEqual([value.slice(0, 40), 422, true]);
    }
    expect(await shop.rows(`select 1 from setting_value where path = 'assist/restricted_handles'`)).toEqual([]);
    expect(await shop.rows(`select distinct result from audit_entry where action_group = 'configuration' and action = 'save'`)).toEqual([{ result: 'refused' }]);
  });

  it.each([['nothing at all', ''], ['empty lines', ' \r\n\r\n  \r\n'], ['one handle among empty lines', '\r\ncustomer_account_edit\r\n\r\n']])('R09: %s opens nothing of what is never possible', async (_name, value) => {
    await closes(value);
    expect(isRefused(await tryDoor(['GET', '/account/password']))).toBe(true);
    expect(isRefused(await tryDoor(['GET', '/account/information']))).toBe(value.includes('edit'));
    expect((await sarah.get('/account/orders')).status).toBe(200);
  });

  it('R09: a stored list that nobody could have saved opens nothing: what depends on it fails', async () => {
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/restricted_handles', 'default', 0, '["*"]', now())`);
    expect((await token.call('GET', '/V1/customers/me')).status).toBe(500);
    expect(await token.call('PUT', '/V1/customers/me', INFORMATION)).toMatchObject({ status: 500 });
  });
});

describe('B15: a handle is matched after routing', () => {
  const NOT_BY = ['/account/information/', '//account/information', '/account//information', '/%61ccount/information', '/account/%69nformation', '/account%2Finformation', '/account/information%2F', '/ACCOUNT/information', '/Account/Information',
    '/account/./information', '/account/x/../information', '/account/..;/account/information', '/account;x=1/information', '/account/information;x=1', '/account/information?handle=cms_index_index', '/account/information#x', '/account/information%00', '/account/information%20', '/account/information.json', '\\account\\information'];

  it('B15: a closed page is not reached by another way of writing its address, nor one of the fixed floor', async () => {
    await closes('customer_account_edit');
    const cookie = [...sarah.cookies].map((pair) => pair.join('=')).join('; ');
    for (const [word, of] of [['information', 'type="tel"'], ['password', 'type="password"']] as const) {
      for (const path of NOT_BY.map((one) => one.replaceAll('information', word).replaceAll('Information', word).replaceAll('%69nformation', `%${(word.codePointAt(0) ?? 0).toString(16)}${word.slice(1)}`))) {
        const { status, to, text } = await rawRequest(shop.server.origin, { path, headers: { cookie } });
        expect([path, status === 404 || status === 400 || (status === 303 && to === '/account')]).toEqual([path, true]);
        expect(text).not.toContain(of);
      }
    }
  });

  it('B15: nor by HEAD, OPTIONS or TRACE, nor by a method that a header, a field or a query claims', async () => {
    await closes('customer_account_edit customer_address_delete');
    const [address] = await shop.rows<{ id: string }>('select id::text from customer_address where customer_id = $1 order by id desc limit 1', [CUSTOMER.john]);
    await sarah.get('/cart');
    const cookie = [...sarah.cookies].map((pair) => pair.join('=')).join('; ');
    const bearer = { authorization: `Bearer ${token.token ?? ''}`, 'content-type': 'application/json' };
    const before = await digestOf(shop);
    for (const method of ['HEAD', 'OPTIONS', 'TRACE', 'PATCH', 'PROPFIND']) {
      const { status, text } = await rawRequest(shop.server.origin, { method, path: '/account/information', headers: { cookie } });
      expect([method, status >= 400, text.includes('type="tel"')]).toEqual([method, true, false]);
    }
    const claims = ['x-http-method-override', 'x-http-method', 'x-method-override'];
    for (const [name, headers] of claims.map((claim) => [claim, { [claim]: 'DELETE' }] as const)) {
      const rest = await rawRequest(shop.server.origin, { method: 'POST', path: `/V1/customers/me/addresses/${address?.id ?? ''}?_method=DELETE`, headers: { ...bearer, ...headers }, body: '{"_method":"DELETE"}' });
      expect([name, rest.status]).toEqual([name, 404]);
    }
    const body = new URLSearchParams({ _csrf: sarah.formToken, _method: 'GET', ...INFORMATION, firstName: 'Jon' }).toString();
    const form = await rawRequest(shop.server.origin, { method: 'POST', path: '/account/information', headers: { cookie, 'sec-fetch-site': 'same-origin', 'x-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' }, body });
    expect([form.status, form.to]).toEqual([303, '/account']);
    expect(await digestOf(shop)).toEqual(before);
  });
});
