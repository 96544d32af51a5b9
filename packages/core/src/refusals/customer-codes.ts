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
  'payment-days-invalid',
] as const;

export const COMPANY_STATUS = {
  'vat-number-invalid': 422,
  'address-book-full': 422,
  'company-none': 404,
  'company-administrator-only': 403,
  'buyer-not-found': 404,
  'buyer-own-account': 403,
  'buyer-closed-by-shop': 403,
  'company-last-administrator': 409,
  'company-full': 422,
  'buyer-invited': 409,
  'buyer-elsewhere': 409,
  'company-other-website': 422,
  'vat-number-changed': 409,
  'payment-days-invalid': 422,
} as const satisfies Readonly<Record<(typeof COMPANY_CODES)[number], number>>;
