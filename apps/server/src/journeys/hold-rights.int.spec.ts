// Rights and consent under attack (security cases P and C): what is missing at the start, and what goes while somebody is inside.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, type ApiAnswer } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { endEverySession, expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { recordOf } from '../testing/record-of.ts';

const { john: JOHN, jane: JANE, uma: UMA } = CUSTOMER;

let shop: DemoShop;
let api: ApiClient;
let sarah: ApiClient;
beforeAll(async () => {
  shop = await openDemoShop();
  api = new ApiClient(shop.server.origin);
  sarah = await staff(STAFF.sarah);
});
afterEach(async () => {
  await expectInvariants(shop);
  await endEverySession(shop);
  sarah = await staff(STAFF.sarah);
});
afterAll(() => shop.close());

/** A token without a login: what is tested here begins after it. */
async function staff(email: string): Promise<ApiClient> {
  const { body } = await api.call('POST', '/V1/staff/token', { email, password: PASSWORD });
  return api.with(body['token']);
}

const start = (by: ApiClient, customer: string, more: object = {}): Promise<ApiAnswer> => by.call('POST', `/V1/staff/customers/${customer}/token`, more);

async function inside(customer: string): Promise<ApiClient> {
  const { status, body } = await start(sarah, customer);
  expect([customer, status, body['code']]).toEqual([customer, 201, undefined]);
  return api.with(body['token']);
}

/** Something is otherwise for as long as the case looks. */
async function during(change: string, undo: string, look: () => Promise<void>): Promise<void> {
  await shop.rows(change);
  try {
    await look();
  } finally {
    await shop.rows(undo);
  }
}

const codesOf = ({ body }: ApiAnswer): string[] => ((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code);

const lastEnd = async (): Promise<string | null | undefined> => {
  const [row] = await shop.rows<{ end_reason: string | null }>('select end_reason from assist_session s join staff a on a.id = s.actor_id where a.email = $1 order by s.started_at desc limit 1', [STAFF.sarah]);
  return row?.end_reason;
};

const setting = (path: string, value: string): [string, string] => [
  `insert into setting_value (path, scope, scope_id, value, changed_at) values ('${path}', 'default', 0, to_jsonb('${value}'::text), now())`,
  `delete from setting_value where path = '${path}'`,
];

const days = (from: number): string => `(now() at time zone 'UTC')::date + ${from}`;

const ROLE = `(select role_id from staff where email = '${STAFF.sarah}')`;
const ME = `(select id from staff where email = '${STAFF.sarah}')`;
const MAX = `(select id from staff where email = '${STAFF.max}')`;
const NO_RIGHT: [string, string] = [
  `delete from role_resource where resource = 'customers.login-as-customer.login' and role_id = ${ROLE}`,
  `insert into role_resource values (${ROLE}, 'customers.login-as-customer.login')`];
const INACTIVE: [string, string] = [`update staff set active = false where id = ${ME}`, `update staff set active = true where id = ${ME}`];
const STORE_OFF: [string, string] = ['update store set active = false where id = 1', 'update store set active = true where id = 1'];
const STORE_TAKEN: [string, string] = [`delete from staff_store where staff_id = ${ME}`, `insert into staff_store values (${ME}, 1)`];
const UNASSIGNED: [string, string] = [`update customer_staff set staff_id = ${MAX} where customer_id = ${JOHN}`, `update customer_staff set staff_id = ${ME} where customer_id = ${JOHN}`];
const IS_STAFF: [string, string] = [`update staff set own_customer_id = ${JOHN} where id = ${MAX}`, `update staff set own_customer_id = null where id = ${MAX}`];
const IS_SELF: [string, string] = [`update staff set own_customer_id = ${JOHN} where id = ${ME}`, `update staff set own_customer_id = null where id = ${ME}`];
const status = (to: string): [string, string] => [`update customer set status = '${to}' where id = ${JOHN}`, `update customer set status = 'active' where id = ${JOHN}`];
const consent = (columns: string): [string, string] => [`update consent set ${columns} where customer_id = ${JOHN} and superseded_at is null`, `update consent set answer = 'given', valid_until = null where customer_id = ${JOHN} and superseded_at is null`];

interface Missing {
  what: string;
  change: [change: string, undo: string];
  code: string;
  customer?: string;
}

describe('B1, P02, P03, P04, C01, C07: a start without one of what it needs', () => {
  it.each<Missing>([
    { what: 'without the right', change: NO_RIGHT, code: 'actor-not-permitted' },
    { what: 'with the feature off', change: setting('assist/enabled', 'no'), code: 'assist-disabled' },
    { what: 'in a store that is switched off', change: STORE_OFF, code: 'store-unavailable' },
    { what: 'in a store that is not the actor’s', change: STORE_TAKEN, code: 'actor-not-in-store' },
    { what: 'into the account of a member of staff', change: IS_STAFF, code: 'customer-is-staff' },
    { what: 'into the actor’s own account', change: IS_SELF, code: 'customer-is-self' },
    { what: 'into an account under the actor’s own address', change: [`update customer set email = '${STAFF.sarah}' where id = ${JOHN}`, `update customer set email = 'john.doe@customer.example' where id = ${JOHN}`], code: 'customer-is-self' },
    { what: 'without consent ever given', change: ['select 1', 'select 1'], code: 'consent-missing', customer: JANE },
    { what: 'with a no, where nobody is asked', change: [`${setting('assist/consent/policy', 'not-asked')[0]}; ${consent(`answer = 'refused'`)[0]}`, `${setting('assist/consent/policy', 'not-asked')[1]}; ${consent('')[1]}`], code: 'consent-missing' },
    { what: 'with a standing yes, where each occasion is asked for', change: setting('assist/consent/policy', 'per-request'), code: 'consent-missing' },
    { what: 'with consent that ran out', change: consent('valid_until = now()'), code: 'consent-missing' },
  ])('$what is refused, on record, and explained the same', async ({ change, code, customer = JOHN }) => {
    await during(...change, async () => {
      const refused = await start(sarah, customer);
      expect([403, 409]).toContain(refused.status);
      expect(codesOf(refused)).toContain(code);
      const { body } = await start(sarah, customer, { explain: true });
      expect(body['canStart']).toBe(false);
      const failed = (body['checks'] as { code: string; outcome: string }[]).filter(({ outcome }) => outcome === 'failed').map((one) => one.code);
      expect(codesOf(refused).toSorted()).toEqual(failed.toSorted());
      expect((await recordOf(shop, customer, 1))[0]).toMatchObject({ action: 'login-as-customer.refused', result: 'refused', actor: STAFF.sarah, codes: expect.arrayContaining([code]) as unknown });
      expect(await shop.rows('select 1 from assist_session where subject_id = $1 and ended_at is null', [customer])).toEqual([]);
    });
  });

  it('P02: an inactive member of staff has no session to start from', async () => {
    await during(...INACTIVE, async () => {
      expect((await start(sarah, JOHN)).status).toBe(401);
      expect((await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD })).status).toBe(401);
    });
    sarah = await staff(STAFF.sarah);
  });

  it('A7, P02: of a customer who is not the actor’s, explain and refusal tell no more than that', async () => {
    await during(`update customer set status = 'suspended' where id = ${UMA}`, `update customer set status = 'active' where id = ${UMA}`, async () => {
      expect(codesOf(await start(sarah, UMA))).toEqual(['customer-not-assigned']);
      const { body } = await start(sarah, UMA, { explain: true });
      const outcomes = new Map((body['checks'] as { code: string; outcome: string }[]).map((one) => [one.code, one.outcome]));
      expect(outcomes.get('customer-suspended')).toBe('skipped');
      expect(outcomes.get('customer-not-assigned')).toBe('failed');
    });
  });

  it('P05: from inside a context nothing is started, by REST or in the portal', async () => {
    const john = await inside(JOHN);
    expect((await start(john, JANE)).status).toBe(403);
    expect((await start(john, JOHN, { switch: true })).status).toBe(403);
    const browser = shop.browser();
    browser.cookies.set('__Host-assist', String(john.token).replace('orc_', 'oas_'));
    expect((await browser.get(`/staff/customers/${JANE}/enter`)).url).toContain('/staff/account/login');
    expect((await john.call('GET', '/V1/me')).body).toMatchObject({ subject: { id: JOHN } });
  });

  it('P08: a context opens nothing of the portal, and ends where its customer turns out to be staff', async () => {
    const john = await inside(JOHN);
    for (const path of ['/V1/staff', '/V1/staff/customers', '/V1/assist-sessions']) expect([path, (await john.call('GET', path)).status]).toEqual([path, 403]);
    await during(...IS_STAFF, async () => {
      expect((await john.call('GET', '/V1/me')).status).toBe(401);
      expect(await lastEnd()).toBe('permission-lost');
    });
    const browser = shop.browser();
    await logInAsCustomer(browser, 'john.doe@customer.example');
    for (const path of ['/staff', '/admin/staff']) expect((await browser.get(path)).url).toContain('/staff/account/login');
  });
});

describe('B9, P06, P14, C03: what is taken away while somebody is inside', () => {
  it.each<[string, [string, string], string]>([
    ['the right', NO_RIGHT, 'permission-lost'],
    ['the assignment', UNASSIGNED, 'assignment-lost'],
    ['the account', INACTIVE, 'actor-deactivated'],
    ['the store', STORE_TAKEN, 'store-lost'],
    ['the store view, from everybody', STORE_OFF, 'store-unavailable'],
    ['the feature', setting('assist/enabled', 'no'), 'feature-off'],
    ['the customer’s account, blocked', status('blocked'), 'customer-blocked'],
    ['the customer’s account, suspended', status('suspended'), 'customer-suspended'],
    ['the customer’s account, inactive', status('inactive'), 'customer-inactive'],
    ['the consent', consent(`answer = 'refused'`), 'consent-withdrawn'],
    ['the consent’s time', consent('valid_until = now()'), 'consent-expired'],
    ['the standing consent, where each occasion is asked for from now on', setting('assist/consent/policy', 'per-request'), 'consent-missing'],
  ])('%s: the next request is refused, whatever it asks, and the end has its reason', async (_what, [change, undo], reason) => {
    const john = await inside(JOHN);
    await during(change, undo, async () => {
      const [got, put] = [await john.call('GET', '/V1/carts/mine'), await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 })];
      expect([got.status, codesOf(got), put.status]).toEqual([401, ['assist-session-over'], 401]);
      expect(await lastEnd()).toBe(reason);
      const end = (await recordOf(shop, JOHN, 6)).find(({ action }) => action === 'login-as-customer.end');
      expect(end).toMatchObject({ actor: STAFF.sarah, subject: JOHN, detail: { reason } });
    });
    // Given back, it begins anew or not at all.
    expect((await john.call('GET', '/V1/me')).status).toBe(401);
  });

  it('C03, B17: a narrower consent does not end it: from the next request on less is open', async () => {
    const john = await inside(JOHN);
    await during(consent(`scope = 'view'`)[0], consent(`scope = 'full'`)[0], async () => {
      expect((await john.call('GET', '/V1/carts/mine')).status).toBe(200);
      expect((await john.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1001', quantity: 1 })).status).toBe(403);
    });
  });

  it('P06, B13: a store view that is switched off is closed to contexts of its website too, while theirs goes on', async () => {
    const [wolf] = await shop.rows<{ id: string }>(
      `select c.id::text from customer c join consent k on k.customer_id = c.id and k.superseded_at is null and k.answer = 'given' and k.valid_until is null where c.store_id = 2 and c.status = 'active' and c.confirmed_at is not null order by c.id limit 1`);
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    await enter(max, wolf?.id ?? '', { confirm: '1' });
    expect((await max.get('/es/account')).status).toBe(200);
    await during('update store set active = false where id = 3', 'update store set active = true where id = 3', async () => {
      const closed = await max.get('/es/cart');
      expect([closed.status, closed.text.includes('Esta tienda está cerrada')]).toEqual([403, true]);
      expect((await max.get('/de/account')).status).toBe(200);
    });
    await max.get('/de/account');
    await max.post('/de/assist/exit');
  });

  it('P06, A5: the last day of a deputy ends what he began as one', async () => {
    const [old] = await shop.rows<{ staff: string }>('select staff_id::text as staff from customer_staff where customer_id = $1', [UMA]);
    await shop.rows(`insert into staff_deputy (staff_id, deputy_id, from_day, to_day) select ${MAX}, ${ME}, ${days(-2)}, ${days(2)}`);
    await during(`update customer_staff set staff_id = ${MAX} where customer_id = ${UMA}`, `update customer_staff set staff_id = ${old?.staff ?? ''} where customer_id = ${UMA}; delete from staff_deputy`, async () => {
      const uma = await inside(UMA);
      await shop.rows(`update staff_deputy set to_day = ${days(-2)}`);
      expect((await uma.call('GET', '/V1/me')).status).toBe(401);
      expect(await lastEnd()).toBe('assignment-lost');
    });
  });

  it('P06, A4: a lead who leads no longer is out of the group’s customers', async () => {
    const lead = `update staff_group set lead_staff_id = ${ME} where id = (select staff_group_id from staff where id = ${MAX})`;
    const before = await shop.rows<{ id: string; lead: string | null }>(`select id::text, lead_staff_id::text as lead from staff_group where id = (select staff_group_id from staff where id = ${MAX})`);
    await during(UNASSIGNED[0], UNASSIGNED[1], async () => {
      expect(codesOf(await start(sarah, JOHN))).toEqual(['customer-not-assigned']);
      await shop.rows(lead);
      const listed = (await sarah.call('GET', '/V1/staff/customers?search=john.doe')).body['items'] as { id: string; reasons: unknown[] }[];
      expect(listed.map(({ id, reasons }) => [id, reasons])).toEqual([[JOHN, []]]);
      const john = await inside(JOHN);
      await shop.rows('update staff_group set lead_staff_id = $2 where id = $1', [before[0]?.id, before[0]?.lead]);
      expect((await john.call('GET', '/V1/me')).status).toBe(401);
      expect(await lastEnd()).toBe('assignment-lost');
      expect((await sarah.call('GET', '/V1/staff/customers?search=john.doe')).body['items']).toEqual([]);
    });
  });
});

describe('B10: consent', () => {
  it('C02: staff can’t give it from inside, by whatever field or way, nor outside without the right', async () => {
    const before = await shop.rows('select id, answer from consent order by id');
    const john = await inside(JOHN);
    const fields = { firstName: 'John', lastName: 'Doe', consent: '1', consentShown: '1', consents: [{ answer: 'given' }], scope: 'full' };
    for (const [method, path] of [['PUT', '/V1/customers/me'], ['POST', '/V1/customers/me/consent'], ['PATCH', '/V1/customers/me'], ['POST', '/V1/consent']] as const) {
      expect((await john.call(method, path, fields)).status).toBeGreaterThanOrEqual(200);
    }
    const browser = shop.browser();
    browser.cookies.set('__Host-assist', String(john.token));
    await browser.get('/account/information');
    for (const path of ['/account/assist-request', `/account/assistance/requests/${crypto.randomUUID()}`]) await browser.post(path, { answer: 'approve', token: `ocq_${'A'.repeat(43)}`, consent: '1' });
    expect((await sarah.call('PUT', `/V1/customers/${JANE}`, fields)).status).toBeGreaterThanOrEqual(400);
    expect(await shop.rows('select id, answer from consent order by id')).toEqual(before);
  });

  it('C04: given for one website it opens no other, shared accounts or not', async () => {
    const max = await staff(STAFF.max);
    expect(codesOf(await start(max, JOHN, { store: 'de' }))).toContain('customer-in-other-website');
    const [[share, unshare], [manual, automatic], [strict, loose]] = [setting('customer/share', 'global'), setting('assist/store_view', 'manual'), [
      `insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/consent/policy', 'website', 2, to_jsonb('per-request'::text), now())`, `delete from setting_value where path = 'assist/consent/policy'`]];
    await during(`${share}; ${manual}; ${strict}`, `${unshare}; ${automatic}; ${loose}`, async () => {
      // What either website asks for has to be there: the standing yes of one is none where the other asks each time.
      expect(codesOf(await start(max, JOHN, { store: 'de' }))).toContain('consent-missing');
    });
  });

  it('C05: whoever is created, by staff or by himself, has agreed to nothing', async () => {
    const created = await shop.rows<{ n: number }>(`select count(*)::int as n from customer c where created_at > now() - interval '1 hour' and exists (select from consent k where k.customer_id = c.id)`);
    const browser = shop.browser();
    await browser.get('/account/create');
    await browser.post('/account/create', { firstName: 'Nora', lastName: 'Newman', email: 'nora.newman@customer.example', password: 'a-password-of-her-own', company: '', vatNumber: '', consent: '1', consentShown: '1' });
    const [nora] = await shop.rows<{ id: string; consents: number }>(`select c.id::text, (select count(*)::int from consent k where k.customer_id = c.id) as consents from customer c where c.email = 'nora.newman@customer.example'`);
    expect(nora?.consents).toBe(0);
    expect(await shop.rows(`select count(*)::int as n from customer c where created_at > now() - interval '1 hour' and exists (select from consent k where k.customer_id = c.id)`)).toEqual(created);
    const admin = await staff(STAFF.admin);
    expect(codesOf(await start(admin, nora?.id ?? ''))).toEqual(expect.arrayContaining(['consent-missing']));
  });

  it('C06: withdrawal and start at the same moment come one after the other, and nobody is left inside', async () => {
    const browser = shop.browser();
    await logInAsCustomer(browser, 'john.doe@customer.example');
    for (let round = 0; round < 3; round += 1) {
      await shop.rows(consent('')[1]);
      const page = await browser.get('/account/information');
      const fields = Object.fromEntries([...page.html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
      delete fields['consent'];
      const [, started] = await Promise.all([browser.post('/account/information', { ...fields, consentShown: '1' }), start(sarah, JOHN, { switch: true })]);
      const [now] = await shop.rows<{ answer: string }>('select answer from consent where customer_id = $1 and superseded_at is null', [JOHN]);
      expect(now?.answer).toBe('refused');
      // Whichever was first: the context that began before the word is over with it.
      if (started.status === 201) expect((await api.with(started.body['token']).call('GET', '/V1/me')).status).toBe(401);
      else expect(codesOf(started)).toContain('consent-missing');
      await shop.rows(`delete from consent where customer_id = ${JOHN} and superseded_at is null`);
      await shop.rows(`update consent set superseded_at = null where id = (select max(id) from consent where customer_id = ${JOHN})`);
    }
    await shop.rows(`update consent set answer = 'given' where customer_id = ${JOHN} and superseded_at is null`);
  });

  it('C07: the words that were agreed to are kept when the shop’s change', async () => {
    const words = 'select wording from consent where customer_id = $1 and superseded_at is null';
    const before = await shop.rows(words, [JOHN]);
    await during(...setting('assist/consent/title', 'Something else'), async () => {
      expect((await start(sarah, JOHN)).status).toBe(201);
      expect(await shop.rows(words, [JOHN])).toEqual(before);
    });
  });
});
