// From an order or a wishlist into the cart (D7, G2, G3), by form and over REST: the same use cases, refusals and entries.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { order } from '../testing/orders.ts';
import { CUSTOMER, PASSWORD, STAFF } from '../testing/people.ts';
import { openRacers, type Racer } from '../testing/racers.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let buyer: Racer;
let mine: TestBrowser;
let number: string;
beforeAll(async () => {
  shop = await openDemoShop();
  const [made] = await openRacers(shop, 'again', 1);
  if (made === undefined) throw new Error('There is nobody');
  buyer = made;
  mine = buyer.browser;
  await mine.get('/quick-order');
  ({ number } = await order(mine, [{ sku: 'SKU-1001', quantity: 2 }, { sku: 'SKU-1002', quantity: 1 }, { sku: 'SKU-1024', quantity: 3 }]));
});
afterAll(() => shop.close());
beforeEach(() => shop.rows(`delete from cart where status = 'open'`));
afterEach(async () => {
  await shop.rows(`update product set active = true, stock = 500 where sku in ('SKU-1001', 'SKU-1002', 'SKU-1024')`);
  await expectInvariants(shop);
});

const inCart = (customerId: string): Promise<object[]> => shop.rows(
  `select p.sku, l.quantity from cart k join cart_line l on l.cart_id = k.id join product p on p.id = l.product_id where k.customer_id = $1 and k.status = 'open' order by l.position`, [customerId]);

interface Entry {
  action: string;
  result: string;
  codes: string[];
}

async function newest(): Promise<Entry | undefined> {
  const [row] = await shop.rows<Entry>(`select action_group || '.' || action as action, result, array(select jsonb_array_elements_text((split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes')) as codes from audit_entry where action <> 'view' order by id desc limit 1`);
  return row;
}

describe('D7: ordering again', () => {
  it('chosen products and pieces alone go into the cart', async () => {
    const page = await mine.get(`/account/orders/${number}/reorder`);
    expect(page.text).toContain('2 ordered');
    const done = await mine.post(`/account/orders/${number}/reorder`, { chosen: '1', 'quantity:SKU-1001': '5', 'quantity:SKU-1002': '0', 'quantity:SKU-1024': '' });
    expect(done.url).toBe('/cart');
    expect(await inCart(buyer.customerId)).toEqual([{ sku: 'SKU-1001', quantity: 5 }]);
  });

  it('what can’t be bought any more is said before and named after, each with why', async () => {
    await shop.rows(`update product set active = false where sku = 'SKU-1001'`);
    await shop.rows(`update product set stock = 0 where sku = 'SKU-1024'`);
    const page = await mine.get(`/account/orders/${number}/reorder`);
    for (const said of ['No longer sold', 'Out of stock']) expect(page.text).toContain(said);
    await mine.get(`/account/orders/${number}`);
    const done = await mine.post(`/account/orders/${number}/reorder`);
    expect(done.text).toContain('SKU-1001 is not sold in this store; Not enough pieces of SKU-1024: 0 in stock, 3 wanted');
    expect(await inCart(buyer.customerId)).toEqual([{ sku: 'SKU-1002', quantity: 1 }]);
    await shop.rows(`update product set active = false where sku = 'SKU-1002'`);
    await mine.get(`/account/orders/${number}`);
    const none = await mine.post(`/account/orders/${number}/reorder`);
    expect(none.status).toBe(422);
    for (const said of ['Nothing of this order can be ordered again.', 'SKU-1001 is not sold', 'SKU-1002 is not sold', 'Not enough pieces of SKU-1024']) expect(none.text).toContain(said);
  });

  it('nothing chosen, or what is no count of pieces, is refused at its field with the rest as typed', async () => {
    await mine.get(`/account/orders/${number}/reorder`);
    const none = await mine.post(`/account/orders/${number}/reorder`, { chosen: '1', 'quantity:SKU-1001': '0' });
    expect([none.status, none.text.includes('No product was chosen.')]).toEqual([422, true]);
    const bad = await mine.post(`/account/orders/${number}/reorder`, { chosen: '1', 'quantity:SKU-1001': 'two', 'quantity:SKU-1002': '7' });
    expect(bad.status).toBe(422);
    for (const kept of ['value="two"', 'value="7"', 'aria-invalid="true"']) expect(bad.html).toContain(kept);
    expect(await inCart(buyer.customerId)).toEqual([]);
  });

  it('somebody else’s order can’t be looked at nor ordered again', async () => {
    const [other] = await openRacers(shop, 'other', 1);
    expect((await other?.browser.get(`/account/orders/${number}/reorder`))?.status).toBe(404);
    await other?.browser.get('/account/orders');
    expect((await other?.browser.post(`/account/orders/${number}/reorder`))?.status).toBe(404);
    expect(await inCart(other?.customerId ?? '')).toEqual([]);
  });
});

const numbers = (html: string): string[] => [...html.matchAll(/\/account\/orders\/(77\d+)"/g)].map(([, found = '']) => found);

describe('G3: the own orders', () => {
  it('are found by number, SKU, name and purchase order number, page by page, and nobody else’s with them', async () => {
    for (const query of [number, 'sku-1024', 'drill driver']) expect((await mine.get(`/account/orders?q=${encodeURIComponent(query)}`)).text).toContain(number);
    const none = await mine.get('/account/orders?q=SKU-1055');
    expect(none.text).toContain('No order matches');
    expect(none.html).toContain('value="SKU-1055"');
    await shop.rows(
      `insert into purchase (number, checkout_key, customer_id, website_id, store_id, placed_at, currency, prices_include_tax, subtotal, discount, shipping, tax, total, shipping_method, payment_method, purchase_order_number, shipping_address, billing_address, customer_name, customer_email, channel)
       select '77' || n, 'old-' || n, p.customer_id, p.website_id, p.store_id, p.placed_at - make_interval(days => n), 'USD', false, 0, 0, 0, 0, 0, 'none', 'on-account', 'HALL-' || n, '{}', '{}', 'Racer', 'r@racer.example', 'self' from purchase p, generate_series(100, 124) n where p.number = $1`, [number]);
    const first = await mine.get('/account/orders?q=hall-');
    const next = /href="(\/account\/orders\?q=hall-&amp;after=\d+)"/.exec(first.html)?.[1]?.replace('&amp;', '&') ?? '';
    const second = await mine.get(next);
    expect([numbers(first.html).length, numbers(second.html).length]).toEqual([20, 5]);
    expect(new Set([...numbers(first.html), ...numbers(second.html)]).size).toBe(25);
    await shop.rows(`delete from purchase where checkout_key like 'old-%'`);
    expect((await mine.get('/account/orders?q=%25')).text).toContain('No order matches');
  });
});

describe('G2: the wishlist', () => {
  beforeEach(async () => {
    await mine.get('/p/spirit-level-60');
    for (const sku of ['SKU-1001', 'SKU-1002', 'SKU-1024']) await mine.post('/account/wishlist', { sku });
  });

  it('goes into the cart by product or as a whole; what can’t stays on it, and why', async () => {
    const one = await mine.post('/account/wishlist/cart', { sku: 'SKU-1001' });
    expect([one.url, one.text.includes('1 product of the wishlist is in the cart.')]).toEqual(['/account/wishlist', true]);
    await shop.rows(`update product set stock = 0 where sku = 'SKU-1024'`);
    const all = await mine.post('/account/wishlist/cart');
    expect(all.url).toBe('/cart');
    expect(all.text).toContain('Still on the wishlist: Not enough pieces of SKU-1024: 0 in stock, 1 wanted.');
    expect(await inCart(buyer.customerId)).toEqual([{ sku: 'SKU-1001', quantity: 1 }, { sku: 'SKU-1002', quantity: 1 }]);
    await mine.get('/account/wishlist');
    const none = await mine.post('/account/wishlist/cart');
    expect([none.status, none.text.includes('Not enough pieces of SKU-1024')]).toEqual([409, true]);
    await mine.post('/account/wishlist/remove', { sku: 'SKU-1024' });
    expect((await mine.post('/account/wishlist/cart')).text).toContain('The wishlist is empty');
  });
});

describe('over REST (H1)', () => {
  let sarah: ApiClient;
  let john: ApiClient;
  let placed: string;
  beforeAll(async () => {
    const api = new ApiClient(shop.server.origin);
    sarah = api.with((await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD })).body['token']);
    john = api.with((await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, {})).body['token']);
    await john.call('POST', '/V1/carts/mine/quick-order', { items: [{ sku: 'SKU-1001', quantity: 2 }, { sku: 'SKU-1024', quantity: 3 }] });
    const { version, totals, addresses } = (await john.call('GET', '/V1/checkout')).body as unknown as { version: number; totals: { total: { amount: string } }; addresses: { id: string }[] };
    const { body } = await john.call('POST', '/V1/orders', { version, expectedTotal: totals.total.amount, shippingMethod: 'standard', paymentMethod: 'on-account', addressId: addresses[0]?.id }, { 'idempotency-key': 'order-again-1' });
    placed = String(body['number']);
  });

  it('D7: quick order adds what it can and names the rest; with nothing good it is refused', async () => {
    const done = await john.call('POST', '/V1/carts/mine/quick-order', { items: [{ sku: 'sku-1001', quantity: 2 }, { sku: 'SKU-9999', quantity: 1 }] });
    expect(done).toMatchObject({ status: 201, body: { cart: { lines: [{ sku: 'SKU-1001', quantity: 2 }] }, added: [{ sku: 'SKU-1001', quantity: 2 }], leftOut: [{ sku: 'SKU-9999', code: 'product-not-found' }] } });
    expect(await newest()).toMatchObject({ action: 'cart.quick-order', result: 'done' });
    const none = await john.call('POST', '/V1/carts/mine/quick-order', { items: [{ sku: 'SKU-9999', quantity: 1 }] });
    expect(none).toMatchObject({ status: 422, body: { code: 'quick-order-line' } });
    expect(await newest()).toMatchObject({ action: 'cart.quick-order', result: 'refused', codes: ['quick-order-line'] });
  });

  it('D7: reorder of the whole order, of chosen items, and refused', async () => {
    const whole = await john.call('POST', `/V1/orders/${placed}/reorder`);
    expect(whole).toMatchObject({ status: 201, body: { added: [{ sku: 'SKU-1001', quantity: 2 }, { sku: 'SKU-1024', quantity: 3 }], leftOut: [] } });
    await shop.rows(`update product set stock = 0 where sku = 'SKU-1024'`);
    const part = await john.call('POST', `/V1/orders/${placed}/reorder`, { items: [{ sku: 'SKU-1001', quantity: 1 }, { sku: 'SKU-1024', quantity: 1 }] });
    expect(part).toMatchObject({ status: 201, body: { added: [{ sku: 'SKU-1001', quantity: 1 }], leftOut: [{ sku: 'SKU-1024', code: 'out-of-stock' }] } });
    expect(await newest()).toMatchObject({ action: 'order.reorder', result: 'done' });
    expect(await john.call('POST', `/V1/orders/${placed}/reorder`, { items: [{ sku: 'SKU-1055', quantity: 1 }] })).toMatchObject({ status: 404, body: { code: 'line-not-found' } });
    expect(await john.call('POST', `/V1/orders/${number}/reorder`)).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
    expect(await newest()).toMatchObject({ action: 'order.reorder', result: 'refused', codes: ['order-not-found'] });
  });

  it('D7: a replacement order is free, bounded by what was ordered, and begins in an empty cart', async () => {
    expect((await john.call('GET', `/V1/orders/${placed}/replacement`)).body).toMatchObject({ items: [{ sku: 'SKU-1001', ordered: 2, left: 2 }, { sku: 'SKU-1024', ordered: 3, left: 3 }] });
    const path = `/V1/orders/${placed}/replacement`;
    expect(await john.call('POST', path, { items: [{ sku: 'SKU-1024', quantity: 4 }] })).toMatchObject({ status: 422, body: { code: 'replacement-quantity' } });
    const begun = await john.call('POST', path, { items: [{ sku: 'SKU-1024', quantity: 1 }] });
    expect(begun).toMatchObject({ status: 201, body: { lines: [{ sku: 'SKU-1024', quantity: 1, unitPrice: { amount: '0.00' }, free: { reason: 'replacement' } }], totals: { freeShipping: { reason: 'replacement' } } } });
    expect(await newest()).toMatchObject({ action: 'order.replace', result: 'done' });
    expect(await john.call('POST', path, { items: [{ sku: 'SKU-1024', quantity: 1 }] })).toMatchObject({ status: 409, body: { code: 'cart-not-empty' } });
  });

  it('C8: the cart goes back to how it was on entry, once, and against an older version never', async () => {
    // What was ordered since the entry can't come back: from a new entry on.
    expect(await john.call('POST', '/V1/carts/mine/restore', { version: 1 })).toMatchObject({ status: 409, body: { code: 'cart-ordered' } });
    john = john.with((await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true })).body['token']);
    const { body } = await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 });
    const version = Number(body['version']);
    expect(await john.call('POST', '/V1/carts/mine/restore', { version: version + 5 })).toMatchObject({ status: 409, body: { code: 'cart-changed' } });
    expect(await john.call('POST', '/V1/carts/mine/restore', { version })).toMatchObject({ status: 200, body: { lines: [] } });
    expect(await newest()).toMatchObject({ action: 'cart.restore', result: 'done' });
  });

  it('G2: wishlist, address book and newsletter', async () => {
    expect((await john.call('POST', '/V1/wishlist/mine/items', { sku: 'SKU-1001' })).status).toBe(204);
    expect(await john.call('POST', '/V1/wishlist/mine/items', { sku: 'SKU-9999' })).toMatchObject({ status: 404, body: { code: 'product-not-found' } });
    expect(await john.call('POST', '/V1/wishlist/mine/cart', { skus: ['SKU-1001'] })).toMatchObject({ status: 201, body: { added: [{ sku: 'SKU-1001', quantity: 1 }], leftOut: [] } });
    expect(await newest()).toMatchObject({ action: 'wishlist.to-cart', result: 'done' });
    const [street, moved] = ['1 Dock Road', '2 Dock Road'];
    const address = { name: 'John Doe', street, postcode: '04101', city: 'Portland', country: 'US' };
    const added = await john.call('POST', '/V1/customers/me/addresses', address);
    const { id } = (added.body['items'] as { id: string; street: string }[]).find((one) => one.street === street) ?? { id: '' };
    expect(added.status).toBe(201);
    const before = (added.body['items'] as { id: string; isDefault: boolean }[]).find((one) => one.isDefault)?.id ?? '';
    expect((await john.call('PUT', `/V1/customers/me/addresses/${id}`, { ...address, street: moved })).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id, street: moved })]) as unknown });
    expect((await john.call('PUT', `/V1/customers/me/addresses/${id}/default`)).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id, isDefault: true })]) as unknown });
    expect(await john.call('POST', '/V1/customers/me/addresses', { ...address, city: ' ' })).toMatchObject({ status: 422, body: { code: 'address-invalid' } });
    expect(await john.call('PUT', '/V1/customers/me/addresses/999999', address)).toMatchObject({ status: 422, body: { code: 'address-missing' } });
    await john.call('PUT', `/V1/customers/me/addresses/${before}/default`);
    expect((await john.call('DELETE', `/V1/customers/me/addresses/${id}`)).status).toBe(204);
    const { subscribed } = (await john.call('GET', '/V1/customers/me/newsletter')).body as { subscribed: boolean };
    expect((await john.call('PUT', '/V1/customers/me/newsletter', { subscribed: !subscribed })).body).toEqual({ subscribed: !subscribed });
    expect(await newest()).toMatchObject({ action: `newsletter.${subscribed ? 'unsubscribe' : 'subscribe'}`, result: 'done' });
  });
});
