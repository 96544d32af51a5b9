import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSmallShop, type ShopUnderTest } from '../testing/small-shop.ts';
import { commissionByMonth } from './commission-by-month.ts';
import { NO_ORDER_FILTERS, type OrderFilters, type OrderSort } from './listed-orders.ts';
import { orderByNumber } from './order-by-number.ts';
import { allOrders, ordersOf, ordersOwnedBy, ordersOwnedByBatch } from './order-lists.ts';

let under: ShopUnderTest;
let staffId: string;

/** Twelve orders of Anna's, owned by Sam, an hour apart from 2026-01-31 20:00 UTC; one of Ben's that nobody owns. */
const ORDERS = `
with made as (
  insert into purchase (number, checkout_key, customer_id, website_id, store_id, placed_at, status, currency, prices_include_tax,
    subtotal, discount, shipping, tax, total, shipping_method, payment_method, shipping_address, billing_address,
    customer_name, customer_company, customer_email, channel, owner_staff_id, owner_staff_name, commission_basis,
    commission_basis_points, commission)
  select (200000 + n)::text, 'key' || n, case n when 13 then $2::bigint else $1::bigint end, 1, 1,
    timestamptz '2026-01-31 20:00Z' + n * interval '1 hour', case n when 12 then 'cancelled' else 'new' end, case n when 11 then 'EUR' else 'USD' end, false,
    1000 * (n % 4), 0, 0, 0, 1000 * (n % 4), 'standard', 'on-account', '{"name":"A"}', '{"name":"A"}',
    case n when 7 then 'Zoe 100% Small' when 13 then 'Ben Small' else 'Anna Small' end, 'Small & Co', 'anna@customer.example', 'self',
    case n when 13 then null else $3::bigint end, case n when 13 then null else 'Sam Seller' end, 'total-excluding-tax', 500, 50 * (n % 4)
    from generate_series(1, 13) n returning id)
insert into purchase_line (purchase_id, position, product_id, sku, name, image, product_kind, quantity, unit_minor, catalogue_minor,
    tax_basis_points, net, tax, discount, gross, commission_basis_points)
select made.id, l, null, 'SKU-' || l, 'Line ' || l, 'x.svg', 'simple', l, 100, 100, 0, 100 * l, 0, 0, 100 * l, 500 from made, generate_series(1, 2) l`;

/** The ledger as the shop would have written it: placed, earned an hour later, and for the cancelled order nothing. */
const LEDGER = `
insert into commission_line (purchase_id, staff_id, staff_name, at, kind, state, amount)
select p.id, p.owner_staff_id, p.owner_staff_name, p.placed_at + e.later, e.kind, e.state, e.sign * p.commission
  from purchase p, (values ('placed', 'pending', 1, interval '0'), ('earned', 'pending', -1, interval '1 hour'), ('earned', 'earned', 1, interval '1 hour')) as e (kind, state, sign, later)
 where p.owner_staff_id is not null and p.commission > 0 and p.status <> 'cancelled'`;

beforeAll(async () => {
  under = await openSmallShop();
  staffId = under.shop.staff.id;
  await under.owner.read((unit) => unit.query(ORDERS, [under.shop.anna.id, under.shop.ben.id, staffId]));
  await under.owner.read((unit) => unit.query(LEDGER));
  await under.owner.read((unit) => unit.query(`insert into purchase_comment (purchase_id, at, visibility, text)
    select id, placed_at, v, v || ' words' from purchase, unnest(array['private', 'public']) v where number = '200001'`));
});
afterAll(() => under.drop());

const numbers = (orders: readonly { number: string }[]) => orders.map((order) => Number(order.number) - 200000);

const read = (number: string, visibleTo: Parameters<typeof orderByNumber>[2]) => under.app.read((unit) => orderByNumber(unit, number, visibleTo));

describe('one order', () => {
  test('is complete for its owner and an administrator', async () => {
    const complete = {
      ok: true,
      value: {
        number: '200001', storeName: 'US store', commission: { minor: 50n, rateBasisPoints: 500 }, owner: { id: staffId },
        lines: [{ sku: 'SKU-1' }, { sku: 'SKU-2', quantity: 2, grossMinor: 200n }], comments: [{ visibility: 'private' }, { text: 'public words' }],
      },
    };
    expect(await read('200001', 'all')).toMatchObject(complete);
    expect(await read('200001', { ownerStaffId: staffId })).toMatchObject(complete);
  });

  test('shows its customer neither commission nor private words', async () => {
    const result = await read('200001', { customerId: under.shop.anna.id });
    expect(result).toMatchObject({ ok: true, value: { commission: null, assisted: null, owner: null, comments: [{ visibility: 'public' }] } });
    if (result.ok) expect(result.value.comments).toHaveLength(1);
  });

  test("is not found by another customer, by staff who don't own it, or where there is none", async () => {
    const refused = { ok: false, error: { code: 'order-not-found' } };
    expect(await read('200001', { customerId: under.shop.ben.id })).toEqual(refused);
    expect(await read('200013', { ownerStaffId: staffId })).toEqual(refused);
    expect(await read('nothing', 'all')).toEqual(refused);
  });
});

const page = (before: string | null, of = under.shop.anna.id, storeWebsiteId = 1) =>
  under.app.read((unit) => ordersOf(unit, { customerId: of, storeWebsiteId, limit: 5, before }));

describe("a customer's orders", () => {
  test('come newest first, page by page, each once', async () => {
    const first = await page(null);
    const second = await page(first.next);
    const third = await page(second.next);
    expect([first, second, third].map(({ orders }) => numbers(orders))).toEqual([[12, 11, 10, 9, 8], [7, 6, 5, 4, 3], [2, 1]]);
    expect(third.next).toBeNull();
    expect(first.orders[0]).toMatchObject({ pieces: 3, status: 'cancelled', totalMinor: 0n });
  });

  test("are nobody else's, of no other website, and a made-up cursor gives nothing", async () => {
    expect(numbers((await page(null, under.shop.ben.id)).orders)).toEqual([13]);
    expect((await page(null, under.shop.anna.id, 2)).orders).toEqual([]);
    expect((await page("1' or true")).orders).toEqual([]);
    expect((await page('999999')).orders).toEqual([]);
  });
});

const owned = (filters: Partial<OrderFilters> = {}, sort: OrderSort = 'newest', more: { after?: string | null; limit?: number; staffId?: string } = {}) =>
  under.app.read((unit) => ordersOwnedBy(unit, { staffId, filters: { ...NO_ORDER_FILTERS, ...filters }, sort, after: null, limit: 50, ...more }));

describe("a member of staff's orders", () => {
  test('have sums by currency over all pages, cancelled ones left out', async () => {
    const { orders, sums } = await owned({}, 'newest', { limit: 2 });
    expect(numbers(orders)).toEqual([12, 11]);
    expect(sums).toEqual([
      { currency: 'EUR', orders: 1, totalMinor: 3000n, commissionMinor: 150n, earnedMinor: 150n },
      { currency: 'USD', orders: 10, totalMinor: 15000n, commissionMinor: 750n, earnedMinor: 750n },
    ]);
  });

  test.each<[OrderSort, number[]]>([
    ['newest', [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['oldest', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['total', [11, 7, 3, 10, 6, 2, 9, 5, 1, 12, 8, 4]],
    ['commission', [11, 7, 3, 10, 6, 2, 9, 5, 1, 12, 8, 4]],
    ['customer', [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 7]],
  ])('are sorted by %s, the same on one page or on many', async (sort, expected) => {
    const paged: number[] = [];
    let after: string | null = null;
    do {
      const shown = await owned({}, sort, { after, limit: 5 });
      paged.push(...numbers(shown.orders));
      after = shown.next;
    } while (after !== null);
    expect(paged).toEqual(expected);
  });

  test('are found by number, customer, status and time', async () => {
    expect(numbers((await owned({ query: '20000' })).orders)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(numbers((await owned({ query: 'zoe' })).orders)).toEqual([7]);
    expect(numbers((await owned({ query: '100%' })).orders)).toEqual([7]);
    expect(numbers((await owned({ query: '%' })).orders)).toEqual([7]);
    expect(numbers((await owned({ status: 'cancelled' })).orders)).toEqual([12]);
    expect(numbers((await owned({ from: new Date('2026-02-01T01:00:00Z'), to: new Date('2026-02-01T03:00:00Z') })).orders)).toEqual([6, 5]);
  });

  test("never show a colleague's, nor one without an owner", async () => {
    expect(await owned({}, 'newest', { staffId: '999' })).toEqual({ orders: [], next: null, sums: [] });
    expect(numbers((await owned({ query: 'ben' })).orders)).toEqual([]);
  });

  test('come in batches for a CSV, oldest first, each once', async () => {
    const sizes: number[][] = [];
    await under.app.read(async (unit) => {
      for await (const batch of ordersOwnedByBatch(unit, { staffId, filters: NO_ORDER_FILTERS, batch: 5 })) sizes.push(numbers(batch));
    });
    expect(sizes).toEqual([[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], [11, 12]]);
  });
});

const all = (more: { staffId?: string | null; storeId?: number | null }) =>
  under.app.read((unit) => allOrders(unit, { filters: NO_ORDER_FILTERS, sort: 'newest', after: null, limit: 50, staffId: null, storeId: null, ...more }));

test('an administrator sees every order, and narrows by owner and store', async () => {
  expect(numbers((await all({})).orders)).toHaveLength(13);
  expect((await all({})).orders[0]).toMatchObject({ customerName: 'Ben Small', ownerStaffName: null, channel: 'self', storeName: 'US store' });
  expect(numbers((await all({ staffId })).orders)).toHaveLength(12);
  expect(numbers((await all({ storeId: 2 })).orders)).toHaveLength(0);
});

const months = (timeZone: string) => under.app.read((unit) => commissionByMonth(unit, { staffId, since: new Date('2025-01-01'), timeZone }));

test("commission by month is what was earned, and goes by the reader's time zone", async () => {
  expect(await months('UTC')).toEqual([
    { month: '2026-01', currency: 'USD', commissionMinor: 150n },
    { month: '2026-02', currency: 'EUR', commissionMinor: 150n },
    { month: '2026-02', currency: 'USD', commissionMinor: 600n },
  ]);
  expect((await months('America/New_York')).map(({ month, currency }) => [month, currency])).toEqual([['2026-01', 'USD'], ['2026-02', 'EUR'], ['2026-02', 'USD']]);
});
