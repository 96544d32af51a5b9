import type { Money } from '@onbehalf/core';
import type { Address, AssistEntry, OrderStatus, Paging, Problem, Typed } from './shared.ts';
import type { CompanyColleagues } from './company.ts';
import type { Choice } from './staff-admin.ts';
import type { CustomerRow } from './staff.ts';

export type CustomerStatus = 'active' | 'inactive' | 'blocked' | 'suspended';

/** One account in the administrators' list (F3). */
export interface AdminCustomerRow {
  id: string;
  href: string;
  externalId: string;
  name: string;
  company: string;
  email: string;
  groupName: string;
  websiteName: string;
  status: CustomerStatus;
  consent: 'given' | 'missing' | 'not-needed';
  /** The primary one first. */
  staff: string[];
  lastOrderAt: Date | null;
  entry: AssistEntry | null;
}

export interface AdminCustomersProps {
  rows: AdminCustomerRow[];
  filters: { query: string; website: string; store: string; group: string; status: string; consent: string };
  websites: Choice[];
  stores: Choice[];
  groups: Choice[];
  /** The list can't be complete: asks to refine. */
  incomplete: boolean;
  /** Null without the right to create customers. */
  createHref: string | null;
  paging: Paging;
}

export type CustomerSection = 'view' | 'information' | 'addresses' | 'orders' | 'staff';

/** What every section of "Customer Information" shows around itself. */
export interface CustomerFrame {
  id: string;
  name: string;
  sections: { key: CustomerSection; href: string; current: boolean }[];
  entry: AssistEntry | null;
}

/** One account as staff look at it (A9, "Customer View"). */
export interface CustomerOverview {
  id: string;
  externalId: string;
  name: string;
  company: string;
  email: string;
  phone: string;
  vatNumber: string;
  groupName: string;
  websiteName: string;
  storeName: string;
  status: CustomerStatus;
  confirmedAt: Date | null;
  createdAt: Date;
  lastLoginAt: Date | null;
  newsletter: boolean;
  consent: {
    state: 'given' | 'missing' | 'not-needed';
    /** Newest first. By: the member of staff who answered for the customer. */
    history: { answer: 'given' | 'refused'; at: Date; until: Date | null; by: string | null }[];
  };
  addresses: (Address & { isDefault: boolean; isDefaultBilling: boolean })[];
  carts: { storeName: string; changedAt: Date; pieces: number; lines: { sku: string; name: string; quantity: number; edited: boolean }[] }[];
  orders: CustomerOrder[];
  /** Who helped and when. */
  visits: { id: string; actorName: string; startedAt: Date; endedAt: Date | null; reason: string }[];
}

export interface CustomerOrder {
  number: string;
  /** Null where the reader may not open it. */
  href: string | null;
  placedAt: Date;
  total: Money;
  status: OrderStatus;
  /** Who of the staff placed it; null: the customer alone. */
  placedBy: string | null;
}

export interface AdminCustomerProps {
  frame: CustomerFrame;
  customer: CustomerOverview;
  /** Null where the customer buys for no company (G2). */
  colleagues: CompanyColleagues | null;
}

export interface AdminCustomerInformationProps {
  frame: CustomerFrame;
  typed: Typed;
  websiteName: string;
  stores: Choice[];
  groups: Choice[];
  /** Company, VAT number and group are the company's (G2). */
  ofCompany: boolean;
  consent: {
    /** '' where the customer never answered. */
    value: '' | '1' | '0';
    isAnswered: boolean;
    /** Every reason why it can't be set here; empty: it can. */
    reasons: Problem[];
    since: { answer: 'given' | 'refused'; at: Date; by: string | null } | null;
  };
  problems: Problem[];
}

export interface AdminCustomerAddressesProps {
  frame: CustomerFrame;
  addresses: (Address & { isDefault: boolean; isDefaultBilling: boolean })[];
}

export interface AdminCustomerAddressProps {
  frame: CustomerFrame;
  /** Null for a new one. */
  addressId: string | null;
  typed: Typed;
  countries: { code: string; name: string }[];
  problems: Problem[];
}

export interface AdminCustomerOrdersProps {
  frame: CustomerFrame;
  orders: CustomerOrder[];
  paging: Paging;
}

/** A10: in the portal and in admin alike. */
export interface NewCustomerProps {
  action: string;
  backHref: string;
  stores: Choice[];
  groups: Choice[];
  countries: { code: string; name: string }[];
  typed: Typed;
  problems: Problem[];
}

/** Registration in the shop (G2). */
export interface RegisterProps {
  /** Where the mail went; null: still to fill in. */
  sentTo: string | null;
  typed: Typed;
  problems: Problem[];
}

export interface ConfirmAccountProps {
  token: string;
  /** Null: the link may still be good. */
  over: Problem | null;
}

export interface CustomerPriceView {
  /** "Customer Price", a price list's own name. */
  source: string;
  /** Null: a whole category. */
  sku: string | null;
  name: string;
  /** Lowest quantity it is for. */
  from: number;
  /** One of the two. */
  price: Money | null;
  percentOff: string | null;
}

/** The customer page of the portal (A9). */
export interface StaffCustomerProps {
  customer: CustomerOverview;
  /** Null where the customer buys for no company (G2). */
  colleagues: CompanyColleagues | null;
  row: CustomerRow;
  prices: { rows: CustomerPriceView[]; isCut: boolean };
  notes: { id: string; kind: 'note' | 'visit'; at: Date; staffName: string; fromInside: boolean; text: string }[];
  typed: Typed;
  problems: Problem[];
}
