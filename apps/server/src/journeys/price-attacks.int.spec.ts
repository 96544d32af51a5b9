import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { setting } from '../testing/settings.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
});

const openLines = `cart_line l join cart k on k.id = l.cart_id where k.customer_id = ${CUSTOMER.john} and k.status = 'open'`;

async function stored(): Promise<string | null | undefined> {
  const [row] = await shop.rows<{ minor: string | null }>(`select l.override_minor::text as minor from ${openLines}`);
  return row?.minor;
}

async function give(price: string): Promise<Visit> {
  const { id, version } = lineIn((await sarah.get('/cart')).html);
  return sarah.post(`/cart/lines/${id}/price`, { version, price });
}

async function placeAs(browser: TestBrowser, fields: Record<string, string> = {}): Promise<Visit> {
  const checkout = await browser.get('/checkout');
  return browser.post('/checkout/place', {
    version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
    address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', comment: '', ...fields,
  });
}

beforeEach(async () => {
  await shop.rows(`delete from cart_line where cart_id in (select id from cart where customer_id = $1 and status = 'open')`, [CUSTOMER.john]);
  await enter(sarah, CUSTOMER.john, { switch: '1', confirm: '1' });
  await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
});
afterEach(() => setting(shop).clear());
afterAll(async () => {
  await expectInvariants(shop);
  await shop.close();
});

describe('M01, M02, M03, M04, M05, M06, M07, M09, M10, M11, M12, M13: what is no price, by the form', () => {
  it.each([
    ['M01', 'NaN', 'price-not-a-number'], ['M02', 'Infinity', 'price-not-a-number'], ['M03', '-Infinity', 'price-not-a-number'], ['M04', '1e309', 'price-not-a-number'],
    ['M05', '   ', 'price-missing'], ['M06', 'null', 'price-not-a-number'], ['M07', '0b11', 'price-not-a-number'], ['M07', '0x10', 'price-not-a-number'], ['M07', '1e3', 'price-not-a-number'], ['M07', '+80', 'price-not-a-number'], ['M07', '1_000', 'price-not-a-number'],
    ['M09', '0.00', 'price-zero'], ['M09', '0.004', 'price-too-precise'], ['M10', '12.345', 'price-too-precise'], ['M11', '9007199254740993', 'price-too-large'],
    ['M11', '9223372036854775808', 'price-too-large'], ['M13', '1.234,56', 'price-not-a-number'], ['M13', `1'234.50`, 'price-not-a-number'], ['M13', '1,234.50', 'price-not-a-number'], ['M13', '1,50', 'price-not-a-number'],
    ['M12', '\u00A012', 'price-not-a-number'], ['M12', '١٢', 'price-not-a-number'],
  ])('%s: %j is refused with %s and stored nowhere', async (_id, price, code) => {
    const refused = await give(price);
    expect(refused.status).toBe(422);
    expect(await stored()).toBeNull();
    const [entry] = await shop.rows<{ body: string }>(`select convert_from(canonical, 'UTF8') as body from audit_entry where action = 'set-price' order by id desc limit 1`);
    expect(entry?.body).toContain(`"${code}"`);
  });
});

describe('M: prices by the form', () => {
  it('M09: zero where the store allows it is a price, on record as zero', async () => {
    await setting(shop).set('assist/price_edit/allow_zero', 'yes');
    expect((await give('0')).url).toBe('/cart');
    expect(await stored()).toBe('0');
  });

  it('M16: without “Can Edit Item Price”, and for the real customer, there is no price to post', async () => {
    const { id, version } = lineIn((await sarah.get('/cart')).html);
    await sarah.post('/assist/exit');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    await john.get('/cart');
    const own = await john.post(`/cart/lines/${id}/price`, { version, price: '1.00' });
    expect(own.status).toBe(403);
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    await enter(max, CUSTOMER.john);
    await max.get('/cart');
    const posted = await max.post(`/cart/lines/${id}/price`, { version, price: '80.00' });
    expect(posted.text).toContain('You are not allowed to edit prices.');
    expect(posted.status).toBeGreaterThanOrEqual(400);
    expect(await stored()).toBeNull();
    await max.post('/assist/exit');
  });

  it('M18: an older version, another customer’s line and a line of nobody change nothing', async () => {
    const { id, version } = lineIn((await sarah.get('/cart')).html);
    const [other] = await shop.rows<{ id: string; minor: string | null }>(`select l.id::text, l.override_minor::text as minor from cart_line l join cart k on k.id = l.cart_id where k.customer_id <> $1 and k.status = 'open' limit 1`, [CUSTOMER.john]);
    const older = await sarah.post(`/cart/lines/${id}/price`, { version: String(Number(version) - 1), price: '80.00' });
    expect(older.status).toBeGreaterThanOrEqual(400);
    expect(older.text).toContain('The cart has changed since you opened it.');
    for (const line of [other?.id ?? '', '00000000-0000-4000-8000-000000000000']) {
      await sarah.get('/cart');
      expect((await sarah.post(`/cart/lines/${line}/price`, { version, price: '80.00' })).status).toBeGreaterThanOrEqual(400);
    }
    expect(await stored()).toBeNull();
    expect(await shop.rows('select override_minor::text as minor from cart_line where id = $1', [other?.id])).toEqual([{ minor: other?.minor ?? null }]);
  });

  it('M22: a price list, a customer price or a tier that is not this customer’s can’t be named', async () => {
    const { id, version } = lineIn((await sarah.get('/cart')).html);
    for (const alternative of ['price-list:999', 'customer:1', 'matrix:1', 'volume:1', 'free', 'manual']) {
      const refused = await sarah.post(`/cart/lines/${id}/price`, { version, alternative });
      expect([alternative, refused.status]).toEqual([alternative, 422]);
    }
    expect(await stored()).toBeNull();
  });

  it('M09: a price that would only round to 0 is refused also where 0 is allowed', async () => {
    await setting(shop).set('assist/price_edit/allow_zero', 'yes');
    expect((await give('0.004')).status).toBe(422);
    expect(await stored()).toBeNull();
  });

  it('M11: the highest price times the most pieces is no fault of the server', async () => {
    await setting(shop).set('assist/price_edit/product_types', 'simple virtual');
    await shop.rows(`update product set stock = 99999 where sku = 'SKU-1001'`);
    const line = lineIn((await sarah.get('/cart')).html);
    await sarah.post(`/cart/lines/${line.id}`, { version: line.version, quantity: '99999' });
    const given = await give('10000000000.00');
    expect(given.status).toBe(200);
    const refused = await placeAs(sarah);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This order is larger than the shop can take.');
  });

  it('M20: pieces that are none leave line and price as they are', async () => {
    await give('80.00');
    for (const quantity of ['-1', '0', '1e309', '1.5', 'NaN', '']) {
      const line = lineIn((await sarah.get('/cart')).html);
      expect((await sarah.post(`/cart/lines/${line.id}`, { version: line.version, quantity })).status).toBe(422);
    }
    const [row] = await shop.rows(`select l.quantity, l.override_minor::text as minor from ${openLines}`);
    expect(row).toEqual({ quantity: 2, minor: '8000' });
  });

  it('M23: a raised price raises the commission by its rate and no more; shipping and tax, however high, add nothing', async () => {
    await shop.rows(`update tax_rate set basis_points = 2500 where country = 'US'`);
    await shop.rows(`update shipping_rate r set amount = 99999 from shipping_method m where m.id = r.method_id and m.website_id = 1 and m.code = 'express'`);
    const raised = await give('200.00');
    expect(raised.text).toContain('$20.00');
    const refused = await placeAs(sarah, { shipping: 'express' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('$1,749.99');
    const placed = await sarah.post('/checkout/place', {
      version: hidden(refused.html, 'version'), key: hidden(refused.html, 'key'), expectedTotal: hidden(refused.html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(refused.html)?.[1] ?? '', shipping: 'express', payment: 'on-account', comment: '',
    });
    expect(placed.url).toContain('/placed/');
    const [order] = await shop.rows('select subtotal::int, shipping::int, tax::int, commission::int from purchase order by id desc limit 1');
    expect(order).toEqual({ subtotal: 40_000, shipping: 99_999, tax: 35_000, commission: 2000 });
    await shop.rows(`update tax_rate set basis_points = 0 where country = 'US'`);
    await shop.rows(`update shipping_rate r set amount = 2400 from shipping_method m where m.id = r.method_id and m.website_id = 1 and m.code = 'express'`);
  });

  it('M24: an edit against an order at once: the order has one price, and it is the one on record', async () => {
    for (let round = 0; round < 4; round += 1) {
      await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
      await give('80.00');
      const checkout = await sarah.get('/checkout');
      const token = sarah.formToken;
      const { id } = lineIn((await sarah.get('/cart')).html);
      const version = hidden(checkout.html, 'version');
      const send = (path: string, fields: Record<string, string>) => sarah.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: token, version, ...fields }) });
      const [edited, placed] = await Promise.all([
        send(`/cart/lines/${id}/price`, { price: '70.00' }),
        send('/checkout/place', {
          key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'), address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '',
          shipping: 'standard', payment: 'on-account', comment: '',
        }),
      ]);
      expect([edited.status, placed.status].toSorted((one, other) => one - other)).toEqual([303, 422]);
      if (placed.status === 303) {
        const [line] = await shop.rows<{ minor: string }>(`select l.unit_minor::text as minor from purchase_line l join purchase p on p.id = l.purchase_id order by p.id desc limit 1`);
        expect(line?.minor).toBe('8000');
      } else expect(await stored()).toBe('7000');
    }
  });
});

describe('C6: what an edited price belongs to', () => {
  it('C6: more pieces than it was given for: the actor is asked to price again, the customer is told, and the normal price applies', async () => {
    await give('80.00');
    const line = lineIn((await sarah.get('/cart')).html);
    const raised = await sarah.post(`/cart/lines/${line.id}`, { version: line.version, quantity: '3' });
    expect(raised.text).toContain('$95.00 each');
    expect(raised.text).toContain('The edited price was given for 2 pieces at most. Please set the price again; until then the normal price applies.');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const seen = await john.get('/cart');
    expect(seen.text).toContain('The edited price was given for 2 pieces at most. The normal price applies.');
    expect(seen.text).not.toContain('Please set the price again');
    const fewer = lineIn(seen.html);
    expect((await john.post(`/cart/lines/${fewer.id}`, { version: fewer.version, quantity: '1' })).text).toContain('$80.00 each');
    expect((await give('78.00')).text).toContain('$78.00 each');
  });

  it('C6: another currency: the normal price', async () => {
    await give('80.00');
    await shop.rows(`update cart_line set override_currency = 'EUR' where id in (select l.id from ${openLines})`);
    const cart = await sarah.get('/cart');
    expect(cart.text).toContain('$95.00 each');
    expect(cart.text).not.toContain('Sarah Johnson, ');
  });

  it('C6, M17: after the exit the customer orders at the price within its time, with who gave it on the order', async () => {
    await give('80.00');
    await sarah.post('/assist/exit');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const placed = await placeAs(john);
    expect(placed.url).toMatch(/^\/checkout\/placed\//);
    const [line] = await shop.rows(`select l.unit_minor::text as minor, l.override_actor_name as actor, p.channel from purchase_line l join purchase p on p.id = l.purchase_id where p.number = $1`, [placed.url.split('/').at(-1)]);
    expect(line).toEqual({ minor: '8000', actor: 'Sarah Johnson', channel: 'self-after-assist' });
  });

  it('C6, M17: ordered again, an edited price is a normal one, and the record says what was left out or nothing', async () => {
    await give('80.00');
    const placed = await placeAs(sarah);
    const number = placed.url.split('/').at(-1) ?? '';
    await sarah.get(`/account/orders/${number}`);
    const again = await sarah.post(`/account/orders/${number}/reorder`);
    expect(again.text).toContain('$95.00 each');
    expect(await stored()).toBeNull();
  });

  it('C6, M17: placing against a price whose time ran out meanwhile is refused, and the new total shown', async () => {
    await give('80.00');
    await sarah.post('/assist/exit');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const checkout = await john.get('/checkout');
    await setting(shop).set('assist/price_edit/valid_for', '0');
    const refused = await john.post('/checkout/place', {
      version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', comment: '',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/The total has changed from [0-9.,]+ to [0-9.,]+ USD\./);
    expect(refused.text).toContain('$190.00');
  });
});
