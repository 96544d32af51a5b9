import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.rows(`delete from cart where status = 'open'`));

async function inside(email: string, customerId: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  await enter(browser, customerId, { switch: '1', confirm: '1' });
  return browser;
}

async function john(): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsCustomer(browser, 'john.doe@customer.example');
  return browser;
}

async function place(browser: TestBrowser, more: Record<string, string> = {}): Promise<Visit> {
  const checkout = await browser.get('/checkout');
  const field = (name: string) => hidden(checkout.html, name);
  const address = /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '';
  return browser.post('/checkout/place', { version: field('version'), key: field('key'), expectedTotal: field('expectedTotal'), address, shipping: 'standard', payment: 'on-account', ...more });
}

const numberIn = (visit: Visit): string => visit.url.split('/').at(-1) ?? '';

const linesOf = (number: string) => shop.rows<{ sku: string; quantity: number; unit: number }>(
  `select l.sku, l.quantity, l.unit_minor::int as unit from purchase p join purchase_line l on l.purchase_id = p.id where p.number = $1 order by l.position`, [number]);

async function refused(): Promise<string[]> {
  const [row] = await shop.rows<{ codes: string[] }>(
    `select array(select jsonb_array_elements_text((split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes')) as codes from audit_entry e where e.result = 'refused' order by e.id desc limit 1`);
  return row?.codes ?? [];
}

/** John's order of two drills and some bolts, placed by himself. */
async function johnsOrder(): Promise<string> {
  const browser = await john();
  await browser.get('/quick-order');
  await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
  await browser.post('/cart/lines', { sku: 'SKU-1024', quantity: '3' });
  return numberIn(await place(browser));
}

describe('D7: quick order', () => {
  it('adds the good lines at the customer’s own prices, and names each bad one with its number', async () => {
    const browser = await john();
    await browser.get('/quick-order');
    const done = await browser.post('/quick-order', { lines: 'sku-1001 2\nSKU-9999 1\n\nSKU-1024;x\nSKU-1024\t3\nSKU-1001 99999' });
    expect(done.status).toBe(200);
    for (const said of ['2 lines are in the cart', 'Line 2 was not added: SKU-9999 1: This product does not exist.', 'Line 4 was not added: SKU-1024;x: This is not a valid quantity.', 'Line 6 was not added']) expect(done.text).toContain(said);
    expect(done.html).toContain('>SKU-9999 1\nSKU-1024;x\nSKU-1001 99999</textarea>');
    const cart = await browser.get('/cart');
    expect(cart.text).toContain('$95.00 each');
    expect(cart.text).toContain('SKU-1024');
  });

  it('reads CSV, goes to the cart where every line was good, and is on record in an assist session', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john);
    await sarah.get('/quick-order');
    const done = await sarah.post('/quick-order', { lines: 'sku;quantity\nSKU-1001;2\nSKU-1024;1' });
    expect(done.url).toBe('/cart');
    expect(done.text).toContain('2 lines are in the cart.');
    await sarah.get('/cart');
    expect((await sarah.post('/assist/exit')).text).toContain('Added by quick order: 2 × SKU-1001, 1 × SKU-1024');
  });

  it('refuses a list without one good line, and adds nothing', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john);
    await sarah.get('/quick-order');
    const none = await sarah.post('/quick-order', { lines: 'nonsense here\nSKU-1 1' });
    expect(none.status).toBe(422);
    expect(none.html).toContain('nonsense here');
    expect(await refused()).toEqual(['quick-order-line', 'quick-order-line']);
    expect((await sarah.post('/quick-order', { lines: '  ' })).text).toContain('There is nothing to add.');
    expect(await shop.rows(`select 1 from cart where status = 'open' and customer_id = $1`, [CUSTOMER.john])).toEqual([]);
  });

  it('offers what the customer usually buys with the pieces of last time, and of nobody else’s orders', async () => {
    const browser = await john();
    await johnsOrder();
    const page = await browser.get('/quick-order');
    expect(page.text).toContain('Usually bought');
    expect(page.html).toContain('Add 2: Drill driver 18 V, 60 Nm');
    const [fresh] = await shop.rows<{ email: string }>(`select email from customer c where website_id = 1 and status = 'active' and not exists (select from purchase p where p.customer_id = c.id) limit 1`);
    if (fresh !== undefined) {
      const other = shop.browser();
      await logInAsCustomer(other, fresh.email);
      expect((await other.get('/quick-order')).text).not.toContain('Usually bought');
    }
  });
});

describe('D7: order again', () => {
  it('puts what is still sold into the cart at normal prices, and says what was left out and why', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john);
    await sarah.get('/cart');
    const cart = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    const id = /\/cart\/lines\/([0-9a-f-]{36})\/price/.exec(cart.html)?.[1] ?? '';
    await sarah.post(`/cart/lines/${id}/price`, { version: hidden(cart.html, 'version'), price: '80.00' });
    await sarah.post('/cart/lines', { sku: 'SKU-1024', quantity: '1' });
    const number = numberIn(await place(sarah));
    await shop.rows(`update product set active = false where sku = 'SKU-1024'`);
    const browser = await john();
    const page = await browser.get(`/account/orders/${number}`);
    expect(page.text).toContain('Order again');
    const again = await browser.post(`/account/orders/${number}/reorder`);
    await shop.rows(`update product set active = true where sku = 'SKU-1024'`);
    expect(again.url).toBe('/cart');
    expect(again.text).toContain('Left out: SKU-1024 is not sold in this store.');
    expect(again.text).toContain('$95.00 each');
  });

  it('is refused for another’s order, in view mode, and where nothing is left to order', async () => {
    const number = await johnsOrder();
    const jane = shop.browser();
    await logInAsCustomer(jane, 'jane.roe@customer.example');
    await jane.get('/quick-order');
    expect((await jane.post(`/account/orders/${number}/reorder`)).status).toBe(404);
    const vera = await inside(STAFF.vera, CUSTOMER.john);
    expect((await vera.get(`/account/orders/${number}`)).text).not.toContain('Order again');
    await vera.post(`/account/orders/${number}/reorder`);
    expect(await refused()).toEqual(['not-available-in-context']);
    await shop.rows(`update product set active = false where sku in ('SKU-1001', 'SKU-1024')`);
    const browser = await john();
    await browser.get('/quick-order');
    const none = await browser.post(`/account/orders/${number}/reorder`);
    await shop.rows(`update product set active = true where sku in ('SKU-1001', 'SKU-1024')`);
    expect(none.status).toBe(422);
    expect(none.text).toContain('Nothing of this order can be ordered again.');
  });
});

describe('D7: a replacement order', () => {
  it('is free with free shipping, says in the customer comment what it replaces, and both orders name each other', async () => {
    const number = await johnsOrder();
    const olivia = await inside(STAFF.olivia, CUSTOMER.john);
    expect((await olivia.get(`/account/orders/${number}`)).text).toContain('Replacement order');
    expect((await olivia.get(`/account/orders/${number}/replacement`)).text).toContain('2 ordered');
    const cart = await olivia.post(`/account/orders/${number}/replacement`, { 'quantity:SKU-1001': '1', 'quantity:SKU-1024': '0' });
    expect(cart.url).toBe('/cart');
    for (const said of [`Replacement for order ${number}`, 'Free item: replacement', 'Free shipping, by Olivia Brandt: replacement', 'Total $0.00']) expect(cart.text).toContain(said);
    const checkout = await olivia.get('/checkout');
    expect(checkout.html).toContain(`>Replacement for order ${number}</textarea>`);
    const placed = await place(olivia, { comment: `Replacement for order ${number}` });
    const replacement = numberIn(placed);
    expect(placed.url).toContain('placed');
    expect(await linesOf(replacement)).toEqual([{ sku: 'SKU-1001', quantity: 1, unit: 0 }]);
    expect(await shop.rows('select total::int, shipping::int, commission::int, customer_comment from purchase where number = $1', [replacement])).toEqual([{ total: 0, shipping: 0, commission: 0, customer_comment: `Replacement for order ${number}` }]);
    expect((await olivia.get(`/account/orders/${replacement}`)).text).toContain(`Replacement for order ${number}`);
    expect((await olivia.get(`/account/orders/${number}`)).text).toContain(`Replaced by order ${replacement}`);
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    const page = await admin.get(`/admin/orders/${replacement}`);
    expect(page.text).toContain(`Replacement for order ${number}`);
    const [mail] = await shop.rows<{ id: string }>(`select id from mail where template = 'order-confirmation' and params->>'order' = $1`, [replacement]);
    expect((await admin.get(`/admin/mails/${mail?.id ?? ''}/body`)).text).toContain(`Replacement for order ${number}`);
  });

  it('replaces no more than was ordered and not yet replaced, and keeps what was typed', async () => {
    const number = await johnsOrder();
    const olivia = await inside(STAFF.olivia, CUSTOMER.john);
    await olivia.get(`/account/orders/${number}/replacement`);
    const tooMany = await olivia.post(`/account/orders/${number}/replacement`, { 'quantity:SKU-1001': '3' });
    expect(tooMany.status).toBe(422);
    expect(tooMany.text).toContain('Of SKU-1001 at most 2 pieces can be replaced.');
    expect(tooMany.html).toContain('value="3"');
    expect((await olivia.post(`/account/orders/${number}/replacement`, {})).text).toContain('No product was chosen.');
    await olivia.post(`/account/orders/${number}/replacement`, { 'quantity:SKU-1001': '2' });
    await place(olivia);
    expect((await olivia.get(`/account/orders/${number}/replacement`)).text).toContain('0 can still be replaced');
    const again = await olivia.post(`/account/orders/${number}/replacement`, { 'quantity:SKU-1001': '1' });
    expect(again.text).toContain('Of SKU-1001 at most 0 pieces can be replaced.');
  });

  it('is refused without the right, beyond the limit, to the customer, and beside other goods', async () => {
    const number = await johnsOrder();
    const max = await inside(STAFF.max, CUSTOMER.john);
    expect((await max.get(`/account/orders/${number}`)).text).not.toContain('Replacement order');
    expect((await max.post(`/account/orders/${number}/replacement`, { 'quantity:SKU-1001': '1' })).status).toBe(403);
    expect(await refused()).toEqual(['actor-may-not-edit-price']);
    await shop.rows('update staff set max_discount_basis_points = 2000 where email = $1', [STAFF.sarah]);
    const sarah = await inside(STAFF.sarah, CUSTOMER.john);
    await sarah.get(`/account/orders/${number}/replacement`);
    const beyond = await sarah.post(`/account/orders/${number}/replacement`, { 'quantity:SKU-1001': '1' });
    expect(beyond.text).toContain('You may give at most 20% off a cart as a whole');
    expect(await shop.rows(`select 1 from cart where status = 'open' and customer_id = $1`, [CUSTOMER.john])).toEqual([]);
    const customer = await john();
    const own = await customer.get(`/account/orders/${number}/replacement`);
    expect(own.status).toBe(403);
    const olivia = await inside(STAFF.olivia, CUSTOMER.john);
    await olivia.get('/quick-order');
    await olivia.post('/cart/lines', { sku: 'SKU-1024', quantity: '1' });
    const beside = await olivia.post(`/account/orders/${number}/replacement`, { 'quantity:SKU-1001': '1' });
    expect(beside.status).toBe(422);
    expect(beside.text).toContain('The cart holds other products.');
  });

  it('does not outlive its time as a replacement: nothing of it is free later, and it can’t be ordered', async () => {
    const number = await johnsOrder();
    const olivia = await inside(STAFF.olivia, CUSTOMER.john);
    await olivia.get(`/account/orders/${number}/replacement`);
    await olivia.post(`/account/orders/${number}/replacement`, { 'quantity:SKU-1001': '1' });
    await olivia.get('/cart');
    await olivia.post('/assist/exit');
    await shop.rows(`update assist_session set ended_at = ended_at - interval '2 days', started_at = started_at - interval '2 days' where ended_at is not null`);
    const customer = await john();
    const cart = await customer.get('/cart');
    expect(cart.text).toContain('This item is no longer free of charge and is not ordered.');
    expect(cart.text).toContain('Free shipping is no longer valid.');
    const tried = await place(customer);
    expect(tried.url).not.toContain('placed');
    expect(tried.text).toContain('SKU-1001 is no longer free of charge.');
  });
});

describe('D7: read out', () => {
  it('gives the total in figures and in words before the order, and the number digit by digit after it', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john);
    await sarah.get('/quick-order');
    await sarah.post('/quick-order', { lines: 'SKU-1001 2' });
    const checkout = await sarah.get('/checkout');
    expect(checkout.text).toContain('Read out to John Doe: ');
    expect(checkout.text).toMatch(/In words: [a-z -]+ dollars( and [a-z-]+ cents?)?\./);
    const placed = await place(sarah);
    const blocks = (numberIn(placed).match(/.{1,3}/g) ?? []).map((block) => block.split('').join(' ')).join(' – ');
    expect(placed.text).toContain(`order ${blocks}`);
    expect(placed.text).toMatch(/[a-z -]+ dollars/);
  });

  it('reads nothing out to a customer who orders alone', async () => {
    const browser = await john();
    await browser.get('/quick-order');
    await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    const checkout = await browser.get('/checkout');
    expect(checkout.text).not.toContain('Read out');
    expect(checkout.text).not.toContain('In words');
  });

  it('the customer comment is on the order for everybody, and in both mails', async () => {
    const sarah = await inside(STAFF.sarah, CUSTOMER.john);
    await sarah.get('/quick-order');
    await sarah.post('/quick-order', { lines: 'SKU-1001 1' });
    const number = numberIn(await place(sarah, { comment: 'Gate code 4711' }));
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    for (const path of [`/account/orders/${number}`, `/staff/orders/${number}`]) expect((await sarah.get(path)).text).toContain('Gate code 4711');
    expect((await admin.get(`/admin/orders/${number}`)).text).toContain('Gate code 4711');
    const mails = await shop.rows<{ id: string }>(`select id from mail where params->>'order' = $1`, [number]);
    expect(mails).toHaveLength(2);
    for (const { id } of mails) expect((await admin.get(`/admin/mails/${id}/body`)).text).toContain('Gate code 4711');
  });
});
