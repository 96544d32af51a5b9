import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { asAdmin, assistedOrder, makeDocument, order, ownOrder } from '../testing/orders.ts';
import { CUSTOMER, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  admin = await asAdmin(shop);
  // Forty orders of five: more than the demo keeps on the shelf.
  await shop.rows(`update product set stock = 10000 where sku = 'SKU-1001'`);
});
afterEach(async () => {
  await shop.rows(`delete from setting_value where path like 'commission/%' or path like 'staff/order/%'`);
  await shop.rows(`update staff set commission_basis_points = 500 where email = $1`, [STAFF.sarah]);
});
afterAll(() => shop.close());

type Scope = 'default' | 'website';
const SCOPES: Scope[] = ['default', 'website'];
/** John's website is the first. */
const set = (path: string, value: unknown, scope: Scope = 'default') =>
  shop.rows(`insert into setting_value values ($1, $2, $3, $4::jsonb, now(), null) on conflict (path, scope, scope_id) do update set value = excluded.value`, [path, scope, scope === 'default' ? 0 : 1, JSON.stringify(value)]);

interface LedgerRow {
  staff: string;
  kind: string;
  state: string;
  amount: string;
}
const ledgerOf = (number: string) =>
  shop.rows<LedgerRow>('select k.staff_name as staff, k.kind, k.state, k.amount::text from commission_line k join purchase p on p.id = k.purchase_id where p.number = $1 order by k.id', [number]);

/** The row of "My Orders" with that number, as text. */
async function myRow(browser: TestBrowser, number: string): Promise<string> {
  const { html } = await browser.get(`/staff/orders?q=${number}`);
  const row = html.split('<tr').find((part) => part.includes(`/staff/orders/${number}"`)) ?? '';
  return row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

/** Five drills sold at 100.00: the document's order of $500.00. */
const FIVE_HUNDRED = [{ sku: 'SKU-1001', quantity: 5, price: '100.00' }];
const payWhole = async (number: string) => {
  const invoice = await makeDocument(admin, number, 'invoice');
  await admin.post(`${invoice.url}/payment`, { reference: '' });
};

describe('D3: the document’s example', () => {
  it('an order of $500.00 at 5 % gives Sarah $25.00 on receipt, My Orders, the admin order and her mail', async () => {
    const { number, left, sarah } = await assistedOrder(shop, FIVE_HUNDRED);
    expect(left.text).toContain(number);
    expect(left.text).toContain('$25.00');
    expect(await myRow(sarah, number)).toMatch(/25\.00 Pending/);
    const page = await admin.get(`/admin/orders/${number}`);
    for (const words of ['$500.00', '$25.00', '5 %', 'Sarah Johnson', 'Pending']) expect(page.text.replaceAll('5%', '5 %')).toContain(words);
    await expect.poll(async () => (await shop.rows<{ body: string }>(
      `select i.body from mail m join demo_inbox i on i.mail_id = m.id where m.template = 'order-staff-copy' and m.params->>'order' = $1`, [number]))[0]?.body, { timeout: 15_000 }).toContain('$25.00');
  });

  it('commission/basis: total including tax counts the tax, product discount what was taken off ($10 + $20 = $30)', async () => {
    await set('commission/basis', 'total-including-tax');
    const taxed = await assistedOrder(shop, FIVE_HUNDRED);
    const [row] = await shop.rows<{ right: boolean; gross: string }>('select p.commission = round(sum(l.gross) * 0.05) as right, sum(l.gross)::text as gross from purchase p join purchase_line l on l.purchase_id = p.id where p.number = $1 group by p.id', [taxed.number]);
    expect(row?.right).toBe(true);
    await set('commission/basis', 'product-discount');
    // SKU-1001 costs John 95.00: one at 85.00 is 10.00 off.
    const cut = await assistedOrder(shop, [{ sku: 'SKU-1001', quantity: 2, price: '80.00' }]);
    expect(await myRow(cut.sarah, cut.number)).toMatch(/1\.50 Pending/);
    expect((await admin.get(`/admin/orders/${cut.number}`)).text).toContain('$1.50');
  });
});

describe('settings of commission, by what Sarah reads', () => {
  it.each(SCOPES)('commission/basis at %s scope changes what an order earns', async (scope) => {
    await set('commission/basis', 'product-discount', scope);
    const { number, sarah } = await assistedOrder(shop, [{ sku: 'SKU-1001', quantity: 2, price: '85.00' }]);
    expect(await myRow(sarah, number)).toMatch(/1\.00 Pending/);
  });

  it.each(SCOPES)('commission/default_rate at %s scope pays where neither product, category, person nor group has a rate', async (scope) => {
    await set('commission/default_rate', '10', scope);
    await shop.rows(`update staff set commission_basis_points = null where email = $1`, [STAFF.sarah]);
    const { number, sarah } = await assistedOrder(shop, FIVE_HUNDRED);
    expect(await myRow(sarah, number)).toMatch(/50\.00 Pending/);
  });

  it.each(SCOPES)('commission/earned_when at %s scope decides at which step pending becomes earned', async (scope) => {
    const paid = await assistedOrder(shop, FIVE_HUNDRED);
    await makeDocument(admin, paid.number, 'shipment');
    const invoice = await makeDocument(admin, paid.number, 'invoice');
    expect(await myRow(paid.sarah, paid.number)).toMatch(/25\.00 Pending/);
    await admin.post(`${invoice.url}/payment`, { reference: '' });
    expect(await myRow(paid.sarah, paid.number)).toMatch(/25\.00 Earned/);

    await set('commission/earned_when', 'invoiced', scope);
    const invoiced = await assistedOrder(shop, FIVE_HUNDRED);
    await makeDocument(admin, invoiced.number, 'invoice', { 'quantity-1': '2' });
    expect(await myRow(invoiced.sarah, invoiced.number)).toMatch(/25\.00 Partly earned/);
    expect((await admin.get(`/admin/orders/${invoiced.number}`)).text).toContain('Pending $15.00 · Earned $10.00');

    await set('commission/earned_when', 'shipped', scope);
    const shipped = await assistedOrder(shop, FIVE_HUNDRED);
    await makeDocument(admin, shipped.number, 'invoice');
    expect(await myRow(shipped.sarah, shipped.number)).toMatch(/25\.00 Pending/);
    await makeDocument(admin, shipped.number, 'shipment');
    expect(await myRow(shipped.sarah, shipped.number)).toMatch(/25\.00 Earned/);
  });
});

describe('D3: the rate of a line', () => {
  afterAll(async () => {
    for (const table of ['product', 'category', 'staff_group']) await shop.rows(`update ${table} set commission_basis_points = null`);
  });

  it('is the product’s, else its category’s, else the actor’s, else the group’s, each frozen with the order', async () => {
    const rated = async () => {
      const { number, sarah } = await assistedOrder(shop, FIVE_HUNDRED);
      await admin.get('/admin/orders');
      const amount = /(\d+\.\d\d) Pending/.exec(await myRow(sarah, number))?.[1];
      return { number, sarah, amount };
    };
    await shop.rows(`update staff_group set commission_basis_points = 100`);
    const first = await rated();
    expect(first.amount).toBe('25.00');
    await shop.rows(`update staff set commission_basis_points = null where email = $1`, [STAFF.sarah]);
    expect((await rated()).amount).toBe('5.00');
    await shop.rows(`update category set commission_basis_points = 200`);
    expect((await rated()).amount).toBe('10.00');
    await shop.rows(`update product set commission_basis_points = 300 where sku = 'SKU-1001'`);
    expect((await rated()).amount).toBe('15.00');
    expect(await myRow(first.sarah, first.number)).toMatch(/25\.00 Pending/);
  });
});

describe('D4: the ledger', () => {
  it('begins with the order, moves at the payment and gives back in proportion, each a row', async () => {
    const { number } = await assistedOrder(shop, FIVE_HUNDRED);
    await payWhole(number);
    await makeDocument(admin, number, 'credit-memo', { 'quantity-1': '2', shipping: '' });
    expect((await ledgerOf(number)).map(({ kind, state, amount }) => [kind, state, amount])).toEqual([
      ['placed', 'pending', '2500'], ['earned', 'pending', '-2500'], ['earned', 'earned', '2500'], ['reversed', 'earned', '-1000'],
    ]);
    expect((await admin.get(`/admin/orders/${number}`)).text).toContain('Earned $15.00 · Reversed $10.00');
  });

  it('can’t be changed or shortened by the application', async () => {
    for (const statement of ['update commission_line set amount = 1', 'delete from commission_line', 'update sales_document set total = 1', 'delete from sales_document', 'delete from sales_document_line']) {
      await expect(shop.database.app.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('A6: the dashboard counts what is earned, and names what is pending apart', async () => {
    const { number, sarah } = await assistedOrder(shop, FIVE_HUNDRED);
    const figures = async () => {
      const { text } = await sarah.get('/staff');
      const [, month = '', , , pending = ''] = /This month \$([\d,.]+) This year \$([\d,.]+) Last year \$([\d,.]+) Pending \$([\d,.]+)/.exec(text) ?? [];
      return { month: Number(month.replaceAll(',', '')), pending: Number(pending.replaceAll(',', '')) };
    };
    const before = await figures();
    await payWhole(number);
    const after = await figures();
    expect(Math.round((after.month - before.month) * 100)).toBe(2500);
    expect(Math.round((before.pending - after.pending) * 100)).toBe(2500);
  });
});

const reassign = async (browser: TestBrowser, fields: [string, string][]) => {
  await browser.get('/admin/orders');
  return browser.raw('/admin/orders/reassign', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams([['_csrf', browser.formToken], ...fields]) });
};
const idOf = async (email: string) => (await shop.rows<{ id: string }>('select id::text from staff where email = $1', [email]))[0]?.id ?? '';

describe('D6: reassigning orders', () => {
  it('says how many changed hands', async () => {
    const { number } = await assistedOrder(shop, FIVE_HUNDRED);
    await admin.get('/admin/orders');
    const to = await idOf(STAFF.max);
    expect((await admin.post('/admin/orders/reassign', { to, orders: number })).text).toContain('1 order was reassigned.');
    expect((await admin.post('/admin/orders/reassign', { to, orders: number })).text).toContain('Nothing changed');
  });

  it('moves the owner and the commission by a pair of ledger lines, and is logged per order', async () => {
    const first = await assistedOrder(shop, FIVE_HUNDRED);
    const second = await assistedOrder(shop, FIVE_HUNDRED);
    await payWhole(second.number);
    const max = await idOf(STAFF.max);
    expect((await reassign(admin, [['to', max], ['orders', first.number], ['orders', second.number]])).status).toBe(303);
    expect((await ledgerOf(first.number)).slice(1)).toEqual([
      { staff: 'Sarah Johnson', kind: 'reassigned', state: 'pending', amount: '-2500' }, { staff: 'Max Keller', kind: 'reassigned', state: 'pending', amount: '2500' },
    ]);
    expect((await ledgerOf(second.number)).slice(-2)).toEqual([
      { staff: 'Sarah Johnson', kind: 'reassigned', state: 'earned', amount: '-2500' }, { staff: 'Max Keller', kind: 'reassigned', state: 'earned', amount: '2500' },
    ]);
    expect(await myRow(first.sarah, first.number)).toBe('');
    const page = await admin.get(`/admin/orders/${first.number}`);
    expect(page.text).toContain('Belongs to Max Keller');
    expect(page.text).toContain('Order placed by Sarah Johnson on behalf of John Doe.');
    const found = await admin.get(`/admin/orders?staff=${max}`);
    expect(found.text).toContain(first.number);
    const entries = await shop.rows(`select 1 from audit_entry where action_group = 'order' and action = 'reassign' and result = 'done' and object_id = any($1)`, [[first.number, second.number]]);
    expect(entries).toHaveLength(2);
  });

  it('refuses without an order, without a person, and without the right', async () => {
    const { number } = await assistedOrder(shop, FIVE_HUNDRED);
    const none = await reassign(admin, [['to', await idOf(STAFF.max)]]);
    expect([none.status, (await none.text()).includes('No order is chosen.')]).toEqual([422, true]);
    const nobody = await reassign(admin, [['to', ''], ['orders', number]]);
    expect([nobody.status, (await nobody.text()).includes('No member of staff is chosen.')]).toEqual([422, true]);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await sarah.get('/staff');
    expect((await reassign(sarah, [['to', await idOf(STAFF.sarah)], ['orders', number]])).status).toBe(403);
    expect((await ledgerOf(number)).map(({ kind }) => kind)).toEqual(['placed']);
  });
});

describe('D1, D2, D5: the settings of orders, by what people see', () => {
  it.each(SCOPES)('staff/order/set_permanently at %s scope gives an order placed alone to the primary member of staff, with the commission', async (scope) => {
    const alone = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    const page = await admin.get(`/admin/orders/${alone.number}`);
    for (const words of ['Why this order belongs to nobody', 'Nobody was logged in as the customer', 'The customer placed it alone.', '“Set staff permanently on order” is off.']) expect(page.text).toContain(words);
    await set('staff/order/set_permanently', true, scope);
    const owned = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    expect(await myRow(sarah, owned.number)).toMatch(/4\.75 Pending/);
    expect((await admin.get(`/admin/orders/${owned.number}`)).text).toContain('Belongs to Sarah Johnson');
    expect((await ledgerOf(owned.number))[0]).toEqual({ staff: 'Sarah Johnson', kind: 'placed', state: 'pending', amount: '475' });
    expect((await admin.get(`/admin/orders/${alone.number}`)).text).toContain('When it was placed');
  });

  it.each(SCOPES)('staff/order/public_comment at %s scope shows the customer who ordered for him', async (scope) => {
    const words = 'Order placed by Sarah Johnson on behalf of John Doe.';
    const silent = await assistedOrder(shop, FIVE_HUNDRED);
    await set('staff/order/public_comment', true, scope);
    const open = await assistedOrder(shop, FIVE_HUNDRED);
    const { john } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    expect((await john.get(`/account/orders/${silent.number}`)).text).not.toContain(words);
    expect((await john.get(`/account/orders/${open.number}`)).text).toContain(words);
  });

  it.each(SCOPES)('staff/order/confirmation_copy at %s scope sends Sarah’s copy always, never, or as her account says', async (scope) => {
    const copiesOf = async (number: string) => (await shop.rows(`select 1 from mail where template = 'order-staff-copy' and params->>'order' = $1`, [number])).length;
    expect(await copiesOf((await assistedOrder(shop, FIVE_HUNDRED)).number)).toBe(1);
    await set('staff/order/confirmation_copy', 'never', scope);
    expect(await copiesOf((await assistedOrder(shop, FIVE_HUNDRED)).number)).toBe(0);
    await set('staff/order/confirmation_copy', 'always', scope);
    await shop.rows('update staff set order_confirmation_copy = false where email = $1', [STAFF.sarah]);
    const { number } = await assistedOrder(shop, FIVE_HUNDRED);
    await shop.rows('update staff set order_confirmation_copy = true where email = $1', [STAFF.sarah]);
    await expect.poll(async () => (await admin.get('/admin/mails')).text, { timeout: 15_000 }).toContain(number);
    expect(await copiesOf(number)).toBe(1);
  });
});

describe('F3: documents where prices include tax', () => {
  it('invoice of an order of the European website adds up with tax included', async () => {
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    const [row] = await shop.rows<{ id: string; base: string }>(
      `select c.id::text, s.base from customer c join store s on s.id = c.store_id join consent k on k.customer_id = c.id and k.superseded_at is null and k.answer = 'given'
        where c.website_id = 2 and c.status = 'active' and c.confirmed_at is not null and s.locale = 'de' order by c.id limit 1`);
    await enter(max, row?.id ?? CUSTOMER.john);
    const { number } = await order(max, [{ sku: 'SKU-1001', quantity: 3 }], { base: row?.base ?? '' });
    await max.post(`${row?.base ?? ''}/assist/exit`);
    await makeDocument(admin, number, 'invoice', { 'quantity-1': '1' });
    await makeDocument(admin, number, 'invoice');
    const [sums] = await shop.rows<{ total: boolean; tax: boolean }>(
      `select sum(d.total) = p.total as total, sum(d.tax) = p.tax as tax from purchase p join sales_document d on d.purchase_id = p.id where p.number = $1 group by p.id`, [number]);
    expect(sums).toEqual({ total: true, tax: true });
  });
});
