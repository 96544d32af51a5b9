import type { Unit } from '../ports.ts';

const THROUGH_SQL = `
select d.staff_id::text as id from staff_deputy d join staff s on s.id = d.staff_id
 where d.deputy_id = $1::bigint and ($2::timestamptz at time zone s.time_zone)::date between d.from_day and d.to_day
union
select m.id::text from staff_group g join staff m on m.staff_group_id = g.id where g.lead_staff_id = $1::bigint and m.id <> $1::bigint`;

/** Colleagues whose customers the actor sees and enters too: absent ones whom he stands in for now (A5), and those in groups that he leads (A4). */
export async function assignedThrough(unit: Unit, { actor, now }: { actor: { id: string }; now: Date }): Promise<string[]> {
  const rows = await unit.named<{ id: string }>('assigned-through', THROUGH_SQL, [actor.id, now]);
  return rows.map(({ id }) => id);
}
