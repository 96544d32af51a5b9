import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

const PRODUCT = '/p/drill-driver-18v-60';

let shop: DemoShop;
let max: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  await shop.rows(`delete from cart where status = 'open'`);
  max = shop.browser();
  await logInAsStaff(max, STAFF.max);
  await goIn();
});
afterAll(() => shop.close());
afterEach(async () => {
  await expectInvariants(shop);
  await shop.rows(`delete from cart where status = 'open'`);
  await shop.rows('delete from rate_limit');
});

const goIn = (): Promise<Visit> => enter(max, CUSTOMER.john, { switch: '1', confirm: '1' });
const add = (browser: TestBrowser, sku: string, quantity: number, base = ''): Promise<Visit> => browser.post(`${base}/cart/lines`, { sku, quantity: String(quantity) });
const codeIn = (visit: Visit): string => /staff: ([A-Z2-9]{4} [A-Z2-9]{4})\./.exec(visit.text)?.[1] ?? '';
const OVER = 'This code is not known in this store, its ten minutes are over, or it was used.';

async function guestWith(sku: string, quantity: number): Promise<TestBrowser> {
  const browser = shop.browser();
  await browser.get(PRODUCT);
  await add(browser, sku, quantity);
  return browser;
}

const showCode = async (guest: TestBrowser): Promise<string> => codeIn(await guest.post('/cart/code'));

async function take(code: string): Promise<Visit> {
  await max.get('/cart');
  return max.post('/cart/guest-cart', { code });
}

async function carts(): Promise<Record<string, string[]>> {
  const rows = await shop.rows<{ whose: string; lines: string[] }>(
    `select coalesce(k.customer_id::text, 'guest') as whose, array(select l.quantity || ' × ' || p.sku from cart_line l join product p on p.id = l.product_id where l.cart_id = k.id order by l.position) as lines
       from cart k where k.status = 'open' order by k.created_at`);
  return Object.fromEntries(rows.map(({ whose, lines }) => [whose, lines]));
}

interface Logged {
  action: string;
  result: string;
  actor: string | null;
  detail: unknown;
}

const takings = (): Promise<Logged[]> => shop.rows<Logged>(
  `select b->>'action' as action, b->>'result' as result, b->'actor'->>'id' as actor, b->'detail' as detail
     from (select id, split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb as b from audit_entry where action = 'take-over-guest-cart') e order by id desc`);

describe('B21: a guest’s cart by a code', () => {
  it('B21: the guest reads it out, staff type it in a customer’s account, and what was chosen is in that cart, at that customer’s prices', async () => {
    const guest = await guestWith('SKU-1001', 3);
    const code = await showCode(guest);
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4} [A-HJ-NP-Z2-9]{4}$/);
    await max.get(PRODUCT);
    await add(max, 'SKU-1001', 1);
    const taken = await take(code.toLowerCase().replace(' ', '-'));
    expect(taken.text).toContain('The guest’s 3 pieces are in this cart now.');
    expect(taken.text).toContain('$95.00 each');
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['4 × SKU-1001'] });
    const [entry] = await takings();
    expect(entry?.actor).not.toBeNull();
    expect(entry).toMatchObject({ action: 'take-over-guest-cart', result: 'done', detail: { lines: 1, pieces: 3 } });
    expect((await guest.get('/cart')).text).toContain('The cart is empty');
    expect(guest.cookies.has('__Host-cart')).toBe(false);
  });

  it('B21, C8: counts as a change of the assist session: it can be put back as on entry, and the receipt has it', async () => {
    const guest = await guestWith('SKU-1003', 2);
    await take(await showCode(guest));
    const cart = await max.get('/cart');
    expect(cart.text).toContain('Put back as on entry');
    await max.post('/cart/restore', { version: hidden(cart.html, 'version') });
    expect((await carts())[CUSTOMER.john] ?? []).toEqual([]);
    await max.get('/cart');
    const receipt = await max.post('/assist/exit');
    // In Max's own language.
    expect(receipt.text).toContain('Hat den Warenkorb eines Gastes per Code übernommen: 2 Stück');
    await goIn();
  });

  it('B21: works once, for ten minutes, in the same store, in place of the code before; what is unknown says the same (guest-code-over)', async () => {
    const guest = await guestWith('SKU-1001', 3);
    const first = await showCode(guest);
    const second = await showCode(guest);
    for (const code of [first, 'ABCD EFGH', '', '%', second.slice(0, 8)]) expect((await take(code)).text).toContain(OVER);
    await shop.rows('delete from rate_limit');
    shop.clock.advance(601);
    expect((await take(second)).text).toContain(OVER);
    const third = await showCode(guest);
    expect((await take(third)).text).toContain('are in this cart now.');
    expect((await take(third)).text).toContain(OVER);
    const german = shop.browser();
    await german.get(`/de${PRODUCT}`);
    const shown = await add(german, 'SKU-1003', 1, '/de').then(() => german.post('/de/cart/code'));
    const code = /vor: ([A-Z2-9]{4} [A-Z2-9]{4})\./.exec(shown.text)?.[1] ?? '';
    expect(code).not.toBe('');
    expect((await take(code)).text).toContain(OVER);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['3 × SKU-1001'], guest: ['1 × SKU-1003'] });
    expect((await takings())[0]).toMatchObject({ result: 'refused' });
  });

  it('B21: a wrong code shows again as it was typed, and many of them have to wait (too-many-attempts)', async () => {
    const guest = await guestWith('SKU-1001', 1);
    const code = await showCode(guest);
    const wrong = await take('WRNG WRNG');
    expect([wrong.status, wrong.html.includes('value="WRNG WRNG"')]).toEqual([422, true]);
    for (let n = 0; n < 4; n += 1) await take('WRNG WRNG');
    const waits = await take(code);
    expect(waits.text).toContain('There were too many attempts.');
    expect((await carts())['guest']).toEqual(['1 × SKU-1001']);
  });

  it('B21: is nothing for an empty cart or a customer’s (cart-empty), nor for a customer to type, nor in an assist session to show', async () => {
    const guest = await guestWith('SKU-1001', 1);
    const cart = await guest.get('/cart');
    await guest.post(`/cart/lines/${lineIn(cart.html).id}/remove`, { version: hidden(cart.html, 'version') });
    await guest.get('/account/login');
    expect((await guest.post('/cart/code')).text).toContain('The cart is empty.');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    await add(john, 'SKU-1003', 1);
    expect((await john.get('/cart')).text).not.toContain('Show code');
    expect((await john.post('/cart/code')).text).toContain('The cart is empty.');
    const code = await showCode(await guestWith('SKU-1001', 1));
    await john.get('/cart');
    expect((await john.post('/cart/guest-cart', { code })).status).toBe(403);
    await max.get('/cart');
    expect((await max.post('/cart/code')).text).toContain('This page is not available while you assist a customer.');
    expect(await shop.rows('select from guest_cart_code')).toHaveLength(1);
  });

  it('B21, I09: the same over REST, with its code', async () => {
    const api = new ApiClient(shop.server.origin);
    const { body } = await api.call('POST', '/V1/staff/token', { email: STAFF.max, password: PASSWORD });
    const entered = await api.with(String(body['token'])).call('POST', `/V1/staff/customers/${CUSTOMER.uma}/token`, { switch: true, confirm: true });
    const uma = api.with(String(entered.body['token']));
    const code = await showCode(await guestWith('SKU-1001', 2));
    expect(await uma.call('POST', '/V1/carts/mine/guest-cart', { code: 'ABCD EFGH' })).toMatchObject({ status: 410, body: { code: 'guest-code-over' } });
    expect(await uma.call('POST', '/V1/carts/mine/guest-cart', { code })).toMatchObject({ status: 201 });
    expect(await carts()).toEqual({ [CUSTOMER.uma]: ['2 × SKU-1001'] });
    await goIn();
  });
});
