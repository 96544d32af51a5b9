import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, STAFF, enter, hidden, lineIn, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
afterEach(() => expectInvariants(shop));

interface LogRow {
  action: string;
  result: string;
  codes: string[];
}

/** The newest refusals, newest first: what the record says was refused, and why. */
async function log(limit = 1): Promise<LogRow[]> {
  return shop.rows<LogRow>(
    `select e.action_group || '.' || e.action as action, e.result,
      array(select jsonb_array_elements_text((split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes')) as codes
     from audit_entry e where e.result = 'refused' order by e.id desc limit $1`, [limit]);
}

async function liveContexts(email: string): Promise<number> {
  const [row] = await shop.rows<{ n: number }>('select count(*)::int as n from assist_session s join staff a on a.id = s.actor_id where a.email = $1 and s.ended_at is null', [email]);
  return row?.n ?? -1;
}

async function sarahIn(customer: string): Promise<TestBrowser> {
  const sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, customer, { switch: '1' });
  return sarah;
}

describe('who may not be entered', () => {
  const cases = [
    { who: 'Jane, who never gave consent', id: CUSTOMER.jane, code: 'consent-missing', says: 'has not agreed' },
    { who: 'Bo, who is blocked', id: CUSTOMER.bo, code: 'customer-blocked', says: 'blocked' },
    { who: 'Uma, who is not Sarah’s', id: CUSTOMER.uma, code: 'customer-not-assigned', says: 'not assigned' },
  ];
  it.each(cases)('$who: refused with the reason on the page and in the record', async ({ id, code, says }) => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    const refused = await enter(sarah, id);
    expect([403, 422]).toContain(refused.status);
    expect(refused.text.toLowerCase()).toContain(says);
    expect(sarah.cookies.has('__Host-assist')).toBe(false);
    expect(await liveContexts(STAFF.sarah)).toBe(0);
    const [entry] = await log();
    expect(entry).toMatchObject({ action: 'login-as-customer.refused', result: 'refused' });
    expect(entry?.codes).toContain(code);
  });

  it('the customer list says every reason in place and offers no way in', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    const list = await sarah.get('/staff/customers?q=roe');
    expect(list.text).toContain('Jane Roe');
    expect(list.html).not.toContain(`action="/staff/customers/${CUSTOMER.jane}/enter"`);
    expect(list.html).toContain('Login to this account: Jane Roe');
  });

  it('shows Sarah none of the customers that are not hers, neither in the list nor before a start', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    expect((await sarah.get('/staff/customers?q=uma')).text).not.toContain('Uma Unassigned');
    const start = await sarah.get(`/staff/customers/${CUSTOMER.uma}/enter`);
    expect(start.text).not.toMatch(/Uma|uma\.unassigned/);
  });
});

describe('a second customer at once', () => {
  it('is refused with an offer to switch, and switching ends the first on record', async () => {
    const sarah = await sarahIn(CUSTOMER.john);
    const [other] = await shop.rows<{ id: string }>(
      `select c.id::text from customer c join customer_staff cs on cs.customer_id = c.id join staff a on a.id = cs.staff_id join consent k on k.customer_id = c.id and k.answer = 'given' and k.superseded_at is null
       where a.email = $1 and c.status = 'active' and c.confirmed_at is not null and c.id <> $2 limit 1`, [STAFF.sarah, CUSTOMER.john]);
    const asked = await enter(sarah, other?.id ?? '');
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('John Doe');
    expect((await log())[0]).toMatchObject({ action: 'login-as-customer.refused', codes: ['already-in-customer'] });
    const switched = await sarah.post(`/staff/customers/${other?.id ?? ''}/enter`, { switch: '1' });
    expect(switched.url).toBe('/account');
    expect(await liveContexts(STAFF.sarah)).toBe(1);
    const ended = await shop.rows(`select end_reason from assist_session where end_reason = 'switch'`);
    expect(ended).toHaveLength(1);
    await sarah.post('/assist/exit');
  });

  it('S12: 50 starts at once leave one context', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await sarah.get('/staff/customers');
    const token = sarah.formToken;
    const answers = await Promise.all(Array.from({ length: 50 }, () =>
      sarah.raw(`/staff/customers/${CUSTOMER.john}/enter`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: token }) })));
    const entered = answers.filter((answer) => answer.status === 303);
    expect(entered).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(49);
    expect(await liveContexts(STAFF.sarah)).toBe(1);
    const [starts] = await shop.rows<{ n: number }>(`select count(*)::int as n from audit_entry e join assist_session s on s.id = e.stream where e.action = 'start' and s.ended_at is null`);
    expect(starts?.n).toBe(1);
  });
});

describe('prices that are none', () => {
  let sarah: TestBrowser;
  let line: { id: string; version: string };
  beforeAll(async () => {
    sarah = await sarahIn(CUSTOMER.john);
    line = lineIn((await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' })).html);
  });
  const cases = [
    ['-1', 'price-negative'], ['abc', 'price-not-a-number'], ['0', 'price-zero'], ['1.234', 'price-too-precise'], ['1e3', 'price-not-a-number'],
    ['', 'price-missing'], ['１２', 'price-not-a-number'], ['0x10', 'price-not-a-number'], ['1,50', 'price-not-a-number'], ['99999999999999', 'price-too-large'],
  ] as const;
  it.each(cases)('%j is refused at the field, kept as typed, and stored nowhere', async (price, code) => {
    await sarah.get('/cart');
    const refused = await sarah.post(`/cart/lines/${line.id}/price`, { version: line.version, price });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('aria-invalid');
    if (price !== '') expect(refused.html).toContain(`value="${price}"`);
    expect((await log())[0]).toMatchObject({ action: 'cart.set-price', result: 'refused', codes: [code] });
    const [stored] = await shop.rows<{ override_minor: string | null }>('select override_minor::text from cart_line where id = $1', [line.id]);
    expect(stored?.override_minor).toBeNull();
  });

  it('M18: an older version of the cart is refused', async () => {
    await sarah.get('/cart');
    const set = await sarah.post(`/cart/lines/${line.id}/price`, { version: line.version, price: '90.00' });
    expect(set.status).toBe(200);
    const stale = await sarah.post(`/cart/lines/${line.id}/price`, { version: line.version, price: '70.00' });
    expect(stale.status).toBe(422);
    expect((await log())[0]).toMatchObject({ codes: ['cart-changed'] });
    const [stored] = await shop.rows<{ minor: string }>('select override_minor::text as minor from cart_line where id = $1', [line.id]);
    expect(stored?.minor).toBe('9000');
  });

  it('K09: of ten edits at once against one version, one is made, and the record says that one', async () => {
    const { version } = lineIn((await sarah.get('/cart')).html);
    const token = sarah.formToken;
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) =>
      sarah.raw(`/cart/lines/${line.id}/price`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: token, version, price: `${60 + at}.00` }) })));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(9);
    const [stored] = await shop.rows<{ minor: string; version: number }>('select l.override_minor::text as minor, k.version from cart_line l join cart k on k.id = l.cart_id where l.id = $1', [line.id]);
    expect(stored?.version).toBe(Number(version) + 1);
    const [entry] = await shop.rows<{ after: string }>(
      `select (split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'after' as after from audit_entry where action = 'set-price' and result = 'done' order by id desc limit 1`);
    expect(entry?.after).toBe(stored?.minor);
  });

  it('M22: a price that this customer is not offered can’t be chosen', async () => {
    const cart = await sarah.get('/cart');
    const refused = await sarah.post(`/cart/lines/${line.id}/price`, { version: lineIn(cart.html).version, alternative: 'price-list:999' });
    expect(refused.status).toBe(422);
    expect((await log())[0]).toMatchObject({ codes: ['alternative-not-offered'] });
  });

  it('M16: a customer himself has no price to edit', async () => {
    const john = shop.browser();
    await john.get('/account/login');
    await john.post('/account/login', { email: 'john.doe@customer.example', password: 'demo-Onbehalf-2026' });
    const cart = await john.get('/cart');
    expect(cart.html).not.toContain('Edit Price');
    const refused = await john.post(`/cart/lines/${line.id}/price`, { version: lineIn(cart.html).version, price: '1.00' });
    expect(refused.status).toBe(403);
  });

  it('M16: Max, who may not edit prices, is told so and refused', async () => {
    await sarah.post('/assist/exit');
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    await enter(max, CUSTOMER.john);
    const cart = await max.get('/cart');
    expect(cart.html).not.toContain('name="price"');
    const refused = await max.post(`/cart/lines/${line.id}/price`, { version: hidden(cart.html, 'version'), price: '1.00' });
    expect(refused.status).toBe(422);
    expect((await log())[0]?.codes).toContain('actor-may-not-edit-price');
    await max.post('/assist/exit');
  });
});

describe('what is never possible in a context (B16)', () => {
  it.each([
    ['POST', '/account/password', { current: 'demo-Onbehalf-2026', password: 'another-long-password' }],
    ['POST', '/account/forgot', { email: 'john.doe@customer.example' }],
    ['POST', '/account/login', { email: 'john.doe@customer.example', password: 'demo-Onbehalf-2026' }],
    ['GET', '/account/password', {}],
  ] as const)('%s %s goes back to the dashboard with the sentence, and is on record', async (method, path, fields) => {
    const sarah = await sarahIn(CUSTOMER.john);
    const [before] = await shop.rows('select password_hash from customer where id = $1', [CUSTOMER.john]);
    const answer = method === 'GET' ? await sarah.get(path) : await sarah.post(path, fields);
    expect(answer.url).toBe('/account');
    expect(answer.text).toContain('This page is not available while you assist a customer.');
    expect(await log(5)).toContainEqual({ action: 'login-as-customer.restricted-page', result: 'refused', codes: ['not-available-in-context'] });
    expect(await shop.rows('select password_hash from customer where id = $1', [CUSTOMER.john])).toEqual([before]);
    await sarah.post('/assist/exit');
  });

  it('C02: consent posted from inside changes nothing', async () => {
    const sarah = await sarahIn(CUSTOMER.john);
    const before = await shop.rows('select id, answer from consent where customer_id = $1 order by id', [CUSTOMER.john]);
    const page = await sarah.get('/account/information');
    expect(page.html).not.toContain('name="consent"');
    await sarah.post('/account/information', { firstName: 'John', lastName: 'Doe', phone: '555-0100', company: '', vatNumber: '', consentShown: '1' });
    expect(await shop.rows('select id, answer from consent where customer_id = $1 order by id', [CUSTOMER.john])).toEqual(before);
    await sarah.post('/assist/exit');
  });
});

function additionWith(token: string): URLSearchParams {
  return new URLSearchParams({ _csrf: token, sku: 'SKU-1001', quantity: '1' });
}

describe('credentials don’t stand in for each other (B2, I2)', () => {
  it('the context’s cookie opens nothing of the portal, and the staff cookie nothing of the account', async () => {
    const sarah = await sarahIn(CUSTOMER.john);
    const assist = sarah.cookies.get('__Host-assist') ?? '';
    const staff = sarah.cookies.get('__Host-staff') ?? '';
    const asStaff = await fetch(`${sarah.origin}/staff`, { redirect: 'manual', headers: { cookie: `__Host-staff=${assist}` } });
    expect(asStaff.headers.get('location')).toContain('/staff/account/login');
    const asCustomer = await fetch(`${sarah.origin}/account`, { redirect: 'manual', headers: { cookie: `__Host-shop=${staff}` } });
    expect(asCustomer.headers.get('location')).toContain('/account/login');
    const asContext = await fetch(`${sarah.origin}/account`, { redirect: 'manual', headers: { cookie: `__Host-assist=${staff}` } });
    expect(await asContext.text()).toContain('Assist session ended');
    await sarah.post('/assist/exit');
  });

  it('X02: a form from elsewhere is refused, X05: and one with another session’s token', async () => {
    const sarah = await sarahIn(CUSTOMER.john);
    await sarah.get('/cart');
    const elsewhere = await sarah.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, body: additionWith(sarah.formToken) });
    expect(elsewhere.status).toBe(403);
    const nowhere = await sarah.raw('/cart/lines', { method: 'POST', body: additionWith(sarah.formToken) });
    expect(nowhere.status).toBe(403);
    await sarah.get('/staff/customers');
    const portal = await sarah.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: additionWith(sarah.formToken) });
    expect(portal.status).toBe(403);
    await sarah.post('/assist/exit');
  });

  it('X01: no change by GET', async () => {
    const sarah = await sarahIn(CUSTOMER.john);
    expect((await sarah.get('/assist/exit')).status).toBe(404);
    expect((await sarah.get('/account')).text).toContain('You are logged in as: John Doe');
    await sarah.post('/assist/exit');
  });
});
