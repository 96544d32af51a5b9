import type { Money } from '@onbehalf/core';
import type { BookAddress } from './storefront.ts';
import type { Paging, Problem, Typed } from './shared.ts';
import type { Choice } from './staff-admin.ts';
import type { CustomerStatus } from './customers.ts';

export type CompanyRole = 'administrator' | 'buyer';

/** "Company" under the account (G2). */
export interface CompanyProps {
  /** Null: the account buys for none. */
  company: { name: string; vatNumber: string; role: CompanyRole } | null;
  /** Name, VAT number and addresses. */
  canChange: boolean;
  addresses: BookAddress[];
  /** Null where the reader may not open it. */
  buyersHref: string | null;
  ordersHref: string | null;
  typed: Typed;
  problems: Problem[];
}

export interface CompanyBuyerRow {
  id: string;
  name: string;
  email: string;
  role: CompanyRole;
  state: 'active' | 'inactive' | 'closed-by-shop';
  isSelf: boolean;
}

/** "Buyers" of the company: for its administrators, and never in an assist session (B16). */
export interface CompanyBuyersProps {
  companyName: string;
  buyers: CompanyBuyerRow[];
  invitations: { id: string; name: string; email: string; role: CompanyRole; at: Date }[];
  orderVisibility: 'own' | 'company';
  typed: Typed;
  problems: Problem[];
}

export interface AdminCompaniesProps {
  rows: { id: string; href: string; name: string; vatNumber: string; groupName: string; websiteName: string; buyers: number }[];
  query: string;
  paging: Paging;
}

export interface AdminCompanyBuyer {
  id: string;
  href: string;
  name: string;
  email: string;
  role: CompanyRole;
  status: CustomerStatus;
  isConfirmed: boolean;
  consent: 'given' | 'missing' | 'not-needed';
}

export interface AdminCompanyProps {
  /** Null: a new one. */
  company: { id: string; href: string; name: string; websiteName: string; vat: { number: string; check: { at: Date; by: string } | null }; owes: Money } | null;
  websites: Choice[];
  groups: Choice[];
  buyers: AdminCompanyBuyer[];
  addresses: BookAddress[];
  typed: Typed;
  /** Of the form that adds a buyer. */
  adding: Typed;
  problems: Problem[];
}

/** The others who buy for the same company, as staff see them (A9). */
export interface CompanyColleagues {
  companyName: string;
  /** Null for whoever may not keep companies. */
  href: string | null;
  buyers: AdminCompanyBuyer[];
  /** How many more there are whom the reader may not see (A7). */
  hidden: number;
}
