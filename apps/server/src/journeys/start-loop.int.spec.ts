import { START_LIMIT } from '@onbehalf/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import { recordOf } from '../testing/record-of.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterEach(() => expectInvariants(shop));
afterAll(() => shop.close());

/** As if hand-overs had been begun, which count like starts, and all but `left` of the limit were used up. */
async function useUp(email: string, left: number): Promise<void> {
  await shop.rows(
    `insert into handoff (id, staff_session_id, actor_id, customer_id, store_id, switch, confirmed, created_at, expires_at, superseded_at)
     select gen_random_uuid(), t.id, a.id, 1001, 1, false, false, $3, $3, $3 from staff a cross join lateral (select id from staff_session where staff_id = a.id limit 1) t, generate_series(1, $2) where a.email = $1`,
    [email, START_LIMIT.starts - left, shop.clock.now()],
  );
}

/** When to come again: almost at once after what filled the limit. */
function expectLater(headers: Headers): void {
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(START_LIMIT.withinSeconds - 30);
  expect(seconds).toBeLessThanOrEqual(START_LIMIT.withinSeconds);
}

const contexts = async (): Promise<number> => (await shop.rows<{ n: number }>('select count(*)::int as n from assist_session'))[0]?.n ?? 0;

describe('D02: a loop of starts and exits', () => {
  it('D02: in the browser it is stopped with the time to wait, for this member of staff alone, and is on record', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await useUp(STAFF.sarah, 2);
    for (let n = 0; n < 2; n += 1) {
      expect((await enter(sarah, CUSTOMER.john)).url).toBe('/account');
      await sarah.post('/assist/exit');
    }
    const before = await contexts();
    const refused = await enter(sarah, CUSTOMER.john);
    expect(refused.status).toBe(429);
    expectLater(refused.headers);
    expect(refused.text).toContain('You logged in as a customer too many times in a short while. Wait 10 minutes, then try again.');
    expect(await contexts()).toBe(before);
    expect(await recordOf(shop, CUSTOMER.john, 1)).toMatchObject([{ action: 'login-as-customer.refused', result: 'refused', codes: ['too-many-starts'], actor: STAFF.sarah }]);

    const terrence = shop.browser();
    await logInAsStaff(terrence, 'terrence.cole@staff.example');
    expect((await enter(terrence, CUSTOMER.uma)).url).toBe('/account');
    shop.clock.advance(START_LIMIT.withinSeconds);
    expect((await enter(sarah, CUSTOMER.john)).url).toBe('/account');
  });

  it('D02: through the API it is the same limit, with its code', async () => {
    const api = new ApiClient(shop.server.origin);
    const staff = api.with((await api.call('POST', '/V1/staff/token', { email: STAFF.ruth, password: PASSWORD })).body['token']);
    await useUp(STAFF.ruth, 1);
    const started = await staff.call('POST', '/V1/staff/customers/1006/token', {});
    expect(started.status).toBe(201);
    await api.with(started.body['token']).call('DELETE', '/V1/staff/customers/1006/token');
    const refused = await staff.call('POST', '/V1/staff/customers/1006/token', { switch: true });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-starts' } });
    expectLater(refused.headers);
  });

  it('D02: the job forgets sessions long over that nothing speaks of, tickets after a day, and nothing else', async () => {
    const old = new Date(shop.clock.now().getTime() - 100 * 86_400_000);
    await shop.rows(`insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at, ended_at, end_reason)
      select gen_random_uuid(), sha256(convert_to('old ' || n, 'UTF8')), 1, 'browser', $1, $1, $1, 'logout' from generate_series(1, 50) n`, [old]);
    await shop.rows(`insert into customer_session (id, token_hash, customer_id, store_id, kind, created_at, last_used_at, ended_at, end_reason)
      select gen_random_uuid(), sha256(convert_to('old ' || n, 'UTF8')), 1001, 1, 'browser', $1, $1, $1, 'logout' from generate_series(1, 50) n`, [old]);
    const counts = async (): Promise<unknown> => (await shop.rows(`select (select count(*)::int from staff_session where ended_at <= $1) as staff, (select count(*)::int from customer_session where ended_at <= $1) as customers,
      (select count(*)::int from assist_session) as assist, (select count(*)::int from staff_session where ended_at is null or ended_at > $1) as kept_staff, (select count(*)::int from handoff) as handoffs`, [old]))[0];
    const before = await counts();
    await shop.database.app.query('select forget_sessions($1, 10000)', [new Date(shop.clock.now().getTime() - 91 * 86_400_000)]);
    expect(await counts()).toEqual({ ...Object(before), staff: 0, customers: 0 });
    await expect(shop.database.app.query(`select forget_sessions(now() - interval '89 days', 1)`)).rejects.toThrow('are kept');
    await expect(shop.database.app.query('delete from staff_session')).rejects.toThrow('permission denied');
  });
});
