import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

async function endOf(email: string): Promise<{ end_reason: string | null }[]> {
  return shop.rows('select s.end_reason from assist_session s join staff a on a.id = s.actor_id where a.email = $1 order by s.started_at desc limit 1', [email]);
}

describe('a session without activity', () => {
  it('S08: stands at 899 s, is over at 900 s, and the log says idle', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    shop.clock.advance(899);
    expect((await sarah.get('/account')).text).toContain('You are logged in as: John Doe');
    shop.clock.advance(900);
    const ended = await sarah.get('/account');
    expect(ended.text).toContain('Assist session ended');
    expect(ended.text).not.toContain('You are logged in as');
    expect(await endOf(STAFF.sarah)).toEqual([{ end_reason: 'idle' }]);
    const entries = await shop.rows<{ action: string; detail: { reason: string } }>(
      `select action, (split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail' as detail from audit_entry where action in ('end', 'expire') order by id desc limit 2`);
    expect(entries.map((entry) => entry.detail.reason)).toEqual(['idle', 'idle']);
    expect((await sarah.get('/staff')).url).toContain('/staff/account/login');
  });

  it('B9: shows the end to whoever clicks next, never the account of the customer logged in beside', async () => {
    const browser = shop.browser();
    await logInAsCustomer(browser, 'uma.unassigned@customer.example');
    await logInAsStaff(browser, STAFF.sarah);
    await enter(browser, CUSTOMER.john);
    shop.clock.advance(901);
    for (const path of ['/account', '/cart', '/', '/nowhere']) {
      const page = await browser.get(path);
      expect(page.text).toContain('Assist session ended');
      expect(page.text).not.toContain('Uma');
    }
    const posted = await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(posted.text).toContain('Assist session ended');
    const [carts] = await shop.rows<{ n: number }>('select count(*)::int as n from cart_line l join cart k on k.id = l.cart_id where k.customer_id = $1', [CUSTOMER.uma]);
    expect(carts?.n).toBe(0);
    await browser.post('/assist/leave', { to: 'shop' });
    expect((await browser.get('/account')).text).toContain('Uma');
  });

  it('S09: activity does not carry a context over its hard limit, and the staff session goes on', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    for (let minutes = 0; minutes < 480; minutes += 14) {
      shop.clock.advance(14 * 60);
      if (minutes + 14 < 480) expect((await sarah.get('/account')).text).toContain('You are logged in as: John Doe');
    }
    expect((await sarah.get('/account')).text).toContain('Assist session ended');
    expect(await endOf(STAFF.sarah)).toEqual([{ end_reason: 'hard-limit' }]);
    expect((await sarah.get('/staff')).url).toBe('/staff');
  });

  it('requests in the portal keep the context alive, and those in the context the portal', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    for (const path of ['/staff', '/account', '/staff', '/account']) {
      shop.clock.advance(800);
      expect((await sarah.get(path)).url).toBe(path);
    }
    await sarah.get('/account');
    await sarah.post('/assist/exit');
  });
});

describe('a context ends at once (B9)', () => {
  it.each([
    ['consent withdrawn', `update consent set answer = 'refused' where customer_id = ${CUSTOMER.john} and superseded_at is null`, 'consent-withdrawn', `update consent set answer = 'given' where customer_id = ${CUSTOMER.john} and superseded_at is null`],
    ['customer blocked', `update customer set status = 'blocked' where id = ${CUSTOMER.john}`, 'customer-blocked', `update customer set status = 'active' where id = ${CUSTOMER.john}`],
    ['actor deactivated', `update staff set active = false where email = '${STAFF.sarah}'`, 'actor-deactivated', `update staff set active = true where email = '${STAFF.sarah}'`],
    ['assignment taken away', `update customer_staff set staff_id = (select id from staff where email = '${STAFF.max}') where customer_id = ${CUSTOMER.john}`, 'assignment-lost', `update customer_staff set staff_id = (select id from staff where email = '${STAFF.sarah}') where customer_id = ${CUSTOMER.john}`],
    ['right taken away', `delete from role_resource where resource = 'customers.login-as-customer.login' and role_id = (select role_id from staff where email = '${STAFF.sarah}')`, 'permission-lost', `insert into role_resource select role_id, 'customers.login-as-customer.login' from staff where email = '${STAFF.sarah}'`],
    ['feature switched off', `insert into setting_value values ('assist/enabled', 'default', 0, 'false', now(), null)`, 'feature-off', `delete from setting_value where path = 'assist/enabled'`],
  ] as const)('%s: the next request is refused, the reason on record', async (_what, change, reason, undo) => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    await shop.rows(change);
    try {
      const page = await sarah.get('/cart');
      expect(page.text).toContain('Assist session ended');
      expect(await endOf(STAFF.sarah)).toEqual([{ end_reason: reason }]);
    } finally {
      await shop.rows(undo);
    }
  });

  it('staff log out ends the context with it', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    await sarah.get('/staff');
    await sarah.post('/staff/account/logout');
    expect(await endOf(STAFF.sarah)).toEqual([{ end_reason: 'staff-logout' }]);
    expect((await sarah.get('/account')).text).toContain('Assist session ended');
  });

  it('S14: leaves the customer’s own sessions alone', async () => {
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    await sarah.get('/account');
    await sarah.post('/assist/exit');
    expect((await john.get('/account')).url).toBe('/account');
  });
});
