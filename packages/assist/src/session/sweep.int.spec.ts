import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { unitOfWork } from '@onbehalf/database/unit';
import { seedSmall, type SmallShop } from '@onbehalf/shop/testing/seed-small';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Transactions } from '../ports.ts';
import { sweepSessions, type Swept } from './sweep.ts';

let database: TestDatabase;
let db: Transactions;
let shop: SmallShop;

beforeEach(async () => {
  database = await testDatabase();
  db = unitOfWork(database.app);
  shop = await unitOfWork(database.owner).transaction((unit) => seedSmall(unit));
  await rows(`insert into staff_store select id, 1 from staff`);
  await rows(`update staff set access_all_customers = true`);
  await rows(`insert into consent (customer_id, website_id, answer, wording, answered_at) values ($1, 1, 'given', 'Yes', now())`, [shop.anna.id]);
});
afterEach(() => database.drop());

const rows = async <Row extends object>(sql: string, params: unknown[] = [], pool: Pool = database.owner): Promise<Row[]> => (await pool.query<Row>(sql, params)).rows;
const later = (seconds: number): Date => new Date(Date.now() + seconds * 1000);
const sweep = (now: Date): Promise<Swept> => sweepSessions(db, { now, origin: { ip: null, userAgent: '', requestId: randomUUID() } });
const ends = () => rows<{ reason: string; stream: string }>(`select convert_from(canonical, 'UTF8') as reason, stream::text from audit_entry where action = 'end'`);
const contexts = () => rows<{ end_reason: string | null }>('select end_reason from assist_session');
const staffSessions = () => rows<{ end_reason: string | null }>('select end_reason from staff_session');

describe('a sweep', () => {
  it('leaves a session alone that is in use, and does not count as its use', async () => {
    const before = await rows('select last_used_at from staff_session');
    expect(await sweep(later(890))).toEqual({ staffSessions: 0, assistSessions: 0 });
    expect(await contexts()).toEqual([{ end_reason: null }]);
    expect(await rows('select last_used_at from staff_session')).toEqual(before);
  });

  it('ends an idle session and the context begun from it, once, however many sweep at the same time', async () => {
    const now = later(901);
    const swept = await Promise.all([sweep(now), sweep(now), sweep(now)]);
    expect(swept.reduce((sum, one) => sum + one.staffSessions, 0)).toBe(1);
    expect(await contexts()).toEqual([{ end_reason: 'idle' }]);
    expect(await staffSessions()).toEqual([{ end_reason: 'idle' }]);
    const written = await ends();
    expect(written).toHaveLength(1);
    expect(written[0]?.reason).toContain('"detail":{"reason":"idle"}');
    expect(written[0]?.stream).toBe(shop.staff.assistSessionId);
    expect(await rows(`select 1 from audit_entry where action_group = 'staff-session' and action = 'expire'`)).toHaveLength(1);
  });

  it('goes by the lifetime that is configured', async () => {
    await rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('staff/session/lifetime', 'default', 0, to_jsonb('7200'::text), now())`);
    expect(await sweep(later(7190))).toEqual({ staffSessions: 0, assistSessions: 0 });
    expect(await sweep(later(7201))).toMatchObject({ staffSessions: 1 });
  });

  it('ends a context at its hard limit, and only the context', async () => {
    const now = later(8 * 3600 + 1);
    await rows('update staff_session set last_used_at = $1', [now]);
    expect(await sweep(now)).toEqual({ staffSessions: 0, assistSessions: 1 });
    expect(await contexts()).toEqual([{ end_reason: 'hard-limit' }]);
    expect(await staffSessions()).toEqual([{ end_reason: null }]);
  });

  it.each([
    ['consent-missing', 'delete from consent'],
    ['consent-withdrawn', `update consent set answer = 'refused'`],
    ['consent-expired', `update consent set valid_until = now()`],
    ['customer-blocked', `update customer set status = 'blocked'`],
    ['customer-suspended', `update customer set status = 'suspended'`],
    ['customer-inactive', `update customer set status = 'inactive'`],
    ['assignment-lost', 'update staff set access_all_customers = false'],
    ['store-lost', 'delete from staff_store'],
    ['feature-off', `insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/enabled', 'default', 0, to_jsonb('no'::text), now())`],
  ])('ends a context with %s when nobody comes back to it', async (reason, change) => {
    await rows(change);
    expect(await sweep(later(10))).toEqual({ staffSessions: 0, assistSessions: 1 });
    expect(await contexts()).toEqual([{ end_reason: reason }]);
    expect(await ends()).toHaveLength(1);
  });

  it('ends both sessions of a member of staff who was deactivated', async () => {
    await rows('update staff set active = false');
    expect(await sweep(later(10))).toMatchObject({ staffSessions: 1 });
    expect(await contexts()).toEqual([{ end_reason: 'actor-deactivated' }]);
    expect(await staffSessions()).toEqual([{ end_reason: 'actor-deactivated' }]);
  });
});
