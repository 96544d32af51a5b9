import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
afterEach(async () => {
  await forgetSetting(shop, 'customer/share');
  await forgetSetting(shop, 'assist/store_view');
  await forgetSetting(shop, 'assist/consent/policy');
});

const JOHN = 'john.doe@customer.example';
const share = (value: string): Promise<Visit> => saveSetting(shop, { section: 'customers-accounts', path: 'customer/share', value });
const manually = (): Promise<Visit> => saveSetting(shop, { section: 'customers-login-as-customer', path: 'assist/store_view', value: 'manual' });

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function logInAt(base: string): Promise<{ browser: TestBrowser; visit: Visit }> {
  const browser = shop.browser();
  await browser.get(`${base}/account/login`);
  return { browser, visit: await browser.post(`${base}/account/login`, { email: JOHN, password: PASSWORD }) };
}

describe('G2: customer/share “Share customer accounts”', () => {
  it('G2: customer/share per website: the account logs in on its own website alone', async () => {
    const refused = (await logInAt('/de')).visit;
    expect(refused.status).toBe(422);
    const john = shop.browser();
    await logInAsCustomer(john, JOHN);
    expect((await john.get('/account')).text).toContain('John Doe');
    expect((await john.get('/de/account')).url).toMatch(/^\/de\/account\/login/);
  });

  it('G2: customer/share global: the account logs in on every website, with a cart in each store and that website’s prices', async () => {
    expect((await share('global')).status).toBe(200);
    const { browser: john, visit } = await logInAt('/de');
    expect(visit.url).toBe('/de/account');
    expect(visit.text).toContain('John Doe');
    const inGermany = await john.post('/de/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(inGermany.text).toContain('€');
    expect((await john.get('/cart')).text).toContain('The cart is empty');
    expect((await john.get('/account')).text).toContain('John Doe');
    const mine = await john.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
    expect(mine.text).toContain('$95.00 each');
    expect(await shop.rows('select k.store_id::int as store, sum(l.quantity)::int as pieces from cart k join cart_line l on l.cart_id = k.id where k.customer_id = $1 and k.status = $2 group by k.store_id order by 1', [CUSTOMER.john, 'open'])).toMatchObject([{ store: 1, pieces: 2 }, { store: 2, pieces: 1 }]);
    await forgetSetting(shop, 'customer/share');
    expect((await john.get('/de/account')).url).toMatch(/^\/de\/account\/login/);
    expect((await john.get('/account')).text).toContain('John Doe');
  });

  it('G2: customer/share global: found and entered in stores of other websites the actor works in, chosen by website', async () => {
    const clara = 'clara.vidal@staff.example';
    const before = await staff(clara);
    expect((await before.get('/staff/customers?q=john.doe')).text).not.toContain('John Doe');
    await share('global');
    await manually();
    const browser = await staff(clara);
    expect((await browser.get('/staff/customers?q=john.doe')).text).toContain('John Doe');
    const admin = await staff(STAFF.admin);
    expect((await admin.get(`/staff/customers/${CUSTOMER.john}/enter`)).text).toContain('Store View to Log in United States Onbehalf Supply Europe Onbehalf Fachhandel Onbehalf Suministros');
    const entered = await browser.post(`/staff/customers/${CUSTOMER.john}/enter`, { store: 'es' });
    expect(entered.url).toBe('/es/account');
    expect((await browser.post('/es/cart/lines', { sku: 'SKU-1001', quantity: '1' })).text).toContain('€');
    expect((await browser.get('/de/cart')).status).toBe(200);
    // What was asked for at the start was asked for that website: the context stays in it.
    const home = await browser.get('/cart');
    expect(home.status).toBe(403);
    expect(home.text).toContain('This assist session is for another website.');
    await browser.post('/es/assist/exit');
  });

  it('G2: customer/share back to per website: a context in another website is over on its next request, and says so', async () => {
    await share('global');
    await manually();
    const ruth = await staff(STAFF.ruth);
    expect((await ruth.post(`/staff/customers/${CUSTOMER.john}/enter`, { store: 'de' })).url).toBe('/de/account');
    await share('per-website');
    const over = await ruth.get('/de/account');
    expect(over.text).toContain('Assistenzsitzung beendet');
    expect(over.text).not.toContain('Sie sind angemeldet als');
    expect(await shop.rows('select end_reason from assist_session where subject_id = $1 order by started_at desc limit 1', [CUSTOMER.john])).toEqual([{ end_reason: 'store-unavailable' }]);
    expect((await ruth.get('/account')).text).toContain('Assist session ended');
  });

  it('G2: customer/share global asks for the stricter consent of the two websites', async () => {
    await share('global');
    await manually();
    await saveSetting(shop, { section: 'customers-login-as-customer', path: 'assist/consent/policy', value: 'not-asked', scope: 'website:2' });
    const ruth = await staff(STAFF.ruth);
    const refused = await ruth.post(`/staff/customers/${CUSTOMER.jane}/enter`, { store: 'de' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('The customer has not agreed to remote shopping assistance.');
  });

  it('G2: customer/share global is refused while two websites hold one e-mail address, and says how many', async () => {
    const [twin] = await shop.rows<{ id: string }>(`update customer set email = $1 where id = (select id from customer where website_id = 2 order by id limit 1) returning id::text`, [JOHN]);
    const refused = await share('global');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('1 e-mail address has accounts on more than one website');
    expect(await shop.rows(`select 1 from setting_value where path = 'customer/share'`)).toEqual([]);
    expect(await shop.rows(`select count(*)::int as n from audit_entry where action_group = 'configuration' and result = 'refused'`)).toEqual([{ n: 1 }]);
    await shop.rows(`update customer set email = 'twin.no.more@customer.example' where id = $1`, [twin?.id]);
  });

  it('G2: customer/share global: the database takes no second account with that address, whoever writes it', async () => {
    await share('global');
    const insert = (email: string): Promise<object[]> => shop.rows(`insert into customer (website_id, store_id, customer_group_id, email, first_name, last_name) select 2, 2, min(id), $1, 'A', 'Twin' from customer_group returning id`, [email]);
    await expect(insert(JOHN)).rejects.toMatchObject({ code: '23505', constraint: 'customer_email' });
    await forgetSetting(shop, 'customer/share');
    expect(await insert(JOHN)).toHaveLength(1);
    await shop.rows(`delete from customer where first_name = 'A' and last_name = 'Twin'`);
  });

  it('G2: customer/share global: an address being written while the setting is saved is waited for, and counts', async () => {
    const writer = await shop.database.owner.connect();
    await writer.query('begin');
    try {
      await writer.query(`insert into customer (website_id, store_id, customer_group_id, email, first_name, last_name) select 2, 2, min(id), $1, 'A', 'Racer' from customer_group`, [JOHN]);
      const saving = share('global');
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      await writer.query('commit');
      expect((await saving).status).toBe(422);
    } finally {
      writer.release();
      await shop.rows(`delete from customer where first_name = 'A' and last_name = 'Racer'`);
    }
  });
});
