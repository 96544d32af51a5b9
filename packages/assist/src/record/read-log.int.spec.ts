import { randomUUID } from 'node:crypto';
import { actorId as actorIdOf, auditBodyText, storeId as storeIdOf, subjectId as subjectIdOf, type AuditAction, type AuditBody, type AuditGroup, type AuditResult } from '@onbehalf/core';
import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { unitOfWork } from '@onbehalf/database/unit';
import { seedSmall, type SmallShop } from '@onbehalf/shop/testing/seed-small';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transactions } from '../ports.ts';
import { readLog, subjectsMeant, type LogFilters, type LogPlace, type LoggedEntry } from './read-log.ts';
import { seal } from './seal.ts';

interface Written {
  id: string;
  at: Date;
  group: AuditGroup;
  action: AuditAction;
  actorId: string | null;
  subjectId: string | null;
  storeId: number;
  result: AuditResult;
  order: string | null;
}

const START = Date.parse('2026-10-05T00:00:00Z');
const END = new Date('2026-11-20T00:00:00Z');
const HOUR = 3_600_000;
const MONTH = 31 * 86_400;
const KINDS: [AuditGroup, AuditAction][] = [['login-as-customer', 'start'], ['login-as-customer', 'end'], ['cart', 'set-price'], ['cart', 'add-line'], ['order', 'place'], ['order', 'view'], ['customer', 'view']];
const RESULTS: AuditResult[] = ['done', 'refused', 'failed'];

let database: TestDatabase;
let db: Transactions;
let shop: SmallShop;
let max: string;
const written: Written[] = [];

beforeAll(async () => {
  database = await testDatabase();
  db = unitOfWork(database.app);
  shop = await unitOfWork(database.owner).transaction((unit) => seedSmall(unit));
  max = (await one<{ id: string }>(`insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash)
    select 'Max', 'Other', 'max@staff.example', role_id, staff_group_id, 'none' from staff returning id::text as id`)).id;
  await database.owner.query(`select ensure_audit_partition(m) from unnest(array['2026-10-01', '2026-11-01']::date[]) m`);
  for (let n = 0; n < 240; n += 1) written.push(await write(n));
});
afterAll(() => database.drop());

async function one<Row extends object>(sql: string, params: unknown[] = []): Promise<Row> {
  const [row] = (await database.owner.query<Row>(sql, params)).rows;
  if (row === undefined) throw new Error('The fixture is incomplete');
  return row;
}

/** Entries of every mixture of kinds, people, stores and results, four hours apart; pairs stand at the same moment. */
async function write(n: number): Promise<Written> {
  const [group = 'cart', action = 'add-line'] = KINDS[n % KINDS.length] ?? [];
  const actorId = [shop.staff.id, max, null][n % 3] ?? null;
  const subjectId = [shop.anna.id, shop.ben.id, shop.carla.id, null][Math.floor(n / 3) % 4] ?? null;
  const at = new Date(START + Math.floor(n / 2) * 8 * HOUR);
  const order = group === 'order' ? `10000${n % 4}` : null;
  const entry = { at, group, action, actorId, subjectId, storeId: 1 + (Math.floor(n / 5) % 2), result: RESULTS[Math.floor(n / 7) % 3] ?? 'done', order };
  const { id } = await one<{ id: string }>('select record_audit(null, $1)::text as id', [await bodyOf(entry)]);
  return { ...entry, id };
}

async function bodyOf({ at, group, action, actorId, subjectId, storeId, result, order }: Omit<Written, 'id'>): Promise<string> {
  const who = subjectId === null ? ['staff', actorId] : ['customer', subjectId];
  const key = who[1] === null ? null : (await one<{ record_key: Buffer }>(`select record_key from ${who[0]} where id = $1`, [who[1]])).record_key;
  const body: AuditBody = {
    v: 1, at: at.toISOString().replace('Z', '000Z'), action_group: group, action, result, codes: [],
    actor: actorId === null ? null : { id: actorIdOf(actorId), roleId: '1', groupId: shop.staff.groupId },
    subject: subjectId === null ? null : subjectIdOf(subjectId), assistSession: null, store: storeIdOf(storeId), object: order === null ? null : { type: 'order', id: order },
    detail: null, sealed: key === null ? null : seal(key, { ip: '203.0.113.7' }), requestId: randomUUID(),
  };
  return auditBodyText(body);
}

const NONE: LogFilters = { group: null, action: null, actorId: null, subjectIds: null, storeId: null, result: null, order: null, from: new Date(START), to: END };

async function pageOf(filters: Partial<LogFilters>, { before = null, limit = 1000 }: { before?: LogPlace | null; limit?: number } = {}) {
  return db.read((unit) => readLog(unit, { filters: { ...NONE, ...filters }, before, limit, longestSessionSeconds: MONTH }));
}

const idsOf = (entries: readonly LoggedEntry[]) => entries.map((entry) => entry.id);

function expected(filters: Partial<LogFilters>): string[] {
  const { group, action, actorId, subjectIds, storeId, result, order, from, to } = { ...NONE, ...filters };
  const fits = (e: Written): boolean =>
    (group === null || e.group === group) && (action === null || e.action === action) && (actorId === null || e.actorId === actorId) &&
    (subjectIds === null || (e.subjectId !== null && subjectIds.includes(e.subjectId))) && (storeId === null || e.storeId === storeId) &&
    (result === null || e.result === result) && (order === null || e.order === order) && e.at >= from && e.at < to;
  return written.filter(fits).toSorted((a, b) => b.at.getTime() - a.at.getTime() || Number(b.id) - Number(a.id)).map((e) => e.id);
}

const FILTERS: [name: string, make: () => Partial<LogFilters>][] = [
  ['group', () => ({ group: 'login-as-customer' })],
  ['action', () => ({ action: 'view' })],
  ['actor', () => ({ actorId: max })],
  ['customer', () => ({ subjectIds: [shop.anna.id] })],
  ['customers of one e-mail', () => ({ subjectIds: [shop.anna.id, shop.carla.id] })],
  ['store', () => ({ storeId: 2 })],
  ['result', () => ({ result: 'refused' })],
  ['order', () => ({ order: '100001' })],
  ['from', () => ({ from: new Date(START + 300 * HOUR) })],
  ['to', () => ({ to: new Date(START + 400 * HOUR) })],
];
const PAIRS = FILTERS.flatMap(([a, makeA], at) => FILTERS.slice(at).map(([b, makeB]): [string, () => Partial<LogFilters>] => [a === b ? a : `${a} and ${b}`, () => ({ ...makeA(), ...makeB() })]));

describe('the log, narrowed by', () => {
  it.each(PAIRS)('%s, has exactly the entries that fit, newest first', async (_name, make) => {
    expect(idsOf((await pageOf(make())).entries)).toEqual(expected(make()));
  });

  it('nothing, comes page by page with each entry once, also where many stand at one moment', async () => {
    const seen: string[] = [];
    let before: LogPlace | null = null;
    do {
      const page = await pageOf({}, { before, limit: 7 });
      seen.push(...idsOf(page.entries));
      before = page.next;
    } while (before !== null);
    expect(seen).toEqual(expected({}));
    expect(seen).toHaveLength(240);
  });

  it('a customer nobody knows, is empty', async () => {
    expect(await pageOf({ subjectIds: [] })).toEqual({ entries: [], next: null });
  });
});

describe('months', () => {
  it('that the time asked for can’t reach are not read', async () => {
    const rows = (await database.app.query<{ 'QUERY PLAN': string }>(
      `explain select 1 from audit_entry e where e.month >= '2026-10-01'::date and e.month <= '2026-11-01'::date and e.at >= $1::timestamptz and e.at < $2::timestamptz`, [new Date(START), END])).rows;
    const read = new Set(rows.flatMap((row) => /audit_entry_\d{4}_\d{2}/.exec(row['QUERY PLAN']) ?? []));
    expect([...read].toSorted()).toEqual(['audit_entry_2026_10', 'audit_entry_2026_11']);
  });

  it('before the first day are read as far as a session may have lasted', async () => {
    const { id } = await one<{ id: string }>(
      `insert into audit_entry (month, stream, seq, at, action_group, action, result, canonical, leaf)
       select '2026-10-01', gen_random_uuid(), 9, '2026-11-01T03:00:00Z', 'report', 'view', 'done', canonical, leaf from audit_entry limit 1 returning id::text as id`);
    const from = new Date('2026-11-01T00:00:00Z');
    expect(idsOf((await pageOf({ group: 'report', from })).entries)).toEqual([id]);
  });
});

describe('an entry', () => {
  it('has people by the names they have now, role and group as they were, and the sealed part opened', async () => {
    const { entries } = await pageOf({ actorId: shop.staff.id, subjectIds: [shop.anna.id] });
    expect(entries[0]).toMatchObject({
      actor: { id: shop.staff.id, name: 'Sam Seller', groupName: 'Sales' }, subject: { id: shop.anna.id, name: 'Anna Small' }, personal: { ip: '203.0.113.7' },
    });
  });

  it('has nothing personal left once the key is erased', async () => {
    await database.owner.query('update customer set record_key = random_key() where id = $1', [shop.ben.id]);
    const { entries } = await pageOf({ subjectIds: [shop.ben.id] });
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every((entry) => entry.personal === null)).toBe(true);
  });
});

const meant = (text: string) => db.read((unit) => subjectsMeant(unit, text));

describe('a customer typed into the filter', () => {
  it('is found by id, and by e-mail on every website', async () => {
    await database.owner.query(`update customer set email = 'anna@customer.example' where id = $1`, [shop.carla.id]);
    expect(await meant(` ${shop.anna.id} `)).toEqual([shop.anna.id]);
    expect(await meant('Anna@Customer.example')).toEqual([shop.anna.id, shop.carla.id]);
    expect(await meant("nobody' or true --")).toEqual([]);
  });
});
