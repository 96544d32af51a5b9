/** Customers as administrators and staff keep them (A10, B10, F3). */
export const CUSTOMER_CODES = [
  'email-taken',
  'email-invalid',
  'consent-right-missing',
  'consent-closed-in-session',
  'actor-may-not-create-customer',
  'customer-creation-disabled',
  'confirmation-link-over',
  'note-missing',
] as const;

/** Companies, their buyers and their address books (G2). */
export const COMPANY_CODES = [
  'vat-number-invalid',
  'address-book-full',
  'company-none',
  'company-administrator-only',
  'buyer-not-found',
  'buyer-own-account',
  'buyer-closed-by-shop',
  'company-last-administrator',
  'company-full',
  'buyer-invited',
  'buyer-elsewhere',
  'company-other-website',
  'vat-number-changed',
] as const;
