/** Rows as the look-ups give them, and what callers are made of them. */
import { RESOURCE, actorId, subjectId, type AssistMode, type Locale } from '@onbehalf/core';
import type { Actor, Subject } from '../caller.ts';
import type { Store } from '../ports.ts';

export interface ActorColumns {
  actor_id: string;
  actor_first_name: string;
  actor_last_name: string;
  actor_email: string;
  actor_active: boolean;
  actor_language: Locale;
  actor_time_zone: string;
  role_id: string;
  role_name: string;
  resources_mode: 'all' | 'custom';
  role_assist_mode: AssistMode;
  resources: string[];
  group_id: string;
  group_name: string;
  store_ids: number[];
  access_all_customers: boolean;
  can_edit_item_price: boolean;
  can_create_customer: boolean;
  max_discount_basis_points: number | null;
  commission_basis_points: number | null;
  order_confirmation_copy: boolean;
  own_customer_id: string | null;
  actor_epoch: bigint;
  actor_key: Buffer;
}

/** Select list for ActorColumns over staff a, role r, staff_group g. */
export const ACTOR_COLUMNS = `
  a.id::text as actor_id, a.first_name as actor_first_name, a.last_name as actor_last_name, a.email as actor_email,
  a.active as actor_active, a.language as actor_language, a.time_zone as actor_time_zone,
  r.id::text as role_id, r.name as role_name, r.resources_mode, r.assist_mode as role_assist_mode,
  array(select rr.resource from role_resource rr where rr.role_id = r.id) as resources,
  g.id::text as group_id, g.name as group_name,
  array(select st.store_id::integer from staff_store st where st.staff_id = a.id) as store_ids,
  a.access_all_customers, a.can_edit_item_price, a.can_create_customer, a.max_discount_basis_points,
  coalesce(a.commission_basis_points, g.commission_basis_points) as commission_basis_points,
  a.order_confirmation_copy, a.own_customer_id::text as own_customer_id, a.epoch as actor_epoch, a.record_key as actor_key`;

export const ACTOR_JOINS = 'join role r on r.id = a.role_id join staff_group g on g.id = a.staff_group_id';

export function actorOf(row: ActorColumns): Actor {
  return {
    id: actorId(row.actor_id),
    name: `${row.actor_first_name} ${row.actor_last_name}`,
    firstName: row.actor_first_name,
    email: row.actor_email,
    language: row.actor_language,
    timeZone: row.actor_time_zone,
    roleId: row.role_id,
    roleName: row.role_name,
    groupId: row.group_id,
    groupName: row.group_name,
    resources: row.resources_mode === 'all' ? 'all' : new Set(row.resources),
    assistMode: row.role_assist_mode,
    storeIds: new Set(row.store_ids),
    accessAllCustomers: row.access_all_customers,
    // The account's switch and the role's right, both (A10, C1, F2).
    canEditItemPrice: row.can_edit_item_price && (row.resources_mode === 'all' || row.resources.includes(RESOURCE.editItemPrice)),
    canCreateCustomer: row.can_create_customer && (row.resources_mode === 'all' || row.resources.includes(RESOURCE.createCustomer)),
    maxDiscountBasisPoints: row.max_discount_basis_points,
    commissionBasisPoints: row.commission_basis_points,
    orderConfirmationCopy: row.order_confirmation_copy,
    epoch: row.actor_epoch,
    recordKey: row.actor_key,
  };
}

export interface SubjectColumns {
  subject_id: string;
  subject_first_name: string;
  subject_last_name: string;
  subject_email: string;
  subject_company: string;
  subject_website_id: number;
  subject_store_id: number;
  subject_group_id: string;
  subject_status: 'active' | 'inactive' | 'blocked' | 'suspended';
  subject_confirmed: boolean;
  subject_is_staff: boolean;
  subject_epoch: bigint;
  subject_key: Buffer;
  subject_last_ip: string | null;
  consent_answer: 'given' | 'refused' | null;
  consent_scope: AssistMode | null;
  consent_valid_until: Date | null;
  /** True or false for an assignment, null without one. */
  assigned_primary: boolean | null;
  /** Of a member of a group that the actor leads, true where it is the primary one; null where it is nobody's of them (A4). */
  assigned_in_group: boolean | null;
  /** Absences of colleagues whose customer this is and for whom the actor stands in, from today on; null without one (A5). */
  stands_in: StandsIn[] | null;
}

export interface StandsIn {
  name: string;
  isPrimary: boolean;
  begins: number;
  ends: number;
}

// Days become moments in the absent colleague's time zone; whether it is one of them is for the moment asked about.
const STANDS_IN = `(select jsonb_agg(jsonb_build_object('name', ab.first_name || ' ' || ab.last_name, 'isPrimary', ds.is_primary,
    'begins', floor(extract(epoch from d.from_day::timestamp at time zone ab.time_zone) * 1000)::bigint,
    'ends', floor(extract(epoch from (d.to_day + 1)::timestamp at time zone ab.time_zone) * 1000)::bigint) order by d.id)
  from staff_deputy d join staff ab on ab.id = d.staff_id join customer_staff ds on ds.staff_id = d.staff_id and ds.customer_id = c.id
  where d.deputy_id = a.id)`;

const IN_GROUP = `(select bool_or(ls.is_primary) from customer_staff ls join staff lm on lm.id = ls.staff_id join staff_group lg on lg.id = lm.staff_group_id
  where ls.customer_id = c.id and lg.lead_staff_id = a.id)`;

const PERSON_COLUMNS = `
  c.id::text as subject_id, c.first_name as subject_first_name, c.last_name as subject_last_name, c.email as subject_email,
  c.company as subject_company, c.website_id as subject_website_id, c.store_id as subject_store_id,
  c.customer_group_id::text as subject_group_id, c.status as subject_status, c.confirmed_at is not null as subject_confirmed,
  (exists (select 1 from staff x where x.own_customer_id = c.id) or exists (select 1 from staff x where x.email = c.email)) as subject_is_staff,
  c.epoch as subject_epoch, c.record_key as subject_key, c.last_ip as subject_last_ip,
  con.answer as consent_answer, con.scope as consent_scope, con.valid_until as consent_valid_until`;

/** Select list for SubjectColumns over customer c and SUBJECT_JOINS, the actor being a. */
export const SUBJECT_COLUMNS = `${PERSON_COLUMNS}, cs.is_primary as assigned_primary, ${IN_GROUP} as assigned_in_group, ${STANDS_IN} as stands_in`;

/** The same over customer c and his consent con, where nobody acts. */
export const SUBJECT_ALONE_COLUMNS = `${PERSON_COLUMNS}, null::boolean as assigned_primary, null::boolean as assigned_in_group, null::jsonb as stands_in`;

export const SUBJECT_JOINS = `left join consent con on con.customer_id = c.id and con.superseded_at is null
  left join customer_staff cs on cs.customer_id = c.id and cs.staff_id = a.id`;

export function subjectOf(row: SubjectColumns): Subject {
  return {
    id: subjectId(row.subject_id),
    name: `${row.subject_first_name} ${row.subject_last_name}`,
    firstName: row.subject_first_name,
    lastName: row.subject_last_name,
    email: row.subject_email,
    company: row.subject_company,
    websiteId: row.subject_website_id,
    groupId: row.subject_group_id,
    epoch: row.subject_epoch,
    recordKey: row.subject_key,
    lastIp: row.subject_last_ip,
  };
}

/** A store view as jsonb, so that one statement can carry it beside people. */
export const STORE_JSON = `jsonb_build_object('id', st.id, 'code', st.code, 'websiteId', st.website_id, 'websiteName', w.name,
  'name', st.name, 'base', st.base, 'locale', st.locale, 'currency', st.currency, 'pricesIncludeTax', st.prices_include_tax,
  'country', st.country, 'timeZone', st.time_zone, 'active', st.active)`;

/** The actor's store views, of websites in order; the actor being a. */
export const STORES_OF_ACTOR_JSON = `coalesce((select jsonb_agg(${STORE_JSON} order by st.website_id, st.id)
  from staff_store ss join shop_port.store st on st.id = ss.store_id join shop_port.website w on w.id = st.website_id where ss.staff_id = a.id), '[]'::jsonb)`;

export interface SettingRow {
  path: string;
  scope: 'default' | 'website' | 'store';
  scopeId: number;
  value: unknown;
}

/** Every stored setting: few rows, because only what differs from the default is stored. */
export const SETTINGS_JSON = `coalesce((select jsonb_agg(jsonb_build_object('path', path, 'scope', scope, 'scopeId', scope_id,
  'value', value)) from setting_value), '[]'::jsonb)`;

export interface RequestColumns {
  settings: SettingRow[];
  store: Store | null;
}
