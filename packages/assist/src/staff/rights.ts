import { isAdministrator, type AccountRights, type AssistMode, type Refusal, type ResourceId, type RoleRights } from '@onbehalf/core';
import { holds } from '../caller.ts';
import type { Unit } from '../ports.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, actorOf, type ActorColumns } from '../session/rows.ts';

export interface RightsColumns {
  resources_mode: 'all' | 'custom';
  assist_mode: AssistMode;
  resources: string[];
}

/** Select list for RightsColumns over role r. */
export const RIGHTS_COLUMNS = `r.resources_mode, r.assist_mode, array(select rr.resource from role_resource rr where rr.role_id = r.id order by rr.resource) as resources`;

export function rightsOf({ resources_mode, resources, assist_mode }: RightsColumns): RoleRights {
  return { resources: resources_mode === 'all' ? 'all' : new Set(resources), mode: assist_mode };
}

export interface OwnRights {
  role: RoleRights;
  account: AccountRights;
}

/**
 * From here to the end of the transaction nobody else changes rights, and the giver's own are read as they are now: of
 * two administrators who take rights from each other, the second is refused (F2). Null: the right itself is gone.
 */
export async function lockRights(unit: Unit, { actorId, needs }: { actorId: string; needs: ResourceId }): Promise<OwnRights | null> {
  await unit.query(`select 1 from pg_advisory_xact_lock(hashtext('staff-rights'))`);
  return ownRights(unit, { actorId, needs });
}

/** May enter every customer, or could give himself that: what others hand him of theirs adds nothing. */
export const seesEverybody = ({ role, account }: OwnRights): boolean => role.resources === 'all' || account.accessAllCustomers;

/** The same for a page that only shows what may be changed. */
export async function ownRights(unit: Unit, { actorId, needs }: { actorId: string; needs: ResourceId }): Promise<OwnRights | null> {
  const [row] = await unit.query<ActorColumns>(`select ${ACTOR_COLUMNS} from staff a ${ACTOR_JOINS} where a.id = $1::bigint and a.active`, [actorId]);
  if (row === undefined) return null;
  const actor = actorOf(row);
  if (!holds(actor, needs)) return null;
  const account = {
    accessAllCustomers: row.access_all_customers,
    canEditItemPrice: row.can_edit_item_price,
    canCreateCustomer: row.can_create_customer,
    maxDiscountBasisPoints: row.max_discount_basis_points,
    storeIds: actor.storeIds,
  };
  return { role: { resources: actor.resources, mode: actor.assistMode }, account };
}

/** Asked after a change and before its commit: a refusal takes the change back with its transaction. */
export async function lockoutRefusal(unit: Unit): Promise<Refusal | null> {
  const rows = await unit.query<RightsColumns>(`select ${RIGHTS_COLUMNS} from role r where exists (select 1 from staff a where a.role_id = r.id and a.active)`);
  return rows.some((row) => isAdministrator(rightsOf(row))) ? null : { code: 'last-administrator' };
}
