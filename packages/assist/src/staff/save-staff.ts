import { RESOURCE, accountBeyond, err, includesRights, isLocale, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import type { Origin } from '../record/record.ts';
import { accountRightsOf, staffById, type StaffAccountRecord, type StaffFields } from './accounts.ts';
import { lockRights, lockoutRefusal, seesEverybody, type OwnRights } from './rights.ts';
import { roleById } from './roles.ts';
import { endSessionsWithoutFactor, endStaffSessions } from './staff-sessions.ts';

export interface StaffSaved {
  before: StaffAccountRecord | null;
  after: StaffAccountRecord;
}

export interface CreateStaff {
  actorId: string;
  fields: StaffFields;
  /** Of a password that nobody knows: the real one is chosen by invitation. */
  passwordHash: string;
}

/** A new account. Nobody chooses or sees its password but its owner. */
export async function createStaff(unit: Unit, { actorId, fields, passwordHash }: CreateStaff): Promise<Result<StaffSaved, Refusal[]>> {
  const own = await lockRights(unit, { actorId, needs: RESOURCE.staffAccounts });
  if (own === null) return err([{ code: 'forbidden' }]);
  const refusals = [...(await fieldRefusals(unit, fields, null)), ...(await givenRefusals(unit, own, { actorId, before: null, fields }))];
  if (refusals.length > 0) return err(refusals);
  const [made] = await unit.query<{ id: string }>(
    `insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash) values ($1, $2, $3, $4::bigint, $5::bigint, $6) returning id::text as id`,
    [fields.firstName, fields.lastName, fields.email, fields.roleId, fields.groupId, passwordHash],
  );
  const id = made?.id ?? '';
  await writeFields(unit, id, fields);
  return saved(unit, id, null);
}

export interface SaveStaff {
  actorId: string;
  id: string;
  fields: StaffFields;
  now: Date;
  origin: Origin;
}

/** Changes an account. One with more rights than one's own is not touched: its e-mail address is the way to its password. */
export async function saveStaff(unit: Unit, { actorId, id, fields, now, origin }: SaveStaff): Promise<Result<StaffSaved, Refusal[]>> {
  const own = await lockRights(unit, { actorId, needs: RESOURCE.staffAccounts });
  if (own === null) return err([{ code: 'forbidden' }]);
  const before = await staffById(unit, id);
  if (before === null) return err([{ code: 'staff-not-found' }]);
  if (isStaffAbove(own, before)) return err([{ code: 'rights-beyond-own' }]);
  const refusals = [...(await fieldRefusals(unit, fields, id)), ...(await givenRefusals(unit, own, { actorId, before, fields }))];
  if (refusals.length > 0) return err(refusals);
  await writeFields(unit, id, fields);
  const lockout = await lockoutRefusal(unit);
  if (lockout !== null) return err([{ ...lockout, field: fields.active ? 'role' : 'active' }]);
  if (before.email !== fields.email || !fields.active) await unit.query(`update password_reset set used_at = $2 where person_kind = 'staff' and person_id = $1::bigint and used_at is null`, [id, now]);
  await endSessionsWithoutFactor(unit, { roleId: null, staffId: id, now, origin });
  // At once, and not when they are next used: nobody inactive stays inside an account (B9).
  if (before.active && !fields.active) await endStaffSessions(unit, { staffId: id, reason: 'actor-deactivated', keep: null, now, origin });
  return saved(unit, id, before);
}

/** Has an account rights that its viewer lacks? Then it is shown, and closed. */
export function isStaffAbove(own: OwnRights, account: StaffAccountRecord): boolean {
  if (own.role.resources === 'all') return false;
  return !includesRights(own.role, account.roleRights) || accountBeyond(own.account, null, accountRightsOf(account)).length > 0;
}

async function fieldRefusals(unit: Unit, fields: StaffFields, id: string | null): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  if (fields.firstName === '') refusals.push({ code: 'staff-name-missing', field: 'firstName' });
  if (fields.lastName === '') refusals.push({ code: 'staff-name-missing', field: 'lastName' });
  if (!isEmail(fields.email)) refusals.push({ code: 'staff-email-invalid', field: 'email' });
  if (!isTimeZone(fields.timeZone)) refusals.push({ code: 'staff-time-zone-unknown', field: 'timeZone' });
  if (!isLocale(fields.language)) refusals.push({ code: 'invalid-input', field: 'language' });
  const [known] = await unit.query<{ taken: boolean; grouped: boolean; stores: number; customer: boolean }>(
    `select exists (select 1 from staff where email = $1 and id is distinct from $2::bigint) as taken,
       exists (select 1 from staff_group where id = $3::bigint) as grouped,
       (select count(*)::integer from shop_port.store where id = any ($4::smallint[])) as stores,
       $5::bigint is null or exists (select 1 from shop_port.customer where id = $5::bigint) as customer`,
    [fields.email, id, numeric(fields.groupId), fields.storeIds, fields.ownCustomerId],
  );
  if (known?.taken === true) refusals.push({ code: 'staff-email-taken', field: 'email' });
  if (known?.grouped !== true) refusals.push({ code: 'staff-group-not-found', field: 'group' });
  if (known?.stores !== new Set(fields.storeIds).size) refusals.push({ code: 'store-unavailable', field: 'stores' });
  if (known?.customer !== true) refusals.push({ code: 'staff-own-customer-unknown', field: 'ownCustomer' });
  return refusals;
}

const FIELD_OF = { accessAllCustomers: 'accessAllCustomers', canEditItemPrice: 'canEditItemPrice', canCreateCustomer: 'canCreateCustomer', maxDiscountBasisPoints: 'maxDiscount', storeIds: 'stores' } as const;

/** F2: neither by a role nor beside it does anybody give what he doesn't have. Keeping what is there is not giving. */
async function givenRefusals(unit: Unit, own: OwnRights, { actorId, before, fields }: { actorId: string; before: StaffAccountRecord | null; fields: StaffFields }): Promise<Refusal[]> {
  const role = await roleById(unit, numeric(fields.roleId) ?? '0');
  if (role === null) return [{ code: 'role-not-found', field: 'role' }];
  const refusals: Refusal[] = includesRights(own.role, role.rights) ? [] : [{ code: 'rights-beyond-own', field: 'role' }];
  if (own.role.resources === 'all') return refusals;
  if (before?.groupId !== fields.groupId && !seesEverybody(own) && (await isLeadOf(unit, actorId, fields.groupId))) refusals.push({ code: 'rights-beyond-own', field: 'group' });
  const beyond = accountBeyond(own.account, before === null ? null : accountRightsOf(before), accountRightsOf(fields));
  return [...refusals, ...beyond.map((name): Refusal => ({ code: 'rights-beyond-own', field: FIELD_OF[name] }))];
}

// The lead enters the group's customers: nobody moves a colleague, and with him his customers, to where he leads (P11).
async function isLeadOf(unit: Unit, actorId: string, groupId: string): Promise<boolean> {
  const led = await unit.query('select 1 from staff_group where id = $1::bigint and lead_staff_id = $2::bigint', [numeric(groupId), actorId]);
  return led.length > 0;
}

function numeric(id: string): string | null {
  return /^[1-9][0-9]{0,17}$/.test(id) ? id : null;
}

const EMAIL = /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]{1,189}$/;

const isEmail = (text: string): boolean => EMAIL.test(text) && text === text.toLowerCase();

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

async function writeFields(unit: Unit, id: string, fields: StaffFields): Promise<void> {
  await unit.query(
    `update staff set first_name = $2, last_name = $3, email = $4, phone = $5, active = $6, role_id = $7::bigint, staff_group_id = $8::bigint, language = $9, time_zone = $10,
       access_all_customers = $11, can_edit_item_price = $12, can_create_customer = $13, commission_basis_points = $14, max_discount_basis_points = $15,
       order_confirmation_copy = $16, own_customer_id = $17::bigint where id = $1::bigint`,
    [
      id, fields.firstName, fields.lastName, fields.email, fields.phone, fields.active, fields.roleId, fields.groupId, fields.language, fields.timeZone, fields.accessAllCustomers,
      fields.canEditItemPrice, fields.canCreateCustomer, fields.commissionBasisPoints, fields.maxDiscountBasisPoints, fields.orderConfirmationCopy, fields.ownCustomerId,
    ],
  );
  await unit.query('delete from staff_store where staff_id = $1::bigint and store_id <> all ($2::smallint[])', [id, fields.storeIds]);
  await unit.query('insert into staff_store (staff_id, store_id) select $1::bigint, s from unnest($2::smallint[]) s on conflict do nothing', [id, fields.storeIds]);
}

async function saved(unit: Unit, id: string, before: StaffAccountRecord | null): Promise<Result<StaffSaved, Refusal[]>> {
  const after = await staffById(unit, id);
  if (after === null) throw new Error('A staff account just saved has no row');
  return ok({ before, after });
}
