import type { DocumentKind, Money, PaymentState } from '@onbehalf/core';
import type { AssistEntry, CommissionView, DocumentRow, DocumentView, OrderStatus, OrderView, Paging, Problem, Typed, UnownedReason } from './shared.ts';

export interface AdminOrderRow {
  number: string;
  href: string;
  customerName: string;
  storeName: string;
  placedAt: Date;
  total: Money;
  staffName: string;
  groupName: string;
  commission: Pick<CommissionView, 'amount' | 'state'> | null;
  status: OrderStatus;
  /** Null where it isn't paid by a link (D8). */
  payment: PaymentState | null;
  channel: string;
}

export interface AdminOrdersProps {
  rows: AdminOrderRow[];
  filters: { query: string; staff: string; status: string; payment: string };
  staff: { id: string; name: string }[];
  /** Who orders can be given to; null where the viewer may not reassign (D6). */
  reassignTo: { id: string; name: string }[] | null;
  problems: Problem[];
  /** Numbers ticked in a form that was refused. */
  chosen: string[];
  paging: Paging;
}

export type OrderSection = 'information' | 'invoices' | 'shipments' | 'credit-memos' | 'comments';

export interface AdminOrderItem {
  position: number;
  sku: string;
  name: string;
  options?: string;
  image: string;
  overrideLabel: string | null;
  unit: Money;
  originalUnit: Money | null;
  total: Money;
  ordered: number;
  invoiced: number;
  /** Null for what isn't sent. */
  shipped: number | null;
  refunded: number;
}

export interface AdminOrderProps {
  order: OrderView;
  entry: AssistEntry | null;
  section: OrderSection;
  items: AdminOrderItem[];
  documents: DocumentRow[];
  invoiced: Money;
  refunded: Money;
  /** Why it belongs to nobody; empty where it belongs to somebody (D2). */
  unowned: UnownedReason[];
  /** What can be done with it now; what can't isn't offered. */
  actions: { invoice: boolean; ship: boolean; refund: boolean; cancel: boolean };
  problems: Problem[];
  typed: Typed;
}

/** The page that makes an invoice, a shipment or a credit memo (F3). */
export interface DocumentFormProps {
  kind: DocumentKind;
  order: { number: string; href: string; customerName: string };
  /** `done`: pieces on documents of this kind so far; `open`: how many may still be. */
  lines: { position: number; sku: string; name: string; options?: string; image: string; ordered: number; done: number; open: number; value: string }[];
  /** The shipping that may still be invoiced or refunded; null where there is none. */
  shipping: Money | null;
  currency: string;
  problems: Problem[];
  typed: Typed;
}

export interface AdminDocumentsProps {
  kind: DocumentKind;
  rows: DocumentRow[];
  filters: { number: string; order: string; customer: string; from: string; to: string };
  paging: Paging;
}

export interface AdminDocumentProps {
  document: DocumentView;
  order: OrderView;
  entry: AssistEntry | null;
  problems: Problem[];
  typed: Typed;
}

export type SettingInput =
  | { kind: 'yes-no' }
  | { kind: 'choice'; options: { value: string; label: string }[] }
  | { kind: 'number'; min: number; max: number; unit: string }
  | { kind: 'text' }
  | { kind: 'long-text' }
  | { kind: 'list'; hint: string }
  | { kind: 'many'; options: { value: string; label: string }[] };

export interface SettingField {
  path: string;
  label: string;
  help: string;
  /** Set where the value calls for one, for example PCI above 900 s. */
  note: string | null;
  input: SettingInput;
  /** As text; lists one entry a line; yes-no "1" or "0". */
  value: string;
  inherited: boolean;
  /** Where an inherited value comes from. */
  inheritedFrom: string;
  changed: boolean;
  scopes: ('default' | 'website' | 'store')[];
  /** False: the setting does not exist at the scope looked at and is shown read only. */
  editable: boolean;
  changedBy: { name: string; at: Date } | null;
  problem: Problem | null;
}

export interface ConfigurationProps {
  sections: { tab: string; items: { id: string; label: string; href: string; current: boolean }[] }[];
  title: string;
  scope: string;
  scopes: { value: string; label: string; depth: 0 | 1 | 2; current: boolean; href: string }[];
  search: string;
  fields: SettingField[];
  problems: Problem[];
  typed: Typed;
  saved: boolean;
}

export interface ActionLogRow {
  id: string;
  at: Date;
  /** A sentence: "Sarah Johnson changed the price of SKU-1001 from $95.00 to $80.00 for John Doe". */
  sentence: string;
  group: string;
  action: string;
  actor: string;
  subject: string;
  store: string;
  result: 'done' | 'refused' | 'failed';
  codes: string[];
  ip: string;
  customerIp: string;
  userAgent: string;
  requestId: string;
  assistSession: string;
  sequence: string;
  details: { label: string; value: string }[];
}

export interface ActionLogsProps {
  rows: ActionLogRow[];
  filters: { group: string; action: string; actor: string; customer: string; store: string; result: string; from: string; to: string; order: string };
  groups: { value: string; label: string }[];
  /** True: the viewer may read this one group and no other (F2). */
  onlyGroup: boolean;
  actions: { value: string; label: string }[];
  staff: { id: string; name: string }[];
  stores: { id: string; name: string }[];
  /** Set where the time asked for begins before what is kept (E7). */
  keptMonths: number | null;
  paging: Paging;
}

export interface MailsProps {
  rows: { id: string; at: Date; to: string; subject: string; template: string; status: 'waiting' | 'sent' | 'failed'; href: string }[];
  paging: Paging;
}

export interface MailProps {
  id: string;
  at: Date;
  to: string;
  subject: string;
  status: 'waiting' | 'sent' | 'failed';
  html: string;
  text: string;
}

