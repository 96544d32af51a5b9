import { decideAssignment, ownAssignmentRefusal, type Assigned, type Assigner, type AssignmentChange, type Refusal, type SettingsReader } from '@onbehalf/core';
import type { Unit } from '../ports.ts';

/** One wish: a customer, and what is to change about who is assigned. */
export interface AssignmentAsk {
  customerId: string;
  change: AssignmentChange;
}

/** Who was and who is assigned, the primary one first. */
export interface AssignmentMade {
  customerId: string;
  before: readonly Assigned[];
  after: readonly Assigned[];
}

export interface AssignmentOutcome {
  made: AssignmentMade[];
  /** Customers that stood as asked already. */
  unchanged: string[];
  /** Wishes that can't be granted, by their place; with any of them nothing may be kept. */
  refused: { at: number; refusal: Refusal }[];
}

export interface AssignContext {
  assigner: Assigner;
  settings: SettingsReader;
  now: Date;
}

/** Assigns and takes away (A5), all of it in the caller's transaction; one wish after another, as if each came alone. */
export async function assignCustomers(unit: Unit, asks: readonly AssignmentAsk[], { assigner, settings, now }: AssignContext): Promise<AssignmentOutcome> {
  const staff = await heldStaff(unit, asks);
  const customers = await heldCustomers(unit, asks);
  const before = await assignedNow(unit, [...customers.keys()]);
  const after = new Map(before);
  const multiple = settings.get('staff/assignment/multiple');
  const everyWebsite = settings.get('customer/share') === 'global';
  const refused: AssignmentOutcome['refused'] = [];
  const unchanged = new Set<string>();
  for (const [at, { customerId, change }] of asks.entries()) {
    const barred = barredBy(change, { customerId, websiteId: customers.get(customerId), staff, everyWebsite });
    const decided = barred === null ? decideAssignment(after.get(customerId) ?? [], change, multiple) : { ok: false as const, error: barred };
    const own = decided.ok && change.kind !== 'none' ? ownAssignmentRefusal(assigner, change.staffId, 'staff') : null;
    if (own !== null) refused.push({ at, refusal: own });
    else if (decided.ok) after.set(customerId, decided.value);
    else if (STANDS.has(decided.error.code)) unchanged.add(customerId);
    else refused.push({ at, refusal: decided.error });
  }
  if (refused.length > 0) return { made: [], unchanged: [], refused };
  const made = [...after].flatMap(([customerId, is]) => {
    const was = before.get(customerId) ?? [];
    return isSame(was, is) ? [] : [{ customerId, before: was, after: is }];
  });
  await write(unit, made, { actorId: assigner.id, now });
  return { made, unchanged: [...unchanged].filter((id) => !made.some(({ customerId }) => customerId === id)), refused: [] };
}

const STANDS: ReadonlySet<string> = new Set(['assignment-exists', 'assignment-missing']);

interface HeldStaff {
  id: string;
  active: boolean;
  websites: number[];
}

// Held, so that nobody is made inactive between the look and the assignment.
async function heldStaff(unit: Unit, asks: readonly AssignmentAsk[]): Promise<Map<string, HeldStaff>> {
  const ids = asks.flatMap(({ change }) => (change.staffId === null ? [] : [change.staffId]));
  const rows = await unit.query<HeldStaff>(
    `select a.id::text as id, a.active, array(select distinct st.website_id::integer from staff_store ss join shop_port.store st on st.id = ss.store_id where ss.staff_id = a.id) as websites
       from staff a where a.id = any ($1::bigint[]) order by a.id for share of a`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

// In the order of their ids: of two who assign the same customers the second waits, and never in a circle.
async function heldCustomers(unit: Unit, asks: readonly AssignmentAsk[]): Promise<Map<string, number>> {
  const rows = await unit.query<{ id: string; website: number }>(
    'select id::text as id, website_id::integer as website from shop_port.customer where id = any ($1::bigint[]) order by id for no key update',
    [[...new Set(asks.map(({ customerId }) => customerId))]],
  );
  return new Map(rows.map(({ id, website }) => [id, website]));
}

async function assignedNow(unit: Unit, customerIds: readonly string[]): Promise<Map<string, readonly Assigned[]>> {
  const rows = await unit.query<Assigned & { customerId: string }>(
    `select customer_id::text as "customerId", staff_id::text as "staffId", is_primary as "isPrimary" from customer_staff
      where customer_id = any ($1::bigint[]) order by customer_id, is_primary desc, assigned_at, staff_id`,
    [customerIds],
  );
  const of = Map.groupBy(rows, ({ customerId }) => customerId);
  return new Map([...of].map(([id, all]) => [id, all.map(({ staffId, isPrimary }) => ({ staffId, isPrimary }))]));
}

interface Barring {
  customerId: string;
  websiteId: number | undefined;
  staff: ReadonlyMap<string, HeldStaff>;
  everyWebsite: boolean;
}

function barredBy(change: AssignmentChange, { customerId, websiteId, staff, everyWebsite }: Barring): Refusal | null {
  if (websiteId === undefined) return { code: 'assignment-customer-unknown', field: 'customer' };
  if (change.kind === 'none') return null;
  const to = staff.get(change.staffId);
  if (to === undefined) return { code: 'assignment-staff-unknown', field: 'staff' };
  if (!to.active) return { code: 'assignment-staff-inactive', field: 'staff' };
  const worksThere = everyWebsite ? to.websites.length > 0 : to.websites.includes(websiteId);
  return worksThere ? null : { code: 'assignment-other-website', field: 'staff', facts: { customer: customerId } };
}

const isSame = (one: readonly Assigned[], other: readonly Assigned[]): boolean =>
  one.length === other.length && one.every(({ staffId, isPrimary }) => other.some((same) => same.staffId === staffId && same.isPrimary === isPrimary));

// Who goes and who steps back first: at no moment has a customer two primary ones.
async function write(unit: Unit, made: readonly AssignmentMade[], { actorId, now }: { actorId: string; now: Date }): Promise<void> {
  const gone = made.flatMap(({ customerId, before, after }) => before.filter((one) => !after.some(({ staffId }) => staffId === one.staffId)).map(({ staffId }) => ({ customerId, staffId })));
  const back = made.flatMap(({ customerId, before, after }) => after.filter((one) => !one.isPrimary && before.some(({ staffId, isPrimary }) => isPrimary && staffId === one.staffId)).map(({ staffId }) => ({ customerId, staffId })));
  const here = made.flatMap(({ customerId, before, after }) => after.filter((one) => !before.some(({ staffId, isPrimary }) => staffId === one.staffId && isPrimary === one.isPrimary)).map((one) => ({ customerId, ...one })));
  await unit.query('delete from customer_staff cs using unnest($1::bigint[], $2::bigint[]) as x (customer_id, staff_id) where cs.customer_id = x.customer_id and cs.staff_id = x.staff_id', pairs(gone));
  await unit.query('update customer_staff cs set is_primary = false from unnest($1::bigint[], $2::bigint[]) as x (customer_id, staff_id) where cs.customer_id = x.customer_id and cs.staff_id = x.staff_id', pairs(back));
  await unit.query(
    `insert into customer_staff (customer_id, staff_id, is_primary, assigned_at, assigned_by)
     select x.customer_id, x.staff_id, x.is_primary, $4, $5::bigint from unnest($1::bigint[], $2::bigint[], $3::boolean[]) as x (customer_id, staff_id, is_primary)
     on conflict (customer_id, staff_id) do update set is_primary = excluded.is_primary`,
    [...pairs(here), here.map(({ isPrimary }) => isPrimary), now, actorId],
  );
}

const pairs = (rows: readonly { customerId: string; staffId: string }[]): string[][] => [rows.map(({ customerId }) => customerId), rows.map(({ staffId }) => staffId)];
