import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

interface EntryRow {
  seq: number;
  action_group: string;
  action: string;
  result: string;
  leaf: Buffer;
  prev_hash: Buffer | null;
  recomputed: Buffer;
}

describe('the assisted order, end to end, without script', () => {
  it('goes from the login to the order with its commission, and leaves the customer as he was', async () => {
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const [before] = await shop.rows<{ last_login_at: Date; sessions: string }>(
      `select last_login_at, (select count(*) from customer_session where customer_id = c.id and ended_at is null)::text as sessions from customer c where id = $1`, [CUSTOMER.john]);

    const sarah = shop.browser();
    expect((await logInAsStaff(sarah, STAFF.sarah)).url).toBe('/staff');
    const search = await sarah.get('/staff/customers?q=doe');
    expect(search.html).toContain('Login to this account: John Doe');
    const dashboard = await enter(sarah, CUSTOMER.john);
    expect(dashboard.url).toBe('/account');
    expect(dashboard.text).toContain('You are logged in as: John Doe');
    expect(dashboard.text).toContain('Staff: Sarah Johnson');
    expect(dashboard.headers.get('cache-control')).toContain('no-store');

    const product = await sarah.get('/p/' + (await slugOf('SKU-1001')));
    expect(product.text).toContain('SKU-1001');
    const cart = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    expect(cart.url).toBe('/cart');
    expect(cart.text).toContain('$95.00');
    for (const label of ['Base Price', 'Customer Price', 'Pricelist A', 'Volume Price']) expect(cart.html).toContain(label);
    for (const amount of ['$100.00', '$90.00', '$85.00']) expect(cart.html).toContain(amount);

    const { id, version } = lineIn(cart.html);
    const priced = await sarah.post(`/cart/lines/${id}/price`, { version, price: '80.00' });
    expect(priced.url).toBe('/cart');
    expect(priced.text).toContain('$160.00');
    expect(priced.text).toContain('$8.00');

    const checkout = await sarah.get('/checkout');
    const placed = await sarah.post('/checkout/place', {
      version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', comment: 'Please call before delivery',
    });
    expect(placed.url).toMatch(/^\/checkout\/placed\/\d+$/);
    const number = placed.url.split('/').at(-1) ?? '';
    expect(placed.text).toContain(number);

    const left = await sarah.post('/assist/exit');
    expect(left.url).toMatch(/^\/staff\?receipt=/);
    expect(left.text).toContain(number);
    const mine = await sarah.get('/staff/orders');
    expect(mine.text).toContain(number);
    expect(mine.text).toContain('8.00');
    const order = await sarah.get(`/staff/orders/${number}`);
    expect(order.text).toContain('Order placed by Sarah Johnson on behalf of John Doe.');
    expect(order.text).toContain('Sales');

    const [row] = await shop.rows<Record<string, unknown>>('select channel, actor_name, staff_group_name, commission::text, commission_basis, commission_basis_points, subtotal::text, total::text from purchase where number = $1', [number]);
    expect(row).toMatchObject({ channel: 'assisted', actor_name: 'Sarah Johnson', staff_group_name: 'Sales', commission: '800', commission_basis_points: 500, subtotal: '16000' });

    const own = await john.get('/account/orders');
    expect(own.text).toContain(number);
    const ownOrder = await john.get(`/account/orders/${number}`);
    expect(ownOrder.text).not.toContain('on behalf of');
    expect(ownOrder.text).not.toContain('$8.00');
    const [after] = await shop.rows<{ last_login_at: Date; sessions: string }>(
      `select last_login_at, (select count(*) from customer_session where customer_id = c.id and ended_at is null)::text as sessions from customer c where id = $1`, [CUSTOMER.john]);
    expect(after).toEqual(before);
    await expectChain();
  });

  it('shows the order to an administrator with staff, group, commission and comment', async () => {
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    const list = await admin.get('/admin/orders');
    const [newest] = await shop.rows<{ number: string }>(`select number from purchase where channel = 'assisted' order by id desc limit 1`);
    expect(list.text).toContain(newest?.number ?? 'none');
    const page = await admin.get(`/admin/orders/${newest?.number ?? ''}`);
    for (const part of ['Sarah Johnson', 'Sales', '$8.00', 'Order placed by Sarah Johnson on behalf of John Doe.']) expect(page.text).toContain(part);
  });

  it('sends the customer his confirmation and Sarah her copy, once each, after the commit', async () => {
    await expect.poll(async () => (await shop.rows<{ template: string; status: string }>(`select template, status from mail order by template`)), { timeout: 10_000 })
      .toEqual([{ template: 'order-confirmation', status: 'sent' }, { template: 'order-staff-copy', status: 'sent' }]);
  });

  it('keeps no password and no token in what the record says', async () => {
    const entries = await shop.rows<{ text: string }>(`select convert_from(canonical, 'UTF8') as text from audit_entry`);
    for (const { text } of entries) {
      expect(text).not.toContain(PASSWORD);
      expect(text).not.toMatch(/o(st|as|cs|rt|rc|pr)_[A-Za-z0-9_-]{43}/);
    }
  });
});

async function slugOf(sku: string): Promise<string> {
  const [row] = await shop.rows<{ slug: string }>('select slug from product where sku = $1', [sku]);
  return row?.slug ?? '';
}

/** Every entry of the newest session in its place, each with the hash of the one before, and each hash right. */
async function expectChain(): Promise<void> {
  const entries = await shop.rows<EntryRow>(
    `select e.seq, e.action_group, e.action, e.result, e.leaf, e.prev_hash, audit_leaf(e.canonical) as recomputed
     from audit_entry e where e.stream = (select id from assist_session order by started_at desc limit 1) order by e.seq`);
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, at) => at + 1));
  entries.forEach((entry, at) => {
    expect(entry.recomputed).toEqual(entry.leaf);
    expect(entry.prev_hash).toEqual(at === 0 ? null : entries[at - 1]?.leaf);
  });
  const done = entries.map((entry) => `${entry.action_group}.${entry.action}`);
  expect(done.at(0)).toBe('login-as-customer.start');
  expect(done.at(-1)).toBe('login-as-customer.end');
  for (const action of ['cart.add-line', 'cart.set-price', 'order.place']) expect(done).toContain(action);
}
