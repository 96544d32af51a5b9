import { RESOURCE, err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import { lockRights, seesEverybody } from './rights.ts';

export interface StaffGroup {
  id: string;
  name: string;
  /** The team lead sees the team's customers, orders and commission (A4). */
  leadId: string | null;
  leadName: string;
  /** For members without a rate of their own; null: the shop's. */
  commissionBasisPoints: number | null;
  staffCount: number;
}

const GROUPS_SQL = `
select g.id::text as id, g.name, g.lead_staff_id::text as "leadId", coalesce(l.first_name || ' ' || l.last_name, '') as "leadName", g.commission_basis_points as "commissionBasisPoints",
  (select count(*)::integer from staff a where a.staff_group_id = g.id) as "staffCount"
from staff_group g left join staff l on l.id = g.lead_staff_id`;

/** Every staff group by name. */
export function allStaffGroups(unit: Unit): Promise<StaffGroup[]> {
  return unit.query(`${GROUPS_SQL} order by lower(g.name), g.id`);
}

export async function staffGroupById(unit: Unit, id: string): Promise<StaffGroup | null> {
  const [group] = await unit.query<StaffGroup>(`${GROUPS_SQL} where g.id = $1::bigint`, [id]);
  return group ?? null;
}

/** The group a setting names; null where there is none by that name any more. */
export async function staffGroupNamed(unit: Unit, name: string): Promise<StaffGroup | null> {
  const [group] = await unit.query<StaffGroup>(`${GROUPS_SQL} where lower(g.name) = lower($1)`, [name.trim()]);
  return group ?? null;
}

export interface SaveStaffGroup {
  actorId: string;
  /** Null: a new one. */
  id: string | null;
  name: string;
  leadId: string | null;
  commissionBasisPoints: number | null;
}

export interface StaffGroupSaved {
  before: StaffGroup | null;
  after: StaffGroup;
}

/** Makes or changes a group. */
export async function saveStaffGroup(unit: Unit, { actorId, id, name, leadId, commissionBasisPoints }: SaveStaffGroup): Promise<Result<StaffGroupSaved, Refusal[]>> {
  const own = await lockRights(unit, { actorId, needs: RESOURCE.staffGroups });
  if (own === null) return err([{ code: 'forbidden' }]);
  const before = id === null ? null : await staffGroupById(unit, id);
  if (id !== null && before === null) return err([{ code: 'staff-group-not-found' }]);
  // The lead enters the group's customers: nobody gives them to himself who may not enter them anyway (F2, P11).
  if (leadId === actorId && before?.leadId !== leadId && !seesEverybody(own)) return err([{ code: 'rights-beyond-own', field: 'lead' }]);
  const refusals = await refusalsOf(unit, { id, name, leadId });
  if (refusals.length > 0) return err(refusals);
  const sql = id === null
    ? 'insert into staff_group (name, lead_staff_id, commission_basis_points) values ($1, $2::bigint, $3::integer) returning id::text as id'
    : 'update staff_group set name = $1, lead_staff_id = $2::bigint, commission_basis_points = $3::integer where id = $4::bigint returning id::text as id';
  const [row] = await unit.query<{ id: string }>(sql, [name, leadId, commissionBasisPoints, ...(id === null ? [] : [id])]);
  const after = await staffGroupById(unit, row?.id ?? '0');
  if (after === null) throw new Error('A staff group just saved has no row');
  return ok({ before, after });
}

async function refusalsOf(unit: Unit, { id, name, leadId }: Omit<SaveStaffGroup, 'actorId' | 'commissionBasisPoints'>): Promise<Refusal[]> {
  if (name === '') return [{ code: 'staff-group-name-missing', field: 'name' }];
  const others = await unit.query('select 1 from staff_group where lower(name) = lower($1) and id is distinct from $2::bigint', [name, id]);
  if (others.length > 0) return [{ code: 'staff-group-name-taken', field: 'name' }];
  if (leadId === null) return [];
  const lead = await unit.query('select 1 from staff where id = $1::bigint', [leadId]);
  return lead.length > 0 ? [] : [{ code: 'staff-not-found', field: 'lead' }];
}

/** Refused while accounts, orders or assist sessions belong to it, or new accounts would: a group stays with its history. */
export async function deleteStaffGroup(unit: Unit, { actorId, id, defaultName }: { actorId: string; id: string; defaultName: string }): Promise<Result<StaffGroup, Refusal[]>> {
  if ((await lockRights(unit, { actorId, needs: RESOURCE.staffGroups })) === null) return err([{ code: 'forbidden' }]);
  const group = await staffGroupById(unit, id);
  if (group === null) return err([{ code: 'staff-group-not-found' }]);
  if (group.name.toLowerCase() === defaultName.trim().toLowerCase()) return err([{ code: 'staff-group-is-default' }]);
  const used = await unit.query('select 1 where exists (select 1 from shop_port.placed_order where staff_group_id = $1::bigint) or exists (select 1 from assist_session where staff_group_id = $1::bigint)', [id]);
  if (group.staffCount > 0 || used.length > 0) return err([{ code: 'staff-group-in-use', facts: { count: group.staffCount } }]);
  await unit.query('delete from staff_group where id = $1::bigint', [id]);
  return ok(group);
}
