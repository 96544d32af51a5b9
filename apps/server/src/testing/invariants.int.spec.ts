import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from './demo-shop.ts';
import { brokenInvariants, endEverySession, expectInvariants, snapshotCustomers } from './invariants.ts';
import { order } from './orders.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from './people.ts';
import type { TestBrowser } from './test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;
let number: string;
let over: string[];

/** A shop in which something happened: a session that is over with an order, and one that lives. */
beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john);
  over = [sarah.cookies.get('__Host-assist') ?? ''];
  number = (await order(sarah, [{ sku: 'SKU-1001', quantity: 2, price: '80.00' }])).number;
  await sarah.post('/assist/exit');
  await enter(sarah, CUSTOMER.john);
});
afterAll(() => shop.close());

/** Does something wrong as the owner may, looks, and takes it back. */
async function brokenBy(...statements: string[]): Promise<string[]> {
  const client = await shop.database.owner.connect();
  try {
    await client.query('begin');
    await allowAnything(client);
    for (const sql of statements) await client.query(sql);
    return await brokenInvariants({ rows: async <Row extends object>(sql: string, params: unknown[] = []) => (await client.query<Row>(sql, params)).rows });
  } finally {
    await client.query('rollback');
    client.release();
  }
}

// What keeps the app and everybody else from it is shown elsewhere: here it is the checker that must see it.
async function allowAnything(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ part: string }>(`select inhrelid::regclass::text as part from pg_inherits where inhparent = 'audit_entry'::regclass`);
  for (const { part } of rows) await client.query(`alter table ${part} disable trigger append_only`);
  await client.query('alter table audit_entry disable trigger user');
  await client.query('alter table purchase drop constraint purchase_of_cart');
}

const LIVE = '(select id from assist_session where ended_at is null)';
const OVER = `(select assist_session_id from purchase where number = (select max(number) from purchase where assist_session_id is not null))`;
const ENTRY = (of: string, action: string): string => `stream = ${of} and action = '${action}'`;
const forge = (set: string): string => `update audit_entry set ${set} where`;

describe('the look at the whole shop after a case', () => {
  it('finds nothing where all is well', async () => {
    await expectInvariants(shop);
    expect(await brokenBy()).toEqual([]);
  });

  it.each([
    ['I1 an assist session has one start', [`delete from audit_entry where ${ENTRY(LIVE, 'start')}`]],
    ['I1 an assist session has one start', [`${forge(`action_group = 'login-as-customer', action = 'start'`)} ${ENTRY(OVER, 'set-price')}`]],
    ['I1 an assist session that is over has one end', [`delete from audit_entry where ${ENTRY(OVER, 'end')}`]],
    ['I1 an assist session that is over has one end', [`update assist_session set end_reason = 'idle' where id = ${OVER}`]],
    ['I1 an assist session that is over has one end', [`update assist_session set ended_at = now(), end_reason = 'exit' where id = ${LIVE}`]],
    ['I1 an assist session that is over has one end', [`update assist_session set last_seq = last_seq + 1 where id = ${OVER}`]],
    ['I1 an entry of an assist session names', [`${forge('subject_id = 1002')} ${ENTRY(OVER, 'set-price')}`]],
    ['I1 an entry of an assist session names', [`${forge('actor_id = null')} ${ENTRY(LIVE, 'start')}`]],
    ['I1 an order has one entry', [`delete from audit_entry where ${ENTRY(OVER, 'place')}`]],
    ['I1 an order has one entry', [`update purchase set actor_id = (select id from staff where email = '${STAFF.max}') where assist_session_id = ${OVER}`]],
    ['I1 an order has one entry', [`update purchase set customer_id = 1004 where assist_session_id = ${OVER}`]],
    ['I1 an order has one entry', [`update purchase set assist_session_id = ${LIVE} where assist_session_id = ${OVER}`]],
    ['I3 an actor has one live', ['drop index assist_session_one_live', `update assist_session set ended_at = null, end_reason = null where id = ${OVER}`]],
    ['I4 no assist session lives longer', [`update staff_session set ended_at = now(), end_reason = 'exit' where id = (select staff_session_id from assist_session where id = ${LIVE})`]],
    ['I5 an entry’s leaf', [`${forge(`canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '8000', '7000'), 'UTF8')`)} ${ENTRY(OVER, 'set-price')}`]],
    ['I5 an entry’s leaf', [`${forge('leaf = sha256(leaf)')} assist_session_id is null and id = (select max(id) from audit_entry where assist_session_id is null)`]],
    ['I5 the columns to search by', [`${forge(`action = 'view'`)} ${ENTRY(OVER, 'set-price')}`]],
    ['I5 the columns to search by', [`${forge(`result = 'refused'`)} assist_session_id is null and id = (select max(id) from audit_entry where assist_session_id is null)`]],
    ['I1 an entry of an assist session names', [`${forge(`assist_session_id = null`)} ${ENTRY(OVER, 'set-price')}`]],
    ['I5 a chain has no gap', [`${forge('prev_hash = sha256(prev_hash)')} ${ENTRY(OVER, 'set-price')}`]],
    ['I5 a chain has no gap', [`delete from audit_entry where ${ENTRY(OVER, 'set-price')}`]],
    ['I5 the row of an assist session knows', [`delete from audit_entry where stream = ${OVER} and seq = (select max(seq) from audit_entry where stream = ${OVER})`]],
    ['I6 an order’s total', [`update purchase set total = total - 1 where assist_session_id = ${OVER}`]],
    ['I6 an order’s total', [`update purchase_line set net = net + 1, gross = gross + 1 where purchase_id = (select id from purchase where assist_session_id = ${OVER})`]],
    ['I6 an order’s total', [`delete from purchase_line where purchase_id = (select id from purchase where assist_session_id = ${OVER})`]],
  ])('finds what breaks “%s”', async (says, statements) => {
    const found = await brokenBy(...statements);
    expect(found.filter((one) => one.startsWith(says))).not.toEqual([]);
  });

  it('finds a context’s credential that still opens something, and none that is over', async () => {
    await expectInvariants(shop, { over });
    const live = [sarah.cookies.get('__Host-assist') ?? '', sarah.cookies.get('__Host-staff') ?? ''];
    for (const token of live) await expect(expectInvariants(shop, { over: [token] })).rejects.toThrow('I4 a credential that is over opens nothing');
  });

  it('finds what happened to things of the customers’ own, but for those who did it themselves and the cart that is helped with', async () => {
    const before = await snapshotCustomers(shop);
    await sarah.get('/account');
    await expectInvariants(shop, { before });
    const [other] = await shop.rows<{ id: string }>(`select k.id::text from cart k where k.customer_id <> 1001 and k.status = 'open' limit 1`);
    await shop.rows('update cart set version = version + 1 where id = $1', [other?.id]);
    await expect(expectInvariants(shop, { before })).rejects.toThrow(`cart ${other?.id ?? 'of another'}`);

    const own = await snapshotCustomers(shop);
    await logInAsCustomer(shop.browser(), 'uma.unassigned@customer.example');
    await expect(expectInvariants(shop, { before: own })).rejects.toThrow('I7 what is the customer’s own stays as it was: 1004');
    await expectInvariants(shop, { before: own, but: ['1004'] });

    await sarah.post('/assist/exit');
    const empty = await snapshotCustomers(shop);
    await enter(sarah, CUSTOMER.john);
    await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    await expectInvariants(shop, { before: empty });
  });

  it('everybody can be led out between cases, with an end on record', async () => {
    await endEverySession(shop);
    expect(await shop.rows('select id from assist_session where ended_at is null')).toEqual([]);
    await expectInvariants(shop, { over: [sarah.cookies.get('__Host-assist') ?? ''] });
    expect(number).toMatch(/^\d+$/);
  });
});
