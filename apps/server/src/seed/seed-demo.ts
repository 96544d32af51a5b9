import { hashPassword, type Actor, type Transactions, type Unit } from '@onbehalf/assist';
import { planOrders, type PlannedOrder } from '../../demo/content/orders.ts';
import { makeCustomers, type Customer } from '../../demo/content/people.ts';
import { seedCarts } from './carts.ts';
import { seedCatalogue } from './catalogue.ts';
import { seedCompany } from './companies.ts';
import { seedCustomers, type SeededCustomer } from './customers.ts';
import { seedDocuments } from './documents.ts';
import { need } from './insert-rows.ts';
import { seedOptions } from './options.ts';
import { draftOrders, type PastOrder } from './order-drafts.ts';
import { seedOrders, takeNumbers, type NumberedOrder } from './orders.ts';
import { seedCustomerGroups, seedPrices } from './prices.ts';
import { seedStaffDays, seedVisits, type VisitedOrder } from './record.ts';
import type { SeedFrame } from './seed-frame.ts';
import { seedSettings } from './settings.ts';
import { seedStaff } from './staff.ts';
import { seedStores } from './stores.ts';
import { planVisits } from './visits.ts';

/** Of every demo account (DESIGN: Demo data). Production doesn't start where one of them is. */
export const DEMO_PASSWORD = 'demo-Onbehalf-2026';

/** Processes that start on the same empty database seed it once. */
const LOCK = 7_062_184_391_555;

/** Whether there is nothing in the database yet, not even a store. */
export const isEmpty = async (unit: Unit): Promise<boolean> => !(await isAny(unit, 'website'));

/** Whether accounts of the demo are among its people. Their addresses are kept for examples and never anybody's. */
export const hasDemoAccounts = async (unit: Unit): Promise<boolean> =>
  (await isAny(unit, `staff where email like '%.example'`)) || (await isAny(unit, `customer where email like '%.example'`));

async function isAny(unit: Unit, rows: string): Promise<boolean> {
  const [row] = await unit.query<{ any: boolean }>(`select exists (select from ${rows}) as any`);
  return row?.any === true;
}

/** Writes the demo shop, all of it or nothing; false where somebody else already has. Needs the owner's rights. */
export async function seedDemo(owner: Transactions, now: Date): Promise<boolean> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return owner.transaction(async (unit) => {
    await unit.query('select pg_advisory_xact_lock($1)', [LOCK]);
    if (!(await isEmpty(unit))) return false;
    await unit.query(`select ensure_audit_partition((date_trunc('month', $1::timestamptz at time zone 'UTC') - make_interval(months => n))::date) from generate_series(0, 4) n`, [now]);
    await seedAll(unit, { now, passwordHash, stores: await seedStores(unit) });
    return true;
  });
}

async function seedAll(unit: Unit, frame: SeedFrame): Promise<void> {
  await seedSettings(unit, frame.now);
  const actors = await seedStaff(unit, frame);
  const groups = await seedCustomerGroups(unit);
  const content = makeCustomers().map(assigned);
  const plans = planOrders(frame.now, { customers: content });
  const catalogue = await seedCatalogue(unit);
  const customers = await seedCustomers(unit, { frame, groups, actors, content, orders: plans });
  await seedPrices(unit, { catalogue, groups, customers });
  await seedPast(unit, { frame, actors, customers, plans });
  await seedCarts(unit, { frame, catalogue, customers });
  await seedOptions(unit, catalogue);
  await seedCompany(unit, { storeId: need(frame.stores, 'de').id, now: frame.now });
}

/** Uma is a colleague's, not nobody's: what Sarah is shown of her hangs on it. */
const assigned = (customer: Customer): Customer =>
  customer.email === 'uma.unassigned@customer.example' ? { ...customer, assignedTo: 'terrence.cole@staff.example' } : customer;

interface Past {
  frame: SeedFrame;
  actors: ReadonlyMap<string, Actor>;
  customers: readonly SeededCustomer[];
  plans: readonly PlannedOrder[];
}

async function seedPast(unit: Unit, { frame, actors, customers, plans }: Past): Promise<void> {
  const assisted = plans.flatMap(({ staffEmail, placedAt }, key) => (staffEmail === null ? [] : [{ key, placedAt, actor: need(actors, staffEmail) }]));
  const { byOrder, days } = planVisits(assisted, frame.now);
  const byEmail = new Map<string, SeededCustomer>(customers.map((customer) => [customer.content.email, customer]));
  const past = plans.map((plan, key): PastOrder => {
    const customer = need(byEmail, plan.customerEmail);
    const untilNow = frame.now.getTime() - plan.placedAt.getTime();
    return { key, plan, customer, store: need(frame.stores, customer.content.store), visit: byOrder.get(key) ?? null, untilNow };
  });
  const drafts = await draftOrders(unit, past);
  const numbers = await takeNumbers(unit, drafts.length);
  const orders = drafts.map((draft, index): NumberedOrder => ({ ...draft, number: numbers[index] ?? '' }));
  await seedStaffDays(unit, days);
  await seedVisits(unit, orders.filter(isVisited));
  const told = await seedOrders(unit, orders);
  await seedDocuments(unit, told, need(actors, 'admin@staff.example'));
}

const isVisited = (order: NumberedOrder): order is VisitedOrder => order.past.visit !== null;
