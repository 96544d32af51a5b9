import { RESOURCE, err, includesRights, ok, type AssistMode, type Refusal, type ResourceId, type Result, type RoleRights } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import type { Origin } from '../record/record.ts';
import { endSessionsWithoutFactor } from './staff-sessions.ts';
import { RIGHTS_COLUMNS, lockRights, lockoutRefusal, rightsOf, type RightsColumns } from './rights.ts';

export interface Role {
  id: string;
  name: string;
  rights: RoleRights;
  /** Who has none sets one up right after the password (A2). */
  secondFactorRequired: boolean;
  /** Accounts that have it, inactive ones too. */
  staffCount: number;
}

interface RoleRow extends RightsColumns {
  id: string;
  name: string;
  second_factor_required: boolean;
  staff_count: number;
}

const ROLES_SQL = `select r.id::text as id, r.name, r.second_factor_required, ${RIGHTS_COLUMNS}, (select count(*)::integer from staff a where a.role_id = r.id) as staff_count from role r`;

const roleOf = (row: RoleRow): Role => ({ id: row.id, name: row.name, rights: rightsOf(row), secondFactorRequired: row.second_factor_required, staffCount: row.staff_count });

/** Every role by name. */
export async function allRoles(unit: Unit): Promise<Role[]> {
  return (await unit.query<RoleRow>(`${ROLES_SQL} order by lower(r.name), r.id`)).map(roleOf);
}

export async function roleById(unit: Unit, id: string): Promise<Role | null> {
  const [row] = await unit.query<RoleRow>(`${ROLES_SQL} where r.id = $1::bigint`, [id]);
  return row === undefined ? null : roleOf(row);
}

export interface RoleFields {
  name: string;
  mode: AssistMode;
  secondFactorRequired: boolean;
  resources: readonly ResourceId[] | 'all';
}

export interface RoleSaved {
  id: string;
  before: Role | null;
  after: Role;
}

/** A new role. Refuses what its maker doesn't have himself. */
export async function createRole(unit: Unit, { actorId, fields }: { actorId: string; fields: RoleFields }): Promise<Result<RoleSaved, Refusal[]>> {
  const own = await lockRights(unit, { actorId, needs: RESOURCE.roles });
  if (own === null) return err([{ code: 'forbidden' }]);
  const refusals = await nameRefusals(unit, fields.name, null);
  if (!includesRights(own.role, rightsIn(fields))) refusals.push({ code: 'rights-beyond-own', field: 'mode' });
  if (refusals.length > 0) return err(refusals);
  const [made] = await unit.query<{ id: string }>(`insert into role (name, resources_mode, assist_mode, second_factor_required) values ($1, 'custom', $2, $3) returning id::text as id`, [fields.name, fields.mode, fields.secondFactorRequired]);
  const id = made?.id ?? '';
  await writeRights(unit, id, fields);
  return saved(unit, id, null);
}

export interface SaveRole {
  actorId: string;
  id: string;
  fields: Partial<RoleFields>;
  now: Date;
  origin: Origin;
}

/** Changes a role, all of it or part. Roles above one's own are not touched, and the last administrator stays one. */
export async function saveRole(unit: Unit, { actorId, id, fields, now, origin }: SaveRole): Promise<Result<RoleSaved, Refusal[]>> {
  const own = await lockRights(unit, { actorId, needs: RESOURCE.roles });
  if (own === null) return err([{ code: 'forbidden' }]);
  const before = await roleById(unit, id);
  if (before === null) return err([{ code: 'role-not-found' }]);
  if (!includesRights(own.role, before.rights)) return err([{ code: 'rights-beyond-own' }]);
  const after = { ...fieldsOf(before), ...fields };
  const refusals = await nameRefusals(unit, after.name, id);
  if (!includesRights(own.role, rightsIn(after))) refusals.push({ code: 'rights-beyond-own', field: fields.mode === undefined ? 'resources' : 'mode' });
  if (after.secondFactorRequired && !before.secondFactorRequired && (await hasNoFactor(unit, { actorId, roleId: id }))) refusals.push({ code: 'second-factor-own-first', field: 'secondFactorRequired' });
  if (refusals.length > 0) return err(refusals);
  await unit.query('update role set name = $2, assist_mode = $3, second_factor_required = $4 where id = $1::bigint', [id, after.name, after.mode, after.secondFactorRequired]);
  await endSessionsWithoutFactor(unit, { roleId: id, staffId: null, now, origin });
  await writeRights(unit, id, after);
  const lockout = await lockoutRefusal(unit);
  return lockout === null ? saved(unit, id, before) : err([{ ...lockout, field: 'resources' }]);
}

/** Refused while anybody holds it. */
export async function deleteRole(unit: Unit, { actorId, id }: { actorId: string; id: string }): Promise<Result<Role, Refusal[]>> {
  const own = await lockRights(unit, { actorId, needs: RESOURCE.roles });
  if (own === null) return err([{ code: 'forbidden' }]);
  const role = await roleById(unit, id);
  if (role === null) return err([{ code: 'role-not-found' }]);
  if (!includesRights(own.role, role.rights)) return err([{ code: 'rights-beyond-own' }]);
  if (role.staffCount > 0) return err([{ code: 'role-in-use', facts: { count: role.staffCount } }]);
  await unit.query('delete from role where id = $1::bigint', [id]);
  return ok(role);
}

function rightsIn({ resources, mode }: Pick<RoleFields, 'resources' | 'mode'>): RoleRights {
  return { resources: resources === 'all' ? 'all' : new Set<string>(resources), mode };
}

// Who asks others for it in their own role has one, or would be out with the click.
async function hasNoFactor(unit: Unit, { actorId, roleId }: { actorId: string; roleId: string }): Promise<boolean> {
  return (await unit.query('select 1 from staff a where a.id = $1::bigint and a.role_id = $2::bigint and not exists (select 1 from staff_second_factor f where f.staff_id = a.id)', [actorId, roleId])).length === 1;
}

function fieldsOf({ name, rights, secondFactorRequired }: Role): RoleFields {
  // Stored by us, and only resources of the tree ever were.
  return { name, mode: rights.mode, secondFactorRequired, resources: rights.resources === 'all' ? 'all' : ([...rights.resources] as ResourceId[]) };
}

async function nameRefusals(unit: Unit, name: string, id: string | null): Promise<Refusal[]> {
  if (name === '') return [{ code: 'role-name-missing', field: 'name' }];
  const others = await unit.query('select 1 from role where lower(name) = lower($1) and id is distinct from $2::bigint', [name, id]);
  return others.length > 0 ? [{ code: 'role-name-taken', field: 'name' }] : [];
}

async function writeRights(unit: Unit, id: string, { resources }: RoleFields): Promise<void> {
  await unit.query('update role set resources_mode = $2 where id = $1::bigint', [id, resources === 'all' ? 'all' : 'custom']);
  const wanted = resources === 'all' ? [] : [...resources];
  await unit.query('delete from role_resource where role_id = $1::bigint and resource <> all ($2::text[])', [id, wanted]);
  await unit.query('insert into role_resource (role_id, resource) select $1::bigint, r from unnest($2::text[]) r on conflict do nothing', [id, wanted]);
}

async function saved(unit: Unit, id: string, before: Role | null): Promise<Result<RoleSaved, Refusal[]>> {
  const after = await roleById(unit, id);
  if (after === null) throw new Error('A role just saved has no row');
  return ok({ id, before, after });
}
