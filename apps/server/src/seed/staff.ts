import type { Actor, Unit } from '@onbehalf/assist';
import { ACTOR_COLUMNS, ACTOR_JOINS, actorOf, type ActorColumns } from '@onbehalf/assist/session/rows';
import { RESOURCE, type AssistMode, type ResourceId } from '@onbehalf/core';
import { staff, staffGroups, type Staff, type StaffRole } from '../../demo/content/people.ts';
import { basisPointsOf } from './amounts.ts';
import { insertRows, need } from './insert-rows.ts';
import { daysBefore, type SeedFrame } from './seed-frame.ts';

interface RolePlan {
  code: StaffRole;
  name: string;
  mode: AssistMode;
  /** Null holds everything. */
  resources: ResourceId[] | null;
}

const ENTER = RESOURCE.loginAsCustomer;

const ROLES: readonly RolePlan[] = [
  { code: 'administrator', name: 'Administrator', mode: 'full', resources: null },
  { code: 'sales', name: 'Sales', mode: 'full', resources: [ENTER, RESOURCE.editItemPrice, RESOURCE.createCustomer] },
  { code: 'customer-service', name: 'Customer Service', mode: 'full', resources: [ENTER, RESOURCE.editItemPrice, RESOURCE.createCustomer] },
  { code: 'viewer', name: 'View only', mode: 'view', resources: [ENTER] },
  {
    code: 'team-lead',
    name: 'Team lead',
    mode: 'full',
    resources: [
      ENTER, RESOURCE.editItemPrice, RESOURCE.createCustomer, RESOURCE.approvePrices, RESOURCE.viewMargin, RESOURCE.reassignOrders, RESOURCE.assignments,
      RESOURCE.loginAsCustomerLog, RESOURCE.endAssistSessions, RESOURCE.commissionReport, RESOURCE.sessionReport,
    ],
  },
];

/** Sarah has no limit of her own, so that a tutorial's price never meets one (DESIGN: Demo data). */
const WITHOUT_LIMIT: ReadonlySet<string> = new Set(['sarah.johnson@staff.example']);

const STAFF_COLUMNS = `first_name text, last_name text, email text, phone text, role_id bigint, staff_group_id bigint, language text,
  time_zone text, access_all_customers boolean, can_edit_item_price boolean, can_create_customer boolean,
  commission_basis_points integer, max_discount_basis_points integer, order_confirmation_copy boolean, password_hash text,
  created_at timestamptz`;

/** Roles, groups and the twelve accounts; gives every actor by e-mail. */
export async function seedStaff(unit: Unit, frame: SeedFrame): Promise<Map<string, Actor>> {
  const roles = await seedRoles(unit);
  const groups = await insertRows<{ id: string; name: string }>(unit, { into: 'staff_group', columns: 'name text', rows: staffGroups }, 'id::text, name');
  const groupIds = new Map(groups.map(({ id, name }) => [name, id]));
  const rows = staff.map((one) => staffRow(one, frame, { role_id: need(roles, one.role), staff_group_id: need(groupIds, one.group) }));
  const ids = await insertRows<{ id: string; email: string }>(unit, { into: 'staff', columns: STAFF_COLUMNS, rows }, 'id::text, email');
  const idOf = new Map(ids.map(({ id, email }) => [email, id]));
  const places = staff.flatMap(({ email, stores }) => stores.map((store) => ({ staff_id: need(idOf, email), store_id: need(frame.stores, store).id })));
  await insertRows(unit, { into: 'staff_store', columns: 'staff_id bigint, store_id smallint', rows: places });
  for (const { name, lead } of staffGroups) if (lead !== null) await unit.query('update staff_group set lead_staff_id = $2::bigint where id = $1::bigint', [need(groupIds, name), need(idOf, lead)]);
  const actors = await unit.query<ActorColumns>(`select ${ACTOR_COLUMNS} from staff a ${ACTOR_JOINS} order by a.id`);
  return new Map(actors.map((row) => [row.actor_email, actorOf(row)]));
}

async function seedRoles(unit: Unit): Promise<Map<StaffRole, string>> {
  const rows = ROLES.map(({ name, mode, resources }) => ({ name, resources_mode: resources === null ? 'all' : 'custom', assist_mode: mode }));
  const made = await insertRows<{ id: string; name: string }>(unit, { into: 'role', columns: 'name text, resources_mode text, assist_mode text', rows }, 'id::text, name');
  const idOf = new Map(made.map(({ id, name }) => [name, id]));
  const rights = ROLES.flatMap(({ name, resources }) => (resources ?? []).map((resource) => ({ role_id: need(idOf, name), resource })));
  await insertRows(unit, { into: 'role_resource', columns: 'role_id bigint, resource text', rows: rights });
  return new Map(ROLES.map(({ code, name }) => [code, need(idOf, name)]));
}

function staffRow(one: Staff, { passwordHash, now }: SeedFrame, ids: { role_id: string; staff_group_id: string }): object {
  const isLimited = one.canEditItemPrice && !WITHOUT_LIMIT.has(one.email);
  return {
    ...ids,
    first_name: one.firstName,
    last_name: one.lastName,
    email: one.email,
    phone: one.phone,
    language: one.language,
    time_zone: one.timeZone,
    access_all_customers: one.accessAllCustomers,
    can_edit_item_price: one.canEditItemPrice,
    can_create_customer: one.canCreateCustomer,
    commission_basis_points: basisPointsOf(one.commissionRate),
    max_discount_basis_points: isLimited ? one.largestDiscountPercent * 100 : null,
    order_confirmation_copy: one.sendOrderCopy,
    password_hash: passwordHash,
    created_at: daysBefore(now, 400),
  };
}
