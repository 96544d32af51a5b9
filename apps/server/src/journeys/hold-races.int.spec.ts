// Between the look and the act (B9), and two at once (security cases K): real requests, real locks, no sleep.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient, type ApiAnswer } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { endEverySession, expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF } from '../testing/people.ts';

const { john: JOHN } = CUSTOMER;
const ME = `(select id from staff where email = '${STAFF.sarah}')`;
const MAX = `(select id from staff where email = '${STAFF.max}')`;

let shop: DemoShop;
let api: ApiClient;
let sarah: ApiClient;
let john: ApiClient;
beforeAll(async () => {
  shop = await openDemoShop();
  api = new ApiClient(shop.server.origin);
});
beforeEach(async () => {
  sarah = await staff(STAFF.sarah);
  john = await inside(sarah);
});
afterEach(async () => {
  await expectInvariants(shop);
  await endEverySession(shop);
});
afterAll(() => shop.close());

async function staff(email: string): Promise<ApiClient> {
  return api.with((await api.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
}

async function inside(by: ApiClient): Promise<ApiClient> {
  const { body } = await by.call('POST', `/V1/staff/customers/${JOHN}/token`, { switch: true, confirm: true });
  return api.with(body['token']);
}

interface CartBody {
  version: number;
  lines: { id: string }[];
}

async function filledCart(): Promise<CartBody> {
  await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 });
  return (await john.call('GET', '/V1/carts/mine')).body as unknown as CartBody;
}

async function orderBody(): Promise<object> {
  const { version, totals, addresses } = (await john.call('GET', '/V1/checkout?shippingMethod=standard')).body as unknown as { version: number; totals: { total: { amount: string } }; addresses: { id: string }[] };
  return { version, expectedTotal: totals.total.amount, shippingMethod: 'standard', paymentMethod: 'on-account', addressId: addresses[0]?.id };
}

type Act = () => Promise<() => Promise<ApiAnswer>>;

/** What staff do in a context, ready to be sent. */
const ACTS: Record<string, Act> = {
  'setting a price': async () => {
    const { version, lines } = await filledCart();
    return () => john.call('PUT', `/V1/carts/mine/items/${lines[0]?.id ?? ''}/price`, { version, price: '80.00' });
  },
  'adding a line': async () => () => john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1002', quantity: 1 }),
  'placing the order': async () => {
    await filledCart();
    const order = await orderBody();
    return () => john.call('POST', '/V1/orders', order, { 'idempotency-key': crypto.randomUUID() });
  },
};

const UNDER_WAY = `select count(*)::int as n from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`;

/** Sends, and lets something commit after the request was let in and before it can write anything down. */
async function meanwhile(send: () => Promise<ApiAnswer>, change: string): Promise<ApiAnswer> {
  const holder = await shop.database.owner.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from assist_session where ended_at is null for update');
    const answer = send();
    await expect.poll(async () => (await shop.rows<{ n: number }>(UNDER_WAY))[0]?.n).toBeGreaterThan(0);
    await shop.rows(change);
    await holder.query('commit');
    return await answer;
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

const state = () => shop.rows<{ lines: unknown; version: number; orders: number }>(
  `select k.version, k.status, (select jsonb_agg(jsonb_build_object('sku', l.product_id, 'quantity', l.quantity, 'price', l.override_minor)) from cart_line l where l.cart_id = k.id) as lines,
     (select count(*)::int from purchase p where p.customer_id = k.customer_id) as orders from cart k where k.customer_id = $1 order by k.changed_at desc limit 1`, [JOHN]);

const entries = async (): Promise<number> => (await shop.rows<{ n: number }>(`select count(*)::int as n from audit_entry where action in ('set-price', 'add-line', 'place') and subject_id = $1`, [JOHN]))[0]?.n ?? 0;

const MOVES: [what: string, change: string, undo: string, reason: string][] = [
  ['the customer withdraws', `update consent set answer = 'refused' where customer_id = ${JOHN} and superseded_at is null`, `update consent set answer = 'given' where customer_id = ${JOHN} and superseded_at is null`, 'consent-withdrawn'],
  ['the customer is blocked', `update customer set status = 'blocked' where id = ${JOHN}`, `update customer set status = 'active' where id = ${JOHN}`, 'customer-blocked'],
  ['the assignment goes', `update customer_staff set staff_id = ${MAX} where customer_id = ${JOHN}`, `update customer_staff set staff_id = ${ME} where customer_id = ${JOHN}`, 'assignment-lost'],
  ['the role loses the right', `delete from role_resource where resource = 'customers.login-as-customer.login' and role_id = (select role_id from staff where id = ${ME})`, `insert into role_resource select role_id, 'customers.login-as-customer.login' from staff where id = ${ME}`, 'permission-lost'],
  ['the store is taken away', `delete from staff_store where staff_id = ${ME}`, `insert into staff_store values (${ME}, 1)`, 'store-lost'],
  ['the store is switched off', 'update store set active = false where id = 1', 'update store set active = true where id = 1', 'store-unavailable'],
  ['the feature is switched off', `insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/enabled', 'default', 0, to_jsonb('no'::text), now())`, `delete from setting_value where path = 'assist/enabled'`, 'feature-off'],
];

/** What was let in before the change does nothing after it, and the context is over for the reason of the change. */
async function expectNothingDone(act: string, { change, undo, reason }: { change: string; undo: string; reason: string }): Promise<void> {
  const send = await ACTS[act]?.();
  if (send === undefined) throw new Error('No such act');
  const before = await state();
  try {
    expect(await meanwhile(send, change)).toMatchObject({ status: 401, body: { code: 'assist-session-over' } });
    expect(await state()).toEqual(before);
    expect(await shop.rows(`select end_reason from assist_session s where actor_id = ${ME} order by started_at desc limit 1`)).toEqual([{ end_reason: reason }]);
  } finally {
    await shop.rows(undo);
  }
}

describe('B9: between the look and the act there is no gap', () => {
  it.each(MOVES)('%s while a price is being set: nothing is done, and the context is over for that reason', async (_what, change, undo, reason) => {
    await expectNothingDone('setting a price', { change, undo, reason });
  });

  // An order holds the customer's row from its first statement on: a withdrawal waits for it and comes after.
  it.each([
    ['adding a line', 'the customer withdraws'], ['placing the order', 'the feature is switched off'], ['placing the order', 'the role loses the right'],
  ])('%s while %s: nothing is done', async (what, meanwhileThat) => {
    const [, change, undo, reason] = MOVES.find(([move]) => move === meanwhileThat) ?? ['', '', '', ''];
    await expectNothingDone(what, { change, undo, reason });
  });

  it('B17, C1: what became smaller meanwhile is refused with its reason, and the context goes on', async () => {
    const send = await ACTS['setting a price']?.();
    if (send === undefined) throw new Error('No such act');
    const before = await state();
    try {
      expect(await meanwhile(send, `update staff set can_edit_item_price = false where id = ${ME}`)).toMatchObject({ status: 403, body: { code: 'actor-may-not-edit-price' } });
      expect(await state()).toEqual(before);
      expect(await meanwhile(send, `update consent set scope = 'view' where customer_id = ${JOHN} and superseded_at is null`)).toMatchObject({ status: 403 });
      expect((await john.call('GET', '/V1/me')).status).toBe(200);
    } finally {
      await shop.rows(`update staff set can_edit_item_price = true where id = ${ME}; update consent set scope = 'full' where customer_id = ${JOHN} and superseded_at is null`);
    }
  });

  it.each(Object.keys(ACTS))('a change that takes nothing away costs %s nothing: it is judged anew, and done once', async (what) => {
    const send = await ACTS[what]?.();
    if (send === undefined) throw new Error('No such act');
    const before = await entries();
    expect((await meanwhile(send, `update staff set max_discount_basis_points = max_discount_basis_points where id = ${ME}; update store set active = active; update setting_epoch set epoch = epoch + 1`)).status).toBeLessThan(300);
    expect(await entries()).toBe(before + 1);
  });
});

describe('two at once', () => {
  it('B6, K03: leaving and placing at the same moment gives an order that names the session, or none', async () => {
    for (let round = 0; round < 4; round += 1) {
      await filledCart();
      const order = await orderBody();
      const [placed, left] = await Promise.all([
        john.call('POST', '/V1/orders', order, { 'idempotency-key': `leaving-round-${round}` }),
        john.call('DELETE', `/V1/staff/customers/${JOHN}/token`),
      ]);
      expect(left.status).toBe(204);
      if (placed.status === 201) {
        const [row] = await shop.rows<{ channel: string; actor: string | null }>('select channel, actor_id::text as actor from purchase where number = $1', [placed.body['number']]);
        expect(row).toMatchObject({ channel: 'assisted', actor: expect.stringMatching(/^\d+$/) as unknown });
      } else expect([placed.status, placed.body['code']]).toEqual([401, 'assist-session-over']);
      john = await inside(sarah);
    }
  });

  it('D9, K05: placing twice at once, and again after a time-out, makes one order', async () => {
    await filledCart();
    const order = await orderBody();
    const place = (): Promise<ApiAnswer> => john.call('POST', '/V1/orders', order, { 'idempotency-key': 'placing-twice' });
    const answers = [...(await Promise.all([place(), place(), place()])), await place()];
    expect(new Set(answers.map(({ body }) => body['number'] ?? body['code'])).size).toBe(1);
    expect(answers[0]?.body['code']).toBeUndefined();
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  });

  it('K07: a start while the account is being closed comes before it or not at all, and lives on in neither case', async () => {
    const admin = await staff(STAFF.admin);
    const [me] = await shop.rows<{ id: string }>(`select ${ME}::text as id`);
    for (let round = 0; round < 3; round += 1) {
      const [closed, started] = await Promise.all([admin.call('DELETE', `/V1/staff/${me?.id ?? ''}`), sarah.call('POST', `/V1/staff/customers/${JOHN}/token`, { switch: true })]);
      expect(closed.status).toBe(200);
      expect(await shop.rows(`select 1 from assist_session where actor_id = ${ME} and ended_at is null`)).toEqual([]);
      if (started.status === 201) expect((await api.with(started.body['token']).call('GET', '/V1/me')).status).toBe(401);
      else expect([401, 403, 409]).toContain(started.status);
      await shop.rows(`update staff set active = true where id = ${ME}`);
      sarah = await staff(STAFF.sarah);
    }
  });

  it('C7, K09: of six prices at once on one version one is set, and the record’s last is the one that stands', async () => {
    const { version, lines } = await filledCart();
    const prices = ['80.00', '81.00', '82.00', '83.00', '84.00', '85.00'];
    const answers = await Promise.all(prices.map((price) => john.call('PUT', `/V1/carts/mine/items/${lines[0]?.id ?? ''}/price`, { version, price })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5);
    const [stands] = await shop.rows<{ minor: string }>('select override_minor::text as minor from cart_line where id = $1', [lines[0]?.id]);
    const [last] = await shop.rows<{ after: string }>(
      `select (split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'after' as after from audit_entry where action = 'set-price' and result = 'done' order by id desc limit 1`);
    expect(last?.after).toBe(stands?.minor);
    expect((await john.call('GET', '/V1/carts/mine')).body['version']).toBe(version + 1);
  });
});

/** Of Sarah's newest two, the newest first. */
const lastEnds = async (): Promise<(string | null)[]> =>
  (await shop.rows<{ end_reason: string | null }>(`select end_reason from assist_session where actor_id = ${ME} order by started_at desc limit 2`)).map((row) => row.end_reason);

describe('B7, F18: what is over asks nobody to switch', () => {
  it('a context past its hard limit ends with that reason when the next begins, not as a switch', async () => {
    for (let minutes = 0; minutes <= 480; minutes += 10) {
      shop.clock.advance(600);
      await sarah.call('GET', '/V1/staff/customers');
    }
    expect((await sarah.call('POST', `/V1/staff/customers/${JOHN}/token`, {})).status).toBe(201);
    expect(await lastEnds()).toEqual([null, 'hard-limit']);
  });

  it('a staff session that went idle with its lost cookie lets its owner start again at once, and both ends say idle', async () => {
    shop.clock.advance(901);
    const again = await staff(STAFF.sarah);
    const started = await again.call('POST', `/V1/staff/customers/${JOHN}/token`, {});
    expect([started.status, started.body['code']]).toEqual([201, undefined]);
    expect(await lastEnds()).toEqual([null, 'idle']);
    const [sessions] = await shop.rows<{ n: number }>(`select count(*)::int as n from staff_session where staff_id = ${ME} and end_reason = 'idle'`);
    expect(sessions?.n).toBeGreaterThan(0);
  });

  it('a context whose consent is withdrawn ends with that, when its actor enters another customer', async () => {
    await shop.rows(`update consent set answer = 'refused' where customer_id = ${JOHN} and superseded_at is null`);
    try {
      const [other] = await shop.rows<{ id: string }>(
        `select c.id::text from customer c join customer_staff cs on cs.customer_id = c.id and cs.staff_id = ${ME} join consent k on k.customer_id = c.id and k.superseded_at is null and k.answer = 'given' and k.valid_until is null
          where c.id <> ${JOHN} and c.status = 'active' and c.confirmed_at is not null and c.store_id = 1 order by c.id limit 1`);
      expect((await sarah.call('POST', `/V1/staff/customers/${other?.id ?? ''}/token`, {})).status).toBe(201);
      expect(await lastEnds()).toEqual([null, 'consent-withdrawn']);
    } finally {
      await shop.rows(`update consent set answer = 'given' where customer_id = ${JOHN} and superseded_at is null`);
    }
  });
});
