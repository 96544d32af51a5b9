// Many who order at once (issue 5): real requests to the real server, real locks, no sleep.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { giveCarts, openRacers, place, placeAll, readyToPlace, type PlaceAnswer, type Racer } from '../testing/racers.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
afterEach(async () => {
  await expectInvariants(shop);
  if ((await count('select deadlocks::int as n from pg_stat_database where datname = current_database()')) > 0) throw new Error('Somebody waited in a circle');
});

async function count(sql: string, params: unknown[] = []): Promise<number> {
  const [row] = await shop.rows<{ n: number }>(sql, params);
  return row?.n ?? -1;
}

const stockOf = (sku: string): Promise<number> => count('select stock as n from product where sku = $1', [sku]);
const setStock = (sku: string, stock: number): Promise<unknown> => shop.rows('update product set stock = $2 where sku = $1', [sku, stock]);
const ids = (racers: readonly Racer[]): string[] => racers.map(({ customerId }) => customerId);
const placed = (answers: readonly PlaceAnswer[]): PlaceAnswer[] => answers.filter(({ status }) => status === 303);

const numberOf = (answer: PlaceAnswer | undefined): string => answer?.location.split('/').at(-1) ?? '';

/** Entries of placing by these customers, by result and codes. */
async function placing(racers: readonly Racer[]): Promise<Record<string, number>> {
  const rows = await shop.rows<{ said: string; n: number }>(
    `select e.result || coalesce(' ' || (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb->'codes'->>0), '') as said, count(*)::int as n
     from audit_entry e where e.action_group = 'order' and e.action = 'place' and e.subject_id = any ($1::bigint[]) group by 1`, [ids(racers)]);
  return Object.fromEntries(rows.map(({ said, n }) => [said, n]));
}

const OF_THEIRS = 'customer_id = any ($1::bigint[])';
const carts = (racers: readonly Racer[], status: string): Promise<number> =>
  count(`select count(*)::int as n from cart k where ${OF_THEIRS} and status = $2 and (status = 'ordered' or (version = 1 and (select count(*) from cart_line l where l.cart_id = k.id) = 1))`, [ids(racers), status]);
const orders = (racers: readonly Racer[]): Promise<number> => count(`select count(*)::int as n from purchase where ${OF_THEIRS}`, [ids(racers)]);

describe('200 checkouts at once of a product with 50 in stock', () => {
  let racers: Racer[];
  beforeAll(async () => {
    racers = await openRacers(shop, 'crowd', 200);
    await giveCarts(shop, racers, { skus: ['SKU-1001'] });
    await setStock('SKU-1001', 50);
  });

  it('D9, G1: 50 orders, stock 0 and no other outcome: the others are told what is missing, and keep their carts', async () => {
    const ready = await Promise.all(racers.map(({ browser }) => readyToPlace(browser)));
    const answers = await placeAll(ready);
    const refused = answers.filter(({ status }) => status === 422);
    expect([placed(answers).length, refused.length]).toEqual([50, 150]);
    expect(new Set(placed(answers).map(({ location }) => location)).size).toBe(50);
    for (const { html } of refused) expect(html).toContain('Not enough pieces of SKU-1001: 0 in stock, 1 wanted.');
    expect(await stockOf('SKU-1001')).toBe(0);
    expect(await orders(racers)).toBe(50);
    expect(await placing(racers)).toEqual({ done: 50, 'refused out-of-stock': 150 });
    expect([await carts(racers, 'ordered'), await carts(racers, 'open')]).toEqual([50, 150]);
    expect(await count(`select count(*)::int as n from mail where template = 'order-confirmation' and subject_id = any ($1::bigint[])`, [ids(racers)])).toBe(50);
  });

  it('D9: who was refused orders with the same key once there is stock again', async () => {
    await setStock('SKU-1001', 1000);
    const open = await shop.rows<{ id: string }>(`select customer_id::text as id from cart where status = 'open' and ${OF_THEIRS} order by 1 limit 1`, [ids(racers)]);
    const racer = racers.find(({ customerId }) => customerId === open[0]?.id);
    const again = await place(await readyToPlace(racer?.browser ?? shop.browser()));
    expect(again.location).toMatch(/\/checkout\/placed\/\d+$/);
  });
});

const WAITING = 'select count(*)::int as n from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())';

/** Lets nobody have any of these products until as many wait for them as can: then they run for them all at once. */
async function heldUp<T>(skus: readonly string[], act: () => Promise<T>): Promise<T> {
  const holder = await shop.database.owner.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from product where sku = any ($1) for update', [skus]);
    const done = act();
    await expect.poll(() => count(WAITING)).toBeGreaterThanOrEqual(8);
    await holder.query('rollback');
    return await done;
  } finally {
    holder.release();
  }
}

describe('two scarce products', () => {
  it('in carts filled in opposite order, while orders of both are cancelled: no deadlock, and every piece is somewhere', async () => {
    const [forth, back, early] = [await openRacers(shop, 'forth', 30), await openRacers(shop, 'back', 30), await openRacers(shop, 'early', 6)];
    await giveCarts(shop, [...forth, ...early], { skus: ['SKU-1002', 'SKU-1024'] });
    await giveCarts(shop, back, { skus: ['SKU-1024', 'SKU-1002'] });
    await setStock('SKU-1002', 18);
    await setStock('SKU-1024', 24);
    const first = await placeAll(await Promise.all(early.map(({ browser }) => readyToPlace(browser))));
    expect(placed(first)).toHaveLength(6);
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    await admin.get(`/admin/orders/${numberOf(first[0])}`);
    const cancel = (answer: PlaceAnswer): Promise<Response> =>
      admin.raw(`/admin/orders/${numberOf(answer)}/cancel`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: admin.formToken }) });
    const ready = await Promise.all([...forth, ...back].map(({ browser }) => readyToPlace(browser)));
    const [answers, cancelled] = await heldUp(['SKU-1002', 'SKU-1024'], () => Promise.all([placeAll(ready), Promise.all(first.map(cancel))]));
    expect(cancelled.map(({ status }) => status)).toEqual(first.map(() => 303));
    const sold = placed(answers).length;
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(60 - sold);
    // What the six gave back may have come in time for some.
    expect(sold).toBeGreaterThanOrEqual(12);
    expect([await stockOf('SKU-1002'), await stockOf('SKU-1024')]).toEqual([18 - sold, 24 - sold]);
    expect(await placing([...forth, ...back])).toEqual({ done: sold, 'refused out-of-stock': 60 - sold });
  });
});

describe('the same cart twice', () => {
  it('C7, D9: placed by the customer and by the clerk inside at once is one order, and the other is told its number', async () => {
    const [sarah, john] = [shop.browser(), shop.browser()];
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    await logInAsCustomer(john, 'john.doe@customer.example');
    const before = await stockOf('SKU-1001');
    const answers = await placeAll([await readyToPlace(sarah), await readyToPlace(john)]);
    const [winner] = placed(answers);
    expect(placed(answers)).toHaveLength(1);
    const number = numberOf(winner);
    const loser = answers.find(({ status }) => status !== 303);
    expect(loser?.status).toBe(409);
    expect(loser?.html).toContain(`This cart was ordered meanwhile, as order ${number}.`);
    expect(await stockOf('SKU-1001')).toBe(before - 2);
    expect(await count(`select count(*)::int as n from purchase p join cart k on k.id = p.cart_id where k.customer_id = 1001 and p.number >= $1`, [number])).toBe(1);
    await sarah.post('/assist/exit');
  });

  it('D9: in two tabs, by a double click and by a retry is one order; the same key for something else is refused', async () => {
    const [racer] = await openRacers(shop, 'tabs', 1);
    if (racer === undefined) throw new Error('There is nobody');
    await giveCarts(shop, [racer], { skus: ['SKU-1001'] });
    const [one, other] = [await readyToPlace(racer.browser), await readyToPlace(racer.browser)];
    const answers = await placeAll([one, one, other, one, other]);
    const numbers = new Set(placed(answers).map(({ location }) => location));
    expect(numbers.size).toBe(1);
    expect(await orders([racer])).toBe(1);
    const winning = (await shop.rows<{ key: string }>(`select checkout_key as key from purchase where ${OF_THEIRS}`, [ids([racer])]))[0]?.key;
    const [won, lost] = winning === one.fields['key'] ? [one, other] : [other, one];
    expect((await place(won)).location).toBe([...numbers][0]);
    expect((await place(lost)).html).toContain('This cart was ordered meanwhile');
    const otherwise = await place({ ...won, fields: { ...won.fields, comment: 'And a ribbon around it' } });
    expect(otherwise.status).not.toBe(303);
    expect(await placing([racer])).toMatchObject({ done: 1, 'refused idempotency-key-reused': 1 });
    expect(await orders([racer])).toBe(1);
  });
});
