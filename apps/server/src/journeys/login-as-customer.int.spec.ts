import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, hidden, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

async function orderOf(customerId: string): Promise<string> {
  const [row] = await shop.rows<{ number: string }>('select number from purchase where customer_id = $1 order by number limit 1', [customerId]);
  return `/admin/orders/${row?.number ?? ''}`;
}

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

/** Orders and no right to enter, for a while: what a role is given or not. */
async function withResources(email: string, resources: string[], work: (browser: TestBrowser) => Promise<void>): Promise<void> {
  const [role] = await shop.rows<{ id: string }>(`insert into role (name, resources_mode, assist_mode) values ('for a while', 'custom', 'full') returning id`);
  for (const resource of resources) await shop.rows('insert into role_resource (role_id, resource) values ($1, $2)', [role?.id, resource]);
  const [before] = await shop.rows<{ role_id: string }>('select role_id from staff where email = $1', [email]);
  await shop.rows('update staff set role_id = $2 where email = $1', [email, role?.id]);
  try {
    await work(await staff(email));
  } finally {
    await shop.rows('update staff set role_id = $2 where email = $1', [email, before?.role_id]);
    await shop.rows('delete from role where id = $1', [role?.id]);
  }
}

const button = (html: string): string => /<button[^>]*>(?:<svg.*?<\/svg>)?Login as Customer<\/button>/.exec(html)?.[0] ?? '';

describe('B12: “Login as Customer” on the order page', () => {
  it('B12: asks in the contract’s words and leads into the account, and exit leads back to the order with what was done', async () => {
    const admin = await staff(STAFF.admin);
    const path = await orderOf(CUSTOMER.john);
    const order = await admin.get(path);
    expect(button(order.html)).toContain(`data-opens="login-as-${CUSTOMER.john}"`);
    expect(order.html).toMatch(/<dialog [^>]*aria-labelledby="login-as-1001-title"/);
    expect(order.text).toContain('You are about to Login as Customer');
    expect(order.text).toContain("Everything you do here changes the customer's real account, cart and orders.");
    expect(hidden(order.html, 'from')).toBe(path);
    const inside = await admin.post(`/staff/customers/${CUSTOMER.john}/enter`, { from: path, reason: 'complaint', reference: 'T-1' });
    expect(inside.text).toContain('You are logged in as: John Doe');
    await admin.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    const back = await admin.post('/assist/exit');
    expect(back.url).toBe(path);
    expect(back.text).toContain('You have left the account of John Doe.');
    expect(await shop.rows('select reason, reference, return_to from assist_session where subject_id = $1 order by started_at desc limit 1', [CUSTOMER.john])).toEqual([{ reason: 'complaint', reference: 'T-1', return_to: path }]);
  });

  it('B12: without script the button leads to the start page, which asks the same', async () => {
    const admin = await staff(STAFF.admin);
    const path = await orderOf(CUSTOMER.john);
    const start = await admin.get(`/staff/customers/${CUSTOMER.john}/enter?from=${encodeURIComponent(path)}`);
    expect(start.text).toContain('You are about to Login as Customer');
    expect(start.text).toContain("Everything you do here changes the customer's real account, cart and orders.");
    for (const said of ['Reason', 'Reference', 'phone order', 'Cancel', 'Login as Customer']) expect(start.text).toContain(said);
    expect(start.html).toContain(`href="${path}"`);
    expect(hidden(start.html, 'from')).toBe(path);
  });

  it('B12: is absent without the right, and there with it', async () => {
    const path = await orderOf(CUSTOMER.john);
    await withResources(STAFF.max, ['sales.orders'], async (max) => {
      const order = await max.get(path);
      expect(order.status).toBe(200);
      expect(order.text).not.toContain('Als Kunde anmelden');
      expect(order.html).not.toContain('/enter');
    });
    await withResources(STAFF.max, ['sales.orders', 'customers.login-as-customer.login'], async (max) => {
      expect((await max.get(path)).text).toContain('Als Kunde anmelden');
    });
  });

  it('B12: stays with all reasons and what to do, tied to the button as text, where the customer can’t be entered', async () => {
    await shop.rows(`update customer set status = 'blocked' where id = $1`, [CUSTOMER.jane]);
    const [order] = await shop.rows<{ number: string }>('select number from purchase where customer_id <> $1 order by number limit 1', [CUSTOMER.john]);
    await shop.rows('update purchase set customer_id = $1 where number = $2', [CUSTOMER.jane, order?.number]);
    const admin = await staff(STAFF.admin);
    const closed = await admin.get(`/admin/orders/${order?.number ?? ''}`);
    expect(button(closed.html)).toContain('aria-disabled="true"');
    expect(button(closed.html)).toContain(`aria-describedby="login-as-${CUSTOMER.jane}-reasons"`);
    const reasons = new RegExp(`<ul id="login-as-${CUSTOMER.jane}-reasons".*?</ul>`).exec(closed.html)?.[0] ?? '';
    expect(reasons).toContain('This customer account is blocked.');
    expect(reasons).toContain('An administrator can unblock it.');
    expect(reasons).toContain('The customer has not agreed to remote shopping assistance.');
    expect(reasons).toContain('Ask the customer to allow it under Account Information.');
    expect(closed.html).not.toContain(`action="/staff/customers/${CUSTOMER.jane}/enter"`);
    await shop.rows(`update customer set status = 'active' where id = $1`, [CUSTOMER.jane]);
  });

  it('B6: exit never leads to a place of somebody else’s choosing', async () => {
    const admin = await staff(STAFF.admin);
    for (const from of ['https://evil.example/', '//evil.example', '/admin/../account/logout', '/admin/%2e%2e/account', '/admin\\evil', '/admin/x//%5cevil', '/staff/account/logout', '/account', '/staff/customers?q=doe']) {
      await admin.get('/staff');
      await admin.post(`/staff/customers/${CUSTOMER.john}/enter`, { from });
      expect(`${from} led to ${(await admin.post('/assist/exit')).url}`).toMatch(/ led to \/staff\?receipt=/);
    }
  });
});
