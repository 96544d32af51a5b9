import type { Mailer } from '@onbehalf/http/jobs/mailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { asAdmin, makeDocument, order } from '../testing/orders.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

const sent: { to: string; text: string }[] = [];
const mailer: Mailer = { send: async ({ to, text }) => void sent.push({ to, text }) };

let shop: DemoShop;
let admin: TestBrowser;
let john: TestBrowser;
let company = '';
beforeAll(async () => {
  shop = await openDemoShop({ mailer });
  admin = await asAdmin(shop);
  john = shop.browser();
  await logInAsCustomer(john, 'john.doe@customer.example');
});
afterAll(async () => {
  await expectInvariants(shop);
  await shop.close();
});

const one = async <Row extends object>(sql: string, params: unknown[] = []): Promise<Row> => {
  const [row] = await shop.rows<Row>(sql, params);
  if (row === undefined) throw new Error(`No row: ${sql}`);
  return row;
};
const buyer = (id: string) => one<{ company: string; vat: string; group: string; company_id: string | null; role: string | null; status: string }>(
  `select c.company, c.vat_number as vat, g.code as group, c.company_id::text, c.company_role as role, c.status from customer c join customer_group g on g.id = c.customer_group_id where c.id = $1`, [id]);
const groupId = async (code: string) => (await one<{ id: string }>('select id::text from customer_group where code = $1', [code])).id;
const entries = (action: string) => shop.rows<{ result: string; subject_id: string | null; actor_id: string | null }>(`select result, subject_id::text, actor_id::text from audit_entry where action_group = 'company' and action = $1 order by at`, [action]);
const mailTo = (recipient: string) => shop.rows<{ template: string }>('select template from mail where recipient = $1 order by created_at', [recipient]);
const look = async (browser: TestBrowser, number: string) => (await browser.get(`/account/orders/${number}`)).status;
/** A line of the list without what is different in any two of them. */
const row = (html: string, email: string) => new RegExp(`break-all">${email}[\\s\\S]*?</tr>`).exec(html)?.[0].replaceAll(/\d+/g, 'N').replaceAll(/Jane Roe|Olga Open/g, 'X').replaceAll(email, 'E');
const address = { name: 'Goods in', company: 'Acme Works', street: '9 Dock St', postcode: '80205', city: 'Denver', region: 'CO', country: 'US', phone: '' };

/** The invited buyer's own login, with the link of the mail. */
async function takeUp(email: string): Promise<TestBrowser> {
  const token = (): string => /\/account\/reset\?token=(\S+)/.exec(sent.findLast(({ to }) => to === email)?.text ?? '')?.[1] ?? '';
  await expect.poll(token, { timeout: 10_000 }).not.toBe('');
  const browser = shop.browser();
  await browser.get(`/account/reset?token=${token()}`);
  await browser.post('/account/reset', { token: token(), password: PASSWORD });
  expect((await logInAsCustomer(browser, email)).url).toBe('/account');
  return browser;
}

describe('G2: a company and its buyers', () => {
  it('is made in admin with a VAT number that is checked, and its buyers take its name, number, group and prices', async () => {
    const typed = { website: '1', name: 'Acme Works', vatNumber: 'DE 136 695 977', group: await groupId('wholesale'), orderVisibility: 'own' };
    await admin.get('/admin/companies/new');
    const refused = await admin.post('/admin/companies', typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This is not a VAT number.');
    expect(refused.html).toContain('DE 136 695 977');
    expect((await admin.post('/admin/companies', { ...typed, name: '' })).status).toBe(422);
    expect(await shop.rows(`select 1 from company where name = 'Acme Works'`)).toEqual([]);
    const made = await admin.post('/admin/companies', { ...typed, vatNumber: 'de 136 695 976' });
    expect(made.text).toContain('The company is saved.');
    company = made.url.split('/').at(-1) ?? '';
    expect(await one('select vat_number as vat from company where id = $1', [company])).toEqual({ vat: 'DE136695976' });

    expect((await admin.post(`/admin/companies/${company}/buyers`, { customer: 'nobody@nowhere.example', role: 'buyer' })).status).toBe(422);
    const eu = await one<{ email: string }>('select email from customer where website_id = 2 limit 1');
    expect((await admin.post(`/admin/companies/${company}/buyers`, { customer: eu.email, role: 'buyer' })).status).toBe(422);
    const before = await john.get('/p/drill-driver-18v-60');
    await admin.post(`/admin/companies/${company}/buyers`, { customer: 'john.doe@customer.example', role: 'administrator' });
    expect(await buyer(CUSTOMER.john)).toEqual({ company: 'Acme Works', vat: 'DE136695976', group: 'wholesale', company_id: company, role: 'administrator', status: 'active' });
    // G4: a customer price stands before whatever the group gives.
    expect(before.text).toContain('$95.00');
    expect((await john.get('/p/drill-driver-18v-60')).text).toContain('$95.00');
    expect((await admin.post(`/admin/companies/${company}/buyers`, { customer: CUSTOMER.john, role: 'buyer' })).text).toContain('buys for a company already');
    // Whoever writes the row, and however, a buyer stays like his company.
    await shop.rows(`update customer set company = 'Mine', vat_number = 'X', customer_group_id = (select id from customer_group where code = 'general') where id = $1`, [CUSTOMER.john]);
    expect(await buyer(CUSTOMER.john)).toMatchObject({ company: 'Acme Works', vat: 'DE136695976', group: 'wholesale' });
    expect((await admin.get('/admin/companies?q=acme')).text).toContain('Acme Works');
    expect((await admin.get('/admin/companies?q=nothing')).text).toContain('No company matches');
    expect((await admin.get('/admin/customers?q=acme')).text).toContain('John Doe');
    expect(await entries('add-buyer')).toEqual(expect.arrayContaining([{ result: 'done', subject_id: CUSTOMER.john, actor_id: expect.any(String) as string }]));
  });

  it('is kept by its administrators under the account, by form alone: name, VAT number, addresses that every buyer may choose', async () => {
    const page = await john.get('/account/company');
    for (const words of ['Acme Works', 'Administrator', 'Addresses of the company', 'Buyers']) expect(page.text).toContain(words);
    expect((await john.post('/account/company', { name: 'Acme Works LLC', vatNumber: 'DE1' })).text).toContain('This is not a VAT number.');
    expect((await john.post('/account/company', { name: 'Acme Works LLC', vatNumber: 'ATU13585627' })).text).toContain('The company is saved.');
    expect(await buyer(CUSTOMER.john)).toMatchObject({ company: 'Acme Works LLC', vat: 'ATU13585627' });
    expect((await john.get('/account/information')).html).not.toContain('name="vatNumber"');
    expect((await john.post('/account/information', { firstName: 'John', lastName: 'Doe', phone: '1', company: 'Other', vatNumber: 'X1' })).status).toBe(200);
    expect(await buyer(CUSTOMER.john)).toMatchObject({ company: 'Acme Works LLC', vat: 'ATU13585627' });
    await john.get('/account/company/addresses/new');
    expect((await john.post('/account/company/addresses', { ...address, street: '' })).status).toBe(422);
    expect((await john.post('/account/company/addresses', address)).text).toContain('9 Dock St');
  });

  it('A10: a buyer is invited by mail to an account of his own: own login, own consent, own cart, and the company’s addresses', async () => {
    await john.get('/account/company/buyers');
    expect((await john.post('/account/company/buyers', { firstName: 'Nina', lastName: 'New', email: 'not an address', role: 'buyer' })).status).toBe(422);
    const invited = await john.post('/account/company/buyers', { firstName: 'Nina', lastName: 'New', email: 'Nina.New@customer.example', role: 'buyer' });
    expect(invited.text).toContain('The invitation to nina.new@customer.example is on its way.');
    expect(invited.text).toContain('Invitations');
    expect(await mailTo('nina.new@customer.example')).toEqual([{ template: 'company-invitation' }]);
    const nina = await one<{ id: string; confirmed: boolean; hash: string | null }>(`select id::text, confirmed_at is not null as confirmed, password_hash as hash from customer where email = 'nina.new@customer.example'`);
    expect(nina).toMatchObject({ confirmed: false, hash: null });
    expect(await buyer(nina.id)).toMatchObject({ company: 'Acme Works LLC', group: 'wholesale', role: 'buyer' });
    expect(await shop.rows('select 1 from consent where customer_id = $1', [nina.id])).toEqual([]);
    const browser = await takeUp('nina.new@customer.example');
    await john.post('/cart/lines', { sku: 'SKU-1004', quantity: '1' });
    expect((await browser.get('/cart')).text).not.toContain('SKU-1004');
    await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    const checkout = await browser.get('/checkout');
    expect(checkout.text).toContain('9 Dock St');
    expect((await browser.get('/account/company')).html).not.toContain('name="vatNumber"');
    const { number } = await order(browser, []);
    expect(await one(`select company_id::text, customer_vat_number as vat, shipping_address->>'street' as street, billing_address->>'street' as billed from purchase where number = $1`, [number])).toEqual({ company_id: company, vat: 'ATU13585627', street: '9 Dock St', billed: '9 Dock St' });
    expect(await entries('invite-buyer')).toEqual(['refused', 'done'].map((result) => ({ result, subject_id: CUSTOMER.john, actor_id: null })));
  });

  it('an address that has an account already tells nothing: the same page and the same list; only its owner hears of it', async () => {
    const known = await john.post('/account/company/buyers', { firstName: 'Jane', lastName: 'Roe', email: 'jane.roe@customer.example', role: 'administrator' });
    expect(known.text).toContain('The invitation to jane.roe@customer.example is on its way.');
    const fresh = await john.post('/account/company/buyers', { firstName: 'Olga', lastName: 'Open', email: 'olga.open@customer.example', role: 'administrator' });
    expect(row(fresh.html, 'jane.roe@customer.example')).toBe(row(fresh.html, 'olga.open@customer.example'));
    expect(await mailTo('jane.roe@customer.example')).toEqual([{ template: 'company-invitation-known' }]);
    expect(await buyer(CUSTOMER.jane)).toMatchObject({ company_id: null, company: 'Roe Joinery Co.' });
    expect((await john.post('/account/company/buyers', { firstName: 'J', lastName: 'R', email: 'jane.roe@customer.example', role: 'buyer' })).text).toContain('has been invited already');
    const [, invitation = ''] = /invitations\/(\d+)\/withdraw/.exec(fresh.html) ?? [];
    await john.get('/account/company/buyers');
    await john.post(`/account/company/invitations/${invitation}/withdraw`);
    expect(await shop.rows(`select status from customer where email = 'olga.open@customer.example'`)).toEqual([{ status: 'inactive' }]);
    // Withdrawn looks the same too, and one may be asked again.
    expect((await john.get('/account/company/buyers')).text).not.toContain('olga.open');
    expect((await john.post('/account/company/buyers', { firstName: 'Olga', lastName: 'Open', email: 'olga.open@customer.example', role: 'buyer' })).text).toContain('is on its way');
    expect(await shop.rows(`select status from customer where email = 'olga.open@customer.example'`)).toEqual([{ status: 'active' }]);
  });

  it('orders of the company: administrators see them, a buyer his own until the company says otherwise, and nobody else any', async () => {
    const nina = shop.browser();
    await logInAsCustomer(nina, 'nina.new@customer.example');
    const mine = await one<{ number: string }>(`select number from purchase where company_id = $1`, [company]);
    const invoice = (await makeDocument(admin, mine.number, 'invoice')).url.split('/').at(-1) ?? '';
    const list = await john.get('/account/company/orders');
    expect(list.text).toContain(mine.number);
    expect(list.text).toContain('Nina New');
    // "You" would be the administrator who reads.
    expect(tableIn(list.html)).not.toContain('You');
    const page = await john.get(`/account/orders/${mine.number}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('/reorder');
    expect((await john.raw(`/account/orders/${mine.number}/invoices/${invoice}/pdf`, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
    expect((await john.post(`/account/orders/${mine.number}/reorder`)).status).toBe(404);
    const { number: johns } = await order(john, []);
    // What somebody ordered before he joined stays his own.
    const old = await one<{ number: string }>('select number from purchase where customer_id = $1 and company_id is null limit 1', [CUSTOMER.john]);
    expect([await look(nina, johns), await look(nina, mine.number), await look(nina, old.number)]).toEqual([404, 200, 404]);
    expect((await nina.get('/account/company/orders')).status).toBe(403);
    await john.get('/account/company/buyers');
    await john.post('/account/company/visibility', { orderVisibility: 'company' });
    expect([await look(nina, johns), await look(nina, old.number), (await nina.get('/account/company/orders')).status]).toEqual([200, 404, 200]);
    const jane = shop.browser();
    await logInAsCustomer(jane, 'jane.roe@customer.example');
    expect([await look(jane, johns), (await jane.get('/account/company/orders')).status, (await jane.get('/account/company/buyers')).status]).toEqual([404, 404, 404]);
    expect((await jane.get('/account/company')).text).toContain('buys for no company');
  });

  it('nobody reads or changes another company’s by id, and a buyer who is no administrator keeps nothing', async () => {
    const nina = shop.browser();
    await logInAsCustomer(nina, 'nina.new@customer.example');
    const other = await one<{ id: string }>(`insert into company (website_id, name, customer_group_id) select 1, 'Other Ltd', min(id) from customer_group returning id::text`);
    const foreign = await one<{ id: string }>(`insert into customer_address (company_id, name, street, postcode, city, country) values ($1, 'Theirs', 'Secret St 1', '1', 'X', 'US') returning id::text`, [other.id]);
    const own = await one<{ id: string }>('select id::text from customer_address where company_id = $1', [company]);
    expect((await john.get(`/account/company/addresses/${foreign.id}`)).status).toBe(404);
    await john.get('/account/company');
    for (const path of ['', '/default', '/delete']) expect((await john.post(`/account/company/addresses/${foreign.id}${path}`, address)).status).toBeGreaterThanOrEqual(400);
    expect(await one('select street, is_default from customer_address where id = $1', [foreign.id])).toEqual({ street: 'Secret St 1', is_default: false });
    expect((await john.get(`/account/addresses/${own.id}`)).status).toBe(404);
    await nina.get('/account/company');
    for (const [path, fields] of [['/account/company', { name: 'Mine', vatNumber: '' }], ['/account/company/addresses', address], [`/account/company/addresses/${own.id}`, address], [`/account/company/addresses/${own.id}/delete`, {}],
      ['/account/company/buyers', { firstName: 'A', lastName: 'B', email: 'ab@customer.example', role: 'administrator' }], [`/account/company/buyers/${CUSTOMER.john}/deactivate`, {}], ['/account/company/visibility', { orderVisibility: 'own' }]] as const) {
      expect((await nina.post(path, fields)).status).toBe(403);
    }
    expect(await entries('deactivate-buyer')).toContainEqual(expect.objectContaining({ result: 'refused' }));
    // Neither another company's buyer, nor oneself, nor the last administrator.
    await john.get('/account/company/buyers');
    expect((await john.post(`/account/company/buyers/${CUSTOMER.jane}/deactivate`)).status).toBe(404);
    expect((await john.post(`/account/company/buyers/${CUSTOMER.john}/role`, { role: 'buyer' })).status).toBe(403);
    expect(await buyer(CUSTOMER.john)).toMatchObject({ role: 'administrator', status: 'active', company: 'Acme Works LLC' });
    // X05: a form of another session is none.
    const response = await john.raw(`/account/company/buyers/${CUSTOMER.john}/deactivate`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: nina.formToken }) });
    expect(response.status).toBe(403);
    // A foreign address is not chosen at checkout either, by whichever field.
    await john.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    const checkout = await john.get('/checkout');
    const send = (fields: Record<string, string>) => john.post('/checkout/place', { version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'), shipping: 'standard', payment: 'on-account', ...fields });
    expect((await send({ address: foreign.id })).status).toBe(422);
    expect((await send({ address: own.id, billing: foreign.id })).status).toBe(422);
  });

  it('B9: a deactivated buyer is out at once, in every browser and in every assist session, and only the shop opens what the shop closed', async () => {
    const nina = shop.browser();
    await logInAsCustomer(nina, 'nina.new@customer.example');
    const { id } = await one<{ id: string }>(`select id::text from customer where email = 'nina.new@customer.example'`);
    await john.get('/account/company/buyers');
    expect((await john.post(`/account/company/buyers/${id}/deactivate`)).text).toContain('Deactivated');
    expect((await nina.get('/account')).url).toContain('/account/login');
    expect((await logInAsCustomer(nina, 'nina.new@customer.example')).url).toContain('/account/login');
    expect((await john.post(`/account/company/buyers/${id}/activate`)).text).not.toContain('Deactivated');
    expect((await logInAsCustomer(nina, 'nina.new@customer.example')).url).toBe('/account');
    await shop.rows(`update customer set status = 'inactive' where id = $1`, [id]);
    expect((await john.post(`/account/company/buyers/${id}/activate`)).status).toBe(403);
    await shop.rows(`update customer set status = 'blocked' where id = $1`, [id]);
    expect((await john.post(`/account/company/buyers/${id}/activate`)).status).toBe(403);
    expect(await buyer(id)).toMatchObject({ status: 'blocked' });
    await shop.rows(`update customer set status = 'active' where id = $1`, [id]);
  });

  it('B10, B16: staff see the others and their own consent, enter each by his own checks, and inside an account nobody decides who buys', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    const seen = await sarah.get(`/staff/customers/${CUSTOMER.john}`);
    expect(seen.text).toContain('Others who buy for Acme Works LLC');
    // Nina is not assigned to Sarah: a number, and no name.
    expect(seen.text).not.toContain('Nina New');
    expect(seen.text).toContain('whom you may not see');
    expect((await admin.get(`/admin/customers/${CUSTOMER.john}`)).text).toContain('Nina New');
    const { id } = await one<{ id: string }>(`select id::text from customer where email = 'nina.new@customer.example'`);
    expect((await sarah.post(`/staff/customers/${id}/enter`)).status).toBeGreaterThanOrEqual(400);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    const inside = await sarah.get('/account/company');
    expect(inside.text).toContain('decided by the company itself');
    expect(inside.html).not.toContain('/account/company/buyers');
    expect((await sarah.post('/account/company', { name: 'Acme Works LLC', vatNumber: 'DE136695976' })).text).toContain('The company is saved.');
    for (const path of ['/account/company/buyers', '/account/company/orders']) expect((await sarah.get(path)).url).toBe('/account');
    const orders = tableIn((await sarah.get('/account/orders')).html);
    expect(orders).toContain('John Doe');
    expect(orders).not.toContain('You');
    for (const path of ['/account/company/buyers', `/account/company/buyers/${id}/deactivate`, `/account/company/buyers/${id}/role`, '/account/company/visibility']) expect((await sarah.post(path, { role: 'administrator', orderVisibility: 'own' })).url).toBe('/account');
    const ninas = await one<{ number: string }>('select number from purchase where customer_id = $1 limit 1', [id]);
    expect((await sarah.get(`/account/orders/${ninas.number}`)).status).toBe(404);
    expect(await shop.rows(`select 1 from audit_entry where action = 'restricted-page' and object_id like 'company_buyer_%'`)).toHaveLength(4);
    await shop.rows(`update assist_session set mode = 'view' where ended_at is null and subject_id = $1`, [CUSTOMER.john]);
    const masked = await sarah.get('/account/company');
    expect(masked.text).not.toContain('DE136695976');
    expect(masked.text).not.toContain('9 Dock St');
    await sarah.post('/assist/exit');
  });

  it('G2: an address book has an end, two defaults of its own, and the checkout a choice of both', async () => {
    await john.get('/account/addresses');
    const own = await shop.rows<{ id: string }>('select id::text from customer_address where customer_id = $1 order by id', [CUSTOMER.john]);
    const [, second = { id: '' }] = own;
    expect((await john.post(`/account/addresses/${second.id}/default`, { use: 'billing' })).text).toContain('Default billing address');
    expect(await shop.rows('select is_default, is_default_billing from customer_address where customer_id = $1 order by id', [CUSTOMER.john])).toEqual([{ is_default: true, is_default_billing: false }, { is_default: false, is_default_billing: true }]);
    await shop.rows(`insert into customer_address (customer_id, name, street, postcode, city, country) select $1, 'n', 's', 'p', 'c', 'US' from generate_series(1, 98)`, [CUSTOMER.john]);
    const full = await john.post('/account/addresses', address);
    expect(full.status).toBe(422);
    expect(full.text).toContain('The address book is full: 100 addresses.');
    expect((await john.post(`/account/addresses/${second.id}/delete`)).status).toBe(200);
    expect(await shop.rows(`select 1 from customer_address where customer_id = $1 and is_default_billing`, [CUSTOMER.john])).toHaveLength(1);
    expect((await john.post('/account/addresses', { ...address, street: 'Mine St 2' })).status).toBe(200);
  });

  it('F3: who may not keep companies neither opens nor changes one, and who is taken out keeps his account and loses the rest', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    expect((await sarah.get('/admin/companies')).status).toBe(403);
    await sarah.get('/staff');
    expect((await sarah.post(`/admin/companies/${company}`, { name: 'X', group: '1' })).status).toBe(403);
    await admin.get(`/admin/companies/${company}`);
    expect((await admin.post(`/admin/companies/${company}/buyers/${CUSTOMER.jane}/remove`)).status).toBe(404);
    expect((await admin.post(`/admin/companies/${company}/buyers/${CUSTOMER.john}/remove`)).text).toContain('no longer buys for this company');
    expect(await buyer(CUSTOMER.john)).toMatchObject({ company_id: null, role: null, status: 'active' });
    const nina = await one<{ number: string }>('select number from purchase where company_id = $1 and customer_id <> $2 limit 1', [company, CUSTOMER.john]);
    expect((await john.get(`/account/orders/${nina.number}`)).status).toBe(404);
    expect((await john.get('/checkout')).text).not.toContain('9 Dock St');
  });
});

const tableIn = (html: string): string => /<table.*<\/table>/su.exec(html)?.[0].replaceAll(/<[^>]+>/g, ' ') ?? '';
