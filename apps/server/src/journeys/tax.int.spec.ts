import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { asAdmin, makeDocument } from '../testing/orders.ts';
import { CUSTOMER, hidden, logInAsCustomer, PASSWORD } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
/** A German customer of the store at /de, where prices include tax. */
let greta: { id: string; email: string };
let browser: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  [greta = { id: '', email: '' }] = await shop.rows<typeof greta>(
    `select c.id::text, c.email from customer c join customer_address a on a.customer_id = c.id and a.is_default and a.country = 'DE'
      where c.website_id = 2 and c.status = 'active' order by c.id limit 1`);
  // 100.00 at 19 % and 3 × 0.33 at 7 %, tax included; the base price alone counts.
  await shop.rows(`insert into tax_rate (country, tax_class, basis_points) values ('DE', 'reduced', 700), ('AT', 'reduced', 1000)`);
  await shop.rows(`update product set tax_class = 'reduced', stock = 5000 where sku = 'SKU-1004'`);
  await shop.rows(`delete from price where website_id = 2 and product_id in (select id from product where sku in ('SKU-1001', 'SKU-1004'))`);
  await shop.rows(`insert into price (website_id, source, product_id, min_quantity, amount) select 2, 'base', id, 1, case sku when 'SKU-1001' then 10000 else 33 end from product where sku in ('SKU-1001', 'SKU-1004')`);
  await shop.rows(`insert into customer_address (customer_id, is_default, name, street, postcode, city, country) values ($1, false, 'Baustelle', 'Ring 1', '1010', 'Wien', 'AT')`, [greta.id]);
  browser = shop.browser();
  await browser.get('/de/account/login');
  await browser.post('/de/account/login', { email: greta.email, password: PASSWORD });
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.rows(`update cart set status = 'ordered' where status = 'open'`);
  await browser.get('/de/cart');
  await browser.post('/de/cart/lines', { sku: 'SKU-1001', quantity: '1' });
});

const addresses = (html: string): string[] => [...html.matchAll(/name="address"[^>]*value="(\d+)"/g)].map(([, id = '']) => id);

const form = (checkout: Visit, address: string): Record<string, string> => ({
  version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'), address, shipping: 'standard', payment: 'on-account', comment: '',
});

describe('G3: tax by the country that goods go to', () => {
  it('is the default address’s in the cart, and the store’s country by name while there is no address', async () => {
    expect((await browser.get('/de/cart')).text).toContain('darin MwSt. 19 % 15,97');
    await shop.rows(`update customer_address set country = 'AT' where customer_id = $1 and is_default`, [greta.id]);
    expect((await browser.get('/de/cart')).text).toContain('darin MwSt. 20 % 16,67');
    await shop.rows(`update customer_address set is_default = false where customer_id = $1`, [greta.id]);
    expect((await browser.get('/de/cart')).text).toContain('darin MwSt. für Deutschland (19 %) 15,97');
    await shop.rows(`update customer_address set is_default = true, country = 'DE' where customer_id = $1 and name <> 'Baustelle'`, [greta.id]);
  });

  it('follows another address at checkout, without script, and stands on the order; what the shelf says is what is paid', async () => {
    const checkout = await browser.get('/de/checkout');
    const [, site = ''] = addresses(checkout.html);
    expect(checkout.text).toContain('darin MwSt. 19 %');
    const vienna = await browser.post('/de/checkout/preview', form(checkout, site));
    expect(vienna.text).toContain('darin MwSt. 20 % 17,82');
    const counter = await browser.post('/de/checkout/preview', { ...form(checkout, site), shipping: 'pickup' });
    // What is picked up is handed over in Germany.
    expect(counter.text).toContain('darin MwSt. 19 % 15,97');
    const placed = await browser.post('/de/checkout/place', form(vienna, site));
    expect(placed.url).toContain('/placed/');
    const [row] = await shop.rows('select tax::int, total::int, shipping_tax_basis_points as shipping from purchase order by id desc limit 1');
    expect(row).toEqual({ tax: 1782, total: 10_690, shipping: 2000 });
  });

  it('refuses an order at the total of another address, where tax comes on top, and shows the new one', async () => {
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const [other] = await shop.rows<{ id: string }>(`update customer_address set country = 'DE' where customer_id = ${CUSTOMER.john} and not is_default returning id::text`);
    await john.get('/cart');
    await john.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    const checkout = await john.get('/checkout');
    const refused = await john.post('/checkout/place', form(checkout, other?.id ?? ''));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('$226.10');
    expect(refused.text).toContain('Tax 19%');
    expect((await shop.rows(`select from purchase where customer_id = $1 and placed_at > now() - interval '1 minute'`, [CUSTOMER.john])).length).toBe(0);
    const placed = await john.post('/checkout/place', form(refused, other?.id ?? ''));
    expect(placed.url).toContain('/placed/');
    expect(placed.text).toContain('$226.10');
  });

  it('is the default address’s for services and downloads, where nothing is sent', async () => {
    await shop.rows(`update cart set status = 'ordered' where status = 'open'`);
    await shop.rows(`update customer_address set country = 'AT' where customer_id = $1 and is_default`, [greta.id]);
    const [service] = await shop.rows<{ sku: string }>(`select sku from product p join product_website w on w.product_id = p.id and w.website_id = 2 where kind in ('virtual', 'downloadable') and active order by sku limit 1`);
    await browser.get('/de/cart');
    await browser.post('/de/cart/lines', { sku: service?.sku ?? '', quantity: '1' });
    const checkout = await browser.get('/de/checkout');
    const placed = await browser.post('/de/checkout/place', form(checkout, ''));
    expect(placed.url).toContain('/placed/');
    const [line] = await shop.rows('select l.tax_basis_points as rate from purchase_line l join purchase p on p.id = l.purchase_id order by p.id desc limit 1');
    expect(line).toEqual({ rate: 2000 });
    await shop.rows(`update customer_address set country = 'DE' where customer_id = $1 and is_default`, [greta.id]);
  });
});

describe('G3: tax by rate', () => {
  it('stands with what it is reckoned on in cart, checkout, order, mail and invoice', async () => {
    await browser.post('/de/cart/lines', { sku: 'SKU-1004', quantity: '3' });
    const rates = ['darin MwSt. 19 % (auf 84,03 €) 15,97', 'darin MwSt. 7 % (auf 0,93 €) 0,06'];
    const checkout = await browser.get('/de/checkout');
    const shown = await browser.post('/de/checkout/preview', { ...form(checkout, addresses(checkout.html)[0] ?? ''), shipping: 'pickup' });
    for (const page of [await browser.get('/de/cart'), shown]) for (const rate of rates) expect(page.text.replaceAll('\u00A0', ' ')).toContain(rate);
    const number = (await browser.post('/de/checkout/place', { ...form(shown, addresses(checkout.html)[0] ?? ''), shipping: 'pickup' })).url.split('/').at(-1) ?? '';
    const admin = await asAdmin(shop);
    await makeDocument(admin, number, 'invoice', { 'quantity-2': '1' });
    const [mail] = await shop.rows<{ id: string }>(`select id from mail where template = 'order-confirmation' and params->>'order' = $1`, [number]);
    const letter = await admin.get(`/admin/mails/${mail?.id ?? ''}/body`);
    for (const page of [await browser.get(`/de/account/orders/${number}`), letter]) for (const rate of ['84,03', '15,97', '0,93', '0,06']) expect(page.text).toContain(rate);
    const invoice = await browser.get(`/de/account/orders/${number}/invoices/${(await newestInvoice()).number}`);
    for (const amount of ['MwSt. 19 %', '15,97', 'MwSt. 7 %', '0,31', '0,02']) expect(invoice.text).toContain(amount);
  });
});

const newestInvoice = async (): Promise<{ number: string; tax: string }> => (await shop.rows<{ number: string; tax: string }>(`select number, tax::text from sales_document where kind = 'invoice' order by id desc limit 1`))[0] ?? { number: '', tax: '' };

const taxIn = async (): Promise<string> => /darin MwSt. 7 %[^)]*\) ([\d,]+)/.exec((await browser.get('/de/cart')).text)?.[1] ?? '';

describe('tax/rounding: whether tax is rounded per line or per total changes cart, checkout and order', () => {
  it('tax/rounding at the default scope and at a website’s, and back', async () => {
    // 0.33, 0.33 and 0.33 at 7 % included: 0.02 each by line, 0.06 of 0.99 together. Two products of that class show it.
    await shop.rows(`update product set tax_class = 'reduced', stock = 5000 where sku = 'SKU-1003'`);
    await shop.rows(`delete from price where website_id = 2 and product_id in (select id from product where sku = 'SKU-1003')`);
    await shop.rows(`insert into price (website_id, source, product_id, min_quantity, amount) select 2, 'base', id, 1, 10 from product where sku = 'SKU-1003'`);
    await shop.rows(`update price set amount = 10 where website_id = 2 and product_id in (select id from product where sku = 'SKU-1004')`);
    await browser.post('/de/cart/lines', { sku: 'SKU-1003', quantity: '1' });
    await browser.post('/de/cart/lines', { sku: 'SKU-1004', quantity: '1' });
    expect(await taxIn()).toBe('0,02');
    await saveSetting(shop, { section: 'sales-tax', path: 'tax/rounding', value: 'total' });
    expect(await taxIn()).toBe('0,01');
    await saveSetting(shop, { section: 'sales-tax', path: 'tax/rounding', value: 'line', scope: 'website:2' });
    expect(await taxIn()).toBe('0,02');
    await saveSetting(shop, { section: 'sales-tax', path: 'tax/rounding', value: 'total', scope: 'website:2' });
    await saveSetting(shop, { section: 'sales-tax', path: 'tax/rounding', value: 'line' });
    expect(await taxIn()).toBe('0,01');
    const checkout = await browser.get('/de/checkout');
    const placed = await browser.post('/de/checkout/place', form(await browser.post('/de/checkout/preview', form(checkout, addresses(checkout.html)[0] ?? '')), addresses(checkout.html)[0] ?? ''));
    expect(placed.url).toContain('/placed/');
    const lines = await shop.rows('select l.tax::int from purchase_line l join purchase p on p.id = l.purchase_id where p.number = $1 order by l.position', [placed.url.split('/').at(-1)]);
    expect(lines).toEqual([{ tax: 1597 }, { tax: 1 }, { tax: 0 }]);
    await forgetSetting(shop, 'tax/rounding');
  });
});

describe('payment/methods: how customers may pay', () => {
  it('payment/methods at the default scope and at a website’s closes a way at checkout, and to whoever asks for it all the same', async () => {
    expect((await browser.get('/de/checkout')).text).toContain('Banküberweisung');
    await saveSetting(shop, { section: 'sales-payment', path: 'payment/methods', value: 'on-account' });
    const one = await browser.get('/de/checkout');
    expect(one.text).not.toContain('Banküberweisung');
    const refused = await browser.post('/de/checkout/place', { ...form(one, addresses(one.html)[0] ?? ''), payment: 'bank-transfer' });
    expect(refused.status).toBe(422);
    expect((await shop.rows(`select from purchase where payment_method = 'bank-transfer' and placed_at > now() - interval '2 minutes'`)).length).toBe(0);
    await saveSetting(shop, { section: 'sales-payment', path: 'payment/methods', value: 'bank-transfer on-account', scope: 'website:2' });
    expect((await browser.get('/de/checkout')).text).toMatch(/Banküberweisung.*Auf Rechnung/);
    await forgetSetting(shop, 'payment/methods');
  });

  it('says where a bank transfer goes to, on the page after the order and in its mail', async () => {
    const checkout = await browser.get('/de/checkout');
    const placed = await browser.post('/de/checkout/place', { ...form(checkout, addresses(checkout.html)[0] ?? ''), payment: 'bank-transfer' });
    const number = placed.url.split('/').at(-1) ?? '';
    expect(placed.text).toContain(`Bitte überweisen Sie den Betrag mit dem Verwendungszweck ${number} an: Beispielbank Hamburg`);
    const admin = await asAdmin(shop);
    const [mail] = await shop.rows<{ id: string }>(`select id from mail where template = 'order-confirmation' and params->>'order' = $1`, [number]);
    expect((await admin.get(`/admin/mails/${mail?.id ?? ''}/body`)).text).toContain('Beispielbank Hamburg');
    const invoiced = await browser.post('/de/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(invoiced.status).toBe(200);
    const other = await browser.get('/de/checkout');
    expect((await browser.post('/de/checkout/place', form(other, addresses(other.html)[0] ?? ''))).text).not.toContain('Beispielbank');
  });
});
