import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { databaseEnvironment } from '../testing/demo-shop.ts';
import { endEverySession, expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, STAFF, lineIn } from '../testing/people.ts';
import { freePort } from '../free-port.ts';
import { begin, enterAcross, openTwoOrigins, staffAt, type TwoOrigins } from '../testing/two-origins.ts';
import { WalkingBrowser, field, type Walk } from '../testing/walking-browser.ts';

let at: TwoOrigins;
beforeAll(async () => {
  at = await openTwoOrigins();
});
afterAll(() => at.shop.close());
// Whoever is still inside leaves.
afterEach(async () => {
  await expectInvariants(at.shop);
  await endEverySession(at.shop);
});

const SORRY = 'This login to the store is no longer valid.';
const TICKET = /^#oho_[A-Za-z0-9_-]{43}$/;
const STORE_COOKIE = '__Host-assist';

/** What an answer says, but for the number of the request. */
const answerIn = ({ status, text }: Walk): [number, string] => [status, text.replace(/Number of this request: \S+/, '')];

const contexts = () => at.shop.rows<{ id: string; subject_id: string; store_id: number; staff_session_id: string }>('select id, subject_id::text, store_id::int, staff_session_id from assist_session where ended_at is null');
const isInside = (browser: WalkingBrowser): boolean => browser.cookies.get(at.store)?.has(STORE_COOKIE) === true;

/** As far as the ticket, which is not used yet. */
async function ticketFor(browser: WalkingBrowser, customerId: string, fields: Record<string, string> = {}): Promise<Walk> {
  return browser.goOn(await begin(at, browser, customerId, fields));
}

interface Refused {
  codes: string[];
  fault: string | undefined;
  actor: string | null;
}

/** The newest refusal on record. */
async function newestRefusal(): Promise<Refused | undefined> {
  const [row] = await at.shop.rows<{ codes: string[]; fault: string | undefined; actor: string | null }>(
    `select b.body->'codes' as codes, b.body->'detail'->>'fault' as fault, a.email as actor
     from audit_entry e cross join lateral (select split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb as body) b left join staff a on a.id = e.actor_id where e.result = 'refused' order by e.id desc limit 1`);
  return row;
}

async function expectRefused(page: Walk, expected: Partial<Refused>): Promise<void> {
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.html).toContain(`${at.staff}/staff/customers`);
  expect(page.html).not.toMatch(/oho_/);
  expect(await newestRefusal()).toMatchObject(expected);
}

describe('B3: from the portal into a customer on another origin', () => {
  it('goes through a ticket and then the whole journey, each cookie on its own origin', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const way = await begin(at, sarah, CUSTOMER.john);
    expect(way.url).toMatch(new RegExp(`^${at.staff}/staff/handoffs/[0-9a-f-]{36}\\?nonce=`));
    expect(await contexts()).toEqual([]);
    const ticket = await sarah.goOn(way);
    expect(new URL(ticket.url).hash).toMatch(TICKET);
    expect(`${new URL(ticket.url).origin}${new URL(ticket.url).pathname}`).toBe(`${at.store}/assist`);
    expect(await contexts()).toEqual([]);
    const dashboard = await sarah.redeem(ticket);
    expect(dashboard.url).toBe(`${at.store}/account`);
    expect(dashboard.text).toContain('You are logged in as: John Doe');
    expect(dashboard.text).toContain('Staff: Sarah Johnson');
    expect([...(sarah.cookies.get(at.store)?.keys() ?? [])].toSorted()).toEqual([STORE_COOKIE]);
    expect([...(sarah.cookies.get(at.staff)?.keys() ?? [])]).toEqual(['__Host-staff', '__Host-device']);

    const cart = await sarah.post(`${at.store}/cart/lines`, { sku: 'SKU-1001', quantity: '2' });
    const { id, version } = lineIn(cart.html);
    expect((await sarah.post(`${at.store}/cart/lines/${id}/price`, { version, price: '80.00' })).text).toContain('$160.00');
    const { html } = await sarah.get(`${at.store}/checkout`);
    const placed = await sarah.post(`${at.store}/checkout/place`, {
      version: field(html, 'version'), key: field(html, 'key'), expectedTotal: field(html, 'expectedTotal'),
      address: /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '', shipping: 'standard', payment: 'on-account',
    });
    const number = placed.url.split('/').at(-1) ?? '';
    const left = await sarah.post(`${at.store}/assist/exit`);
    expect(left.url).toMatch(new RegExp(`^${at.staff}/staff\\?receipt=`));
    expect(left.text).toContain(number);
    expect(isInside(sarah)).toBe(false);
    expect((await sarah.get(`${at.staff}/staff/orders`)).text).toContain(number);
  });

  it('writes the start with its chain, and each step before it', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    await enterAcross(at, sarah, CUSTOMER.john, { reference: 'T-1' });
    const [live] = await contexts();
    const entries = await at.shop.rows<{ action: string; seq: number | null; step: string | null }>(
      `select action, seq, (split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'step' as step from audit_entry where action in ('hand-over', 'start') order by id desc limit 3`);
    expect(entries).toMatchObject([{ action: 'start', seq: 1 }, { action: 'hand-over', step: 'ticket' }, { action: 'hand-over', step: 'begin' }]);
    const [handoff] = await at.shop.rows<{ same: boolean; used: boolean }>('select staff_session_id = $1 as same, used_at is not null as used from handoff order by created_at desc limit 1', [live?.staff_session_id]);
    expect(handoff).toEqual({ same: true, used: true });
  });

  it('B4, B13: arrives at the page asked for, and in another website on the same origin it switches', async () => {
    const max = await staffAt(at.staff, STAFF.max);
    expect((await enterAcross(at, max, CUSTOMER.john, { next: '/cart' })).url).toBe(`${at.store}/cart`);
    const [german] = await at.shop.rows<{ id: string }>(`select c.id::text from customer c join consent k on k.customer_id = c.id and k.superseded_at is null and k.answer = 'given'
      join store s on s.id = c.store_id where s.code = 'de' and c.status = 'active' and c.confirmed_at is not null and not exists (select 1 from staff x where x.email = c.email) limit 1`);
    const there = await enterAcross(at, max, german?.id ?? '', { switch: '1' });
    expect(there.url).toBe(`${at.store}/de/account`);
    expect(await contexts()).toMatchObject([{ subject_id: german?.id }]);
  });

  it('B7: asks in the portal before anything is handed over', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    await enterAcross(at, sarah, CUSTOMER.john);
    const asked = await begin(at, sarah, CUSTOMER.john);
    expect(asked.status).toBe(422);
    expect(new URL(asked.url).origin).toBe(at.staff);
    expect(asked.text).toContain('You are already logged in as a customer.');
  });

  it('B1: a customer that can’t be entered gets no ticket', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const [before] = await at.shop.rows<{ n: number }>('select count(*)::int as n from handoff');
    const refused = await begin(at, sarah, CUSTOMER.jane);
    expect(refused.status).toBe(422);
    expect(await at.shop.rows('select count(*)::int as n from handoff')).toEqual([before]);
  });
});

describe('what must not happen to a ticket', () => {
  it('T01: a second redemption is refused, and there is one context', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const ticket = await ticketFor(sarah, CUSTOMER.john);
    const nonce = sarah.cookies.get(at.store)?.get('__Host-handoff') ?? '';
    await sarah.redeem(ticket);
    sarah.cookies.get(at.store)?.set('__Host-handoff', nonce);
    const again = await sarah.redeem(ticket);
    expect(again.status).toBe(410);
    expect(again.text).toContain(SORRY);
    await expectRefused(again, { codes: ['handoff-over'], fault: 'used', actor: STAFF.sarah });
    expect(await contexts()).toHaveLength(1);
  });

  it('T02, K01: fifty redemptions at once make exactly one context', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const ticket = await ticketFor(sarah, CUSTOMER.john);
    const body = new URLSearchParams({ ticket: new URL(ticket.url).hash.slice(1) });
    const answers = await Promise.all(Array.from({ length: 50 }, () => sarah.bare(`${at.store}/assist`, { method: 'POST', body })));
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([303, ...Array.from({ length: 49 }, () => 410)]);
    expect(await contexts()).toHaveLength(1);
    const [starts] = await at.shop.rows<{ n: number }>(`select count(*)::int as n from audit_entry e join assist_session s on s.id = e.stream where e.action = 'start' and s.ended_at is null`);
    expect(starts?.n).toBe(1);
  });

  it('T03: after its time by the database’s clock it is refused; before, it is good', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const late = await ticketFor(sarah, CUSTOMER.john);
    await at.shop.rows('update handoff set expires_at = clock_timestamp() where used_at is null and superseded_at is null');
    await expectRefused(await sarah.redeem(late), { codes: ['handoff-over'], fault: 'expired', actor: STAFF.sarah });
    const early = await ticketFor(sarah, CUSTOMER.john);
    await at.shop.rows(`update handoff set expires_at = clock_timestamp() + interval '5 seconds' where used_at is null and superseded_at is null`);
    expect((await sarah.redeem(early)).text).toContain('You are logged in as: John Doe');
  });

  it('T05: in another browser, without the nonce or with one of its own, it opens nothing, and stays good in the right one', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const ticket = await ticketFor(sarah, CUSTOMER.john);
    const thief = new WalkingBrowser();
    await expectRefused(await thief.redeem(ticket), { fault: 'other-browser', actor: STAFF.sarah });
    await thief.bare(`${at.store}/assist/begin?handoff=${crypto.randomUUID()}`);
    thief.cookies.set(at.store, new Map([['__Host-handoff', `ohn_${'x'.repeat(43)}`]]));
    await expectRefused(await thief.redeem(ticket), { fault: 'other-browser', actor: STAFF.sarah });
    expect(isInside(thief)).toBe(false);
    expect((await sarah.redeem(ticket)).text).toContain('You are logged in as: John Doe');
  });

  it('T06, X06: another member of staff can’t have it minted, and nobody is led into a colleague’s hand-over', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const way = await begin(at, sarah, CUSTOMER.john);
    const max = await staffAt(at.staff, STAFF.max);
    const seen = await max.get(way.url);
    expect(seen.status).toBe(410);
    await max.get(`${at.staff}/staff/customers`);
    const tried = await max.post(way.url.split('?')[0] ?? '', { nonce: new URL(way.url).searchParams.get('nonce') ?? '' });
    expect(tried.status).toBe(410);
    expect(await newestRefusal()).toMatchObject({ codes: ['handoff-over'], actor: STAFF.max });
    const [own, foreign] = [await ticketFor(max, CUSTOMER.uma), await ticketFor(sarah, CUSTOMER.john)];
    expect(new URL(own.url).hash).toMatch(TICKET);
    await expectRefused(await max.redeem(foreign), { fault: 'other-browser', actor: STAFF.sarah });
    const stranger = await new WalkingBrowser().get(way.url);
    expect(stranger.url).toContain('/staff/account/login?next=');
    expect((await sarah.redeem(foreign)).text).toContain('You are logged in as: John Doe');
  });

  it('T10: what is no ticket is refused without a fault', async () => {
    const browser = new WalkingBrowser();
    const bodies = ['ticket[]=a', 'ticket=', 'ticket=null', 'ticket=a&ticket=b', `ticket=${'x'.repeat(5000)}`, 'other=1', 'ticket=ost_' + 'x'.repeat(43)];
    for (const body of bodies) {
      const answer = await browser.bare(`${at.store}/assist`, { method: 'POST', body: new URLSearchParams(body) });
      expect([410, 429]).toContain(answer.status);
    }
    for (const [type, body] of [['text/plain', 'ticket=a'], ['application/json', '{"ticket":{"$ne":1}}'], ['application/json', '{"ticket":1}']] as const) {
      expect((await browser.bare(`${at.store}/assist`, { method: 'POST', headers: { 'content-type': type }, body })).status).toBe(415);
    }
    const huge = await browser.bare(`${at.store}/assist`, { method: 'POST', body: new URLSearchParams({ ticket: 'x'.repeat(1_000_000) }) });
    expect([huge.status, (await huge.text()).length < 20_000]).toEqual([422, true]);
    expect(await contexts()).toEqual([]);
    await at.shop.rows('delete from rate_limit');
  });

  it('T11: a guess gets the very answer that a ticket gets which is over, and however many there are, a colleague’s good ticket goes through', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const used = await ticketFor(sarah, CUSTOMER.john);
    await sarah.redeem(used);
    const guesser = new WalkingBrowser();
    const [near, far] = [await guesser.redeem(used), await guesser.redeem({ ...used, url: used.url.replace(/#.*$/, `#oho_${'f'.repeat(43)}`) })];
    expect(answerIn(far)).toEqual(answerIn(near));
    const max = await staffAt(at.staff, STAFF.max);
    const good = await ticketFor(max, CUSTOMER.uma);
    for (let n = 0; n < 25; n += 1) await guesser.bare(`${at.store}/assist`, { method: 'POST', body: new URLSearchParams({ ticket: `oho_${String(n).padStart(43, 'g')}` }) });
    expect((await guesser.bare(`${at.store}/assist`, { method: 'POST', body: new URLSearchParams({ ticket: `oho_${'h'.repeat(43)}` }) })).status).toBe(429);
    expect((await max.redeem(good)).text).toContain('You are logged in as: Uma Unassigned');
    await at.shop.rows('delete from rate_limit');
  });

  it('T11: guessing is slowed, and guesses are on record', async () => {
    const browser = new WalkingBrowser();
    const guess = () => browser.bare(`${at.store}/assist`, { method: 'POST', body: new URLSearchParams({ ticket: `oho_${'g'.repeat(43)}` }) });
    const codes: number[] = [];
    for (let n = 0; n < 8; n += 1) codes.push((await guess()).status);
    expect(codes.slice(0, 5)).toEqual([410, 410, 410, 410, 410]);
    expect(codes.at(-1)).toBe(429);
    const [row] = await at.shop.rows<{ n: number }>(
      `select count(*)::int as n from audit_entry where actor_id is null and result = 'refused' and (split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'fault' = 'unknown'`);
    expect(row?.n).toBeGreaterThanOrEqual(5);
    await at.shop.rows('delete from rate_limit');
  });

  it('T12: it is in no address that a server sees, no Referer and no cache, and at rest only its hash', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const way = await begin(at, sarah, CUSTOMER.john);
    for (const { headers } of [way]) expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'private, no-store']);
    const ticket = await sarah.goOn(way);
    expect([ticket.headers.get('referrer-policy'), ticket.headers.get('cache-control')]).toEqual(['no-referrer', 'private, no-store']);
    const secret = new URL(ticket.url).hash.slice(1);
    const arrived = await sarah.redeem(ticket);
    expect(sarah.asked.join('\n')).not.toMatch(/oho_|ohn_/);
    expect(arrived.url).not.toContain('#oho_');
    const tables = await at.shop.rows<{ text: string }>(`select h::text as text from handoff h union all select convert_from(canonical, 'UTF8') from audit_entry`);
    expect(tables.some(({ text }) => text.includes(secret) || /oh[on]_[A-Za-z0-9_-]{43}/.test(text))).toBe(false);
  });

  it.each([
    ['consent withdrawn', `update consent set answer = 'refused' where customer_id = 1001 and superseded_at is null`, `update consent set answer = 'given' where customer_id = 1001 and superseded_at is null`, 'consent-missing'],
    ['the customer blocked', `update customer set status = 'blocked' where id = 1001`, `update customer set status = 'active' where id = 1001`, 'customer-blocked'],
    ['the assignment taken away', `update customer_staff set staff_id = (select id from staff where email = '${STAFF.max}') where customer_id = 1001`, `update customer_staff set staff_id = (select id from staff where email = '${STAFF.sarah}') where customer_id = 1001`, 'customer-not-assigned'],
    ['the right taken away', `update role_resource set resource = 'other' where resource = 'customers.login-as-customer.login'`, `update role_resource set resource = 'customers.login-as-customer.login' where resource = 'other'`, 'actor-not-permitted'],
    ['the feature switched off', `insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/enabled', 'default', 0, '"0"', now())`, `delete from setting_value where path = 'assist/enabled'`, 'assist-disabled'],
    ['the actor deactivated', `update staff set active = false where email = '${STAFF.sarah}'`, `update staff set active = true where email = '${STAFF.sarah}'`, 'actor-inactive'],
  ])('T13: %s after the minting, and it is refused with the reason; nothing is burnt, nobody is inside', async (_what, change, undo, code) => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const ticket = await ticketFor(sarah, CUSTOMER.john);
    await at.shop.rows(change);
    const refused = await sarah.redeem(ticket);
    await at.shop.rows(undo);
    await expectRefused(refused, { codes: [code], fault: 'start-refused', actor: STAFF.sarah });
    expect(refused.status).toBe(403);
    expect(await contexts()).toEqual([]);
    expect(await at.shop.rows('select 1 from handoff where used_at is null and superseded_at is null and actor_id = (select id from staff where email = $1)', [STAFF.sarah])).toHaveLength(1);
  });

  it('S03: after the staff logged out, or were idle too long, it opens nothing', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const ticket = await ticketFor(sarah, CUSTOMER.john);
    const nonce = new Map(sarah.cookies.get(at.store));
    await sarah.get(`${at.staff}/staff`);
    await sarah.post(`${at.staff}/staff/account/logout`);
    sarah.cookies.set(at.store, nonce);
    await expectRefused(await sarah.redeem(ticket), { codes: ['staff-session-over'], actor: STAFF.sarah });
    const again = await staffAt(at.staff, STAFF.sarah);
    const idle = await ticketFor(again, CUSTOMER.john);
    at.shop.clock.advance(901);
    await expectRefused(await again.redeem(idle), { codes: ['staff-session-over'], actor: STAFF.sarah });
    expect(await contexts()).toEqual([]);
  });

  it('T14: of many only the newest is good', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const first = await ticketFor(sarah, CUSTOMER.john);
    const nonce = sarah.cookies.get(at.store)?.get('__Host-handoff') ?? '';
    const second = await ticketFor(sarah, CUSTOMER.john);
    const newest = sarah.cookies.get(at.store)?.get('__Host-handoff') ?? '';
    sarah.cookies.get(at.store)?.set('__Host-handoff', nonce);
    await expectRefused(await sarah.redeem(first), { fault: 'superseded', actor: STAFF.sarah });
    sarah.cookies.get(at.store)?.set('__Host-handoff', newest);
    expect((await sarah.redeem(second)).text).toContain('You are logged in as: John Doe');
    await expect(at.shop.rows(`insert into handoff (id, staff_session_id, actor_id, customer_id, store_id, switch, confirmed, created_at, expires_at)
      select gen_random_uuid(), staff_session_id, actor_id, customer_id, store_id, false, false, now(), now() from handoff, generate_series(1, 2)`)).rejects.toThrow('handoff_one_open');
    await at.shop.rows(`update handoff set created_at = created_at - interval '25 hours'`);
    await at.shop.rows(`select graphile_worker.add_job('sweep')`);
    await expect.poll(() => at.shop.rows('select id from handoff'), { timeout: 10_000 }).toEqual([]);
  });

  it('G01: at another store it is refused', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const ticket = await ticketFor(sarah, CUSTOMER.john);
    const moved: Walk = { ...ticket, url: ticket.url.replace('/assist#', '/de/assist#') };
    const refused = await sarah.redeem(moved);
    expect(refused.status).toBe(410);
    await expectRefused(refused, { codes: ['handoff-over'], fault: 'other-store', actor: STAFF.sarah });
  });

  it('P05, S01: a context that is over, or whose cookie was planted, neither helps nor keeps its name', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    await enterAcross(at, sarah, CUSTOMER.john);
    const old = sarah.cookies.get(at.store)?.get(STORE_COOKIE);
    await sarah.post(`${at.store}/assist/exit`);
    sarah.cookies.get(at.store)?.set(STORE_COOKIE, old ?? '');
    const inside = await enterAcross(at, sarah, CUSTOMER.john);
    expect(inside.text).toContain('You are logged in as: John Doe');
    expect(sarah.cookies.get(at.store)?.get(STORE_COOKIE)).not.toBe(old);
  });
});

describe('F03: kill -9 while a ticket is redeemed', () => {
  const started: ChildProcess[] = [];
  afterAll(() => started.forEach((child) => child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')));

  it.each([
    ['after:handoff-redeem', 0],
    ['committed:assist_handoff_redeem', 1],
  ] as const)('at %s: a ticket that is used has its context, one without is still good', async (failPoint, used) => {
    const port = await freePort();
    const [store, staff] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
    const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../main.ts')], {
      env: { ...process.env, ...databaseEnvironment(at.shop.database), PORT: String(port), ORIGIN: store, STAFF_ORIGIN: staff, ONBEHALF_SECRET: 'a-secret-for-tests-only-0123456789abcdef', ONBEHALF_FAIL_POINT: failPoint },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(child);
    await ready(child);
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const ticket = await ticketFor(sarah, CUSTOMER.john);
    sarah.cookies.set(store, new Map(sarah.cookies.get(at.store)));
    const gone = once(child, 'exit');
    await expect(sarah.redeem({ ...ticket, url: ticket.url.replace(at.store, store) })).rejects.toThrow('fetch failed');
    await gone;
    const [left] = await at.shop.rows<{ used: number; inside: number; starts: number }>(
      `select (select count(*)::int from handoff where actor_id = a.id and used_at > now() - interval '1 minute' and id = (select id from handoff where actor_id = a.id order by created_at desc limit 1)) as used,
        (select count(*)::int from assist_session s where s.actor_id = a.id and ended_at is null) as inside,
        (select count(*)::int from assist_session s join audit_entry e on e.stream = s.id and e.action = 'start' where s.actor_id = a.id and s.ended_at is null) as starts
       from staff a where email = $1`, [STAFF.sarah]);
    expect(left).toEqual({ used, inside: used, starts: used });
    const again = used === 0 ? await sarah.redeem(ticket) : await enterAcross(at, sarah, CUSTOMER.john, { switch: '1' });
    expect(again.text).toContain('You are logged in as: John Doe');
  });
});

async function ready(child: ChildProcess): Promise<void> {
  let said = '';
  if (child.stdout === null) throw new Error('The server says nothing');
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('Onbehalf is ready')) return;
  }
  throw new Error(`The server did not start: ${said}`);
}

describe('X: forms, addresses and hosts', () => {
  it('X01: no GET makes a ticket or uses one', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const way = await begin(at, sarah, CUSTOMER.john);
    await sarah.get(way.url);
    expect(await at.shop.rows('select 1 from handoff where used_at is null and superseded_at is null and token_hash is null')).toHaveLength(1);
    const ticket = await sarah.goOn(way);
    await sarah.get(`${at.store}/assist?ticket=${new URL(ticket.url).hash.slice(1)}`);
    expect(await contexts()).toEqual([]);
    const ahead = await sarah.bare(`${at.store}/assist/begin?handoff=${crypto.randomUUID()}`, { headers: { 'sec-purpose': 'prefetch' } });
    expect(ahead.headers.getSetCookie()).toEqual([]);
  });

  it('X02: a form of another origin is refused, the portal’s at the store and the store’s at the portal', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const ticket = await ticketFor(sarah, CUSTOMER.john);
    const body = new URLSearchParams({ ticket: new URL(ticket.url).hash.slice(1) });
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }]) {
      expect((await sarah.bare(`${at.store}/assist`, { method: 'POST', headers, body })).status).toBe(403);
    }
    const url = new URL(`${at.store}/assist`);
    const cookie = [...(sarah.cookies.get(at.store) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const origin of [at.staff, 'https://evil.example', 'null']) {
      const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { cookie, origin }, body });
      expect(answer.status).toBe(403);
    }
    expect(await contexts()).toEqual([]);
  });

  it('X07: every cookie on the way is host-only, Secure, HttpOnly and Lax', async () => {
    const begun = await new WalkingBrowser().bare(`${at.store}/assist/begin?handoff=${crypto.randomUUID()}`);
    const [line = ''] = begun.headers.getSetCookie();
    expect(line).toMatch(/^__Host-handoff=ohn_[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(begun.headers.get('location')).toMatch(new RegExp(`^${at.staff}/staff/handoffs/`));
  });

  it('X12: a page answers on its own origin: a GET elsewhere is led there, anything else is not found, a strange host gets nothing', async () => {
    const browser = new WalkingBrowser();
    const led = async (address: string) => (await browser.bare(address)).headers.get('location');
    expect(await led(`${at.store}/staff/customers?q=doe`)).toBe(`${at.staff}/staff/customers?q=doe`);
    expect(await led(`${at.store}/admin`)).toBe(`${at.staff}/admin`);
    expect(await led(`${at.staff}/cart`)).toBe(`${at.store}/cart`);
    expect(await led(`${at.staff}/`)).toBe('/staff');
    for (const [address, body] of [[`${at.staff}/cart/lines`, 'sku=SKU-1001'], [`${at.store}/staff/account/login`, 'email=a']] as const) {
      expect((await browser.bare(address, { method: 'POST', body: new URLSearchParams(body) })).status).toBe(404);
    }
    expect((await browser.bare(`${at.store}/V1/staff/customers`)).status).toBe(404);
    expect((await browser.bare(`${at.staff}/V1/staff/customers`)).status).toBe(401);
    expect((await browser.bare(`${at.store}/V1/carts/mine`)).status).toBe(401);
  });

  it('B2: the staff cookie opens nothing at the store, the context’s nothing in the portal', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    await enterAcross(at, sarah, CUSTOMER.john);
    const swapped = new WalkingBrowser();
    swapped.cookies.set(at.store, new Map(sarah.cookies.get(at.staff)));
    swapped.cookies.set(at.staff, new Map(sarah.cookies.get(at.store)));
    expect((await swapped.get(`${at.store}/account`)).url).toContain('/account/login');
    expect((await swapped.get(`${at.staff}/staff`)).url).toContain('/staff/account/login');
  });

  it('the policy lets forms go to the portal and the stores, and nowhere else', async () => {
    const { headers } = await new WalkingBrowser().get(`${at.store}/`);
    expect(headers.get('content-security-policy')).toContain(`form-action 'self' ${at.store} ${at.staff};`);
  });
});

describe('settings', () => {
  it('assist/handoff/lifetime: a ticket lives as long as it says, from the next one on', async () => {
    const sarah = await staffAt(at.staff, STAFF.sarah);
    const lifetime = async () => {
      await ticketFor(sarah, CUSTOMER.john);
      const [row] = await at.shop.rows<{ seconds: number }>('select extract(epoch from expires_at - clock_timestamp())::int as seconds from handoff where used_at is null and superseded_at is null');
      return row?.seconds ?? 0;
    };
    expect(await lifetime()).toBeGreaterThan(55);
    expect(await lifetime()).toBeLessThanOrEqual(60);
    await at.shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/handoff/lifetime', 'default', 0, '10', now())`);
    const shorter = await lifetime();
    await at.shop.rows(`delete from setting_value where path = 'assist/handoff/lifetime'`);
    expect(shorter).toBeLessThanOrEqual(10);
    expect(shorter).toBeGreaterThan(5);
  });
});
