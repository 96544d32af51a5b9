import { RESOURCE } from '@onbehalf/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { fieldsIn } from '../testing/fields-in.ts';
import { asAdmin, ownOrder } from '../testing/orders.ts';
import { CUSTOMER, hidden, logInAsCustomer, logInAsStaff, STAFF } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
let john: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  admin = await asAdmin(shop);
  john = shop.browser();
  await logInAsCustomer(john, 'john.doe@customer.example');
});
afterAll(() => shop.close());
beforeEach(() => shop.rows(`update cart set status = 'ordered' where status = 'open'`));

async function lastEntry(action: string): Promise<{ detail: Record<string, unknown>; codes: string[]; result: string }> {
  const [row] = await shop.rows<{ body: string; result: string }>(`select split_part(convert_from(canonical, 'UTF8'), chr(10), 5) as body, result from audit_entry where action_group in ('tax', 'shipping') and action = $1 order by id desc limit 1`, [action]);
  const { detail = {}, codes = [] } = JSON.parse(row?.body ?? '{}') as { detail?: Record<string, unknown>; codes?: string[] };
  return { detail, codes, result: row?.result ?? '' };
}

/** John's cart with drills at 95.00 without tax, and the checkout of it. */
async function checkoutWith(quantity: number, more: Record<string, string> = {}): Promise<Visit> {
  await shop.rows(`update cart set status = 'ordered' where status = 'open'`);
  await john.get('/cart');
  await john.post('/cart/lines', { sku: 'SKU-1001', quantity: String(quantity) });
  const page = await john.get('/checkout');
  const form = { version: hidden(page.html, 'version'), key: hidden(page.html, 'key'), expectedTotal: hidden(page.html, 'expectedTotal'), address: /name="address"[^>]*value="(\d+)"/.exec(page.html)?.[1] ?? '', payment: 'on-account' };
  return john.post('/checkout/preview', { ...form, ...more });
}

const METHOD = {
  website: '1', code: 'freight', 'name.en': 'Freight', 'name.de': 'Spedition', 'note.en': 'By appointment', position: '9', active: '1', taxClass: 'standard', basis: 'weight', freeFrom: '', most: '30000', countries: 'US',
  'rate-0-country': '', 'rate-0-from': '0', 'rate-0-price': '12.00', 'rate-1-country': '', 'rate-1-from': '2400', 'rate-1-price': '29.50',
};

describe('G3: tax rates in admin', () => {
  it('are made, changed and deleted, with what was and what is in the log, and carts follow', async () => {
    await admin.get('/admin/tax-rates/new');
    const made = await admin.post('/admin/tax-rates', { country: 'PT', taxClass: 'standard', percent: '10', name: 'IVA continente' });
    expect(made.url).toBe('/admin/tax-rates');
    for (const said of ['The tax rate PT/standard is saved.', 'Portugal', '10%', 'IVA continente']) expect(made.text).toContain(said);
    expect(await lastEntry('create')).toMatchObject({ result: 'done', detail: { name: 'PT/standard', after: '10 %, IVA continente' } });
    await shop.rows(`update customer_address set country = 'PT' where customer_id = $1 and is_default`, [CUSTOMER.john]);
    expect((await checkoutWith(1)).text).toContain('Tax 10%');
    await admin.get('/admin/tax-rates/PT/standard');
    await admin.post('/admin/tax-rates/PT/standard', { percent: '8', name: 'IVA continente' });
    expect(await lastEntry('update')).toMatchObject({ detail: { before: '10 %, IVA continente', after: '8 %, IVA continente' } });
    expect((await john.get('/cart')).text).toContain('Tax 8% $7.60');
    await admin.get('/admin/tax-rates/PT/standard');
    const gone = await admin.post('/admin/tax-rates/PT/standard/delete');
    expect(gone.text).toContain('The tax rate PT/standard is deleted.');
    expect(await lastEntry('delete')).toMatchObject({ detail: { before: '8 %, IVA continente' } });
    expect((await admin.get('/admin/action-logs')).text).toContain('changed the tax rate PT/standard from 10 %, IVA continente to 8 %, IVA continente');
    await shop.rows(`update customer_address set country = 'US' where customer_id = $1 and is_default`, [CUSTOMER.john]);
  });

  it('are refused at the field with what was typed, and the one a store view needs stays', async () => {
    await admin.get('/admin/tax-rates/new');
    const wrong = await admin.post('/admin/tax-rates', { country: 'XX', taxClass: 'Full', percent: '101', name: '' });
    expect(wrong.status).toBe(422);
    for (const said of ['There is no such country.', 'This code cannot be used.', 'This is not a percentage.', 'value="101"']) expect(wrong.html).toContain(said);
    expect((await lastEntry('create')).codes).toEqual(['country-unknown', 'code-invalid', 'tax-percent-invalid']);
    const twice = await admin.post('/admin/tax-rates', { country: 'DE', taxClass: 'standard', percent: '5', name: '' });
    expect(twice.text).toContain('There is a rate for this country and class already.');
    await admin.get('/admin/tax-rates/DE/standard');
    const needed = await admin.post('/admin/tax-rates/DE/standard/delete');
    expect(needed.text).toContain('A store view is in this country and needs its standard rate.');
    expect(await shop.rows(`select basis_points from tax_rate where country = 'DE'`)).toEqual([{ basis_points: 1900 }]);
  });

  it('and shipping methods are closed to whoever has no right to them, each its own', async () => {
    const ruth = shop.browser();
    await logInAsStaff(ruth, STAFF.ruth);
    for (const path of ['/admin/tax-rates', '/admin/tax-rates/new', '/admin/shipping-methods', '/admin/shipping-methods/1']) expect((await ruth.get(path)).status).toBe(403);
    await shop.rows(`update role set resources_mode = 'custom' where id = (select role_id from staff where email = $1)`, [STAFF.ruth]);
    await shop.rows(`insert into role_resource (role_id, resource) select role_id, $2 from staff where email = $1`, [STAFF.ruth, RESOURCE.taxRates]);
    const again = shop.browser();
    await logInAsStaff(again, STAFF.ruth);
    const page = await again.get('/admin/tax-rates');
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('href="/admin/shipping-methods"');
    expect((await again.get('/admin/shipping-methods')).status).toBe(403);
  });
});

describe('G3: shipping methods in admin', () => {
  it('are made with steps by weight and stand at checkout, on the order, and in the log as they were', async () => {
    await admin.get('/admin/shipping-methods/new');
    const made = await admin.post('/admin/shipping-methods', METHOD);
    expect(made.text).toContain('The shipping method Freight is saved.');
    expect(String((await lastEntry('create')).detail['after'])).toContain('0 g: 12.00 USD, 2400 g: 29.50 USD, up to 30000 g, US');
    const light = await checkoutWith(1, { shipping: 'freight' });
    expect(light.text).toContain('$107.00');
    const heavy = await checkoutWith(2, { shipping: 'freight' });
    expect(heavy.text).toContain('$219.50');
    const placed = await john.post('/checkout/place', { version: hidden(heavy.html, 'version'), key: hidden(heavy.html, 'key'), expectedTotal: hidden(heavy.html, 'expectedTotal'), address: /name="address"[^>]*value="(\d+)"/.exec(heavy.html)?.[1] ?? '', shipping: 'freight', payment: 'on-account' });
    const number = placed.url.split('/').at(-1) ?? '';
    // The order keeps the name; the method may be called otherwise by now, or be switched off.
    const [method] = await shop.rows<{ id: string }>(`select id::text from shipping_method where code = 'freight'`);
    const edit = await admin.get(`/admin/shipping-methods/${method?.id ?? ''}`);
    const changed = await admin.post(`/admin/shipping-methods/${method?.id ?? ''}`, { ...fieldsIn(edit.html), 'name.en': 'Haulage', active: '', isPickup: '' });
    expect(changed.text).toContain('Haulage');
    const { detail } = await lastEntry('update');
    expect([String(detail['before']).slice(0, 7), String(detail['after']).slice(0, 9)]).toEqual(['active,', 'inactive,']);
    expect((await john.get(`/account/orders/${number}`)).text).toContain('Freight');
    expect((await checkoutWith(1)).text).not.toContain('Haulage');
  });

  it('that are switched off or don’t go there can’t be ordered with, and a country nothing goes to says so', async () => {
    await shop.rows(`update shipping_method set countries = '{DE}' where website_id = 1 and code <> 'pickup'`);
    const page = await checkoutWith(1);
    expect(page.text).not.toContain('Standard delivery');
    const refused = await john.post('/checkout/place', { version: hidden(page.html, 'version'), key: hidden(page.html, 'key'), expectedTotal: hidden(page.html, 'expectedTotal'), address: /name="address"[^>]*value="(\d+)"/.exec(page.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account' });
    expect(refused.status).toBe(422);
    await shop.rows(`update shipping_method set active = false where website_id = 1 and code = 'pickup'`);
    expect((await checkoutWith(1)).text).toContain('None of our shipping methods goes to this address.');
    await shop.rows(`update shipping_method set countries = '{}', active = code <> 'freight' where website_id = 1`);
  });

  it('are refused with everything against them, at the row, and nothing is half written', async () => {
    await admin.get('/admin/shipping-methods/new');
    const wrong = await admin.post('/admin/shipping-methods', { ...METHOD, code: 'None!', 'name.en': '', basis: 'value', 'rate-1-from': '0', 'rate-2-from': '1,5', 'rate-2-price': '-1', countries: 'US QQ', taxClass: 'no' });
    expect(wrong.status).toBe(422);
    const { codes } = await lastEntry('create');
    expect(codes.toSorted()).toEqual(['code-invalid', 'country-unknown', 'invalid-input', 'name-missing', 'price-negative', 'price-not-a-number', 'shipping-rate-twice'].toSorted());
    expect(wrong.html).toContain('id="field-rate-2-price-problem"');
    expect(wrong.html).toContain('id="field-rate-1-from-problem"');
    expect((await admin.post('/admin/shipping-methods', { ...METHOD, code: 'standard' })).text).toContain('This code is in use already.');
    const [empty] = await shop.rows<{ id: string }>(`select id::text from shipping_method where code = 'express' and website_id = 1`);
    const none = await admin.post(`/admin/shipping-methods/${empty?.id ?? ''}`, { ...METHOD, 'rate-0-from': '', 'rate-0-price': '', 'rate-1-from': '', 'rate-1-price': '' });
    expect(none.text).toContain('A method that delivers needs a rate.');
    expect(await shop.rows(`select amount::int from shipping_rate r join shipping_method m on m.id = r.method_id where m.code = 'express' and m.website_id = 1`)).toEqual([{ amount: 2400 }]);
  });

  it('C10: free shipping that staff give, and free from a sum, leave nothing to pay for it', async () => {
    expect((await checkoutWith(2, { shipping: 'standard' })).text).toContain('Shipping Free');
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    expect(await shop.rows('select shipping::int, shipping_name->>\'en\' as name from purchase where number = $1', [number])).toEqual([{ shipping: 0, name: 'Standard delivery' }]);
  });
});
