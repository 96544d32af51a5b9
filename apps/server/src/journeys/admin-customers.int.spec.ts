import type { Mailer } from '@onbehalf/http/jobs/mailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { fieldsIn } from '../testing/fields-in.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { recordOf } from '../testing/record-of.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

const sent: { to: string; subject: string; text: string }[] = [];
const mailer: Mailer = { send: async ({ to, subject, text }) => void sent.push({ to, subject, text }) };

let shop: DemoShop;
let admin: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop({ mailer });
  admin = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
});
afterAll(() => shop.close());

const page = (id: string, section = ''): string => `/admin/customers/${id}${section}`;

/** The form of "Account Information" as it stands on the page, with some fields changed. */
async function save(browser: TestBrowser, id: string, changes: Record<string, string>): Promise<Visit> {
  const { html } = await browser.get(page(id, '/information'));
  return browser.post(page(id, '/information'), { ...fieldsIn(html), ...changes });
}

function linkTo(email: string): string {
  return /(\/account\/reset\?token=\S+)/.exec(sent.findLast(({ to, text }) => to === email && text.includes('token='))?.text ?? '')?.[1] ?? '';
}

async function customerRow<Row extends object>(id: string, columns: string): Promise<Row | undefined> {
  return (await shop.rows<Row>(`select ${columns} from customer where id = $1`, [id]))[0];
}

/** A member of staff with rights of their own making. */
async function staffWith(email: string, resources: readonly string[]): Promise<TestBrowser> {
  await shop.rows(`with r as (insert into role (name, resources_mode) values ($1, 'custom') returning id), rights as (insert into role_resource (role_id, resource) select r.id, unnest($3::text[]) from r) update staff set role_id = r.id from r where email = $2`, [`Role of ${email}`, email, resources]);
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

describe('Customers › All Customers', () => {
  it('F3: lists all customers of all websites with search and filters; who lacks the right is refused', async () => {
    const found = await admin.get('/admin/customers?q=uma');
    for (const text of ['Uma Unassigned', 'uma.unassigned@customer.example', CUSTOMER.uma, 'United States', 'Login as Customer']) expect(found.html).toContain(text);
    expect((await admin.get('/admin/customers?q=doe')).text).toContain('Sarah Johnson');
    const blocked = await admin.get('/admin/customers?status=blocked');
    expect(blocked.text).toContain('Bo Blocked');
    expect(blocked.text).not.toContain('John Doe');
    const europe = await admin.get('/admin/customers?website=2');
    expect(europe.text).not.toContain('John Doe');
    const second = await admin.get(/href="(\/admin\/customers\?[^"]*after=[^"]*)"/.exec(europe.html)?.[1]?.replaceAll('&amp;', '&') ?? '');
    expect(second.status).toBe(200);
    expect(second.text).not.toBe(europe.text);
    expect((await admin.get('/admin/customers?consent=given&q=roe')).text).not.toContain('Jane Roe');
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    expect((await sarah.get('/admin/customers')).status).toBe(403);
    expect((await sarah.get(page(CUSTOMER.john))).status).toBe(403);
  });

  it('F3: "Customer View" shows consent, open cart, orders, addresses and who helped, and the look is on record', async () => {
    const view = await admin.get(page(CUSTOMER.john));
    for (const text of ['Customer Information', 'Customer View', 'Account Information', 'Consent to assistance', 'Open cart', 'Orders', 'Addresses', 'Who helped', 'john.doe@customer.example']) expect(view.text).toContain(text);
    expect((await recordOf(shop, CUSTOMER.john))[0]).toMatchObject({ action: 'customer.view', actor: STAFF.admin, object: `customer ${CUSTOMER.john}` });
    for (const section of ['/orders', '/addresses', '/information']) expect((await admin.get(page(CUSTOMER.john, section))).status).toBe(200);
    expect((await admin.get(page('999999'))).status).toBe(404);
  });
});

describe('B10: consent that an administrator sets', () => {
  it('B10: Customers › All Customers › customer › Customer Information › Account Information › "Allow remote shopping assistance" = Yes › "Save Customer": the administrator can log in as that customer', async () => {
    await admin.get('/admin/customers?q=jane.roe');
    const information = await admin.get(page(CUSTOMER.jane, '/information'));
    for (const text of ['Customer Information', 'Account Information', 'Allow remote shopping assistance', 'Save Customer', 'Login as Customer']) expect(information.text).toContain(text);
    expect(information.text).toContain('The customer has not agreed to remote shopping assistance.');
    expect((await enter(admin, CUSTOMER.jane)).status).toBe(422);
    const saved = await save(admin, CUSTOMER.jane, { consent: '1' });
    expect(saved.url).toBe(page(CUSTOMER.jane, '/information'));
    expect(saved.text).toContain('The customer is saved.');
    expect(saved.text).not.toContain('The customer has not agreed to remote shopping assistance.');
    const [answer] = await shop.rows('select answer, answered_by_name, wording from consent where customer_id = $1 and superseded_at is null', [CUSTOMER.jane]);
    expect(answer).toMatchObject({ answer: 'given', answered_by_name: 'Ana Duarte' });
    expect((await recordOf(shop, CUSTOMER.jane, 50)).find(({ action }) => action === 'consent.set-by-administrator')).toMatchObject({ actor: STAFF.admin, subject: CUSTOMER.jane, result: 'done', detail: { before: 'none', after: 'given' } });
    await expect.poll(() => sent.find(({ to }) => to === 'jane.roe@customer.example')?.text, { timeout: 10_000 }).toContain('set “Allow remote shopping assistance” to Yes for your account');
    await admin.get(page(CUSTOMER.jane));
    const inside = await admin.post(`/staff/customers/${CUSTOMER.jane}/enter`, { from: page(CUSTOMER.jane) });
    expect(inside.text).toContain('You are logged in as: Jane Roe');
    await admin.post('/assist/exit');
  });

  it('B10: "No" ends a running context on its next request and tells the customer', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    expect((await enter(sarah, CUSTOMER.jane)).text).toContain('You are logged in as: Jane Roe');
    expect((await save(admin, CUSTOMER.jane, { consent: '0' })).text).toContain('The customer is saved.');
    const ended = await sarah.get('/account');
    expect(ended.text).toContain('Assist session ended');
    expect(ended.text).toContain('withdrew');
    expect(await shop.rows('select end_reason from assist_session where subject_id = $1 order by started_at desc limit 1', [CUSTOMER.jane])).toEqual([{ end_reason: 'consent-withdrawn' }]);
    await expect.poll(() => sent.filter(({ to }) => to === 'jane.roe@customer.example').at(-1)?.subject, { timeout: 10_000 }).toBe('Our team may no longer help in your account');
    expect((await admin.get(page(CUSTOMER.jane))).text).toMatch(/Not allowed since .*set by Ana Duarte .*Allowed on .*set by Ana Duarte/);
  });

  it('B10: without "Remote shopping assistance opt-in" the field is read-only with the reason, and a forged POST is refused and on record', async () => {
    const grace = await staffWith('grace.okonkwo@staff.example', ['customers.all']);
    const shown = await grace.get(page(CUSTOMER.uma, '/information'));
    expect(shown.text).toContain('Your role does not include “Remote shopping assistance opt-in”.');
    expect(shown.html).not.toContain('name="consent"');
    expect(shown.html).not.toContain('Login as Customer');
    const forged = await save(grace, CUSTOMER.uma, { consent: '0', company: 'Forged' });
    expect(forged.status).toBe(422);
    expect(forged.text).toContain('Your role does not include');
    expect(await shop.rows(`select 1 from consent where customer_id = $1 and answer = 'refused'`, [CUSTOMER.uma])).toEqual([]);
    expect((await customerRow<{ company: string }>(CUSTOMER.uma, 'company'))?.company).not.toBe('Forged');
    expect((await recordOf(shop, CUSTOMER.uma))[0]).toMatchObject({ result: 'refused', codes: ['consent-right-missing'] });
    expect((await save(grace, CUSTOMER.uma, { phone: '+1 555 0100' })).text).toContain('The customer is saved.');
  });

  it('B10, B16: nobody sets consent while inside an assist session, whatever the right', async () => {
    await enter(admin, CUSTOMER.john);
    const shown = await admin.get(page(CUSTOMER.uma, '/information'));
    expect(shown.text).toContain('Nobody sets consent from inside an assist session.');
    const refused = await save(admin, CUSTOMER.uma, { consent: '0' });
    expect(refused.status).toBe(422);
    expect((await recordOf(shop, CUSTOMER.uma))[0]).toMatchObject({ codes: ['consent-closed-in-session'] });
    await admin.get('/account');
    await admin.post('/assist/exit');
  });
});

describe('what an administrator changes', () => {
  it.each(['blocked', 'inactive', 'suspended'])('B9: "%s" ends a running context on its next request, closes the customer’s own session, and goes back', async (status) => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await save(admin, CUSTOMER.john, { status })).text).toContain('The customer is saved.');
    expect((await sarah.get('/account')).text).toContain('Assist session ended');
    const closed = await john.get('/account');
    expect(closed.status).toBe(403);
    expect(closed.text).not.toContain('My Orders');
    expect((await enter(sarah, CUSTOMER.john)).status).toBe(422);
    await save(admin, CUSTOMER.john, { status: 'active' });
    const done = (await recordOf(shop, CUSTOMER.john, 20)).filter(({ actor, result, action }) => actor === STAFF.admin && result === 'done' && action !== 'customer.view');
    const words = status === 'blocked' ? ['customer.unblock', 'customer.block'] : ['customer.update', 'customer.update'];
    expect(done.slice(0, 2).map(({ action }) => action)).toEqual(words);
    expect(done.slice(0, 2).map(({ detail }) => [detail?.['before'], detail?.['after']])).toEqual([[status, 'active'], ['active', status]]);
    expect((await enter(sarah, CUSTOMER.john)).url).toBe('/account');
    await sarah.post('/assist/exit');
  });

  it('F3: a changed e-mail is told to both addresses, and a reset link sent to the old one opens nothing', async () => {
    const john = shop.browser();
    await john.get('/account/forgot');
    await john.post('/account/forgot', { email: 'john.doe@customer.example' });
    await expect.poll(() => linkTo('john.doe@customer.example'), { timeout: 10_000 }).not.toBe('');
    await save(admin, CUSTOMER.john, { email: 'John.New@customer.example ' });
    expect(await customerRow(CUSTOMER.john, 'email')).toEqual({ email: 'john.new@customer.example' });
    await expect.poll(() => sent.filter(({ subject }) => subject === 'The e-mail address of your account was changed').map(({ to }) => to).toSorted(), { timeout: 10_000 }).toEqual(['john.doe@customer.example', 'john.new@customer.example']);
    await john.get(linkTo('john.doe@customer.example'));
    expect((await john.post('/account/reset', { token: linkTo('john.doe@customer.example').split('token=')[1] ?? '', password: 'a-much-better-password' })).status).toBeGreaterThanOrEqual(400);
    await save(admin, CUSTOMER.john, { email: 'john.doe@customer.example' });
  });

  it('F3: what can’t be taken is refused at its field, keeps what was typed, and changes nothing', async () => {
    const refused = await save(admin, CUSTOMER.john, { email: 'jane.roe@customer.example', firstName: '', company: 'Half-written' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Another customer of this website has this e-mail.');
    expect(refused.html).toContain('value="Half-written"');
    expect((await save(admin, CUSTOMER.john, { email: 'no-address' })).text).toContain('This is not an e-mail address.');
    expect((await save(admin, CUSTOMER.john, { store: '2' })).status).toBe(422);
    expect((await customerRow<{ company: string }>(CUSTOMER.john, 'company'))?.company).not.toBe('Half-written');
  });

  it('F3: an address is added and changed, each on record for the customer', async () => {
    await admin.get(page(CUSTOMER.john, '/addresses/new'));
    const fields = { name: 'John Doe', company: '', street: '9 Harbor Way', postcode: '02110', city: 'Boston', region: 'MA', country: 'US', phone: '' };
    expect((await admin.post(page(CUSTOMER.john, '/addresses'), { ...fields, street: '' })).status).toBe(422);
    const added = await admin.post(page(CUSTOMER.john, '/addresses'), fields);
    expect(added.text).toContain('9 Harbor Way');
    const [address] = await shop.rows<{ id: string }>(`select id::text from customer_address where street = '9 Harbor Way'`);
    await admin.get(page(CUSTOMER.john, `/addresses/${address?.id ?? ''}`));
    expect((await admin.post(page(CUSTOMER.john, `/addresses/${address?.id ?? ''}`), { ...fields, street: '10 Harbor Way' })).text).toContain('10 Harbor Way');
    expect((await admin.get(page(CUSTOMER.jane, `/addresses/${address?.id ?? ''}`))).status).toBe(404);
    expect((await recordOf(shop, CUSTOMER.john)).map(({ action }) => action).filter((action) => action.endsWith('address'))).toEqual(['customer.update-address', 'customer.add-address', 'customer.add-address']);
  });
});
