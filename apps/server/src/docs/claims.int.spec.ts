// What the pages of docs/ claim and no journey states: entering with a place to go, pages closed by the shop, view mode.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

async function inside(email: string, fields: Record<string, string> = {}): Promise<{ browser: TestBrowser; url: string }> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  const { url } = await enter(browser, CUSTOMER.john, { switch: '1', confirm: '1', ...fields });
  return { browser, url };
}

const lastEntry = async (): Promise<object | undefined> => {
  const [entry] = await shop.rows<object>('select action_group, action, result, object_id from audit_entry order by id desc limit 1');
  return entry;
};

describe('entering with a place to go (B4)', () => {
  it('leads to that page of the shop', async () => expect((await inside(STAFF.sarah, { next: '/cart' })).url).toBe('/cart'));

  it.each(['//elsewhere.example/', 'https://elsewhere.example/', '/staff', '/account/logout', String.raw`/\elsewhere.example`])('leads to the dashboard instead of %s', async (next) => {
    expect((await inside(STAFF.sarah, { next })).url).toBe('/account');
  });
});

describe('“Not allowed handles” (B15)', () => {
  beforeAll(async () => {
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/restricted_handles', 'default', 0, $1, now())`, [JSON.stringify(['wishlist_index_index', 'staff_cart_price'])]);
  });
  afterAll(async () => {
    await shop.rows(`delete from setting_value where path = 'assist/restricted_handles'`);
  });

  it('close a page in an assist session, say so on the dashboard, and leave an entry', async () => {
    const { browser } = await inside(STAFF.sarah);
    const turned = await browser.raw('/account/wishlist', { method: 'GET' });
    expect([turned.status, turned.headers.get('location')]).toEqual([303, '/account']);
    expect(await lastEntry()).toEqual({ action_group: 'login-as-customer', action: 'restricted-page', result: 'refused', object_id: 'wishlist_index_index' });
    expect((await browser.get('/account/wishlist')).text).toContain('This page is not available while you assist a customer.');
  });

  it('close the REST twin with a code', async () => {
    const api = new ApiClient(shop.server.origin);
    const max = api.with((await api.call('POST', '/V1/staff/token', { email: STAFF.max, password: PASSWORD })).body['token']);
    const context = api.with((await max.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { confirm: true })).body['token']);
    const refused = await context.call('PUT', '/V1/carts/mine/items/00000000-0000-7000-8000-000000000000/price', { version: 1, price: '1.00' });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'not-available-in-context' });
  });
});

describe('passwords (A1)', () => {
  it('are kept as argon2id hashes, of staff and customers alike', async () => {
    const kept = await shop.rows<{ password_hash: string }>('select password_hash from staff union all select password_hash from customer where password_hash is not null');
    expect(kept.length).toBeGreaterThan(1);
    for (const { password_hash: hash } of kept) expect(hash).toMatch(/^\$argon2id\$/);
  });
});

describe('view mode (B17)', () => {
  it('looks and changes nothing, whatever is posted', async () => {
    const { browser, url } = await inside(STAFF.vera);
    expect(url).toBe('/account');
    expect((await browser.get('/cart')).status).toBe(200);
    const before = await shop.rows('select count(*) from cart_line');
    await browser.get('/p/drill-driver-18v-60');
    await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(await shop.rows('select count(*) from cart_line')).toEqual(before);
    expect(await lastEntry()).toEqual({ action_group: 'login-as-customer', action: 'restricted-page', result: 'refused', object_id: 'checkout_cart_add' });
  });
});

describe('the banner (B5)', () => {
  it.each(['/', '/p/drill-driver-18v-60', '/cart', '/account/orders', '/no-such-page'])('stands on %s', async (path) => {
    const { browser } = await inside(STAFF.sarah);
    const { text } = await browser.get(path);
    expect(text).toContain('You are logged in as: John Doe');
    expect(text).toContain('Staff: Sarah Johnson');
    expect(text).toContain('Logout from current customer');
  });
});
