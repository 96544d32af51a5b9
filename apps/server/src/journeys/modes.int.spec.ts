// B17: what an assist session may do and see in each mode, on every page and in every answer.
import { modesTable, routes } from '@onbehalf/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { recordOf } from '../testing/record-of.ts';
import { pathOf, realIdsOf, type RealIds } from '../testing/route-paths.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let ids: RealIds;

/** Every text the shop keeps about a customer, by what becomes of it in view mode. A new column has to be put somewhere. */
const KEPT = {
  masked: ['customer.email', 'customer.phone', 'customer.vat_number', 'customer_address.street', 'customer_address.postcode', 'customer_address.phone', 'purchase.customer_email', 'purchase.customer_comment', 'purchase.customer_vat_number'],
  shown: [
    'customer.first_name', 'customer.last_name', 'customer.company', 'customer_address.name', 'customer_address.company', 'customer_address.city', 'customer_address.region', 'customer_address.country',
    'purchase.customer_name', 'purchase.customer_company', 'purchase.number', 'purchase.purchase_order_number', 'customer.company_role',
  ],
  'never shown in a context': ['customer.password_hash', 'customer.last_ip', 'customer.external_id', 'customer.search_text', 'customer.status'],
  'about the order': [
    'purchase.checkout_key', 'purchase.status', 'purchase.currency', 'purchase.coupon_code', 'purchase.shipping_method', 'purchase.payment_method', 'purchase.channel', 'purchase.actor_name', 'purchase.staff_group_name',
    'purchase.reason', 'purchase.reference', 'purchase.owner_staff_name', 'purchase.commission_basis', 'purchase.staff_discount_reason', 'purchase.free_shipping_reason', 'purchase.seller_vat_number', 'purchase.due_on',
  ],
} as const;

const MARKS = {
  email: 'mark-mail@marked.example', phone: 'mark-phone-4711', vat: 'mark-vat-4712', street: 'mark-street 4713', postcode: 'mark-4714', comment: 'mark-comment-4715', ip: '203.0.113.47', external: 'mark-external-4716',
};

/** Whatever is personal about John can be told from anything else. */
async function markJohn(): Promise<void> {
  await shop.rows('update customer set email = $2, phone = $3, vat_number = $4, last_ip = $5, external_id = $6 where id = $1', [CUSTOMER.john, MARKS.email, MARKS.phone, MARKS.vat, MARKS.ip, MARKS.external]);
  await shop.rows('update customer_address set street = $2, postcode = $3, phone = $4 where customer_id = $1', [CUSTOMER.john, MARKS.street, MARKS.postcode, MARKS.phone]);
  const parts = JSON.stringify({ street: MARKS.street, postcode: MARKS.postcode, phone: MARKS.phone });
  await shop.rows('update purchase set customer_email = $2, customer_comment = $3, shipping_address = shipping_address || $4::jsonb, billing_address = billing_address || $4::jsonb where customer_id = $1', [CUSTOMER.john, MARKS.email, MARKS.comment, parts]);
}

beforeAll(async () => {
  shop = await openDemoShop();
  await markJohn();
  await shop.rows(`insert into sales_document (kind, number, purchase_id, at, actor_name) select 'credit-memo', '990001', purchase_id, d.at, d.actor_name from sales_document d join purchase p on p.id = d.purchase_id where p.customer_id = $1 and d.kind = 'invoice' limit 1`, [CUSTOMER.john]);
  ids = await realIdsOf(shop, CUSTOMER.john);
});
afterAll(() => shop.close());

async function inside(email: string, customerId: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  await enter(browser, customerId, { switch: '1', confirm: '1' });
  return browser;
}

async function bearerInside(email: string, customerId: string): Promise<ApiClient> {
  const api = new ApiClient(shop.server.origin);
  const staff = await api.call('POST', '/V1/staff/token', { email, password: PASSWORD });
  const { body } = await api.with(staff.body['token']).call('POST', `/V1/staff/customers/${customerId}/token`, { switch: true, confirm: true });
  return api.with(body['token']);
}

const consentFor = (scope: string): Promise<unknown[]> => shop.rows('update consent set scope = $2 where customer_id = $1', [CUSTOMER.john, scope]);
const marksIn = (text: string): string[] => Object.values(MARKS).filter((mark) => text.includes(mark));

describe('B17: view mode: personal fields are masked', () => {
  it('B17: every text kept about a customer is either masked or shown on purpose', async () => {
    const columns = await shop.rows<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_name in ('customer', 'customer_address', 'purchase') and data_type in ('text', 'character', 'date')`);
    const known = new Set<string>(Object.values(KEPT).flat());
    expect(columns.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('B17: on every page that view mode opens, none is to be read', async () => {
    const vera = await inside(STAFF.vera, CUSTOMER.john);
    const pages = modesTable(routes).filter(({ route, answers }) => route.area === 'storefront' && answers.view === 'read' && !route.anyContext);
    const told: string[] = [];
    for (const { route } of pages) {
      const page = await vera.get(pathOf(route, ids));
      expect(`${route.handle} ${page.status}`).toBe(`${route.handle} 200`);
      const found = marksIn(page.html);
      if (found.length > 0) told.push(`${route.method} ${route.path}: ${found.join(', ')}`);
    }
    expect(told).toEqual([]);
    expect(pages.length).toBeGreaterThan(15);
  });

  it('B17: in no answer of the API, where a mask is null and the header says so', async () => {
    const vera = await bearerInside(STAFF.vera, CUSTOMER.john);
    for (const { route } of modesTable(routes).filter(({ route: one, answers }) => one.area === 'rest' && answers.view === 'read')) {
      const answer = await vera.call('GET', pathOf(route, ids));
      expect(`${route.path} ${answer.status} ${marksIn(JSON.stringify(answer.body)).join()}`).toBe(`${route.path} 200 `);
    }
    const me = await vera.call('GET', '/V1/customers/me');
    expect(me.body).toMatchObject({ firstName: 'John', lastName: 'Doe', email: null, phone: null, vatNumber: null });
    expect(me.headers.get('onbehalf-masked')).toBe('email, phone, street, postcode, vatNumber, customerComment');
    expect((await vera.call('GET', '/V1/me')).body).toMatchObject({ subject: { name: 'John Doe', email: null }, actor: { email: STAFF.vera } });
    expect((await vera.call('GET', '/V1/openapi.json')).body).toMatchObject({ components: { schemas: { Problem: {} } } });
  });

  it('B17: says in words what is hidden, and who it is all the same', async () => {
    const vera = await inside(STAFF.vera, CUSTOMER.john);
    const information = await vera.get('/account/information');
    for (const word of ['John', '(e-mail hidden)', '(phone hidden)', '(VAT number hidden)', 'View only']) expect(information.text).toContain(word);
    for (const word of ['(street hidden)', '(postcode hidden)', '(phone hidden)', 'Denver']) expect((await vera.get('/account/addresses')).text).toContain(word);
    const order = await vera.get(`/account/orders/${ids.order}`);
    for (const word of ['(street hidden)', '(comment hidden)']) expect(order.text).toContain(word);
    expect((await vera.get(`/checkout/placed/${ids.order}`)).text).toContain('(e-mail hidden)');
  });

  it.each([
    ['/de', 'de', ['(E-Mail verborgen)', '(Telefon verborgen)', '(Straße verborgen)', '(PLZ verborgen)']],
    ['/es', 'es', ['(correo oculto)', '(teléfono oculto)', '(calle oculta)', '(código postal oculto)']],
  ] as const)('B17: in the language of the store %s', async (base, code, words) => {
    const [customer] = await shop.rows<{ id: string }>(
      `select c.id::text from customer c join store s on s.id = c.store_id join consent k on k.customer_id = c.id where s.code = $1 and c.status = 'active' and k.answer = 'given' and c.phone <> '' order by c.id limit 1`, [code]);
    const vera = await inside(STAFF.vera, customer?.id ?? '');
    const [information, addresses] = [await vera.get(`${base}/account/information`), await vera.get(`${base}/account/addresses`)];
    for (const word of words) expect(`${information.text} ${addresses.text}`).toContain(word);
  });

  it('B17: an error page in a context says nothing personal either', async () => {
    const vera = await inside(STAFF.vera, CUSTOMER.john);
    for (const path of ['/no-such-page', '/account/orders/999999999', '/account/password']) expect(marksIn((await vera.get(path)).html)).toEqual([]);
  });
});

describe('B17: the smaller of the role’s and the consent’s mode', () => {
  it('B17: a consent to look narrows a role that may do everything, on the next request', async () => {
    const olivia = await inside(STAFF.olivia, CUSTOMER.john);
    expect((await olivia.get('/account/information')).html).toContain(MARKS.phone);
    await consentFor('view');
    const masked = await olivia.get('/account/information');
    expect(masked.text).toContain('(phone hidden)');
    expect(marksIn(masked.html)).toEqual([]);
    await consentFor('full');
    expect((await olivia.get('/account/information')).html).toContain(MARKS.phone);
  });

  it('B17: in shop mode the profile is seen and not changed, and the cart works', async () => {
    await consentFor('shop');
    const olivia = await inside(STAFF.olivia, CUSTOMER.john);
    const information = await olivia.get('/account/information');
    for (const mark of [MARKS.phone, MARKS.email, MARKS.vat]) expect(information.text).toContain(mark);
    expect(information.html).not.toContain('action="/account/information"');
    expect((await olivia.get('/account')).html).toContain('<a href="/account/information">View</a>');
    const addresses = await olivia.get('/account/addresses');
    expect(addresses.text).toContain(MARKS.street);
    expect(addresses.html).not.toContain(`action="/account/addresses/`);
    const refused = await olivia.post('/account/information', { firstName: 'Jon', lastName: 'Doe', phone: '1', company: '', vatNumber: '' });
    expect(refused.text).toContain('This page is not available while you assist a customer.');
    expect(await shop.rows('select first_name, phone from customer where id = $1', [CUSTOMER.john])).toEqual([{ first_name: 'John', phone: MARKS.phone }]);
    expect((await recordOf(shop, CUSTOMER.john, 3)).find(({ action }) => action === 'login-as-customer.restricted-page')).toMatchObject({ result: 'refused', codes: ['not-available-in-context'], object: 'handle customer_account_editpost', actor: STAFF.olivia });
    await olivia.get('/p/drill-driver-18v-60');
    expect((await olivia.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' })).text).toContain('SKU-1001');
    await consentFor('full');
  });

  it('B17: in view mode no note is written either, and the form for it is not shown', async () => {
    const vera = await inside(STAFF.vera, CUSTOMER.john);
    expect((await vera.get('/account')).text).not.toContain('Note on John Doe');
    expect((await vera.post('/account/notes', { text: 'Looked around.' })).text).toContain('This page is not available while you assist a customer.');
    expect(await shop.rows(`select 1 from customer_note where text = 'Looked around.'`)).toEqual([]);
  });

  it('B17: the customer reads his own account whole, whatever mode somebody is in with him', async () => {
    const john = shop.browser();
    await shop.rows('update customer set password_hash = (select password_hash from customer where id = $2) where id = $1', [CUSTOMER.john, CUSTOMER.jane]);
    await logInAsCustomer(john, MARKS.email);
    expect(marksIn((await john.get('/account/information')).html)).toEqual([MARKS.email, MARKS.phone, MARKS.vat]);
  });
});
