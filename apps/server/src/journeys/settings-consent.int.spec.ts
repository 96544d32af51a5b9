// Consent as the shop asks for it (B10): each setting is changed on the Configuration page, and a person sees the difference.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { forgetSetting, saveSetting } from '../testing/configuration.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

interface Someone {
  id: string;
  email: string;
}

let shop: DemoShop;
let ruth: TestBrowser;
/** Of the European website: one who never answered, and one who said no. */
let silent: Someone;
let refusing: Someone;
beforeAll(async () => {
  shop = await openDemoShop();
  ruth = shop.browser();
  await logInAsStaff(ruth, STAFF.ruth);
  silent = await european('not exists (select from consent k where k.customer_id = c.id)');
  refusing = await european(`exists (select from consent k where k.customer_id = c.id and k.superseded_at is null and k.answer = 'refused')`);
});
afterAll(() => shop.close());
afterEach(async () => {
  for (const path of ['policy', 'title', 'tooltip']) await forgetSetting(shop, `assist/consent/${path}`);
});

async function european(condition: string): Promise<Someone> {
  const [row] = await shop.rows<Someone>(`select c.id::text, c.email from customer c where c.website_id = 2 and c.store_id = 2 and c.status = 'active' and c.confirmed_at is not null and ${condition} order by c.id limit 1`);
  return row ?? { id: '', email: '' };
}

const consent = (name: 'policy' | 'title' | 'tooltip', value: string, scope?: string): Promise<Visit> =>
  saveSetting(shop, { section: 'customers-login-as-customer', path: `assist/consent/${name}`, value, ...(scope === undefined ? {} : { scope }) });

const EU = 'website:2';
const MISSING = 'The customer has not agreed to remote shopping assistance.';

/** Whether the account can be entered, as the page before a start says it. */
async function isOpen(id: string): Promise<boolean> {
  const { text } = await ruth.get(`/staff/customers/${id}/enter`);
  return !text.includes(MISSING);
}

/** John said yes, Jane never answered, the third said no. */
async function opens(): Promise<boolean[]> {
  return [await isOpen(CUSTOMER.john), await isOpen(CUSTOMER.jane), await isOpen(refusing.id)];
}

describe('B10: assist/consent/policy', () => {
  it('B10: assist/consent/policy at default: opt-in needs a yes, opt-out and not asked let in who never answered, and an explicit no binds under each', async () => {
    expect(await opens()).toEqual([true, false, false]);
    await consent('policy', 'opt-out');
    expect(await opens()).toEqual([true, true, false]);
    expect((await ruth.get('/staff/customers?q=jane.roe')).text).toContain('Not asked for');
    await consent('policy', 'not-asked');
    expect(await opens()).toEqual([true, true, false]);
    await consent('policy', 'opt-in');
    expect(await opens()).toEqual([true, false, false]);
    expect((await ruth.get('/staff/customers?q=jane.roe')).text).toContain('No consent');
  });

  it('B10: assist/consent/policy at website: opt-out in Europe opens its silent customer and leaves Jane of the United States closed', async () => {
    expect(await isOpen(silent.id)).toBe(false);
    await consent('policy', 'opt-out', EU);
    expect(await isOpen(silent.id)).toBe(true);
    expect(await isOpen(CUSTOMER.jane)).toBe(false);
    await consent('policy', 'not-asked', EU);
    expect(await isOpen(silent.id)).toBe(true);
    expect(await isOpen(refusing.id)).toBe(false);
    await consent('policy', 'opt-in', EU);
    expect(await isOpen(silent.id)).toBe(false);
  });

  it('B10: without the permission nobody can log in as this customer: not by the page, not by a forged POST, not by REST', async () => {
    await ruth.get('/staff/customers?q=jane.roe');
    const forged = await ruth.post(`/staff/customers/${CUSTOMER.jane}/enter`, { confirm: '1', switch: '1' });
    expect(forged.status).toBe(422);
    expect(forged.text).toContain(MISSING);
    const api = new ApiClient(shop.server.origin);
    const { body } = await api.call('POST', '/V1/staff/token', { email: STAFF.ruth, password: PASSWORD });
    const refused = await api.with(body['token']).call('POST', `/V1/staff/customers/${CUSTOMER.jane}/token`, {});
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'consent-missing', title: MISSING });
    expect(await shop.rows('select 1 from assist_session where subject_id = $1', [CUSTOMER.jane])).toEqual([]);
  });

  it('B10: the customer allows it under Account Information with "Save", and takes it back there: from then on it is refused again', async () => {
    const jane = shop.browser();
    await logInAsCustomer(jane, 'jane.roe@customer.example');
    const shown = await jane.get('/account/information');
    for (const text of ['Account Information', 'Allow remote shopping assistance', 'Save']) expect(shown.text).toContain(text);
    const fields = { firstName: 'Jane', lastName: 'Roe', phone: '', company: '', vatNumber: '', consentShown: '1' };
    expect((await jane.post('/account/information', { ...fields, consent: '1' })).text).toContain('Allowed since');
    expect(await isOpen(CUSTOMER.jane)).toBe(true);
    expect((await jane.post('/account/information', fields)).text).toContain('Taken back on');
    expect(await isOpen(CUSTOMER.jane)).toBe(false);
  });
});

const WORDS = [['title', 'assist/consent/title'], ['tooltip', 'assist/consent/tooltip']] as const;

describe.each(WORDS)('B10: the %s of the checkbox', (name, path) => {
  it(`B10: ${path} at default, website and store view: each customer reads the nearest one on Account Information`, async () => {
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const german = shop.browser();
    await german.get('/de/account/login');
    await german.post('/de/account/login', { email: silent.email, password: PASSWORD });
    const read = async (): Promise<string[]> => {
      const pages = [await john.get('/account/information'), await german.get('/de/account/information'), await german.get('/es/account/information')];
      return pages.map(({ text }) => ['At default', 'For Europe', 'Auf Deutsch'].find((words) => text.includes(words)) ?? '');
    };
    expect(await read()).toEqual(['', '', '']);
    await consent(name, 'At default');
    expect(await read()).toEqual(['At default', 'At default', 'At default']);
    await consent(name, 'For Europe', EU);
    expect(await read()).toEqual(['At default', 'For Europe', 'For Europe']);
    await consent(name, 'Auf Deutsch', 'store:2');
    expect(await read()).toEqual(['At default', 'Auf Deutsch', 'For Europe']);
  });

  it(`B10: ${path} as it was read is kept with the answer`, async () => {
    await consent(name, 'Words of that day');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    await john.get('/account/information');
    const fields = { firstName: 'John', lastName: 'Doe', phone: '', company: '', vatNumber: '', consentShown: '1' };
    await john.post('/account/information', fields);
    await john.post('/account/information', { ...fields, consent: '1' });
    const [row] = await shop.rows<{ wording: string }>('select wording from consent where customer_id = $1 and superseded_at is null', [CUSTOMER.john]);
    expect(row?.wording).toContain('Words of that day');
  });
});
