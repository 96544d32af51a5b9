import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseEnvironment, openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, logInAsStaff } from '../testing/people.ts';
import { TestBrowser } from '../testing/test-browser.ts';

const MAIN = path.resolve(import.meta.dirname, '../main.ts');

let shop: DemoShop;
const started: ChildProcess[] = [];
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await shop.close();
});

/** A server process of its own on the same database; it kills itself at the fail point. */
async function startProcess(failPoint: string): Promise<{ origin: string; gone: Promise<unknown> }> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, ...databaseEnvironment(shop.database), PORT: '0', ONBEHALF_SECRET: 'a-secret-for-tests-only-0123456789abcdef', ONBEHALF_FAIL_POINT: failPoint },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const gone = once(child, 'exit');
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const origin = /(http:\/\/[a-z0-9.[\]:]+:\d+)/.exec(said)?.[1];
    if (origin !== undefined) return { origin, gone };
  }
  throw new Error(`The server did not start: ${said}`);
}

interface Pending {
  browser: TestBrowser;
  fields: Record<string, string>;
}

async function readyToPlace(origin: string): Promise<Pending> {
  const browser = new TestBrowser(origin);
  await logInAsStaff(browser, STAFF.sarah);
  await enter(browser, CUSTOMER.john, { switch: '1' });
  await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
  const { html } = await browser.get('/checkout');
  const address = /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '';
  return { browser, fields: { version: hidden(html, 'version'), key: hidden(html, 'key'), expectedTotal: hidden(html, 'expectedTotal'), address, shipping: 'standard', payment: 'on-account' } };
}

async function ordersWith(key: string): Promise<{ number: string; entries: number; mails: number }[]> {
  return shop.rows(
    `select p.number, (select count(*)::int from audit_entry e where e.action_group = 'order' and e.action = 'place' and e.object_id = p.number) as entries,
      (select count(*)::int from mail m where m.params->>'order' = p.number) as mails from purchase p where p.checkout_key = $1`, [key]);
}

/** The same browser at another process: cookies belong to the host, not to the process (K2). */
function movedTo(origin: string, pending: Pending): TestBrowser {
  const moved = new TestBrowser(origin);
  for (const [name, value] of pending.browser.cookies) moved.cookies.set(name, value);
  return moved;
}

describe('F01: kill -9 between placing and answering', () => {
  it.each([
    ['order-recorded', 0],
    ['committed:checkout_onepage_saveorder', 1],
  ] as const)('at %s: one order with its entry and mails, or none of them; a retry gives that order', async (failPoint, ordersLeft) => {
    const { origin, gone } = await startProcess(failPoint);
    const pending = await readyToPlace(origin);
    const key = pending.fields['key'] ?? '';
    await expect(pending.browser.post('/checkout/place', pending.fields)).rejects.toThrow('fetch failed');
    await gone;
    const left = await ordersWith(key);
    expect(left).toHaveLength(ordersLeft);
    for (const order of left) expect(order).toMatchObject({ entries: 1, mails: 2 });

    const again = movedTo(shop.server.origin, pending);
    await again.get('/account');
    const placed = await again.post('/checkout/place', pending.fields);
    expect(placed.url).toMatch(/^\/checkout\/placed\/\d+$/);
    const orders = await ordersWith(key);
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ entries: 1, mails: 2 });
    expect(placed.url).toContain(orders[0]?.number ?? 'none');
    const [live] = await shop.rows<{ n: number }>('select count(*)::int as n from assist_session where ended_at is null');
    expect(live?.n).toBe(1);
  });
});

describe('D9: placing twice', () => {
  it('ten at once with one key make one order', async () => {
    const pending = await readyToPlace(shop.server.origin);
    const body = new URLSearchParams({ _csrf: pending.browser.formToken, ...pending.fields });
    const answers = await Promise.all(Array.from({ length: 10 }, () => pending.browser.raw('/checkout/place', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body })));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
    const orders = await ordersWith(pending.fields['key'] ?? '');
    expect(orders).toEqual([expect.objectContaining({ entries: 1, mails: 2 })]);
  });
});
