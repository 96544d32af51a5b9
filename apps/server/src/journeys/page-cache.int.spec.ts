import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

const PRODUCT = '/p/drill-driver-18v-60';

let shop: DemoShop;
let sarah: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john);
});
afterAll(() => shop.close());

const cacheOf = async (browser: TestBrowser, path: string): Promise<string | null> => (await browser.get(path)).headers.get('onbehalf-cache');

/** Until the job has told; it is the only thing here that is not there at once. */
async function soon(holds: () => Promise<boolean>): Promise<boolean> {
  for (let n = 0; n < 100; n += 1) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

const renameTools = (name: string): Promise<object[]> => shop.rows(`update category set name = jsonb_set(name, '{en}', to_jsonb($1::text)) where code = (select code from category order by position limit 1)`, [name]);

async function setPageCacheDisabled(value: 'Yes' | 'No'): Promise<void> {
  const admin = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
  const { url } = await admin.get('/admin/configuration?search=page+cache');
  expect(url).toContain('search');
  await admin.post('/admin/configuration/search', { scope: 'default', search: 'page cache', 'value:assist/page_cache_disabled': value === 'Yes' ? '1' : '0' });
}

describe('B14: pages of the anonymous shop', () => {
  it('are built once and then come from the cache, with the same words', async () => {
    const guest = shop.browser();
    const first = await guest.get(PRODUCT);
    const second = await shop.browser().get(PRODUCT);
    expect([first.headers.get('onbehalf-cache'), second.headers.get('onbehalf-cache')]).toEqual(['miss', 'hit']);
    expect(second.html).toBe(first.html);
    expect(second.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('let a guest’s form through that came from the cache', async () => {
    const guest = shop.browser();
    await guest.get(PRODUCT);
    const answered = await guest.post('/account/login', { email: 'nobody@customer.example', password: 'wrong-password' });
    expect(answered.text).not.toContain('This form has expired');
  });

  it('are kept apart by store view and by what is asked for', async () => {
    await cacheOf(shop.browser(), '/search?q=drill');
    expect(await cacheOf(shop.browser(), '/search?q=drill')).toBe('hit');
    expect(await cacheOf(shop.browser(), '/search?q=saw')).toBe('miss');
    expect(await cacheOf(shop.browser(), '/de/search?q=drill')).toBe('miss');
  });

  it('hold no refusal: a page that isn’t there is asked for again', async () => {
    await shop.browser().get('/p/no-such-product');
    expect((await shop.browser().get('/p/no-such-product')).status).toBe(404);
    expect(await cacheOf(shop.browser(), '/p/no-such-product')).not.toBe('hit');
  });

  it('are built anew after an order took from the stock they show', async () => {
    const [stocked] = await shop.rows<{ slug: string }>(`select slug from product where sku = 'SKU-1001'`);
    const path = `/p/${stocked?.slug ?? ''}`;
    await cacheOf(shop.browser(), path);
    expect(await cacheOf(shop.browser(), path)).toBe('hit');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    await john.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    const { html } = await john.get('/checkout');
    const { url } = await john.post('/checkout/place', {
      version: hidden(html, 'version'), key: hidden(html, 'key'), expectedTotal: hidden(html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '', shipping: 'standard', payment: 'on-account',
    });
    expect(url).toContain('/checkout/placed/');
    expect(await soon(async () => (await cacheOf(shop.browser(), path)) === 'miss')).toBe(true);
  });
});

describe('B14: news of changes', () => {
  it('K2: is heard again after the connection broke, and what may have changed meanwhile is built anew', async () => {
    await cacheOf(shop.browser(), '/search?q=ladder');
    expect(await cacheOf(shop.browser(), '/search?q=ladder')).toBe('hit');
    // As the application, whose connection it is: the owner doesn't see what another role runs.
    const { rowCount } = await shop.database.app.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen onbehalf_pages'`);
    expect(rowCount).toBe(1);
    expect(await soon(async () => (await cacheOf(shop.browser(), '/search?q=ladder')) === 'miss')).toBe(true);
    expect(await soon(async () => (await cacheOf(shop.browser(), '/search?q=ladder')) === 'hit')).toBe(true);
    await shop.rows(`select graphile_worker.add_job('forget-pages', '{"tags": ["*"]}'::json)`);
    expect(await soon(async () => (await cacheOf(shop.browser(), '/search?q=ladder')) === 'miss')).toBe(true);
  });
});

describe('B14: an assist session and a customer', () => {
  it('get no page from the cache, and their pages never get into it', async () => {
    const path = '/search?q=gloves';
    const inside = await sarah.get(path);
    expect([inside.headers.get('onbehalf-cache'), inside.headers.get('cache-control')]).toEqual(['fresh', 'private, no-store']);
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect(await cacheOf(john, path)).toBeNull();
    const guest = await shop.browser().get(path);
    expect(guest.headers.get('onbehalf-cache')).toBe('miss');
    expect(guest.html).not.toContain('John Doe');
    expect(await cacheOf(sarah, path)).toBe('fresh');
  });

  it('B9: an assist session that is over reads so, and not a guest’s cached page', async () => {
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    await enter(max, CUSTOMER.john, { confirm: '1' });
    await shop.browser().get('/');
    await shop.rows(`update assist_session set ended_at = now(), end_reason = 'exit' where actor_id = (select id from staff where email = $1) and ended_at is null`, [STAFF.max]);
    expect((await max.get('/')).text).toContain('Assist session ended');
  });

  it('assist/page_cache_disabled: Yes shows them what is true now, No may show the frame of the catalogue as it was a moment ago', async () => {
    await shop.browser().get('/search?q=frame-now');
    await renameTools('Renamed behind the cache');
    // Nobody was told: guests still read the old name from the fragment.
    expect((await shop.browser().get('/search?q=frame-next')).text).not.toContain('Renamed behind the cache');
    expect((await sarah.get('/search?q=frame-now')).text).toContain('Renamed behind the cache');

    await setPageCacheDisabled('No');
    await soon(async () => (await sarah.get('/')).headers.get('onbehalf-cache') === 'fragments');
    expect(await soon(async () => (await shop.browser().get('/')).text.includes('Renamed behind the cache'))).toBe(true);
    await shop.browser().get('/search?q=frame-again');
    await renameTools('Renamed once more');
    const page = await sarah.get('/search?q=frame-again');
    expect([page.headers.get('onbehalf-cache'), page.headers.get('cache-control')]).toEqual(['fragments', 'private, no-store']);
    expect(page.text).not.toContain('Renamed once more');
    expect(page.text).toContain('John Doe');
    await setPageCacheDisabled('Yes');
    expect((await sarah.get('/search?q=frame-again')).text).toContain('Renamed once more');
  });
});
