import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { endEverySession, expectInvariants } from '../testing/invariants.ts';
import { startMortal, type MortalProcess } from '../testing/mortal-process.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { place, placeAll, readyToPlace, type ReadyToPlace } from '../testing/racers.ts';
import { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
const started: MortalProcess[] = [];
beforeAll(async () => {
  shop = await openDemoShop();
});
afterEach(async () => {
  await expectInvariants(shop);
  await endEverySession(shop);
});
afterAll(async () => {
  for (const one of started) one.end();
  await shop.close();
});

const WHO: Readonly<Record<string, (browser: TestBrowser) => Promise<unknown>>> = {
  'a clerk inside': async (browser) => {
    await logInAsStaff(browser, STAFF.sarah);
    await enter(browser, CUSTOMER.john, { switch: '1' });
  },
  'the customer': (browser) => logInAsCustomer(browser, 'john.doe@customer.example'),
};

async function readyAs(who: string, origin: string): Promise<ReadyToPlace> {
  const browser = new TestBrowser(origin);
  await WHO[who]?.(browser);
  await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
  return readyToPlace(browser);
}

interface Left {
  number: string;
  entries: number;
  mails: number;
  jobs: number;
  commissions: number;
}

/** What there is of the order with this key; nothing at all, or all of it once. */
async function ordersWith(key: string | undefined): Promise<Left[]> {
  return shop.rows<Left>(
    `select p.number, (select count(*)::int from audit_entry e where e.action_group = 'order' and e.action = 'place' and e.result = 'done' and e.object_id = p.number) as entries,
      (select count(*)::int from mail m where m.params->>'order' = p.number) as mails,
      (select count(*)::int from mail m join graphile_worker._private_jobs j on j.key = 'mail:' || m.id where m.params->>'order' = p.number and m.sent_at is null) +
      (select count(*)::int from mail m where m.params->>'order' = p.number and m.sent_at is not null) as jobs,
      (select count(*)::int from commission_line c where c.purchase_id = p.id) as commissions from purchase p where p.checkout_key = $1`, [key]);
}

async function stock(): Promise<number> {
  const [row] = await shop.rows<{ stock: number }>(`select stock from product where sku = 'SKU-1001'`);
  return row?.stock ?? -1;
}

/** The same browser at another process: cookies belong to the host, not to the process (K2). */
function movedTo(origin: string, { browser, fields }: ReadyToPlace): ReadyToPlace {
  const moved = new TestBrowser(origin);
  for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
  return { browser: moved, fields };
}

const ALL_OF_IT: Readonly<Record<string, Partial<Left>>> = {
  'a clerk inside': { entries: 1, mails: 2, jobs: 2, commissions: 1 },
  'the customer': { entries: 1, mails: 1, jobs: 1, commissions: 0 },
};

describe('F01, D9: kill -9 while an order is placed', () => {
  it.each([
    ['a clerk inside', 'after:shop-checkout', 'cart and stock are locked', 0],
    ['a clerk inside', 'after:shop-record-order', 'the order is written, its mails and entry are not', 0],
    ['the customer', 'after:queue-mails-with-entry', 'all is written, nothing committed', 0],
    ['a clerk inside', 'committed:checkout_onepage_saveorder', 'committed, not answered', 1],
    ['the customer', 'committed:checkout_onepage_saveorder', 'committed, not answered', 1],
  ] as const)('by %s, at %s (%s): all of it or nothing is left, and a retry gives that one order', async (who, failPoint, _says, ordersLeft) => {
    const mortal = await startMortal(shop, { failPoint, twoOrigins: false });
    started.push(mortal);
    const pending = await readyAs(who, mortal.store);
    const { key } = pending.fields;
    const before = await stock();
    await expect(place(pending)).rejects.toThrow('fetch failed');
    await mortal.gone();
    expect(await ordersWith(key)).toEqual(Array.from({ length: ordersLeft }, () => expect.objectContaining(ALL_OF_IT[who]) as unknown));
    expect(await stock()).toBe(before - 2 * ordersLeft);

    const again = movedTo(shop.server.origin, pending);
    await again.browser.get('/account');
    const answers = await placeAll([again, again]);
    const orders = await ordersWith(key);
    expect(orders).toEqual([expect.objectContaining(ALL_OF_IT[who])]);
    expect(answers.map(({ location }) => location)).toEqual(answers.map(() => `/checkout/placed/${orders[0]?.number}`));
    expect(await stock()).toBe(before - 2);
  });
});

describe('D9: placing twice', () => {
  it('ten at once with one key make one order', async () => {
    const ready = await readyAs('a clerk inside', shop.server.origin);
    const answers = await placeAll(Array.from({ length: 10 }, () => ready));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await ordersWith(ready.fields['key'])).toEqual([expect.objectContaining(ALL_OF_IT['a clerk inside'])]);
  });
});
