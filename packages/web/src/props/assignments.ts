import type { ImportState } from './catalog.ts';
import type { CustomerFrame } from './customers.ts';
import type { Paging, Problem } from './shared.ts';
import type { Choice } from './staff-admin.ts';

/** Customer Information › Assigned staff (A5). */
export interface AdminCustomerStaffProps {
  frame: CustomerFrame;
  /** The primary one first. */
  assigned: { id: string; name: string; isPrimary: boolean }[];
  people: Choice[];
  /** "Can customer have multiple staff". */
  multiple: boolean;
  mayAssign: boolean;
  typed: { staff: string };
  problems: Problem[];
}

export interface AssignmentRow {
  id: string;
  externalId: string;
  name: string;
  company: string;
  email: string;
  groupName: string;
  storeName: string;
  staff: { name: string; href: string; isPrimary: boolean }[];
}

/** Staff › Assignments (A5). */
export interface AdminAssignmentsProps {
  rows: AssignmentRow[];
  filters: { q: string; group: string; store: string; assigned: string };
  /** Where in the list the page is, to come back to it. */
  after: string;
  stores: Choice[];
  groups: Choice[];
  people: Choice[];
  multiple: boolean;
  /** The list can't be complete: asks to refine. */
  incomplete: boolean;
  /** Ticked in a form that was refused. */
  chosen: string[];
  typed: { staff: string; kind: string };
  problems: Problem[];
  importing: ImportState;
  paging: Paging;
}

export type StaffSection = 'account' | 'customers' | 'deputies' | 'security';

/** What every section of one staff account shows around itself. */
export interface StaffFrame {
  id: string;
  name: string;
  /** The list the viewer came from and may open. */
  parent: 'staff' | 'assignments';
  sections: { key: StaffSection; href: string; current: boolean }[];
}

/** Staff › All Staff › account › Assigned customers (A5). */
export interface AdminStaffCustomersProps {
  frame: StaffFrame;
  rows: { id: string; externalId: string; name: string; company: string; email: string; storeName: string; isPrimary: boolean }[];
  query: string;
  multiple: boolean;
  mayAssign: boolean;
  typed: { customer: string };
  problems: Problem[];
  paging: Paging;
}

/** Staff › All Staff › account › Deputy (A5). */
export interface AdminStaffDeputiesProps {
  frame: StaffFrame;
  /** The absent colleague's: the days are counted in it. */
  timeZone: string;
  deputies: { id: string; name: string; isActive: boolean; from: string; to: string; state: 'coming' | 'now' | 'over' }[];
  people: Choice[];
  mayAssign: boolean;
  typed: { deputy: string; from: string; to: string };
  problems: Problem[];
}
