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
  staff: { name: string; isPrimary: boolean }[];
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
