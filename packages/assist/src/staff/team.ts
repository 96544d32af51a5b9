import type { Unit } from '../ports.ts';

/** Whoever is in the groups that this one leads, and the lead (A4); null for who leads nobody. */
export async function teamOf(unit: Unit, leadId: string): Promise<string[] | null> {
  const [row] = await unit.named<{ ids: string[] | null }>(
    'team-of',
    `select array_agg(a.id::text order by a.id) as ids from staff_group g join staff a on a.staff_group_id = g.id where g.lead_staff_id = $1::bigint`,
    [leadId],
  );
  const members = row?.ids ?? null;
  return members === null ? null : [...new Set([leadId, ...members])];
}
