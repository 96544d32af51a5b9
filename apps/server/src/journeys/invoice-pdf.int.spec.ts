import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { asAdmin, assistedOrder, makeDocument } from '../testing/orders.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
let john: TestBrowser;
let order = '';
let invoice = '';
let memo = '';
beforeAll(async () => {
  shop = await openDemoShop();
  admin = await asAdmin(shop);
  await shop.rows(`update customer set vat_number = 'DE136695976' where id = $1`, [CUSTOMER.john]);
  ({ number: order } = await assistedOrder(shop, [{ sku: 'SKU-1001', quantity: 2, price: '80.00' }, { sku: 'SKU-1004', quantity: 3 }]));
  invoice = (await makeDocument(admin, order, 'invoice')).url.split('/').at(-1) ?? '';
  memo = (await makeDocument(admin, order, 'credit-memo', { 'quantity-1': '1' })).url.split('/').at(-1) ?? '';
  john = shop.browser();
  await logInAsCustomer(john, 'john.doe@customer.example');
});
afterAll(async () => {
  await expectInvariants(shop);
  await shop.close();
});

const own = (kind: 'invoices' | 'credit-memos', number: string, of = order) => `/account/orders/${of}/${kind}/${number}/pdf`;
const fileAt = async (browser: TestBrowser, path: string) => {
  const response = await browser.raw(path, { headers: { 'sec-fetch-site': 'same-origin' } });
  return { status: response.status, type: response.headers.get('content-type'), headers: response.headers, file: Buffer.from(await response.arrayBuffer()) };
};
const textOf = async (file: Buffer): Promise<string> => (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text;
const paper = async () => textOf((await fileAt(admin, `/admin/invoices/${invoice}/pdf`)).file);
const refusedAt = (number: string) =>
  shop.rows<{ actor_id: string | null; subject_id: string | null }>(`select actor_id::text, subject_id::text from audit_entry where result = 'refused' and object_id = $1`, [number]);

describe('G3: an invoice as PDF', () => {
  it('is one click from the order and from its page, the same bytes for customer and shop, and says who, what and how much', async () => {
    expect((await john.get(`/account/orders/${order}`)).html).toContain(`href="${own('invoices', invoice)}"`);
    expect((await john.get(`/account/orders/${order}/invoices/${invoice}`)).text).toContain('Download PDF');
    expect((await admin.get(`/admin/invoices/${invoice}`)).html).toContain(`/admin/invoices/${invoice}/pdf`);
    const [his, theirs] = [await fileAt(john, own('invoices', invoice)), await fileAt(admin, `/admin/invoices/${invoice}/pdf`)];
    expect(his).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(his.headers.get('content-disposition')).toBe(`attachment; filename="invoice-${invoice}.pdf"`);
    expect(his.headers.get('cache-control')).toBe('private, no-store');
    expect(his.file.equals(theirs.file)).toBe(true);
    const [sums] = await shop.rows<{ total: string; day: string }>(`select to_char(total / 100.0, 'FM999,990.00') as total, to_char(at at time zone 'America/New_York', 'Mon FMDD, YYYY') as day from sales_document where kind = 'invoice' and number = $1`, [invoice]);
    const text = await textOf(his.file);
    for (const words of [`Invoice ${invoice}`, order, 'Onbehalf Supply Inc.', 'SKU-1001', 'SKU-1004', '$80.00', `$${sums?.total}`, String(sums?.day), 'DE136695976', 'Your contact: Sarah Johnson', 'John Doe', 'On account. Payable by ', 'First Example Bank']) expect(text).toContain(words);
  });

  it('a credit memo has one too, and what the account says later changes neither', async () => {
    await shop.rows(`update customer set vat_number = '' where id = $1`, [CUSTOMER.john]);
    const text = await textOf((await fileAt(john, own('credit-memos', memo))).file);
    for (const words of [`Credit memo ${memo}`, 'Refunded', '$80.00', 'DE136695976']) expect(text).toContain(words);
    expect(text).not.toContain('First Example Bank');
  });

  it('G3: nobody gets another’s: neither by its own address, nor under an order of his own, and the try is on record', async () => {
    const jane = shop.browser();
    await logInAsCustomer(jane, 'jane.roe@customer.example');
    const [janes] = await shop.rows<{ number: string }>('select number from purchase where customer_id = $1 limit 1', [CUSTOMER.jane]);
    for (const path of [own('invoices', invoice), own('invoices', invoice, janes?.number), own('credit-memos', memo), own('invoices', '999')]) expect((await fileAt(jane, path)).status).toBe(404);
    expect(await refusedAt(invoice)).toEqual([1, 2].map(() => ({ actor_id: null, subject_id: CUSTOMER.jane })));
    expect((await fileAt(shop.browser(), own('invoices', invoice))).status).toBe(303);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    expect((await fileAt(sarah, `/admin/invoices/${invoice}/pdf`)).status).toBe(403);
    expect((await fileAt(admin, '/admin/invoices/1/pdf')).status).toBe(404);
    // A credit memo's number is no invoice's.
    expect((await fileAt(admin, `/admin/invoices/${memo}/pdf`)).status).toBe(404);
  });

  it('B17: leaves in an assist session that may shop, which is on record, and never in view mode, where the link is gone too', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    const before = await shop.rows(`select 1 from audit_entry where action = 'view' and action_group = 'order' and object_id = $1`, [order]);
    expect((await fileAt(sarah, own('invoices', invoice))).status).toBe(200);
    expect(await shop.rows(`select 1 from audit_entry where action = 'view' and action_group = 'order' and object_id = $1`, [order])).toHaveLength(before.length + 1);
    await shop.rows(`update assist_session set mode = 'view' where ended_at is null and subject_id = $1`, [CUSTOMER.john]);
    expect((await sarah.get(`/account/orders/${order}`)).html).not.toContain('/pdf"');
    expect((await fileAt(sarah, own('invoices', invoice))).status).toBe(303);
    expect(await shop.rows(`select 1 from audit_entry where action = 'restricted-page' and object_id = 'sales_order_printinvoice'`)).toHaveLength(1);
  });

  it('H1: over REST by the same handles: staff with the right, and a context’s token for its customer’s own only', async () => {
    const client = new ApiClient(shop.server.origin);
    const token = async (email: string) => String((await client.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
    const get = async (path: string, bearer: string) => fetch(`${shop.server.origin}${path}`, { headers: { authorization: `Bearer ${bearer}` } });
    const byAdmin = await get(`/V1/sales/invoices/${invoice}/pdf`, await token(STAFF.admin));
    expect([byAdmin.status, byAdmin.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const sarahs = await token(STAFF.sarah);
    expect((await get(`/V1/sales/invoices/${invoice}/pdf`, sarahs)).status).toBe(403);
    const { body } = await client.with(sarahs).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true });
    const inside = String(body['token']);
    expect((await get(`/V1/orders/${order}/invoices/${invoice}/pdf`, inside)).status).toBe(200);
    const [other] = await shop.rows<{ order: string; number: string }>(`select p.number as order, d.number from sales_document d join purchase p on p.id = d.purchase_id where d.kind = 'invoice' and p.customer_id <> $1 limit 1`, [CUSTOMER.john]);
    expect((await get(`/V1/orders/${other?.order}/invoices/${other?.number}/pdf`, inside)).status).toBe(404);
  });

  it('sales/documents/seller: changes who sells, for all, for a website and for one store view', async () => expect(await shownBy('sales/documents/seller', 'Another Seller Ltd')).toEqual([false, true, true, true]));
  it('sales/documents/tax_numbers: changes the seller’s numbers, for all, for a website and for one store view', async () => expect(await shownBy('sales/documents/tax_numbers', 'VAT 4711')).toEqual([false, true, true, true]));
  it('sales/documents/bank: changes where it is paid to, for all, for a website and for one store view', async () => expect(await shownBy('sales/documents/bank', 'Sparkasse Anderswo')).toEqual([false, true, true, true]));
  it('sales/documents/footer: changes the small print, for all, for a website and for one store view', async () => expect(await shownBy('sales/documents/footer', 'Small print that changed')).toEqual([false, true, true, true]));
});

/** Whether the paper says it: without the setting, and with it for all, for a website and for one store view. */
async function shownBy(path: string, words: string): Promise<boolean[]> {
  await shop.rows('delete from setting_value where path = $1', [path]);
  const shown = [(await paper()).includes(words)];
  for (const [scope, id] of [['default', 0], ['website', 1], ['store', 1]] as const) {
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ($1, $2, $3, $4::jsonb, now()) on conflict (path, scope, scope_id) do update set value = excluded.value`, [path, scope, id, JSON.stringify([`${words} ${scope}`])]);
    shown.push((await paper()).includes(`${words} ${scope}`));
  }
  return shown;
}
