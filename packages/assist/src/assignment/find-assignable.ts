import type { Unit } from '../ports.ts';

export interface NamedStaff {
  id: string;
  name: string;
}

/** Active members of staff, by name: who can be assigned. */
export function assignableStaff(unit: Unit): Promise<NamedStaff[]> {
  return unit.named<NamedStaff>('assignable-staff', `select id::text as id, first_name || ' ' || last_name as name from staff where active order by lower(last_name), lower(first_name), id`, []);
}

/** Members of staff by e-mail address, for a file. */
export async function staffIdsByEmail(unit: Unit, emails: readonly string[]): Promise<Map<string, string>> {
  const rows = await unit.query<{ id: string; email: string }>('select id::text as id, email from staff where email = any ($1::text[])', [[...new Set(emails)]]);
  return new Map(rows.map(({ id, email }) => [email, id]));
}

export interface CustomerKey {
  id: string;
  email: string;
  /** Code of the website. */
  website: string;
}

/** Customers by ID or e-mail address; an address may be found on several websites. */
export function customersByKey(unit: Unit, keys: readonly string[]): Promise<CustomerKey[]> {
  const ids = keys.filter((key) => /^[1-9][0-9]{0,17}$/.test(key));
  const emails = keys.filter((key) => key.includes('@')).map((key) => key.toLowerCase());
  return unit.query<CustomerKey>(
    `select c.id::text as id, c.email, w.code as website from shop_port.customer c join shop_port.website w on w.id = c.website_id
      where c.id = any ($1::bigint[]) union select c.id::text, c.email, w.code from shop_port.customer c join shop_port.website w on w.id = c.website_id where c.email = any ($2::text[])`,
    [[...new Set(ids)], [...new Set(emails)]],
  );
}

export interface ListedAssignment {
  customerId: string;
  email: string;
  website: string;
  staffId: string;
  staffEmail: string;
  isPrimary: boolean;
}

/** Every assignment, by customer, the primary one first; for a file that can be read in again. */
export function assignmentsAfter(unit: Unit, after: { customerId: string; isFurther: boolean; staffId: string } | null, limit: number): Promise<ListedAssignment[]> {
  return unit.query<ListedAssignment>(
    `select c.id::text as "customerId", c.email, w.code as website, a.id::text as "staffId", a.email as "staffEmail", cs.is_primary as "isPrimary"
       from customer_staff cs join shop_port.customer c on c.id = cs.customer_id join shop_port.website w on w.id = c.website_id join staff a on a.id = cs.staff_id
      where cs.customer_id >= $1::bigint and (cs.customer_id, not cs.is_primary, cs.staff_id) > ($1::bigint, $2::boolean, $3::bigint)
      order by cs.customer_id, not cs.is_primary, cs.staff_id limit $4`,
    [after?.customerId ?? '0', after?.isFurther ?? false, after?.staffId ?? '0', limit],
  );
}
