import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { setting } from '../testing/settings.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john);
  await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
});
afterAll(() => shop.close());
afterEach(() => setting(shop).clear());

async function give(price: string, reason: string): Promise<Visit> {
  const { id, version } = lineIn((await sarah.get('/cart')).html);
  return sarah.post(`/cart/lines/${id}/price`, { version, price, reason });
}

async function stored(): Promise<{ minor: string | null; reason: string } | undefined> {
  const [row] = await shop.rows<{ minor: string | null; reason: string }>(
    `select l.override_minor::text as minor, l.override_reason as reason from cart_line l join cart k on k.id = l.cart_id where k.customer_id = $1 and k.status = 'open'`, [CUSTOMER.john]);
  return row;
}

/** The use cases for price editing, each with a price of its kind: a discount, an adjustment, or nothing to pay. */
const USE_CASES = [
  ['Volume discounts', 'volume', '85.00'], ['Loyalty discounts', 'loyalty', '88.00'], ['Promotional pricing', 'promotional pricing', '79.00'], ['Price matching', 'price match', '80.00'],
  ['Custom quotes', 'custom quote', '91.50'], ['Special agreements', 'special agreement', '82.00'], ['Contract pricing', 'contract', '84.00'], ['Damaged goods', 'damaged goods', '40.00'],
  ['Samples', 'sample', '0'], ['Replacements', 'replacement', '0'], ['Promotional items', 'promotional item', '0'], ['Warranty replacements', 'warranty', '0'],
] as const;

describe('C5: assist/price_edit/reasons', () => {
  it('offers the twelve beside “Edit Price”', async () => {
    const { html } = await sarah.get('/cart');
    expect(html).toContain('name="reason"');
    for (const [, reason] of USE_CASES) expect(html).toContain(`<option value="${reason}">`);
  });

  it.each(USE_CASES)('%s: “%s” can be chosen with its price, and is kept with the line', async (_useCase, reason, price) => {
    if (price === '0') await setting(shop).set('assist/price_edit/allow_zero', 'yes');
    const given = await give(price, reason);
    expect(given.url).toBe('/cart');
    expect(given.text).toContain(`Sarah Johnson, ${reason}`);
    expect(await stored()).toEqual({ minor: price === '0' ? '0' : price.replace('.', ''), reason });
  });

  it('speaks the page’s language, and leaves the shop’s own words as they are', async () => {
    await setting(shop).set('assist/price_edit/reasons', 'price match\nTrade fair', 'website', 1);
    const english = await sarah.get('/cart');
    expect(english.html).toContain('<option value="Trade fair">Trade fair</option>');
    expect(english.html).not.toContain('value="loyalty"');
    const given = await give('70.00', 'Trade fair');
    expect(given.text).toContain('Sarah Johnson, Trade fair');
  });

  it('takes no reason that is not on the list, and says so at the field', async () => {
    const before = await stored();
    const refused = await give('71.00', 'because');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This reason is not on the store’s list.');
    expect(refused.html).toContain('value="71.00"');
    expect(await stored()).toEqual(before);
  });
});

describe('C5: assist/price_edit/reason_required', () => {
  it.each([['default', 0], ['website', 1]] as const)('asks for a reason where the %s says so, and keeps what was typed', async (scope, scopeId) => {
    await setting(shop).set('assist/price_edit/reason_required', 'yes', scope, scopeId);
    const refused = await give('66.00', '');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Choose why the price is changed.');
    expect(refused.html).toMatch(/name="reason" aria-invalid="true"/);
    expect(refused.html).toContain('value="66.00"');
    const given = await give('66.00', 'price match');
    expect(given.text).toContain('Sarah Johnson, price match');
  });

  it('needs none for a price that the shop offers', async () => {
    await setting(shop).set('assist/price_edit/reason_required', 'yes');
    const { html } = await sarah.get('/cart');
    const { id, version } = lineIn(html);
    const key = /<option value="(price-list:\d+)"/.exec(html)?.[1] ?? '';
    const chosen = await sarah.post(`/cart/lines/${id}/price`, { version, alternative: key });
    expect(chosen.text).toContain('Pricelist A');
    expect(await stored()).toMatchObject({ reason: '' });
  });
});

describe('C5: one name for an edited price', () => {
  it('is the same in the cart, on the order for everybody, on the receipt, in the log and over REST', async () => {
    await give('80.00', 'price match');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/cart')).text).toContain('Sarah Johnson, price match');

    const checkout = await sarah.get('/checkout');
    const placed = await sarah.post('/checkout/place', {
      version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', comment: '',
    });
    const number = placed.url.split('/').at(-1) ?? '';
    const receipt = await sarah.post('/assist/exit');
    expect(receipt.text).toContain('Sarah Johnson, price match');
    expect(receipt.text).toMatch(/Drill driver[^.]* SKU-1001/);
    expect(receipt.text).toMatch(/Added Drill driver[^.]*\(SKU-1001\) to the cart/);
    expect((await john.get(`/account/orders/${number}`)).text).toContain('Sarah Johnson, price match');
    expect((await sarah.get(`/staff/orders/${number}`)).text).toContain('Sarah Johnson, price match');
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    expect((await admin.get(`/admin/orders/${number}`)).text).toContain('Sarah Johnson, price match');
    expect((await admin.get('/admin/action-logs')).text).toMatch(/Sarah Johnson changed the price of SKU-1001 from \$[\d.]+ to \$80\.00 \(price match\) for John Doe/);
    const [line] = await shop.rows(`select l.override_reason, l.override_actor_name from purchase_line l join purchase p on p.id = l.purchase_id where p.number = $1`, [number]);
    expect(line).toEqual({ override_reason: 'price match', override_actor_name: 'Sarah Johnson' });
  });

  it('over REST: the reason is kept, required and checked as in the browser', async () => {
    const api = new ApiClient(shop.server.origin);
    const { body: staff } = await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD });
    const { body: context } = await api.with(staff['token']).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true });
    const inside = api.with(context['token']);
    const { body: cart } = await inside.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 });
    const { version, lines } = cart as unknown as { version: number; lines: { id: string; reasonChoices: string[] }[] };
    expect(lines[0]?.reasonChoices).toHaveLength(12);
    const path = `/V1/carts/mine/items/${lines[0]?.id ?? ''}/price`;
    expect((await inside.call('PUT', path, { version, price: '75.00', reason: 'because' })).body).toMatchObject({ code: 'price-reason-unknown', status: 422 });
    await setting(shop).set('assist/price_edit/reason_required', 'yes');
    expect((await inside.call('PUT', path, { version, price: '75.00' })).body).toMatchObject({ code: 'price-reason-required', refusals: [{ field: 'reason' }] });
    const given = await inside.call('PUT', path, { version, price: '75.00', reason: 'loyalty' });
    expect(given.body).toMatchObject({ lines: [{ priceSource: 'manual', priceReason: 'loyalty' }] });
  });
});
