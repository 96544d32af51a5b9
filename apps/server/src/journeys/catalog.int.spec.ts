import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  admin = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
});
afterAll(() => shop.close());

const entries = () => shop.rows<{ action: string; body: string }>(
  `select action, regexp_replace(convert_from(canonical, 'UTF8'), '^([^\\n]*\\n){4}', '') as body from audit_entry where action_group = 'catalog' and result = 'done' order by id desc limit 5`);

async function send(path: string, fields: Record<string, string>): Promise<Visit> {
  await admin.get('/admin/products');
  return admin.post(path, fields);
}

const firstCategory = async () => (await shop.rows<{ id: string }>('select id::text as id from category order by id limit 1'))[0]?.id ?? '';

async function general(more: Record<string, string> = {}): Promise<Record<string, string>> {
  return { sku: 'SKU-2001', slug: '', 'name.en': 'Laser level', 'name.de': 'Linienlaser', 'name.es': '', category: await firstCategory(), taxClass: 'standard', weight: '900', image: 'sku-1001.svg', active: '1', ...more };
}

interface Stocked {
  id: string;
  stock: number;
  slug: string;
}

async function stocked(sku: string): Promise<Stocked> {
  const [row] = await shop.rows<Stocked>('select id::text as id, stock, slug from product where sku = $1', [sku]);
  if (row === undefined) throw new Error(`${sku} is not there`);
  return row;
}

describe('F3: products', () => {
  it('F3: a new product with a base price on a website can be found and bought there, in its language, and nowhere else', async () => {
    await admin.get('/admin/products/new?kind=simple');
    const made = await admin.post('/admin/products', { kind: 'simple', ...(await general()) });
    expect(made.url).toMatch(/^\/admin\/products\/\d+\?section=websites$/);
    const { id } = await stocked('SKU-2001');
    expect((await shop.browser().get('/p/laser-level')).status).toBe(404);
    const sold = await admin.post(`/admin/products/${id}/websites`, { 'sold.1': '1', 'base.1': '149.00', 'cost.1': '80' });
    expect(sold.text).toContain('The product SKU-2001 is saved.');
    await send(`/admin/products/${id}/stock`, { was: '0', stock: '7' });
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/search?q=linienlaser')).text).toContain('Laser level');
    expect((await john.get('/p/laser-level')).text).toContain('$149.00');
    const cart = await john.post('/cart/lines', { sku: 'SKU-2001', quantity: '2' });
    expect(cart.text).toContain('$298.00');
    expect((await john.get('/de/p/laser-level')).status).toBe(404);
    const [row] = await shop.rows<{ cost: string }>('select cost::text from product_website where product_id = $1', [id]);
    expect(row?.cost).toBe('8000');
    await john.post('/cart/lines', { sku: 'SKU-2001', quantity: '90' });
  });

  it('F3: a change is seen in the shop at once, and the record has each field before and after', async () => {
    const { id } = await stocked('SKU-1030');
    const form = await admin.get(`/admin/products/${id}`);
    for (const label of ['Product Information', 'General', 'Prices', 'Stock', 'Websites']) expect(form.text).toContain(label);
    const now = Object.fromEntries([...form.html.matchAll(/<input[^>]*name="([\w.]+)"[^>]*value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
    await admin.post(`/admin/products/${id}`, { ...now, ...(await general({ sku: 'SKU-1030', slug: now['slug'] ?? '', 'name.en': 'Helmet, renamed', image: 'sku-1030.svg' })) });
    expect((await shop.browser().get(`/p/${now['slug'] ?? ''}`)).text).toContain('Helmet, renamed');
    const [entry] = await entries();
    expect(entry?.body).toContain('"path":"name.en"');
    expect(entry?.body).toContain('"after":"Helmet, renamed"');
    expect((await admin.get('/admin/action-logs?group=catalog')).text).toContain('Ana Duarte changed SKU-1030 in the catalogue');
  });

  it('F3: an inactive product, or one taken off a website, is sold no more', async () => {
    const { id, slug } = await stocked('SKU-1031');
    expect((await shop.browser().get(`/p/${slug}`)).status).toBe(200);
    await send(`/admin/products/${id}/websites`, { 'sold.2': '1', 'base.2': '9.99', 'cost.2': '' });
    // Every process hears of it, and forgets the page it kept (B14).
    await expect.poll(async () => (await shop.browser().get(`/p/${slug}`)).status).toBe(404);
    expect((await shop.browser().get(`/de/p/${slug}`)).text).toContain('9,99');
  });

  it.each([
    [{ sku: 'SKU-1001' }, 'This code is in use already.'],
    [{ sku: 'no spaces please' }, 'This code cannot be used.'],
    [{ slug: '../etc' }, 'This code cannot be used.'],
    [{ 'name.en': ' ' }, 'Enter a name.'],
    [{ weight: '-1' }, 'This is not a whole number.'],
    [{ category: '999999' }, 'Something in the form is not right.'],
    [{ image: '../../secret.svg' }, 'Something in the form is not right.'],
  ])('F3: %j is refused at its field and makes no product', async (fields, sentence) => {
    const [before] = await shop.rows('select count(*)::text as count from product');
    await admin.get('/admin/products/new');
    const answer = await admin.post('/admin/products', { kind: 'virtual', ...(await general({ sku: 'SKU-3001', slug: 'another-one', ...fields })) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(await shop.rows('select count(*)::text as count from product')).toEqual([before]);
  });

  it('F3: a base price that can’t be read leaves every website as it was', async () => {
    const { id } = await stocked('SKU-1032');
    const before = await shop.rows('select website_id, cost::text from product_website where product_id = $1 order by 1', [id]);
    const answer = await send(`/admin/products/${id}/websites`, { 'sold.1': '1', 'base.1': '12.00', 'cost.1': '1', 'sold.2': '1', 'base.2': '12,00', 'cost.2': '' });
    expect(answer.text).toContain('This is not a price.');
    expect(await shop.rows('select website_id, cost::text from product_website where product_id = $1 order by 1', [id])).toEqual(before);
  });

  it('F3: a stock that moved meanwhile is not overwritten, and orders in parallel lose nothing', async () => {
    const { id, stock } = await stocked('SKU-1001');
    const refused = await send(`/admin/products/${id}/stock`, { was: String(stock + 1), stock: '5' });
    expect(refused.text).toContain(`The stock changed meanwhile: it is ${stock} now.`);
    expect((await stocked('SKU-1001')).stock).toBe(stock);
    const john = await atCheckout('SKU-1001', '3');
    const [placed, set] = await Promise.all([john(), send(`/admin/products/${id}/stock`, { was: String(stock), stock: String(stock + 10) })]);
    expect(placed.url).toMatch(/placed/);
    const after = (await stocked('SKU-1001')).stock;
    expect(after).toBe(set.text.includes('is saved') ? stock + 7 : stock - 3);
  });
});

describe('C6, G4: a price that changes while an order is placed', () => {
  it('C6: placing against the old price is refused and shows the new one; nothing is ordered', async () => {
    const { id } = await stocked('SKU-1003');
    const place = await atCheckout('SKU-1003', '1');
    await send(`/admin/products/${id}/websites`, { 'sold.1': '1', 'base.1': '333.00', 'cost.1': '' });
    const answer = await place();
    expect(answer.url).not.toMatch(/placed/);
    expect(answer.text).toContain('$333.00');
    expect(await shop.rows(`select 1 from purchase_line where sku = 'SKU-1003' and unit_minor = 33300`)).toEqual([]);
  });

  it('C6: with both at once, an order has either the price that was shown or none', async () => {
    const { id } = await stocked('SKU-1003');
    for (let round = 0; round < 4; round += 1) {
      const shown = round % 2 === 0 ? '33300' : '44400';
      const place = await atCheckout('SKU-1003', '1');
      const before = (await ordersOf('SKU-1003')).length;
      const [answer] = await Promise.all([place(), send(`/admin/products/${id}/websites`, { 'sold.1': '1', 'base.1': round % 2 === 0 ? '444.00' : '333.00', 'cost.1': '' })]);
      const orders = await ordersOf('SKU-1003');
      if (/placed/.test(answer.url)) expect(orders.at(-1)?.unit).toBe(shown);
      else expect(orders).toHaveLength(before);
    }
  });
});

const ordersOf = (sku: string) => shop.rows<{ unit: string }>('select l.unit_minor::text as unit from purchase_line l join purchase p on p.id = l.purchase_id where l.sku = $1 order by p.id', [sku]);

/** John with one product in his cart and the checkout before him; the answer places the order. */
async function atCheckout(sku: string, quantity: string): Promise<() => Promise<Visit>> {
  await shop.rows('delete from cart_line using cart where cart.id = cart_line.cart_id and cart.customer_id = $1', [CUSTOMER.john]);
  const john = shop.browser();
  await logInAsCustomer(john, 'john.doe@customer.example');
  await john.get(`/p/${(await stocked(sku)).slug}`);
  await john.post('/cart/lines', { sku, quantity });
  const { html } = await john.get('/checkout');
  expect(hidden(html, 'expectedTotal')).not.toBe('');
  return () => john.post('/checkout/place', {
    version: hidden(html, 'version'), key: hidden(html, 'key'), expectedTotal: hidden(html, 'expectedTotal'),
    address: /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', comment: '',
  });
}

describe('F3: categories', () => {
  it('F3: a renamed category has its new name in the shop, and its products are found by it', async () => {
    const id = await firstCategory();
    const form = await admin.get(`/admin/categories/${id}`);
    const slug = /name="slug"[^>]*value="([^"]*)"/.exec(form.html)?.[1] ?? '';
    await admin.post(`/admin/categories/${id}`, { 'name.en': 'Machines', 'name.de': 'Maschinen', 'name.es': 'Máquinas', slug, position: '1' });
    expect((await shop.browser().get(`/c/${slug}`)).text).toContain('Machines');
    expect((await shop.browser().get(`/de/c/${slug}`)).text).toContain('Maschinen');
    expect((await shop.browser().get('/search?q=maschinen')).text).toContain('Impact driver');
    const [entry] = await entries();
    expect(entry?.body).toContain('"after":"Máquinas"');
  });

  it.each([
    [{ 'name.en': '' }, 'Enter a name.'],
    [{ slug: 'fasteners' }, 'This code is in use already.'],
    [{ slug: 'a b' }, 'This code cannot be used.'],
    [{ position: 'first' }, 'This is not a whole number.'],
  ])('F3: %j is refused at its field', async (fields, sentence) => {
    await admin.get('/admin/categories/new');
    expect((await admin.post('/admin/categories', { 'name.en': 'Ladders', slug: '', position: '9', ...fields })).text).toContain(sentence);
  });

  it('F3: a new one takes products', async () => {
    await admin.get('/admin/categories/new');
    await admin.post('/admin/categories', { 'name.en': 'Ladders & towers', 'name.de': '', 'name.es': '', slug: '', position: '9' });
    const [row] = await shop.rows<{ slug: string }>(`select slug from category where name->>'en' = 'Ladders & towers'`);
    expect(row?.slug).toBe('ladders-towers');
  });
});

describe('F3: coupons', () => {
  it('F3: a new coupon takes its percentage off in the cart, and an inactive one is refused there', async () => {
    await admin.get('/admin/coupons/new');
    expect((await admin.post('/admin/coupons', { code: 'spring25', website: '1', percent: '25', from: '', to: '', active: '1' })).text).toContain('The coupon SPRING25 is saved.');
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    await shop.rows('delete from cart_line using cart where cart.id = cart_line.cart_id and cart.customer_id = $1', [CUSTOMER.john]);
    const cart = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    expect((await sarah.post('/cart/coupon', { version: hidden(cart.html, 'version'), code: 'SPRING25' })).text).toContain('−$47.50');
    await admin.get('/admin/coupons/SPRING25');
    await admin.post('/admin/coupons/SPRING25', { website: '1', percent: '25', from: '', to: '', active: '' });
    expect((await sarah.get('/cart')).text).not.toContain('$47.50');
    const [entry] = await entries();
    expect(entry?.body).toContain('"before":"25 %, website 1, active"');
    await sarah.post('/assist/exit');
  });

  it.each([
    [{ code: 'WELCOME10' }, 'This code is in use already.'],
    [{ code: 'a b' }, 'This code cannot be used.'],
    [{ percent: '0' }, 'This is not a percentage.'],
    [{ percent: '12,5' }, 'This is not a percentage.'],
    [{ from: '2026-12-02', to: '2026-12-01' }, 'The last day is before the first.'],
  ])('F3: %j is refused at its field and makes no coupon', async (fields, sentence) => {
    const [before] = await shop.rows('select count(*)::text as count from coupon');
    await admin.get('/admin/coupons/new');
    expect((await admin.post('/admin/coupons', { code: 'NEW1', website: '', percent: '5', from: '', to: '', active: '1', ...fields })).text).toContain(sentence);
    expect(await shop.rows('select count(*)::text as count from coupon')).toEqual([before]);
  });
});

describe('F3: who may not', () => {
  it.each(['/admin/products', '/admin/categories', '/admin/coupons', '/admin/price-lists', '/admin/prices'])('F3: %s is closed to a salesperson', async (path) => {
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    expect((await max.get(path)).status).toBe(403);
  });
});
