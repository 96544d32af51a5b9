import { settingsReader } from '@onbehalf/core';
import { unitOfWork } from '@onbehalf/database';
import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../caller.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, actorOf, type ActorColumns } from '../session/rows.ts';
import { searchCustomers, searchInTime, type CustomerFilters } from './search-customers.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const NO_FILTERS: CustomerFilters = { text: '', group: '', store: '', lastOrder: '', cart: '', consent: '' };

let database: TestDatabase;
let seller: Actor;
let manager: Actor;
beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query(`
    insert into website values (1, 'us', 'US'), (2, 'eu', 'EU');
    insert into store values (1, 'main', 1, 'Main', '', 'en', 'USD', false, 'US', 'UTC', true), (2, 'de', 2, 'DE', '/de', 'de', 'EUR', true, 'DE', 'UTC', true);
    insert into role (id, name, resources_mode) values (1, 'all', 'all');
    insert into staff_group (id, name) values (1, 'Sales');
    insert into customer_group (id, code, name) values (1, 'trade', '{"en": "Trade"}'), (2, 'general', '{"en": "General"}');
    insert into staff (id, first_name, last_name, email, role_id, staff_group_id, access_all_customers, password_hash)
      values (1, 'Sal', 'Seller', 'sal@staff.example', 1, 1, false, ''), (2, 'Mo', 'Manager', 'mo@staff.example', 1, 1, true, '');
    insert into staff_store values (1, 1), (2, 1);
    insert into customer (id, website_id, store_id, customer_group_id, email, external_id, first_name, last_name, company, confirmed_at, last_order_at) values
      (11, 1, 1, 1, 'ann@acme.example', 'ERP-77', 'Ann', 'Öztürk', 'Acme 100% Tools', now(), '2026-11-01'),
      (12, 1, 1, 2, 'bob@acme.example', 'ERP-78', 'Bob', 'O''Neil', '', now(), null),
      (13, 1, 1, 1, 'cyd@other.example', '', 'Cyd', 'Zed', '', now(), '2025-01-01'),
      (14, 2, 2, 1, 'dora@acme.example', '', 'Dora', 'Acme', '', now(), null);
    insert into customer_staff (customer_id, staff_id) values (11, 1), (12, 1);
    insert into consent (customer_id, website_id, answer, wording, answered_at) values (11, 1, 'given', 'x', now());`);
  const actors = (await database.app.query<ActorColumns>(`select ${ACTOR_COLUMNS} from staff a ${ACTOR_JOINS} order by a.id`)).rows.map(actorOf);
  const [first, second] = actors;
  if (first === undefined || second === undefined) throw new Error('two members of staff were made');
  seller = first;
  manager = second;
});
afterAll(() => database.drop());

async function found(actor: Actor, filters: Partial<CustomerFilters>): Promise<string[]> {
  const question = { actor, filters: { ...NO_FILTERS, ...filters }, settings: settingsReader([]), now: NOW, limit: 10, cursor: null };
  return (await unitOfWork(database.app).read((unit) => searchCustomers(unit, question))).rows.map((row) => row.id);
}

describe('customer search (A7)', () => {
  it.each([
    ['ann', ['11']], ['öztürk', ['11']], ['ÖZTÜRK', ['11']], ['acme', ['12', '11']], ['erp-78', ['12']], ['bob@acme', ['12']], ["o'neil", ['12']],
    ['12', ['12']], ['ann acme', ['11']], ['ann bob', []], ['100%', ['11']], ['%', []], ['_', []], ['a', []], ['1', []], ["'; drop table customer; --", []],
  ])('finds %j by name, company, e-mail, customer ID or external ID', async (text, ids) => {
    expect((await found(seller, { text })).toSorted()).toEqual(ids.toSorted());
  });

  it('shows only assigned customers, or all of the websites the actor works in', async () => {
    expect(await found(seller, {})).toEqual(['12', '11']);
    expect(await found(manager, {})).toEqual(['12', '13', '11']);
    expect(await found(seller, { text: 'zed' })).toEqual([]);
    expect(await found(manager, { text: 'dora' })).toEqual([]);
  });

  it('narrows by group, last order and consent', async () => {
    expect(await found(manager, { group: 'general' })).toEqual(['12']);
    expect(await found(manager, { lastOrder: 'month' })).toEqual(['11']);
    expect(await found(manager, { lastOrder: 'older' })).toEqual(['13']);
    expect(await found(manager, { lastOrder: 'never' })).toEqual(['12']);
    expect(await found(manager, { consent: 'given' })).toEqual(['11']);
    expect(await found(manager, { consent: 'missing' })).toEqual(['12', '13']);
  });

  it('goes on where the page before ended, and takes nonsense for the beginning', async () => {
    const unit = unitOfWork(database.app);
    const question = { actor: manager, filters: NO_FILTERS, settings: settingsReader([]), now: NOW, limit: 2 };
    const first = await unit.read((one) => searchCustomers(one, { ...question, cursor: null }));
    expect(first.rows.map((row) => row.id)).toEqual(['12', '13']);
    const second = await unit.read((one) => searchCustomers(one, { ...question, cursor: first.next }));
    expect(second).toMatchObject({ rows: [{ id: '11' }], next: null });
    expect((await unit.read((one) => searchCustomers(one, { ...question, cursor: 'nonsense' }))).rows).toHaveLength(2);
  });

  it('gives every reason why an account can’t be entered', async () => {
    const rows = await unitOfWork(database.app).read((unit) => searchCustomers(unit, { actor: seller, filters: NO_FILTERS, settings: settingsReader([]), now: NOW, limit: 10, cursor: null }));
    expect(rows.rows.map((row) => row.refusals.map((one) => one.code))).toEqual([['consent-missing'], []]);
  });

  it('that is stopped says it is incomplete, and never that there is no match', async () => {
    const holder = await database.owner.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table customer in access exclusive mode');
      const page = await searchInTime(unitOfWork(database.app), { actor: seller, filters: { ...NO_FILTERS, text: 'ann' }, settings: settingsReader([]), now: NOW, limit: 10, cursor: null }, 50);
      expect(page).toEqual({ rows: [], next: null, incomplete: true });
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  });
});
