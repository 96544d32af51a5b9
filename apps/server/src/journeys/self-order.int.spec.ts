import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

interface OrderRow {
  channel: string;
  actor_name: string | null;
  owner_staff_name: string | null;
  commission: string | null;
  total: string;
}

async function place(browser: TestBrowser): Promise<OrderRow> {
  const { html } = await browser.get('/checkout');
  const placed = await browser.post('/checkout/place', {
    version: hidden(html, 'version'), key: hidden(html, 'key'), expectedTotal: hidden(html, 'expectedTotal'),
    address: /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '', shipping: 'standard', payment: 'on-account',
  });
  const [row] = await shop.rows<OrderRow>('select channel, actor_name, owner_staff_name, commission::text, total::text from purchase where number = $1', [placed.url.split('/').at(-1)]);
  if (row === undefined) throw new Error(`No order: ${placed.text.slice(0, 400)}`);
  return row;
}

async function john(): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsCustomer(browser, 'john.doe@customer.example');
  return browser;
}

describe('D2: an order the customer places alone', () => {
  it('is nobody’s, and says that nobody helped', async () => {
    const browser = await john();
    await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    expect(await place(browser)).toEqual({ channel: 'self', actor_name: null, owner_staff_name: null, commission: null, total: '19000' });
  });

  it('carries his primary member of staff where the shop wants that, with the commission, and still nobody placed it for him', async () => {
    await shop.rows(`insert into setting_value values ('staff/order/set_permanently', 'website', 1, 'true', now(), null)`);
    const browser = await john();
    await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(await place(browser)).toEqual({ channel: 'self', actor_name: null, owner_staff_name: 'Sarah Johnson', commission: '475', total: '10450' });
    await shop.rows(`delete from setting_value where path = 'staff/order/set_permanently'`);
  });

  it('keeps a price an actor gave, and says that it came after an assist session', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    const cart = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    await sarah.post(`/cart/lines/${lineIn(cart.html).id}/price`, { version: lineIn(cart.html).version, price: '85.00' });
    await sarah.post('/assist/exit');
    expect(await place(await john())).toMatchObject({ channel: 'self-after-assist', actor_name: null, owner_staff_name: null, total: '17000' });
  });

  it('C6: goes back to the normal price a day after the session, with a word about it', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    const cart = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    await sarah.post(`/cart/lines/${lineIn(cart.html).id}/price`, { version: lineIn(cart.html).version, price: '70.00' });
    await sarah.post('/assist/exit');
    const browser = await john();
    expect((await browser.get('/cart')).text).toContain('$140.00');
    shop.clock.advance(86_400);
    const later = await browser.get('/cart');
    expect(later.text).toContain('$190.00');
    expect(later.text).toMatch(/no longer|over|expired|valid/i);
    expect((await place(browser)).total).toBe('19000');
  });
});

describe('D3: commission by its three bases', () => {
  it.each([
    ['total-excluding-tax', '800'],
    ['total-including-tax', '800'],
    ['product-discount', '150'],
  ])('%s', async (basis, commission) => {
    await shop.rows(`insert into setting_value values ('commission/basis', 'default', 0, to_jsonb($1::text), now(), null) on conflict (path, scope, scope_id) do update set value = excluded.value`, [basis]);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    const cart = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    await sarah.post(`/cart/lines/${lineIn(cart.html).id}/price`, { version: lineIn(cart.html).version, price: '80.00' });
    expect(await place(sarah)).toMatchObject({ channel: 'assisted', actor_name: 'Sarah Johnson', commission });
    await sarah.post('/assist/exit');
  });
});
