import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

const PATH = 'assist/cart/mode';
let shop: DemoShop;
let john: TestBrowser;
let sarah: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  john = shop.browser();
  await logInAsCustomer(john, 'john.doe@customer.example');
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
});
afterAll(() => shop.close());
beforeEach(() => shop.rows(`delete from cart where status <> 'ordered'`));
afterEach(() => shop.rows('delete from setting_value where path = $1', [PATH]));

const sideCartAt = (scope: 'default' | 'website', scopeId: number) =>
  shop.rows('insert into setting_value (path, scope, scope_id, value, changed_at) values ($1, $2, $3, to_jsonb($4::text), now())', [PATH, scope, scopeId, 'side-cart']);

const versionIn = (visit: Visit): string => hidden(visit.html, 'version');
const add = (browser: TestBrowser, sku: string, quantity: number): Promise<Visit> => browser.post('/cart/lines', { sku, quantity: String(quantity) });

async function johnHas(sku: string, quantity: number): Promise<void> {
  await john.get('/account/newsletter');
  await add(john, sku, quantity);
}

async function goIn(): Promise<void> {
  await enter(sarah, CUSTOMER.john, { switch: '1', confirm: '1' });
  await sarah.get('/cart');
}

/** "side offered: 2 × SKU-1001 at 8000" per line, by kind. */
async function carts(): Promise<string[]> {
  const rows = await shop.rows<{ text: string }>(
    `select k.kind || ' ' || k.status || ': ' || l.quantity || ' × ' || p.sku || coalesce(' at ' || l.override_minor, '') as text
       from cart k join cart_line l on l.cart_id = k.id join product p on p.id = l.product_id where k.customer_id = $1 order by k.kind, k.status, l.position`, [CUSTOMER.john]);
  return rows.map(({ text }) => text);
}

/** Sarah gives two drills at 80.00 and one impact driver. */
async function prepare(): Promise<void> {
  const line = lineIn((await add(sarah, 'SKU-1001', 2)).html);
  await sarah.post(`/cart/lines/${line.id}/price`, { version: line.version, price: '80.00' });
  await add(sarah, 'SKU-1002', 1);
}

async function offeredId(): Promise<string> {
  const [row] = await shop.rows<{ id: string }>(`select id from cart where kind = 'side' order by offered_at desc nulls last limit 1`);
  return row?.id ?? '';
}

async function inbox(cartId: string): Promise<string> {
  for (let tries = 0; tries < 60; tries += 1) {
    const [mail] = await shop.rows<{ body: string }>(`select i.body from demo_inbox i join mail m on m.id = i.mail_id where m.params->>'cart' = $1`, [cartId]);
    if (mail !== undefined) return mail.body;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return '';
}

describe(`${PATH}: the cart used (C8)`, () => {
  it(`${PATH} by default is the customer’s cart: both see the same lines, and nothing is sent`, async () => {
    await goIn();
    await prepare();
    expect((await john.get('/cart')).text).toContain('SKU-1001');
    expect((await sarah.get('/cart')).text).not.toContain('You work in a side cart');
    expect((await sarah.post('/assist/exit')).url).toContain('/staff?receipt=');
    expect(await carts()).toEqual(['customer open: 2 × SKU-1001 at 8000', 'customer open: 1 × SKU-1002']);
    expect(await shop.rows(`select 1 from mail where template = 'side-cart'`)).toEqual([]);
  });

  it.each([['default', 0], ['website', 1]] as const)(`${PATH} a side cart, at %s %i: the customer’s own stays as it is, he gets a mail on exit, and accepts`, async (scope, scopeId) => {
    await sideCartAt(scope, scopeId);
    await johnHas('SKU-1003', 1);
    await johnHas('SKU-1002', 2);
    await goIn();
    const first = await sarah.get('/cart');
    expect(first.text).toContain('You work in a side cart');
    expect(first.text).toContain('The cart is empty');
    await prepare();
    expect((await sarah.get('/cart')).text).not.toContain('SKU-1003');
    const own = await john.get('/cart');
    expect(own.text).toContain('SKU-1003');
    expect(own.text).not.toContain('SKU-1001');
    const receipt = await sarah.post('/assist/exit');
    expect(receipt.text).toContain('Sent the side cart to the customer');
    expect(await carts()).toEqual(['customer open: 1 × SKU-1003', 'customer open: 2 × SKU-1002', 'side offered: 2 × SKU-1001 at 8000', 'side offered: 1 × SKU-1002']);
    const id = await offeredId();
    const mail = await inbox(id);
    expect(mail).toContain(`/account/side-carts/${id}`);
    expect(mail).toContain('Sarah Johnson');
    // A notice in his cart; looking changes nothing.
    expect((await john.get('/cart')).text).toContain('Sarah Johnson prepared a cart for you: 3 pieces.');
    const page = await john.get(`/account/side-carts/${id}`);
    for (const said of ['Sarah Johnson prepared a cart for you', 'SKU-1001', '$80.00', 'Accept', 'Decline']) expect(page.text).toContain(said);
    expect(await carts()).toContain('side offered: 1 × SKU-1002');
    const accepted = await john.post(`/account/side-carts/${id}/accept`);
    expect(accepted.text).toContain('The products are in your cart.');
    expect(accepted.text).toContain('Sarah Johnson');
    expect((await carts()).filter((line) => line.startsWith('customer'))).toEqual(['customer open: 1 × SKU-1003', 'customer open: 3 × SKU-1002', 'customer open: 2 × SKU-1001 at 8000']);
    const twice = await john.post(`/account/side-carts/${id}/accept`);
    expect(twice.status).toBe(410);
    expect(twice.text).toContain('This cart was answered already');
    expect((await carts()).filter((line) => line.startsWith('customer'))).toHaveLength(3);
    const said = await shop.rows(`select 1 from audit_entry where action = 'accept-side-cart'`);
    expect(said.length).toBeGreaterThan(0);
  });

  it(`${PATH} of another website changes nothing here`, async () => {
    await sideCartAt('website', 2);
    await goIn();
    expect((await sarah.get('/cart')).text).not.toContain('You work in a side cart');
    await sarah.post('/assist/exit');
  });

  it(`${PATH}: a session keeps the cart it began with, whatever the shop decides meanwhile`, async () => {
    await goIn();
    await sideCartAt('default', 0);
    await add(sarah, 'SKU-1001', 1);
    expect(await carts()).toEqual(['customer open: 1 × SKU-1001']);
    await sarah.post('/assist/exit');
  });

  it('C8: sent by the button, declined by the customer: it is dropped, his own cart untouched', async () => {
    await sideCartAt('default', 0);
    await johnHas('SKU-1003', 1);
    await goIn();
    await prepare();
    const stale = await sarah.post('/cart/send', { version: '1' });
    expect(stale.text).toContain('The cart has changed since you opened it.');
    const sent = await sarah.post('/cart/send', { version: versionIn(await sarah.get('/cart')) });
    expect(sent.text).toContain('The cart goes to John Doe by mail.');
    expect(sent.text).toContain('The cart is empty');
    const id = await offeredId();
    // Never in a context: neither the page nor the answer.
    expect((await sarah.get(`/account/side-carts/${id}`)).text).not.toContain('prepared a cart');
    await sarah.get('/cart');
    await sarah.post(`/account/side-carts/${id}/accept`);
    expect(await carts()).toContain('side offered: 1 × SKU-1002');
    await sarah.post('/assist/exit');
    await john.get(`/account/side-carts/${id}`);
    expect((await john.post(`/account/side-carts/${id}/decline`)).text).toContain('The cart was declined.');
    expect((await carts()).filter((line) => line.startsWith('customer'))).toEqual(['customer open: 1 × SKU-1003']);
    await john.get('/account/newsletter');
    expect((await john.post(`/account/side-carts/${id}/accept`)).status).toBe(410);
    expect((await carts()).filter((line) => line.startsWith('customer'))).toHaveLength(1);
  });

  it('C8: another customer, and nobody, get nothing to see of it', async () => {
    await sideCartAt('default', 0);
    await goIn();
    await prepare();
    await sarah.post('/assist/exit');
    const id = await offeredId();
    const guest = await shop.browser().get(`/account/side-carts/${id}`);
    expect(guest.url).toContain('/account/login');
    const uma = shop.browser();
    await logInAsCustomer(uma, 'uma.unassigned@customer.example');
    expect((await uma.get(`/account/side-carts/${id}`)).status).toBe(410);
    await uma.get('/account/newsletter');
    expect((await uma.post(`/account/side-carts/${id}/accept`)).status).toBe(410);
    expect(await carts()).toContain('side offered: 1 × SKU-1002');
  });

  it('C8: of two answers at once one counts', async () => {
    await sideCartAt('default', 0);
    await goIn();
    await prepare();
    await sarah.post('/assist/exit');
    const id = await offeredId();
    const other = shop.browser();
    await logInAsCustomer(other, 'john.doe@customer.example');
    await Promise.all([john.get(`/account/side-carts/${id}`), other.get(`/account/side-carts/${id}`)]);
    const answers = await Promise.all([john.post(`/account/side-carts/${id}/accept`), other.post(`/account/side-carts/${id}/accept`)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
    expect((await carts()).filter((line) => line.startsWith('customer'))).toEqual(['customer open: 2 × SKU-1001 at 8000', 'customer open: 1 × SKU-1002']);
  });

  it('C8: staff place the order from the side cart, discount included; the customer’s own cart stays', async () => {
    await sideCartAt('default', 0);
    await johnHas('SKU-1003', 1);
    await goIn();
    await prepare();
    const given = await sarah.post('/cart/discount', { version: versionIn(await sarah.get('/cart')), percent: '5', amount: '', reason: 'loyalty' });
    expect(given.text).toContain('Discount from our team');
    const first = await sarah.get('/checkout');
    const chosen = { address: /name="address"[^>]*value="(\d+)"/.exec(first.html)?.[1] ?? '', shipping: 'express', payment: 'on-account' };
    const asked = (page: Visit) => ({ version: versionIn(page), key: hidden(page.html, 'key'), expectedTotal: hidden(page.html, 'expectedTotal'), ...chosen });
    const placed = await sarah.post('/checkout/place', asked(await sarah.post('/checkout/preview', asked(first))));
    expect(placed.text).toContain('The order is placed');
    expect(await carts()).toEqual(['customer open: 1 × SKU-1003', 'side ordered: 2 × SKU-1001 at 8000', 'side ordered: 1 × SKU-1002']);
    await sarah.post('/assist/exit');
    expect((await john.get('/cart')).text).toContain('SKU-1003');
  });
});
