import type { Unit } from '../ports.ts';

export interface AssignedCustomer {
  id: string;
  externalId: string;
  name: string;
  company: string;
  email: string;
  store: string;
  status: 'active' | 'inactive' | 'blocked' | 'suspended';
  isPrimary: boolean;
}

/** The customers assigned to a member of staff, by id (H1); `after` is the id of the page before's last. */
export async function customersOfStaff(unit: Unit, { staffId, after, limit, text = '' }: { staffId: string; after: string | null; limit: number; text?: string }): Promise<{ rows: AssignedCustomer[]; next: string | null }> {
  const rows = await unit.query<AssignedCustomer>(
    `select c.id::text as id, c.external_id as "externalId", c.first_name || ' ' || c.last_name as name, c.company, c.email, s.code as store, c.status, cs.is_primary as "isPrimary"
       from customer_staff cs join shop_port.customer c on c.id = cs.customer_id join shop_port.store s on s.id = c.store_id
      where cs.staff_id = $1::bigint and cs.customer_id > $2::bigint
        and ($4 = '' or c.id::text = $4 or position($4 in c.search_text) > 0) order by cs.customer_id limit $3`,
    [staffId, after ?? '0', limit + 1, text.toLowerCase()],
  );
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
