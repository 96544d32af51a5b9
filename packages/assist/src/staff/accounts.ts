import type { AccountRights, Locale, RoleRights } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import { RIGHTS_COLUMNS, rightsOf, type RightsColumns } from './rights.ts';

/** What administrators set on a staff account (A3). */
export interface StaffFields {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  active: boolean;
  roleId: string;
  groupId: string;
  storeIds: readonly number[];
  language: Locale;
  timeZone: string;
  accessAllCustomers: boolean;
  canEditItemPrice: boolean;
  canCreateCustomer: boolean;
  /** Null: the group's, or the shop's. */
  commissionBasisPoints: number | null;
  /** Null: no limit. */
  maxDiscountBasisPoints: number | null;
  orderConfirmationCopy: boolean;
  /** The customer account that is the actor's own, never to be entered by him (B1). */
  ownCustomerId: string | null;
}

export interface StaffAccountRecord extends StaffFields {
  id: string;
  name: string;
  roleName: string;
  groupName: string;
  ownCustomerName: string;
  roleRights: RoleRights;
}

interface StaffRow extends RightsColumns {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
  phone: string;
  active: boolean;
  role_id: string;
  role_name: string;
  group_id: string;
  group_name: string;
  store_ids: number[];
  language: Locale;
  time_zone: string;
  access_all_customers: boolean;
  can_edit_item_price: boolean;
  can_create_customer: boolean;
  commission_basis_points: number | null;
  max_discount_basis_points: number | null;
  order_confirmation_copy: boolean;
  own_customer_id: string | null;
  own_customer_name: string | null;
  sort_last: string;
  sort_first: string;
}

const STAFF_SQL = `
select a.id::text as id, a.first_name, a.last_name, a.email, a.phone, a.active, r.id::text as role_id, r.name as role_name, ${RIGHTS_COLUMNS},
  g.id::text as group_id, g.name as group_name, array(select st.store_id::integer from staff_store st where st.staff_id = a.id order by 1) as store_ids,
  a.language, a.time_zone, a.access_all_customers, a.can_edit_item_price, a.can_create_customer, a.commission_basis_points,
  a.max_discount_basis_points, a.order_confirmation_copy, a.own_customer_id::text as own_customer_id,
  c.first_name || ' ' || c.last_name as own_customer_name, lower(a.last_name) as sort_last, lower(a.first_name) as sort_first
from staff a join role r on r.id = a.role_id join staff_group g on g.id = a.staff_group_id left join shop_port.customer c on c.id = a.own_customer_id`;

function staffOf(row: StaffRow): StaffAccountRecord {
  return {
    id: row.id,
    name: `${row.first_name} ${row.last_name}`,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    phone: row.phone,
    active: row.active,
    roleId: row.role_id,
    roleName: row.role_name,
    roleRights: rightsOf(row),
    groupId: row.group_id,
    groupName: row.group_name,
    storeIds: row.store_ids,
    language: row.language,
    timeZone: row.time_zone,
    accessAllCustomers: row.access_all_customers,
    canEditItemPrice: row.can_edit_item_price,
    canCreateCustomer: row.can_create_customer,
    commissionBasisPoints: row.commission_basis_points,
    maxDiscountBasisPoints: row.max_discount_basis_points,
    orderConfirmationCopy: row.order_confirmation_copy,
    ownCustomerId: row.own_customer_id,
    ownCustomerName: row.own_customer_name ?? '',
  };
}

export async function staffById(unit: Unit, id: string): Promise<StaffAccountRecord | null> {
  const [row] = await unit.query<StaffRow>(`${STAFF_SQL} where a.id = $1::bigint`, [id]);
  return row === undefined ? null : staffOf(row);
}

/** The rights of an account beside its role's. */
export function accountRightsOf(fields: Pick<StaffFields, 'accessAllCustomers' | 'canEditItemPrice' | 'canCreateCustomer' | 'maxDiscountBasisPoints' | 'storeIds'>): AccountRights {
  const { accessAllCustomers, canEditItemPrice, canCreateCustomer, maxDiscountBasisPoints, storeIds } = fields;
  return { accessAllCustomers, canEditItemPrice, canCreateCustomer, maxDiscountBasisPoints, storeIds: new Set(storeIds) };
}

export interface StaffFilters {
  text: string;
  active: boolean | null;
  roleId: string | null;
  groupId: string | null;
}

export interface StaffPage {
  rows: StaffAccountRecord[];
  next: string | null;
}

/** Staff accounts by name (A3); the text is looked for in name, e-mail and phone, as it stands. */
export async function searchStaff(unit: Unit, { filters, after, limit }: { filters: StaffFilters; after: string | null; limit: number }): Promise<StaffPage> {
  const place = placeOf(after);
  const rows = await unit.query<StaffRow>(
    `${STAFF_SQL} where ($1 = '' or position(lower($1) in lower(a.first_name || ' ' || a.last_name || ' ' || a.email || ' ' || a.phone)) > 0)
       and ($2::boolean is null or a.active = $2) and ($3::bigint is null or a.role_id = $3) and ($4::bigint is null or a.staff_group_id = $4)
       and ($5::text is null or (lower(a.last_name), lower(a.first_name), a.id) > ($5, $6, $7::bigint))
     order by lower(a.last_name), lower(a.first_name), a.id limit $8`,
    [filters.text, filters.active, filters.roleId, filters.groupId, place?.[0] ?? null, place?.[1] ?? null, place?.[2] ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify([last.sort_last, last.sort_first, last.id])).toString('base64url') : null;
  return { rows: shown.map(staffOf), next };
}

function placeOf(cursor: string | null): [string, string, string] | null {
  if (cursor === null) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return null;
    const [last, first, id] = parsed.map(String);
    return last !== undefined && first !== undefined && /^[1-9][0-9]{0,17}$/.test(id ?? '') ? [last, first, id ?? ''] : null;
  } catch {
    return null; // not one of ours: the first page
  }
}
