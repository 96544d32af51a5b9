import type { StaffFrame } from './assignments.ts';
import type { Paging, Problem } from './shared.ts';

export interface RoleRow {
  id: string;
  name: string;
  href: string;
  /** Number of resources, or all of them. */
  resources: number | 'all';
  mode: 'view' | 'shop' | 'full';
  staffCount: number;
}

export interface RolesProps {
  rows: RoleRow[];
}

/** Role Information › Role Info (F2). */
export interface RoleProps {
  /** Null: a new one. */
  id: string | null;
  /** As it is called now, whatever was typed. */
  title: string;
  name: string;
  mode: string;
  secondFactorRequired: boolean;
  staffCount: number;
  /** True: it has rights the viewer doesn't have, so that nothing here can be changed. */
  locked: boolean;
  problems: Problem[];
}

/** A resource to tick, or a branch of them. */
export type ResourceNode =
  | { kind: 'leaf'; id: string; label: string; ticked: boolean; disabled: boolean }
  | { kind: 'branch'; key: string; label: string; children: ResourceNode[] };

/** Role Information › Role Resources (F2). */
export interface RoleResourcesProps {
  id: string;
  title: string;
  value: 'all' | 'custom';
  mayGiveAll: boolean;
  tree: ResourceNode[];
  locked: boolean;
  problems: Problem[];
}

export interface StaffRow {
  id: string;
  name: string;
  href: string;
  email: string;
  roleName: string;
  groupName: string;
  active: boolean;
}

export interface Choice {
  value: string;
  label: string;
}

export interface StaffListProps {
  rows: StaffRow[];
  filters: { q: string; active: string; role: string; group: string };
  roles: Choice[];
  groups: Choice[];
  paging: Paging;
}

/** What a staff account's form shows; as text, so that what was typed comes back (A3). */
export interface StaffAccountFields {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  active: boolean;
  role: string;
  group: string;
  stores: string[];
  language: string;
  timeZone: string;
  accessAllCustomers: boolean;
  canEditItemPrice: boolean;
  canCreateCustomer: boolean;
  commissionRate: string;
  maxDiscount: string;
  orderConfirmationCopy: boolean;
  ownCustomer: string;
}

export interface StaffFormProps {
  /** Its sections; null for a new one. */
  frame: StaffFrame | null;
  /** Null: a new one. */
  id: string | null;
  title: string;
  fields: StaffAccountFields;
  /** The customer account that is the actor's own, by name; empty without one. */
  ownCustomerName: string;
  roles: Choice[];
  groups: Choice[];
  stores: Choice[];
  languages: ('en' | 'de' | 'es')[];
  timeZones: string[];
  locked: boolean;
  problems: Problem[];
}

export interface StaffGroupsProps {
  rows: { id: string; name: string; href: string; isDefault: boolean; leadName: string; staffCount: number }[];
}

export interface StaffGroupProps {
  id: string | null;
  title: string;
  name: string;
  lead: string;
  /** Percent as text. */
  commissionRate: string;
  staff: Choice[];
  isDefault: boolean;
  staffCount: number;
  problems: Problem[];
}
