import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF } from '../testing/people.ts';

let shop: DemoShop;
let api: ApiClient;
beforeAll(async () => {
  shop = await openDemoShop();
  api = new ApiClient(shop.server.origin);
});
afterAll(() => shop.close());

async function staff(email: string): Promise<ApiClient> {
  const { body } = await api.call('POST', '/V1/staff/token', { email, password: PASSWORD });
  return api.with(body['token']);
}

async function inside(client: ApiClient, customerId: string, more: object = {}): Promise<ApiClient> {
  const { body } = await client.call('POST', `/V1/staff/customers/${customerId}/token`, { switch: true, ...more });
  return api.with(body['token']);
}

interface CartBody {
  version: number;
  lines: { id: string; unitPrice: { amount: string }; alternatives: { key: string; label: string; fromQuantity: number; price: { amount: string } }[] }[];
  totals: { total: { amount: string } };
  commission: { amount: string } | null;
}

describe('the assisted order over REST', () => {
  it('does what the browser does, with the same prices, limits, commission and entries', async () => {
    const sarah = await staff(STAFF.sarah);
    const entered = await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { reason: 'phone order' });
    expect(entered.status).toBe(201);
    const john = api.with(entered.body['token']);
    expect((await john.call('GET', '/V1/me')).body).toMatchObject({ subject: { name: 'John Doe' }, actor: { name: 'Sarah Johnson' }, assistSession: { mode: 'full', store: 'main' } });

    await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 2 });
    const cart = (await john.call('GET', '/V1/carts/mine')).body as unknown as CartBody;
    const [line] = cart.lines;
    expect(line?.unitPrice.amount).toBe('95.00');
    expect(line?.alternatives.map(({ label, fromQuantity, price }) => [label, fromQuantity, price.amount])).toEqual([
      ['Base Price', 1, '100.00'], ['Customer Price', 1, '95.00'], ['Pricelist A', 1, '90.00'], ['Volume Price', 10, '85.00'],
    ]);
    const priced = await john.call('PUT', `/V1/carts/mine/items/${line?.id ?? ''}/price`, { version: cart.version, price: '80.00' });
    expect(priced.status).toBe(200);
    expect(priced.body).toMatchObject({ totals: { subtotal: { amount: '160.00' } }, commission: { amount: '8.00', currency: 'USD' } });

    const checkout = await john.call('GET', '/V1/checkout?shippingMethod=standard');
    const { version, totals, addresses } = checkout.body as unknown as { version: number; totals: { total: { amount: string } }; addresses: { id: string }[] };
    const order = { version, expectedTotal: totals.total.amount, shippingMethod: 'standard', paymentMethod: 'on-account', addressId: addresses[0]?.id };
    const placed = await john.call('POST', '/V1/orders', order, { 'idempotency-key': 'phone-call-4711' });
    expect(placed.status).toBe(201);
    expect(placed.body).toMatchObject({ channel: 'assisted', staff: { name: 'Sarah Johnson', group: 'Sales' }, commission: { amount: '8.00' }, already: false });
    const again = await john.call('POST', '/V1/orders', order, { 'idempotency-key': 'phone-call-4711' });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ number: placed.body['number'], already: true });
    const other = await john.call('POST', '/V1/orders', { ...order, paymentMethod: 'bank-transfer' }, { 'idempotency-key': 'phone-call-4711' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });

    expect((await john.call('DELETE', `/V1/staff/customers/${CUSTOMER.john}/token`)).status).toBe(204);
    expect((await john.call('GET', '/V1/me')).status).toBe(401);
    expect((await sarah.call('GET', '/V1/me')).body).toMatchObject({ actor: { name: 'Sarah Johnson' }, subject: null });
  });
});

describe('refused over REST as in the browser (I09)', () => {
  it('explains every check before the start', async () => {
    const sarah = await staff(STAFF.sarah);
    const { body } = await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.bo}/token`, { explain: true });
    const { checks, canStart } = body as unknown as { checks: { code: string; outcome: string }[]; canStart: boolean };
    expect(canStart).toBe(false);
    expect(checks).toHaveLength(15);
    expect(checks.filter((check) => check.outcome === 'failed').map((check) => check.code)).toEqual(['customer-blocked']);
  });

  it.each([
    [CUSTOMER.jane, 'consent-missing'],
    [CUSTOMER.bo, 'customer-blocked'],
    [CUSTOMER.uma, 'customer-not-assigned'],
    ['999999', 'customer-not-found'],
  ])('customer %s: %s, as problem+json with a log row', async (customerId, code) => {
    const sarah = await staff(STAFF.sarah);
    const refused = await sarah.call('POST', `/V1/staff/customers/${customerId}/token`, {});
    expect(refused.status).toBeGreaterThanOrEqual(403);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect((refused.body['refusals'] as { code: string; text: string }[]).map((one) => one.code)).toContain(code);
    const [entry] = await shop.rows<{ text: string }>(`select convert_from(canonical, 'UTF8') as text from audit_entry order by id desc limit 1`);
    expect(entry?.text).toContain(`"${code}"`);
    expect(entry?.text).toContain('"result":"refused"');
  });

  it('a second customer: 409 unless switch is asked for', async () => {
    const max = await staff(STAFF.max);
    await inside(max, CUSTOMER.john, { confirm: true });
    const refused = await max.call('POST', `/V1/staff/customers/${CUSTOMER.uma}/token`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'already-in-customer' } });
    expect((await max.call('POST', `/V1/staff/customers/${CUSTOMER.uma}/token`, { switch: true, confirm: true })).status).toBe(201);
    await max.call('DELETE', '/V1/staff/token');
  });

  it.each([[-1], [0], [80], ['-1'], ['abc'], ['0'], ['1.234'], ['1e3'], [' 5'], ['5 '], ['0x10'], ['1_000'], ['１２'], [''], [null], [true], [[5]], [{ a: 1 }], ['NaN'], ['Infinity'], ['99999999999999'], ['1,50']])(
    'M01–M13: %j is no price: 422 and nothing stored', async (price) => {
      const john = await inside(await staff(STAFF.sarah), CUSTOMER.john, { confirm: true });
      await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 });
      const { version, lines } = (await john.call('GET', '/V1/carts/mine')).body as unknown as CartBody;
      const refused = await john.call('PUT', `/V1/carts/mine/items/${lines[0]?.id ?? ''}/price`, { version, price });
      expect(refused.status).toBe(422);
      const [stored] = await shop.rows<{ minor: string | null }>('select override_minor::text as minor from cart_line where id = $1', [lines[0]?.id]);
      expect(stored?.minor).toBeNull();
    });

  it('M18: another customer’s line is not found', async () => {
    const john = await inside(await staff(STAFF.sarah), CUSTOMER.john, { confirm: true });
    const [foreign] = await shop.rows<{ id: string; version: number }>(`select l.id, k.version from cart_line l join cart k on k.id = l.cart_id where k.customer_id <> $1 and k.status = 'open' limit 1`, [CUSTOMER.john]);
    const refused = await john.call('PUT', `/V1/carts/mine/items/${foreign?.id ?? ''}/price`, { version: foreign?.version, price: '1.00' });
    expect(refused).toMatchObject({ status: 404, body: { code: 'line-not-found' } });
  });

  it('a bearer beside a session cookie: 400', async () => {
    const sarah = await staff(STAFF.sarah);
    const refused = await sarah.call('GET', '/V1/me', undefined, { cookie: '__Host-staff=ost_x' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'two-credentials' } });
  });

  it('I2: a context token opens nothing of the staff API, a staff token nothing of the customer’s', async () => {
    const sarah = await staff(STAFF.sarah);
    const john = await inside(sarah, CUSTOMER.john, { confirm: true });
    expect((await john.call('GET', '/V1/staff/customers')).status).toBe(403);
    expect((await john.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, {})).status).toBe(403);
    expect((await sarah.call('GET', '/V1/carts/mine')).status).toBe(401);
    const browserCookie = await fetch(`${shop.server.origin}/staff`, { redirect: 'manual', headers: { cookie: `__Host-staff=${sarah.token ?? ''}` } });
    expect(browserCookie.status).toBe(303);
  });

  it('I03: a context token dies with the staff token it came from', async () => {
    const sarah = await staff(STAFF.sarah);
    const john = await inside(sarah, CUSTOMER.john, { confirm: true });
    await sarah.call('DELETE', '/V1/staff/token');
    expect(await john.call('GET', '/V1/carts/mine')).toMatchObject({ status: 401 });
  });

  it('I01: wrong password, unknown e-mail and inactive account get the same answer', async () => {
    await shop.rows(`update staff set active = false where email = 'vera.novak@staff.example'`);
    const answers = await Promise.all([
      api.call('POST', '/V1/staff/token', { email: STAFF.max, password: 'wrong-password-1' }),
      api.call('POST', '/V1/staff/token', { email: 'nobody@staff.example', password: 'wrong-password-1' }),
      api.call('POST', '/V1/staff/token', { email: STAFF.vera, password: PASSWORD }),
    ]);
    await shop.rows(`update staff set active = true where email = 'vera.novak@staff.example'`);
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect({ ...body, instance: '' }).toEqual({ ...answers[0]?.body, instance: '' });
    }
  });

  it('I01: guessing is slowed per account and address', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 7; n += 1) codes.push((await api.call('POST', '/V1/staff/token', { email: 'ruth.sanders@staff.example', password: `wrong-password-${n}` })).body['code']);
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'credentials-wrong'));
    expect(codes.at(-1)).toBe('too-many-attempts');
  });

  it('T10, X04: nonsense for a body is refused, not a fault', async () => {
    const sarah = await staff(STAFF.sarah);
    expect((await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, '{"broken')).status).toBe(422);
    expect((await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, [1])).status).toBeLessThan(500);
    const form = await fetch(`${shop.server.origin}/V1/staff/token`, { method: 'POST', body: new URLSearchParams({ email: STAFF.sarah, password: PASSWORD }) });
    expect(form.status).toBe(415);
    for (const token of ['', 'x', 'orc_' + 'a'.repeat(43), 'ort_' + 'a'.repeat(10_000)]) expect((await api.with(token).call('GET', '/V1/me')).status).toBe(401);
  });
});

describe('K03: a context that ends while a request in it is under way', () => {
  it.each([
    ['setting a price', 'PUT', '/price', { price: '80.00' }],
    ['changing a quantity', 'PUT', '', { quantity: 3 }],
  ] as const)('%s: refused with its code and a log row, and nothing is changed', async (_what, method, path, change) => {
    const john = await inside(await staff(STAFF.sarah), CUSTOMER.john, { confirm: true });
    await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 });
    const { version, lines } = (await john.call('GET', '/V1/carts/mine')).body as unknown as CartBody;
    const before = await shop.rows('select l.quantity, l.override_minor, k.version from cart_line l join cart k on k.id = l.cart_id where l.id = $1', [lines[0]?.id]);
    const other = await shop.database.owner.connect();
    try {
      await other.query('begin');
      await other.query('select 1 from assist_session where ended_at is null for update');
      const answer = john.call(method, `/V1/carts/mine/items/${lines[0]?.id ?? ''}${path}`, { version, ...change });
      await expect.poll(async () => (await shop.rows<{ n: number }>(`select count(*)::int as n from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`))[0]?.n).toBeGreaterThan(0);
      await other.query(`update assist_session set ended_at = now(), end_reason = 'exit' where ended_at is null`);
      await other.query('commit');
      expect(await answer).toMatchObject({ status: 401, body: { code: 'assist-session-over' } });
    } finally {
      await other.query('rollback');
      other.release();
    }
    expect(await shop.rows('select l.quantity, l.override_minor, k.version from cart_line l join cart k on k.id = l.cart_id where l.id = $1', [lines[0]?.id])).toEqual(before);
    const [entry] = await shop.rows<{ text: string }>(`select convert_from(canonical, 'UTF8') as text from audit_entry order by id desc limit 1`);
    expect(entry?.text).toContain('"codes":["assist-session-over"]');
  });
});

describe('/V1/openapi.json', () => {
  it('tells of every REST route there is, and of no other', async () => {
    const { body } = await api.call('GET', '/V1/openapi.json');
    expect(body['openapi']).toBe('3.1.0');
    const paths = Object.entries(body['paths'] as Record<string, Record<string, unknown>>).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    for (const path of ['post /V1/staff/token', 'post /V1/staff/customers/{customerId}/token', 'get /V1/me', 'get /V1/carts/mine', 'post /V1/orders']) expect(paths).toContain(path);
  });
});
