import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { asAdmin, makeDocument } from '../testing/orders.ts';
import { hidden, PASSWORD, STAFF, enter, lineIn, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

const NOTE = 'Steuerschuldnerschaft des Leistungsempfängers';
const VIENNA = 'ATU13585627';

let shop: DemoShop;
let admin: TestBrowser;
let browser: TestBrowser;
/** A buyer of the German store, where prices include tax; her company is in Vienna. */
let greta: { id: string; email: string };
let company = '';

beforeAll(async () => {
  shop = await openDemoShop();
  [greta = { id: '', email: '' }] = await shop.rows<typeof greta>(
    `select c.id::text, c.email from customer c join customer_address a on a.customer_id = c.id and a.is_default and a.country = 'DE'
      where c.website_id = 2 and c.status = 'active' and c.confirmed_at is not null and c.company_id is null order by c.id limit 1`);
  const [made] = await shop.rows<{ id: string }>(`insert into company (website_id, name, vat_number, customer_group_id) select 2, 'Donau Bau GmbH', $1, customer_group_id from customer where id = $2 returning id::text`, [VIENNA, greta.id]);
  company = made?.id ?? '';
  await shop.rows(`update customer set company_id = $1, company_role = 'administrator' where id = $2`, [company, greta.id]);
  await shop.rows(`update customer_address set country = 'AT' where customer_id = $1 and is_default`, [greta.id]);
  await shop.rows(`insert into customer_address (customer_id, is_default, name, street, postcode, city, country) values ($1, false, 'Lager', 'Weg 1', '10115', 'Berlin', 'DE')`, [greta.id]);
  // 119.00 at 19 % and 0.33 at 7 %, tax included, at home; where it goes the rates are others.
  await shop.rows(`insert into tax_rate (country, tax_class, basis_points) values ('DE', 'reduced', 700), ('AT', 'reduced', 1000)`);
  await shop.rows(`update product set tax_class = 'reduced', stock = 5000 where sku = 'SKU-1004'`);
  await shop.rows(`delete from price where website_id = 2 and product_id in (select id from product where sku in ('SKU-1001', 'SKU-1004'))`);
  await shop.rows(`insert into price (website_id, source, product_id, min_quantity, amount) select 2, 'base', id, 1, case sku when 'SKU-1001' then 11900 else 33 end from product where sku in ('SKU-1001', 'SKU-1004')`);
  browser = shop.browser();
  await browser.get('/de/account/login');
  await browser.post('/de/account/login', { email: greta.email, password: PASSWORD });
  admin = await asAdmin(shop);
});
afterAll(async () => {
  await expectInvariants(shop);
  await shop.close();
});
beforeEach(async () => {
  await shop.rows(`update cart set status = 'ordered' where status = 'open'`);
  await shop.rows('update company set vat_number = $2 where id = $1', [company, VIENNA]);
  await check();
  await browser.get('/de/cart');
  await browser.post('/de/cart/lines', { sku: 'SKU-1001', quantity: '1' });
});

const check = async (vatNumber = VIENNA): Promise<Visit> => {
  await admin.get(`/admin/companies/${company}`);
  return admin.post(`/admin/companies/${company}/vat-check`, { vatNumber });
};
const text = ({ text: words }: Visit): string => words.replaceAll('\u00A0', ' ');
const addressTo = async (country: string): Promise<string> => (await shop.rows<{ id: string }>('select id::text from customer_address where customer_id = $1 and country = $2 limit 1', [greta.id, country]))[0]?.id ?? '';
const form = (checkout: Visit, address: string): Record<string, string> => (
  { version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'), address, shipping: 'standard', payment: 'on-account', comment: '' });
const numberOf = (visit: Visit): string => /\/placed\/(\d+)/.exec(visit.url)?.[1] ?? `not placed: ${visit.text.slice(0, 400)}`;
const newest = async () => (await shop.rows<Record<string, unknown>>(
  `select tax::int, total::int, subtotal::int, shipping::int, prices_include_tax as incl, seller_vat_number as seller, customer_vat_number as buyer from purchase order by id desc limit 1`))[0];
const isOwed = async (): Promise<boolean> => text(await browser.get('/de/cart')).includes(NOTE);

describe('G3: reverse charge for companies of another EU country', () => {
  it('takes the store’s own tax off each price from the cart on, and stands with both numbers on checkout, order, mail, invoice and credit memo', async () => {
    await browser.post('/de/cart/lines', { sku: 'SKU-1004', quantity: '2' });
    const cart = await browser.get('/de/cart');
    for (const words of [NOTE, 'Verkäufer DE123456788', `Kunde ${VIENNA}`, '0,31 €', '100,62 €']) expect(text(cart)).toContain(words);
    expect(text(cart)).not.toContain('darin MwSt.');
    // C9: said where the price is explained, too.
    expect(text(cart)).toContain('wird je Stück abgezogen');
    const checkout = await browser.get('/de/checkout');
    expect(text(checkout)).toContain(NOTE);
    const number = numberOf(await browser.post('/de/checkout/place', form(checkout, await addressTo('AT'))));
    // 6.90 of shipping are 5.80 without the 19 % of the store.
    expect(await newest()).toEqual({ tax: 0, subtotal: 10_062, shipping: 580, total: 10_642, incl: false, seller: 'DE123456788', buyer: VIENNA });
    expect(await shop.rows('select unit_minor::int as unit, tax_basis_points as rate, net::int from purchase_line where purchase_id = (select max(id) from purchase) order by position')).toEqual([{ unit: 10_000, rate: 0, net: 10_000 }, { unit: 31, rate: 0, net: 62 }]);
    await makeDocument(admin, number, 'invoice');
    const [mail] = await shop.rows<{ id: string }>(`select id from mail where template = 'order-confirmation' and params->>'order' = $1`, [number]);
    await makeDocument(admin, number, 'credit-memo', { 'quantity-1': '1', 'quantity-2': '0', shipping: '0' });
    const [invoice, memo] = await shop.rows<{ number: string }>(`select number from sales_document where purchase_id = (select max(id) from purchase) order by id`);
    // What stands on it is frozen: another number and another setting change nothing on an order that was placed.
    await shop.rows(`update company set vat_number = 'ESB12345674' where id = $1`, [company]);
    const pages = [
      await browser.get(`/de/account/orders/${number}`), await admin.get(`/admin/mails/${mail?.id ?? ''}/body`), await browser.get(`/de/account/orders/${number}/invoices/${invoice?.number ?? ''}`),
      await browser.get(`/de/account/orders/${number}/credit-memos/${memo?.number ?? ''}`),
    ];
    for (const page of pages) for (const words of [NOTE, 'DE123456788', VIENNA]) expect(text(page)).toContain(words);
    for (const path of [`invoices/${invoice?.number ?? ''}`, `credit-memos/${memo?.number ?? ''}`]) expect((await browser.get(`/de/account/orders/${number}/${path}/pdf`)).status).toBe(200);
    expect((await admin.get(`/admin/orders/${number}`)).text).toContain('Reverse charge: the customer owes the VAT');
  });

  it('follows the address: tax as usual where the goods stay in the shop’s country or are picked up there, and another total is shown before it is paid', async () => {
    const checkout = await browser.get('/de/checkout');
    const home = await browser.post('/de/checkout/preview', form(checkout, await addressTo('DE')));
    expect(text(home)).toContain('darin MwSt. 19 %');
    expect(text(home)).not.toContain(NOTE);
    const counter = await browser.post('/de/checkout/preview', { ...form(checkout, await addressTo('AT')), shipping: 'pickup' });
    expect(text(counter)).not.toContain(NOTE);
    const refused = await browser.post('/de/checkout/place', form(checkout, await addressTo('DE')));
    expect(refused.status).toBe(422);
    expect(numberOf(await browser.post('/de/checkout/place', form(refused, await addressTo('DE'))))).toMatch(/^\d+$/);
    expect(await newest()).toMatchObject({ total: 12_590, incl: true, seller: null });
  });

  it('is for services and downloads as well, by the default address', async () => {
    await shop.rows(`update cart set status = 'ordered' where status = 'open'`);
    const [service] = await shop.rows<{ sku: string }>(`select sku from product p join product_website w on w.product_id = p.id and w.website_id = 2 where kind = 'virtual' and active order by sku limit 1`);
    await browser.get('/de/cart');
    await browser.post('/de/cart/lines', { sku: service?.sku ?? '', quantity: '1' });
    expect(numberOf(await browser.post('/de/checkout/place', form(await browser.get('/de/checkout'), '')))).toMatch(/^\d+$/);
    expect(await newest()).toMatchObject({ tax: 0, shipping: 0, incl: false, seller: 'DE123456788' });
  });

  it('is for checked numbers alone: whoever changes the number takes the mark away, and only admin sets it, for the number that was looked at', async () => {
    const page = await admin.get(`/admin/companies/${company}`);
    expect(page.text).toMatch(/Checked on .* by /);
    await browser.get('/de/account/company');
    await browser.post('/de/account/company', { name: 'Donau Bau GmbH', vatNumber: 'ATU 1358 5627' });
    // The same number, written in another way, is no other number.
    expect(await isOwed()).toBe(true);
    await browser.post('/de/account/company', { name: 'Donau Bau GmbH', vatNumber: 'FR40303265045' });
    expect(await isOwed()).toBe(false);
    expect(await shop.rows('select vat_checked_at, vat_checked_by_name from company where id = $1', [company])).toEqual([{ vat_checked_at: null, vat_checked_by_name: null }]);
    const stale = await check(VIENNA);
    expect([stale.status, stale.text.includes('The VAT number has changed since this page was made.')]).toEqual([409, true]);
    await browser.post('/de/account/company', { name: 'Donau Bau GmbH', vatNumber: VIENNA });
    expect((await admin.get(`/admin/companies/${company}`)).text).toContain('Not checked');
    expect(await isOwed()).toBe(false);
    expect((await check()).text).toContain('The VAT number is marked as checked.');
    expect(await isOwed()).toBe(true);
    expect((await admin.post(`/admin/companies/${company}/vat-uncheck`, { vatNumber: VIENNA })).text).toContain('Not checked');
    expect(await isOwed()).toBe(false);
    const log = await shop.rows<{ action: string; result: string }>(`select distinct action, result from audit_entry where action_group = 'company' and object_id = $1 and action like '%check%' order by 1, 2`, [company]);
    expect(log).toEqual([{ action: 'check-vat-number', result: 'done' }, { action: 'check-vat-number', result: 'refused' }, { action: 'uncheck-vat-number', result: 'done' }]);
  });

  it('is for nobody at home, nobody without a company, and nobody who says nothing but a number', async () => {
    await shop.rows(`update company set vat_number = 'DE136695976' where id = $1`, [company]);
    await check('DE136695976');
    expect(await isOwed()).toBe(false);
    await shop.rows(`update company set vat_number = $2 where id = $1`, [company, VIENNA]);
    await check();
    await shop.rows(`update customer set company_id = null, company_role = null, vat_number = $2 where id = $1`, [greta.id, VIENNA]);
    expect(await isOwed()).toBe(false);
    expect(text(await browser.get('/de/cart'))).toContain('darin MwSt. 20 %');
    await shop.rows(`update customer set company_id = $2, company_role = 'administrator' where id = $1`, [greta.id, company]);
    expect(await isOwed()).toBe(true);
  });

  it('C1: in an assist session prices are typed as they are shown, without tax, and kept as the shelf has them; nobody inside can say that a number is checked', async () => {
    await shop.rows(`update consent set answer = 'given', scope = 'full' where customer_id = $1`, [greta.id]);
    await shop.rows('update staff set can_edit_item_price = true where email = $1', [STAFF.admin]);
    const hanna = shop.browser();
    await logInAsStaff(hanna, STAFF.admin);
    await enter(hanna, greta.id, { switch: '1', confirm: '1' });
    const cart = await hanna.get('/de/cart');
    const { id, version } = lineIn(cart.html);
    const set = await hanna.post(`/de/cart/lines/${id}/price`, { version, price: '90,00' });
    expect(text(set)).toContain('90,00 €');
    expect(await shop.rows('select override_minor::int as minor, override_catalogue_minor::int as shelf from cart_line where id = $1', [id])).toEqual([{ minor: 10_710, shelf: 11_900 }]);
    expect((await hanna.post(`/de/admin/companies/${company}/vat-check`, { vatNumber: VIENNA })).status).toBe(404);
    await hanna.get('/de/account/company');
    await hanna.post('/de/account/company', { name: 'Donau Bau GmbH', vatNumber: 'ESB12345674' });
    await hanna.post('/de/account/company', { name: 'Donau Bau GmbH', vatNumber: VIENNA });
    expect(text(await hanna.get('/de/cart'))).toContain('darin MwSt.');
    expect(text(await hanna.get('/de/cart'))).toContain('107,10');
    await hanna.post('/assist/exit');
  });

  it('H1: says so over REST, in the cart and on the order', async () => {
    const api = new ApiClient(shop.server.origin);
    const staff = await api.call('POST', '/V1/staff/token', { email: STAFF.admin, password: PASSWORD });
    const inside = await api.with(staff.body['token']).call('POST', `/V1/staff/customers/${greta.id}/token`, { switch: true, confirm: true, store: 'de' });
    const context = api.with(inside.body['token']);
    const cart = await context.call('GET', '/V1/carts/mine');
    const [placed] = await shop.rows<{ number: string }>('select number from purchase where customer_id = $1 and seller_vat_number is not null limit 1', [greta.id]);
    expect((await context.call('GET', `/V1/orders/${placed?.number ?? ''}`)).body).toMatchObject({ totals: { reverseCharge: { sellerVatNumber: 'DE123456788', vatNumber: VIENNA } } });
    await shop.rows(`update consent set scope = 'view' where customer_id = $1`, [greta.id]);
    // B17: the customer's number is masked as on the account.
    const masked = api.with((await api.with(staff.body['token']).call('POST', `/V1/staff/customers/${greta.id}/token`, { switch: true, confirm: true, store: 'de' })).body['token']);
    expect((await masked.call('GET', `/V1/orders/${placed?.number ?? ''}`)).body).toMatchObject({ totals: { reverseCharge: { sellerVatNumber: 'DE123456788', vatNumber: null } } });
    expect(cart.body).toMatchObject({ totals: { taxIncluded: false, reverseCharge: { sellerVatNumber: 'DE123456788', vatNumber: VIENNA }, tax: { amount: '0.00' } } });
  });

  it('tax/reverse_charge: for nobody, for checked numbers, for all of the right form, at the default scope and at a website’s', async () => {
    const set = (value: string, scope = 'default') => saveSetting(shop, { section: 'sales-tax', path: 'tax/reverse_charge', value, scope });
    expect(await isOwed()).toBe(true);
    await set('no');
    expect(await isOwed()).toBe(false);
    await set('any', 'website:2');
    expect(await isOwed()).toBe(true);
    await admin.post(`/admin/companies/${company}/vat-uncheck`, { vatNumber: VIENNA });
    expect(await isOwed()).toBe(true);
    await forgetSetting(shop, 'tax/reverse_charge');
    expect(await isOwed()).toBe(false);
  });

  it('tax/seller_vat_number: without one, and in the customer’s own country, there is tax, at every scope', async () => {
    const set = (value: string, scope: string) => saveSetting(shop, { section: 'sales-tax', path: 'tax/seller_vat_number', value, scope });
    expect((await set('DE123456789', 'store:2')).status).toBe(422);
    await set(VIENNA, 'store:2');
    expect(await isOwed()).toBe(false);
    await forgetSetting(shop, 'tax/seller_vat_number');
    expect(await isOwed()).toBe(false);
    await set('DE123456788', 'default');
    expect(await isOwed()).toBe(true);
    await set('', 'website:2');
    expect(await isOwed()).toBe(false);
    await set('FR40303265045', 'store:2');
    expect(text(await browser.get('/de/cart'))).toContain('Verkäufer FR40303265045');
  });

  it('M23: the database refuses an order under reverse charge that has tax in it or no number of its buyer, and a mark on no number', async () => {
    await expect(shop.rows(`update purchase set seller_vat_number = 'DE123456788' where tax > 0 and id = (select max(id) from purchase where tax > 0)`)).rejects.toThrow(/purchase_reverse_charge/);
    await expect(shop.rows(`update company set vat_number = '' where id = $1`, [company])).resolves.toEqual([]);
    await expect(shop.rows(`update company set vat_checked_at = now(), vat_checked_by = (select min(id) from staff), vat_checked_by_name = 'x' where id = $1`, [company])).rejects.toThrow(/company_check/);
  });
});
