// Everything a customer does, done by Sarah in John's account: with its effect there, and a row that names both of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, lineIn, logInAsStaff } from '../testing/people.ts';
import { recordOf, type RecordedEntry } from '../testing/record-of.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;
let session: string;
beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john);
  const [row] = await shop.rows<{ id: string }>('select id::text from assist_session where ended_at is null and subject_id = $1', [CUSTOMER.john]);
  session = row?.id ?? '';
});
afterAll(() => shop.close());

/** The newest row of an action, done by Sarah for John in this session. */
async function done(action: string): Promise<RecordedEntry> {
  const found = (await recordOf(shop, CUSTOMER.john, 40)).find((entry) => entry.action === action);
  expect(found).toMatchObject({ result: 'done', actor: STAFF.sarah, subject: CUSTOMER.john, session });
  return found as RecordedEntry;
}

async function john<Row extends object>(columns: string): Promise<Row | undefined> {
  return (await shop.rows<Row>(`select ${columns} from customer where id = $1`, [CUSTOMER.john]))[0];
}

const INFORMATION = { firstName: 'John', lastName: 'Doe', phone: '+1 303-555-0111', company: 'Doe Electric LLC', vatNumber: '' };
const ADDRESS = { name: 'John Doe', company: '', street: '77 Context Ave', postcode: '80205', city: 'Denver', region: 'CO', country: 'US', phone: '' };

describe('Perform Actions: as the customer one can', () => {
  it('browse the catalogue and search products; neither fills the record', async () => {
    const before = (await recordOf(shop, CUSTOMER.john, 200)).length;
    for (const path of ['/', '/c/fasteners', '/p/drill-driver-18v-60', '/search?q=drill']) {
      const page = await sarah.get(path);
      expect(page.status).toBe(200);
      expect(page.text).toContain('You are logged in as: John Doe');
    }
    expect((await sarah.get('/search?q=drill')).text).toContain('Drill driver 18 V, 60 Nm');
    expect((await recordOf(shop, CUSTOMER.john, 200)).length).toBe(before);
  });

  it('view the order history: "My Orders" and one order', async () => {
    const list = await sarah.get('/account/orders');
    const number = /\/account\/orders\/(\d+)/.exec(list.html)?.[1] ?? '';
    expect((await sarah.get(`/account/orders/${number}`)).text).toContain(number);
    const views = await shop.rows(`select 1 from audit_entry e where e.assist_session_id = $1 and e.action = 'view' and e.object_type = 'order' and e.object_id = $2`, [session, number]);
    expect(views).toHaveLength(1);
  });

  it('manage addresses: "My Addresses", add, change, make default, delete', async () => {
    await sarah.get('/account/addresses/new');
    expect((await sarah.post('/account/addresses', ADDRESS)).text).toContain('77 Context Ave');
    await done('customer.add-address');
    const [row] = await shop.rows<{ id: string }>(`select id::text from customer_address where customer_id = $1 and street = '77 Context Ave'`, [CUSTOMER.john]);
    const path = `/account/addresses/${row?.id ?? ''}`;
    await sarah.get(path);
    expect((await sarah.post(path, { ...ADDRESS, street: '78 Context Ave' })).text).toContain('78 Context Ave');
    await done('customer.update-address');
    await sarah.post(`${path}/default`);
    expect(await shop.rows('select is_default from customer_address where id = $1', [row?.id])).toEqual([{ is_default: true }]);
    const first = (await shop.rows<{ id: string }>('select id::text from customer_address where customer_id = $1 order by id limit 1', [CUSTOMER.john]))[0]?.id ?? '';
    await sarah.post(`/account/addresses/${first}/default`);
    expect((await sarah.post(`${path}/delete`)).text).not.toContain('78 Context Ave');
    await done('customer.remove-address');
    expect(await shop.rows('select 1 from customer_address where id = $1', [row?.id])).toEqual([]);
  });

  it('update the account information: name, phone, company and VAT number', async () => {
    await sarah.get('/account/information');
    const saved = await sarah.post('/account/information', { ...INFORMATION, phone: '+1 303-555-0177', vatNumber: 'US 77' });
    expect(saved.text).toContain('The account information is saved.');
    expect(await john('phone, vat_number')).toEqual({ phone: '+1 303-555-0177', vat_number: 'US 77' });
    expect((await done('customer.update')).detail).toMatchObject({ changed: ['phone', 'vatNumber'] });
  });

  it('keep the wishlist', async () => {
    await sarah.get('/p/drill-driver-18v-60');
    expect((await sarah.post('/account/wishlist', { sku: 'SKU-1001' })).text).toContain('The product is on the wishlist.');
    await done('wishlist.add');
    expect((await sarah.get('/account/wishlist')).text).toContain('Drill driver 18 V, 60 Nm');
    await sarah.post('/account/wishlist/remove', { sku: 'SKU-1001' });
    await done('wishlist.remove');
    expect(await shop.rows('select 1 from wishlist_item w join product p on p.id = w.product_id where w.customer_id = $1 and p.sku = $2', [CUSTOMER.john, 'SKU-1001'])).toEqual([]);
  });

  it('keep "Newsletter Subscriptions"', async () => {
    await sarah.get('/account/newsletter');
    await sarah.post('/account/newsletter', { subscribed: '1' });
    expect(await john('newsletter')).toEqual({ newsletter: true });
    await done('newsletter.subscribe');
    await sarah.get('/account/newsletter');
    await sarah.post('/account/newsletter', {});
    expect(await john('newsletter')).toEqual({ newsletter: false });
    await done('newsletter.unsubscribe');
  });

  it('add to the cart, edit it, prices included, apply a coupon, and check out with a comment', async () => {
    await sarah.get('/p/drill-driver-18v-60');
    const added = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    expect((await done('cart.add-line')).detail).toMatchObject({ sku: 'SKU-1001' });
    const line = lineIn(added.html);
    const more = await sarah.post(`/cart/lines/${line.id}`, { version: line.version, quantity: '3' });
    expect((await done('cart.change-quantity')).detail).toMatchObject({ sku: 'SKU-1001' });
    const priced = await sarah.post(`/cart/lines/${line.id}/price`, { version: lineIn(more.html).version, price: '90.00' });
    expect(priced.text).toContain('$270.00');
    await done('cart.set-price');
    const version = hidden(priced.html, 'version');
    const coupon = await sarah.post('/cart/coupon', { version, code: 'WELCOME10' });
    expect(coupon.text).toContain('WELCOME10');
    await done('cart.apply-coupon');
    const checkout = await sarah.get('/checkout');
    const placed = await sarah.post('/checkout/place', {
      version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', comment: 'Ring twice, please',
    });
    const number = placed.url.split('/').at(-1) ?? '';
    expect(placed.url).toMatch(/^\/checkout\/placed\/\d+$/);
    expect(await shop.rows('select customer_id::text as customer, customer_comment, actor_name, coupon_code from purchase where number = $1', [number])).toEqual([
      { customer: CUSTOMER.john, customer_comment: 'Ring twice, please', actor_name: 'Sarah Johnson', coupon_code: 'WELCOME10' },
    ]);
    expect(await done('order.place')).toMatchObject({ object: `order ${number}` });
  });

  it('take a line out of the cart and a coupon off it', async () => {
    await sarah.get('/p/drill-driver-18v-60');
    const added = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    const coupon = await sarah.post('/cart/coupon', { version: hidden(added.html, 'version'), code: 'WELCOME10' });
    const off = await sarah.post('/cart/coupon/remove', { version: hidden(coupon.html, 'version') });
    await done('cart.remove-coupon');
    const line = lineIn(off.html);
    await sarah.post(`/cart/lines/${line.id}/remove`, { version: line.version });
    await done('cart.remove-line');
    expect(await shop.rows(`select 1 from cart_line l join cart k on k.id = l.cart_id where k.customer_id = $1 and k.status = 'open' and k.store_id = 1`, [CUSTOMER.john])).toEqual([]);
  });
});

describe('Restrictions: as the customer one can’t, whatever the settings (B16)', () => {
  it('see or change the password, or ask for a link to', async () => {
    const before = await john<{ password_hash: string }>('password_hash');
    for (const path of ['/account/password', '/account/forgot', '/account/reset?token=x', '/account/login', '/account/create', '/account/confirm?token=x']) {
      const page = await sarah.get(path);
      expect(page.url).toBe('/account');
      expect(page.text).toContain('This page is not available while you assist a customer.');
    }
    await sarah.post('/account/password', { current: 'demo-Onbehalf-2026', password: 'a-new-password-of-hers' });
    await sarah.post('/account/forgot', { email: 'john.doe@customer.example' });
    expect(await john('password_hash')).toEqual(before);
    expect(await shop.rows(`select 1 from mail where template = 'password-reset'`)).toEqual([]);
    expect((await sarah.get('/account/information')).html).not.toMatch(/type="password"|\/account\/password/);
    const refused = (await recordOf(shop, CUSTOMER.john, 40)).filter(({ action }) => action === 'login-as-customer.restricted-page');
    expect(refused.length).toBeGreaterThanOrEqual(8);
    for (const entry of refused) expect(entry).toMatchObject({ result: 'refused', actor: STAFF.sarah, subject: CUSTOMER.john, session, codes: ['not-available-in-context'] });
  });

  it('change the e-mail, or the consent, even by a forged form', async () => {
    const shown = await sarah.get('/account/information');
    expect(shown.text).toContain('can’t be changed in an assist session');
    expect(shown.html).not.toMatch(/name="(email|consent)"/);
    await sarah.post('/account/information', { ...INFORMATION, email: 'sarah@evil.example', consentShown: '1' });
    expect(await john('email')).toEqual({ email: 'john.doe@customer.example' });
    expect(await shop.rows('select answer from consent where customer_id = $1 and superseded_at is null', [CUSTOMER.john])).toEqual([{ answer: 'given' }]);
  });

  it('delete the account: no route does, nor log the customer out', async () => {
    for (const path of ['/account/delete', '/account']) expect((await sarah.post(path)).status).toBeGreaterThanOrEqual(400);
    await sarah.get('/account');
    await sarah.post('/account/logout');
    expect(await john('status')).toEqual({ status: 'active' });
    expect((await sarah.get('/account')).text).toContain('You are logged in as: John Doe');
  });

  it('reach another customer’s address or order', async () => {
    const [address] = await shop.rows<{ id: string }>('select id::text from customer_address where customer_id = $1 limit 1', [CUSTOMER.jane]);
    const [order] = await shop.rows<{ number: string }>('select number from purchase where customer_id = $1 limit 1', [CUSTOMER.jane]);
    expect((await sarah.get(`/account/addresses/${address?.id ?? ''}`)).status).toBe(404);
    expect((await sarah.get(`/account/orders/${order?.number ?? ''}`)).status).toBe(404);
  });
});
