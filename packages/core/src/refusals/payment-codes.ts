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
