/** Paying by a link, and what a provider says of it (G3, D8). */
export const PAYMENT_CODES = [
  'payment-awaited',
  'payment-link-over',
  'payment-not-due',
  'payment-not-by-link',
  'payment-provider-away',
  'payment-notice-refused',
  'payment-differs',
] as const;

export const PAYMENT_STATUS = {
  'payment-awaited': 409,
  'payment-link-over': 410,
  'payment-not-due': 409,
  'payment-not-by-link': 409,
  'payment-provider-away': 409,
  'payment-notice-refused': 403,
  'payment-differs': 409,
} as const satisfies Readonly<Record<(typeof PAYMENT_CODES)[number], number>>;
