// How long a member of staff may go on, as the pages say it and let it be put off (B8), and what an ended session says (B9).
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { recordOf } from '../testing/record-of.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterEach(() => expectInvariants(shop));
afterAll(() => shop.close());

async function inside(email: string = STAFF.sarah, customer: string = CUSTOMER.john): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  await enter(browser, customer, { switch: '1', confirm: '1' });
  return browser;
}

const stateAt = async (browser: TestBrowser, path = '/assist/state'): Promise<unknown> => (await browser.raw(path, {})).json();
const quietly = async (browser: TestBrowser, path: string): Promise<Response> =>
  browser.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: browser.formToken, quiet: '1' }) });

describe('what is left', () => {
  it('B8, S08: a countdown that asks keeps nothing alive, and hears the truth', async () => {
    const sarah = await inside();
    expect(await stateAt(sarah)).toEqual({ idle: 900, limit: 28_800 });
    shop.clock.advance(500);
    expect(await stateAt(sarah)).toMatchObject({ idle: expect.toSatisfy((left: number) => left <= 400 && left > 390) as number });
    expect(await stateAt(sarah, '/staff/account/session')).toMatchObject({ limit: null });
    shop.clock.advance(400);
    expect(await stateAt(sarah)).toEqual({ over: true });
    expect(await stateAt(sarah, '/staff/account/session')).toEqual({ over: true });
    const entries = await recordOf(shop, CUSTOMER.john, 10);
    expect(entries.filter(({ result }) => result === 'refused'), 'asking by itself is nobody’s attempt').toEqual([]);
    expect(entries[0]).toMatchObject({ action: 'login-as-customer.end', detail: { reason: 'idle' } });
  });

  it('B8: says it to staff in the portal and in a context, and to nobody else', async () => {
    const sarah = await inside();
    const page = await sarah.get('/account');
    expect(page.html).toContain('<session-clock idle="900" idle-warn="120" limit="28800" limit-warn="120" state="/assist/state"');
    expect(page.text).toMatch(/Without activity it ends at \d/);
    expect((await sarah.get('/staff/orders')).html).toContain('<session-clock idle="900" idle-warn="120" limit-warn="0" state="/staff/account/session"');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    for (const path of ['/account', '/cart']) expect((await john.get(path)).html).not.toContain('session-clock');
    expect((await john.get('/staff/account/login')).html).not.toContain('session-clock');
    expect(await stateAt(john)).toEqual({ over: true });
  });
});

describe('"Stay logged in"', () => {
  it('B8: puts the idle end off in portal and context alike, on record, and leads back to where one was', async () => {
    const sarah = await inside();
    const page = await sarah.get('/c/power-tools?sort=name');
    expect(page.html).toContain('name="next" value="/c/power-tools?sort=name"');
    shop.clock.advance(890);
    const back = await sarah.post('/assist/extend', { next: '/c/power-tools?sort=name' });
    expect(back.url).toBe('/c/power-tools?sort=name');
    expect(back.text).toContain('You are still logged in.');
    shop.clock.advance(890);
    expect(await (await quietly(sarah, '/assist/extend')).json()).toMatchObject({ idle: 900 });
    expect((await recordOf(shop, CUSTOMER.john))[0]?.action).toBe('login-as-customer.extend');
    await sarah.get('/staff/orders');
    shop.clock.advance(890);
    const portal = await sarah.post('/staff/account/extend', { next: '/staff/orders' });
    expect([portal.url, portal.text.includes('You are still logged in.')]).toEqual(['/staff/orders', true]);
    expect(await stateAt(sarah), 'use in the portal is use').toMatchObject({ idle: expect.toSatisfy((left: number) => left > 890) as number });
  });

  it('B8: never puts the hard limit off, says so, and leads nowhere else', async () => {
    await saveSetting(shop, { section: 'customers-login-as-customer', path: 'assist/session/max_lifetime', value: '1000' });
    try {
      const sarah = await inside();
      shop.clock.advance(850);
      await sarah.get('/account');
      shop.clock.advance(50);
      const page = await sarah.get('/account');
      expect(page.html).toMatch(/<p class="assist-question" data-limit="">It ends soon/);
      expect(page.html).toMatch(/data-question="" hidden/);
      expect((await sarah.post('/assist/extend', { next: 'https://evil.example/' })).url).toBe('/account');
      shop.clock.advance(100);
      expect((await sarah.post('/assist/extend')).text).toContain('Assist session ended: it reached its longest time');
      expect((await sarah.get('/staff')).url).toBe('/staff');
    } finally {
      await forgetSetting(shop, 'assist/session/max_lifetime');
    }
  });

  it('B8: does nothing for who has been logged out, or for another page’s form', async () => {
    const sarah = await inside();
    await sarah.get('/account');
    const forged = await sarah.raw('/assist/extend', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: 'nonsense', quiet: '1' }) });
    expect(forged.status).toBe(403);
    shop.clock.advance(901);
    const late = await quietly(sarah, '/assist/extend');
    expect(late.headers.get('content-type')).toContain('text/html');
    expect(await late.text()).toContain('Assist session ended: no activity for 15 minutes');
    await sarah.get('/staff/account/login');
    expect((await quietly(sarah, '/staff/account/extend')).status).toBe(303);
  });
});

describe('what an ended session says', () => {
  it('B6, S16: a page that outlived its exit sends a form: nothing is done, and the end is what it shows', async () => {
    const sarah = await inside();
    await sarah.get('/p/drill-driver-18v-60');
    const stale = sarah.formToken;
    await sarah.post('/assist/exit');
    await logInAsCustomer(sarah, 'uma.unassigned@customer.example');
    const [before] = await shop.rows<{ n: number }>('select count(*)::int as n from cart_line');
    const late = await sarah.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: stale, sku: 'SKU-1001', quantity: '1' }) });
    const text = await late.text();
    expect(late.status).toBe(409);
    expect(text).toContain('Assist session ended: you logged out from the customer');
    for (const unsaid of ['John Doe', 'Sarah Johnson']) expect(text).not.toContain(unsaid);
    expect(await shop.rows<{ n: number }>('select count(*)::int as n from cart_line')).toEqual([before]);
    const forged = await sarah.raw('/cart/lines', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: `${stale.slice(0, -2)}AA`, sku: 'SKU-1001', quantity: '1' }) });
    expect([forged.status, (await forged.text()).includes('Assist session ended')]).toEqual([403, false]);
  });

  it('B9: leads on, each end in its own way, and by a click into the shop, where the session is forgotten', async () => {
    const sarah = await inside();
    await shop.rows(`update customer set status = 'blocked' where id = ${CUSTOMER.john}`);
    try {
      const blocked = await sarah.get('/account');
      expect(blocked.text).toContain('An administrator knows more.');
      expect(blocked.html).toContain('/staff/customers"');
    } finally {
      await shop.rows(`update customer set status = 'active' where id = ${CUSTOMER.john}`);
    }
    const left = await sarah.post('/assist/leave', { to: 'shop' });
    expect([left.url, left.text.includes('Assist session ended')]).toEqual(['/', false]);
    const again = await inside();
    await shop.rows(`update assist_session set hard_limit_at = started_at + interval '1 millisecond' where ended_at is null and subject_id = $1`, [CUSTOMER.john]);
    const over = await again.get('/account');
    expect(over.html).toContain(`/staff/customers/${CUSTOMER.john}"`);
    expect(over.text).toContain('From the customer’s page you can enter the account again.');
  });

  it('B9: a cookie that was never one of ours names nobody and guesses no reason', async () => {
    const browser = shop.browser();
    const sarah = await inside();
    for (const name of sarah.cookies.keys()) if (name.includes('assist')) browser.cookies.set(name, 'oas_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    const page = await browser.get('/account');
    expect(page.text).toContain('Assist session ended: it is no longer known here');
    expect(page.text).not.toContain('You are no longer in the account of .');
  });
});

describe('the customer’s own pages', () => {
  it('B20: hear who comes and goes while they stand, by the name the shop gives; nobody else does', async () => {
    await (await inside()).post('/assist/exit');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect(await stateAt(john, '/account/assistance/now')).toEqual({ helping: [] });
    const sarah = await inside();
    const now = (await stateAt(john, '/account/assistance/now')) as { helping: { id: string; name: string }[] };
    expect(now.helping.map(({ name }) => name)).toEqual(['Sarah Johnson']);
    expect((await sarah.raw('/account/assistance/now', {})).status, 'not from inside').not.toBe(200);
    expect((await shop.browser().raw('/account/assistance/now', {})).status).toBe(303);
    const page = await john.get('/account');
    expect(page.html).toContain('<helping-notes src="/account/assistance/now"');
    await john.post(`/account/assistance/${now.helping[0]?.id ?? ''}/stop`);
    expect(await stateAt(john, '/account/assistance/now')).toEqual({ helping: [] });
    expect((await sarah.get('/account')).text).toContain('Assist session ended: the customer stopped it');
    expect((await sarah.get('/account')).text).toContain('Speak with the customer before you enter the account again.');
  });
});
