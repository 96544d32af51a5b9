import type { Mailer } from '@onbehalf/http/jobs/mailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
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

const NEW = '/staff/customers/new';
const FIELDS = { firstName: 'Nora', lastName: 'Field', company: 'Field & Sons', vatNumber: 'US 12-3456789', phone: '+1 303-555-0190', email: 'Nora.Field@customer.example', externalId: 'ERP-9001', store: '1', group: '2', street: '12 Depot Rd', postcode: '80205', city: 'Denver', region: 'CO', country: 'US' };
const CREATE = { section: 'staff-general', path: 'staff/customers/create' };
const CHOSEN = 'chosen-by-the-customer-alone';

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function create(browser: TestBrowser, fields: Partial<typeof FIELDS>, path = NEW): Promise<Visit> {
  await browser.get(path);
  return browser.post(path, { ...FIELDS, ...fields });
}

async function linkTo(email: string, page: string): Promise<string> {
  const found = (): string => new RegExp(`(/account/${page}\\?token=\\S+)`).exec(sent.findLast(({ to, text }) => to === email && text.includes(`/account/${page}?`))?.text ?? '')?.[1] ?? '';
  await expect.poll(found, { timeout: 10_000 }).not.toBe('');
  return found();
}

const storesIn = (html: string): string[] => [...(/name="store"[^>]*>(.*?)<\/select>/.exec(html)?.[1] ?? '').matchAll(/value="(\d+)"/g)].map(([, id = '']) => id);
const tokenOf = (link: string): string => link.split('token=')[1] ?? '';

describe('A10: a member of staff creates a customer', () => {
  it('A10: with group, address and VAT number; the creator is the primary one; the customer is invited and nobody else knows a password', async () => {
    const sarah = await staff(STAFF.sarah);
    expect((await sarah.get('/staff/customers')).html).toContain(`href="${NEW}"`);
    const created = await create(sarah, {});
    const id = created.url.split('/').at(-1) ?? '';
    expect(created.url).toMatch(/^\/staff\/customers\/\d+$/);
    expect(created.text).toContain('The customer Nora Field is created. The invitation goes to nora.field@customer.example.');
    for (const text of ['Login to this account', 'This customer has not confirmed the account yet.', 'The customer has not agreed to remote shopping assistance.', 'Ask the customer to allow it under Account Information.', '12 Depot Rd', 'US 12-3456789']) expect(created.text).toContain(text);
    const [row] = await shop.rows('select email, customer_group_id::text as "group", website_id::int as website, password_hash, confirmed_at from customer where id = $1', [id]);
    expect(row).toEqual({ email: 'nora.field@customer.example', group: '2', website: 1, password_hash: null, confirmed_at: null });
    expect(await shop.rows('select a.email, cs.is_primary from customer_staff cs join staff a on a.id = cs.staff_id where cs.customer_id = $1', [id])).toEqual([{ email: STAFF.sarah, is_primary: true }]);
    expect((await recordOf(shop, id)).filter(({ action }) => action !== 'customer.view').map(({ action, actor }) => [action, actor])).toEqual([['staff.assign-customer', STAFF.sarah], ['customer.create', STAFF.sarah]]);
    expect((await enter(sarah, id)).status).toBe(422);

    const link = await linkTo('nora.field@customer.example', 'reset');
    expect(sent.find(({ to }) => to === 'nora.field@customer.example')?.text).toContain('Nobody of us can see or choose your password.');
    const nora = shop.browser();
    await nora.get(link);
    expect((await nora.post('/account/reset', { token: tokenOf(link), password: CHOSEN })).url).toBe('/account/login');
    expect((await nora.post('/account/login', { email: 'nora.field@customer.example', password: CHOSEN })).url).toBe('/account');
    expect((await shop.rows<{ at: Date | null }>('select confirmed_at as at from customer where id = $1', [id]))[0]?.at).toBeInstanceOf(Date);
    expect((await nora.post('/account/reset', { token: tokenOf(link), password: 'another-long-password' })).status).toBeGreaterThanOrEqual(400);
    await nora.get('/account/information');
    await nora.post('/account/information', { firstName: 'Nora', lastName: 'Field', phone: '', company: '', vatNumber: '', consentShown: '1', consent: '1' });
    expect((await enter(sarah, id)).text).toContain('You are logged in as: Nora Field');
    await sarah.post('/assist/exit');
  });

  it('A10: the invitation’s link is over after seven days', async () => {
    const sarah = await staff(STAFF.sarah);
    await create(sarah, { email: 'late@customer.example' });
    const link = await linkTo('late@customer.example', 'reset');
    shop.clock.advance(7 * 86_400 + 60);
    const late = shop.browser();
    await late.get(link);
    const over = await late.post('/account/reset', { token: tokenOf(link), password: CHOSEN });
    shop.clock.advance(-(7 * 86_400 + 60));
    expect(over.text).toContain('used');
    expect(await shop.rows(`select 1 from customer where email = 'late@customer.example' and password_hash is not null`)).toEqual([]);
  });

  it('A10: an e-mail that is taken is refused at its field, with what was typed; nothing is half-written', async () => {
    const sarah = await staff(STAFF.sarah);
    const taken = await create(sarah, { email: 'john.doe@customer.example', firstName: 'Johnny' });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('Another customer of this website has this e-mail.');
    expect(taken.html).toContain('value="Johnny"');
    const half = await create(sarah, { email: 'half@customer.example', street: '' });
    expect(half.status).toBe(422);
    expect(half.text).toContain('This part of the address is missing or not valid.');
    expect(await shop.rows(`select 1 from customer where email = 'half@customer.example' or first_name = 'Johnny'`)).toEqual([]);
    const plain = await create(sarah, { email: 'plain@customer.example', street: '', postcode: '', city: '', region: '' });
    expect(plain.text).toContain('No address yet.');
  });

  it('A10: without "Can Create Customer" there is no button, the page is refused, and so is a forged POST', async () => {
    await shop.rows('update staff set can_create_customer = false where email = $1', ['terrence.cole@staff.example']);
    const terrence = await staff('terrence.cole@staff.example');
    expect((await terrence.get('/staff/customers')).html).not.toContain(`href="${NEW}"`);
    expect((await terrence.get(NEW)).text).toContain('Your account may not create customers.');
    await terrence.get('/staff/customers');
    expect((await terrence.post(NEW, { ...FIELDS, email: 'forged@customer.example' })).status).toBe(403);
    const vera = await staff(STAFF.vera);
    expect((await vera.get(NEW)).status).toBe(403);
    await vera.get('/staff');
    expect((await vera.post(NEW, { ...FIELDS, email: 'forged@customer.example' })).status).toBe(403);
    expect(await shop.rows(`select 1 from customer where email = 'forged@customer.example'`)).toEqual([]);
  });

  it('A10: staff/customers/create at default: "No" takes the button and the page away, "Yes" brings them back', async () => {
    const sarah = await staff(STAFF.sarah);
    await saveSetting(shop, { ...CREATE, value: '0' });
    expect((await sarah.get('/staff/customers')).html).not.toContain(`href="${NEW}"`);
    expect((await sarah.get(NEW)).text).toContain('Staff create no customers for this website.');
    expect((await sarah.post(NEW, { ...FIELDS, email: 'closed@customer.example' })).status).toBe(403);
    await saveSetting(shop, { ...CREATE, value: '1' });
    expect((await create(sarah, { email: 'open@customer.example' })).url).toMatch(/^\/staff\/customers\/\d+$/);
  });

  it('A10: staff/customers/create at website: "No" for Europe leaves its stores out of the form and refuses them', async () => {
    const max = await staff(STAFF.max);
    expect(storesIn((await max.get(NEW)).html)).toContain('2');
    await saveSetting(shop, { ...CREATE, value: '0', scope: 'website:2' });
    const shown = await max.get(NEW);
    expect(storesIn(shown.html)).toEqual(['1']);
    expect((await max.post(NEW, { ...FIELDS, email: 'europe@customer.example', store: '2' })).status).toBe(422);
    expect((await create(max, { email: 'states@customer.example' })).url).toMatch(/^\/staff\/customers\/\d+$/);
    await saveSetting(shop, { ...CREATE, value: '1', scope: 'website:2' });
    expect((await create(max, { email: 'europe@customer.example', store: '2', country: 'DE' })).url).toMatch(/^\/staff\/customers\/\d+$/);
    await linkTo('europe@customer.example', 'reset');
    expect(sent.find(({ to }) => to === 'europe@customer.example')?.text).toContain('Wählen Sie ein Passwort');
  });

  it('A10, F3: an administrator creates one for any store, assigned to nobody', async () => {
    expect((await admin.get('/admin/customers')).html).toContain('href="/admin/customers/new"');
    const made = await create(admin, { email: 'from.admin@customer.example' }, '/admin/customers/new');
    expect(made.url).toMatch(/^\/admin\/customers\/\d+$/);
    expect(await shop.rows(`select 1 from customer_staff cs join customer c on c.id = cs.customer_id where c.email = 'from.admin@customer.example'`)).toEqual([]);
    await linkTo('from.admin@customer.example', 'reset');
  });
});

describe('G2: a customer registers', () => {
  const TYPED = { firstName: 'Remy', lastName: 'Own', company: '', vatNumber: '', email: 'remy@customer.example', password: CHOSEN };

  it('G2: can log in once the link of the mail has confirmed the account, and not before', async () => {
    const remy = shop.browser();
    expect((await remy.get('/account/login')).html).toContain('href="/account/create"');
    await remy.get('/account/create');
    expect((await remy.post('/account/create', { ...TYPED, password: 'short' })).status).toBe(422);
    const sentPage = await remy.post('/account/create', TYPED);
    expect(sentPage.text).toContain('We sent a mail to remy@customer.example.');
    await remy.get('/account/login');
    const early = await remy.post('/account/login', { email: TYPED.email, password: CHOSEN });
    expect(early.text).toContain('You have not confirmed your e-mail address yet.');
    const link = await linkTo(TYPED.email, 'confirm');
    await remy.get(link);
    expect(await shop.rows('select 1 from customer where email = $1 and confirmed_at is not null', [TYPED.email])).toEqual([]);
    expect((await remy.post('/account/reset', { token: tokenOf(link), password: 'taken-over-by-a-link' })).status).toBeGreaterThanOrEqual(400);
    await remy.get(link);
    expect((await remy.post('/account/confirm', { token: tokenOf(link) })).text).toContain('The account is confirmed.');
    expect((await remy.post('/account/login', { email: TYPED.email, password: CHOSEN })).url).toBe('/account');
    const again = shop.browser();
    await again.get(link);
    expect((await again.post('/account/confirm', { token: tokenOf(link) })).text).toContain('This link has been used or is too old.');
  });

  it('G2: an address that has an account reads the same page, changes nothing, and its owner is told', async () => {
    const other = shop.browser();
    await other.get('/account/create');
    const page = await other.post('/account/create', { ...TYPED, email: 'jane.roe@customer.example', firstName: 'Mallory' });
    expect(page.text).toContain('We sent a mail to jane.roe@customer.example.');
    await expect.poll(() => sent.find(({ to }) => to === 'jane.roe@customer.example')?.subject, { timeout: 10_000 }).toBe('You have an account at Onbehalf Supply');
    await other.get('/account/login');
    expect((await other.post('/account/login', { email: 'jane.roe@customer.example', password: CHOSEN })).status).toBe(422);
    expect((await other.post('/account/login', { email: 'jane.roe@customer.example', password: PASSWORD })).url).toBe('/account');
  });

  it('G2, B16: nobody registers or confirms from inside an assist session', async () => {
    const sarah = await staff(STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    expect((await sarah.get('/account/create')).url).toBe('/account');
    expect((await sarah.post('/account/create', { ...TYPED, email: 'inside@customer.example' })).url).toBe('/account');
    expect(await shop.rows(`select 1 from customer where email = 'inside@customer.example'`)).toEqual([]);
    await sarah.post('/assist/exit');
  });
});
