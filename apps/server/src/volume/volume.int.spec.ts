import { auditBodyText, halfUp, shareOf, sumOf, type AuditBody } from '@onbehalf/core';
import { unitOfWork } from '@onbehalf/database';
import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { orderByNumber } from '@onbehalf/shop';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../seed/seed-demo.ts';
import { addAudit } from './audit.ts';
import { addCustomers } from './customers.ts';
import { addOrders } from './orders.ts';

let database: TestDatabase;
const silence = (): void => {};

async function rows<Row extends object>(text: string): Promise<Row[]> {
  return (await database.owner.query<Row>(text)).rows;
}

beforeAll(async () => {
  database = await testDatabase();
  const owner = unitOfWork(database.owner);
  await seedDemo(owner, new Date());
  await owner.transaction((unit) => addCustomers(unit, 1000, silence));
  await owner.transaction((unit) => addCustomers(unit, 200, silence));
  await owner.transaction((unit) => addOrders(unit, 300, silence));
  await owner.transaction((unit) => addOrders(unit, 100, silence));
  await owner.transaction((unit) => addAudit(unit, 2000, silence));
  await owner.transaction((unit) => addAudit(unit, 500, silence));
});
afterAll(() => database.drop());

describe('more customers', () => {
  test('are as many as asked for, each with an address, some Sarah’s', async () => {
    const [counts] = await rows(`select count(*)::int as customers, count(distinct email)::int as addresses, min(id)::int as first, max(id)::int as last,
      count(*) filter (where exists (select from customer_address a where a.customer_id = c.id and a.is_default))::int as homes from customer c`);
    expect(counts).toEqual({ customers: 1500, addresses: 1500, first: 1001, last: 2500, homes: 1500 });
    const [sarahs] = await rows<{ n: number }>(`select count(*)::int as n from customer_staff cs join staff s on s.id = cs.staff_id where s.email like 'sarah.%'`);
    expect(sarahs?.n).toBeGreaterThan(40);
  });

  test('stay in their own website’s stores with staff who work there', async () => {
    expect(await rows('select c.id from customer c join store s on s.id = c.store_id where s.website_id <> c.website_id')).toEqual([]);
    expect(await rows(`select from customer c join customer_staff cs on cs.customer_id = c.id where not exists (
      select from staff_store s where s.staff_id = cs.staff_id and s.store_id = c.store_id)`)).toEqual([]);
  });

  test('can be found, and the table keeps every index and trigger it had', async () => {
    const names = await rows<{ name: string }>(`select indexname as name from pg_indexes where tablename = 'customer' order by 1`);
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['customer_search', 'customer_external', 'customer_name']));
    expect(await rows(`select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'`)).toEqual([]);
  });
});

describe('more orders', () => {
  test('add up as the shop’s own do', async () => {
    const numbers = await rows<{ number: string }>(`select number from purchase where checkout_key like 'bulk-%'`);
    expect(numbers).toHaveLength(400);
    const orders = await unitOfWork(database.app).read(async (unit) => {
      const found = [];
      for (const { number } of numbers) found.push(await orderByNumber(unit, number, 'all'));
      return found.flatMap((order) => (order.ok ? [order.value] : []));
    });
    const wrong = orders.filter(({ lines, totals, commission }) => {
      const goods = sumOf(lines.map(({ unitMinor, quantity }) => unitMinor * BigInt(quantity)));
      const net = sumOf(lines.map(({ netMinor }) => netMinor));
      const taxes = lines.every(({ netMinor, taxMinor, grossMinor, taxBasisPoints, unitMinor, quantity }) => {
        const amount = unitMinor * BigInt(quantity);
        const rate = BigInt(taxBasisPoints);
        const tax = totals.pricesIncludeTax ? halfUp(amount * rate, 10_000n + rate) : shareOf(amount, rate, halfUp);
        return taxMinor === tax && netMinor + taxMinor === grossMinor;
      });
      const paid = commission === null || commission.minor === shareOf(net, BigInt(commission.rateBasisPoints ?? 0), halfUp);
      return goods !== totals.subtotal || !taxes || !paid || totals.total !== sumOf(lines.map(({ grossMinor }) => grossMinor));
    });
    expect(orders).toHaveLength(400);
    expect(wrong.map(({ number }) => number)).toEqual([]);
  });

  test('lie in the past', async () => expect(await rows('select from purchase where placed_at >= now()')).toEqual([]));
});

describe('more of the record', () => {
  test('is written as core writes it, and every hash holds', async () => {
    const entries = await rows<{ canonical: Buffer; good: boolean }>(`select canonical, leaf = audit_leaf(canonical) as good from audit_entry e
      where e.prev_hash is null and e.stream = md5('bulk audit ' || (select count(*) - 2500 + 7 from audit_entry))::uuid
         or e.id in (select id from audit_entry order by id desc limit 200)`);
    expect(entries.length).toBeGreaterThanOrEqual(200);
    for (const { canonical, good } of entries) {
      const [, , , , body = ''] = canonical.toString('utf8').split('\n');
      expect(auditBodyText(JSON.parse(body) as AuditBody)).toBe(body);
      expect(good).toBe(true);
    }
  });

  test('has its columns say what its text says, and keeps its indexes on every partition', async () => {
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(`select count(*)::int as n from audit_entry where stream = any(array(select md5('bulk audit ' || g)::uuid from generate_series(1, 20000) g))`);
    expect(n).toBe(2500);
    const without = await rows(`select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'audit_entry'::regclass
      and (select count(*) from pg_index x where x.indrelid = c.oid) < 7`);
    expect(without).toEqual([]);
    const [index] = await rows<{ valid: boolean }>(`select bool_and(indisvalid) as valid from pg_index where indrelid = 'audit_entry'::regclass`);
    expect(index?.valid).toBe(true);
  });
});
