// B1, A7, A8: the list in SQL, the button, explain and the start give one answer, for every member of staff and every kind of customer.
import { lookUpSettings, searchCustomers, staffByEmail, startSituations, type Actor, type CustomerFound, type StartSituation } from '@onbehalf/assist';
import type { SettingsReader } from '@onbehalf/core';
import { unitOfWork } from '@onbehalf/database/unit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { PASSWORD, STAFF, logInAsStaff } from '../testing/people.ts';

const staffOf = (email: string): string => `(select id from staff where email = '${email}')`;
const [SARAH, MAX, RUTH, VERA] = [STAFF.sarah, STAFF.max, STAFF.ruth, STAFF.vera].map(staffOf);

/** Each kind of customer that B1 tells apart, as a change to one who is otherwise entered without ado. */
const KINDS: Record<string, string> = {
  'the usual one': 'select 1',
  'inactive': `update customer set status = 'inactive' where id = $id`,
  'blocked': `update customer set status = 'blocked' where id = $id`,
  'suspended': `update customer set status = 'suspended' where id = $id`,
  'unconfirmed': 'update customer set confirmed_at = null where id = $id',
  'a colleague’s own': `update staff set own_customer_id = $id where email = 'max.keller@staff.example'`,
  'Sarah’s own': `update staff set own_customer_id = $id where email = 'sarah.johnson@staff.example'`,
  'under a colleague’s address': `update customer set email = 'vera.novak@staff.example' where id = $id`,
  'asked nothing': 'delete from consent where customer_id = $id',
  'refusing': `update consent set answer = 'refused' where customer_id = $id`,
  'with a yes that ran out': `update consent set valid_until = now() - interval '1 day' where customer_id = $id`,
  'with a yes for today': `update consent set valid_until = now() + interval '1 day' where customer_id = $id`,
  'nobody’s': 'delete from customer_staff where customer_id = $id',
  'somebody else’s': `update customer_staff set staff_id = ${MAX ?? ''} where customer_id = $id`,
  'somebody else’s, and Sarah’s as a further one': `update customer_staff set staff_id = ${MAX ?? ''} where customer_id = $id; insert into customer_staff (customer_id, staff_id, is_primary) values ($id, ${SARAH ?? ''}, false)`,
  'of an absent colleague’s': `update customer_staff set staff_id = ${staffOf('terrence.cole@staff.example')} where customer_id = $id`,
  'a further one of an absent colleague’s': `update customer_staff set staff_id = ${VERA ?? ''} where customer_id = $id; insert into customer_staff (customer_id, staff_id, is_primary) values ($id, ${staffOf('terrence.cole@staff.example')}, false)`,
  'of several faults': `update customer set status = 'blocked', confirmed_at = null where id = $id; delete from consent where customer_id = $id`,
};

let shop: DemoShop;
/** By kind, the customer who is it. */
const ids = new Map<string, string>();
beforeAll(async () => {
  shop = await openDemoShop();
  const free = await shop.rows<{ id: string }>(
    `select c.id::text from customer c where c.website_id = 1 and c.status = 'active' and c.confirmed_at is not null and c.id > 1004 and not exists (select from assist_session s where s.subject_id = c.id and s.ended_at is null) order by c.id limit $1`, [Object.keys(KINDS).length]);
  for (const [at, [kind, change]] of Object.entries(KINDS).entries()) {
    const id = free[at]?.id ?? '';
    ids.set(kind, id);
    await shop.rows(`delete from consent where customer_id = ${id}; delete from customer_staff where customer_id = ${id};
      insert into consent (customer_id, website_id, answer, wording, answered_at) values (${id}, 1, 'given', 'Yes', now()); insert into customer_staff (customer_id, staff_id) values (${id}, ${SARAH ?? ''});
      ${change.replaceAll('$id', id)}`);
  }
  // Sarah stands in for Terrence; Ruth leads and sees no more than that; one has no store at all, one no right.
  await shop.rows(`insert into staff_deputy (staff_id, deputy_id, from_day, to_day) values (${staffOf('terrence.cole@staff.example')}, ${SARAH ?? ''}, current_date - 2, current_date + 2);
    update staff set access_all_customers = false where id = ${RUTH ?? ''};
    delete from staff_store where staff_id = ${VERA ?? ''}`);
});
afterAll(() => shop.close());

const NO_FILTERS = { text: '', group: '', store: '', lastOrder: '', cart: '', consent: '' } as const;

async function asked(actor: Actor): Promise<{ listed: CustomerFound[]; situations: StartSituation[]; settings: SettingsReader }> {
  return unitOfWork(shop.database.app).read(async (unit) => {
    const settings = await lookUpSettings(unit);
    const now = new Date();
    const { rows: listed } = await searchCustomers(unit, { actor, filters: NO_FILTERS, settings, now, limit: 1000, cursor: null });
    const everybody = (await shop.rows<{ id: string }>('select id::text from customer order by id')).map(({ id }) => id);
    const situations = await startSituations(unit, { actorId: actor.id, customerIds: everybody, storeId: null, settings, now });
    return { listed, situations, settings };
  });
}

const codes = (refusals: readonly { code: string }[]): string[] => refusals.map(({ code }) => code);

/** In sight where core says assigned, and the actor works somewhere in the customer's website, or anywhere where accounts are shared. */
function isInSight({ refusals, subject }: StartSituation, actor: Actor, { websites, isShared }: { websites: ReadonlyMap<number, number>; isShared: boolean }): boolean {
  const works = [...actor.storeIds].some((id) => isShared || websites.get(id) === subject?.websiteId);
  return works && !codes(refusals).includes('customer-not-assigned');
}

describe.each([
  ['as it is', []],
  ['with further staff, shared accounts and nobody asked', [['staff/assignment/multiple', 'yes'], ['customer/share', 'global'], ['assist/consent/policy', 'not-asked']]],
] as [string, [string, string][]][])('the shop %s', (_how, stored) => {
  beforeAll(async () => {
    for (const [path, value] of stored) await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ($1, 'default', 0, to_jsonb($2::text), now())`, [path, value]);
  });
  afterAll(() => shop.rows('delete from setting_value'));

  it('A7, B1: every member of staff finds whom core puts in sight, each with core’s reasons, and nobody else', async () => {
    const websites = new Map((await shop.rows<{ id: number; website: number }>('select id::int, website_id::int as website from store')).map(({ id, website }) => [id, website]));
    const staff = await shop.rows<{ email: string }>('select email from staff order by id');
    let compared = 0;
    for (const { email } of staff) {
      const account = await unitOfWork(shop.database.app).read((unit) => staffByEmail(unit, email));
      if (account === null) throw new Error(email);
      const { listed, situations, settings } = await asked(account.actor);
      const at = { websites, isShared: settings.get('customer/share') === 'global' };
      const inSight = situations.filter((one) => isInSight(one, account.actor, at));
      expect([email, listed.map(({ id }) => id).toSorted()]).toEqual([email, inSight.map(({ subject }) => String(subject?.id)).toSorted()]);
      const reasons = new Map(situations.map(({ subject, refusals }) => [String(subject?.id), codes(refusals)]));
      for (const row of listed) expect([email, row.name, codes(row.refusals)]).toEqual([email, row.name, reasons.get(row.id)]);
      compared += listed.length;
    }
    expect(compared).toBeGreaterThan(400);
  });
});

// By hand: what Sarah finds, and why she can't enter whom.
const SARAHS: Record<string, string[] | 'out of sight'> = {
  'the usual one': [],
  'inactive': ['customer-inactive'],
  'blocked': ['customer-blocked'],
  'suspended': ['customer-suspended'],
  'unconfirmed': ['customer-not-confirmed'],
  'a colleague’s own': ['customer-is-staff'],
  'Sarah’s own': ['customer-is-staff', 'customer-is-self'],
  'under a colleague’s address': ['customer-is-staff'],
  'asked nothing': ['consent-missing'],
  'refusing': ['consent-missing'],
  'with a yes that ran out': ['consent-missing'],
  'with a yes for today': [],
  'nobody’s': 'out of sight',
  'somebody else’s': 'out of sight',
  'somebody else’s, and Sarah’s as a further one': 'out of sight',
  'of an absent colleague’s': [],
  'a further one of an absent colleague’s': 'out of sight',
  'of several faults': ['customer-not-confirmed', 'customer-blocked', 'consent-missing'],
};

describe('the same answer everywhere', () => {
  it('A8, B1: list, button, explain and start say of each kind of customer what is written here', async () => {
    const api = new ApiClient(shop.server.origin);
    const sarah = api.with((await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD })).body['token']);
    const browser = shop.browser();
    await logInAsStaff(browser, STAFF.sarah);
    for (const [kind, wanted] of Object.entries(SARAHS)) {
      const id = ids.get(kind) ?? '';
      const [{ email } = { email: '' }] = await shop.rows<{ email: string }>('select email from customer where id = $1', [id]);
      const items = (await sarah.call('GET', `/V1/staff/customers?search=${encodeURIComponent(email)}`)).body['items'] as { id: string; reasons: { code: string }[] }[];
      const found = items.find((one) => one.id === id);
      const explained = (await sarah.call('POST', `/V1/staff/customers/${id}/token`, { explain: true })).body as { canStart: boolean; checks: { code: string; outcome: string }[] };
      const failed = explained.checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code);
      const page = await browser.get(`/staff/customers?q=${encodeURIComponent(email)}`);
      const isEnabled = page.html.includes(`action="/staff/customers/${id}/enter"`) || page.html.includes(`href="/staff/customers/${id}/enter`);
      if (wanted === 'out of sight') {
        expect([kind, found, isEnabled, failed]).toEqual([kind, undefined, false, ['customer-not-assigned']]);
        expect([kind, page.text.includes('Login to this account')]).toEqual([kind, false]);
      } else {
        expect([kind, codes(found?.reasons ?? []), failed, explained.canStart]).toEqual([kind, wanted, wanted, wanted.length === 0]);
        expect([kind, isEnabled]).toEqual([kind, wanted.length === 0]);
      }
      const started = await sarah.call('POST', `/V1/staff/customers/${id}/token`, { switch: true });
      expect([kind, started.status === 201]).toEqual([kind, wanted !== 'out of sight' && wanted.length === 0]);
    }
  });
});
