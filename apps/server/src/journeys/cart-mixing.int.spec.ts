import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

const PRODUCT = '/p/drill-driver-18v-60';
const JOHN = 'john.doe@customer.example';
const LUKAS = 'lukas.brunner@staff.example';
const UMA = 'uma.unassigned@customer.example';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.rows(`delete from cart where status = 'open'`));
afterEach(async () => {
  if (clerk?.cookies.has('__Host-assist') === true) {
    await clerk.get('/account');
    await clerk.post('/assist/exit');
    clerk.cookies.delete('__Host-assist');
  }
  await expectInvariants(shop);
  await shop.rows(`delete from setting_value where path = 'assist/cart/mode'`);
});

const add = (browser: TestBrowser, sku: string, quantity: number, base = ''): Promise<Visit> => browser.post(`${base}/cart/lines`, { sku, quantity: String(quantity) });
const versionIn = (visit: Visit): string => hidden(visit.html, 'version');
const exit = (browser: TestBrowser): Promise<Visit> => browser.post('/assist/exit');
const cookieOf = (browser: TestBrowser): string => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

let clerk: TestBrowser | null = null;
const customers = new Map<string, TestBrowser>();

/** A member of staff at a browser that has a guest cart of its own: two pieces. */
async function clerkWithOwnCart(): Promise<TestBrowser> {
  const browser = clerk ?? shop.browser();
  await browser.get(PRODUCT);
  await add(browser, 'SKU-1002', 2);
  await toPortal(browser);
  clerk = browser;
  return browser;
}

async function toPortal(browser: TestBrowser): Promise<void> {
  if (!(await browser.get('/staff')).url.endsWith('/staff')) await logInAsStaff(browser, STAFF.max);
}

const goIn = (browser: TestBrowser, customerId: string = CUSTOMER.john): Promise<Visit> => enter(browser, customerId, { switch: '1', confirm: '1' });

/** A customer in the own browser, logged in once. */
async function customer(email: string): Promise<TestBrowser> {
  const browser = customers.get(email) ?? shop.browser();
  if (!customers.has(email)) await logInAsCustomer(browser, email);
  customers.set(email, browser);
  await browser.get('/account/newsletter');
  return browser;
}

/** Every open cart by owner and store view: { '1001': ['2 × SKU-1001'], guest: ['2 × SKU-1002'] }; the empty ones too. */
async function carts(): Promise<Record<string, string[]>> {
  const rows = await shop.rows<{ whose: string; lines: string[] }>(
    `select coalesce(k.customer_id::text, 'guest') || case when k.kind = 'side' then ' side' else '' end || case when s.code = 'main' then '' else ' ' || s.code end as whose,
            array(select l.quantity || ' × ' || p.sku || coalesce(' at ' || l.override_minor, '') from cart_line l join product p on p.id = l.product_id where l.cart_id = k.id order by l.position) as lines
       from cart k join store s on s.id = k.store_id where k.status = 'open' order by k.created_at`);
  return Object.fromEntries(rows.map(({ whose, lines }) => [whose, lines]));
}

const openCartsOfJohn = () => shop.rows<{ id: string; coupon_code: string | null }>(`select id, version, changed_at, coupon_code from cart where customer_id = $1 and status = 'open'`, [CUSTOMER.john]);

const OWN = { guest: ['2 × SKU-1002'] };

describe('G3, C8: cart mixing, as it happened elsewhere', () => {
  it('an empty extra cart on entry: entering, looking and leaving makes no cart, neither for a customer without one nor beside the one there is', async () => {
    const max = await clerkWithOwnCart();
    await goIn(max);
    for (const path of ['/', PRODUCT, '/cart', '/account']) expect((await max.get(path)).text).toContain('You are logged in as');
    await exit(max);
    expect(await carts()).toEqual(OWN);
    await add(await customer(JOHN), 'SKU-1001', 2);
    const before = await openCartsOfJohn();
    await goIn(max);
    expect((await max.get('/cart')).text).toContain('SKU-1001');
    await exit(max);
    expect([await openCartsOfJohn(), await carts()]).toEqual([before, { ...OWN, [CUSTOMER.john]: ['2 × SKU-1001'] }]);
  });

  it('no cart and no login on entry: where the customer has none the actor is in all the same, and the first product opens the customer’s', async () => {
    const max = await clerkWithOwnCart();
    expect((await goIn(max)).text).toContain('You are logged in as');
    expect((await max.get('/cart')).text).toContain('The cart is empty');
    await max.get(PRODUCT);
    await add(max, 'SKU-1001', 1);
    expect(await carts()).toEqual({ ...OWN, [CUSTOMER.john]: ['1 × SKU-1001'] });
    expect((await (await customer(JOHN)).get('/cart')).text).toContain('SKU-1001');
  });

  it('the customer gets the cart of the customer before: after a switch the second has the own cart, and the order goes to the second', async () => {
    await add(await customer(JOHN), 'SKU-1001', 2);
    await add(await customer(UMA), 'SKU-1003', 1);
    const max = await clerkWithOwnCart();
    await goIn(max);
    await max.get('/cart');
    await goIn(max, CUSTOMER.uma);
    const cart = await max.get('/cart');
    expect([cart.text.includes('SKU-1003'), cart.text.includes('SKU-1001')]).toEqual([true, false]);
    const checkout = await max.get('/checkout');
    const placed = await max.post('/checkout/place', {
      version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', purchaseOrder: '', comment: '',
    });
    expect(placed.url).toContain('/checkout/placed');
    const [order] = await shop.rows<{ customer_id: string; of_cart: string; skus: string[] }>(
      `select e.customer_id::text, k.customer_id::text as of_cart, array(select sku from purchase_line where purchase_id = e.id) as skus from purchase e join cart k on k.id = e.cart_id order by e.id desc limit 1`);
    expect(order).toEqual({ customer_id: CUSTOMER.uma, of_cart: CUSTOMER.uma, skus: ['SKU-1003'] });
    expect(await carts()).toEqual({ ...OWN, [CUSTOMER.john]: ['2 × SKU-1001'] });
  });

  it('a form of the customer before acts on the next one’s cart: it is refused, and neither cart changes', async () => {
    await add(await customer(JOHN), 'SKU-1001', 2);
    await add(await customer(UMA), 'SKU-1001', 5);
    const max = await clerkWithOwnCart();
    await goIn(max);
    const johns = await max.get('/cart');
    const old = { _csrf: max.formToken, version: versionIn(johns), quantity: '9' };
    const { id } = lineIn(johns.html);
    await goIn(max, CUSTOMER.uma);
    await max.get('/cart');
    await max.post(`/cart/lines/${id}`, old);
    await max.get('/cart');
    expect((await max.post(`/cart/lines/${id}`, { version: old.version, quantity: '9' })).text).toContain('This line is no longer in the cart.');
    expect(await carts()).toEqual({ ...OWN, [CUSTOMER.john]: ['2 × SKU-1001'], [CUSTOMER.uma]: ['5 × SKU-1001'] });
  });

  it('S13: the actor’s own cart is carried into the customer: neither a staff login nor the start of an assist session takes it over', async () => {
    const max = await clerkWithOwnCart();
    expect(await carts()).toEqual(OWN);
    await goIn(max);
    const inside = await max.get('/cart');
    expect([inside.text.includes('SKU-1002'), inside.html.includes('class="count"')]).toEqual([false, false]);
    await max.get(PRODUCT);
    await add(max, 'SKU-1001', 1);
    await exit(max);
    expect(await carts()).toEqual({ ...OWN, [CUSTOMER.john]: ['1 × SKU-1001'] });
    expect(await shop.rows(`select from audit_entry where action = 'merge-guest-cart'`)).toEqual([]);
  });

  it('S13: the actor’s own cart is carried in by a login inside: logging in and registering are closed there, with the guest’s cookie in hand', async () => {
    const max = await clerkWithOwnCart();
    await goIn(max);
    await max.get('/cart');
    await max.post('/account/login', { email: JOHN, password: PASSWORD, next: '' });
    await max.post('/account/create', { firstName: 'A', lastName: 'B', company: '', vatNumber: '', email: 'x@customer.example', password: 'a-password-of-her-own-2026' });
    expect(await carts()).toEqual(OWN);
  });

  it('S13: the own cart is deleted or lost by entering: after the exit the clerk’s browser has its own guest cart again, line by line, and not the customer’s', async () => {
    const max = await clerkWithOwnCart();
    const own = max.cookies.get('__Host-cart');
    await goIn(max);
    await max.get(PRODUCT);
    await add(max, 'SKU-1001', 3);
    await exit(max);
    const cart = await max.get('/cart');
    expect([max.cookies.get('__Host-cart'), cart.text.includes('SKU-1002'), cart.text.includes('SKU-1001'), cart.text.includes('You are logged in as')]).toEqual([own, true, false, false]);
    const changed = await max.post(`/cart/lines/${lineIn(cart.html).id}`, { version: versionIn(cart), quantity: '4' });
    expect(changed.status).toBe(200);
    expect(await carts()).toEqual({ guest: ['4 × SKU-1002'], [CUSTOMER.john]: ['3 × SKU-1001'] });
  });

  it('customers lose their carts by a visit: what the customer had is there during and after it, in the customer’s own browser too, through exit, expiry and “End session”', async () => {
    const john = await customer(JOHN);
    await add(john, 'SKU-1001', 2);
    const max = await clerkWithOwnCart();
    const isThere = async (): Promise<boolean> => (await john.get('/cart')).text.includes('SKU-1001');
    for (const end of [
      () => exit(max),
      () => shop.rows(`update assist_session set hard_limit_at = now() where ended_at is null`),
      () => max.post('/staff/account/logout'),
    ]) {
      await toPortal(max);
      await goIn(max);
      expect(await isThere()).toBe(true);
      await max.get('/staff');
      await end();
      await max.get('/cart');
      expect([await isThere(), await carts()]).toEqual([true, { [CUSTOMER.john]: ['2 × SKU-1001'], ...OWN }]);
    }
  });

  it('the cart is wrong after the exit: an assist session that is over shows nobody’s cart and takes nothing into one', async () => {
    await add(await customer(JOHN), 'SKU-1001', 2);
    const max = await clerkWithOwnCart();
    await goIn(max);
    const cart = await max.get('/cart');
    const cookie = cookieOf(max);
    const form = new URLSearchParams({ _csrf: max.formToken, sku: 'SKU-1003', quantity: '1' });
    await exit(max);
    const again = await fetch(`${shop.server.origin}/cart`, { headers: { cookie, 'accept-language': 'en' } });
    const page = await again.text();
    expect([page.includes('Assist session ended'), /SKU-100[123]/.test(page), page.includes('class="count"')]).toEqual([true, false, false]);
    await fetch(`${shop.server.origin}/cart/lines`, { method: 'POST', redirect: 'manual', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body: form });
    // A page out of the browser's memory, in a browser where the context's cookie is gone.
    await max.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: form });
    await max.raw(`/cart/lines/${lineIn(cart.html).id}/remove`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: form.get('_csrf') ?? '', version: versionIn(cart) }) });
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['2 × SKU-1001'], ...OWN });
  });

  it('the wrong store view: each has the customer’s own cart, and a visit in one leaves those of the others as they are', async () => {
    const john = await customer(JOHN);
    await add(john, 'SKU-1001', 2);
    const guest = shop.browser();
    await guest.get(`/de${PRODUCT}`);
    await add(guest, 'SKU-1003', 7, '/de');
    const max = await clerkWithOwnCart();
    await goIn(max);
    // Another website: the context is refused there, and no cart begins.
    const away = await max.get('/de/cart');
    expect([away.text.includes('SKU-1003'), away.text.includes('SKU-1002'), away.status >= 400]).toEqual([false, false, true]);
    await exit(max);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['2 × SKU-1001'], 'guest de': ['7 × SKU-1003'], ...OWN });
    expect((await max.get('/de/cart')).text).not.toContain('SKU-1003');
  });

  it('the wrong store view of the same website: the customer’s carts in German and in Spanish stay two, whoever fills them, and the guest’s of both come along at one login', async () => {
    const [lukas] = await shop.rows<{ customer: string; email: string }>(
      `select c.id::text as customer, c.email from customer c join customer_staff a on a.customer_id = c.id join staff s on s.id = a.staff_id join consent n on n.customer_id = c.id and n.superseded_at is null and n.answer = 'given'
        where s.email = $1 and c.status = 'active' and c.confirmed_at is not null and c.store_id = 2 order by c.id limit 1`, [LUKAS]);
    const { customer: id, email } = lukas ?? { customer: '', email: '' };
    const guest = shop.browser();
    for (const base of ['/de', '/es']) {
      await guest.get(`${base}${PRODUCT}`);
      await add(guest, 'SKU-1003', base === '/de' ? 1 : 2, base);
    }
    await guest.get('/de/account/login');
    await guest.post('/de/account/login', { email, password: PASSWORD, next: '' });
    expect(await carts()).toEqual({ [`${id} de`]: ['1 × SKU-1003'], [`${id} es`]: ['2 × SKU-1003'] });
    const inside = shop.browser();
    await logInAsStaff(inside, LUKAS);
    await goIn(inside, id);
    await inside.get(`/es${PRODUCT}`);
    const spanish = await add(inside, 'SKU-1001', 1, '/es');
    expect(spanish.url).toBe('/es/cart');
    await exit(inside);
    expect(await carts()).toEqual({ [`${id} de`]: ['1 × SKU-1003'], [`${id} es`]: ['2 × SKU-1003', '1 × SKU-1001'] });
  });

  it('S13: two tabs: one in the customer, one that was the clerk’s own: both mean the customer until the exit, and both mean the clerk after it', async () => {
    const max = await clerkWithOwnCart();
    const before = await max.get('/cart');
    const ownForm = { _csrf: max.formToken, version: versionIn(before) };
    const { id } = lineIn(before.html);
    await goIn(max);
    // The old tab's form while inside: of another session, and refused.
    expect((await max.post(`/cart/lines/${id}`, { ...ownForm, quantity: '9' })).status).toBe(403);
    await max.get(PRODUCT);
    await add(max, 'SKU-1001', 1);
    const insideForm = new URLSearchParams({ _csrf: max.formToken, sku: 'SKU-1003', quantity: '1' });
    await exit(max);
    const late = await max.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: insideForm });
    expect((await late.text()).includes('Assist session ended')).toBe(true);
    const own = await max.post(`/cart/lines/${id}`, { ...ownForm, quantity: '3' });
    expect(own.status).toBe(200);
    expect(await carts()).toEqual({ guest: ['3 × SKU-1002'], [CUSTOMER.john]: ['1 × SKU-1001'] });
  });

  it('the checkout asks for a login, and the customer’s cart shows empty: inside, the checkout opens at once with the customer’s lines', async () => {
    await add(await customer(JOHN), 'SKU-1001', 2);
    const max = await clerkWithOwnCart();
    await goIn(max);
    const checkout = await max.get('/checkout');
    expect([checkout.url, checkout.text.includes('You are logged in as'), /Drill driver/.test(checkout.text)]).toEqual(['/checkout', true, true]);
  });

  it('the cart is deleted by starting and ending: a price edited inside and a coupon are there after the exit, in the same cart', async () => {
    await add(await customer(JOHN), 'SKU-1001', 2);
    const [{ id } = { id: '' }] = await openCartsOfJohn();
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await goIn(sarah);
    const line = lineIn((await sarah.get('/cart')).html);
    const priced = await sarah.post(`/cart/lines/${line.id}/price`, { version: line.version, price: '90.00' });
    await sarah.post('/cart/coupon', { version: versionIn(priced), code: 'WELCOME10' });
    await exit(sarah);
    await goIn(sarah);
    await exit(sarah);
    expect(await openCartsOfJohn()).toMatchObject([{ id, coupon_code: 'WELCOME10' }]);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['2 × SKU-1001 at 9000'] });
  });

  it('a cart goes to whoever logs in next at the same browser: the customer before leaves nothing behind, and takes nothing of the next one’s', async () => {
    const browser = shop.browser();
    await browser.get(PRODUCT);
    await add(browser, 'SKU-1001', 1);
    await logInAsCustomer(browser, JOHN);
    await browser.post('/account/logout');
    expect((await browser.get('/cart')).text).toContain('The cart is empty');
    await logInAsCustomer(browser, UMA);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['1 × SKU-1001'] });
    // Without a logout between: the second login means the second customer, and the first one's cart stays the first one's.
    await browser.get('/account');
    await browser.post('/account/login', { email: JOHN, password: PASSWORD, next: '' });
    await add(browser, 'SKU-1003', 2);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['1 × SKU-1001', '2 × SKU-1003'] });
  });

  it('the side cart: no guest’s cart gets into it, and it gets into nobody’s but by the customer’s own answer', async () => {
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/cart/mode', 'default', 0, to_jsonb('side-cart'::text), now())`);
    await add(await customer(JOHN), 'SKU-1001', 2);
    const max = await clerkWithOwnCart();
    await goIn(max);
    await max.get(PRODUCT);
    await add(max, 'SKU-1003', 1);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['2 × SKU-1001'], ...OWN, [`${CUSTOMER.john} side`]: ['1 × SKU-1003'] });
    const guest = shop.browser();
    await guest.get(PRODUCT);
    await add(guest, 'SKU-1001', 1);
    await logInAsCustomer(guest, JOHN);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['3 × SKU-1001'], ...OWN, [`${CUSTOMER.john} side`]: ['1 × SKU-1003'] });
  });
});

describe('C7, C8: with guests about', () => {
  it('C7: a login that brings a guest’s cart along is a change of the customer’s: what staff do against the cart they saw before is refused, a line they add is not', async () => {
    await add(await customer(JOHN), 'SKU-1001', 2);
    const max = await clerkWithOwnCart();
    await goIn(max);
    const seen = await max.get('/cart');
    const { id } = lineIn(seen.html);
    const guest = shop.browser();
    await guest.get(PRODUCT);
    await add(guest, 'SKU-1003', 1);
    await logInAsCustomer(guest, JOHN);
    const stale = await max.post(`/cart/lines/${id}`, { version: versionIn(seen), quantity: '9' });
    expect([stale.text.includes('The cart has changed since you opened it.'), stale.text.includes('SKU-1003')]).toEqual([true, true]);
    expect((await add(max, 'SKU-1001', 1)).text).toContain('SKU-1001 is in the cart.');
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['3 × SKU-1001', '1 × SKU-1003'], ...OWN });
  });

  it('C7: an order against the cart as it was before the login is refused, with nothing ordered', async () => {
    const john = await customer(JOHN);
    await add(john, 'SKU-1001', 2);
    const checkout = await john.get('/checkout');
    const guest = shop.browser();
    await guest.get(PRODUCT);
    await add(guest, 'SKU-1003', 1);
    await logInAsCustomer(guest, JOHN);
    const refused = await john.post('/checkout/place', {
      version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', purchaseOrder: '', comment: '',
    });
    expect(refused.text).toContain('The cart has changed since you opened it.');
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['2 × SKU-1001', '1 × SKU-1003'] });
  });

  it('C8: what came along by a login meanwhile is never undone: “Put back as on entry” is closed (cart-changed-by-others), and the receipt names it', async () => {
    await add(await customer(JOHN), 'SKU-1001', 2);
    const max = await clerkWithOwnCart();
    await goIn(max);
    await max.get('/cart');
    await add(max, 'SKU-1004', 1);
    const guest = shop.browser();
    await guest.get(PRODUCT);
    await add(guest, 'SKU-1003', 1);
    await logInAsCustomer(guest, JOHN);
    const cart = await max.get('/cart');
    expect(cart.text).not.toContain('Put back as on entry');
    expect((await max.post('/cart/restore', { version: versionIn(cart) })).text).toContain('Somebody else has changed this cart since you came');
    const receipt = await exit(max);
    expect([receipt.text.includes('SKU-1003'), receipt.text.includes('Restore cart'), receipt.text.includes('SKU-1002')]).toEqual([true, false, false]);
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['2 × SKU-1001', '1 × SKU-1004', '1 × SKU-1003'], ...OWN });
  });

  it('C8: what was brought along before the entry is on entry, and is put back', async () => {
    const guest = shop.browser();
    await guest.get(PRODUCT);
    await add(guest, 'SKU-1003', 3);
    await logInAsCustomer(guest, JOHN);
    const max = await clerkWithOwnCart();
    await goIn(max);
    const cart = await max.get('/cart');
    const gone = await max.post(`/cart/lines/${lineIn(cart.html).id}/remove`, { version: versionIn(cart) });
    await max.post('/cart/restore', { version: versionIn(gone) });
    expect(await carts()).toEqual({ [CUSTOMER.john]: ['3 × SKU-1003'], ...OWN });
  });
});
