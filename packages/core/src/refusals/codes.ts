import { CATALOG_CODES } from './catalog-codes.ts';
import { COMPANY_CODES, CUSTOMER_CODES } from './customer-codes.ts';
import { PAYMENT_CODES } from './payment-codes.ts';
import { PICTURE_CODES } from './picture-codes.ts';
import { SECOND_FACTOR_CODES } from './second-factor-codes.ts';
import { SHOP_CODES } from './shop-codes.ts';
import { TAX_AND_SHIPPING_CODES } from './tax-and-shipping-codes.ts';

/** Why a typed price isn't one (C2). */
export const PRICE_TEXT_CODES = [
  'price-missing',
  'price-not-a-number',
  'price-negative',
  'price-too-precise',
  'price-too-large',
] as const;

/** Why a line can't be edited at all (C1). */
export const PRICE_EDIT_CODES = ['price-edit-disabled', 'actor-may-not-edit-price', 'product-type-not-editable'] as const;

/** Why a good price can't be given to this line (C2, C4, C5). */
export const PRICE_OVERRIDE_CODES = [
  'price-zero',
  'alternative-not-offered',
  'discount-above-limit',
  'price-below-margin',
  'price-reason-required',
  'price-reason-unknown',
] as const;

/** A price that waits for a second person, and why a decision on it can't be taken (C5). */
export const PRICE_APPROVAL_CODES = [
  'price-waiting',
  'approval-not-found',
  'approval-own',
  'approval-decided',
  'approval-over',
] as const;

/** Why an actor can't be in a customer's account, in the order the checks are shown (B1). */
export const ASSIST_CODES = [
  'assist-disabled',
  'actor-inactive',
  'actor-not-permitted',
  'store-unavailable',
  'actor-not-in-store',
  'customer-not-found',
  'customer-in-other-website',
  'customer-not-assigned',
  'customer-inactive',
  'customer-not-confirmed',
  'customer-blocked',
  'customer-suspended',
  'customer-is-staff',
  'customer-is-self',
  'consent-missing',
] as const;

/** Why a percentage, a discount on the whole cart, free shipping or a free item can't be given or kept (C10). */
export const CONCESSION_CODES = [
  'discount-missing',
  'discount-above-goods',
  'concession-above-limit',
  'concession-below-margin',
  'concession-reason-unknown',
  'concession-not-found',
  'free-item-fixed',
  'free-item-quantity',
  'free-item-over',
] as const;

/** Ordering again, replacing what was faulty, and ordering by a list of SKUs (D7). */
export const WORKFLOW_CODES = [
  'nothing-to-reorder',
  'nothing-chosen',
  'nothing-to-replace',
  'replacement-quantity',
  'cart-not-empty',
  'quick-order-empty',
  'quick-order-line',
] as const;

/** Who is asking, and whether the request itself may be heard. */
export const REQUEST_CODES = [
  'credentials-wrong',
  'customer-login-blocked',
  'account-not-confirmed',
  'too-many-attempts',
  'rate-limited',
  'not-signed-in',
  'staff-session-over',
  'forbidden',
  'not-found',
  'page-not-there',
  'method-not-allowed',
  'unsupported-media-type',
  'invalid-input',
  'form-expired',
  'origin-refused',
  'two-credentials',
  'idempotency-key-reused',
  'server-error',
] as const;

/** What stands between an actor and a customer context, beyond the checks of B1. */
export const CONTEXT_CODES = [
  'not-available-in-context',
  'assist-session-over',
  'already-in-customer',
  'colleague-inside',
  'too-many-starts',
  'not-in-context',
  'reason-required',
  'store-not-offered',
  'context-in-other-website',
  'handoff-over',
  'link-over',
  'link-not-yours',
  'link-no-recipient',
  'link-recipient-barred',
  'assist-session-not-open',
] as const;

/** Invoices, shipments, credit memos and what else is done with an order (F3, D6). */
export const SALES_CODES = [
  'order-cancelled',
  'order-not-cancellable',
  'nothing-to-invoice',
  'nothing-to-ship',
  'nothing-to-refund',
  'document-empty',
  'document-not-found',
  'quantity-above-open',
  'amount-above-open',
  'invoice-already-paid',
  'comment-missing',
  'orders-not-chosen',
  'staff-not-chosen',
] as const;

/** Passwords, settings and search. */
export const ACCOUNT_CODES = [
  'password-wrong',
  'password-too-short',
  'password-same',
  'reset-link-over',
  'setting-invalid',
  'setting-unknown',
  'setting-scope-wrong',
  'accounts-not-shareable',
  'handle-unknown',
  'handle-always-open',
  'configuration-changed',
  'search-too-short',
  'search-incomplete',
] as const;

/** Staff accounts, their roles and groups (A3, A4, F2). */
export const STAFF_CODES = [
  'role-not-found',
  'role-name-missing',
  'role-name-taken',
  'role-in-use',
  'rights-beyond-own',
  'last-administrator',
  'staff-not-found',
  'staff-name-missing',
  'staff-email-invalid',
  'staff-email-taken',
  'staff-percent-invalid',
  'staff-time-zone-unknown',
  'staff-own-customer-unknown',
  'staff-group-not-found',
  'staff-group-name-missing',
  'staff-group-name-taken',
  'staff-group-in-use',
  'staff-group-is-default',
] as const;

/** Who is assigned to whom, and who stands in (A5). */
export const ASSIGNMENT_CODES = [
  'assignment-exists',
  'assignment-missing',
  'assignment-one-only',
  'assignment-staff-unknown',
  'assignment-staff-inactive',
  'assignment-customer-unknown',
  'assignment-customer-ambiguous',
  'assignment-other-website',
  'assignment-kind-unknown',
  'assignment-twice',
  'assignment-none-chosen',
  'assignment-own',
  'deputy-self',
  'deputy-over',
  'deputy-exists',
] as const;

/** Consent asked for one occasion (B10), and help that a customer ends (B20). */
export const CONSENT_CODES = ['consent-not-asked-for', 'consent-asked-often', 'consent-code-wrong', 'consent-code-over', 'consent-link-over', 'assistance-over'] as const;

/** What is unusual about a start (E6): a refusal where the shop blocks it, else a mark in the record. */
export const SUSPICION_CODES = [
  'suspicious-many-customers',
  'suspicious-address-change',
  'suspicious-new-network',
  'suspicious-night-work',
  'suspicious-price-cuts',
] as const;

/** A file that is read in (A5, D7, F3). */
export const FILE_CODES = ['csv-unreadable', 'csv-column-missing', 'csv-too-long'] as const;

/** Every refusal there is. Codes are API: added, never renamed. */
export const REFUSAL_CODES = [
  ...PRICE_TEXT_CODES,
  ...PRICE_EDIT_CODES,
  ...PRICE_OVERRIDE_CODES,
  ...PRICE_APPROVAL_CODES,
  ...CONCESSION_CODES,
  ...WORKFLOW_CODES,
  ...ASSIST_CODES,
  ...REQUEST_CODES,
  ...CONTEXT_CODES,
  ...SHOP_CODES,
  ...SALES_CODES,
  ...PAYMENT_CODES,
  ...ACCOUNT_CODES,
  ...SECOND_FACTOR_CODES,
  ...TAX_AND_SHIPPING_CODES,
  ...STAFF_CODES,
  ...ASSIGNMENT_CODES,
  ...CUSTOMER_CODES,
  ...COMPANY_CODES,
  ...FILE_CODES,
  ...CONSENT_CODES,
  ...SUSPICION_CODES,
  ...CATALOG_CODES,
  ...PICTURE_CODES,
] as const;

export type PriceTextRefusal = (typeof PRICE_TEXT_CODES)[number];
export type PriceEditRefusal = (typeof PRICE_EDIT_CODES)[number];
export type AssistRefusalCode = (typeof ASSIST_CODES)[number];
export type SuspicionCode = (typeof SUSPICION_CODES)[number];
export type RefusalCode = (typeof REFUSAL_CODES)[number];
