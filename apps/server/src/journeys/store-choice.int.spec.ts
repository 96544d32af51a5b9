import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, type ApiAnswer } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, logInAsStaff } from '../testing/people.ts';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let wolfgang: string;
beforeAll(async () => {
  shop = await openDemoShop();
  // A German customer of the website Europe (de, es) whom somebody may enter.
  const [row] = await shop.rows<{ id: string }>(`select c.id::text from customer c join consent k on k.customer_id = c.id and k.superseded_at is null and k.answer = 'given'
    where c.store_id = 2 and c.status = 'active' and c.confirmed_at is not null order by c.id limit 1`);
  wolfgang = row?.id ?? '';
});
afterAll(() => shop.close());
afterEach(() => forgetSetting(shop, 'assist/store_view'));

const manually = (): Promise<unknown> => saveSetting(shop, { section: 'customers-login-as-customer', path: 'assist/store_view', value: 'manual' });

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function token(email: string, customer: string, body: object): Promise<ApiAnswer> {
  const api = new ApiClient(shop.server.origin);
  const { body: made } = await api.call('POST', '/V1/staff/token', { email, password: PASSWORD });
  const answer = await api.with(made['token']).call('POST', `/V1/staff/customers/${customer}/token`, body);
  await api.with(made['token']).call('DELETE', '/V1/staff/token');
  return answer;
}

const offered = (html: string): string[] => [...html.matchAll(/<input type="radio" name="store" value="([a-z]+)"|<input type="radio" name="store" checked="" value="([a-z]+)"/g)].map((found) => found[1] ?? `${found[2] ?? ''}*`);

describe('B13: assist/store_view “Store View to Log in”', () => {
  it('B13: assist/store_view Automatic leads to the customer’s own store view and offers no other', async () => {
    const ruth = await staff(STAFF.ruth);
    expect(offered((await ruth.get(`/staff/customers/${wolfgang}/enter`)).html)).toEqual([]);
    expect((await ruth.post(`/staff/customers/${wolfgang}/enter`)).url).toBe('/de/account');
    await ruth.post('/de/assist/exit');
    await ruth.get('/staff');
    const other = await ruth.post(`/staff/customers/${wolfgang}/enter`, { store: 'es' });
    expect(other.status).toBe(422);
    expect(other.text).toContain('The store view is set by the shop: the customer’s own.');
    expect((await token(STAFF.ruth, wolfgang, { store: 'es' })).body).toMatchObject({ status: 422, code: 'store-not-offered' });
    expect((await token(STAFF.ruth, wolfgang, { store: 'de' })).status).toBe(201);
  });

  it('B13: assist/store_view Automatic: an actor who does not work in the customer’s own store is refused', async () => {
    const iker = 'iker.mendoza@staff.example';
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('staff/assignment/multiple', 'default', 0, to_jsonb('1'::text), now())`);
    await shop.rows('insert into customer_staff (customer_id, staff_id, is_primary) select $1, id, false from staff where email = $2 on conflict do nothing', [wolfgang, iker]);
    const refused = await (await staff(iker)).get(`/staff/customers/${wolfgang}/enter`);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Usted no trabaja en esta tienda. Elija una de sus tiendas o pida a un administrador que añada esta.');
    await manually();
    const chosen = await staff(iker);
    expect(offered((await chosen.get(`/staff/customers/${wolfgang}/enter`)).html)).toEqual(['es*']);
    expect((await chosen.post(`/staff/customers/${wolfgang}/enter`)).url).toBe('/es/account');
    await chosen.post('/es/assist/exit');
  });

  it('B13: assist/store_view Manual Selection shows every store view both share, by website, the customer’s own chosen beforehand', async () => {
    await manually();
    const ruth = await staff(STAFF.ruth);
    const start = await ruth.get(`/staff/customers/${wolfgang}/enter`);
    expect(offered(start.html)).toEqual(['de*', 'es']);
    expect(start.text).toContain('Store View to Log in Europe Onbehalf Fachhandel Onbehalf Suministros');
    expect(start.text).not.toContain('United States');
    expect((await ruth.get('/staff/customers?q=Huber')).html).toContain(`action="/staff/customers/${wolfgang}/enter" method="get"`);
    const entered = await ruth.post(`/staff/customers/${wolfgang}/enter`, { store: 'es' });
    expect(entered.url).toBe('/es/account');
    expect((await ruth.get('/de/account')).status).toBe(200);
    await ruth.post('/de/assist/exit');
  });

  it('B13: assist/store_view Manual Selection: the dialog on an admin page offers the same', async () => {
    await manually();
    const [order] = await shop.rows<{ number: string }>(`select number from purchase p join consent k on k.customer_id = p.customer_id and k.superseded_at is null and k.answer = 'given' join customer c on c.id = p.customer_id and c.status = 'active' where p.store_id = 2 and c.store_id = 2 limit 1`);
    const admin = await staff(STAFF.admin);
    const page = await admin.get(`/admin/orders/${order?.number ?? ''}`);
    expect(page.html).toContain('<dialog');
    expect(offered(page.html)).toEqual(['de*', 'es']);
  });

  it.each([
    { store: 'main', codes: ['customer-in-other-website'], who: STAFF.ruth, what: 'another website’s' },
    { store: 'es', codes: ['actor-not-in-store'], who: 'hannah.weissgerber@staff.example', what: 'one the actor doesn’t work in' },
    { store: 'nowhere', codes: ['store-unavailable'], who: STAFF.ruth, what: 'none at all' },
  ])('B13: a store outside ($what) is refused with its code, on the page and by POST /V1/staff/customers/:customerId/token', async ({ store, codes, who }) => {
    await shop.rows(`update staff set access_all_customers = true where email = 'hannah.weissgerber@staff.example'`);
    await manually();
    const browser = await staff(who);
    await browser.get('/staff');
    const refused = await browser.post(`/staff/customers/${wolfgang}/enter`, { store });
    expect(refused.status).toBe(422);
    expect(browser.cookies.has('__Host-assist')).toBe(false);
    expect(refused.html).toContain('id="start-store-problem"');
    const answer = await token(who, wolfgang, { store });
    expect(answer.body).toMatchObject({ code: codes[0] });
    expect(await shop.rows('select 1 from assist_session where ended_at is null')).toEqual([]);
  });

  it('B13: a context works only inside its website and the actor’s stores, else refused', async () => {
    const lukas = await staff('lukas.brunner@staff.example');
    await shop.rows(`update staff set access_all_customers = true where email = 'lukas.brunner@staff.example'`);
    await lukas.get('/staff');
    expect((await lukas.post(`/staff/customers/${wolfgang}/enter`)).url).toBe('/de/account');
    expect((await lukas.get('/es/account')).status).toBe(200);
    const elsewhere = await lukas.get('/account');
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.text).toContain('This customer belongs to another website.');
    await shop.rows(`delete from staff_store where store_id = 3 and staff_id = (select id from staff where email = 'lukas.brunner@staff.example')`);
    const lost = await lukas.get('/es/cart');
    expect(lost.status).toBe(403);
    expect(lost.text).toContain('Usted no trabaja en esta tienda.');
    expect((await lukas.get('/de/cart')).status).toBe(200);
    await lukas.post('/de/assist/exit');
  });

  it('B13: assist/store_view Manual Selection with one shared store asks nothing more (A8)', async () => {
    await manually();
    const sarah = await staff(STAFF.sarah);
    expect((await sarah.get('/staff/customers?q=doe')).html).toContain(`action="/staff/customers/${CUSTOMER.john}/enter" method="post"`);
  });
});
