import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient, type ApiAnswer } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF } from '../testing/people.ts';
import { setting } from '../testing/settings.ts';

interface CartBody {
  version: number;
  lines: { id: string; unitPrice: { amount: string } }[];
}

let shop: DemoShop;
let api: ApiClient;
let staff: ApiClient;
let client: ApiClient;
let cart: CartBody;

beforeAll(async () => {
  shop = await openDemoShop();
  api = new ApiClient(shop.server.origin);
  staff = await tokenOf(STAFF.sarah);
});
afterAll(async () => {
  await expectInvariants(shop);
  await shop.close();
});

async function tokenOf(email: string): Promise<ApiClient> {
  return api.with((await api.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
}

async function inside(actor: ApiClient): Promise<ApiClient> {
  const { body } = await actor.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, confirm: true });
  return api.with(body['token']);
}

const leave = (actor: ApiClient) => actor.call('DELETE', `/V1/staff/customers/${CUSTOMER.john}/token`);

const openLines = `cart_line l join cart k on k.id = l.cart_id where k.customer_id = ${CUSTOMER.john} and k.status = 'open'`;

async function look(): Promise<CartBody> {
  cart = (await client.call('GET', '/V1/carts/mine')).body as unknown as CartBody;
  return cart;
}

const lineId = () => cart.lines[0]?.id ?? '';

async function give(fields: object): Promise<ApiAnswer> {
  const { version } = await look();
  return client.call('PUT', `/V1/carts/mine/items/${lineId()}/price`, { version, ...fields });
}

async function stored(): Promise<string | null | undefined> {
  return (await shop.rows<{ minor: string | null }>(`select l.override_minor::text as minor from ${openLines}`))[0]?.minor;
}

async function place(more: object = {}): Promise<ApiAnswer> {
  const { body } = await client.call('GET', '/V1/checkout?shippingMethod=standard');
  const { version, totals, addresses } = body as unknown as { version: number; totals: { total: { amount: string } }; addresses: { id: string }[] };
  const order = { version, expectedTotal: totals.total.amount, shippingMethod: 'standard', paymentMethod: 'on-account', addressId: addresses[0]?.id, ...more };
  return client.call('POST', '/V1/orders', order, { 'idempotency-key': `price-${crypto.randomUUID()}` });
}

beforeEach(async () => {
  await shop.rows(`delete from cart_line where cart_id in (select id from cart where customer_id = $1 and status = 'open')`, [CUSTOMER.john]);
  client = await inside(staff);
  await client.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 2 });
});
afterEach(async () => {
  await leave(staff);
  await setting(shop).clear();
});

describe('M01, M02, M03, M04, M05, M06, M07, M09, M10, M11, M12, M13: what is no price, over REST', () => {
  it.each([
    ['M01', '"NaN"'], ['M02', '"Infinity"'], ['M03', '"-Infinity"'], ['M04', '1e309'], ['M04', '"1e309"'], ['M05', '""'], ['M05', '" "'], ['M06', 'null'],
    ['M07', 'true'], ['M07', '[5]'], ['M07', '{"valueOf":5}'], ['M07', '"0x10"'], ['M07', '"0b11"'], ['M07', '"1_000"'], ['M07', '"1e3"'], ['M07', '80'], ['M07', '"10 %"'],
    ['M09', '"0"'], ['M09', '"0.00"'], ['M09', '"0.004"'], ['M09', '-0'], ['M09', '"-0"'], ['M10', '"12.345"'],
    ['M11', '"99999999999999"'], ['M11', '"9007199254740993"'], ['M11', '"9223372036854775808"'],
    ['M12', '"\\u00a012"'], ['M12', '"８０"'], ['M13', '"1,50"'], ['M13', '"1.234,56"'], ['M13', `"1'234.50"`], ['M13', '"1,234.50"'],
  ])('%s: %s is refused with 422 and stored nowhere', async (_id, price) => {
    const { version } = await look();
    const refused = await client.call('PUT', `/V1/carts/mine/items/${lineId()}/price`, `{"version":${version},"price":${price}}`);
    expect(refused.status).toBe(422);
    expect(await stored()).toBeNull();
  });
});

describe('M: prices over REST', () => {
  it('M06: without a price at all, and with the same key twice, it is no guess', async () => {
    const { version } = await look();
    const path = `/V1/carts/mine/items/${lineId()}/price`;
    expect((await client.call('PUT', path, { version })).status).toBe(422);
    expect((await client.call('PUT', path, `{"version":${version},"price":"80.00","price":"-1"}`)).status).toBe(422);
    expect(await stored()).toBeNull();
  });

  it('M09: zero where the store allows it is taken, and 0.004 is not rounded to it', async () => {
    await setting(shop).set('assist/price_edit/allow_zero', 'yes');
    expect((await give({ price: '0.004' })).status).toBe(422);
    expect((await give({ price: '0' })).status).toBe(200);
    expect(await stored()).toBe('0');
  });

  it('M11: the highest price times the most pieces is refused, and no fault of the server', async () => {
    await shop.rows(`update product set stock = 99999 where sku = 'SKU-1001'`);
    const { version } = await look();
    await client.call('PUT', `/V1/carts/mine/items/${lineId()}`, { version, quantity: 99_999 });
    expect((await give({ price: '10000000000.00' })).status).toBe(200);
    expect((await place()).status).toBe(422);
  });

  it('M16: who may not edit prices is refused with 403, and so is the real customer', async () => {
    const { version } = await look();
    const path = `/V1/carts/mine/items/${lineId()}/price`;
    await leave(staff);
    const max = await tokenOf(STAFF.max);
    const other = await inside(max);
    expect(await other.call('PUT', path, { version, price: '80.00' })).toMatchObject({ status: 403, body: { code: 'actor-may-not-edit-price' } });
    await leave(max);
    expect((await api.call('PUT', path, { version, price: '80.00' })).status).toBe(401);
    expect(await stored()).toBeNull();
  });

  it('M17: an edited price stands after the session for its time and no longer, and an order placed against another total is refused', async () => {
    await give({ price: '80.00' });
    await setting(shop).set('assist/price_edit/valid_for', '0');
    expect((await place({ expectedTotal: '1.00' })).status).toBe(409);
    await leave(staff);
    client = await inside(staff);
    expect((await look()).lines[0]?.unitPrice.amount).toBe('95.00');
    expect((await client.call('GET', '/V1/carts/mine')).body).toMatchObject({ lines: [{ priceNotice: expect.stringContaining('no longer valid') as string }] });
  });

  it('M17: ordered again, it is the normal price', async () => {
    await give({ price: '80.00' });
    const { body } = await place();
    await client.call('POST', `/V1/orders/${String(body['number'])}/reorder`, {});
    expect((await look()).lines[0]?.unitPrice.amount).toBe('95.00');
    expect(await stored()).toBeNull();
  });

  it('M18: an older version is 409, another customer’s line and one of nobody 404', async () => {
    const { version } = await look();
    expect((await client.call('PUT', `/V1/carts/mine/items/${lineId()}/price`, { version: version - 1, price: '80.00' })).status).toBe(409);
    const [other] = await shop.rows<{ id: string; minor: string | null }>(`select l.id::text, l.override_minor::text as minor from cart_line l join cart k on k.id = l.cart_id where k.customer_id <> $1 and k.status = 'open' limit 1`, [CUSTOMER.john]);
    for (const id of [other?.id ?? '', '00000000-0000-4000-8000-000000000000']) expect((await client.call('PUT', `/V1/carts/mine/items/${id}/price`, { version, price: '80.00' })).status).toBe(404);
    expect(await shop.rows('select override_minor::text as minor from cart_line where id = $1', [other?.id])).toEqual([{ minor: other?.minor ?? null }]);
  });

  it('M20: pieces that are none are refused, before and after the edit', async () => {
    await give({ price: '80.00' });
    const { version } = await look();
    for (const quantity of ['-1', '0', '1e309', '1.5', '"2"', 'null', '99999999']) {
      expect([quantity, (await client.call('PUT', `/V1/carts/mine/items/${lineId()}`, `{"version":${version},"quantity":${quantity}}`)).status]).toEqual([quantity, 422]);
    }
    expect(await shop.rows(`select l.quantity, l.override_minor::text as minor from ${openLines}`)).toEqual([{ quantity: 2, minor: '8000' }]);
  });

  it('M22: a price that is not offered to this customer can’t be named', async () => {
    for (const alternative of ['price-list:999', 'customer:1', 'matrix', 'volume:1', 'free', 'manual', '']) {
      const refused = await give({ alternative });
      expect([alternative, refused.status]).toEqual([alternative, 422]);
    }
    expect(await stored()).toBeNull();
  });

  it('M23: a raised price raises the commission by its rate and no more, and a free item earns none', async () => {
    expect((await give({ price: '200.00' })).body).toMatchObject({ commission: { amount: '20.00' } });
    const free = await client.call('POST', '/V1/carts/mine/free-items', { sku: 'SKU-1024', quantity: 1, reason: 'sample' });
    expect(free.body).toMatchObject({ commission: { amount: '20.00' } });
    const { version } = await look();
    expect((await client.call('PUT', '/V1/carts/mine/discount', { version, amount: '-10.00', reason: 'loyalty' })).status).toBe(422);
    expect((await look() as unknown as { commission: { amount: string } }).commission.amount).toBe('20.00');
  });

  it('M24: an edit against an order at once: the order has one price, and it is the one on record', async () => {
    for (let round = 0; round < 3; round += 1) {
      await client.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 });
      await give({ price: '80.00' });
      const { version } = await look();
      const [edited, placed] = await Promise.all([client.call('PUT', `/V1/carts/mine/items/${lineId()}/price`, { version, price: '70.00' }), place()]);
      expect([edited.status < 300, placed.status < 300].filter(Boolean).length).toBeGreaterThanOrEqual(1);
      if (placed.status !== 201) continue;
      const [line] = await shop.rows<{ minor: string; after: string }>(`
        select l.unit_minor::text as minor, (select (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'after' from audit_entry e where e.action = 'set-price' and e.result = 'done' order by e.id desc limit 1) as after
          from purchase_line l join purchase p on p.id = l.purchase_id where p.number = $1`, [placed.body['number']]);
      expect(line?.minor).toBe(line?.after);
    }
  });
});

/** As the application’s own role, past the application: what it is worth is a check violation, never a stored row. */
async function expectRefused(change: string): Promise<void> {
  const before = await shop.rows(`select l.* from ${openLines}`);
  await expect(shop.database.app.query(`update cart_line set ${change} where id in (select l.id from ${openLines})`)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:23514|23502|22003|22P02)$/u) as string });
  expect(await shop.rows(`select l.* from ${openLines}`)).toEqual(before);
}

describe('M: the database refuses too', () => {
  it('M01, M02, M03, M04, M05, M06, M07, M11: nothing but whole minor units from zero to 10^12', async () => {
    await give({ price: '80.00' });
    for (const minor of ['-1', '1000000000001', '9223372036854775807', `'NaN'`, `'Infinity'`, `'12.345'`]) await expectRefused(`override_minor = ${minor}`);
    for (const minor of ['-1', '1000000000001']) await expectRefused(`override_catalogue_minor = ${minor}`);
  });

  it('M09: no zero where the store allows none; where it does, one', async () => {
    await give({ price: '80.00' });
    await expectRefused('override_minor = 0');
    await setting(shop).set('assist/price_edit/allow_zero', 'yes', 'website', 1);
    await shop.database.app.query(`update cart_line set override_minor = 0 where id in (select l.id from ${openLines})`);
    expect(await stored()).toBe('0');
  });

  it('M10, M20: no half of a price, no currency that is none, no pieces that are none', async () => {
    await give({ price: '80.00' });
    for (const change of ['override_minor = null', 'override_currency = null', `override_currency = 'usd'`, 'override_actor_id = null', 'override_quantity = 0', 'override_quantity = -1', 'quantity = 0', 'quantity = -1', 'quantity = 100000']) await expectRefused(change);
  });

  it('M16, M18: no price from nobody’s session, another customer’s, or by another than its actor', async () => {
    const [foreign] = await shop.rows<{ id: string; actor: string }>(`select id::text, actor_id::text as actor from assist_session where subject_id <> $1 limit 1`, [CUSTOMER.john]);
    const price = `override_minor = 100, override_currency = 'USD', override_quantity = 2, override_source = 'manual', override_label = '', override_catalogue_minor = 9500, override_at = now()`;
    await expectRefused(`${price}, override_actor_id = ${foreign?.actor ?? '0'}`);
    await expectRefused(`${price}, override_actor_id = ${foreign?.actor ?? '0'}, override_session_id = '${foreign?.id ?? ''}'`);
    await give({ price: '80.00' });
    await expectRefused(`override_actor_id = (select id from staff where email = '${STAFF.ruth}')`);
    await expectRefused(`override_session_id = '${foreign?.id ?? ''}'`);
  });

  it('M23: no order line, order or commission below zero', async () => {
    await place();
    for (const [table, change] of [['purchase_line', 'unit_minor = -1'], ['purchase_line', 'net = -1'], ['purchase', 'total = -1'], ['purchase', 'commission = -1'], ['purchase', 'discount = -1']] as const) {
      await expect(shop.rows(`update ${table} set ${change}`)).rejects.toMatchObject({ code: '23514' });
      await expect(shop.database.app.query(`update ${table} set ${change}`)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:42501|23514)$/u) as string });
    }
  });
});
