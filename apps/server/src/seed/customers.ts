import { randomBytes } from 'node:crypto';
import type { Actor, Subject, Unit } from '@onbehalf/assist';
import { settingsReader, subjectId } from '@onbehalf/core';
import type { AddressFields } from '@onbehalf/shop';
import type { PlannedOrder } from '../../demo/content/orders.ts';
import { namedCustomers, type Address, type Customer } from '../../demo/content/people.ts';
import { hex, insertRows, need } from './insert-rows.ts';
import { DAY_MS, daysBefore, type SeedFrame } from './seed-frame.ts';
import { WEBSITES } from './stores.ts';

/** A customer as the demo keeps it in mind while it goes on. */
export interface SeededCustomer {
  id: string;
  content: Customer;
  subject: Subject;
}

interface Plan {
  content: Customer;
  index: number;
  id: string;
  isNamed: boolean;
  orders: readonly PlannedOrder[];
  createdAt: Date;
  status: string;
  confirmed: boolean;
}

export interface CustomersQuestion {
  frame: SeedFrame;
  groups: ReadonlyMap<string, string>;
  actors: ReadonlyMap<string, Actor>;
  content: readonly Customer[];
  orders: readonly PlannedOrder[];
}

/** John Doe: everything that knows a customer by number knows him. */
const FIRST_ID = 1001;

const CUSTOMER_COLUMNS = `id bigint, website_id smallint, store_id smallint, customer_group_id bigint, email text, external_id text, first_name text,
  last_name text, company text, vat_number text, phone text, status text, confirmed_at timestamptz, password_hash text, newsletter boolean,
  last_login_at timestamptz, last_ip text, last_order_at timestamptz, record_key bytea, created_at timestamptz`;

const ADDRESS_COLUMNS = `customer_id bigint, is_default boolean, is_default_billing boolean, name text, company text, street text, postcode text, city text, region text,
  country text, phone text`;

export async function seedCustomers(unit: Unit, question: CustomersQuestion): Promise<SeededCustomer[]> {
  const plans = planCustomers(question);
  const keys = plans.map(() => randomBytes(32));
  const rows = plans.map((plan, index) => ({ ...customerRow(plan, question), record_key: hex(keys[index] ?? randomBytes(32)) }));
  await insertRows(unit, { into: 'customer', columns: CUSTOMER_COLUMNS, rows });
  await unit.query(`select setval(pg_get_serial_sequence('customer', 'id'), (select max(id) from customer))`);
  await insertRows(unit, { into: 'customer_address', columns: ADDRESS_COLUMNS, rows: plans.flatMap(addressRows) });
  await assign(unit, plans, question);
  await seedConsents(unit, plans, question);
  return plans.map((plan, index) => ({ id: plan.id, content: plan.content, subject: subjectOf(plan, question, keys[index] ?? randomBytes(32)) }));
}

function planCustomers({ frame: { now }, content, orders }: CustomersQuestion): Plan[] {
  const ordersOf = Map.groupBy(orders, ({ customerEmail }) => customerEmail);
  let idle = 0;
  return content.map((customer, index) => {
    const own = ordersOf.get(customer.email) ?? [];
    const isNamed = index < namedCustomers.length;
    // Only who has ordered nothing lately: an order of an account that was never confirmed would be a riddle.
    const turn = isNamed || own.length > 0 || customer.status === 'blocked' ? -1 : (idle += 1) % 24;
    return {
      content: customer, index, isNamed, orders: own,
      id: String(FIRST_ID + index),
      createdAt: daysBefore(now, 130 + ((index * 37) % 700)),
      status: turn === 5 ? 'inactive' : turn === 13 ? 'suspended' : customer.status,
      confirmed: turn !== 20,
    };
  });
}

function customerRow({ content, index, id, orders, createdAt, status, confirmed }: Plan, { frame, groups }: CustomersQuestion): object {
  const last = orders.at(-1)?.placedAt ?? null;
  const alone = orders.findLast(({ staffEmail }) => staffEmail === null)?.placedAt ?? null;
  return {
    id,
    website_id: WEBSITES[content.website],
    store_id: need(frame.stores, content.store).id,
    customer_group_id: need(groups, content.group),
    email: content.email,
    external_id: content.externalId,
    first_name: content.firstName,
    last_name: content.lastName,
    company: content.company,
    vat_number: content.vatNumber ?? '',
    phone: content.phone,
    status,
    confirmed_at: confirmed ? createdAt : null,
    password_hash: frame.passwordHash,
    newsletter: index % 4 === 1,
    last_login_at: alone,
    last_ip: alone === null ? null : `203.0.113.${1 + (index % 250)}`,
    last_order_at: last,
    created_at: createdAt,
  };
}

const addressRows = ({ id, content }: Plan): object[] =>
  content.addresses.map((address, index) => ({ customer_id: id, is_default: index === 0, is_default_billing: index === 0, ...addressFields(content, address) }));

/** An address of the content as the shop keeps it. */
export const addressFields = ({ firstName, lastName }: Customer, { company, street, zip, city, region, country, phone }: Address): AddressFields => ({
  name: `${firstName} ${lastName}`, company, street, postcode: zip, city, region, country, phone,
});

async function assign(unit: Unit, plans: readonly Plan[], { actors }: CustomersQuestion): Promise<void> {
  const by = need(actors, 'ruth.sanders@staff.example').id;
  const rows = plans.flatMap(({ id, content, createdAt }) =>
    content.assignedTo === null ? [] : [{ customer_id: id, staff_id: need(actors, content.assignedTo).id, is_primary: true, assigned_at: createdAt, assigned_by: by }]);
  await insertRows(unit, { into: 'customer_staff', columns: 'customer_id bigint, staff_id bigint, is_primary boolean, assigned_at timestamptz, assigned_by bigint', rows });
}

/** Consent is a history: who has withdrawn has two rows, in this order. */
async function seedConsents(unit: Unit, plans: readonly Plan[], { frame }: CustomersQuestion): Promise<void> {
  const settings = settingsReader([]);
  const rows = plans.flatMap((plan) => {
    const { locale } = need(frame.stores, plan.content.store);
    const common = { customer_id: plan.id, website_id: WEBSITES[plan.content.website], scope: 'full', wording: settings.get('assist/consent/tooltip', { locale }) };
    return answersOf(plan, frame.now).map((answer) => ({ ...common, ...answer }));
  });
  await insertRows(unit, {
    into: 'consent',
    columns: 'customer_id bigint, website_id smallint, answer text, scope text, wording text, answered_at timestamptz, superseded_at timestamptz',
    rows,
  });
}

interface Answer {
  answer: 'given' | 'refused';
  answered_at: Date;
  superseded_at: Date | null;
}

function answersOf({ content, index, isNamed, orders, createdAt }: Plan, now: Date): Answer[] {
  const first = new Date(createdAt.getTime() + DAY_MS);
  if (!content.hasConsent) return isNamed || index % 3 !== 0 ? [] : [{ answer: 'refused', answered_at: first, superseded_at: null }];
  const isWithdrawn = !isNamed && index % 5 === 4;
  if (!isWithdrawn) return [{ answer: 'given', answered_at: first, superseded_at: null }];
  const withdrawn = afterLastVisit(orders, now);
  return [
    { answer: 'given', answered_at: first, superseded_at: withdrawn },
    { answer: 'refused', answered_at: withdrawn, superseded_at: null },
  ];
}

/** A withdrawal comes after whatever was done with the consent. */
function afterLastVisit(orders: readonly PlannedOrder[], now: Date): Date {
  const last = orders.findLast(({ staffEmail }) => staffEmail !== null)?.placedAt ?? daysBefore(now, 40);
  return new Date(Math.min(last.getTime() + 2 * DAY_MS, (last.getTime() + now.getTime()) / 2));
}

function subjectOf({ content, id }: Plan, { groups }: CustomersQuestion, recordKey: Buffer): Subject {
  const { firstName, lastName, email, company } = content;
  return {
    id: subjectId(id), name: `${firstName} ${lastName}`, firstName, lastName, email, company, recordKey,
    websiteId: WEBSITES[content.website],
    groupId: need(groups, content.group),
    epoch: 1n,
    lastIp: null,
  };
}
