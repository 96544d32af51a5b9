import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { asAdmin, makeDocument, order } from '../testing/orders.ts';
import { CUSTOMER, hidden, logInAsCustomer, PASSWORD, STAFF } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
let john: TestBrowser;
let jane: TestBrowser;
let company = '';

beforeAll(async () => {
  shop = await openDemoShop();
  admin = await asAdmin(shop);
  [john, jane] = [shop.browser(), shop.browser()];
  await logInAsCustomer(john, 'john.doe@customer.example');
  await logInAsCustomer(jane, 'jane.roe@customer.example');
  const [made] = await shop.rows<{ id: string }>(`insert into company (website_id, name, customer_group_id) select 1, 'Acme Works', customer_group_id from customer where id = $1 returning id::text`, [CUSTOMER.john]);
  company = made?.id ?? '';
  await shop.rows(`update customer set company_id = $1, company_role = 'administrator' where id in ($2, $3)`, [company, CUSTOMER.john, CUSTOMER.jane]);
  await shop.rows(`update purchase set company_id = null where company_id = $1`, [company]);
});
afterAll(async () => {
  await expectInvariants(shop);
  await shop.close();
});
beforeEach(async () => {
  await shop.rows(`update cart set status = 'ordered' where status = 'open'`);
  await terms({});
});

/** Days to pay and limit as an administrator types them. */
async function terms({ paymentDays = '', creditLimit = '' }): Promise<Visit> {
  await admin.get(`/admin/companies/${company}`);
  const [row] = await shop.rows<{ group: string }>('select customer_group_id::text as "group" from company where id = $1', [company]);
  return admin.post(`/admin/companies/${company}`, { name: 'Acme Works', vatNumber: '', group: row?.group ?? '', orderVisibility: 'own', paymentDays, creditLimit });
}
const day = (days: number): string => new Date(shop.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const words = (text: string): string => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
/** The store's day may not be UTC's. */
const storeDay = async (days: number): Promise<string> => (await shop.rows<{ day: string }>(`select to_char(($1::timestamptz at time zone time_zone)::date + $2::int, 'YYYY-MM-DD') as day from store where id = 1`, [shop.clock.now(), days]))[0]?.day ?? day(days);
const fill = async (browser: TestBrowser, quantity = 1): Promise<Visit> => {
  await browser.get('/cart');
  await browser.post('/cart/lines', { sku: 'SKU-1004', quantity: String(quantity) });
  return browser.get('/checkout');
};
const form = ({ html }: Visit, payment: string): Record<string, string> => (
  { version: hidden(html, 'version'), key: hidden(html, 'key'), expectedTotal: hidden(html, 'expectedTotal'), address: /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '', shipping: 'standard', payment, purchaseOrder: 'PO-1', comment: '' });
const owed = async (): Promise<bigint> => BigInt((await shop.rows<{ sum: string }>(`select coalesce(sum(total), 0)::text as sum from purchase where company_id = $1 and payment_days is not null`, [company]))[0]?.sum ?? 0);

const shown = async (days: number): Promise<boolean> => (await fill(john)).text.includes(`Payable by ${words(await storeDay(days))}`);
/** What the company owes: orders that are paid after their invoices, without what has been paid. */
const open = async (): Promise<string> => (await shop.rows<{ sum: string }>(
  `select coalesce(sum(p.total - (select coalesce(sum(d.total), 0) from sales_document d where d.purchase_id = p.id and d.paid_at is not null)), 0)::text as sum
     from purchase p where company_id = $1 and payment_days is not null and status <> 'cancelled'`, [company]))[0]?.sum ?? '0';

describe('G3: days to pay', () => {
  it('are a customer’s own where he buys for no company, and none where the money comes first', async () => {
    const browser = shop.browser();
    const [other] = await shop.rows<{ id: string; email: string }>(`select c.id::text, c.email from customer c join customer_address a on a.customer_id = c.id and a.is_default where c.website_id = 1 and c.company_id is null and c.status = 'active' and c.confirmed_at is not null and c.store_id = 1 order by c.id desc limit 1`);
    await logInAsCustomer(browser, other?.email ?? '');
    const page = await admin.get(`/admin/customers/${other?.id ?? ''}/information`);
    const typed = Object.fromEntries(['firstName', 'lastName', 'email', 'phone', 'company', 'vatNumber', 'externalId'].map((name) => [name, new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page.html)?.[1] ?? '']));
    const [row] = await shop.rows<{ store: string; group: string }>('select store_id::text as store, customer_group_id::text as "group" from customer where id = $1', [other?.id ?? '']);
    const save = (paymentDays: string) => admin.post(`/admin/customers/${other?.id ?? ''}/information`, { ...typed, store: row?.store ?? '', group: row?.group ?? '', status: 'active', confirmed: '1', paymentDays });
    expect((await save('soon')).text).toContain('Days to pay are a whole number');
    await save('7');
    expect((await fill(browser)).text).toContain(`Payable by ${words(await storeDay(7))}`);
    const placed = await browser.post('/checkout/place', form(await browser.get('/checkout'), 'bank-transfer'));
    expect(await shop.rows('select payment_days, due_on from purchase where number = $1', [placed.url.split('/').at(-1) ?? ''])).toEqual([{ payment_days: null, due_on: null }]);
  });

  it('payment/terms_days: the website’s days, at the default scope and at a website’s', async () => {
    // The ways to pay stand on the same page, and none of them ticked is none.
    const set = async (value: string, scope = 'default') => {
      const saved = await saveSetting(shop, { section: 'sales-payment', path: 'payment/terms_days', value, scope });
      await forgetSetting(shop, 'payment/methods');
      return saved;
    };
    expect(await shown(30)).toBe(true);
    await set('10');
    expect(await shown(10)).toBe(true);
    await set('20', 'website:1');
    expect(await shown(20)).toBe(true);
    expect((await set('366')).status).toBe(422);
    await forgetSetting(shop, 'payment/terms_days');
  });
});

describe('G2: what a company may owe', () => {
  it('refuses an order above it on account and by purchase order, says what is left, and takes another way to pay', async () => {
    admin = await asAdmin(shop);
    const before = await owed();
    const checkout = await fill(john);
    const total = BigInt(hidden(checkout.html, 'expectedTotal'));
    const paid = BigInt(await open());
    const limit = paid + total - 1n;
    expect((await terms({ creditLimit: 'lots' })).status).toBe(422);
    expect((await terms({ creditLimit: `${limit / 100n}.${String(limit % 100n).padStart(2, '0')}` })).text).toContain('The company is saved.');
    const refusing = await john.get('/checkout');
    expect(refusing.text).toContain('The company may owe');
    expect(refusing.html).toMatch(/<input(?=[^>]*value="on-account")(?=[^>]*disabled)/);
    expect(refusing.html).toMatch(/<input(?=[^>]*value="bank-transfer")(?=[^>]*checked)/);
    for (const payment of ['on-account', 'purchase-order']) {
      const refused = await john.post('/checkout/place', form(refusing, payment));
      expect([refused.status, refused.text.includes('Choose another way to pay')]).toEqual([422, true]);
    }
    expect(await owed()).toBe(before);
    expect((await shop.rows(`select 1 from audit_entry where action_group = 'order' and action = 'place' and result = 'refused' and subject_id = $1`, [CUSTOMER.john])).length).toBe(2);
    const placed = await john.post('/checkout/place', form(refusing, 'bank-transfer'));
    expect(placed.url).toContain('/placed/');
    // One cent more, and it may be owed.
    await terms({ creditLimit: `${(limit + 1n) / 100n}.${String((limit + 1n) % 100n).padStart(2, '0')}` });
    expect((await john.post('/checkout/place', form(await fill(john), 'on-account'))).url).toContain('/placed/');
    expect((await admin.get(`/admin/companies/${company}`)).text).toContain('It owes');
  });

  it('what is paid may be owed again', async () => {
    const { number } = await order(john, [{ sku: 'SKU-1004', quantity: 1 }]);
    const total = BigInt(hidden((await fill(john)).html, 'expectedTotal'));
    await shop.rows('update company set credit_limit = $2::bigint + $3::bigint - 1 where id = $1', [company, await open(), total]);
    const isRefused = async () => (await john.get('/checkout')).text.includes('The company may owe');
    expect(await isRefused()).toBe(true);
    await makeDocument(admin, number, 'invoice');
    expect(await isRefused()).toBe(true);
    const [invoice] = await shop.rows<{ number: string }>(`select d.number from sales_document d join purchase p on p.id = d.purchase_id where p.number = $1`, [number]);
    await admin.post(`/admin/invoices/${invoice?.number ?? ''}/payment`, { reference: '' });
    expect(await isRefused()).toBe(false);
  });

  it('of two buyers who order at the same time, and of whom one fits, one order is made', async () => {
    const [a, b] = [await fill(john), await fill(jane)];
    const totals = [a, b].map(({ html }) => BigInt(hidden(html, 'expectedTotal')));
    const most = totals.reduce((one, other) => (one > other ? one : other));
    await shop.rows('update company set credit_limit = $2::bigint + $3::bigint where id = $1', [company, await open(), most]);
    for (let round = 0; round < 4; round += 1) {
      const before = await owed();
      const forms = [form(await john.get('/checkout'), 'on-account'), form(await jane.get('/checkout'), 'on-account')];
      const done = await Promise.all([john.post('/checkout/place', forms[0]), jane.post('/checkout/place', forms[1])]);
      expect(done.map(({ url }) => url.includes('/placed/')).filter(Boolean)).toHaveLength(1);
      expect(done.find(({ url }) => !url.includes('/placed/'))?.text).toContain('Choose another way to pay');
      expect(await owed()).toBeGreaterThan(before);
      await shop.rows(`update purchase set status = 'cancelled' where id = (select max(id) from purchase where company_id = $1)`, [company]);
      await shop.rows(`update cart set status = 'ordered' where status = 'open'`);
      await fill(john);
      await fill(jane);
    }
  });

  it('H1: REST says by when, and why not', async () => {
    const api = new ApiClient(shop.server.origin);
    const staff = await api.call('POST', '/V1/staff/token', { email: STAFF.admin, password: PASSWORD });
    const inside = await api.with(staff.body['token']).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, confirm: true });
    const context = api.with(inside.body['token']);
    await fill(john);
    await shop.rows('update company set credit_limit = 1 where id = $1', [company]);
    const { body } = await context.call('GET', '/V1/checkout');
    expect(body['paymentMethods']).toEqual(expect.arrayContaining([
      expect.objectContaining({ code: 'on-account', payableBy: await storeDay(30), refused: 'credit-limit' }), expect.objectContaining({ code: 'purchase-order', refused: 'credit-limit' }),
      expect.objectContaining({ code: 'bank-transfer', payableBy: null, refused: null }),
    ]));
  });
});

describe('G3: days to pay, as they go by', () => {
  it('stand at the checkout as a day, are frozen on the order, and count from the invoice on page, mail and paper, until it is overdue', async () => {
    expect((await terms({ paymentDays: '14' })).text).toContain('The company is saved.');
    expect((await fill(john)).text).toContain(`Payable by ${words(await storeDay(14))}`);
    const { number } = await order(john, []);
    await terms({ paymentDays: '60' });
    expect(await shop.rows('select payment_days::int as days, due_on::text as due from purchase where number = $1', [number])).toEqual([{ days: 14, due: await storeDay(14) }]);
    const [mail] = await shop.rows<{ id: string }>(`select id from mail where template = 'order-confirmation' and params->>'order' = $1`, [number]);
    for (const page of [await john.get(`/account/orders/${number}`), await admin.get(`/admin/mails/${mail?.id ?? ''}/body`), await admin.get(`/admin/orders/${number}`)]) expect(page.text).toContain(`Payable by ${words(await storeDay(14))}`);
    // Invoiced three days later, it is due three days later.
    shop.clock.advance(3 * 86_400);
    admin = await asAdmin(shop);
    await logInAsCustomer(john, 'john.doe@customer.example');
    await makeDocument(admin, number, 'invoice');
    const [invoice] = await shop.rows<{ number: string; due: string }>(`select d.number, d.due_on::text as due from sales_document d join purchase p on p.id = d.purchase_id where p.number = $1`, [number]);
    expect(invoice?.due).toBe(await storeDay(14));
    const path = invoice?.number ?? '';
    expect((await john.get(`/account/orders/${number}/invoices/${path}`)).text).toContain(words(await storeDay(14)));
    shop.clock.advance(15 * 86_400);
    admin = await asAdmin(shop);
    await logInAsCustomer(john, 'john.doe@customer.example');
    for (const page of [await admin.get(`/admin/invoices/${path}`), await admin.get('/admin/invoices'), await admin.get(`/admin/orders/${number}`), await john.get(`/account/orders/${number}`)]) expect(page.text).toContain('Overdue by 1 day');
    await admin.post(`/admin/invoices/${path}/payment`, { reference: 'bank' });
    for (const page of [await admin.get(`/admin/invoices/${path}`), await admin.get(`/admin/orders/${number}`)]) {
      expect(page.text).not.toContain('Overdue');
      expect(page.text).not.toContain('Payable by');
    }
  });
});
