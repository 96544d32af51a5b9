import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
  await shop.rows('update staff set max_discount_basis_points = 2000 where email = $1', [STAFF.sarah]);
});
afterAll(() => shop.close());
beforeEach(() => shop.rows('truncate cart, cart_line, cart_concession cascade').catch(() => shop.rows(`update cart set status = 'ordered' where status = 'open'`)));

async function inside(email: string, customerId: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  await enter(browser, customerId, { switch: '1', confirm: '1' });
  return browser;
}

/** Two drills at 95.00 in John's cart, with Sarah inside. */
async function sarahWithDrills(): Promise<{ sarah: TestBrowser; cart: Visit }> {
  const sarah = await inside(STAFF.sarah, CUSTOMER.john);
  await sarah.get('/cart');
  return { sarah, cart: await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' }) };
}

const versionIn = (cart: Visit): string => hidden(cart.html, 'version');

async function place(browser: TestBrowser, more: Record<string, string> = {}): Promise<Visit> {
  const first = await browser.get('/checkout');
  const chosen = { address: /name="address"[^>]*value="(\d+)"/.exec(first.html)?.[1] ?? '', shipping: 'express', payment: 'on-account', ...more };
  const asked = (checkout: Visit) => ({ version: versionIn(checkout), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'), ...chosen });
  return browser.post('/checkout/place', asked(await browser.post('/checkout/preview', asked(first))));
}

async function refusals(): Promise<string[]> {
  const [row] = await shop.rows<{ codes: string[] }>(
    `select array(select jsonb_array_elements_text((split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes')) as codes from audit_entry e where e.result = 'refused' order by e.id desc limit 1`);
  return row?.codes ?? [];
}

async function details(action: string): Promise<Record<string, unknown>[]> {
  const rows = await shop.rows<{ detail: Record<string, unknown> }>(
    `select (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail' as detail from audit_entry e where e.action = $1 and e.result = 'done' order by e.id desc`, [action]);
  return rows.map(({ detail }) => detail);
}

describe('C10: a percentage off a line', () => {
  it('C10: typed into "Edit Price" it sets the price it comes to, within the same limit; the page has no second field for it', async () => {
    const { sarah, cart } = await sarahWithDrills();
    const { id, version } = lineIn(cart.html);
    const line = cart.html.slice(cart.html.indexOf('price-editor'), cart.html.indexOf('</price-preview>'));
    expect(line).toContain('Edit Price');
    expect(cart.html.match(/name="percent"/g)).toHaveLength(1); // the one for the whole cart
    const cheaper = await sarah.post(`/cart/lines/${id}/price`, { version, price: '10 %' });
    expect(cheaper.text).toContain('$171.00');
    expect(cheaper.text).toContain('−10');
    expect((await details('set-price'))[0]).toMatchObject({ before: '9500', after: '8550', source: 'manual' });
    const tooMuch = await sarah.post(`/cart/lines/${id}/price`, { version: versionIn(cheaper), price: '21 %' });
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.text).toContain('You may give at most 20% off. The lowest price is 76.00 USD.');
    const noNumber = await sarah.post(`/cart/lines/${id}/price`, { version: versionIn(cheaper), price: 'ten %' });
    expect(noNumber.text).toContain('This is not a percentage.');
    expect(noNumber.text).toContain('$171.00');
  });
});

describe('C10: a discount on the whole cart', () => {
  it('shows to both with who gave it and why, is on order, mail, receipt and log, and adds up', async () => {
    const { sarah, cart } = await sarahWithDrills();
    const given = await sarah.post('/cart/discount', { version: versionIn(cart), percent: '10', reason: 'loyalty' });
    expect(given.url).toBe('/cart');
    for (const said of ['Discount from our team', '−$19.00', '10% off the whole cart, by Sarah Johnson: loyalty', '$171.00']) expect(given.text).toContain(said);
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const seen = await john.get('/cart');
    expect(seen.text).toContain('10% off the whole cart, by Sarah Johnson: loyalty');
    expect(seen.text).not.toContain('Discounts and free items');
    expect((await details('give-discount'))[0]).toEqual({ currency: 'USD', before: null, after: '10 %', reason: 'loyalty' });

    const placed = await place(sarah);
    const number = placed.url.split('/').at(-1) ?? '';
    const [row] = await shop.rows('select subtotal::int, discount::int, staff_discount::int, staff_discount_reason, shipping::int, tax::int, total::int, commission::int from purchase where number = $1', [number]);
    expect(row).toMatchObject({ subtotal: 19_000, discount: 1900, staff_discount: 1900, staff_discount_reason: 'loyalty', shipping: 2400, commission: 855 });
    const { subtotal, discount, shipping, tax, total } = row as Record<string, number>;
    expect((subtotal ?? 0) - (discount ?? 0) + (shipping ?? 0) + (tax ?? 0)).toBe(total);
    expect((await sarah.get(`/account/orders/${number}`)).text).toContain('Discount from our team (loyalty) −$19.00');
    expect((await sarah.get(`/staff/orders/${number}`)).text).toContain('loyalty');
    await sarah.get('/cart');
    const left = await sarah.post('/assist/exit');
    expect(left.text).toContain('Gave a discount of 10 % on the whole cart (loyalty)');
    await expect.poll(async () => (await shop.rows(`select 1 from mail where template = 'order-confirmation' and status = 'sent' and params->>'order' = $1`, [number])).length, { timeout: 10_000 }).toBe(1);
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    expect((await admin.get('/admin/action-logs')).text).toContain('Sarah Johnson gave a discount of 10 % on the whole cart, before nothing (loyalty) for John Doe');
    const [mail] = await shop.rows<{ id: string }>(`select id from mail where template = 'order-confirmation' and params->>'order' = $1`, [number]);
    expect((await admin.get(`/admin/mails/${mail?.id ?? ''}/body`)).text).toContain('Discount from our team');
  });

  it('is taken back by the actor or by the customer', async () => {
    const { sarah, cart } = await sarahWithDrills();
    const given = await sarah.post('/cart/discount', { version: versionIn(cart), amount: '20.00', reason: 'price match' });
    expect(given.text).toContain('$170.00');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const back = await john.post('/cart/discount/remove', { version: versionIn(await john.get('/cart')) });
    expect(back.text).toContain('$190.00');
    expect(back.text).not.toContain('off the whole cart');
    expect((await details('take-back-discount'))[0]).toMatchObject({ before: '2000', after: null });
  });

  it('is refused above what the actor may give, together with edited prices and free items, and keeps what was typed', async () => {
    const { sarah, cart } = await sarahWithDrills();
    const { id, version } = lineIn(cart.html);
    const edited = await sarah.post(`/cart/lines/${id}/price`, { version, price: '80.00' });
    const refused = await sarah.post('/cart/discount', { version: versionIn(edited), amount: '8.01', reason: 'loyalty' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('You may give at most 20% off a cart as a whole, edited prices and free items included. Here that is 38.00 USD.');
    expect(refused.html).toContain('value="8.01"');
    expect(await refusals()).toEqual(['concession-above-limit']);
    expect((await sarah.post('/cart/discount', { version: versionIn(edited), amount: '8.00', reason: 'loyalty' })).url).toBe('/cart');
    const noReason = await sarah.post('/cart/discount', { version: versionIn(await sarah.get('/cart')), percent: '1', reason: '' });
    expect(noReason.text).toContain('A reason is required.');
  });

  it('counts for less, and says so, where the cart has shrunk since', async () => {
    const { sarah, cart } = await sarahWithDrills();
    const given = await sarah.post('/cart/discount', { version: versionIn(cart), amount: '38.00', reason: 'loyalty' });
    const { id } = lineIn(given.html);
    const fewer = await sarah.post(`/cart/lines/${id}`, { version: versionIn(given), quantity: '1' });
    expect(fewer.text).toContain('−$19.00');
    expect(fewer.text).toContain('the discount counts up to what may be given on it');
  });

  it('needs the right: an actor without it has no such form, and its address refuses', async () => {
    const max = await inside(STAFF.max, CUSTOMER.john);
    await max.get('/cart');
    const cart = await max.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(cart.text).not.toContain('Discounts and free items');
    for (const path of ['discount', 'free-shipping', 'free-items']) {
      const refused = await max.post(`/cart/${path}`, { version: versionIn(cart), percent: '5', reason: 'sample', sku: 'SKU-1001', quantity: '1' });
      expect(refused.status).toBe(422);
      expect(await refusals()).toEqual(['actor-may-not-edit-price']);
    }
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const own = await john.post('/cart/discount', { version: versionIn(await john.get('/cart')), percent: '5', reason: 'loyalty' });
    expect(own.status).toBe(403);
    expect(await shop.rows('select 1 from cart_concession')).toEqual([]);
  });

  it('C6, assist/price_edit/valid_for: is over a day after the session, with a notice, and the full price applies', async () => {
    const { sarah, cart } = await sarahWithDrills();
    const given = await sarah.post('/cart/discount', { version: versionIn(cart), percent: '10', reason: 'loyalty' });
    await sarah.post('/cart/free-shipping', { version: versionIn(given), reason: 'loyalty' });
    await sarah.post('/assist/exit');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/cart')).text).toContain('$171.00');
    await shop.rows(`update assist_session set ended_at = ended_at - interval '2 days', started_at = started_at - interval '2 days'`);
    const later = await john.get('/cart');
    expect(later.text).toContain('$190.00');
    expect(later.text).toContain('The discount is no longer valid. The full price applies.');
    expect(later.text).toContain('Free shipping is no longer valid.');
    const placed = await place(john);
    const [row] = await shop.rows('select discount::int, staff_discount::int, shipping::int, free_shipping_reason from purchase where number = $1', [placed.url.split('/').at(-1) ?? '']);
    expect(row).toEqual({ discount: 0, staff_discount: 0, shipping: 2400, free_shipping_reason: null });
  });
});

describe('C10: free shipping', () => {
  it('makes the shipping free whichever is chosen, and says why on the order', async () => {
    const { sarah, cart } = await sarahWithDrills();
    const given = await sarah.post('/cart/free-shipping', { version: versionIn(cart), reason: 'price match' });
    expect(given.text).toContain('Free shipping, by Sarah Johnson: price match');
    const placed = await place(sarah);
    const number = placed.url.split('/').at(-1) ?? '';
    expect(await shop.rows('select shipping::int, free_shipping_reason from purchase where number = $1', [number])).toEqual([{ shipping: 0, free_shipping_reason: 'price match' }]);
    expect((await sarah.get(`/account/orders/${number}`)).text).toContain('Free shipping');
  });

  it('is taken back', async () => {
    const { sarah, cart } = await sarahWithDrills();
    const given = await sarah.post('/cart/free-shipping', { version: versionIn(cart), reason: 'price match' });
    const back = await sarah.post('/cart/free-shipping/remove', { version: versionIn(given) });
    expect(back.text).not.toContain('Free shipping, by');
    const again = await sarah.post('/cart/free-shipping/remove', { version: versionIn(back) });
    expect(again.status).toBe(422);
    expect(await refusals()).toEqual(['concession-not-found']);
  });
});

describe('C10: a free item', () => {
  it('stands beside the product’s ordinary line, has its reason and no price to edit, and its stock is taken', async () => {
    const { sarah } = await sarahWithDrills();
    const [before] = await shop.rows<{ stock: number }>(`select stock from product where sku = 'SKU-1001'`);
    const given = await sarah.post('/cart/free-items', { sku: 'SKU-1001', quantity: '1', reason: 'sample' });
    expect(given.status).toBe(422); // 95.00 of 285.00 is more than 20 %
    const cheaper = await sarah.post('/cart/free-items', { sku: 'SKU-1024', quantity: '1', reason: 'sample' });
    expect(cheaper.url).toBe('/cart');
    expect(cheaper.text).toContain('Free item: sample');
    expect(cheaper.text).toContain('$190.00');
    const free = await freeLine();
    const edited = await sarah.post(`/cart/lines/${free}/price`, { version: versionIn(cheaper), price: '1.00' });
    expect(edited.text).toContain('A free item has no price to edit.');
    const more = await sarah.post(`/cart/lines/${free}`, { version: versionIn(cheaper), quantity: '2' });
    expect(more.text).toContain('This item is free for at most 1 piece.');
    const placed = await place(sarah);
    const number = placed.url.split('/').at(-1) ?? '';
    expect((await sarah.get(`/account/orders/${number}`)).text).toContain('Free item: sample');
    expect(await shop.rows(`select sku, unit_minor::int, gross::int, override_source, override_label from purchase_line where purchase_id = (select id from purchase where number = $1) order by position`, [number])).toMatchObject([
      { sku: 'SKU-1001', unit_minor: 9500 }, { sku: 'SKU-1024', unit_minor: 0, gross: 0, override_source: 'free', override_label: 'sample' },
    ]);
    const [after] = await shop.rows<{ stock: number }>(`select stock from product where sku = 'SKU-1001'`);
    expect((before?.stock ?? 0) - (after?.stock ?? 0)).toBe(2);
    expect((await sarah.post('/assist/exit')).text).toContain('(SKU-1024) free of charge, 1 in all (sample)');
  });

  it('is allowed where a typed price of 0 is not, and only for its own reasons', async () => {
    const olivia = await inside(STAFF.olivia, CUSTOMER.john);
    await olivia.get('/cart');
    const wrong = await olivia.post('/cart/free-items', { sku: 'SKU-1001', quantity: '1', reason: 'loyalty' });
    expect(wrong.text).toContain('A reason is required.');
    const unknown = await olivia.post('/cart/free-items', { sku: 'SKU-9', quantity: '1', reason: 'warranty' });
    expect(unknown.text).toContain('This product does not exist.');
    const given = await olivia.post('/cart/free-items', { sku: 'SKU-1001', quantity: '1', reason: 'warranty' });
    expect(given.text).toContain('Free item: warranty');
    const bought = await olivia.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    const id = (await shop.rows<{ id: string }>(`select id from cart_line where override_source is null order by position desc limit 1`))[0]?.id ?? '';
    const zero = await olivia.post(`/cart/lines/${id}/price`, { version: versionIn(bought), price: '0' });
    expect(zero.text).toContain('A price of 0 is not allowed in this store.');
  });

  it('is not ordered where the goods around it are gone, nor at a price that nobody agreed to', async () => {
    const { sarah } = await sarahWithDrills();
    const given = await sarah.post('/cart/free-items', { sku: 'SKU-1024', quantity: '1', reason: 'sample' });
    const { id } = lineIn(given.html);
    const alone = await sarah.post(`/cart/lines/${id}/remove`, { version: versionIn(given) });
    expect(alone.text).toContain('This item is free only together with more goods in the cart.');
    const refused = await place(sarah);
    expect(refused.url).not.toContain('placed');
    expect(await refusals()).toContain('free-item-over');
    expect((await sarah.post(`/cart/lines/${await freeLine()}/remove`, { version: versionIn(await sarah.get('/cart')) })).text).toContain('The cart is empty');
  });
});

async function freeLine(): Promise<string> {
  const [row] = await shop.rows<{ id: string }>(`select l.id from cart_line l join cart c on c.id = l.cart_id where l.override_source = 'free' and c.status = 'open' limit 1`);
  return row?.id ?? '';
}

describe('C10 over REST', () => {
  it('gives and takes back with the same limits, and a card of the totals', async () => {
    const api = new ApiClient(shop.server.origin);
    const { body } = await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD });
    const entered = await api.with(body['token']).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, confirm: true });
    const john = api.with(entered.body['token']);
    const cart = await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 2 });
    const given = await john.call('PUT', '/V1/carts/mine/discount', { version: cart.body['version'], percent: '10', reason: 'loyalty' });
    expect(given.body).toMatchObject({ totals: { discount: { amount: '19.00' }, staffDiscount: { amount: '19.00', currency: 'USD', reason: 'loyalty' }, total: { amount: expect.any(String) as string } } });
    const free = await john.call('PUT', '/V1/carts/mine/free-shipping', { version: given.body['version'], reason: 'loyalty' });
    expect(free.body).toMatchObject({ totals: { freeShipping: { reason: 'loyalty' } } });
    const beyond = await john.call('POST', '/V1/carts/mine/free-items', { sku: 'SKU-1001', quantity: 1, reason: 'sample' });
    expect(beyond.status).toBe(422);
    expect(beyond.body).toMatchObject({ code: 'concession-above-limit' });
    const back = await john.call('DELETE', `/V1/carts/mine/discount?version=${String(free.body['version'])}`);
    expect(back.body).toMatchObject({ totals: { staffDiscount: null } });
  });
});
