import { verifyPassword, type Unit } from '@onbehalf/assist';
import { NO_REVERSE_CHARGE, halfUp, shareOf, sumOf } from '@onbehalf/core';
import { unitOfWork } from '@onbehalf/database';
import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { currentConsent, customerByEmail, loadStores, openCart, orderByNumber, priceCart, productsBySku, addLine, type Order } from '@onbehalf/shop';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD, hasDemoAccounts, isEmpty, seedDemo } from './seed-demo.ts';

const NOW = new Date();
let database: TestDatabase;

const read = <T>(act: (unit: Unit) => Promise<T>): Promise<T> => unitOfWork(database.app).read(act);
const query = async <Row>(text: string): Promise<Row[]> => read((unit) => unit.query<Row>(text));
const one = async (text: string): Promise<unknown> => Object.values((await query<object>(text))[0] ?? {})[0];

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(unitOfWork(database.owner), NOW);
});
afterAll(() => database.drop());

describe('the demo shop', () => {
  test('is made once', async () => {
    expect(await seedDemo(unitOfWork(database.owner), NOW)).toBe(false);
    expect(await read(isEmpty)).toBe(false);
    expect(await read(hasDemoAccounts)).toBe(true);
  });

  test('has what DESIGN promises, in number', async () => {
    const [counts] = await query(`select
      (select count(*)::int from website) as websites, (select count(*)::int from store) as stores, (select count(*)::int from category) as categories,
      (select count(*)::int from product where kind <> 'configurable') as products, (select count(*)::int from customer) as customers, (select count(*)::int from staff) as staff,
      (select count(*)::int from staff_group) as groups, (select count(*)::int from customer_group) as "customerGroups",
      (select count(*)::int from purchase) as orders, (select count(*)::int from customer_address where is_default and customer_id is not null) as "defaultAddresses"`);
    expect(counts).toEqual({ websites: 2, stores: 3, categories: 8, products: 60, customers: 300, staff: 12, groups: 3, customerGroups: 4, orders: 260, defaultAddresses: 300 });
  });

  test('has stores at /, /de and /es', async () => {
    const stores = await read(loadStores);
    expect(stores.map(({ id, code, websiteId, base, locale, currency, pricesIncludeTax, country }) => [id, code, websiteId, base, locale, currency, pricesIncludeTax, country])).toEqual([
      [1, 'main', 1, '', 'en', 'USD', false, 'US'],
      [2, 'de', 2, '/de', 'de', 'EUR', true, 'DE'],
      [3, 'es', 2, '/es', 'es', 'EUR', true, 'ES'],
    ]);
  });

  test('gives each of its people the password that is printed', async () => {
    const hashes = await query<{ hash: string }>('select distinct password_hash as hash from (select password_hash from staff union all select password_hash from customer) people');
    expect(await Promise.all(hashes.map(({ hash }) => verifyPassword(hash, DEMO_PASSWORD)))).toEqual([true]);
  });

  test('shows most customers with consent, some without, a few that can’t be entered', async () => {
    const given = Number(await one(`select count(*)::int from consent where superseded_at is null and answer = 'given'`));
    const refused = Number(await one(`select count(*)::int from consent where superseded_at is null and answer = 'refused'`));
    expect(given).toBeGreaterThan(165);
    expect(given).toBeLessThan(200);
    expect(refused).toBeGreaterThan(30);
    const closed = await query<{ status: string }>(`select distinct status from customer union select 'unconfirmed' from customer where confirmed_at is null order by 1`);
    expect(closed.map(({ status }) => status)).toEqual(['active', 'blocked', 'inactive', 'suspended', 'unconfirmed']);
  });
});

const staffOf = async (email: string): Promise<unknown> => (await query(`
  select g.name as "group", r.name as role, r.assist_mode as mode, s.commission_basis_points as commission, can_edit_item_price as edits,
    max_discount_basis_points as limit, order_confirmation_copy as copy, access_all_customers as "all", language,
    (select array_agg(store_id::int order by store_id) from staff_store where staff_id = s.id) as stores,
    (select count(*)::int from customer_staff where staff_id = s.id) as customers
  from staff s join role r on r.id = s.role_id join staff_group g on g.id = s.staff_group_id where s.email = '${email}'`))[0];

describe('the accounts that tests and readers know', () => {
  test('Sarah sells in the US store to forty customers of hers, at 5 %, with no limit on prices', async () => {
    expect(await staffOf('sarah.johnson@staff.example')).toEqual({
      group: 'Sales', role: 'Sales', mode: 'full', commission: 500, edits: true, limit: null, copy: true, all: false, language: 'en', stores: [1], customers: 40,
    });
  });

  test('Max reaches everybody and edits no price', async () => {
    expect(await staffOf('max.keller@staff.example')).toMatchObject({ edits: false, limit: null, all: true, language: 'de', stores: [1, 2, 3] });
  });

  test('Olivia, Vera, Ruth and the administrator have the roles of the guide', async () => {
    expect(await staffOf('olivia.brandt@staff.example')).toMatchObject({ group: 'Customer Service', role: 'Customer Service', mode: 'full', edits: true, all: true });
    expect(await staffOf('vera.novak@staff.example')).toMatchObject({ role: 'View only', mode: 'view', edits: false, all: true });
    expect(await staffOf('ruth.sanders@staff.example')).toMatchObject({ role: 'Team lead', mode: 'full', edits: true, all: true });
    expect(await staffOf('admin@staff.example')).toMatchObject({ role: 'Administrator', mode: 'full', all: true });
    expect(await one(`select array_agg(name order by name) from role where resources_mode = 'all'`)).toEqual(['Administrator']);
  });

  test('nobody in sales reads the orders of all or the configuration', async () => {
    expect(await query(`select r.name from role r join role_resource x on x.role_id = r.id where x.resource in ('sales.orders', 'stores.configuration', 'system.action-logs')`)).toEqual([]);
  });

  test.each([
    { name: 'john.doe', id: '1001', status: 'active', consent: 'given', isSarahs: true },
    { name: 'jane.roe', id: '1002', status: 'active', consent: null, isSarahs: true },
    { name: 'bo.blocked', id: '1003', status: 'blocked', consent: 'given', isSarahs: true },
    { name: 'uma.unassigned', id: '1004', status: 'active', consent: 'given', isSarahs: false },
  ])('$name is customer $id: $status, consent $consent, Sarah’s: $isSarahs', async ({ name, id, status, consent, isSarahs }) => {
    const customer = await read((unit) => customerByEmail(unit, 1, `${name}@customer.example`));
    expect(customer).toMatchObject({ id, status });
    const { current } = await read((unit) => currentConsent(unit, id));
    expect(current?.answer ?? null).toBe(consent);
    if (current !== null) expect(current).toMatchObject({ scope: 'full', wording: expect.stringContaining('They never see or change your password') as unknown });
    expect(await one(`select exists (select from customer_staff cs join staff s on s.id = cs.staff_id where cs.customer_id = ${id} and s.email = 'sarah.johnson@staff.example')`)).toBe(isSarahs);
  });

  test('Uma is somebody else’s', async () => {
    expect(await one('select count(*)::int from customer_staff where customer_id = 1004')).toBe(1);
  });
});

describe('SKU-1001', () => {
  test('costs John 95.00 for two, and offers him every price of the guide', async () => {
    const [store] = await read(loadStores);
    const john = await read((unit) => customerByEmail(unit, 1, 'john.doe@customer.example'));
    if (store === undefined || john === null) throw new Error('The demo has no John');
    const owner = { customerId: john.id, customerGroupId: john.groupId, store, assistSessionId: null, cartKind: 'customer' as const };
    expect((await read((unit) => openCart(unit, owner))).lines).toEqual([]);
    await read((unit) => addLine(unit, owner, { sku: 'SKU-1001', quantity: 2, now: NOW, newId: () => crypto.randomUUID() }));
    const cart = await read((unit) => openCart(unit, owner));
    const { lines: [line] } = priceCart({ cart, store, rule: 'specific', now: NOW, shipping: null, overrideValidForSeconds: 0, minMarginBasisPoints: null, reverseCharge: NO_REVERSE_CHARGE, taxRounding: 'line' });
    expect(line).toMatchObject({ unitMinor: 9500n, catalogueMinor: 9500n });
    const offered = line?.alternatives.map(({ label, minor, fromQuantity }) => [label, minor, fromQuantity]);
    expect(offered).toEqual([['Base Price', 10_000n, 1], ['Customer Price', 9500n, 1], ['Pricelist A', 9000n, 1], ['Volume Price', 8500n, 10]]);
    await database.owner.query('delete from cart where customer_id = $1', [john.id]);
  });

  test('costs a guest 100.00, in Germany 92.00 with tax', async () => {
    const stores = await read(loadStores);
    const prices = await Promise.all(stores.map((store) => read((unit) => productsBySku(unit, { store, customer: null, rule: 'specific', now: NOW, skus: ['SKU-1001'] }))));
    expect(prices.map(([card]) => card?.priceMinor)).toEqual([10_000n, 9200n, 9200n]);
  });
});

describe('past orders', () => {
  let orders: Order[];

  beforeAll(async () => {
    const numbers = await query<{ number: string }>('select number from purchase order by id');
    const found = await read(async (unit) => {
      const whole: Order[] = [];
      for (const { number } of numbers) {
        const order = await orderByNumber(unit, number, 'all');
        if (order.ok) whole.push(order.value);
      }
      return whole;
    });
    orders = found;
  });

  test('add up to the last minor unit', () => {
    expect(orders).toHaveLength(260);
    const wrong = orders.filter(({ lines, totals }) => {
      const goods = sumOf(lines.map(({ unitMinor, quantity }) => unitMinor * BigInt(quantity)));
      const sum = totals.subtotal - totals.discount + totals.shipping + (totals.pricesIncludeTax ? 0n : totals.tax);
      return goods !== totals.subtotal || sum !== totals.total || lines.some(({ netMinor, taxMinor, grossMinor }) => netMinor + taxMinor !== grossMinor);
    });
    expect(wrong.map(({ number }) => number)).toEqual([]);
  });

  test('pay commission half up on goods without tax and shipping, and only where somebody helped', () => {
    const wrong = orders.filter(({ lines, commission, channel }) => {
      if (commission === null) return channel !== 'self';
      return channel !== 'assisted' || commission.minor !== shareOf(sumOf(lines.map(({ netMinor }) => netMinor)), BigInt(commission.rateBasisPoints ?? 0), halfUp);
    });
    expect(wrong.map(({ number }) => number)).toEqual([]);
    expect(orders.filter(({ commission }) => commission !== null && commission.minor > 0n).length).toBeGreaterThan(60);
  });

  test('show edited prices with what they were', () => {
    const edited = orders.flatMap(({ lines }) => lines).filter(({ overrideSource }) => overrideSource !== null);
    expect(edited.length).toBeGreaterThan(15);
    expect(edited.every(({ unitMinor, catalogueMinor }) => unitMinor < catalogueMinor)).toBe(true);
  });

  test('lie in the past, numbered in order, with the customer’s last order noted', async () => {
    expect(orders.filter(({ placedAt }) => placedAt >= NOW)).toEqual([]);
    expect(orders[0]?.number).toBe('100001');
    expect(orders.map(({ placedAt }) => placedAt.getTime())).toEqual(orders.map(({ placedAt }) => placedAt.getTime()).toSorted((a, b) => a - b));
    expect(await query(`select c.id from customer c where c.last_order_at is distinct from (select max(placed_at) from purchase p where p.customer_id = c.id)`)).toEqual([]);
    expect(await query('select from purchase_comment where at > now()')).toEqual([]);
  });
});

describe('past visits', () => {
  test('are over, all of them, and none before it began or after today', async () => {
    expect(await one('select count(*)::int from assist_session where ended_at is null')).toBe(0);
    expect(await one('select count(*)::int from staff_session where ended_at is null')).toBe(0);
    expect(await query(`select s.id from assist_session s join purchase p on p.assist_session_id = s.id
      where not (s.started_at <= p.placed_at and p.placed_at <= s.ended_at and s.ended_at <= '${NOW.toISOString()}')`)).toEqual([]);
  });

  test('lie within one login of the same person, never two at once', async () => {
    expect(await query(`select s.id from assist_session s join staff_session t on t.id = s.staff_session_id
      where t.staff_id <> s.actor_id or s.started_at < t.created_at or s.ended_at > t.ended_at`)).toEqual([]);
    expect(await query(`select a.id from assist_session a join assist_session b on b.actor_id = a.actor_id and b.id <> a.id
      and a.started_at < b.ended_at and b.started_at < a.ended_at`)).toEqual([]);
  });

  test('are on record from start to end, chained without a gap', async () => {
    const [counts] = await query<Record<string, number>>(`select count(*) filter (where action = 'start')::int as starts, count(*) filter (where action = 'end')::int as ends,
      count(*) filter (where action = 'place')::int as orders from audit_entry where assist_session_id is not null`);
    const assisted = await one(`select count(*)::int from purchase where channel = 'assisted'`);
    expect(counts).toEqual({ starts: assisted, ends: assisted, orders: assisted });
    expect(await query(`select stream from (select stream, seq, prev_hash, lag(leaf) over (partition by stream order by seq) as before,
      row_number() over (partition by stream order by seq) as n from audit_entry) e where seq <> n or prev_hash is distinct from before`)).toEqual([]);
    expect(await query(`select from audit_entry where at > '${NOW.toISOString()}'`)).toEqual([]);
  });
});

test('a few carts were left open, none of them John’s', async () => {
  const left = await query<{ customer: string; pieces: number }>(`select k.customer_id::text as customer, sum(l.quantity)::int as pieces from cart k join cart_line l on l.cart_id = k.id
    where k.status = 'open' group by 1 order by 1`);
  expect(left).toHaveLength(4);
  expect(left.map(({ customer }) => Number(customer)).every((id) => id > 1004)).toBe(true);
});

test('the shop is the same on every machine for the same moment', async () => {
  const other = await testDatabase();
  try {
    await seedDemo(unitOfWork(other.owner), NOW);
    const facts = `select md5(string_agg(t::text, '|' order by t::text)) as digest from (
      select number, placed_at, status, total::text, commission::text, assist_session_id::text from purchase
      union all select email, created_at, status, external_id, customer_group_id::text, null from customer) t`;
    const [mine] = (await database.owner.query<{ digest: string }>(facts)).rows;
    const [theirs] = (await other.owner.query<{ digest: string }>(facts)).rows;
    expect(theirs).toEqual(mine);
  } finally {
    await other.drop();
  }
});
