// Settings of assisting that a person notices: each is changed on the Configuration page, and another page shows it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let german: string;
beforeAll(async () => {
  shop = await openDemoShop();
  const [row] = await shop.rows<{ id: string }>(`select c.id::text from customer c join consent k on k.customer_id = c.id and k.superseded_at is null and k.answer = 'given'
    where c.store_id = 2 and c.status = 'active' and c.confirmed_at is not null order by c.id limit 1`);
  german = row?.id ?? '';
});
afterAll(() => shop.close());

const PATHS = ['assist/session/reasons', 'assist/session/reason_required', 'assist/enabled', 'assist/session/max_lifetime', 'assist/restricted_handles', 'staff/session/lifetime', 'staff/customers/show_before_search'];
afterEach(async () => {
  for (const path of PATHS) await forgetSetting(shop, path);
});

const EU = 'website:2';
const login = (path: string, value: string, scope?: string): Promise<Visit> => saveSetting(shop, { section: 'customers-login-as-customer', path, value, ...(scope === undefined ? {} : { scope }) });
const general = (path: string, value: string, scope?: string): Promise<Visit> => saveSetting(shop, { section: 'staff-general', path, value, ...(scope === undefined ? {} : { scope }) });

async function staff(email: string = STAFF.ruth): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function inside(customer: string, email: string = STAFF.ruth): Promise<TestBrowser> {
  const browser = await staff(email);
  await browser.get('/staff');
  await browser.post(`/staff/customers/${customer}/enter`, { switch: '1', confirm: '1', reason: 'visit' });
  return browser;
}

const start = async (browser: TestBrowser, customer: string): Promise<string> => (await browser.get(`/staff/customers/${customer}/enter`)).text;

describe('B11: reasons', () => {
  it('B11: assist/session/reasons: the start asks with the shop’s own list, at default and for one website', async () => {
    const ruth = await staff();
    expect(await start(ruth, CUSTOMER.john)).toContain('phone order visit question about an order complaint replacement other');
    await login('assist/session/reasons', 'trade fair\nwarranty');
    await login('assist/session/reasons', 'Messe\nGarantie', EU);
    expect(await start(ruth, CUSTOMER.john)).toContain('No reason trade fair warranty');
    expect(await start(ruth, german)).toContain('No reason Messe Garantie');
    expect(await start(ruth, german)).not.toContain('trade fair');
  });

  it('B11: assist/session/reason_required: nobody enters without a reason, at default and for one website', async () => {
    await login('assist/session/reason_required', '1', EU);
    const ruth = await staff();
    expect((await ruth.get('/staff/customers?q=doe')).html).toContain(`action="/staff/customers/${CUSTOMER.john}/enter" method="post"`);
    await ruth.get('/staff');
    const refused = await ruth.post(`/staff/customers/${german}/enter`, { reference: 'T-7' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('A reason is required.');
    expect(refused.html).toContain('value="T-7"');
    expect((await ruth.post(`/staff/customers/${german}/enter`, { reason: 'visit', reference: 'T-7' })).url).toBe('/de/account');
    await ruth.post('/de/assist/exit');
    await login('assist/session/reason_required', '1');
    expect((await ruth.get('/staff/customers?q=john.doe')).html).toContain(`action="/staff/customers/${CUSTOMER.john}/enter" method="get"`);
    expect(await shop.rows('select reason, reference from assist_session where subject_id = $1 order by started_at desc limit 1', [german])).toEqual([{ reason: 'visit', reference: 'T-7' }]);
  });
});

describe('B1: the feature', () => {
  it('B1: assist/enabled No: the button says so, and a context that is open is over with that reason', async () => {
    const ruth = await inside(CUSTOMER.john);
    expect((await ruth.get('/account')).text).toContain('You are logged in as: John Doe');
    await login('assist/enabled', '0');
    const over = await ruth.get('/account');
    expect(over.text).toContain('Assist session ended');
    expect(over.text).toContain('switched off');
    const sarah = await staff(STAFF.sarah);
    expect((await sarah.get('/staff/customers?q=doe')).text).toContain('Login as Customer is switched off. An administrator can switch it on.');
    expect((await sarah.post(`/staff/customers/${CUSTOMER.john}/enter`)).status).toBe(422);
  });
});

describe('B8: how long', () => {
  it('B8: assist/session/max_lifetime ends the context and not the staff session, at default and for one website', async () => {
    await login('assist/session/max_lifetime', '1800', EU);
    const [ruth, max] = [await inside(CUSTOMER.john), await inside(german, STAFF.max)];
    for (let minutes = 0; minutes < 30; minutes += 10) {
      shop.clock.advance(600);
      await ruth.get('/account');
      await max.get('/staff');
    }
    expect((await ruth.get('/account')).text).toContain('You are logged in as: John Doe');
    expect((await max.get('/de/account')).text).toContain('Assistenzsitzung beendet');
    expect((await max.get('/staff')).url).toBe('/staff');
    await ruth.post('/assist/exit');
    await login('assist/session/max_lifetime', '900');
    const again = await inside(CUSTOMER.john);
    shop.clock.advance(600);
    await again.get('/account');
    shop.clock.advance(301);
    const over = await again.get('/account');
    expect(over.text).toContain('Assist session ended');
    expect((await again.get('/staff')).url).toBe('/staff');
  });

  it('B8: staff/session/lifetime “Session lifetime (seconds)” ends staff session and context after that long without a request', async () => {
    await general('staff/session/lifetime', '120');
    const ruth = await inside(CUSTOMER.john);
    expect((await ruth.get('/account')).html).toMatch(/<session-clock idle="120" idle-warn="30"/);
    shop.clock.advance(100);
    expect((await ruth.get('/account')).text).toContain('You are logged in as: John Doe');
    shop.clock.advance(120);
    expect((await ruth.get('/account')).text).toContain('Assist session ended');
    expect((await ruth.get('/staff')).url).toMatch(/^\/staff\/account\/login/);
    await general('staff/session/lifetime', '3600');
    const longer = await inside(CUSTOMER.john);
    shop.clock.advance(3000);
    expect((await longer.get('/account')).text).toContain('You are logged in as: John Doe');
    await longer.post('/assist/exit');
  });

  it('B8: staff/session/lifetime helps with 3600 for security and 7200 for convenience, and notes above 900 what PCI DSS asks for', async () => {
    const page = (await (await staff(STAFF.admin)).get('/admin/configuration/staff-general')).text;
    expect(page).toContain('Session lifetime (seconds)');
    expect(page).toContain('From 60 to 31536000. 3600 for security, 7200 for convenience.');
    expect(page).not.toContain('PCI DSS');
    const above = await general('staff/session/lifetime', '3600');
    expect(above.text).toContain('PCI DSS asks for a new login after 15 minutes (900 seconds) without activity.');
    for (const seconds of ['59', '31536001']) {
      const refused = await general('staff/session/lifetime', seconds);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('This value is not allowed for this setting.');
    }
  });
});

describe('B15: assist/restricted_handles “Not allowed handles”', () => {
  const HANDLES = 'customer_account_edit customer_address_delete wishlist_index_remove';
  const MESSAGE = 'This page is not available while you assist a customer.';

  it('B15: assist/restricted_handles shows the three handles as its example, and they are handles of routes', async () => {
    expect((await (await staff(STAFF.admin)).get('/admin/configuration/staff-general')).text).toContain(HANDLES);
    const spec = (await new ApiClient(shop.server.origin).call('GET', '/V1/openapi.json')).body;
    for (const handle of HANDLES.split(' ')) expect(JSON.stringify(spec)).toContain(`"x-handle":"${handle}"`);
  });

  it('B15: assist/restricted_handles closes page and form: back to the dashboard with the message, nothing changed, on record', async () => {
    const [address] = await shop.rows<{ id: string }>('select id::text from customer_address where customer_id = $1 and not is_default', [CUSTOMER.john]);
    await shop.rows('insert into wishlist_item (customer_id, product_id) select $1, min(id) from product on conflict do nothing', [CUSTOMER.john]);
    const [wish] = await shop.rows<{ sku: string }>('select p.sku from wishlist_item w join product p on p.id = w.product_id where w.customer_id = $1', [CUSTOMER.john]);
    await general('assist/restricted_handles', HANDLES);
    const ruth = await inside(CUSTOMER.john);
    const tries: [string, () => Promise<Visit>][] = [
      ['customer_account_edit', () => ruth.get('/account/information')],
      ['customer_account_editpost', () => ruth.post('/account/information', { firstName: 'Jon', lastName: 'Doe', phone: '', company: '', vatNumber: '' })],
      ['customer_address_delete', () => ruth.post(`/account/addresses/${address?.id ?? ''}/delete`)],
      ['wishlist_index_remove', () => ruth.post('/account/wishlist/remove', { sku: wish?.sku ?? '' })],
    ];
    for (const [handle, attempt] of tries) {
      await ruth.get('/account/addresses');
      const answer = await attempt();
      expect([handle, answer.url, answer.text.includes(MESSAGE)]).toEqual([handle, '/account', true]);
      expect(await shop.rows(`select result from audit_entry where action = 'restricted-page' and object_id = $1`, [handle])).toEqual([{ result: 'refused' }]);
    }
    expect((await ruth.get('/account/orders')).status).toBe(200);
    expect(await shop.rows('select first_name from customer where id = $1', [CUSTOMER.john])).toEqual([{ first_name: 'John' }]);
    expect(await shop.rows('select 1 from customer_address where id = $1', [address?.id])).toHaveLength(1);
    expect(await shop.rows('select 1 from wishlist_item where customer_id = $1', [CUSTOMER.john])).toHaveLength(1);
    await general('assist/restricted_handles', '');
    expect((await ruth.get('/account/information')).url).toBe('/account/information');
    await ruth.get('/account/addresses');
    expect((await ruth.post('/account/wishlist/remove', { sku: wish?.sku ?? '' })).url).toBe('/account/wishlist');
    expect(await shop.rows('select 1 from wishlist_item where customer_id = $1', [CUSTOMER.john])).toHaveLength(0);
    await ruth.post('/assist/exit');
  });

  it('B15: assist/restricted_handles closes the REST twins with 403 and the code, and open again they work', async () => {
    const api = new ApiClient(shop.server.origin);
    const { body: made } = await api.call('POST', '/V1/staff/token', { email: STAFF.ruth, password: PASSWORD });
    const ruth = api.with(made['token']);
    const { body: entered } = await ruth.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, confirm: true });
    const john = api.with(entered['token']);
    await shop.rows('insert into wishlist_item (customer_id, product_id) select $1, id from product where sku = $2 on conflict do nothing', [CUSTOMER.john, 'SKU-1001']);
    const [address] = await shop.rows<{ id: string }>('select id::text from customer_address where customer_id = $1 and not is_default', [CUSTOMER.john]);
    const information = { firstName: 'John', lastName: 'Doe', phone: '+1 303-555-0111', company: 'Doe Electric LLC', vatNumber: '' };
    const calls = [
      ['GET', '/V1/customers/me'], ['PUT', '/V1/customers/me', information], ['DELETE', `/V1/customers/me/addresses/${address?.id ?? ''}`], ['DELETE', '/V1/wishlist/mine/items/SKU-1001'],
    ] as const;
    await general('assist/restricted_handles', HANDLES);
    for (const [method, path, body] of calls) expect(await john.call(method, path, body)).toMatchObject({ status: 403, body: { code: 'not-available-in-context' } });
    expect((await john.call('GET', '/V1/wishlist/mine')).body).toMatchObject({ items: [{ sku: 'SKU-1001', price: { amount: '95.00', currency: 'USD' } }] });
    await general('assist/restricted_handles', '');
    expect((await john.call('GET', '/V1/customers/me')).body).toMatchObject({ firstName: 'John', email: 'john.doe@customer.example' });
    expect((await john.call('PUT', '/V1/customers/me', { ...information, company: 'Doe & Sons' })).body).toMatchObject({ company: 'Doe & Sons' });
    expect((await john.call('DELETE', `/V1/customers/me/addresses/${address?.id ?? ''}`)).status).toBe(204);
    expect((await john.call('GET', '/V1/customers/me/addresses')).body['items']).toHaveLength(1);
    expect((await john.call('DELETE', '/V1/wishlist/mine/items/SKU-1001')).status).toBe(204);
    expect((await john.call('GET', '/V1/wishlist/mine')).body).toEqual({ items: [] });
    await ruth.call('DELETE', '/V1/staff/token');
  });

  it('B15: assist/restricted_handles refuses a handle that no page has, and keeps what was typed', async () => {
    const refused = await general('assist/restricted_handles', 'customer_account_edit customer_adress_delete');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('No page has this handle: customer_adress_delete.');
    expect(refused.html).toContain('customer_adress_delete</textarea>');
    expect(await shop.rows(`select 1 from setting_value where path = 'assist/restricted_handles'`)).toEqual([]);
  });

  it('B15: assist/restricted_handles for one website closes nothing on another', async () => {
    await general('assist/restricted_handles', 'customer_account_edit', EU);
    const ruth = await inside(german);
    const closed = await ruth.get('/de/account/information');
    expect(closed.url).toBe('/de/account');
    expect(closed.text).toContain('Diese Seite steht nicht zur Verfügung, während Sie einem Kunden helfen.');
    await ruth.post('/de/assist/exit');
    const john = await inside(CUSTOMER.john);
    expect((await john.get('/account/information')).url).toBe('/account/information');
    await john.post('/assist/exit');
  });

  it('B15: assist/restricted_handles with the dashboard itself leads to the store’s home', async () => {
    await general('assist/restricted_handles', 'customer_account_index customer_account_edit');
    const ruth = await inside(CUSTOMER.john);
    const closed = await ruth.get('/account/information');
    expect(closed.url).toBe('/');
    expect(closed.text).toContain(MESSAGE);
    await ruth.post('/assist/exit');
  });
});

describe('A7: the list before a search', () => {
  it('A7: staff/customers/show_before_search “Show customers by default” No: empty until somebody searches', async () => {
    const sarah = await staff(STAFF.sarah);
    expect((await sarah.get('/staff/customers')).html).toContain('Login to this account: John Doe');
    await general('staff/customers/show_before_search', '0');
    const empty = await sarah.get('/staff/customers');
    expect(empty.html).not.toContain('data-row');
    expect(empty.text).toContain('Type at least two characters');
    expect((await sarah.get('/staff/customers?q=doe')).html).toContain('Login to this account: John Doe');
  });
});
