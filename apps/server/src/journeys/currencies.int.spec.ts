import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openBeside, openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { fieldsIn } from '../testing/fields-in.ts';
import { makeDocument } from '../testing/orders.ts';
import { enter, hidden, lineIn, logInAsStaff, PASSWORD, STAFF } from '../testing/people.ts';
import { TestBrowser, type Visit } from '../testing/test-browser.ts';

/** A shop in yen, without tax in its prices, and one in dinars, with it. Their drill costs 1234 yen and 12.345 dinars. */
const STORES = [
  { id: 11, websiteId: 11, code: 'jp', base: '/jp', currency: 'JPY', pricesIncludeTax: false, country: 'JP', drill: 1234, express: 500, taxBasisPoints: 1000 },
  { id: 12, websiteId: 12, code: 'kw', base: '/kw', currency: 'KWD', pricesIncludeTax: true, country: 'KW', drill: 12_345, express: 1750, taxBasisPoints: 500 },
] as const;
type TestStore = (typeof STORES)[number];

let shop: DemoShop;
let beside: Awaited<ReturnType<typeof openBeside>>;
let admin: TestBrowser;
let sarah: TestBrowser;
const customers = new Map<string, string>();

beforeAll(async () => {
  shop = await openDemoShop();
  for (const store of STORES) await addStore(store);
  // Store views are read when a server starts.
  beside = await openBeside(shop);
  admin = new TestBrowser(beside.origin);
  await logInAsStaff(admin, STAFF.admin);
  sarah = new TestBrowser(beside.origin);
  await logInAsStaff(sarah, STAFF.sarah);
});
afterAll(async () => {
  await beside.stop();
  await shop.close();
});

async function addStore({ id, websiteId, code, base, currency, pricesIncludeTax, country, drill, express, taxBasisPoints }: TestStore): Promise<void> {
  await shop.rows('insert into website (id, code, name) values ($1, $2, $3)', [websiteId, code, code.toUpperCase()]);
  await shop.rows(`insert into store (id, code, website_id, name, base, locale, currency, prices_include_tax, country, time_zone) values ($1, $2, $3, $4, $5, 'en', $6, $7, $8, 'UTC')`, [id, code, websiteId, `Store ${code}`, base, currency, pricesIncludeTax, country]);
  await shop.rows('insert into tax_rate (country, tax_class, basis_points) values ($1, $2, $3)', [country, 'standard', taxBasisPoints]);
  await shop.rows(`insert into product_website (product_id, website_id) select id, $1 from product where sku = 'SKU-1001'`, [websiteId]);
  await shop.rows(`insert into price (website_id, source, product_id, min_quantity, amount) select $1, 'base', id, 1, $2 from product where sku = 'SKU-1001'`, [websiteId, drill]);
  await shop.rows(`with m as (insert into shipping_method (website_id, code, name) values ($1::smallint, 'express', '{"en":"Express","de":"Express","es":"Express"}') returning id) insert into shipping_rate (method_id, from_step, amount) select id, 0, $2::bigint from m`, [websiteId, express]);
  const [customer] = await shop.rows<{ id: string }>(
    `insert into customer (website_id, store_id, customer_group_id, email, first_name, last_name, company, password_hash, confirmed_at)
     select $1, $2, customer_group_id, $3, 'Kim', $4, 'Kim Ltd', password_hash, now() from customer where id = 1001 returning id::text`, [websiteId, id, `kim.${code}@customer.example`, code.toUpperCase()]);
  const customerId = customer?.id ?? '';
  customers.set(code, customerId);
  await shop.rows(`insert into customer_address (customer_id, is_default, name, street, postcode, city, country) values ($1, true, 'Kim', 'Street 1', '1', 'Town', $2)`, [customerId, country]);
  await shop.rows(`insert into customer_staff (customer_id, staff_id, is_primary) select $1, id, true from staff where email = $2`, [customerId, STAFF.sarah]);
  await shop.rows(`insert into staff_store (staff_id, store_id) select id, $1 from staff where email = $2 on conflict do nothing`, [id, STAFF.sarah]);
  await shop.rows(`insert into consent (customer_id, website_id, answer, wording, answered_at) values ($1, $2, 'given', 'Yes', now())`, [customerId, websiteId]);
}

beforeEach(() => shop.rows(`update cart set status = 'ordered' where status = 'open'`));

/** Sarah in Kim's account, with three drills in the cart. */
async function inside({ code, base }: TestStore): Promise<Visit> {
  await enter(sarah, customers.get(code) ?? '', { switch: '1', confirm: '1' });
  await sarah.get(`${base}/cart`);
  return sarah.post(`${base}/cart/lines`, { sku: 'SKU-1001', quantity: '3' });
}

async function price({ base }: TestStore, value: string): Promise<Visit> {
  const { id, version } = lineIn((await sarah.get(`${base}/cart`)).html);
  return sarah.post(`${base}/cart/lines/${id}/price`, { version, price: value });
}

const plain = (page: Visit): string => page.text.replaceAll('\u00A0', ' ');

const sum = (rows: readonly Record<string, unknown>[], field: string): number => rows.reduce((all, row) => all + Number(row[field]), 0);

describe.each([
  [STORES[0], { shown: '¥1,234', fine: '1200', stored: '1200', wrong: ['1200.5', '1200.0'], large: '10000000000000', total: 4510, tax: 410, line: 3600 }],
  [STORES[1], { shown: 'KWD 12.345', fine: '11.111', stored: '11111', wrong: ['11.1111', '11,111'], large: '10000000000.001', total: 35_083, tax: 1670, line: 33_333 }],
] as const)('G3: a shop in a currency of its own (%#)', (store, expected) => {
  it(`${store.currency}: is browsed, priced, ordered and invoiced in its own decimals, and every part adds up`, async () => {
    const [product] = await shop.rows<{ slug: string }>(`select slug from product where sku = 'SKU-1001'`);
    const shown = new TestBrowser(beside.origin);
    expect(plain(await shown.get(`${store.base}/p/${product?.slug ?? ''}`))).toContain(expected.shown);
    expect(plain(await inside(store))).toContain(expected.shown);
    for (const wrong of expected.wrong) expect((await price(store, wrong)).status).toBe(422);
    expect((await price(store, expected.large)).status).toBe(422);
    expect((await shop.rows(`select 1 from cart_line where override_minor is not null and cart_id in (select id from cart where status = 'open')`)).length).toBe(0);
    expect((await price(store, expected.fine)).status).toBe(200);
    const [line] = await shop.rows<{ minor: string }>(`select l.override_minor::text as minor from cart_line l join cart c on c.id = l.cart_id where c.status = 'open' and c.store_id = $1`, [store.id]);
    expect(line?.minor).toBe(expected.stored);

    const checkout = await sarah.get(`${store.base}/checkout`);
    expect(hidden(checkout.html, 'expectedTotal')).toBe(String(expected.total));
    const placed = await sarah.post(`${store.base}/checkout/place`, {
      version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'), address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'express', payment: 'on-account',
    });
    const number = placed.url.split('/').at(-1) ?? '';
    const [order] = await shop.rows(`select subtotal::int, shipping::int, tax::int, total::int, commission::int, currency from purchase where number = $1`, [number]);
    expect(order).toMatchObject({ currency: store.currency, subtotal: expected.line, shipping: store.express, tax: expected.tax, total: expected.total });

    // Piece by piece: three invoices, the shipping on the first one.
    for (const withShipping of ['1', '', '']) expect((await makeDocument(admin, number, 'invoice', { 'quantity-1': '1', withShipping })).url).toContain('/admin/');
    const invoices = await shop.rows<Record<string, unknown>>(`select d.total::int, d.tax::int, d.shipping::int, d.subtotal::int from sales_document d join purchase p on p.id = d.purchase_id where p.number = $1 and d.kind = 'invoice'`, [number]);
    expect(invoices).toHaveLength(3);
    expect([sum(invoices, 'total'), sum(invoices, 'tax'), sum(invoices, 'shipping'), sum(invoices, 'subtotal')]).toEqual([expected.total, expected.tax, store.express, expected.line]);
    await sarah.post('/assist/exit');
  });

  it(`${store.currency}, M10: decimals of the currency hold over REST too`, async () => {
    await inside(store);
    await sarah.post('/assist/exit');
    const api = new ApiClient(beside.origin);
    const { body: staff } = await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD });
    const { body } = await api.with(staff['token']).call('POST', `/V1/staff/customers/${customers.get(store.code) ?? ''}/token`, { switch: true });
    const client = api.with(body['token']);
    const { body: cart } = await client.call('GET', '/V1/carts/mine');
    const { version, lines: [line] } = cart as unknown as { version: number; lines: { id: string; unitPrice: { amount: string } }[] };
    const path = `/V1/carts/mine/items/${line?.id ?? ''}/price`;
    for (const wrong of [...expected.wrong, expected.large, '99999999999999999999', '-1']) expect([wrong, (await client.call('PUT', path, { version, price: wrong })).status]).toEqual([wrong, 422]);
    const given = await client.call('PUT', path, { version, price: expected.fine });
    expect(given.status).toBe(200);
    expect(JSON.stringify(given.body)).toContain(`"amount":"${expected.fine}","currency":"${store.currency}"`);
    await client.call('DELETE', `/V1/staff/customers/${customers.get(store.code) ?? ''}/token`);
  });

  it(`${store.currency}: shipping prices are kept with its decimals, and no more`, async () => {
    const [method] = await shop.rows<{ id: string }>('select id::text from shipping_method where website_id = $1', [store.websiteId]);
    const edit = await admin.get(`/admin/shipping-methods/${method?.id ?? ''}`);
    const form = { ...fieldsIn(edit.html), active: '1', isPickup: '' };
    const wrong = store.currency === 'JPY' ? '5.5' : '1.7501';
    const refused = await admin.post(`/admin/shipping-methods/${method?.id ?? ''}`, { ...form, 'rate-0-price': wrong });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('id="field-rate-0-price-problem"');
    expect((await admin.post(`/admin/shipping-methods/${method?.id ?? ''}`, form)).url).toBe('/admin/shipping-methods');
    expect(await shop.rows<{ amount: string }>('select amount::text from shipping_rate where method_id = $1', [method?.id])).toEqual([{ amount: String(store.express) }]);
  });
});
