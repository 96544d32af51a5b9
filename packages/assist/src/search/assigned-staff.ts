import type { Unit } from '../ports.ts';

export interface AssignedStaff {
  customerId: string;
  staffId: string;
  name: string;
  isPrimary: boolean;
}

/** Who is assigned to these customers, the primary one first (A5). */
export function assignedStaff(unit: Unit, customerIds: readonly string[]): Promise<AssignedStaff[]> {
  return unit.named<AssignedStaff>(
    'assigned-staff',
    `select cs.customer_id::text as "customerId", a.id::text as "staffId", a.first_name || ' ' || a.last_name as name, cs.is_primary as "isPrimary"
       from customer_staff cs join staff a on a.id = cs.staff_id where cs.customer_id = any ($1::bigint[]) order by cs.is_primary desc, lower(a.last_name), a.id`,
    [[...customerIds]],
  );
}
