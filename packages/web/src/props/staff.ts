import type { Money, PaymentState } from '@onbehalf/core';
import type { CommissionView, OrderStatus, OrderView, Paging, Problem, StartQuestions, Typed } from './shared.ts';

/** One check of the start list (B1): the same list as the API's `explain`. */
export interface CheckView {
  code: string;
  outcome: 'pass' | 'fail' | 'skipped';
  /** What the check asks for, or why it fails. */
  text: string;
  remedy: string | null;
}

export interface StaffLoginProps {
  next: string;
  problems: Problem[];
  typed: Typed;
  demoAccounts: { name: string; email: string; what: string }[];
  demoPassword: string | null;
}

export interface StaffDashboardProps {
  firstName: string;
  /** Right after an exit: what was done in the session (B6). */
  receipt: ReceiptProps | null;
  /** The customer the actor is in at this moment. */
  inside: { name: string; href: string; secondsLeft: number } | null;
  /** Customers seen last. */
  recentCustomers: CustomerRow[];
  openCarts: { customerName: string; customerId: string; storeName: string; pieces: number; changedAt: Date }[];
  recentOrders: MyOrderRow[];
  /** One entry per currency the actor sold in. */
  commission: { currency: string; month: Money; year: Money; lastYear: Money; /** Placed and not yet earned (D4). */ pending: Money }[];
  /** Twelve months, oldest first, in the actor's main currency; a chart against the year before. */
  chart: { currency: string; months: { label: string; thisYear: bigint; lastYear: bigint }[] };
  needsMe: { text: string; href: string }[];
}

export interface CustomerRow {
  id: string;
  externalId: string;
  name: string;
  company: string;
  email: string;
  groupName: string;
  storeName: string;
  openCart: { pieces: number } | null;
  lastOrderAt: Date | null;
  consent: 'given' | 'missing' | 'not-needed';
  status: 'active' | 'inactive' | 'blocked' | 'suspended';
  /** Absent colleagues whose customer this is and for whom the viewer stands in (A5). */
  standsInFor: string[];
  /** All reasons why the account can't be entered; empty: it can. */
  reasons: Problem[];
  /** The start needs a word first (reason, store, switch, colleague inside): the button opens the page that asks. */
  asks: boolean;
}

export interface CustomersProps {
  query: string;
  filters: { group: string; store: string; lastOrder: string; cart: string; consent: string };
  groups: { code: string; name: string }[];
  stores: { code: string; name: string }[];
  /** Null before a search, where the shop shows none then. */
  rows: CustomerRow[] | null;
  tooShort: boolean;
  /** The list can't be complete: asks to refine. */
  incomplete: boolean;
  /** Null where this member of staff can't create customers, or the shop doesn't let staff (A10). */
  createHref: string | null;
  /** Null where counting would be slow. */
  total: number | null;
  paging: Paging;
}

/** Asked before the start, only when something must be asked or told (A8). */
export interface StartAssistProps extends StartQuestions {
  /** Null: the viewer may not see who it is, only why not. */
  customer: CustomerRow | null;
  checks: CheckView[];
  canStart: boolean;
  /** Where consent is all that is missing and may be asked for (B10); `asked`: by this actor, still open. */
  consentRequest: { asked: { at: Date } | null } | null;
  problems: Problem[];
  typed: Typed;
  /** Where in the store to arrive. */
  next: string;
  /** The page it was asked on: exit leads back there (B6). */
  from: string;
  /** The token of the link in a mail that led here, else null; the start uses it (B18). */
  link: string | null;
  /** Where a link may be mailed from, for those with the right. */
  linkHref: string | null;
}

/** On the way to a store on another origin: the form that makes the ticket, sent by its script or by hand (B3). */
export interface StaffHandoffProps {
  id: string;
  /** Digest of what the store gave this browser. */
  nonce: string;
  storeName: string;
  backHref: string;
}

/** A login link, to whom (B18). */
export interface LinkFormProps {
  customer: { id: string; name: string };
  me: { name: string; email: string };
  /** The customer's own member of staff, where that is somebody else. */
  colleague: { name: string; email: string } | null;
  minutes: number;
  to: 'me' | 'assigned';
  problems: Problem[];
}

export interface LinkSentProps {
  id: string;
  customerName: string;
  recipientName: string;
  recipient: string;
  isMine: boolean;
  state: 'waiting' | 'open' | 'used' | 'over';
  expiresAt: Date | null;
  /** Demo without a mail server, for the recipient. */
  canOpenHere: boolean;
}

export interface MyOrderRow {
  number: string;
  href: string;
  /** Whose it is, where a lead looks at the whole team (A4). */
  staffName: string | null;
  customerName: string;
  company: string;
  placedAt: Date;
  total: Money;
  commission: Pick<CommissionView, 'amount' | 'state'>;
  status: OrderStatus;
  /** Null where it isn't paid by a link (D8). */
  payment: PaymentState | null;
}

export interface MyOrdersProps {
  rows: MyOrderRow[];
  /** For a lead: the own orders, or the team's; empty for everybody else. */
  scopes: { scope: 'mine' | 'team'; href: string; current: boolean }[];
  filters: { query: string; status: string; from: string; to: string };
  sort: 'newest' | 'oldest' | 'total' | 'commission' | 'customer';
  csvHref: string;
  paging: Paging;
  sums: { currency: string; total: Money; commission: Money; earned: Money }[];
}

export interface StaffOrderProps {
  order: OrderView;
  backHref: string;
  problems: Problem[];
}

/** After an exit: what was done (B6). */
export interface ReceiptProps {
  subjectName: string;
  subjectId: string;
  storeName: string;
  startedAt: Date;
  endedAt: Date;
  endReason: string;
  orders: { number: string; href: string; total: Money; commission: Money }[];
  priceChanges: { sku: string; name: string; from: Money; to: Money; source: string; at: Date }[];
  edits: { text: string; at: Date }[];
  cart: { pieces: number } | null;
  /** What the cart became between entry and exit, in words (C8). */
  cartChanges: string[];
  cartState: 'kept' | 'as-on-entry' | 'changed-by-others';
  /** Where to put the cart back as on entry; null: it can't be. */
  restore: { action: string; version: number } | null;
}

export interface StaffAccountProps {
  name: string;
  email: string;
  phone: string;
  groupName: string;
  roleName: string;
  language: 'en' | 'de' | 'es';
  timeZone: string;
  timeZones: string[];
  problems: Problem[];
}

/** A price that somebody else has to decide (C5). */
export interface ApprovalView {
  id: string;
  href: string;
  status: 'waiting' | 'approved' | 'declined' | 'void';
  actorName: string;
  customer: { name: string; company: string };
  storeName: string;
  product: { name: string; sku: string; image: string };
  quantity: number;
  /** Of one piece: asked for, and without anybody's edit. */
  price: Money;
  normal: Money;
  difference: { money: Money; percent: string };
  /** Null without the right "See margin" or without a cost. */
  margin: { money: Money; percent: string | null } | null;
  reason: string;
  /** What it is beyond, in words. */
  limits: string[];
  askedAt: Date;
  decided: { by: string; at: Date; comment: string } | null;
  /** Why it can't be decided any more, or not by this reader. */
  stopped: Problem[];
}

export interface ApprovalsProps {
  waiting: ApprovalView[];
  decided: ApprovalView[];
}

export interface ApprovalProps {
  /** Null: there is none, or none for this reader. */
  approval: ApprovalView | null;
  problems: Problem[];
  comment: string;
}
