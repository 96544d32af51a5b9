import { hashToken, type Unit } from '@onbehalf/assist';
import { unitOfWork } from '@onbehalf/database/unit';
import { mergeGuestCarts, type MergedCart } from '@onbehalf/shop';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { digestOf } from '../testing/digest.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

const PRODUCT = '/p/drill-driver-18v-60';
const LINK = `opr_${'C'.repeat(43)}`;
const JOHN = 'john.doe@customer.example';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.rows(`delete from cart where status = 'open'`));

const add = (browser: TestBrowser, sku: string, quantity = 1, base = ''): Promise<Visit> => browser.post(`${base}/cart/lines`, { sku, quantity: String(quantity) });
const versionIn = (visit: Visit): string => hidden(visit.html, 'version');
/** One piece of the first line. */
const priceOf = (visit: Visit): string => /\$([\d.,]+) each/.exec(visit.text)?.[1] ?? visit.text;
const guestCookie = (browser: TestBrowser): string | undefined => browser.cookies.get('__Host-cart');
const cookieOf = (browser: TestBrowser): string => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Until the job has run; nothing else here takes its time. */
async function soon(holds: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 100 && !(await holds()); n += 1) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** A guest who has chosen something. */
async function guestWith(...skus: [sku: string, quantity: number][]): Promise<TestBrowser> {
  const browser = shop.browser();
  await browser.get(PRODUCT);
  for (const [sku, quantity] of skus) expect((await add(browser, sku, quantity)).text).toContain(`${sku} is in the cart.`);
  return browser;
}

/** "guest" or the customer's id, and what is in the cart: "2 × SKU-1001 at 8000". */
async function carts(): Promise<Record<string, string[]>> {
  const rows = await shop.rows<{ whose: string; lines: string[] }>(
    `select coalesce(k.customer_id::text, 'guest') || case when s.code = 'main' then '' else ' ' || s.code end as whose,
            array(select l.quantity || ' × ' || p.sku || coalesce(' at ' || l.override_minor, '') from cart_line l join product p on p.id = l.product_id where l.cart_id = k.id order by l.position) as lines
       from cart k join store s on s.id = k.store_id where k.status = 'open' order by k.created_at`);
  return Object.fromEntries(rows.map(({ whose, lines }) => [whose, lines]));
}

async function logIn(browser: TestBrowser, email: string, next = '', base = ''): Promise<Visit> {
  await browser.get(`${base}/account/login`);
  return browser.post(`${base}/account/login`, { email, password: PASSWORD, next });
}

describe('G3: the cart of a guest', () => {
  it('begins with its first product, and never for a visitor who only looks', async () => {
    const visitor = shop.browser();
    for (const path of ['/', PRODUCT, '/cart', '/search?q=drill', '/checkout']) await visitor.get(path);
    expect((await visitor.get('/cart')).text).toContain('The cart is empty');
    expect([await carts(), guestCookie(visitor)]).toEqual([{}, undefined]);
    await visitor.get(PRODUCT);
    const added = await add(visitor, 'SKU-1001', 2);
    expect([added.url, await carts()]).toEqual(['/cart', { guest: ['2 × SKU-1001'] }]);
  });

  it('is named by a cookie like the others are: HttpOnly, Secure, SameSite=Lax, 256 random bits of which the database has only the hash', async () => {
    const visitor = shop.browser();
    await visitor.get(PRODUCT);
    const answer = await visitor.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: visitor.formToken, sku: 'SKU-1001', quantity: '1' }) });
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-cart=')) ?? '';
    expect(cookie).toMatch(/^__Host-cart=ogc_[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const [stored] = await shop.rows<{ hash: string }>(`select encode(guest_hash, 'hex') as hash from cart where kind = 'guest'`);
    expect(stored?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(cookie).not.toContain(stored?.hash);
  });

  it('has a guest’s prices, taxes and totals; lines are changed and taken out, a coupon is put on and off', async () => {
    const guest = await guestWith(['SKU-1001', 2], ['SKU-1003', 1]);
    const john = shop.browser();
    await logInAsCustomer(john, JOHN);
    await john.get('/cart');
    const johns = await add(john, 'SKU-1001', 2);
    const cart = await guest.get('/cart');
    expect(priceOf(cart)).not.toBe(priceOf(johns));
    for (const said of ['Subtotal', 'Total', 'Proceed to checkout', 'Log in or create an account to order.']) expect(cart.text).toContain(said);
    for (const no of ['Edit Price', 'Quick order', 'Why this price?', 'undefined']) expect(cart.text).not.toContain(no);
    const { id } = lineIn(cart.html);
    const changed = await guest.post(`/cart/lines/${id}`, { version: versionIn(cart), quantity: '5' });
    expect((await carts())['guest']).toEqual(['5 × SKU-1001', '1 × SKU-1003']);
    const coupon = await guest.post('/cart/coupon', { version: versionIn(changed), code: 'welcome10' });
    expect(coupon.text).toContain('WELCOME10');
    const off = await guest.post('/cart/coupon/remove', { version: versionIn(coupon) });
    expect(off.text).not.toContain('WELCOME10');
    const gone = await guest.post(`/cart/lines/${id}/remove`, { version: versionIn(off) });
    expect(gone.text).toContain('SKU-1003');
    expect((await carts())['guest']).toEqual(['1 × SKU-1003']);
  });

  it('C7: is as strict about versions as any other: an older page changes nothing, adding needs none', async () => {
    const guest = await guestWith(['SKU-1001', 2]);
    const old = await guest.get('/cart');
    const { id } = lineIn(old.html);
    await add(guest, 'SKU-1003', 1);
    const stale = await guest.post(`/cart/lines/${id}`, { version: versionIn(old), quantity: '9' });
    expect([stale.status, stale.text.includes('The cart has changed since you opened it.')]).toEqual([422, true]);
    expect((await carts())['guest']).toEqual(['2 × SKU-1001', '1 × SKU-1003']);
  });

  it('is one per store view, all named by the same cookie, each in its own currency', async () => {
    const guest = await guestWith(['SKU-1001', 1]);
    const token = guestCookie(guest);
    await guest.get(`/de${PRODUCT}`);
    expect((await add(guest, 'SKU-1003', 3, '/de')).text).toContain('€');
    expect([guestCookie(guest), await carts()]).toEqual([token, { guest: ['1 × SKU-1001'], 'guest de': ['3 × SKU-1003'] }]);
    expect((await guest.get('/cart')).text).not.toContain('SKU-1003');
  });

  it('B14: the count in the header is right: who has a cart gets no kept page and leaves none, who has none gets the kept page without a count', async () => {
    await shop.browser().get(PRODUCT);
    const guest = await guestWith(['SKU-1001', 4]);
    const own = await guest.get(PRODUCT);
    const others = await shop.browser().get(PRODUCT);
    expect([own.headers.get('onbehalf-cache'), /class="count">4</.test(own.html)]).toEqual([null, true]);
    expect([others.headers.get('onbehalf-cache'), others.html.includes('class="count"')]).toEqual(['hit', false]);
    await guest.get('/search?q=pliers');
    expect((await shop.browser().get('/search?q=pliers')).html).not.toContain('class="count"');
  });

  it('is refused what its stock, its quantity and its size do not allow (out-of-stock, quantity-invalid, cart-full), with nothing written', async () => {
    const guest = await guestWith(['SKU-1001', 1]);
    await guest.get(PRODUCT);
    expect((await add(guest, 'SKU-1001', 999_999)).status).toBe(422);
    await shop.rows(`insert into product (sku, slug, name, summary, description, category_id, kind, image, tax_class, weight_grams, unit, active, stock, search_text)
      select 'FILL-' || n, 'fill-' || n, p.name, p.summary, p.description, p.category_id, p.kind, p.image, p.tax_class, p.weight_grams, p.unit, true, null, '' from product p, generate_series(1, 99) n where p.sku = 'SKU-1001'`);
    await shop.rows(`insert into cart_line (id, cart_id, position, product_id, quantity) select gen_random_uuid(), k.id, 10, p.id, 1 from cart k, product p where p.sku like 'FILL-%'`);
    const full = await add(guest, 'SKU-1003', 1);
    expect(full.text).toContain('A cart without a login takes 100 different products at most.');
    expect((await add(guest, 'SKU-1001', 1)).text).toContain('SKU-1001 is in the cart.');
    await shop.rows(`delete from cart_line where product_id in (select id from product where sku like 'FILL-%')`);
    await shop.rows(`delete from product where sku like 'FILL-%'`);
  });

  it('is gone when nobody has touched it for 30 days, with its lines; a customer’s stays', async () => {
    const [old, fresh] = [await guestWith(['SKU-1001', 1]), await guestWith(['SKU-1003', 1])];
    const john = shop.browser();
    await logInAsCustomer(john, JOHN);
    await add(john, 'SKU-1001', 1);
    await shop.rows(`update cart set created_at = now() - interval '31 days'`);
    await shop.rows(`update cart set changed_at = now() - interval '31 days' where customer_id is not null or id = (select cart_id from cart_line l join product p on p.id = l.product_id join cart k on k.id = l.cart_id and k.kind = 'guest' where p.sku = 'SKU-1001')`);
    await shop.rows(`select (graphile_worker.add_job('sweep')).id`);
    await soon(async () => (await carts())['guest']?.length === 1 && (await shop.rows(`select from cart where kind = 'guest'`)).length === 1);
    expect(await carts()).toEqual({ guest: ['1 × SKU-1003'], [CUSTOMER.john]: ['1 × SKU-1001'] });
    expect((await old.get('/cart')).text).toContain('The cart is empty');
    expect((await fresh.get('/cart')).text).toContain('SKU-1003');
  });
});

describe('G3: a guest’s cart at login', () => {
  it('leads from “Proceed to checkout” by the login to the checkout, with the cart', async () => {
    const guest = await guestWith(['SKU-1001', 2], ['SKU-1003', 3]);
    // As the button's form asks for it.
    const login = await guest.get('/checkout?');
    expect([login.url, login.text.includes('What is in your cart comes with you.')]).toEqual(['/account/login?next=%2Fcheckout%3F', true]);
    const checkout = await guest.post('/account/login', { email: JOHN, password: PASSWORD, next: hidden(login.html, 'next') });
    expect(checkout.url).toMatch(/^\/checkout\??$/);
    expect(checkout.text).toContain('The 5 pieces you chose before logging in are in your cart.');
    expect([await carts(), guestCookie(guest)]).toEqual([{ [CUSTOMER.john]: ['2 × SKU-1001', '3 × SKU-1003'] }, undefined]);
    const placed = await guest.post('/checkout/place', {
      version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', purchaseOrder: '', comment: '',
    });
    expect(placed.url).toContain('/checkout/placed');
  });

  it('adds pieces of the same product up, keeps the customer’s coupon, and holds the customer’s prices', async () => {
    const john = shop.browser();
    await logInAsCustomer(john, JOHN);
    const first = await add(john, 'SKU-1001', 2);
    await john.post('/cart/coupon', { version: versionIn(first), code: 'WELCOME10' });
    const before = priceOf(await john.get('/cart'));
    await john.post('/account/logout');
    const guest = await guestWith(['SKU-1003', 1], ['SKU-1001', 3]);
    await logIn(guest, JOHN);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['5 × SKU-1001', '1 × SKU-1003'] });
    const cart = await guest.get('/cart');
    expect([priceOf(cart), cart.text.includes('WELCOME10')]).toEqual([before, true]);
  });

  it('takes a guest’s coupon where the customer has none', async () => {
    const guest = await guestWith(['SKU-1001', 1]);
    await guest.post('/cart/coupon', { version: versionIn(await guest.get('/cart')), code: 'WELCOME10' });
    await logIn(guest, JOHN);
    expect((await guest.get('/cart')).text).toContain('WELCOME10');
  });

  it('stays within stock and quantity, never with fewer than either cart had, and says so', async () => {
    await shop.rows(`update product set stock = 6 where sku = 'SKU-1003'`);
    const john = shop.browser();
    await logInAsCustomer(john, JOHN);
    await add(john, 'SKU-1003', 4);
    const guest = await guestWith(['SKU-1003', 5]);
    const told = await logIn(guest, JOHN);
    expect(told.text).toContain('of some products with fewer pieces: as many as we can deliver.');
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['6 × SKU-1003'] });
    await shop.rows(`delete from cart where status = 'open'`);
    await add(john, 'SKU-1003', 4);
    const another = await guestWith(['SKU-1003', 5]);
    await shop.rows(`update product set stock = 1 where sku = 'SKU-1003'`);
    await logIn(another, JOHN);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['5 × SKU-1003'] });
    await shop.rows(`update product set stock = 500 where sku = 'SKU-1003'`);
  });

  it('C6: leaves an edited price with its line, for the pieces it was given for: more of them cost the normal price, with a notice', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1', confirm: '1' });
    await sarah.get('/cart');
    for (const sku of ['SKU-1001', 'SKU-1003']) {
      const { html } = await add(sarah, sku, 2);
      const id = [...html.matchAll(/\/cart\/lines\/([0-9a-f-]{36})\/price"/g)].at(-1)?.[1] ?? '';
      await sarah.post(`/cart/lines/${id}/price`, { version: hidden(html, 'version'), price: sku === 'SKU-1001' ? '80.00' : '7.00' });
    }
    await sarah.post('/assist/exit');
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['2 × SKU-1001 at 8000', '2 × SKU-1003 at 700'] });
    const guest = await guestWith(['SKU-1001', 1]);
    await logIn(guest, JOHN);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['3 × SKU-1001 at 8000', '2 × SKU-1003 at 700'] });
    const cart = await guest.get('/cart');
    expect(cart.text).toContain('The edited price was given for 2 pieces at most.');
    expect(cart.text).toContain('$7.00 each');
  });

  it('is taken over once, however many logins race, and with one entry in the record', async () => {
    const guest = await guestWith(['SKU-1001', 2], ['SKU-1003', 1]);
    await guest.get('/account/login');
    const body = (): URLSearchParams => new URLSearchParams({ _csrf: guest.formToken, email: JOHN, password: PASSWORD, next: '' });
    const answers = await Promise.all(Array.from({ length: 4 }, () => guest.raw('/account/login', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: body() })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['2 × SKU-1001', '1 × SKU-1003'] });
    const [entry, ...more] = await shop.rows<{ detail: unknown; subject: string }>(
      `select b->'detail' as detail, b->>'subject' as subject from (select id, split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb as b from audit_entry where action = 'merge-guest-cart') e order by id desc limit 1`);
    expect([entry, more]).toMatchObject([{ detail: { lines: 2, pieces: 3 }, subject: CUSTOMER.john }, []]);
  });

  it('is taken over once where two logins meet in the middle: the second waits, and finds nothing left', async () => {
    await guestWith(['SKU-1001', 2]);
    const [cart] = await shop.rows<{ hash: Buffer }>(`select guest_hash as hash from cart where kind = 'guest'`);
    const merge = (unit: Unit): Promise<MergedCart[]> =>
      mergeGuestCarts(unit, { guestHash: cart?.hash ?? Buffer.alloc(32), customerId: CUSTOMER.john, websiteId: 1, now: new Date(), newId: () => crypto.randomUUID() });
    const db = unitOfWork(shop.database.app);
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<null>();
    const { promise: isIn, resolve: goOn } = Promise.withResolvers<null>();
    const first = db.transaction(async (unit) => {
      const merged = await merge(unit);
      goOn(null);
      await mayEnd;
      return merged;
    });
    await isIn;
    const second = db.transaction(merge);
    await soon(async () => (await shop.rows(`select from pg_locks where not granted`)).length > 0);
    end(null);
    expect([(await first).length, (await second).length, await carts()]).toEqual([1, 0, { [CUSTOMER.john]: ['2 × SKU-1001'] }]);
  });

  it('is not touched by a login that fails, and is found again after it', async () => {
    const guest = await guestWith(['SKU-1001', 2]);
    await guest.get('/account/login');
    await guest.post('/account/login', { email: JOHN, password: 'wrong-password-2026', next: '' });
    expect(await carts()).toEqual({ guest: ['2 × SKU-1001'] });
    expect((await guest.get('/cart')).text).toContain('SKU-1001');
  });

  it('G2: comes along through registration and confirmation', async () => {
    const guest = await guestWith(['SKU-1003', 2]);
    await guest.get('/account/create');
    await guest.post('/account/create', { firstName: 'Gina', lastName: 'Guest', company: '', vatNumber: '', email: 'gina@customer.example', password: 'a-password-of-her-own-2026' });
    expect(await carts()).toEqual({ guest: ['2 × SKU-1003'] });
    await shop.rows(`insert into password_reset (token_hash, person_kind, person_id, purpose, expires_at) select $1, 'customer', id, 'confirmation', now() + interval '1 hour' from customer where email = 'gina@customer.example'`, [hashToken(LINK)]);
    await guest.get(`/account/confirm?token=${LINK}`);
    expect((await guest.post('/account/confirm', { token: LINK })).url).toBe('/account/login?next=%2Fcart');
    await guest.post('/account/login', { email: 'gina@customer.example', password: 'a-password-of-her-own-2026', next: '' });
    const [gina] = await shop.rows<{ id: string }>(`select id from customer where email = 'gina@customer.example'`);
    expect(await carts()).toEqual({ [gina?.id ?? '']: ['2 × SKU-1003'] });
  });

  it('of another website stays the guest’s there, whoever logs in on this one', async () => {
    const guest = await guestWith(['SKU-1001', 1]);
    await guest.get(`/de${PRODUCT}`);
    await add(guest, 'SKU-1003', 3, '/de');
    await logIn(guest, JOHN);
    expect(await carts()).toEqual({ 'guest de': ['3 × SKU-1003'], [CUSTOMER.john]: ['1 × SKU-1001'] });
    expect((await guest.get('/de/cart')).text).toContain('SKU-1003');
    await guest.get('/account');
    await guest.post('/account/logout');
    expect((await guest.get('/cart')).text).toContain('The cart is empty');
  });
});

describe('G3, I2: a guest’s cart is nobody else’s', () => {
  it('is not opened by another’s token, a made-up one, or any other credential in the cookie’s place', async () => {
    const [guest, other] = [await guestWith(['SKU-1001', 2]), await guestWith(['SKU-1003', 1])];
    const john = shop.browser();
    await logInAsCustomer(john, JOHN);
    const shopToken = john.cookies.get('__Host-shop') ?? '';
    const hash = (await shop.rows<{ hash: string }>(`select encode(guest_hash, 'base64') as hash from cart where kind = 'guest' limit 1`))[0]?.hash ?? '';
    for (const token of [`ogc_${'A'.repeat(43)}`, hash, shopToken, `ogc_${shopToken.slice(4)}`, '', 'ogc_', `${guestCookie(guest)}A`, "' or true --"]) {
      const answer = await fetch(`${shop.server.origin}/cart`, { headers: { cookie: `__Host-cart=${encodeURIComponent(token)}`, 'accept-language': 'en' } });
      expect([answer.status, /SKU-100/.test(await answer.text())]).toEqual([200, false]);
    }
    for (const place of ['__Host-shop', '__Host-assist', '__Host-staff']) {
      const answer = await fetch(`${shop.server.origin}/account`, { redirect: 'manual', headers: { cookie: `${place}=${guestCookie(guest)}` } });
      expect([answer.status, /SKU-100|John/.test(await answer.text())]).toEqual([place === '__Host-assist' ? 200 : 303, false]);
    }
    expect(guestCookie(other)).not.toBe(guestCookie(guest));
  });

  it('is not changed by another guest, who knows its lines and version, nor by a customer', async () => {
    const [guest, other] = [await guestWith(['SKU-1001', 2]), await guestWith(['SKU-1003', 1])];
    const { id } = lineIn((await guest.get('/cart')).html);
    const before = await digestOf(shop);
    await other.get('/cart');
    expect((await other.post(`/cart/lines/${id}`, { version: '1', quantity: '9' })).text).toContain('This line is no longer in the cart.');
    expect((await other.post(`/cart/lines/${id}/remove`, { version: '1' })).text).toContain('This line is no longer in the cart.');
    expect(await digestOf(shop)).toEqual(before);
    const john = shop.browser();
    await logInAsCustomer(john, JOHN);
    await add(john, 'SKU-1001', 1);
    expect((await john.post(`/cart/lines/${id}`, { version: '1', quantity: '9' })).text).toContain('This line is no longer in the cart.');
    // And the other way round.
    const johns = lineIn((await john.get('/cart')).html);
    await other.get('/cart');
    expect((await other.post(`/cart/lines/${johns.id}/remove`, { version: johns.version })).text).toContain('This line is no longer in the cart.');
    expect((await carts())[CUSTOMER.john]).toEqual(['1 × SKU-1001']);
  });

  it('X05: its forms are its own: of another guest’s cart, of nobody’s, or without a token they change nothing, nor do they from another site (X02)', async () => {
    const [guest, other, nobody] = [await guestWith(['SKU-1001', 2]), await guestWith(['SKU-1003', 1]), shop.browser()];
    const { id, version } = lineIn((await guest.get('/cart')).html);
    const own = guest.formToken;
    await other.get('/cart');
    await nobody.get('/account/login');
    const change = (token: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }): Promise<Response> =>
      guest.raw(`/cart/lines/${id}`, { method: 'POST', headers, body: new URLSearchParams({ _csrf: token, version, quantity: '9' }) });
    for (const token of [other.formToken, nobody.formToken, '']) expect((await change(token)).status).toBe(403);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }]) expect((await change(own, headers)).status).toBe(403);
    expect((await carts())['guest']).toBeDefined();
    expect((await shop.rows('select from cart_line where quantity = 9')).length).toBe(0);
    expect((await change(own)).status).toBe(303);
    // A page that was kept, or opened before there was a cart, adds all the same.
    const added = await guest.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: nobody.formToken, sku: 'SKU-1003', quantity: '1' }) });
    expect(added.status).toBe(303);
  });

  it('is never begun under a token the browser came with: who planted it would see what is chosen', async () => {
    const planted = `ogc_${'B'.repeat(43)}`;
    const victim = shop.browser();
    victim.cookies.set('__Host-cart', planted);
    await victim.get(PRODUCT);
    await add(victim, 'SKU-1001', 1);
    expect(guestCookie(victim)).not.toBe(planted);
    expect(await (await fetch(`${shop.server.origin}/cart`, { headers: { cookie: `__Host-cart=${planted}` } })).text()).not.toContain('SKU-1001');
  });

  it('D02: as many as an office begins in an hour, then the network waits (too-many-carts), and that is on record once in a while', async () => {
    await shop.rows('delete from rate_limit');
    const begin = async (): Promise<Response> => {
      const visitor = shop.browser();
      return visitor.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: token, sku: 'SKU-1003', quantity: '1' }) });
    };
    const first = shop.browser();
    await first.get('/account/login');
    const token = first.formToken;
    for (let n = 0; n < 12; n += 1) await Promise.all(Array.from({ length: 10 }, begin));
    const [refused] = await Promise.all([begin(), begin(), begin()]);
    expect([refused.status, refused.headers.get('retry-after'), (await refused.text()).includes('Too many carts were started from this network')]).toEqual([422, expect.stringMatching(/^[1-9]\d*$/), true]);
    expect((await shop.rows(`select from cart where kind = 'guest'`)).length).toBe(120);
    const logged = await shop.rows(`select from audit_entry where action = 'add-line' and result = 'refused' and at > now() - interval '5 minutes'`);
    expect(logged.length).toBe(1);
    await shop.rows('delete from rate_limit');
  }, 20_000);

  it('H1: REST has carts for customers and for assist sessions only: a guest’s cookie opens nothing there', async () => {
    const guest = await guestWith(['SKU-1001', 2]);
    const answer = await fetch(`${shop.server.origin}/V1/carts/mine`, { headers: { cookie: cookieOf(guest) } });
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'not-signed-in' }]);
    const api = new ApiClient(shop.server.origin);
    const { body } = await api.call('POST', '/V1/staff/token', { email: STAFF.max, password: PASSWORD });
    const entered = await api.with(String(body['token'])).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, confirm: true });
    const own = await fetch(`${shop.server.origin}/V1/carts/mine`, { headers: { authorization: `Bearer ${String(entered.body['token'])}`, cookie: cookieOf(guest) } });
    expect([own.status, JSON.stringify(await own.json()).includes('SKU-1001')]).toEqual([200, false]);
    await api.with(String(body['token'])).call('DELETE', '/V1/staff/token');
  });

  it('C5, C10: has no edited price and no concession, and the database refuses one; whose a cart is can’t be moved', async () => {
    const guest = await guestWith(['SKU-1001', 2]);
    const { id, version } = lineIn((await guest.get('/cart')).html);
    for (const path of [`/cart/lines/${id}/price`, '/cart/discount', '/cart/free-shipping', '/cart/free-items', '/cart/restore', '/cart/send']) {
      expect((await guest.post(path, { version, price: '1.00', percent: '50', amount: '', reason: 'loyalty', sku: 'SKU-1001', quantity: '1' })).url).toContain('/account/login');
      await guest.get('/cart');
    }
    const john = shop.browser();
    await logInAsCustomer(john, JOHN);
    await add(john, 'SKU-1003', 1);
    const never = async (sql: string): Promise<void> => {
      await expect(shop.rows(sql)).rejects.toThrow(/carts never mix|a guest pays the shop's prices|violates check constraint|violates foreign key|null value/);
    };
    const session = `(select id from assist_session limit 1)`;
    await never(`update cart_line set override_minor = 1, override_currency = 'USD', override_quantity = 2, override_source = 'manual', override_label = '', override_catalogue_minor = 9500, override_session_id = ${session} where id = '${id}'`);
    await never(`insert into cart_concession (cart_id, kind, percent_basis_points, currency, reason, session_id, actor_id, given_at) select id, 'discount', 500, 'USD', 'loyalty', ${session}, (select min(id) from staff), now() from cart where kind = 'guest'`);
    await never(`update cart set customer_id = ${CUSTOMER.john}, guest_hash = null, kind = 'customer' where kind = 'guest'`);
    await never(`update cart set customer_id = ${CUSTOMER.jane} where customer_id = ${CUSTOMER.john} and status = 'open'`);
    await never(`update cart_line set cart_id = (select id from cart where customer_id = ${CUSTOMER.john} and status = 'open') where id = '${id}'`);
    await never(`update purchase set customer_id = ${CUSTOMER.jane} where cart_id is not null`);
    await never(`update cart set guest_hash = null where kind = 'guest'`);
    await never(`update cart set status = 'ordered' where kind = 'guest'`);
  });
});
