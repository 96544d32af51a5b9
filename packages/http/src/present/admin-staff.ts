import type { Unit } from '@onbehalf/assist';

/** Every member of staff by name, for a filter. */
export function staffNames(unit: Unit): Promise<{ id: string; name: string }[]> {
  return unit.named('staff-names', `select id::text as id, first_name || ' ' || last_name as name from staff order by lower(last_name), lower(first_name), id`, []);
}

/** Those who are active, for a choice of whom something goes to. */
export function activeStaffNames(unit: Unit): Promise<{ id: string; name: string }[]> {
  return unit.named('active-staff-names', `select id::text as id, first_name || ' ' || last_name as name from staff where active order by lower(last_name), lower(first_name), id`, []);
}
