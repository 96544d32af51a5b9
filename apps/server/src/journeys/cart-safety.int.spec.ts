import { sweepSessions } from '@onbehalf/assist';
import { unitOfWork } from '@onbehalf/database/unit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.rows('delete from cart where status = $1', ['open']));
afterEach(() => shop.rows(`delete from setting_value where path = 'assist/session/on_expiry_cart'`));

const PATH = 'assist/session/on_expiry_cart';
const asOnEntry = (scope: 'default' | 'website', scopeId: number) =>
  shop.rows('insert into setting_value (path, scope, scope_id, value, changed_at) values ($1, $2, $3, to_jsonb($4::text), now())', [PATH, scope, scopeId, 'as-on-entry']);

async function inside(): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, STAFF.sarah);
  await enter(browser, CUSTOMER.john, { switch: '1', confirm: '1' });
  await browser.get('/cart');
  return browser;
}

let ownBrowser: TestBrowser | null = null;
async function john(): Promise<TestBrowser> {
  if (ownBrowser === null) {
    ownBrowser = shop.browser();
    await logInAsCustomer(ownBrowser, 'john.doe@customer.example');
  }
  expect((await ownBrowser.get('/account/newsletter')).url).toContain('newsletter');
  return ownBrowser;
}

const add = (browser: TestBrowser, sku: string, quantity: number): Promise<Visit> => browser.post('/cart/lines', { sku, quantity: String(quantity) });
const versionIn = (visit: Visit): string => hidden(visit.html, 'version');

/** The open cart: "2 × SKU-1001" or "2 × SKU-1001 at 8000", in order. */
async function cartNow(): Promise<string[]> {
  const rows = await shop.rows<{ text: string }>(
    `select l.quantity || ' × ' || p.sku || coalesce(' at ' || l.override_minor, '') as text from cart k join cart_line l on l.cart_id = k.id join product p on p.id = l.product_id
      where k.customer_id = $1 and k.status = 'open' order by l.position`, [CUSTOMER.john]);
  return rows.map(({ text }) => text);
}

interface Logged {
  result: string;
  codes: string[];
  detail: Record<string, unknown>;
}

const restores = () => shop.rows<Logged>(
  `select b->>'result' as result, array(select jsonb_array_elements_text(b->'codes')) as codes, b->'detail' as detail
     from (select id, split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb as b from audit_entry where action = 'restore') e order by id desc`);

/** John has two drills; Sarah makes them three, at 80.00, and adds glasses. */
async function changedBySarah(): Promise<TestBrowser> {
  await add(await john(), 'SKU-1001', 2);
  const sarah = await inside();
  await change(sarah);
  return sarah;
}

async function change(sarah: TestBrowser): Promise<Visit> {
  const first = lineIn((await sarah.get('/cart')).html);
  const three = await sarah.post(`/cart/lines/${first.id}`, { version: first.version, quantity: '3' });
  await sarah.post(`/cart/lines/${first.id}/price`, { version: versionIn(three), price: '80.00' });
  return add(sarah, 'SKU-1002', 1);
}

const CHANGED = ['3 × SKU-1001 at 8000', '1 × SKU-1002'];

describe('C8: the cart as it was on entry', () => {
  it('is compared with the cart on exit, in words, and put back from the receipt, once', async () => {
    const sarah = await changedBySarah();
    const receipt = await sarah.post('/assist/exit');
    expect(receipt.url).toContain('/staff?receipt=');
    for (const said of ['The cart since you came in', '(SKU-1001): from 2 to 3', '(SKU-1001): from $95.00 to $80.00', 'Added: 1 ×', 'Restore cart']) expect(receipt.text).toContain(said);
    const [, action = ''] = /action="(\/staff\/receipts\/[^"]*\/restore-cart)"/.exec(receipt.html) ?? [];
    expect(await cartNow()).toEqual(CHANGED);
    const back = await sarah.post(action, { version: versionIn(receipt) });
    expect(back.text).toContain('The cart is as it was on entry.');
    expect(back.text).not.toContain('Restore cart');
    expect(await cartNow()).toEqual(['2 × SKU-1001']);
    const [entry] = await restores();
    expect(entry).toMatchObject({ result: 'done', detail: { before: '3 × SKU-1001 at 80.00 USD, 1 × SKU-1002', after: '2 × SKU-1001', left: [] } });
    const again = await sarah.post(action, { version: versionIn(receipt) });
    expect(again.status).toBe(409);
    expect(await cartNow()).toEqual(['2 × SKU-1001']);
  });

  it('is put back from the cart, inside; prices edited before entry stay as they were given', async () => {
    const before = await changedBySarah();
    await before.post('/assist/exit');
    const sarah = await inside();
    expect((await sarah.get('/cart')).text).not.toContain('Put back as on entry');
    const line = lineIn((await sarah.get('/cart')).html);
    await sarah.post(`/cart/lines/${line.id}/price`, { version: line.version, price: '70.00' });
    const removed = await sarah.post(`/cart/lines/${line.id}/remove`, { version: versionIn(await sarah.get('/cart')) });
    expect(removed.text).toContain('Put back as on entry');
    expect(await cartNow()).toEqual(['1 × SKU-1002']);
    const back = await sarah.post('/cart/restore', { version: versionIn(removed) });
    expect(back.text).toContain('The cart is as it was on entry.');
    expect(await cartNow()).toEqual(CHANGED);
    const [edited] = await shop.rows<{ given_before: boolean }>(
      `select s.ended_at is not null as given_before from cart_line l join assist_session s on s.id = l.override_session_id`);
    expect(edited?.given_before).toBe(true);
    // What is done after it can be put back again.
    const more = await add(sarah, 'SKU-1003', 4);
    expect(more.text).toContain('Put back as on entry');
    await sarah.post('/cart/restore', { version: versionIn(more) });
    expect(await cartNow()).toEqual(CHANGED);
  });

  it('is not put back over a version that was not looked at, nor over what the customer did (cart-changed, cart-changed-by-others)', async () => {
    const sarah = await changedBySarah();
    const old = await sarah.get('/cart');
    await add(sarah, 'SKU-1003', 1);
    const stale = await sarah.post('/cart/restore', { version: versionIn(old) });
    expect(stale.text).toContain('The cart has changed since you opened it.');
    await add(await john(), 'SKU-1003', 1);
    const seen = await sarah.get('/cart');
    expect(seen.text).not.toContain('Put back as on entry');
    const refused = await sarah.post('/cart/restore', { version: versionIn(seen) });
    expect(refused.text).toContain('Somebody else has changed this cart since you came');
    expect(await cartNow()).toEqual([...CHANGED, '2 × SKU-1003']);
    expect((await restores())[0]).toMatchObject({ result: 'refused', codes: ['cart-changed-by-others'] });
    const receipt = await sarah.post('/assist/exit');
    expect(receipt.text).not.toContain('Restore cart');
  });

  it('is not put back after an exit once the customer has changed it, nor without his consent', async () => {
    const sarah = await changedBySarah();
    const receipt = await sarah.post('/assist/exit');
    const [, action = ''] = /action="(\/staff\/receipts\/[^"]*\/restore-cart)"/.exec(receipt.html) ?? [];
    await shop.rows(`update consent set superseded_at = now() where customer_id = $1 and superseded_at is null`, [CUSTOMER.john]);
    expect((await sarah.post(action, { version: versionIn(receipt) })).status).toBe(403);
    await shop.rows('update consent set superseded_at = null where id = (select max(id) from consent where customer_id = $1)', [CUSTOMER.john]);
    await add(await john(), 'SKU-1003', 1);
    await sarah.get('/staff');
    expect((await sarah.post(action, { version: versionIn(receipt) })).text).toContain('The cart has changed since you opened it.');
    expect(await cartNow()).toEqual([...CHANGED, '1 × SKU-1003']);
    // Nobody else's receipt is anybody's to act on.
    const olivia = shop.browser();
    await logInAsStaff(olivia, STAFF.olivia);
    expect((await olivia.post(action, { version: versionIn(receipt) })).status).toBe(404);
  });

  it('is not put back once it was ordered (cart-ordered), and nothing is undone where nothing was done (cart-as-on-entry)', async () => {
    const sarah = await changedBySarah();
    await shop.rows(`update cart set status = 'ordered' where customer_id = $1 and status = 'open'`, [CUSTOMER.john]);
    await add(sarah, 'SKU-1003', 1);
    const ordered = await sarah.post('/cart/restore', { version: versionIn(await sarah.get('/cart')) });
    expect(ordered.text).toContain('The cart was ordered meanwhile.');
    expect(await cartNow()).toEqual(['1 × SKU-1003']);
    await sarah.post('/assist/exit');
    const again = await inside();
    expect((await again.post('/cart/restore', { version: versionIn(await again.get('/cart')) })).text).toContain('The cart is as it was on entry.');
  });

  it('comes back without what is not sold any more, which is named', async () => {
    await add(await john(), 'SKU-1001', 2);
    await add(await john(), 'SKU-1002', 1);
    const sarah = await inside();
    const cart = await sarah.get('/cart');
    const ids = [...cart.html.matchAll(/\/cart\/lines\/([0-9a-f-]{36})\/remove/g)].map(([, id = '']) => id);
    let version = versionIn(cart);
    for (const id of new Set(ids)) version = versionIn(await sarah.post(`/cart/lines/${id}/remove`, { version }));
    await add(sarah, 'SKU-1003', 1);
    await shop.rows(`update product set active = false where sku = 'SKU-1002'`);
    try {
      const back = await sarah.post('/cart/restore', { version: versionIn(await sarah.get('/cart')) });
      expect(back.text).toContain('The cart is as it was on entry, without what is not sold any more: SKU-1002.');
      expect(await cartNow()).toEqual(['2 × SKU-1001']);
    } finally {
      await shop.rows(`update product set active = true where sku = 'SKU-1002'`);
    }
  });

  it('comes back with coupon, discount, free shipping and free items, and counts for the customer as a change to the cart', async () => {
    const first = await changedBySarah();
    const given = await first.post('/cart/discount', { version: versionIn(await first.get('/cart')), percent: '5', amount: '', reason: 'loyalty' });
    await first.post('/cart/free-items', { sku: 'SKU-1003', quantity: '1', reason: 'sample' });
    expect(given.text).toContain('Discount from our team');
    await first.post('/assist/exit');
    const kept = await cartNow();
    const sarah = await inside();
    await sarah.post('/cart/discount/remove', { version: versionIn(await sarah.get('/cart')) });
    await sarah.post('/cart/free-shipping', { version: versionIn(await sarah.get('/cart')), reason: 'loyalty' });
    const id = lineIn((await sarah.get('/cart')).html).id;
    const changed = await sarah.post(`/cart/lines/${id}/remove`, { version: versionIn(await sarah.get('/cart')) });
    const back = await sarah.post('/cart/restore', { version: versionIn(changed) });
    expect(back.text).toContain('5% off the whole cart');
    expect(await cartNow()).toEqual(kept);
    expect(await shop.rows('select kind from cart_concession')).toEqual([{ kind: 'discount' }]);
    await sarah.post('/assist/exit');
    expect((await (await john()).get('/account/assistance')).text).toContain('Sarah');
  });
});

describe(`${PATH}: the cart when a session expires (B8)`, () => {
  const ends = { idle: 'idle', hard: 'hard-limit' } as const;

  async function expire(sarah: TestBrowser, how: 'idle' | 'hard'): Promise<Visit> {
    if (how === 'hard') await shop.rows(`update assist_session set hard_limit_at = started_at + interval '1 second' where ended_at is null`);
    shop.clock.advance(how === 'hard' ? 2 : 901);
    const page = await sarah.get('/cart');
    expect(page.text).toContain('Assist session ended');
    const [row] = await shop.rows<{ end_reason: string }>('select end_reason from assist_session order by started_at desc limit 1');
    expect(row?.end_reason).toBe(ends[how]);
    return page;
  }

  it.each(['idle', 'hard'] as const)(`${PATH} by default keeps the cart, and the ended page says so (%s)`, async (how) => {
    const sarah = await changedBySarah();
    expect((await expire(sarah, how)).text).toContain('Kept as you left it');
    expect(await cartNow()).toEqual(CHANGED);
  });

  it.each([['default', 0, 'idle'], ['default', 0, 'hard'], ['website', 1, 'idle'], ['website', 1, 'hard']] as const)(
    `${PATH} as on entry, at %s %i: the cart goes back with the end (%s)`, async (scope, scopeId, how) => {
      await asOnEntry(scope, scopeId);
      const sarah = await changedBySarah();
      expect((await expire(sarah, how)).text).toContain('Put back as it was when you came');
      expect(await cartNow()).toEqual(['2 × SKU-1001']);
      expect((await restores())[0]).toMatchObject({ result: 'done', detail: { expired: ends[how], after: '2 × SKU-1001' } });
    });

  it(`${PATH} of another website changes nothing here, and an exit is no expiry`, async () => {
    await asOnEntry('website', 2);
    await expire(await changedBySarah(), 'idle');
    expect(await cartNow()).toEqual(CHANGED);
    await asOnEntry('default', 0);
    const sarah = await inside();
    await add(sarah, 'SKU-1003', 1);
    await sarah.post('/assist/exit');
    expect(await cartNow()).toEqual([...CHANGED, '1 × SKU-1003']);
  });

  it(`${PATH} as on entry leaves a cart that the customer changed meanwhile, and the log and the page say so`, async () => {
    await asOnEntry('default', 0);
    const sarah = await changedBySarah();
    await add(await john(), 'SKU-1003', 1);
    await add(sarah, 'SKU-1003', 1);
    expect((await expire(sarah, 'idle')).text).toContain('The customer or a colleague changed it meanwhile');
    expect(await cartNow()).toEqual([...CHANGED, '2 × SKU-1003']);
    expect((await restores())[0]).toMatchObject({ result: 'refused', codes: ['cart-changed-by-others'], detail: { expired: 'idle' } });
  });

  it(`${PATH} as on entry empties a cart that only this session began, by the sweeper too, once`, async () => {
    await asOnEntry('default', 0);
    const sarah = await inside();
    await add(sarah, 'SKU-1001', 1);
    shop.clock.advance(901);
    const db = unitOfWork(shop.database.app);
    const sweep = () => sweepSessions(db, { now: shop.clock.now(), origin: { ip: null, userAgent: '', requestId: 'sweep' } });
    const before = (await restores()).length;
    await Promise.all([sweep(), sweep()]);
    expect(await cartNow()).toEqual([]);
    expect(await restores()).toHaveLength(before + 1);
    expect((await sarah.get('/cart')).text).toContain('Put back as it was when you came');
  });

  it(`${PATH} as on entry: an end that fails leaves the cart whole, and the next sweep does both`, async () => {
    await asOnEntry('default', 0);
    await changedBySarah();
    shop.clock.advance(901);
    await shop.rows(`create function fail_end() returns trigger language plpgsql as $$ begin raise exception 'the process dies here'; end $$`);
    await shop.rows(`create trigger fail_end before update of ended_at on assist_session for each row execute function fail_end()`);
    const db = unitOfWork(shop.database.app);
    const sweep = () => sweepSessions(db, { now: shop.clock.now(), origin: { ip: null, userAgent: '', requestId: 'sweep' } });
    await expect(sweep()).rejects.toThrow('could not be ended');
    expect(await cartNow()).toEqual(CHANGED);
    await shop.rows('drop trigger fail_end on assist_session');
    await sweep();
    expect(await cartNow()).toEqual(['2 × SKU-1001']);
  });
});
