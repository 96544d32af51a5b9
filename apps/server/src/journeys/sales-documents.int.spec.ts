import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { asAdmin, assistedOrder, makeDocument, ownOrder } from '../testing/orders.ts';
import { PASSWORD, STAFF, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  admin = await asAdmin(shop);
});
afterAll(() => shop.close());

const statusOf = async (number: string) => (await shop.rows<{ status: string }>('select status from purchase where number = $1', [number]))[0]?.status;
const stockOf = async (sku: string) => (await shop.rows<{ stock: number }>('select stock from product where sku = $1', [sku]))[0]?.stock;
const ledgerOf = (number: string) =>
  shop.rows<{ kind: string; state: string; amount: string }>('select k.kind, k.state, k.amount::text from commission_line k join purchase p on p.id = k.purchase_id where p.number = $1 order by k.id', [number]);
const entriesOf = async (number: string) => {
  const rows = await shop.rows<{ action: string; body: string }>(
    `select action, split_part(convert_from(canonical, 'UTF8'), chr(10), 5) as body from audit_entry where action_group = 'order' and result = 'done' and object_id = $1 and action <> 'view' order by at, seq`, [number]);
  return rows.map(({ action, body }) => ({ action, detail: (JSON.parse(body) as { detail: Record<string, unknown> }).detail }));
};

describe('B12, F3: an order from invoice to refund', () => {
  it('goes whole: invoice, payment, shipment, credit memo, each on a page of its own and in the customer’s account', async () => {
    const { number } = await assistedOrder(shop, [{ sku: 'SKU-1001', quantity: 2, price: '80.00' }]);
    const page = await admin.get(`/admin/orders/${number}`);
    for (const words of ['Login as Customer', 'Invoice', 'Ship', 'Cancel', 'Order View', 'Information', 'Sarah Johnson', 'Order placed by Sarah Johnson on behalf of John Doe.']) expect(page.text).toContain(words);
    expect(page.html).not.toContain(`/admin/orders/${number}/credit-memo"`);
    const invoice = await makeDocument(admin, number, 'invoice');
    expect(invoice.url).toMatch(/^\/admin\/invoices\/2\d+$/);
    expect(invoice.text).toContain('Login as Customer');
    expect(await statusOf(number)).toBe('processing');
    const paid = await admin.post(`${invoice.url}/payment`, { reference: 'Bank 4711' });
    expect(paid.text).toContain('Bank 4711');
    expect(paid.text).toContain('Paid on');
    const shipment = await makeDocument(admin, number, 'shipment', { tracking: '1Z-999' });
    expect(shipment.text).toContain('1Z-999');
    expect(await statusOf(number)).toBe('complete');
    const stock = await stockOf('SKU-1001');
    const memo = await makeDocument(admin, number, 'credit-memo', { restock: '1' });
    expect(memo.url).toMatch(/^\/admin\/credit-memos\/4\d+$/);
    expect(memo.text).toContain('Login as Customer');
    expect(await statusOf(number)).toBe('closed');
    expect(await stockOf('SKU-1001')).toBe((stock ?? 0) + 2);

    const [totals] = await shop.rows<{ same: boolean }>('select invoiced_total = total and refunded_total = total as same from purchase where number = $1', [number]);
    expect(totals?.same).toBe(true);
    for (const kind of ['invoices', 'shipments', 'credit-memos']) expect((await admin.get(`/admin/${kind}?order=${number}`)).text).toContain(number);
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const own = await john.get(`/account/orders/${number}`);
    for (const words of ['Invoices', 'Shipments', 'Credit Memos', '1Z-999']) expect(own.text).toContain(words);
    const ownInvoice = await john.get(`/account/orders/${number}${invoice.url.replace('/admin', '')}`);
    expect(ownInvoice.text).toContain(`Invoice ${invoice.url.split('/').at(-1)}`);
    expect(ownInvoice.text).not.toContain('Bank 4711');
    expect((await entriesOf(number)).map(({ action }) => action)).toEqual(['place', 'invoice', 'invoice', 'ship', 'refund']);
    expect((await entriesOf(number))[1]?.detail).toMatchObject({ before: 'new', after: 'processing', pieces: 2 });
  });

  it('goes in parts that add up to the cent, with the shipping on the first invoice', async () => {
    const { number } = await assistedOrder(shop, [{ sku: 'SKU-1001', quantity: 3, price: '33.33' }, { sku: 'SKU-1004', quantity: 2 }], { shipping: 'express' });
    await makeDocument(admin, number, 'invoice', { 'quantity-1': '1', 'quantity-2': '0' });
    expect((await admin.get(`/admin/orders/${number}/invoice`)).html).not.toContain('withShipping');
    await makeDocument(admin, number, 'shipment', { 'quantity-1': '2', 'quantity-2': '0' });
    expect(await statusOf(number)).toBe('processing');
    await makeDocument(admin, number, 'invoice', { 'quantity-1': '1', 'quantity-2': '1' });
    await makeDocument(admin, number, 'invoice');
    const [sums] = await shop.rows<Record<string, boolean>>(
      `select sum(d.total) = p.total as total, sum(d.tax) = p.tax as tax, sum(d.subtotal) = p.subtotal as subtotal, sum(d.shipping) = p.shipping as shipping, count(d.shipping) filter (where d.shipping > 0) = 1 as once
         from purchase p join sales_document d on d.purchase_id = p.id and d.kind = 'invoice' where p.number = $1 group by p.id`, [number]);
    expect(sums).toEqual({ total: true, tax: true, subtotal: true, shipping: true, once: true });
    await makeDocument(admin, number, 'shipment');
    expect(await statusOf(number)).toBe('complete');
    const page = await admin.get(`/admin/orders/${number}?section=invoices`);
    expect(page.html.match(/href="\/admin\/invoices\/\d+"/g)).toHaveLength(3);
  });

  it('refuses more than is open, at the field and with what was typed, and writes nothing', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 2 }]);
    const refused = await makeDocument(admin, number, 'invoice', { 'quantity-1': '3' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Enter a whole number from 0 to 2.');
    expect(refused.html).toMatch(/name="quantity-1"[^>]*value="3"|value="3"[^>]*name="quantity-1"/);
    expect((await makeDocument(admin, number, 'invoice', { 'quantity-1': '1e1' })).text).toContain('Enter a whole number from 0 to 2.');
    expect((await makeDocument(admin, number, 'invoice', { 'quantity-1': '0', withShipping: '' })).text).toContain('Nothing is chosen.');
    expect((await makeDocument(admin, number, 'credit-memo', { 'quantity-1': '1' })).text).toContain('Nothing in this order can be refunded.');
    const rows = await shop.rows('select 1 from sales_document d join purchase p on p.id = d.purchase_id where p.number = $1', [number]);
    expect(rows).toEqual([]);
    const refusals = await shop.rows<{ action: string }>(`select action from audit_entry where action_group = 'order' and result = 'refused' and object_id = $1`, [number]);
    expect(refusals.length).toBe(4);
  });

  it('refunds shipping and adjustments within what was invoiced, typed as the reader writes amounts', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    await makeDocument(admin, number, 'invoice');
    expect((await makeDocument(admin, number, 'credit-memo', { shipping: '9.51' })).text).toContain('At most 9.50 USD are possible here.');
    expect((await makeDocument(admin, number, 'credit-memo', { shipping: 'abc' })).text).toContain('This is not a price.');
    const memo = await makeDocument(admin, number, 'credit-memo', { 'quantity-1': '0', shipping: '9.50', adjustmentFee: '1.00' });
    expect(memo.text).toContain('Adjustment fee');
    expect(memo.text).toContain('$8.50');
  });

  it('cancels an order that has not begun, gives the stock back, and refuses it afterwards', async () => {
    const before = await stockOf('SKU-1001');
    const { number } = await assistedOrder(shop, [{ sku: 'SKU-1001', quantity: 2 }]);
    expect(await stockOf('SKU-1001')).toBe((before ?? 0) - 2);
    await admin.get(`/admin/orders/${number}`);
    const cancelled = await admin.post(`/admin/orders/${number}/cancel`);
    expect(cancelled.text).toContain('Cancelled');
    expect(await stockOf('SKU-1001')).toBe(before);
    expect(await ledgerOf(number)).toEqual([{ kind: 'placed', state: 'pending', amount: '950' }, { kind: 'reversed', state: 'pending', amount: '-950' }]);
    const again = await admin.post(`/admin/orders/${number}/cancel`);
    expect(again.status).toBe(409);
    expect(again.text).toContain('This order is cancelled.');
    expect(await stockOf('SKU-1001')).toBe(before);
    expect((await makeDocument(admin, number, 'invoice', { 'quantity-1': '1' })).text).toContain('This order is cancelled.');
  });

  it('refuses to cancel what is invoiced or shipped', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 2 }]);
    await makeDocument(admin, number, 'shipment', { 'quantity-1': '1' });
    expect((await admin.get(`/admin/orders/${number}`)).html).not.toContain('cancel-order');
    expect((await admin.post(`/admin/orders/${number}/cancel`)).text).toContain('An order with an invoice or a shipment cannot be cancelled.');
    expect(await statusOf(number)).toBe('processing');
  });

  it('takes a comment for the shop and one for the customer, with who wrote it', async () => {
    const { number, john } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    await admin.get(`/admin/orders/${number}?section=comments`);
    await admin.post(`/admin/orders/${number}/comments`, { text: 'Call before noon', visibility: 'private' });
    const shown = await admin.post(`/admin/orders/${number}/comments`, { text: 'On its way soon', visibility: 'public' });
    for (const words of ['Call before noon', 'On its way soon', 'by Ana']) expect(shown.text).toContain(words);
    const own = await john.get(`/account/orders/${number}`);
    expect(own.text).toContain('On its way soon');
    expect(own.text).not.toContain('Call before noon');
    expect(own.text).not.toContain('by Ana');
    expect((await admin.post(`/admin/orders/${number}/comments`, { text: '  ', visibility: 'public' })).text).toContain('Write a comment first.');
    const texts = await shop.rows<{ text: string }>(`select convert_from(canonical, 'UTF8') as text from audit_entry where object_id = $1 and action = 'comment'`, [number]);
    expect(texts.some(({ text }) => text.includes('Call before noon'))).toBe(false);
  });
});

describe('F3: never more than ordered', () => {
  it('twelve invoices, shipments and refunds at once make no more than the order has', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 5 }]);
    const many = async (kind: 'invoice' | 'shipment' | 'credit-memo', fields: Record<string, string>) => {
      await admin.get(`/admin/orders/${number}`);
      await Promise.all(Array.from({ length: 12 }, () =>
        admin.raw(`/admin/orders/${number}/${kind}`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: admin.formToken, ...fields }) })));
    };
    await many('invoice', { 'quantity-1': '1', withShipping: '1' });
    await many('shipment', { 'quantity-1': '2' });
    await many('credit-memo', { 'quantity-1': '1', shipping: '', restock: '1' });
    const [line] = await shop.rows<Record<string, unknown>>(
      `select l.quantity, l.invoiced, l.shipped, l.refunded, p.invoiced_total = p.total as whole, p.refunded_total <= p.invoiced_total as within
         from purchase_line l join purchase p on p.id = l.purchase_id where p.number = $1`, [number]);
    expect(line).toEqual({ quantity: 5, invoiced: 5, shipped: 4, refunded: 5, whole: true, within: true });
    const documents = await shop.rows<{ kind: string; n: number }>('select d.kind, count(*)::int as n from sales_document d join purchase p on p.id = d.purchase_id where p.number = $1 group by 1 order by 1', [number]);
    expect(documents).toEqual([{ kind: 'credit-memo', n: 5 }, { kind: 'invoice', n: 5 }, { kind: 'shipment', n: 2 }]);
  });

  it('is held by the database too, whoever asks', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    const raise = (column: string, by: number) => shop.rows(`update purchase_line set ${column} = ${by} where purchase_id = (select id from purchase where number = $1)`, [number]);
    for (const column of ['invoiced', 'shipped']) await expect(raise(column, 2)).rejects.toThrow(/check/);
    await expect(raise('refunded', 1)).rejects.toThrow(/check/);
  });
});

describe('B12: the lists', () => {
  it('are found by number, order, customer and date, and closed to whoever has no right to orders', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    const invoice = (await makeDocument(admin, number, 'invoice')).url.split('/').at(-1) ?? '';
    const rowsOf = async (query: string) => [...(await admin.get(`/admin/invoices?${query}`)).html.matchAll(/href="\/admin\/invoices\/(\d+)"/g)].map(([, found]) => found);
    expect(await rowsOf(`number=${invoice}`)).toEqual([invoice]);
    expect(await rowsOf(`order=${number}`)).toEqual([invoice]);
    expect(await rowsOf('customer=john.doe&order=' + number)).toEqual([invoice]);
    expect(await rowsOf(`order=${number}&to=2020-01-01`)).toEqual([]);
    expect(await rowsOf(`order=${number}&customer=jane`)).toEqual([]);
    expect((await admin.get('/admin/invoices/999999')).status).toBe(404);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    for (const path of ['/admin/invoices', '/admin/shipments', '/admin/credit-memos', `/admin/invoices/${invoice}`, `/admin/orders/${number}/invoice`]) expect((await sarah.get(path)).status).toBe(403);
  });

  it('show a customer only his own documents', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 1 }]);
    const invoice = (await makeDocument(admin, number, 'invoice')).url.split('/').at(-1) ?? '';
    const jane = shop.browser();
    await logInAsCustomer(jane, 'jane.roe@customer.example');
    expect((await jane.get(`/account/orders/${number}/invoices/${invoice}`)).status).toBe(404);
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get(`/account/orders/${number}/invoices/${invoice}`)).status).toBe(200);
    expect((await john.get(`/account/orders/1/invoices/${invoice}`)).status).toBe(404);
    expect((await john.get(`/account/orders/${number}/shipments/${invoice}`)).status).toBe(404);
  });
});

const token = async (email: string): Promise<ApiClient> => {
  const api = new ApiClient(shop.server.origin);
  return api.with((await api.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
};

describe('H1: orders and documents over REST', () => {
  it('does what the pages do, with the same limits and entries', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1004', quantity: 2 }]);
    const api = await token(STAFF.admin);
    const lines = [{ position: 1, quantity: 1 }];
    expect((await api.call('POST', `/V1/sales/orders/${number}/invoices`, { lines, shipping: true })).status).toBe(201);
    expect((await api.call('POST', `/V1/sales/orders/${number}/shipments`, { lines, tracking: 'REST-1' })).body).toMatchObject({ kind: 'shipment', tracking: 'REST-1', total: null });
    expect((await api.call('POST', `/V1/sales/orders/${number}/credit-memos`, { lines, shipping: '0.00' })).status).toBe(201);
    const refused = await api.call('POST', `/V1/sales/orders/${number}/invoices`, { lines: [{ position: 1, quantity: 2 }] });
    expect([refused.status, refused.body['code']]).toEqual([422, 'quantity-above-open']);
    const one = await api.call('GET', `/V1/sales/orders/${number}`);
    expect(one.body).toMatchObject({ number, status: 'processing', positions: [{ position: 1, quantity: 2, invoiced: 1, shipped: 1, refunded: 1 }] });
    expect((await entriesOf(number)).map(({ action }) => action).filter((action) => action !== 'place')).toEqual(['invoice', 'ship', 'refund']);
    const list = await api.call('GET', '/V1/sales/orders');
    expect(JSON.stringify(list.body['items'])).toContain(number);
  });

  it('is closed to staff without the right to orders', async () => {
    const api = await token(STAFF.sarah);
    expect((await api.call('GET', '/V1/sales/orders')).status).toBe(403);
    expect((await api.call('POST', '/V1/sales/orders/100001/invoices', { lines: [] })).status).toBe(403);
  });
});
