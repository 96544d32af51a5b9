import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { setting } from '../testing/settings.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;
let api: ApiClient;

beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  api = new ApiClient(shop.server.origin);
});
afterAll(() => shop.close());

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
  await enter(sarah, CUSTOMER.john, { switch: '1' });
  await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
});
afterEach(() => setting(shop).clear());

describe('by the form', () => {
  it.each([
    ['M01', 'NaN', 'price-not-a-number'], ['M02', 'Infinity', 'price-not-a-number'], ['M03', '-Infinity', 'price-not-a-number'], ['M04', '1e309', 'price-not-a-number'],
    ['M05', '   ', 'price-missing'], ['M06', 'null', 'price-not-a-number'], ['M07', '0b11', 'price-not-a-number'], ['M07', '1_000', 'price-not-a-number'],
    ['M09', '0.00', 'price-zero'], ['M09', '0.004', 'price-too-precise'], ['M10', '12.345', 'price-too-precise'], ['M11', '9007199254740993', 'price-too-large'],
    ['M11', '9223372036854775808', 'price-too-large'], ['M13', '1.234,56', 'price-not-a-number'], ['M13', `1'234.50`, 'price-not-a-number'], ['M13', '1,234.50', 'price-not-a-number'],
    ['M12', '\u00A012', 'price-not-a-number'], ['M12', '١٢', 'price-not-a-number'],
  ])('%s: %j is refused with %s and stored nowhere', async (_id, price, code) => {
    const refused = await give(price);
    expect(refused.status).toBe(422);
    expect(await stored()).toBeNull();
    const [entry] = await shop.rows<{ body: string }>(`select convert_from(canonical, 'UTF8') as body from audit_entry where action = 'set-price' order by id desc limit 1`);
    expect(entry?.body).toContain(`"${code}"`);
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

describe('over REST', () => {
  interface CartBody {
    version: number;
    lines: { id: string; unitPrice: { amount: string } }[];
  }
  let left: ApiClient | null = null;
  afterEach(async () => void (await left?.call('DELETE', `/V1/staff/customers/${CUSTOMER.john}/token`)));
  async function inside(email: string): Promise<{ client: ApiClient; cart: CartBody }> {
    await sarah.post('/assist/exit');
    const { body: staff } = await api.call('POST', '/V1/staff/token', { email, password: PASSWORD });
    const { body: context } = await api.with(staff['token']).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true });
    const client = api.with(context['token']);
    left = client;
    return { client, cart: (await client.call('GET', '/V1/carts/mine')).body as unknown as CartBody };
  }

  it('M01–M13: whatever is no decimal text with a dot is refused, and stored nowhere', async () => {
    const { client, cart } = await inside(STAFF.sarah);
    const path = `/V1/carts/mine/items/${cart.lines[0]?.id ?? ''}/price`;
    const bodies = [
      'null', 'true', '80', '[5]', '{"valueOf":5}', '""', '" "', '"NaN"', '"Infinity"', '"1e3"', '"0x10"', '"1,50"', '"12.345"', '"-1"', '"-0"', '"0"', '"99999999999999"', '1e309', '-0', '"８０"',
    ];
    for (const price of bodies) {
      const refused = await client.call('PUT', path, `{"version":${cart.version},"price":${price}}`);
      expect([price, refused.status]).toEqual([price, 422]);
    }
    expect((await client.call('PUT', path, { version: cart.version })).status).toBe(422);
    expect(await stored()).toBeNull();
    await setting(shop).set('assist/price_edit/allow_zero', 'yes');
    expect((await client.call('PUT', path, { version: cart.version, price: '0' })).status).toBe(200);
    expect(await stored()).toBe('0');
  });

  it('M16: who may not edit prices is refused with 403', async () => {
    const { client, cart } = await inside(STAFF.max);
    const refused = await client.call('PUT', `/V1/carts/mine/items/${cart.lines[0]?.id ?? ''}/price`, { version: cart.version, price: '80.00' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'actor-may-not-edit-price' } });
  });

  it('M18: an older version is 409, another customer’s line and one of nobody 404', async () => {
    const { client, cart } = await inside(STAFF.sarah);
    const line = cart.lines[0]?.id ?? '';
    expect((await client.call('PUT', `/V1/carts/mine/items/${line}/price`, { version: cart.version - 1, price: '80.00' })).status).toBe(409);
    const [other] = await shop.rows<{ id: string; minor: string | null }>(`select l.id::text, l.override_minor::text as minor from cart_line l join cart k on k.id = l.cart_id where k.customer_id <> $1 and k.status = 'open' limit 1`, [CUSTOMER.john]);
    expect((await client.call('PUT', `/V1/carts/mine/items/${other?.id ?? ''}/price`, { version: cart.version, price: '80.00' })).status).toBe(404);
    expect((await client.call('PUT', '/V1/carts/mine/items/00000000-0000-4000-8000-000000000000/price', { version: cart.version, price: '80.00' })).status).toBe(404);
    expect(await shop.rows('select override_minor::text as minor from cart_line where id = $1', [other?.id])).toEqual([{ minor: other?.minor ?? null }]);
  });

  it('M22: a price list that is not this customer’s can’t be named', async () => {
    const { client, cart } = await inside(STAFF.sarah);
    for (const alternative of ['price-list:999', 'customer:1', 'matrix', 'volume:1', '']) {
      const refused = await client.call('PUT', `/V1/carts/mine/items/${cart.lines[0]?.id ?? ''}/price`, { version: cart.version, alternative });
      expect([alternative, refused.status]).toEqual([alternative, 422]);
    }
    expect(await stored()).toBeNull();
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
